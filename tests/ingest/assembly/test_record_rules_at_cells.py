"""Each rule of a record by itself, broken by one cell of an exported workbook, is a fault at the cell that it names."""

import re
import uuid
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import Workbook, load_workbook

from network_service.documents.workbook_export import write_workbook
from network_service.domain import record as records_module
from network_service.domain.kinds import record_from
from network_service.domain.record import Record
from network_service.ingest.imported import Imported
from network_service.ingest.reading import read_file
from tests.domain.strategies import PROVINCE, networks
from tests.ingest.exported import cell_of


class Slip(NamedTuple):
    """A sound record, the field whose cell is overwritten with a value, the fault, and the field it is told at."""

    code: str
    record: Record
    field: str
    value: Any
    told_at: str


def _record(kind: str, key: str, **fields: Any) -> Record:
    nameless = kind in ("collaborates_with", "assessed_in", "member_of", "rating")
    name = {} if nameless else {"given_name" if kind == "person" else "name": f"ทดลอง {key}"}
    record_id = str(uuid.uuid5(uuid.NAMESPACE_OID, f"slip {key}"))
    return record_from({"kind": kind, "id": record_id, "province": PROVINCE, **name, **fields})


ONE, OTHER = _record("organization", "one"), _record("group", "other")
NETWORK = _record("sub_network", "network", sub_network_kind="area_data")
ROUND = _record("assessment_round", "round")
CERTIFICATE = _record("instrument", "certificate", instrument_kind="certificate")
NAMED = (ONE, OTHER, NETWORK, ROUND, CERTIFICATE)
"""What the records below name."""


def slip(code: str, kind: str, field: str, value: Any, told_at: str | None = None, /, **fields: Any) -> Slip:
    return Slip(code, _record(kind, f"{code} {kind}", **fields), field, value, told_at or field)


def _days(**days: tuple[int, int]) -> dict[str, date]:
    return {name: date(2026, month, day) for name, (month, day) in days.items()}


_PERIOD = _days(valid_from=(1, 1), valid_to=(3, 1))
_ORDER = {"instrument_kind": "order", "number": "5", "year": 2026, **_days(signed_on=(2, 1))}
_AWARD = {"source": NETWORK.id, "target": ROUND.id, "phase": "award", "award": "good"}
_MEMBER = {"source": ONE.id, "target": NETWORK.id, "status": "certified", "certified_by": CERTIFICATE.id}
_RATING = {"rating_kind": "culture", "subject": NETWORK.id, "asked": 10}
_HELD = _days(held_on=(2, 1), ended_on=(2, 3), feedback_published_on=(2, 5))
SLIPS = (
    slip("record.ends_before_start", "plan", "valid_to", date(2025, 12, 31), **_PERIOD),
    slip("record.self_tie", "collaborates_with", "target", ONE.id, source=ONE.id, target=OTHER.id),
    slip("record.signed_after_end", "agreement", "signed_on", date(2026, 3, 1), agreement_kind="mou", **_PERIOD),
    slip("record.signed_after_end", "instrument", "signed_on", date(2026, 3, 1), instrument_kind="minutes", **_PERIOD),
    slip("agreement.stage_of_other_kind", "agreement", "stage", "settlement", agreement_kind="grant", stage="deliver"),
    slip("instrument.year_differs", "instrument", "year", 2568, **_ORDER),
    slip("activity.ends_before_start", "activity", "ended_on", date(2026, 1, 31), **_HELD),
    slip("activity.feedback_before_activity", "activity", "feedback_published_on", date(2026, 1, 31), **_HELD),
    slip("population.too_few", "population_group", "persons", 4, persons=5),
    slip("rating.more_raters_than_asked", "rating", "raters", 11, **_RATING, raters=10),
    slip("rating.too_few_raters", "rating", "raters", 4, "mean", **_RATING, raters=5, mean=3.5),
    slip("actor.juristic_id", "organization", "juristic_id", "0000000000000", juristic_id="0000000000001"),
    slip("actor.citizen_number", "organization", "juristic_id", "1000000000009"),
    slip("person.contact_in_text", "person", "note", "โทร 081-234-5678"),
    slip("person.citizen_number_in_text", "person", "nickname", "1-0000-00000-00-9"),
    slip("membership.certificate_too_early", "member_of", "status", "invited", "certified_by", **_MEMBER),
    slip("assessment.award_at_other_phase", "assessed_in", "phase", "phase2_field", "award", **_AWARD),
)


class Export(NamedTuple):
    """An exported workbook in which cells can be overwritten."""

    path: Path
    workbook: Workbook

    def read_with(self, *slips: Slip) -> tuple[Imported, list[tuple[str, ...]]]:
        """What comes of it with those cells overwritten, and the faults to expect: code, sheet and cell."""
        cells = [(self.workbook[sheet][cell], one) for one in slips for sheet, cell in [self.place(one, one.field)]]
        before = [cell.value for cell, _ in cells]
        for cell, one in cells:
            cell.value = one.value
        self.workbook.save(self.path)
        for (cell, _), value in zip(cells, before, strict=True):
            cell.value = value
        told = [(one.code, *self.place(one, one.told_at)) for one in slips]
        return read_file(self.path).assemble({}), told

    def place(self, one: Slip, field: str) -> tuple[str, str]:
        return cell_of(self.workbook, one.record, field)


def export(path: Path, background: list[Record]) -> Export:
    write_workbook(path, [*background, *NAMED, *(one.record for one in SLIPS)], "th")
    return Export(path, load_workbook(path))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The sound records in a network with nothing else in it."""
    return export(tmp_path_factory.mktemp("sound") / "n.xlsx", [_record("province_network", "province")])


def faults(found: Imported) -> list[tuple[str, ...]]:
    return [(fault.code, fault.sheet, fault.cell) for fault in found.faults]


def test_every_rule_of_a_record_is_broken_here():
    domain = Path(records_module.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in domain.rglob("*.py"))
    codes = re.findall(r'"([a-z]+\.[a-z_]+)"', "\n".join(re.findall(r"raise ValueError\((.*)\)", source)))
    # Words of a vocabulary are read from their cells before there is a record: `test_values.py`. Merging has no sheet.
    assert set(codes) - {"record.unknown_code", "record.merged_into_itself"} == {one.code for one in SLIPS}


def test_nothing_is_wrong_before_a_cell_is_changed(exported: Export):
    assert exported.read_with()[0].faults == ()


@pytest.mark.parametrize("one", SLIPS, ids=lambda one: f"{one.code} {one.record.kind}")
def test_one_changed_cell_is_one_fault_at_its_cell(exported: Export, one: Slip):
    found, told = exported.read_with(one)
    assert faults(found) == told
    assert found.refused == 1


@given(records=networks(most=1))
@settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
def test_all_of_them_in_a_whole_network_are_told_at_once(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
):
    found, told = export(tmp_path_factory.mktemp("slips") / "n.xlsx", records).read_with(*SLIPS)
    assert sorted(faults(found)) == sorted(told)
