"""Importing never wipes, mixes or misnames: replaced sheets, copied provinces, people who may not."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from network_service.domain.principal import local_operator
from network_service.errors import StaleWrite, UsageError
from network_service.operations.import_network import ImportOptions, ImportReport, import_network
from network_service.operations.plan import Action
from network_service.store.sqlite.store import SqliteStore
from tests.snapshot.records import DAY


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    """A workbook of English sheets, each a list of rows with its headers first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def province(path: Path, *names: str, code: str = "TH-98") -> Path:
    """A province of organisations that say nothing of their membership."""
    return workbook(
        path,
        Network=[["province code", "name"], [code, "Network"]],
        Actors=[["level", "name"], *(["organisation", name] for name in names)],
    )


@pytest.fixture
def bring(tmp_path: Path):
    with SqliteStore.open(tmp_path / "store.sqlite") as store:

        def bring(path: Path, **options: object) -> ImportReport:
            return import_network(local_operator("t"), store, path, ImportOptions(day=DAY, **options))

        yield bring


def test_replacing_the_same_file_ends_nothing(bring, tmp_path: Path):
    path = province(tmp_path / "p.xlsx", "A", "B")
    assert bring(path).written == 5
    for sheet in ("actors", "network"):
        assert bring(path, replace=(sheet,), dry_run=True).plan.changes == ()


def test_a_file_without_the_sheet_replaces_nothing(bring, tmp_path: Path):
    bring(province(tmp_path / "p.xlsx", "A", "B"))
    other = workbook(tmp_path / "o.xlsx", Network=[["province code", "name"], ["TH-98", "Network"]])
    with pytest.raises(UsageError, match=r"import\.replaced_sheet_missing"):
        bring(other, replace=("actors",))


def test_replacing_ends_the_rows_that_are_gone(bring, tmp_path: Path):
    bring(province(tmp_path / "p.xlsx", "A", "B"))
    report = bring(province(tmp_path / "q.xlsx", "A"), replace=("actors",))
    assert [(change.action, change.record.kind) for change in report.plan.changes] == [(Action.END, "organization")]


def test_refused_rows_and_replacing_do_not_go_together(bring, tmp_path: Path):
    with pytest.raises(UsageError, match=r"import\.replace_needs_all"):
        bring(province(tmp_path / "p.xlsx", "A"), replace=("actors",), accept_good=True)


def test_the_sheet_of_merged_records_ends_none_for_being_left_out(bring, tmp_path: Path):
    with pytest.raises(UsageError, match=r"import\.sheet_not_replaced"):
        bring(province(tmp_path / "p.xlsx", "A"), replace=("merged",))


def test_a_workbook_copied_from_another_province_is_told_to_drop_its_ids(bring, tmp_path: Path):
    bring(province(tmp_path / "p.xlsx", "A"))
    ids = {change.record.kind: change.record.id for change in bring(province(tmp_path / "q.xlsx", "B")).plan.changes}
    copied = workbook(
        tmp_path / "c.xlsx",
        Network=[["province code", "name"], ["TH-97", "Network"]],
        Actors=[["id", "level", "name"], [ids["organization"], "organisation", "B"]],
    )
    report = bring(copied)
    assert [fault.code for fault in report.faults] == ["id.of_other_province"]
    assert report.revision is None


def test_a_second_import_at_the_same_time_is_told_that_it_came_too_late(tmp_path: Path):
    path = province(tmp_path / "p.xlsx", "A", "B")
    user, options = local_operator("t"), ImportOptions(day=DAY)
    with SqliteStore.open(tmp_path / "store.sqlite") as store, SqliteStore.open(tmp_path / "store.sqlite") as other:

        class Overtaken:
            """A store into which somebody imports the file right after its records were listed."""

            def records(self, **wanted: object):
                listed = list(store.records(**wanted))
                import_network(user, other, path, options)
                return iter(listed)

            def __getattr__(self, name: str):
                return getattr(store, name)

        with pytest.raises(StaleWrite):
            import_network(user, Overtaken(), path, options)
