"""What was known when: the state of the sample on each of the days on which the office sent a file.

The records say how it is; this says since when the office knew. A thing is known once it has happened, an end once it
has come, and what the two tables say besides: `earlier` (a value that stood there before, a slip or a former state) and
`learnt_late` (what somebody told the office weeks after it happened). The state of the last day is the sample itself.
"""

from datetime import date, timedelta

from examples.sample_province.build import sample_ledger
from examples.sample_province.marks import records_meant
from examples.sample_province.tables import Row, rows
from network_service.domain.kinds import record_from
from network_service.domain.nodes import Activity, Agreement, Instrument, ProvinceNetwork, Verified
from network_service.domain.record import Record, Tie
from network_service.domain.references import references_of
from network_service.domain.ties import MemberOf, PartyTo
from network_service.domain.vocabulary import InstrumentKind

SENT_ON = (date(2025, 11, 1), date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 11)))
"""The days of the files: the whole state first, then what a month changed."""
HAPPENS = ("signed_on", "held_on", "surveyed_on", "counted_on")
"""Fields with the day before which a record is not known."""
TOLD_LATER = ("done_on", "feedback_published_on", "decided_on", "lesson_published_on", "accepted_on")
"""Fields that are empty until their day has come."""

State = dict[str, Record]
"""Records by id, nodes before ties."""


def states() -> dict[date, State]:
    """What the office knew on each day on which it sent a file."""
    ledger = sample_ledger()
    records = ledger.records()
    late = {record.id: row for row in rows("learnt_late") for record in records_meant(records, ledger, row)}
    earlier = [(row, {record.id for record in records_meant(records, ledger, row)}) for row in rows("earlier")]
    return {day: _state(records, day, late, earlier) for day in SENT_ON}


def changes_since(state: State, sent: State) -> list[Record]:
    """What an office sends when it has sent a state before: what is new or another, and the row of the network.

    That row names the province. The row of an actor or a person says its plain membership too, so that neither is sent
    without the other.
    """
    changed = {one.id for one in state.values() if isinstance(one, ProvinceNetwork)}
    changed |= {one.id for one in state.values() if sent.get(one.id) != one}
    changed |= {one.source for one in state.values() if isinstance(one, MemberOf) and one.id in changed}
    return [one for one in state.values() if one.id in changed]


def _state(records: list[Record], day: date, late: dict[str, Row], earlier: list[tuple[Row, set[str]]]) -> State:
    joined: dict[str, date] = {}
    for record in records:
        if isinstance(record, MemberOf) and record.valid_from:
            joined[record.source] = min(record.valid_from, joined.get(record.source, record.valid_from))
    known: State = {}
    for record in records:
        heard = _heard_until(day, late.get(record.id))
        first = joined.get(record.id)
        if (first and first > day) or not _has_begun(record, heard):
            continue
        if isinstance(record, Tie) and not {record.source, record.target} <= known.keys():
            continue
        told = _as_told(record, heard, known)
        for change, meant in earlier:
            if record.id in meant and day < date.fromisoformat(change["until"]):
                told[change["field"]] = change["value"]
        known[record.id] = record_from(told)
    return known


def _heard_until(day: date, late: Row | None) -> date:
    """The last day of which the office had news; of what it learnt late, the day before it happened."""
    if late is None or day >= date.fromisoformat(late["known"]):
        return day
    return min(day, date.fromisoformat(late["happened"]) - timedelta(days=1))


def _has_begun(record: Record, day: date) -> bool:
    """Whether a record was known on a day: begun, signed, held, counted."""
    if isinstance(record, Agreement) and record.signed_on:
        return record.signed_on <= day
    days = [record.valid_from, *(getattr(record, name, None) for name in HAPPENS)]
    return all(one is None or one <= day for one in days)


def _as_told(record: Record, day: date, known: State) -> dict[str, object]:
    """A record's fields as they were told on a day."""
    told = record.model_dump()
    if record.valid_to and record.valid_to > day and not _has_term(record):
        told["valid_to"] = None
    for name in TOLD_LATER:
        if told.get(name) and told[name] > day:
            told[name] = None
    if isinstance(record, Activity) and told["feedback_published_on"] != record.feedback_published_on:
        told["promise_kept"] = None  # whether it was kept is known when people hear what came of it
    if isinstance(record, Verified) and record.last_verified_on and record.last_verified_on > day:
        before = record.last_verified_on - timedelta(days=365)
        told |= {"last_verified_on": before} if before <= day else {"last_verified_on": None, "verifier": None}
    for reference in references_of(record):
        if reference.field not in {"source", "target"} and reference.id not in known:
            told[reference.field] = None
    return told


def _has_term(record: Record) -> bool:
    """Whether its end is agreed on when it begins: agreements and certificates have a term, orders have none."""
    if isinstance(record, Instrument):
        return record.instrument_kind is InstrumentKind.CERTIFICATE
    return isinstance(record, Agreement | PartyTo)
