"""A record of every kind, every field filled, goes through each form of file and the store, and comes back equal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from network_service.documents.json_export import write_json
from network_service.documents.workbook_export import write_workbook
from network_service.domain.keys import KEYED_BY_OTHERS
from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.principal import local_operator
from network_service.domain.record import Node, Record
from network_service.domain.ties import MemberOf
from network_service.domain.vocabulary import terms
from network_service.ingest.reading import read_file
from network_service.ingest.sheets.column import Column, Sheet, ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording, sheet_wording
from network_service.ingest.values import read_value
from network_service.operations.export_network import export_network
from network_service.operations.import_network import ImportOptions, import_network
from network_service.store.sqlite.store import SqliteStore
from tests.domain.filled import DAY, EITHER, KINDS, PROVINCE, filled_province, membership_of

OPERATOR = local_operator("t")
FORMS = ("th.xlsx", "en.xlsx", "json", "typed.xlsx")
RECORDS = {record.id: record for record in filled_province()}
MEMBERS = {record.source for record in RECORDS.values() if isinstance(record, MemberOf)}
FULL = {id_: record for id_, record in RECORDS.items() if (record.source_key or "full").startswith("full")}


@dataclass(frozen=True)
class Trip:
    """What was refused on the way in, what the store then held, and what its export gave when read."""

    refused: list[str]
    stored: Mapping[str, Record]
    read_again: Mapping[str, Record]


def by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {record.id: record for record in records}


@pytest.fixture(scope="module", params=FORMS)
def trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trip:
    """File -> operation -> empty store -> operation -> file of the same form -> reader."""
    folder = tmp_path_factory.mktemp("trip")
    form = request.param
    first, second = folder / f"first.{form}", folder / f"second.{form}"
    written: dict[str, Callable[[], None]] = {
        "th.xlsx": lambda: write_workbook(first, RECORDS.values(), "th"),
        "en.xlsx": lambda: write_workbook(first, RECORDS.values(), "en"),
        "json": lambda: write_json(first, RECORDS.values(), PROVINCE),
        "typed.xlsx": lambda: type_workbook(first, list(RECORDS.values())),
    }
    written[form]()
    with SqliteStore.open(folder / "store.sqlite") as store:
        report = import_network(OPERATOR, store, first, ImportOptions(day=DAY, accept_good=True))
        export_network(OPERATOR, store, second, language="en" if form == "en.xlsx" else "th")
        stored = by_id(found.record for found in store.records(province=PROVINCE))
    again = read_file(second).assemble({})
    faults = [f"{one.sheet} {one.cell} {one.code}" for one in (*report.faults, *again.faults)]
    return Trip(faults, stored, by_id(again.records))


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_record_of_every_kind_comes_back_from_every_form_of_file(trip: Trip, kind: str):
    expected = {id_: record for id_, record in RECORDS.items() if record.kind == kind}
    assert expected
    assert {id_: one for id_, one in trip.stored.items() if one.kind == kind} == expected
    assert {id_: one for id_, one in trip.read_again.items() if one.kind == kind} == expected


def test_nothing_of_a_full_province_is_refused_or_added(trip: Trip):
    assert trip.refused == []
    assert trip.stored.keys() == trip.read_again.keys() == RECORDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_the_full_records_leave_no_field_of_their_kind_empty_or_at_its_default(kind: str):
    fields = RECORD_TYPES[kind].model_fields
    full = [record for record in FULL.values() if record.kind == kind and record.source_key]
    assert full
    either = {name for side in EITHER.get(kind, ()) for name, value in side.items() if value is None}
    for record in full:
        left = {name for name, one in fields.items() if name != "kind" and getattr(record, name) in (one.default, ())}
        assert len(left & either) == bool(either)
        assert left <= either


def test_the_full_records_fill_every_column_of_every_sheet():
    empty = {
        (sheet.code, column.code)
        for sheet in SHEETS
        for column in sheet.columns
        if not any(typed(record, column) for record in FULL.values() if record.kind in sheet.kinds)
    }
    # The code of an older register stands beside an id of the system's own; here the ids are the office's codes.
    assert {column for _, column in empty} == {"source_key"}


WORDS = [
    pytest.param(column, code, id=f"{sheet.code}-{column.code}-{code}")
    for sheet in SHEETS
    for column in sheet.columns
    if column.vocabulary
    for code in column.choices or terms(column.vocabulary)
]


@pytest.mark.parametrize(("column", "code"), WORDS)
def test_every_word_of_every_column_is_read_in_thai_in_english_and_as_its_code(column: Column, code: str):
    term = terms(column.vocabulary)[code]
    expected: object = (code,) if column.type is ValueType.TERMS else code
    for written in (term.thai, term.english, code, f"  {term.english.upper()} "):
        assert read_value(column, written) == expected


# What an official types, row by row: no code of ours, the Buddhist era, Thai digits, marks between thousands.
MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai_day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year + 543}".translate(THAI_DIGITS)


TYPED: Mapping[ValueType, Callable[[Column, object], str]] = {
    ValueType.TEXT: lambda _, value: str(value),
    ValueType.TEXTS: lambda _, value: "; ".join(value),
    ValueType.TITLES: lambda _, value: "".join(value),
    ValueType.DATE: lambda _, value: thai_day(value),
    ValueType.LAST_DAY: lambda _, value: thai_day(value - timedelta(days=1)),
    ValueType.YES_NO: lambda _, value: "ใช่" if value else "ไม่ใช่",
    ValueType.WHOLE: lambda _, value: f"{value:,}".translate(THAI_DIGITS),
    ValueType.NUMBER: lambda _, value: f"{value:,}".translate(THAI_DIGITS),
    ValueType.YEAR: lambda _, value: str(value + 543).translate(THAI_DIGITS),
    ValueType.TERM: lambda column, value: terms(column.vocabulary)[str(value)].thai,
    ValueType.TERMS: lambda column, value: ", ".join(terms(column.vocabulary)[one].thai for one in value),
    ValueType.STATUS: lambda column, value: terms(column.vocabulary)[str(value)].thai,
    ValueType.REFERENCE: lambda _, value: name_of(str(value)),
}


def name_of(meant: str) -> str:
    """What an official would call it, if no other has that name; what goes by others' names only by its code."""
    record = RECORDS[meant]
    assert isinstance(record, Node)
    return str(record.source_key) if record.kind in KEYED_BY_OTHERS else record.display_name


def typed(record: Record, column: Column) -> str | None:
    """What stands in the record's cell of a column."""
    if column.code == "id":
        return record.source_key
    if column.code == "source_key":
        return None
    if column.code == "province":
        return record.province
    if column.code == "seat_kind":
        holder = RECORDS[record.source].kind
        return {"person": "บุคคล (ระบุชื่อ)", "post": "โดยตำแหน่ง"}.get(holder, "ผู้แทนองค์กร")
    about: Record | None = record
    if column.part:
        about = RECORDS.get(membership_of(record).id)
    value = getattr(about, column.field, None)
    if about is None and column.type is ValueType.STATUS and record.kind != "person" and record.id not in MEMBERS:
        return "ไม่เป็นภาคี"
    return None if value is None or value == () else TYPED[column.type](column, value)


def type_workbook(path: Path, records: list[Record]) -> None:
    """A workbook with Thai titles, headers and words, made without the export."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in SHEETS:
        page = book.create_sheet(sheet_wording(sheet.code).title.thai)
        page.append([column_wording(sheet.code, column.code).header.thai for column in sheet.columns])
        for record in records:
            if record.kind in sheet.kinds and not said_elsewhere(record, sheet):
                page.append([typed(record, column) for column in sheet.columns])
    book.save(path)


def said_elsewhere(record: Record, sheet: Sheet) -> bool:
    """Whether it is a membership that the row of its actor says."""
    return sheet.code == "memberships" and isinstance(record, MemberOf) and record.source_key is None
