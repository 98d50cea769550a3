"""Who may do what is said in one table; what is not in it is refused."""

from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted, UnknownRecord
from network_service.operations.access import MAY, permit, permit_whole
from network_service.operations.export_network import export_network
from network_service.operations.import_network import ImportOptions, import_network
from network_service.reference.sample_provinces import sample_files
from tests.snapshot.records import DAY, a_network, store_with


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


# Of the dictionary, 5.2: what these roles may do at all. Adding to it is a decision, and so is a change here.
FOR_ALL = {
    *("list_queries", "template", "provinces", "list_records", "one_record", "record_neighbours", "search_records"),
    *("saved_views", "save_view", "remove_view", "figures", "map"),
    *("change_password", "enrol_totp", "log_out_everywhere", "issue_token", "list_tokens", "revoke_token"),
}
FOR_MEMBERS = {"propose_change", "own_proposals", "withdraw_proposal"}
FOR_ADMINISTRATORS = {
    *("back_up", "restore", "copy", "maintenance", "diagnose", "read_log", "read_account_log"),
    *("create_account", "change_account", "list_accounts", "set_password"),
}


@pytest.mark.parametrize(
    ("role", "operations"),
    [
        (Role.VIEWER, FOR_ALL),
        (Role.RESEARCHER, FOR_ALL | {"named_figures"}),
        (Role.MEMBER, FOR_ALL | FOR_MEMBERS),
        (Role.ADMINISTRATOR, FOR_ALL | FOR_ADMINISTRATORS),
    ],
)
def test_who_is_no_officer_may_do_what_is_for_everybody_and_little_besides(role: Role, operations: set[str]):
    assert {operation for operation, roles in MAY.items() if role in roles} == operations


def test_the_governors_office_reads_and_follows_and_writes_no_record():
    writing = ("import", "end", "merge", "unmerge", "undo", "sample", "create_record", "change_record")
    assert all(Role.GOVERNORS_OFFICE not in MAY[operation] for operation in (*writing, "approve_proposal"))


def test_a_manager_hears_nothing_of_provinces_out_of_reach(tmp_path: Path):
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
    with store_with(tmp_path, a_network()) as store:
        with pytest.raises(UnknownRecord, match=r"province\.empty_store"):
            export_network(manager, store, tmp_path / "out.json")
        with pytest.raises(NotPermitted, match=r"access\.province"):
            export_network(manager, store, tmp_path / "out.json", province="TH-98")
        with sample_files("TH-98") as (workbook, *_), pytest.raises(NotPermitted, match=r"access\.province"):
            import_network(manager, store, workbook, ImportOptions(day=DAY))
