"""The network as what a finding is about, where naming each of its members would say nothing."""

from network_service.findings.finding import Subject
from network_service.snapshot.affairs.model import Affairs


def the_network(affairs: Affairs) -> tuple[Subject, ...]:
    """The province networks recorded, by id; none where nobody recorded the network as such."""
    return tuple(
        Subject("province_network", one.id, one.name) for one in affairs.networks if one.id in affairs.province_networks
    )
