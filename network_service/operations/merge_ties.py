"""What becomes of ties when one node is merged into another: they turn to the kept one, or were said twice."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from network_service.domain.keys import TIE_APART
from network_service.domain.personal_data import KEPT
from network_service.domain.record import Record, Tie
from network_service.domain.references import with_references
from network_service.domain.vocabulary import Visibility
from network_service.errors import InputError
from network_service.operations.plan import FieldChange, PlannedChange, differences, planned
from network_service.store.change import StoredRecord

_NOT_COMPARED = frozenset({"id", "source", "target", "valid_from", "valid_to", "source_key"})
_ORDER = list(Visibility)


@dataclass(frozen=True, slots=True)
class SaidTwice:
    """A tie, or a record told apart by what it names, that goes because the kept record's own says the same.

    `fields` are what the two say differently: before is what stays and after what goes.
    """

    gone: Record
    stays: Record
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class TiePlan:
    """Changes of ties, and those that were said twice."""

    changes: tuple[PlannedChange, ...]
    said_twice: tuple[SaidTwice, ...]


@dataclass(slots=True)
class _Own:
    """A tie of the kept record, as stored and as widened so far."""

    stored: StoredRecord
    tie: Tie


def plan_ties(ties: Iterable[StoredRecord], gone: str, kept: str) -> TiePlan:
    """Plan for all ties of both nodes.

    Those of the gone one turn to the kept one. One that would join it to itself goes. One that then says the same as a
    tie of the kept one at the same time goes too, and that one is widened to both periods. Where the widened one meets
    a further tie of the kept record from which it was apart before, the two become one as well.
    """
    own: dict[tuple[str, ...], list[_Own]] = defaultdict(list)
    turning: list[tuple[StoredRecord, Tie]] = []
    removed: list[StoredRecord] = []
    for stored in ties:
        tie = stored.record
        assert isinstance(tie, Tie)
        if {tie.source, tie.target} == {gone, kept}:
            removed.append(stored)
        elif gone in (tie.source, tie.target):
            turned = with_references(tie, {gone: kept})
            assert isinstance(turned, Tie)
            turning.append((stored, turned))
        else:
            # It may name the gone one by another of its fields.
            said = with_references(tie, {gone: kept})
            assert isinstance(said, Tie)
            own[_same_as(said)].append(_Own(stored, said))
    for several in own.values():
        several.sort(key=lambda one: (_period(one.tie), one.tie.id))
    changes: list[PlannedChange] = []
    twice: list[SaidTwice] = []
    for stored, turned in sorted(turning, key=lambda pair: (_period(pair[1]), pair[1].id)):
        several = own[_same_as(turned)]
        met = [one for one in several if _overlap(one.tie, turned)]
        if not met:
            changes.append(planned(stored, turned))
            continue
        removed.append(stored)
        twice.append(said_twice(turned, met[0].tie))
        bridged = [one for one in met[1:] if not _overlap(one.tie, met[0].tie)]
        met[0].tie = _widened(met[0].tie, [turned, *(one.tie for one in bridged)])
        for one in bridged:
            several.remove(one)
            removed.append(one.stored)
            twice.append(said_twice(one.tie, met[0].tie))
    widened = [
        planned(one.stored, one.tie) for several in own.values() for one in several if one.tie != one.stored.record
    ]
    return TiePlan((*changes, *widened, *(planned(stored, None) for stored in removed)), tuple(twice))


def _same_as(tie: Tie) -> tuple[str, ...]:
    """What two ties have in common that say the same: kind, ends, and what tells parallel ties apart."""
    return tie.kind, tie.source, tie.target, *(str(getattr(tie, field)) for field in TIE_APART.get(tie.kind, ()))


def _period(tie: Tie) -> tuple[date, date]:
    return tie.valid_from or date.min, tie.valid_to or date.max


def _overlap(one: Tie, other: Tie) -> bool:
    return _period(one)[0] < _period(other)[1] and _period(other)[0] < _period(one)[1]


def _widened(tie: Tie, others: Iterable[Tie]) -> Tie:
    """The tie over its own period and those of the others; `None` is an open end and wins, as fewer to see it do."""
    ties = [tie, *others]
    firsts, ends = [one.valid_from for one in ties], [one.valid_to for one in ties]
    hidden = max((one.seen_by() for one in ties), key=_ORDER.index)
    period = {
        "visibility": tie.visibility if hidden is tie.seen_by() else hidden,
        "valid_from": None if None in firsts else min(day for day in firsts if day),
        "valid_to": None if None in ends else max(day for day in ends if day),
    }
    try:
        return type(tie).model_validate({**tie.model_dump(), **period}, context=KEPT)
    except ValidationError as error:
        raise InputError("merge.tie_contradicts", record_id=tie.id) from error


def said_twice(gone: Record, stays: Record) -> SaidTwice:
    """One that goes for another, with what it says otherwise."""
    fields = tuple(one for one in differences(stays, gone) if one.field not in _NOT_COMPARED)
    return SaidTwice(gone, stays, fields)


def seen_by_fewer(one: Record, other: Record) -> bool:
    """Whether fewer may see the first record than the second."""
    return _ORDER.index(one.seen_by()) > _ORDER.index(other.seen_by())
