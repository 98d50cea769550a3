"""Density and reciprocity: networkx and borders."""

import networkx as nx
import pytest
from hypothesis import given

from network_service.analysis.cohesion import density, density_directed, reciprocity
from network_service.analysis.unknown import NO_COLLABORATION, TOO_FEW_ACTORS
from network_service.domain.vocabulary import Layer
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import directed, undirected
from tests.analysis.networks import network, networks, with_isolate


@given(networks())
def test_agree_with_networkx(snapshot: Snapshot) -> None:
    one, two = undirected(snapshot), directed(snapshot)
    if len(snapshot.actors) > 1:
        assert density(snapshot).value == pytest.approx(nx.density(one), abs=1e-9)
        assert density_directed(snapshot).value == pytest.approx(nx.density(two), abs=1e-9)
    if two.number_of_edges():
        assert reciprocity(snapshot).value == pytest.approx(nx.overall_reciprocity(two), abs=1e-9)


@given(networks())
def test_an_isolate_lowers_density_and_leaves_reciprocity(snapshot: Snapshot) -> None:
    size, wider = len(snapshot.actors), with_isolate(snapshot)
    if size > 1:
        assert density(wider).value == pytest.approx((density(snapshot).value or 0) * (size - 1) / (size + 1))
    assert reciprocity(wider).value == reciprocity(snapshot).value


def test_below_two_actors_density_is_not_known() -> None:
    for measure in (density, density_directed):
        for size in (0, 1):
            assert (measure(network(size)).value, measure(network(size)).reason) == (None, TOO_FEW_ACTORS)
        assert (measure(network(2)).value, measure(network(2)).reason) == (0.0, None)


def test_reciprocity_is_not_known_where_nothing_is_declared() -> None:
    for snapshot in (network(0), network(3), network("ab", ["ab"], layers=[Layer.RESOURCE])):
        assert (reciprocity(snapshot).value, reciprocity(snapshot).reason) == (None, NO_COLLABORATION)


def test_a_declaration_that_nobody_returns_is_0_and_known() -> None:
    assert (reciprocity(network("ab", ["ab"])).value, reciprocity(network("ab", ["ab"])).reason) == (0.0, None)


def test_a_full_network_has_density_1() -> None:
    full = network("abc", ["ab", "bc", "ca"], mutual=True)
    assert (density(full).value, density_directed(full).value, reciprocity(full).value) == (1.0, 1.0, 1.0)
