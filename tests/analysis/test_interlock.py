"""Interlock: counted once more from who sits where."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.analysis.interlock import SeveralSeats, SharedSeats, interlock
from network_service.analysis.unknown import ONE_BODY
from tests.analysis.networks import network
from tests.analysis.seats import seat, with_seats
from tests.trials import trials

PEOPLE = ["ann", "ben", "cho", "dao"]


@settings(max_examples=trials(60, 1_000))
@given(st.integers(0, 5), st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(0, 4)), max_size=12))
def test_counts_who_sits_on_both(size: int, sits: list[tuple[str, int]]) -> None:
    bodies = [f"body-{number}" for number in range(size)]
    held = [(person, f"body-{number}") for person, number in sits if number < size]
    found = interlock(with_seats(network(0), bodies, (seat(body, person=person) for person, body in held)))
    on = {body: {person for person, other in held if other == body} for body in bodies}
    assert found.matrix == tuple(tuple(len(on[one] & on[other]) for other in bodies) for one in bodies)
    assert {(pair.first, pair.second): set(pair.holders) for pair in found.shared} == {
        (one, other): on[one] & on[other] for one in bodies for other in bodies if one < other and on[one] & on[other]
    }
    several = {person: tuple(body for body in bodies if person in on[body]) for person in PEOPLE}
    assert {one.holder: one.bodies for one in found.several} == {
        person: those for person, those in several.items() if len(those) > 1
    }
    graph = nx.Graph()
    graph.add_nodes_from(bodies)
    graph.add_edges_from((pair.first, pair.second) for pair in found.shared)
    assert {frozenset(part) for part in found.parts} == {frozenset(part) for part in nx.connected_components(graph)}
    assert found.connected == (nx.is_connected(graph) if size > 1 else None)


def test_those_most_shared_and_on_most_bodies_stand_first() -> None:
    held = [("ann", "x"), ("ann", "y"), ("ann", "z"), ("ben", "y"), ("ben", "z"), ("cho", "w")]
    found = interlock(with_seats(network(0), "wxyz", (seat(body, person=person) for person, body in held)))
    assert found.shared[0] == SharedSeats("y", "z", ("ann", "ben"))
    assert found.several == (SeveralSeats("ann", ("x", "y", "z")), SeveralSeats("ben", ("y", "z")))
    assert (found.parts, found.connected, found.sizes) == ((("x", "y", "z"), ("w",)), False, (1, 1, 2, 2))


def test_a_post_counts_as_itself_where_its_holder_is_not_known() -> None:
    posts = [seat(body, holder="post-1", kind="post") for body in "xy"]
    assert interlock(with_seats(network(0), "xy", posts)).shared == (SharedSeats("x", "y", ("post-1",)),)


def test_a_seat_whose_representative_is_not_known_is_left_out_and_counted() -> None:
    groups = [seat(body, holder="group-1", kind="group") for body in "xy"]
    found = interlock(with_seats(network(0), "xy", groups))
    assert (found.shared, found.left_out, found.connected) == ((), 2, False)


def test_one_body_has_nothing_to_join() -> None:
    for bodies in ("", "x"):
        found = interlock(with_seats(network(0), bodies, ()))
        assert (found.connected, found.reason) == (None, ONE_BODY)
    assert interlock(network(3)).matrix == ()
