"""What the rules over the whole network say of a file's records beside those that the store has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from network_service.domain.integrity.rules import CONTRADICTIONS, DOUBTS, check_network
from network_service.domain.integrity.violation import Spot, Violation
from network_service.domain.keys import KEYED_BY_OTHERS
from network_service.domain.record import Node, Record, Tie
from network_service.domain.references import references_of
from network_service.ingest.fault import At, Note, Said

_NAMED = 3
"""Other records, places and kinds of doubt that one sentence names, before the rest is only counted."""
_DOUBTS_TOLD = 5
"""Kinds of doubt with a line of their own: more would hide the faults above them."""

_OF_ANOTHER = "integrity.of_another"


@dataclass(frozen=True, slots=True)
class InFile:
    """A record that a file brings, and where it stands there."""

    record: Record
    place: At


@dataclass(frozen=True, slots=True)
class Told:
    """A rule broken by a record of the file: the rule's code, the sentence's, where it is told, what it needs."""

    rule: str
    code: str
    spot: Spot
    parameters: Mapping[str, object]


def contradictions_in(file: Mapping[str, InFile], known: Mapping[str, Record]) -> list[Told]:
    """What cannot be true once the file's records, in its order, are in the store.

    One between two rows is told at the later. What only the store's records have part in is not the file's fault, nor
    is what it repeats of them unchanged: an export of a store that contradicts itself can be edited and read again.
    """
    everything = {**known, **{record_id: one.record for record_id, one in file.items()}}
    # No contradiction depends on the day.
    return list(_told(check_network(everything.values(), date.min, CONTRADICTIONS), file, known, everything))


def doubts_in(file: Mapping[str, InFile], known: Mapping[str, Record], day: date) -> list[Note]:
    """What is probably a slip once the file's records are in the store: one note a rule, for a handful of rules."""
    everything = {**known, **{record_id: one.record for record_id, one in file.items()}}
    groups: dict[str, list[Told]] = {}
    for one in _told(check_network(everything.values(), day, DOUBTS), file, known, everything):
        groups.setdefault(one.rule, []).append(one)
    notes = []
    for group in list(groups.values())[:_DOUBTS_TOLD]:
        places = tuple(dict.fromkeys(file[one.spot.record_id].place for one in group))
        said = Said(f"fault.{group[0].code}", group[0].parameters)
        notes.append(Note("doubt", {"count": len(group), "said": said, "places": places[:_NAMED]}))
    left = [len(group) for group in groups.values()][_DOUBTS_TOLD:]
    if left:
        notes.append(Note("more_doubts", {"count": sum(left)}))
    return notes


def name_of(record: Record, records: Mapping[str, Record]) -> str:
    """What a person calls a record: its name; for a tie those of its ends, for a meeting or stage whose it is."""
    if isinstance(record, Tie):
        ends = (records.get(end) for end in (record.source, record.target))
        return " → ".join(end.display_name if isinstance(end, Node) else "?" for end in ends)
    name = record.display_name if isinstance(record, Node) else record.id
    of = (records.get(one.id) for one in references_of(record)) if record.kind in KEYED_BY_OTHERS else ()
    return ": ".join([*(one.display_name for one in of if isinstance(one, Node)), name])


def _told(
    violations: list[Violation], file: Mapping[str, InFile], known: Mapping[str, Record], records: Mapping[str, Record]
) -> Iterator[Told]:
    order = {record_id: place for place, record_id in enumerate(file)}
    for violation in violations:
        spots = [spot for spot in violation.spots if spot.record_id in order]
        new = [spot for spot in spots if known.get(spot.record_id) != file[spot.record_id].record]
        if not new:
            continue
        # Where two rows say the same, the later one is the slip; else it is told where the rule looks first.
        alike = [spot for spot in new if spot.field == violation.field]
        told = max(alike or new, key=lambda spot: order[spot.record_id])
        about = told if alike else Spot(violation.record_id, violation.field)
        others = dict.fromkeys(spot.record_id for spot in violation.spots if spot.record_id != about.record_id)
        named = [file[one].place if one in file else name_of(records[one], records) for one in others]
        parameters = {"others": tuple(named[:_NAMED])}
        if alike:
            yield Told(violation.code, violation.code, told, parameters)
        else:
            yield Told(violation.code, _OF_ANOTHER, told, _of_another(violation, records, parameters))


def _of_another(
    violation: Violation, records: Mapping[str, Record], parameters: Mapping[str, object]
) -> Mapping[str, object]:
    """What a row does to a record that only the store has is said of that record, by its name."""
    code = f"fault.{violation.code}"
    record = (name_of(records[violation.record_id], records),)
    return {"record": record, "said": Said(code, parameters), "cure": Said(f"{code}.cure", parameters)}
