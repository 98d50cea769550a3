"""Snapshots with bodies and seats on them, made from short lists."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from network_service.snapshot.model import BodyInfo, Seat, Snapshot
from tests.analysis.networks import network


def seat(
    body: str, *, actor: str | None = None, person: str | None = None, holder: str = "", kind: str = "person"
) -> Seat:
    """A seat on a body, of an actor by id and a person."""
    return Seat(body, holder or person or "holder", kind, "member", person, actor, None)


def with_seats(snapshot: Snapshot, bodies: Iterable[str], seats: Iterable[Seat]) -> Snapshot:
    """The same network with these bodies and seats."""
    told = tuple(BodyInfo(body, body, "executive_committee") for body in bodies)
    return replace(snapshot, bodies=told, seats=tuple(seats))


def seated(size: int, bodies: Sequence[str], sits: Iterable[tuple[int, str]]) -> Snapshot:
    """A network of so many actors without ties, some of which sit on bodies."""
    snapshot = network(size)
    return with_seats(snapshot, bodies, (seat(body, actor=snapshot.actors.ids[actor]) for actor, body in sits))


@st.composite
def seatings(draw: st.DrawFn) -> tuple[int, list[str], list[tuple[int, str]]]:
    """Any small seating: no bodies, empty bodies, actors without a seat, parts, a seat twice."""
    size, bodies = draw(st.integers(0, 7)), [f"body-{number}" for number in range(draw(st.integers(0, 5)))]
    pairs = [(actor, body) for actor in range(size) for body in bodies]
    return size, bodies, draw(st.lists(st.sampled_from(pairs), max_size=14)) if pairs else []
