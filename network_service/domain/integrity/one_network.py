"""Rule: a province has one network."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import ProvinceNetwork


def second_network(whole: Whole) -> Iterator[Found]:
    """Another network of the province beside the first."""
    networks = whole.of(ProvinceNetwork)
    for network in networks[1:]:
        yield Found(Spot(network.id, "name"), (Spot(networks[0].id, "name"),))
