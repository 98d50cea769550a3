"""Degrees and strength: networkx, laws and borders."""

import networkx as nx
import pytest
from hypothesis import given

from network_service.analysis.degree import degree, degree_count, in_degree, out_degree, strength
from network_service.analysis.unknown import FEW_STRENGTHS, NO_COLLABORATION, TOO_FEW_ACTORS
from network_service.domain.vocabulary import Layer
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import directed, undirected
from tests.analysis.networks import network, networks, with_isolate


@given(networks())
def test_degrees_agree_with_networkx(snapshot: Snapshot) -> None:
    if len(snapshot.actors) < 2:
        return
    one, two = undirected(snapshot), directed(snapshot)
    assert degree(snapshot).values == pytest.approx(tuple(nx.degree_centrality(one).values()), abs=1e-9)
    assert in_degree(snapshot).values == pytest.approx(tuple(nx.in_degree_centrality(two).values()), abs=1e-9)
    assert out_degree(snapshot).values == pytest.approx(tuple(nx.out_degree_centrality(two).values()), abs=1e-9)
    assert degree_count(snapshot).values == tuple(count for _, count in one.degree)


@given(networks(strengths_known=True))
def test_strength_agrees_with_networkx(snapshot: Snapshot) -> None:
    found = strength(snapshot)
    if snapshot.strength_cover() is not None:
        assert found.values == tuple(total for _, total in undirected(snapshot).degree(weight="strength"))


@given(networks())
def test_an_isolate_is_known_to_have_no_tie_and_lowers_only_the_shares(snapshot: Snapshot) -> None:
    wider, size = with_isolate(snapshot), len(snapshot.actors)
    assert degree_count(wider).values == (*degree_count(snapshot).values, 0.0)
    if size > 1:
        lowered = tuple((value or 0) * (size - 1) / size for value in degree(snapshot).values)
        assert degree(wider).values == pytest.approx((*lowered, 0.0))


def test_alone_there_is_nobody_to_be_tied_to() -> None:
    for measure in (degree, in_degree, out_degree):
        assert (measure(network(1)).values, measure(network(1)).reason) == ((None,), TOO_FEW_ACTORS)
    assert degree_count(network(1)).values == (0.0,)


def test_an_empty_network_has_no_values_and_needs_no_reason() -> None:
    for measure in (degree, degree_count, in_degree, out_degree, strength):
        assert (measure(network(0)).values, measure(network(0)).reason) == ((), None)


def test_a_tie_declared_from_both_sides_counts_once_and_with_the_greater_strength() -> None:
    snapshot = network("ab", [("a", "b"), ("b", "a")], strengths=[2, 5])
    assert degree_count(snapshot).values == (1.0, 1.0)
    assert strength(snapshot).values == (5.0, 5.0)


def test_ties_of_other_layers_count_in_u_and_not_in_d() -> None:
    snapshot = network("abc", ["ab", "bc"], layers=[Layer.COLLABORATION, Layer.RESOURCE])
    assert degree_count(snapshot).values == (1.0, 2.0, 1.0)
    assert out_degree(snapshot).values == (0.5, 0.0, 0.0)


def test_a_tie_of_unknown_strength_takes_the_median_and_the_share_is_said() -> None:
    snapshot = network("abcde", ["ab", "bc", "cd", "de"], strengths=[1, 4, 5, None])
    found = strength(snapshot)
    assert found.values == (1.0, 5.0, 9.0, 9.0, 4.0)
    assert found.method.parameters == {"minimum_cover": 0.6, "cover": 0.75, "share_of_median": 0.25, "median": 4.0}


def test_strength_is_not_known_where_too_few_ties_have_a_frequency() -> None:
    snapshot = network("abc", ["ab", "bc"], strengths=[3, None])
    assert (strength(snapshot).values, strength(snapshot).reason) == ((None,) * 3, FEW_STRENGTHS)
    assert strength(snapshot, minimum_cover=0.5).values == (3.0, 6.0, 3.0)


def test_strength_is_not_known_where_no_tie_of_collaboration_is_shown() -> None:
    for snapshot in (network("ab"), network("ab", ["ab"], layers=[Layer.RESOURCE])):
        assert (strength(snapshot).values, strength(snapshot).reason) == ((None, None), NO_COLLABORATION)
