"""What an import says of new records that probably are stored ones or one another: notes, never faults."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from network_service.domain.nodes import Actor, Person
from network_service.domain.record import Record
from network_service.domain.thai.text import match_form
from network_service.ingest.duplicates.pair import Pair
from network_service.ingest.fault import Note
from network_service.ingest.imported import Imported
from network_service.operations.duplicate_pairs import duplicate_pairs

LISTED = 20
"""Pairs that an import names; more are counted, and the command `duplicates` lists them."""


def with_duplicate_notes(imported: Imported, known: Mapping[str, Record], day: date) -> Imported:
    """The import with a note for each new actor or person who probably is another one.

    Pairs that something tells apart are left to the command, as are stored records among themselves. What the note on
    equal names says already is not said twice.
    """
    new = {record.id for record in imported.records if isinstance(record, Actor | Person) and record.id not in known}
    if not new:
        return imported
    coming = {record.id: record for record in imported.records}
    records = {**{one: record for one, record in known.items() if record.holds_on(day)}, **coming}
    told = any(note.code == "same_name" for note in imported.notes)
    pairs = [
        pair
        for pair in duplicate_pairs(records.values(), about=new)
        if not pair.reason.tells_apart and not (told and _stored_namesake(pair, records, known))
    ]
    notes = [_note(pair, records) for pair in pairs[:LISTED]]
    if len(pairs) > LISTED:
        notes.append(Note("probable_duplicates_more", {"count": len(pairs) - LISTED}))
    return replace(imported, notes=(*imported.notes, *notes))


def _note(pair: Pair, records: Mapping[str, Record]) -> Note:
    return Note(
        "probable_duplicate",
        {"one": _name(records[pair.one]), "other": _name(records[pair.other]), "reason": pair.reason},
    )


def _stored_namesake(pair: Pair, records: Mapping[str, Record], known: Mapping[str, Record]) -> bool:
    if (pair.one in known) == (pair.other in known):
        return False
    forms = {match_form(_name(records[one])).replace(" ", "") for one in (pair.one, pair.other)}
    return len(forms) == 1 and records[pair.one].kind == records[pair.other].kind


def _name(record: Record) -> str:
    assert isinstance(record, Actor | Person)
    return record.display_name
