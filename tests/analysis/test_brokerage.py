"""Brokerage: the golden vector, and every path of two steps looked at once more by hand."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations, permutations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.analysis import open_paths
from network_service.analysis.brokerage import Brokerage, brokerage, brokerage_undirected
from network_service.analysis.open_paths import ROLES
from network_service.analysis.sectors import LeftOut
from network_service.analysis.unknown import UNKNOWN_GROUP
from network_service.snapshot.model import Snapshot
from tests.analysis.golden import golden
from tests.analysis.independent import directed, undirected
from tests.analysis.networks import network, networks, permuted, with_isolate
from tests.trials import trials


def role(first: str, middle: str, last: str) -> str:
    """The five roles in the words of Gould and Fernandez."""
    if first == last:
        return "coordinator" if middle == first else "itinerant"
    if middle == first:
        return "representative"
    return "gatekeeper" if middle == last else "liaison"


def by_hand(graph: nx.Graph, groups: Sequence[str | None]) -> dict[int, Counter[str]]:
    """Directed: every ordered pair. Undirected: every pair once, one that crosses the border of v's group as both."""
    found: dict[int, Counter[str]] = {actor: Counter() for actor in graph}
    pairs = permutations if graph.is_directed() else combinations
    for middle in graph:
        for first, last in pairs(graph, 2):
            one, own, other = groups[first], groups[middle], groups[last]
            if one is None or own is None or other is None:
                continue
            if graph.has_edge(first, middle) and graph.has_edge(middle, last) and not graph.has_edge(first, last):
                found[middle]["total"] += 1
                roles = {role(one, own, other)} | (set() if graph.is_directed() else {role(other, own, one)})
                found[middle].update(roles)
    return found


def assert_as_by_hand(found: Brokerage, graph: nx.Graph, groups: Sequence[str | None]) -> None:
    expected = by_hand(graph, groups)
    for name, values in (found.of_roles | {"total": found.total}).items():
        assert values == tuple(None if groups[actor] is None else expected[actor][name] for actor in graph)
    left_out = sum(groups[a] is None or groups[b] is None for a, b in graph.edges)
    assert found.left_out == LeftOut(list(groups).count(None), left_out)
    assert found.reason == (UNKNOWN_GROUP if None in groups else None)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_directed_agrees_with_every_path_looked_at(snapshot: Snapshot) -> None:
    assert_as_by_hand(brokerage(snapshot), directed(snapshot), snapshot.actors.sectors)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_undirected_agrees_with_every_pair_looked_at(snapshot: Snapshot) -> None:
    assert_as_by_hand(brokerage_undirected(snapshot), undirected(snapshot), snapshot.actors.sectors)


@settings(max_examples=trials(60, 1_000))
@given(networks(), st.data())
def test_any_attribute_takes_the_place_of_the_sector(snapshot: Snapshot, data: st.DataObject) -> None:
    size = len(snapshot.actors)
    groups = data.draw(st.lists(st.sampled_from(["x", "y", "z", None]), min_size=size, max_size=size))
    found = brokerage(snapshot, groups=groups, attribute="district")
    assert_as_by_hand(found, directed(snapshot), groups)
    assert found.method.parameters["attribute"] == "district"


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_undirected_is_directed_both_ways_with_a_pair_counted_once(snapshot: Snapshot) -> None:
    edges = snapshot.undirected
    ties = list(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    both = network(len(snapshot.actors), ties, mutual=True, sectors=snapshot.actors.sectors)
    one, other = brokerage_undirected(snapshot).of_roles, brokerage(both).of_roles
    for name in ROLES:
        times = 1 if name in ("representative", "gatekeeper") else 2
        assert other[name] == tuple(None if value is None else times * value for value in one[name])


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_an_isolate_and_another_order_change_nothing(snapshot: Snapshot) -> None:
    before = brokerage(snapshot)
    after, turned = (
        brokerage(with_isolate(snapshot)),
        brokerage(permuted(snapshot, list(reversed(range(len(snapshot.actors)))))),
    )
    for name, values in before.of_roles.items():
        assert (after.of_roles[name], turned.of_roles[name]) == ((*values, None), values[::-1])


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_groups_change_roles_and_not_the_total(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    alike, apart = brokerage(snapshot, groups=["x"] * size), brokerage(snapshot, groups=[str(a) for a in range(size)])
    assert alike.total == alike.coordinator == apart.total == apart.liaison == apart.across
    assert alike.across == (0,) * size


def test_golden_vector() -> None:
    # references.md: computed by two independent programs.
    snapshot, found = golden(), brokerage(golden())
    told = {
        name: {role: values[place] for role, values in found.of_roles.items() if values[place]}
        for place, name in enumerate(snapshot.actors.names)
    }
    assert told == {
        "g1": {"representative": 3, "gatekeeper": 1, "liaison": 2},
        "c1": {"gatekeeper": 2, "liaison": 1, "representative": 1},
        "c2": {"representative": 1, "gatekeeper": 2, "liaison": 1},
        "k1": {"gatekeeper": 1, "representative": 1},
        "g2": {"representative": 1},
        "k2": {},
        "b1": {},
        "a1": {},
    }
    assert found.across == found.total


@pytest.mark.parametrize("measure", [brokerage, brokerage_undirected])
@pytest.mark.parametrize("cells", [1, 5, 12])
def test_parts_of_the_count_join_without_a_seam(
    monkeypatch: pytest.MonkeyPatch, measure: Callable[[Snapshot], Brokerage], cells: int
) -> None:
    whole = measure(golden())
    monkeypatch.setattr(open_paths, "_CELLS", cells)
    assert measure(golden()) == whole


def test_star_complete_and_path() -> None:
    star = network("abcd", ["ba", "ac", "ad"], sectors=["x", "x", "x", "y"])
    assert brokerage(star).of_roles == {
        "coordinator": (1, 0, 0, 0),
        "itinerant": (0, 0, 0, 0),
        "representative": (1, 0, 0, 0),
        "gatekeeper": (0, 0, 0, 0),
        "liaison": (0, 0, 0, 0),
    }
    assert brokerage_undirected(star).total == (3, 0, 0, 0)
    complete = network(5, permutations(range(5), 2), sectors=["x", "y", "x", "y", "z"])
    assert brokerage(complete).total == brokerage_undirected(complete).total == (0,) * 5
    path = network("abc", ["ab", "bc"], sectors=["x", "y", "x"])
    assert brokerage(path).itinerant == brokerage_undirected(path).itinerant == (0, 1, 0)


def test_an_empty_network_has_no_values() -> None:
    for measure in (brokerage, brokerage_undirected):
        assert (measure(network(0)).total, measure(network(1)).total) == ((), (None,))
        assert measure(network(2, sectors=["x", "x"])).total == (0, 0)


def test_a_code_for_each_actor_is_asked_for() -> None:
    with pytest.raises(ValueError, match="2 codes for 8 actors"):
        brokerage(golden(), groups=["x", "y"])
