"""All that is found in a small network by numbers that let it be found easily, and what would close it."""

from network_service.findings.closing.effect import Effects
from network_service.findings.closing.ground import Ground
from network_service.findings.finding import Finding
from network_service.findings.rules_of_structure import RULES_OF_STRUCTURE
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import gaps

EASILY = Thresholds(thin_pair_expected=1.0, brokerage_paths=1, community_members=2)


def everything(snapshot: Snapshot) -> list[Finding]:
    """What all rules find."""
    measures = in_depth(snapshot)
    found = [finding for rule in RULES_OF_STRUCTURE for finding in rule(snapshot, measures, EASILY)]
    return [*gaps(snapshot, measures, EASILY), *found]


def effects_in(snapshot: Snapshot) -> Effects:
    """The effects of closing in a network."""
    return Effects(Ground(snapshot, in_depth(snapshot), EASILY))
