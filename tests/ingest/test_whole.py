"""Contradictions and doubts are the file's only where it brings them, and are told where they can be mended."""

from datetime import date
from typing import Any

import pytest

from network_service.domain.kinds import record_from
from network_service.domain.record import Record
from network_service.ingest.fault import At
from network_service.ingest.imported import Imported
from network_service.ingest.whole import InFile, doubts_in
from network_service.messages import LANGUAGES, messages_in
from tests.domain.integrity.breaking import CONTRADICTING, DAY, DOUBTFUL
from tests.ingest.workbooks import PROVINCE, by_id, faults, imported

OFFICES = (["id", "level", "name", "parent"],)


def own(found: Imported) -> list[tuple[str, str]]:
    """Code and cell of each fault, without those of rows that fall with another."""
    return [(fault.code, fault.cell) for fault in found.faults if not fault.is_consequence]


def offices(known: dict[str, Record], **parents: str | None) -> Imported:
    """Offices by code, each with the code of its parent."""
    rows = [[code, "organisation", f"สำนักงาน {code}", parent] for code, parent in parents.items()]
    return imported(known, Actors=[*OFFICES, *rows])


def stored(**parents: str | None) -> dict[str, Record]:
    """A store of such offices, which nobody checked."""
    found = offices({}, **dict.fromkeys(parents))
    records = by_id(found)
    ids = {record.source_key: record.id for record in found.records if record.source_key}
    for code, parent in parents.items():
        if parent is not None:
            records[ids[code]] = records[ids[code]].model_copy(update={"parent": ids[parent]})
    return records


def test_a_circle_is_told_at_its_last_row_and_names_the_places_of_the_others():
    found = offices({}, A="B", B="C", C="A")
    assert own(found) == [("integrity.parent_in_circle", "D4")]
    said = found.faults[-1].sentence(messages_in("en"))
    assert "sheet “Actors” row 2" in said
    assert "sheet “Actors” row 3" in said


def test_what_stands_in_the_store_is_named_by_its_name():
    found = offices(stored(A="B", B=None), B="A")
    assert faults(found) == [("integrity.parent_in_circle", "D2")]
    assert "“สำนักงาน A”" in found.faults[0].sentence(messages_in("en"))


def test_a_contradiction_of_the_store_refuses_no_file_that_has_no_part_in_it():
    known = stored(A="B", B="A")
    assert offices(known, C=None).is_clean
    assert offices(known, A="B", C="A").is_clean, "an unchanged row of it brings nothing new"
    assert faults(offices(known, A="B", B=None)) == []


def test_a_row_refused_leaves_what_the_store_has_which_may_contradict_the_others():
    """A comes under B, which leaves it for D: B and D run in a circle, so B stays under A, and A cannot move."""
    known = stored(A=None, B="A")
    found = offices(known, A="B", B="D", D="B")
    assert own(found) == [("integrity.parent_in_circle", "D2"), ("integrity.parent_in_circle", "D4")]
    assert [record.kind for record in found.records] == ["province_network"]


def in_store(*records: Record) -> dict[str, Record]:
    network = record_from({"kind": "province_network", "id": "0" * 8 + "-0000-0000-0000-" + "0" * 12, **_NETWORK})
    return {record.id: record for record in (network, *records)}


_NETWORK: dict[str, Any] = {"province": PROVINCE, "name": "เครือข่าย"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_row_does_to_a_stored_record_is_said_of_that_record(language: str):
    """The supersession and the older order are stored; the file dates the newer order before it."""
    newer, older, tie = CONTRADICTING["superseded_signed_later"].records
    known = in_store(newer.model_copy(update={"signed_on": date(2025, 1, 3)}), older, tie)
    rows = [["id", "name", "instrument kind", "signed on"], [newer.id, "ทดลอง signed-a", "minutes", "1/1/2568"]]
    found = imported(known, Instruments=rows)
    assert faults(found) == [("integrity.of_another", "D2")]
    words = messages_in(language)
    assert "ทดลอง signed-a → ทดลอง signed-b" in found.faults[0].sentence(words)
    assert found.faults[0].cure(words) == words.text("fault.integrity.superseded_signed_later.cure")


def test_of_many_kinds_of_doubt_a_handful_has_a_line_and_the_rest_is_counted():
    records = [record for broken in DOUBTFUL.values() for record in broken.records]
    notes = doubts_in({one.id: InFile(one, At("x", n)) for n, one in enumerate(records)}, {}, DAY)
    assert [note.code for note in notes] == ["doubt"] * 5 + ["more_doubts"]
    assert sum(note.parameters["count"] for note in notes) == len(DOUBTFUL)
    for language in LANGUAGES:
        assert all("{" not in note.sentence(messages_in(language)) for note in notes)
