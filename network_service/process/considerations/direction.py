"""Consideration 3.4.5: the four sub-networks into which a self-managed network splits."""

from network_service.domain.vocabulary import ManagerRole, SubNetworkKind
from network_service.process.consideration import Consideration, Figure
from network_service.process.situation import Situation


def direction(situation: Situation) -> Consideration:
    """Kinds of sub-network that have a co-ordinator of their own and members of enough sectors.

    A person is of the sector of the group or organisation that the person speaks for. Absence answers once any
    sub-network is recorded.
    """
    snapshot = situation.snapshot
    co_ordinated = {one.network for one in snapshot.managers if one.role == ManagerRole.CO_ORDINATOR}
    complete, lacking = set(), []
    for network in snapshot.sub_networks:
        sectors = {situation.affairs.sector_of(member) for member in network.members} - {None}
        if network.id in co_ordinated and len(sectors) >= situation.standards.sub_network_sectors:
            complete.add(network.sub_network_kind)
        else:
            lacking.append(network.id)
    recorded = bool(snapshot.sub_networks)
    return Consideration(
        "direction",
        (
            Figure(
                "sub_networks_complete",
                len(complete) / len(SubNetworkKind) if recorded else None,
                float(recorded),
                {
                    "kinds": tuple(kind.value for kind in SubNetworkKind if kind in complete),
                    "sub_networks": len(snapshot.sub_networks),
                    "sub_networks_lacking": tuple(sorted(lacking)),
                },
            ),
        ),
    )
