"""A template for a province begins with what is known of it, and hands names only to those who may have them."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted, UsageError
from network_service.ingest.reading import read_file
from network_service.operations.import_network import ImportOptions, import_network
from network_service.operations.write_template import TemplateOptions, write_template
from network_service.store.sqlite.store import SqliteStore
from tests.operations.test_import_network import workbook as write_rows

DAY = date(2026, 10, 1)
USER = local_operator("tester")


@pytest.fixture
def store(tmp_path: Path):
    path = write_rows(
        tmp_path / "begin.xlsx",
        Network=[["province code", "name"], ["TH-98", "Network of the province"]],
        Actors=[
            ["level", "name", "valid to"],
            ["organisation", "Office A", None],
            ["group", "Club B", None],
            ["group", "Club that ended", "1/1/2020"],
        ],
        People=[["titles", "given name", "family name"], ["นาง", "สมมติ", "ตัวอย่างดี"]],
    )
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        assert import_network(USER, opened, path, ImportOptions(day=DAY)).imported.is_clean
        yield opened


def stored_names(workbook: Workbook, sheet: str, column: str) -> list[str]:
    """The texts in the list of a column: what was stored, not what formulas will find."""
    offers = workbook[sheet].data_validations.dataValidation
    formula = next(one.formula1 for one in offers if f"{column}2" in one.cells)
    letter = formula.split("!$")[1].split("$")[0]
    cells = [cell.value for cell in workbook["Choices"][letter]]
    return [text for text in cells if text and not text.startswith("=")]


def test_it_offers_stored_names_of_every_kind_that_have_not_ended(tmp_path: Path, store: SqliteStore):
    options = TemplateOptions(day=DAY, language="en", steps=(2,), province="th-98")
    write_template(USER, tmp_path / "t.xlsx", options, store)
    workbook = load_workbook(tmp_path / "t.xlsx")
    assert stored_names(workbook, "Linkers", "B") == ["สมมติ ตัวอย่างดี", "Club B", "Office A"]
    assert stored_names(workbook, "Linkers", "C") == ["Club B", "Office A"]


def test_the_code_of_an_invented_province_may_be_written_as_that_of_a_real_one(tmp_path: Path, store: SqliteStore):
    for place, text in enumerate(("98", "TH98", "๙๘")):
        out = tmp_path / f"{place}.xlsx"
        write_template(USER, out, TemplateOptions(day=DAY, language="en", province=text), store)
        rows = load_workbook(out)["Network"].iter_rows(min_row=2, max_row=2, max_col=3, values_only=True)
        assert [row[1:] for row in rows] == [("TH-98", "Network of the province")]


def test_its_network_is_the_stored_one_and_changes_nothing(tmp_path: Path, store: SqliteStore):
    write_template(USER, tmp_path / "t.xlsx", TemplateOptions(day=DAY, steps=(4,), province="TH-98"), store)
    known = {found.record.id: found.record for found in store.records(province="TH-98")}
    found = read_file(tmp_path / "t.xlsx").assemble(known)
    assert found.faults == ()
    assert {record.id: record for record in found.records}.items() <= known.items()
    assert [record.kind for record in found.records] == ["province_network"]


def test_the_first_step_of_a_real_province_has_its_districts(tmp_path: Path):
    write_template(USER, tmp_path / "t.xlsx", TemplateOptions(day=DAY, steps=(1,), province="TH-83"))
    workbook = load_workbook(tmp_path / "t.xlsx")
    areas = [[cell.value for cell in row[1:4]] for row in workbook["พื้นที่"].iter_rows(min_row=3)]
    # Phuket has three districts: the codes are the ministry's.
    assert areas == [
        ["อำเภอเมืองภูเก็ต", "อำเภอ", "8301"],
        ["อำเภอกะทู้", "อำเภอ", "8302"],
        ["อำเภอถลาง", "อำเภอ", "8303"],
    ]
    assert workbook["เครือข่ายจังหวัด"]["B2"].value == "TH-83"
    said = " ".join(str(cell.value) for row in workbook.worksheets[0].iter_rows() for cell in row)
    assert "GeoThai" in said


def test_names_are_for_those_who_may_export_them_and_an_empty_template_for_everybody(
    tmp_path: Path, store: SqliteStore
):
    viewer = Principal("viewer", frozenset({Role.VIEWER}))
    write_template(viewer, tmp_path / "t.xlsx", TemplateOptions(day=DAY))
    with pytest.raises(NotPermitted):
        write_template(viewer, tmp_path / "n.xlsx", TemplateOptions(day=DAY, province="TH-98"), store)
    assert not (tmp_path / "n.xlsx").exists()


def test_a_name_chosen_from_the_list_is_understood_when_the_template_comes_back(tmp_path: Path, store: SqliteStore):
    options = TemplateOptions(day=DAY, language="en", steps=(2,), province="TH-98")
    write_template(USER, tmp_path / "t.xlsx", options, store)
    workbook = load_workbook(tmp_path / "t.xlsx")
    linkers = workbook["Linkers"]
    for column, name in {"B": "สมมติ ตัวอย่างดี", "C": "Club B"}.items():
        assert name in stored_names(workbook, "Linkers", column)
        linkers[f"{column}3"] = name
    workbook.save(tmp_path / "filled.xlsx")
    known = {found.record.id: found.record for found in store.records(province="TH-98")}
    found = read_file(tmp_path / "filled.xlsx").assemble(known)
    assert found.is_clean
    (link,) = (record for record in found.records if record.kind == "links")
    assert (known[link.source].display_name, known[link.target].display_name) == ("นางสมมติ ตัวอย่างดี", "Club B")


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"filled in for weeks")
    with pytest.raises(UsageError, match=r"template\.exists"):
        write_template(USER, path, TemplateOptions(day=DAY))
    assert path.read_bytes() == b"filled in for weeks"
