"""Which bodies are joined by people who sit on several, and which stand alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import network_service
from network_service.analysis.result import Method, method
from network_service.analysis.unknown import ONE_BODY
from network_service.snapshot.model import Seat, Snapshot


@dataclass(frozen=True, slots=True)
class SharedSeats:
    """Two bodies by id, `first` < `second`, and the ids of those who sit on both."""

    first: str
    second: str
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeveralSeats:
    """Who sits on more than one body, by id, and these bodies."""

    holder: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interlock:
    """The bodies and whom they share.

    `sizes` runs along `bodies`: how many sit on each. `shared` are the pairs that share anybody, most shared first;
    `several` those who sit on several bodies, on most first. `parts` are the bodies between which a chain of shared
    seats leads, largest first; `connected` says whether that is all of them in one, `None` below two bodies, and
    `reason` says so. `left_out` seats are those of an actor whose representative is not known.
    """

    bodies: tuple[str, ...]
    sizes: tuple[int, ...]
    shared: tuple[SharedSeats, ...]
    several: tuple[SeveralSeats, ...]
    parts: tuple[tuple[str, ...], ...]
    connected: bool | None
    left_out: int
    method: Method
    reason: str | None = None

    @property
    def matrix(self) -> tuple[tuple[int, ...], ...]:
        """B B^T: how many sit on both, body by body in the order of `bodies`; on the diagonal how many sit on one."""
        together = {(pair.first, pair.second): len(pair.holders) for pair in self.shared}
        together |= {(second, first): count for (first, second), count in together.items()}
        together |= {(body, body): size for body, size in zip(self.bodies, self.sizes, strict=True)}
        return tuple(tuple(together.get((row, column), 0) for column in self.bodies) for row in self.bodies)


def interlock(snapshot: Snapshot) -> Interlock:
    """Bodies that share people, people on several bodies, and whether every body can reach every other through them.

    Formula: B B^T over the incidence B of bodies and those who sit on them; parts are the classes of bodies joined by
    chains of shared seats. Who sits is the person, by name or by the post held; a post of which no single holder is
    known counts as itself, as the same post on two bodies is the same seat. Two seats of one person on one body are
    one. Normalisation: none, counts. Cost: O(sum over people of the square of their bodies).

    A body without anybody known is a part of its own. The ties between actors do not enter, so neither do direction,
    strength and isolates. A seat of a group or organisation whose representative is not known may be anybody's: it is
    left out, and counted. Below two bodies, so in an empty network too, there is nothing to join: `connected` is
    `None`.

    >>> from network_service.analysis.example import eight_actors_on_bodies
    >>> found = interlock(eight_actors_on_bodies())
    >>> found.matrix
    ((3, 0, 1), (0, 2, 0), (1, 0, 3))
    >>> found.parts, found.connected
    ((('executive_committee', 'steering_committee'), ('provincial_support_wg',)), False)

    Source: Breiger 1974, Social Forces 53, 181-190; Mizruchi 1996, Annual Review of Sociology 22, 271-298.
    """
    bodies = tuple(sorted(body.id for body in snapshot.bodies))
    seats = [seat for seat in snapshot.seats if seat.body in bodies]
    seated = [(holder, seat.body) for seat in seats if (holder := _holder(seat)) is not None]
    by_body = _gathered(bodies, ((body, holder) for holder, body in seated))
    by_holder = _gathered((), seated)
    several = [SeveralSeats(holder, tuple(sorted(on))) for holder, on in by_holder.items() if len(on) > 1]
    pairs: dict[tuple[str, str], set[str]] = {}
    for one in several:
        for pair in combinations(one.bodies, 2):
            pairs.setdefault(pair, set()).add(one.holder)
    shared = [SharedSeats(first, second, tuple(sorted(holders))) for (first, second), holders in pairs.items()]
    parts = _parts(bodies, (one.bodies for one in several))
    about = method(
        snapshot,
        "interlock",
        definition="B B^T over bodies and those who sit on them",
        network="seats",
        normalisation="none",
        source="Breiger 1974, Social Forces 53, 181-190",
        engine="network_service",
        engine_version=network_service.__version__,
    )
    return Interlock(
        bodies,
        tuple(len(by_body[body]) for body in bodies),
        tuple(sorted(shared, key=lambda pair: (-len(pair.holders), pair.first, pair.second))),
        tuple(sorted(several, key=lambda one: (-len(one.bodies), one.holder))),
        parts,
        len(parts) == 1 if len(bodies) > 1 else None,
        len(seats) - len(seated),
        about,
        None if len(bodies) > 1 else ONE_BODY,
    )


def _holder(seat: Seat) -> str | None:
    return seat.person or (seat.holder if seat.holder_kind == "post" else None)


def _gathered(start: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {key: set() for key in start}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return found


def _parts(bodies: tuple[str, ...], joined: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Bodies joined by chains; the part of every body is pooled with those it shares anybody with."""
    part = {body: {body} for body in bodies}
    for together in joined:
        pooled = set().union(*(part[body] for body in together))
        part |= dict.fromkeys(pooled, pooled)
    distinct = {tuple(sorted(members)) for members in part.values()}
    return tuple(sorted(distinct, key=lambda members: (-len(members), members)))
