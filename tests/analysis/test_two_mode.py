"""Two-mode centralities: the Southern Women, networkx on connected networks, and the borders by hand."""

import networkx as nx
import pytest
from hypothesis import given, settings
from networkx.algorithms import bipartite

from network_service.analysis.two_mode import TwoMode, two_mode
from network_service.analysis.unknown import TOO_FEW_SEATS
from tests.analysis.networks import network
from tests.analysis.seats import seat, seated, seatings, with_seats
from tests.trials import trials


def all_six(found: TwoMode) -> list[tuple[tuple[float | None, ...], tuple[float | None, ...]]]:
    return [
        (found.degree.values, found.body_degree.values),
        (found.betweenness.values, found.body_betweenness.values),
        (found.closeness.values, found.body_closeness.values),
    ]


def test_southern_women() -> None:
    # Davis, Gardner and Gardner 1941; values of Borgatti and Halgin 2011, Sage Handbook of Social Network Analysis.
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    snapshot = seated(len(women), events, [(women.index(woman), event) for woman, event in graph.edges])
    (degree, events_degree), (between, events_between), (close, events_close) = all_six(two_mode(snapshot))
    nora, evelyn = women.index("Nora Fayette"), women.index("Evelyn Jefferson")
    e7, e8, e9 = (events.index(name) for name in ("E7", "E8", "E9"))
    assert (degree[nora], events_degree[e8], events_degree[e9]) == pytest.approx((0.57, 0.78, 0.67), abs=5e-3)
    assert [events_between[event] for event in (e8, e9, e7)] == pytest.approx([0.24, 0.23, 0.13], abs=5e-3)
    assert between[nora] == pytest.approx(0.11, abs=5e-3)
    assert (events_close[e8], close[evelyn]) == pytest.approx((0.85, 0.80), abs=5e-3)


@settings(max_examples=trials(60, 1_000))
@given(seatings())
def test_agrees_with_networkx_part_by_part(seating: tuple[int, list[str], list[tuple[int, str]]]) -> None:
    size, bodies, sits = seating
    found = two_mode(seated(size, bodies, sits))
    graph = nx.Graph(sits)
    graph.add_nodes_from(bodies)
    top = sorted({actor for actor, _ in sits})
    assert (found.seated, found.left_out) == (len(top), 0)
    if not top:
        assert all(set(side) <= {None} for sides in all_six(found) for side in sides)
        return
    degrees = bipartite.degree_centrality(graph, top)
    assert found.degree.values == pytest.approx([degrees.get(actor, 0.0) for actor in range(size)], abs=1e-9)
    assert found.body_degree.values == pytest.approx([degrees[body] for body in bodies], abs=1e-9)
    raw = nx.betweenness_centrality(graph, normalized=False)
    if len(top) > 1 and len(bodies) > 1:
        between = bipartite.betweenness_centrality(graph, top)
        assert found.betweenness.values == pytest.approx([between.get(actor, 0.0) for actor in range(size)], abs=1e-9)
        assert found.body_betweenness.values == pytest.approx([between[body] for body in bodies], abs=1e-9)
    elif len(bodies) == 1:
        assert (found.betweenness.values, found.betweenness.reason) == ((None,) * size, TOO_FEW_SEATS)
        assert all(raw[actor] == 0 for actor in top)
    else:
        assert (set(found.body_betweenness.values), found.body_betweenness.reason) == ({None}, TOO_FEW_SEATS)
    for values, nodes in ((found.closeness.values, range(size)), (found.body_closeness.values, bodies)):
        for value, node in zip(values, nodes, strict=True):
            if node not in graph or not graph[node]:
                assert value == 0.0
                continue
            part = graph.subgraph(nx.node_connected_component(graph, node))
            inside = bipartite.closeness_centrality(part, [one for one in top if one in part])[node]
            assert value == pytest.approx(inside * (len(part) - 1) / (len(graph) - 1), abs=1e-9)


@settings(max_examples=trials(60, 1_000))
@given(seatings())
def test_values_are_shares(seating: tuple[int, list[str], list[tuple[int, str]]]) -> None:
    for sides in all_six(two_mode(seated(*seating))):
        assert all(-1e-12 <= value <= 1 + 1e-12 for side in sides for value in side if value is not None)


def test_the_most_between_is_one() -> None:
    # Actor 0 sits on all three bodies, two others hang on each: nobody could be more between.
    hub = seated(7, "xyz", [(0, "x"), (0, "y"), (0, "z"), *((1 + i, "xyz"[i % 3]) for i in range(6))])
    assert two_mode(hub).betweenness.values[0] == 1.0
    # Body x holds all three actors, and another body hangs on each.
    room = seated(3, "xabc", [(0, "x"), (1, "x"), (2, "x"), (0, "a"), (1, "b"), (2, "c")])
    assert two_mode(room).body_betweenness.values[0] == 1.0


def test_a_pair_that_knows_only_itself_is_not_the_nearest() -> None:
    snapshot = seated(4, "xy", [(0, "x"), (1, "x"), (2, "x"), (3, "y")])
    found = two_mode(snapshot).closeness.values
    # Of 5 others, 0 reaches 3 as near as can be; 3 reaches 1, as near as can be.
    assert found == pytest.approx((3 / 5, 3 / 5, 3 / 5, 1 / 5))


def test_seats_of_nobody_known_are_left_out_and_counted() -> None:
    seats = [seat("x", actor="id-000001"), seat("x"), seat("x", actor="elsewhere"), seat("x", actor="id-000001")]
    found = two_mode(with_seats(network(3), "xy", seats))
    assert (found.seated, found.left_out) == (1, 2)
    assert (found.degree.values, found.body_degree.values) == ((0.0, 0.5, 0.0), (1.0, 0.0))


def test_without_bodies_or_seats_nothing_is_known() -> None:
    for snapshot, actors, bodies in ((network(0), 0, 0), (network(2), 2, 0), (seated(2, "x", []), 2, 1)):
        found = two_mode(snapshot)
        assert all(sides == ((None,) * actors, (None,) * bodies) for sides in all_six(found))
        assert found.degree.reason == (TOO_FEW_SEATS if actors else None)
        assert found.body_closeness.reason == (TOO_FEW_SEATS if bodies else None)
