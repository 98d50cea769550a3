"""Core numbers: networkx, laws and borders."""

from random import Random

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.cores import core_number
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted, with_isolate


@given(networks())
def test_agrees_with_networkx(snapshot: Snapshot) -> None:
    assert core_number(snapshot).values == tuple(nx.core_number(undirected(snapshot)).values())


@given(networks(), st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_actors(snapshot: Snapshot, random: Random) -> None:
    order = list(range(len(snapshot.actors)))
    random.shuffle(order)
    assert core_number(permuted(snapshot, order)).values == tuple(core_number(snapshot).values[old] for old in order)


@given(networks())
def test_everybody_in_a_core_has_as_many_ties_inside_it(snapshot: Snapshot) -> None:
    cores, graph = core_number(snapshot).values, undirected(snapshot)
    for actor, core in enumerate(cores):
        assert sum(cores[other] >= core for other in graph[actor]) >= core


@given(networks())
def test_an_isolate_is_in_no_core(snapshot: Snapshot) -> None:
    assert core_number(with_isolate(snapshot)).values == (*core_number(snapshot).values, 0)


def test_known_shapes() -> None:
    assert core_number(network(0)).values == ()
    assert core_number(network(1)).values == (0,)
    assert core_number(network(5, [(a, b) for a in range(5) for b in range(a)])).values == (4,) * 5
    # A triangle with a tail: the tail is peeled off.
    assert core_number(network("abcde", ["ab", "bc", "ca", "cd", "de"])).values == (2, 2, 2, 1, 1)
