"""What goes out as a workbook or JSON comes back the same: nothing lost, nothing run, nothing half-written."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from network_service.documents.json_export import write_json
from network_service.documents.workbook_export import write_workbook
from network_service.domain.identity import id_from_code, id_of_tie
from network_service.domain.kinds import RECORD_TYPES, record_from
from network_service.domain.record import Record
from network_service.errors import UsageError
from network_service.ingest.reading import read_file
from network_service.messages import messages_in
from tests.domain.strategies import PROVINCE, networks

LAW = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # A file of fifteen sheets an example: shrinking one that fails took minutes, and told no more.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def by_id(records) -> dict[str, Record]:
    return {record.id: record for record in records}


@given(records=networks(), language=st.sampled_from(["th", "en"]))
@LAW
def test_a_workbook_read_back_gives_equal_records_with_or_without_the_stored_ones(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record], language: str
):
    path = tmp_path_factory.mktemp("export") / "network.xlsx"
    write_workbook(path, records, language)
    for known in ({}, by_id(records)):
        imported = read_file(path).assemble(known)
        assert imported.faults == ()
        assert by_id(imported.records) == by_id(records)


@given(records=networks())
@LAW
def test_json_read_back_gives_equal_records(tmp_path_factory: pytest.TempPathFactory, records: list[Record]):
    path = tmp_path_factory.mktemp("export") / "network.json"
    write_json(path, records, PROVINCE)
    imported = read_file(path).assemble({})
    assert imported.faults == ()
    assert by_id(imported.records) == by_id(records)


@given(records=networks())
@settings(LAW, max_examples=5)
def test_no_cell_of_an_export_is_a_formula(tmp_path_factory: pytest.TempPathFactory, records: list[Record]):
    path = tmp_path_factory.mktemp("export") / "network.xlsx"
    write_workbook(path, records, "th")
    cells = [cell for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]


def test_sheets_of_the_building_steps_are_there_only_where_they_have_rows(tmp_path: Path):
    actor = RECORD_TYPES["group"].model_validate({"id": id_from_code(PROVINCE, "G"), "province": PROVINCE, "name": "ก"})
    order = {"id": id_from_code(PROVINCE, "I"), "province": PROVINCE, "name": "ข", "instrument_kind": "order"}
    write_workbook(tmp_path / "a.xlsx", [actor, RECORD_TYPES["instrument"].model_validate(order)], "en")
    titles = load_workbook(tmp_path / "a.xlsx").sheetnames
    core = ["Network", "Actors", "People", "Posts", "Affiliations", "Collaborations"]
    assert titles == ["Explanation", *core, "Orders and certificates", "Choices"]


def test_references_are_chosen_from_all_names_that_their_column_may_mean(tmp_path: Path):
    given = {
        "group": {"name": "ชมรม ก"},
        "person": {"given_name": "สมมติ", "family_name": "ตัวอย่างดี", "titles": ["นาง"]},
        "post": {"name": "ประธานชมรม"},
        "body": {"name": "คณะ ข", "body_kind": "executive_committee"},
    }
    ids = {kind: id_from_code(PROVINCE, kind) for kind in given}
    records = [
        RECORD_TYPES[kind].model_validate({"id": ids[kind], "province": PROVINCE, **fields})
        for kind, fields in given.items()
    ]
    seat = {"id": id_from_code(PROVINCE, "s"), "province": PROVINCE, "source": ids["post"], "target": ids["body"]}
    write_workbook(tmp_path / "a.xlsx", [*records, RECORD_TYPES["appointed_to"].model_validate(seat)], "en")
    workbook = load_workbook(tmp_path / "a.xlsx")
    holder = next(one for one in workbook["Seats"].data_validations.dataValidation if "C2" in one.cells)
    title, _, block = holder.formula1.replace("$", "").replace("'", "").rpartition("!")
    assert {cell.value for (cell,) in workbook[title][block]} == {"ชมรม ก", "สมมติ ตัวอย่างดี", "ประธานชมรม"}


def test_a_survey_about_the_network_itself_keeps_its_subject(tmp_path: Path):
    network = {"id": id_from_code(PROVINCE, "N"), "province": PROVINCE, "name": "เครือข่าย"}
    rating = {"id": id_from_code(PROVINCE, "R"), "province": PROVINCE, "rating_kind": "acceptance"}
    records = [
        RECORD_TYPES["province_network"].model_validate(network),
        RECORD_TYPES["rating"].model_validate({**rating, "subject": network["id"]}),
    ]
    write_workbook(tmp_path / "a.xlsx", records, "th")
    assert by_id(read_file(tmp_path / "a.xlsx").assemble({}).records) == by_id(records)


def test_invented_data_says_so_on_the_first_sheet_and_every_page(tmp_path: Path):
    network = RECORD_TYPES["province_network"].model_validate(
        {"id": id_from_code(PROVINCE, "N"), "province": PROVINCE, "name": "เครือข่าย", "synthetic": True}
    )
    write_workbook(tmp_path / "a.xlsx", [network], "th")
    mark = messages_in("th").text("export.synthetic")
    sheets = load_workbook(tmp_path / "a.xlsx").worksheets
    assert any(cell.value == mark for row in sheets[0].iter_rows() for cell in row)
    assert {sheet.oddHeader.center.text for sheet in sheets[:-1]} == {mark}
    write_json(tmp_path / "a.json", [network], PROVINCE, 3)
    head = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (head["synthetic"], head["revision"]) == (True, 3)


def test_a_text_too_long_for_a_cell_is_refused_and_never_cut(tmp_path: Path):
    aliases = tuple(f"{number} " + "ก" * 490 for number in range(70))
    actor = RECORD_TYPES["group"].model_validate(
        {"id": id_from_code(PROVINCE, "G"), "province": PROVINCE, "name": "ก", "aliases": aliases}
    )
    with pytest.raises(UsageError, match=r"export\.cell_too_long"):
        write_workbook(tmp_path / "a.xlsx", [actor], "th")
    assert list(tmp_path.iterdir()) == []


def test_a_survey_about_the_network_and_the_paper_of_a_membership_come_back(tmp_path: Path):
    """An empty end of a tie means the network, another empty cell nothing; a row of actors has no cell for a paper."""
    told = {"province": PROVINCE, "valid_from": None}
    network = {"kind": "province_network", "id": id_from_code(PROVINCE, "N"), "name": "เครือข่าย"}
    paper = {"kind": "instrument", "id": id_from_code(PROVINCE, "P"), "name": "หนังสือ", "instrument_kind": "certificate"}
    actor = {"kind": "group", "id": id_from_code(PROVINCE, "A"), "name": "ชมรม"}
    rating = {"kind": "rating", "id": id_from_code(PROVINCE, "R"), "rating_kind": "culture", "subject": network["id"]}
    ends = (actor["id"], network["id"])
    member = {"kind": "member_of", "id": id_of_tie(PROVINCE, "member_of", *ends), "source": ends[0], "target": ends[1]}
    member |= {"status": "certified", "certified_by": paper["id"]}
    records = [record_from(told | one) for one in (network, paper, actor, rating, member)]
    write_workbook(tmp_path / "a.xlsx", records, "th")
    assert by_id(read_file(tmp_path / "a.xlsx").assemble({}).records) == by_id(records)
