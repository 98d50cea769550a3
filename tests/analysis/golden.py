"""The golden vector: eight actors of five sectors, whose figures two independent programs computed."""

from network_service.snapshot.model import Snapshot
from tests.analysis.networks import network

GOLDEN = {
    "g1": "state",
    "g2": "state",
    "c1": "civil_society",
    "c2": "civil_society",
    "k1": "community",
    "k2": "community",
    "b1": "business",
    "a1": "academic",
}
MUTUAL = ["g1-g2", "g1-c1", "c1-c2", "c2-k1", "k1-k2"]
ONE_WAY = ["g1-b1", "g1-a1", "a1-c1", "g2-c2"]


def golden() -> Snapshot:
    """Five ties declared from both sides, four from one."""
    ends = [tuple(tie.split("-")) for tie in MUTUAL]
    arcs = ends + [pair[::-1] for pair in ends] + [tuple(tie.split("-")) for tie in ONE_WAY]
    return network(GOLDEN, arcs, sectors=GOLDEN)
