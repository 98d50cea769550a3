"""What names a merged record means the one that was kept; a row of the merged record itself is not brought to life."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from network_service.domain.merged import Merged
from network_service.domain.record import Record
from network_service.ingest.imported import Imported
from network_service.ingest.reading import read_file
from tests.snapshot.records import PROVINCE, a_network, node, tie

NETWORK = a_network()
KEPT, OTHER = node("organization", "สำนักงาน ก"), node("organization", "ชมรม ข")
GONE = node("organization", "สนง.ก", source_key="A7")
MERGED = Merged(
    id=GONE.id, province=PROVINCE, name=GONE.display_name, was="organization", into=KEPT.id, source_key="A7"
)
KNOWN = {record.id: record for record in (NETWORK, KEPT, OTHER, MERGED)}


@pytest.fixture
def read(tmp_path: Path):
    def read(known: dict[str, Record] = KNOWN, **sheets: list[list[str]]) -> Imported:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in {"Network": [["province code", "name"], [PROVINCE, "เครือข่ายทดสอบ"]], **sheets}.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "b.xlsx")
        return read_file(tmp_path / "b.xlsx").assemble(known)

    return read


@pytest.fixture
def read_records(tmp_path: Path):
    def read_records(*records: Record, known: dict[str, Record] = KNOWN) -> Imported:
        path = tmp_path / "n.json"
        listed = [record.model_dump(mode="json", exclude_none=True) for record in records]
        head = {"format": "network-service", "format_version": 1, "province": PROVINCE, "records": listed}
        path.write_text(json.dumps(head), encoding="utf-8")
        return read_file(path).assemble(known)

    return read_records


@pytest.mark.parametrize("named", [GONE.id, "สนง.ก", "สนง. ก", "A7"])
def test_a_reference_by_former_id_name_or_code_means_the_kept_record(read, named: str):
    imported = read(Collaborations=[["from", "to"], ["ชมรม ข", named]])
    assert imported.faults == ()
    assert [(one.source, one.target) for one in imported.records if one.kind == "collaborates_with"] == [
        (OTHER.id, KEPT.id)
    ]


def test_a_record_that_bears_the_name_itself_comes_before_one_that_bore_it(read):
    namesake = node("group", "สนง.ก")
    imported = read({**KNOWN, namesake.id: namesake}, Collaborations=[["from", "to"], ["ชมรม ข", "สนง.ก"]])
    assert [one.target for one in imported.records if one.kind == "collaborates_with"] == [namesake.id]


def test_a_chain_of_merges_leads_to_its_end(read):
    end = node("organization", "สุดท้าย")
    chained = Merged(id=KEPT.id, province=PROVINCE, name="สำนักงาน ก", was="organization", into=end.id)
    known = {**KNOWN, end.id: end, KEPT.id: chained}
    imported = read(known, Collaborations=[["from", "to"], ["ชมรม ข", "สนง.ก"]])
    assert [one.target for one in imported.records if one.kind == "collaborates_with"] == [end.id]


@pytest.mark.parametrize("row", [[GONE.id, "organisation", "สนง.ก"], ["", "organisation", "สนง.ก"]])
def test_a_row_of_the_merged_record_is_one_fault_that_names_the_kept_one(read, row: list[str]):
    imported = read(
        Actors=[["id", "level", "name"], row, ["", "organisation", "ใหม่"]],
        Collaborations=[["from", "to"], ["ชมรม ข", "สนง.ก"]],
    )
    (fault,) = imported.faults
    assert (fault.code, fault.row, dict(fault.parameters)) == (
        "id.merged",
        2,
        {"name": KEPT.display_name, "id": KEPT.id},
    )
    assert [one.target for one in imported.records if one.kind == "collaborates_with"] == [KEPT.id]
    assert GONE.id not in {one.id for one in imported.records}


def test_json_means_the_kept_record_too(read_records):
    link, post = tie("collaborates_with", OTHER, GONE), node("post", "ผู้อำนวยการ", organization=GONE.id)
    imported = read_records(link, post)
    assert imported.faults == ()
    told = {one.id: one for one in imported.records}
    assert (told[link.id].target, told[post.id].organization) == (KEPT.id, KEPT.id)


def test_json_does_not_bring_a_merged_record_to_life(read_records):
    imported = read_records(GONE, tie("collaborates_with", OTHER, GONE), tie("collaborates_with", KEPT, GONE))
    assert [fault.code for fault in imported.faults] == ["id.merged", "record.self_tie"]
    assert [one.target for one in imported.records] == [KEPT.id]


def test_json_brings_merged_records_as_they_are_and_checks_where_they_lead(read_records):
    imported = read_records(KEPT, MERGED, known={})
    assert (imported.faults, set(imported.records)) == ((), {KEPT, MERGED})
    assert [fault.code for fault in read_records(MERGED, known={}).faults] == ["reference.unknown"]
    assert [fault.code for fault in read_records(MERGED, known={**KNOWN, GONE.id: GONE}).faults] == ["id.not_merged"]


HEADERS = ["id", "name", "was", "into"]
ACTORS = [["id", "level", "name"], [KEPT.id, "organisation", "สำนักงาน ก"], [OTHER.id, "organisation", "ชมรม ข"]]


def told(imported: Imported) -> list[tuple[str, str]]:
    return [(fault.code, fault.column) for fault in imported.faults]


def merged_in(imported: Imported) -> dict[str, str]:
    return {one.id: one.into for one in imported.records if isinstance(one, Merged)}


@pytest.mark.parametrize("into", [KEPT.id, "สำนักงาน ก"])
@pytest.mark.parametrize("named", [GONE.id, "สนง.ก", "A7"])
def test_in_an_empty_store_a_row_of_a_merged_record_makes_its_id_code_and_name_mean_the_kept_one(
    read, into: str, named: str
):
    imported = read(
        {},
        Merged=[[*HEADERS, "source key"], [GONE.id, "สนง.ก", "organisation", into, "A7"]],
        Actors=ACTORS,
        Collaborations=[["from", "to"], ["ชมรม ข", named]],
    )
    assert (told(imported), merged_in(imported)) == ([], {GONE.id: KEPT.id})
    assert [one.target for one in imported.records if one.kind == "collaborates_with"] == [KEPT.id]


def test_each_merge_of_a_chain_stays_as_it_was_made(read):
    first = node("organization", "แรก")
    rows = [[first.id, "แรก", "organisation", GONE.id], [GONE.id, "สนง.ก", "organisation", KEPT.id]]
    imported = read({}, Merged=[HEADERS, *rows], Actors=ACTORS, Collaborations=[["from", "to"], ["ชมรม ข", "แรก"]])
    assert (told(imported), merged_in(imported)) == ([], {first.id: GONE.id, GONE.id: KEPT.id})
    assert [one.target for one in imported.records if one.kind == "collaborates_with"] == [KEPT.id]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (["", "สนง.ก", "organisation", KEPT.id], ("value.required", "id")),
        ([GONE.id, "สนง.ก", "organisation", ""], ("value.required", "into")),
        ([GONE.id, "สนง.ก", "organisation", "ไม่มีที่ใดชื่อนี้"], ("reference.unknown", "into")),
        ([GONE.id, "สนง.ก", "organisation", GONE.id], ("record.merged_into_itself", "into")),
        ([GONE.id, "สนง.ก", "person", KEPT.id], ("integrity.merged_into_other_kind", "was")),
        ([KEPT.id, "สนง.ก", "organisation", OTHER.id], ("id.twice", "id")),
    ],
)
def test_a_row_that_makes_no_sense_is_one_fault_at_its_cell(read, row: list[str], fault: tuple[str, str]):
    imported = read({}, Merged=[HEADERS, row], Actors=ACTORS)
    assert (told(imported), merged_in(imported)) == ([fault], {})


def test_rows_that_lead_in_a_circle_lead_nowhere(read):
    other = node("organization", "อีกแห่ง")
    rows = [[GONE.id, "สนง.ก", "organisation", other.id], [other.id, "อีกแห่ง", "organisation", GONE.id]]
    imported = read({}, Merged=[HEADERS, *rows], Actors=ACTORS)
    assert ("integrity.merged_in_circle", "into") in told(imported)
    assert merged_in(imported) == {}


def test_a_row_for_a_record_that_lives_in_the_store_is_a_fault_that_says_to_merge(read):
    imported = read(
        {**KNOWN, GONE.id: GONE},
        Merged=[HEADERS, [GONE.id, "สนง.ก", "organisation", KEPT.id]],
        Collaborations=[["from", "to"], ["ชมรม ข", "สนง.ก"]],
    )
    assert (told(imported), merged_in(imported)) == ([("id.not_merged", "id")], {})
    assert [one.target for one in imported.records if one.kind == "collaborates_with"] == [GONE.id]


def test_what_the_store_says_already_is_accepted_and_another_end_is_not(read, read_records):
    end = node("organization", "สุดท้าย")
    chained = Merged(id=KEPT.id, province=PROVINCE, name="สำนักงาน ก", was="organization", into=end.id)
    known = {**KNOWN, end.id: end, KEPT.id: chained}
    for into in (KEPT.id, end.id, "สุดท้าย", "สำนักงาน ก"):
        imported = read(known, Merged=[HEADERS, [GONE.id, "สนง.ก", "organisation", into]])
        assert (told(imported), merged_in(imported)) == ([], {GONE.id: KEPT.id})
    imported = read(known, Merged=[HEADERS, [GONE.id, "สนง.ก", "organisation", OTHER.id]])
    assert (told(imported), merged_in(imported)) == ([("merged.into_another", "into")], {})
    assert read_records(MERGED, chained, end, known=known).faults == ()
    turned = MERGED.model_copy(update={"into": OTHER.id})
    assert told(read_records(turned, known=known)) == [("merged.into_another", "into")]


def test_a_meeting_or_stage_that_was_merged_goes_by_the_code_of_the_one_that_was_kept(read):
    body = node("body", "คณะ", body_kind="steering_committee")
    rows = [["id", "name", "body kind"], [body.id, "คณะ", "steering_committee"]]
    meetings = [["id", "body", "held on"], ["M1", "คณะ", "1/2/2569"]]
    imported = read({}, Merged=[HEADERS, [GONE.id, "1 ก.พ. 2569", "meeting", "M1"]], Bodies=rows, Meetings=meetings)
    (kept,) = [one.id for one in imported.records if one.kind == "meeting"]
    assert (told(imported), merged_in(imported)) == ([], {GONE.id: kept})
