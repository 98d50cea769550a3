"""The template's example is passed over and counted; an example that somebody wrote over is a fault, never a loss."""

import pytest

from tests.ingest.workbooks import faults, imported, of_kind

HEADER = ["id", "level", "name", "sector", "member from"]
EXAMPLE = ["EXAMPLE", "organisation", "Example Provincial Office", "government", "1 Oct 2025"]


@pytest.mark.parametrize(
    "row",
    [EXAMPLE, ["ตัวอย่าง", "องค์กร", "สำนักงานจังหวัดตัวอย่าง", "ภาครัฐ", "1/10/2568"], ["Example", *EXAMPLE[1:3]]],
)
def test_an_unchanged_example_is_passed_over_and_counted(row):
    found = imported(Actors=[HEADER, row, [None, "group", "ก"]])
    assert found.faults == ()
    assert [(count.read, count.examples) for count in found.counts] == [(1, 0), (1, 1)]
    assert [note.code for note in found.notes] == ["examples"]
    assert of_kind(found, "organization") == []


def test_an_example_that_was_written_over_is_a_fault():
    found = imported(Actors=[HEADER, ["EXAMPLE", "organisation", "สำนักงานจริง", None, None]])
    assert faults(found) == [("example.changed", "A2")]
    assert found.refused == 1
