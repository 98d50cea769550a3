"""Who may do what is said in one table; what is not in it is refused."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from network_service import bootstrap
from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted, UnknownRecord
from network_service.messages import messages_in
from network_service.operations.access import MAY, permit, permit_whole
from network_service.operations.accounts.account_log import read_account_log
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.first_administrator import first_administrator
from network_service.operations.accounts.list_accounts import list_accounts
from network_service.operations.accounts.set_password import set_password
from network_service.operations.analyse_network import analyse_network
from network_service.operations.back_up import back_up
from network_service.operations.change_sets import change_sets
from network_service.operations.check_network import check_stored_network
from network_service.operations.compare_networks import CompareOptions, compare_networks
from network_service.operations.copy_store import copy_store
from network_service.operations.declare_different import declare_different
from network_service.operations.diagnose import diagnose
from network_service.operations.end_record import end_record
from network_service.operations.export_network import export_network
from network_service.operations.find_duplicates import find_duplicates
from network_service.operations.import_network import ImportOptions, import_network
from network_service.operations.load_sample import load_sample
from network_service.operations.maintain import begin_maintenance
from network_service.operations.merge_records import merge_records
from network_service.operations.record_history import record_history
from network_service.operations.restore import restore
from network_service.operations.run_query import run_query
from network_service.operations.study_network import StudyOptions
from network_service.operations.undo_change_set import undo_change_set
from network_service.operations.unmerge_records import unmerge_records
from network_service.reference.sample_provinces import sample_files
from network_service.store.sqlite.raw_writer import SqliteRawWriter
from tests.snapshot.records import DAY, a_network, store_with

NOW = datetime(2026, 10, 1, tzinfo=UTC)


@pytest.mark.parametrize("operation", MAY)
def test_each_operation_is_refused_to_every_role_that_is_not_named_for_it(operation: str):
    for role in Role:
        principal = Principal("somebody", frozenset({role}))
        if role in MAY[operation]:
            permit(principal, operation)
        else:
            with pytest.raises(NotPermitted, match=r"access\.role"):
                permit(principal, operation)


def test_an_operation_nobody_declared_is_refused_even_to_the_local_operator():
    with pytest.raises(NotPermitted):
        permit(local_operator("tester"), "undeclared")


@pytest.mark.parametrize("operation", ["back_up", "restore", "copy", "maintenance"])
def test_what_is_of_the_whole_store_is_refused_to_whoever_reaches_some_provinces(operation: str):
    permit_whole(Principal("all", frozenset({Role.ADMINISTRATOR})), operation)
    for principal in (
        Principal("some", frozenset({Role.ADMINISTRATOR}), frozenset({"TH-98"})),
        Principal("none", frozenset({Role.VIEWER})),
    ):
        with pytest.raises(NotPermitted):
            permit_whole(principal, operation)


def test_a_province_outside_the_scope_is_refused():
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-98"}))
    permit(manager, "analyse", "TH-98")
    with pytest.raises(NotPermitted, match=r"access\.province"):
        permit(manager, "analyse", "TH-97")


def test_the_local_operator_reaches_every_province_and_is_named_by_the_system_user():
    principal = local_operator("tester")
    assert principal.name == "os:tester"
    permit(principal, "import", "TH-10", "TH-98")


def test_no_operation_tells_a_viewer_anything_even_of_what_is_there(tmp_path: Path):
    """Each operation is called for real: taking its permission away must turn this red."""
    viewer = Principal("viewer", frozenset({Role.VIEWER}))
    words = messages_in("en")
    options = StudyOptions(as_of=DAY, rules=bootstrap.analysis_rules(bootstrap.read_settings()))
    since = CompareOptions(rules=options.rules, today=DAY, days=(DAY, DAY))
    with store_with(tmp_path, a_network()) as store, sample_files("TH-98") as (workbook, *_):
        calls = {
            "analyse": lambda: analyse_network(viewer, store, store.application, tmp_path / "out", options, words),
            "export": lambda: export_network(viewer, store, tmp_path / "out.json"),
            "import": lambda: import_network(viewer, store, workbook, ImportOptions(day=DAY)),
            "preview_import": lambda: import_network(viewer, store, workbook, ImportOptions(day=DAY, dry_run=True)),
            "compare": lambda: compare_networks(viewer, store, since),
            "duplicates": lambda: find_duplicates(viewer, store, store.application, day=DAY),
            "declare_different": lambda: declare_different(viewer, store, store.application, "a", "b", DAY),
            "check": lambda: check_stored_network(viewer, store, day=DAY),
            "sample": lambda: load_sample(viewer, store, ["TH-97"]),
            "diagnose": lambda: diagnose(viewer, store, "here"),
            "undo": lambda: undo_change_set(viewer, store, "1"),
            "end": lambda: end_record(viewer, store, "ก", DAY),
            "merge": lambda: merge_records(viewer, store, "ก", "ข"),
            "unmerge": lambda: unmerge_records(viewer, store, "ก"),
            "history": lambda: record_history(viewer, store, "ก"),
            "changes": lambda: change_sets(viewer, store),
            "back_up": lambda: back_up(viewer, store, tmp_path / "copy.sqlite", now=NOW),
            "restore": lambda: restore(viewer, store, tmp_path / "copy.sqlite"),
            "copy": lambda: copy_store(viewer, store, lambda: SqliteRawWriter.open(tmp_path / "copy.sqlite")),
            "maintenance": lambda: begin_maintenance(viewer, store),
            "first_administrator": lambda: first_administrator(viewer, store.application, "ann", now=NOW),
            "create_account": lambda: create_account(viewer, store.application, "ann", {Role.VIEWER}, now=NOW),
            "change_account": lambda: change_account(viewer, store.application, "ann", AccountChange(), now=NOW),
            "list_accounts": lambda: list_accounts(viewer, store.application),
            "set_password": lambda: set_password(viewer, store.application, "ann", now=NOW),
            "read_account_log": lambda: read_account_log(viewer, store.application),
            "query": lambda: run_query(viewer, store, bootstrap.query_library(), "posts/list_vacant", {}, day=DAY),
        }
        assert calls.keys() == {operation for operation, roles in MAY.items() if Role.VIEWER not in roles}
        for call in calls.values():
            with pytest.raises(NotPermitted, match=r"access\.role"):
                call()
        assert store.revision() == 1
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("network.")) == []


def test_a_manager_hears_nothing_of_provinces_out_of_reach(tmp_path: Path):
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
    with store_with(tmp_path, a_network()) as store:
        with pytest.raises(UnknownRecord, match=r"province\.empty_store"):
            export_network(manager, store, tmp_path / "out.json")
        with pytest.raises(NotPermitted, match=r"access\.province"):
            export_network(manager, store, tmp_path / "out.json", province="TH-98")
        with sample_files("TH-98") as (workbook, *_), pytest.raises(NotPermitted, match=r"access\.province"):
            import_network(manager, store, workbook, ImportOptions(day=DAY))
