"""Bodies and their members, linkers, managers, sub-networks and agreements that began, ended or were altered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


class What(StrEnum):
    """What came, went or was altered; `values` of each are named beside it."""

    BODY = "body"
    """A committee or working group: its kind."""
    SEAT = "seat"
    """A holder's seat on a body: the roles."""
    SITTER = "sitter"
    """The person who sits for a post or an organisation on a body: the name."""
    LINKER = "linker"
    """A linker of an actor: `accepted` or `designated`."""
    MANAGER = "manager"
    """A manager of a network: the roles."""
    SUB_NETWORK = "sub_network"
    """A sub-network: its kind."""
    SUB_NETWORK_MEMBER = "sub_network_member"
    """A member of a sub-network: nothing."""
    AGREEMENT = "agreement"
    """An agreement in force: its kind and, where it is known, its stage."""
    PARTY = "party"
    """A party to an agreement: the roles."""


class Turn(StrEnum):
    """What became of it."""

    BEGUN = "begun"
    ENDED = "ended"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class RoleChange:
    """One thing that came, went or was altered; `of` is what it belongs to, `None` for what stands by itself."""

    what: What
    turn: Turn
    id: str
    name: str
    of: str | None
    of_name: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]


_Key = tuple[What, str, str | None]


@dataclass(frozen=True, slots=True)
class _Side:
    values: Mapping[_Key, tuple[str, ...]]
    names: Mapping[str, str]


def compare_roles(
    before: Snapshot, after: Snapshot, affairs_before: Affairs, affairs_after: Affairs
) -> tuple[RoleChange, ...]:
    """What changed around the actors, by what it is, then by what it belongs to and whose it is."""
    old, new = _side(before, affairs_before), _side(after, affairs_after)
    names = {**old.names, **new.names}
    rank = {what: place for place, what in enumerate(What)}
    return tuple(
        RoleChange(
            what=key[0],
            turn=Turn.BEGUN if key not in old.values else Turn.ENDED if key not in new.values else Turn.ALTERED,
            id=key[1],
            name=names.get(key[1], key[1]),
            of=key[2],
            of_name=None if key[2] is None else names.get(key[2], key[2]),
            before=_told(key[0], old, key),
            after=_told(key[0], new, key),
        )
        for key in sorted(old.values.keys() | new.values.keys(), key=lambda key: (rank[key[0]], key[2] or "", key[1]))
        if old.values.get(key) != new.values.get(key) and not _comes_with_its_seat(key, old, new)
    )


def _comes_with_its_seat(key: _Key, old: _Side, new: _Side) -> bool:
    """Who sits there is told only of a seat that goes on."""
    seat = (What.SEAT, *key[1:])
    return key[0] is What.SITTER and not (seat in old.values and seat in new.values)


def _told(what: What, side: _Side, key: _Key) -> tuple[str, ...]:
    values = side.values.get(key, ())
    return tuple(side.names.get(one, one) for one in values) if what is What.SITTER else values


def _side(snapshot: Snapshot, affairs: Affairs) -> _Side:
    named: tuple[Iterable[tuple[str, str]], ...] = (
        ((one.id, one.name) for group in (snapshot.bodies, snapshot.sub_networks) for one in group),
        ((one.id, one.name) for group in (snapshot.linkers, snapshot.managers) for one in group),
        zip(snapshot.actors.ids, snapshot.actors.names, strict=True),
    )
    own = {one: name for pairs in named for one, name in pairs}
    values: dict[_Key, set[str]] = {}
    for key, value in _entries(snapshot, affairs):
        values.setdefault(key, set()).update(() if value is None else (value,))
    in_order = {key: tuple(sorted(told)) for key, told in values.items()}
    return _Side(in_order, {**own, **snapshot.people, **affairs.names})


def _entries(snapshot: Snapshot, affairs: Affairs) -> Iterator[tuple[_Key, str | None]]:
    for body in snapshot.bodies:
        yield (What.BODY, body.id, None), body.body_kind
    for seat in snapshot.seats:
        yield (What.SEAT, seat.holder, seat.body), seat.role
        if seat.person != seat.holder:
            yield (What.SITTER, seat.holder, seat.body), seat.person
    for linker in snapshot.linkers:
        yield (What.LINKER, linker.id, linker.links), "accepted" if linker.accepted else "designated"
    for manager in snapshot.managers:
        yield (What.MANAGER, manager.id, manager.network), manager.role
    for network in snapshot.sub_networks:
        yield (What.SUB_NETWORK, network.id, None), network.sub_network_kind
        for member in network.members:
            yield (What.SUB_NETWORK_MEMBER, member, network.id), None
    for agreement in affairs.agreements:
        yield (What.AGREEMENT, agreement.id, None), agreement.agreement_kind
        yield (What.AGREEMENT, agreement.id, None), agreement.stage
        for party in agreement.parties:
            yield (What.PARTY, party.id, agreement.id), party.role
