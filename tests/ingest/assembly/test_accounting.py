"""Read = accepted + refused, whatever is done to a file; and what was accepted stands without what was refused."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network_service.domain.record import Tie
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.assembly.header import find_layouts
from network_service.ingest.raw import CellTrouble, RawRow, RawSheet, Workbook
from tests.ingest.workbooks import PROVINCE, by_id, cells

BASE = cells(
    Network=[["province", "name"], [PROVINCE, "เครือข่าย"]],
    Actors=[
        ["id", "level", "name", "sector", "parent", "membership_status", "valid_from", "valid_to"],
        ["A1", "organization", "ก", "state", None, None, None, None],
        ["A2", "organization", "ข", "state", "ก", "certified", "1/1/2568", None],
        [None, "group", "ค", "community", None, "ไม่เป็นภาคี", None, "1/1/2570"],
        [None, "group", "ง", None, None, None, None, None],
    ],
    People=[["given_name", "family_name"], ["สมชาย", "ใจดี"], ["สมหญิง", "ใจงาม"]],
    Posts=[["name", "organization"], ["หัวหน้า", "ก"]],
    Affiliations=[
        ["person", "relation", "target"],
        ["สมชาย ใจดี", "represents", "ค"],
        ["สมชาย ใจดี", "holds_post", "หัวหน้า"],
    ],
    Sub_networks=[["name", "sub_network_kind"], ["ย่อย", "area_data"]],
    Memberships=[["member", "network", "status"], ["ก", "ย่อย", None], ["ง", None, "certified"]],
    Collaborations=[["from", "to", "frequency"], ["ก", "ข", 3], ["ข", "ค", 1], ["ค", "ง", None]],
    Resources=[["from", "to", "resource_kind"], ["ก", None, "place"], ["ก", "ค", "budget"]],
)
values: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.sampled_from(
        ["ก", "ข", "ค", "สมชาย ใจดี", "A1", "ตัวอย่าง", "group", "organization", "state", "ไม่มี", "1/1/2568", "x" * 600]
    ),
    st.integers(-5, 300_000),
    st.just(CellTrouble("cell.error", "#REF!")),
    st.text(max_size=4),
)


@st.composite
def mutated(draw: st.DrawFn) -> Workbook:
    """The base with some cells overwritten and some rows doubled or dropped; headers too, at times."""
    sheets = []
    for sheet in BASE.sheets:
        rows = []
        for row in sheet.rows:
            row_cells = list(row.cells)
            if draw(st.integers(0, 3)) == 0 and (row.number > 1 or draw(st.integers(0, 5)) == 0):
                row_cells[draw(st.integers(0, len(row_cells) - 1))] = draw(values)
            rows += [row_cells] * (draw(st.sampled_from([0, 1, 1, 1, 1, 2])) if row.number > 1 else 1)
        kept = [RawRow(number, row) for number, row in enumerate(rows, 1) if any(cell is not None for cell in row)]
        sheets.append(RawSheet(sheet.title, tuple(kept)))
    return Workbook(tuple(draw(st.permutations(sheets))))


def test_the_base_is_good():
    found = assemble(find_layouts(BASE), PROVINCE, {})
    assert found.faults == ()
    assert found.accepted == found.read == 18


@given(workbook=mutated(), others=mutated())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_row_is_accepted_or_refused_and_nothing_dangles(workbook: Workbook, others: Workbook):
    for known in ({}, by_id(assemble(find_layouts(others), PROVINCE, {}))):
        found = assemble(find_layouts(workbook), PROVINCE, known)
        assert all(count.read == count.accepted + count.refused for count in found.counts)
        assert found.read + sum(count.examples for count in found.counts) <= sum(len(s.rows) for s in workbook.sheets)
        assert (found.refused == 0) == (found.faults == ()) or not found.is_clean
        records = known | by_id(found)
        assert len(by_id(found)) == len(found.records)
        ends = {end for record in found.records if isinstance(record, Tie) for end in (record.source, record.target)}
        assert ends <= records.keys()
        assert {getattr(record, "parent", None) for record in found.records} - {None} <= records.keys()


@given(workbook=mutated())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_was_accepted_once_changes_nothing_the_second_time(workbook: Workbook):
    first = by_id(assemble(find_layouts(workbook), PROVINCE, {}))
    again = by_id(assemble(find_layouts(workbook), PROVINCE, first))
    assert {key: record for key, record in again.items() if key in first} == {
        key: first[key] for key in again if key in first
    }
