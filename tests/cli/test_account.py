"""Accounts from the command line: made, listed, changed, disabled, and told of."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from network_service.cli.account import ACCOUNT_COMMANDS
from network_service.cli.main import GROUPS
from network_service.operations.accounts.log_in import log_in
from network_service.operations.accounts.sessions import Due, session_info
from network_service.store.sqlite import SqliteStore
from tests.cli.conftest import Run

ONE_TIME = re.compile(r"[a-z2-9]{4}(?:-[a-z2-9]{4}){3}")


@pytest.mark.parametrize("command", ACCOUNT_COMMANDS)
def test_every_command_explains_itself(run: Run, command: str):
    result = run("account", command, "--help")
    assert result.exit_code == 0
    for option in ("--lang", "--json", "--store"):
        assert option in result.stdout


def test_a_group_lists_its_commands(run: Run):
    for group in GROUPS:
        shown = run(group, "--help").stdout
        assert [command for command in ACCOUNT_COMMANDS if command not in shown] == []


@pytest.mark.parametrize(
    ("language", "made", "exists"),
    [
        ("th", "สร้างบัญชี chief แล้ว", "มีผู้ดูแลระบบ chief อยู่แล้ว"),
        ("en", "account chief is made", "administrator, chief, already"),
    ],
)
def test_the_first_administrator_is_made_once_and_the_password_printed_once(
    run: Run, tmp_path: Path, language: str, made: str, exists: str
):
    shown = run("account", "create-first", "chief", "--lang", language)
    assert (shown.exit_code, made in shown.stdout) == (0, True), shown.output
    (password,) = ONE_TIME.findall(shown.stdout)
    again = run("account", "create-first", "other", "--lang", language)
    assert (again.exit_code, exists in again.stderr) == (2, True)
    for command in ("list", "log"):
        assert password not in run("account", command, "--json").stdout
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        secret, _ = log_in(store.application, "chief", password, "127.0.0.1", now=datetime.now(UTC))
        assert session_info(store.application, secret, datetime.now(UTC)).due is Due.PASSWORD
    assert password.encode() not in (tmp_path / "store.sqlite").read_bytes()


def test_accounts_are_made_changed_disabled_and_listed(run: Run):
    roles = ("--role", "network_manager", "--role", "viewer")
    made = json.loads(run("account", "create", "Somchai", *roles, "--province", "TH-98", "--json").stdout)
    assert ONE_TIME.fullmatch(made["one_time_password"])
    assert (made["name"], made["roles"], made["provinces"]) == ("somchai", ["network_manager", "viewer"], ["TH-98"])
    assert not {"password_hash", "totp_secret", "totp_pending"} & made.keys()
    changed = run("account", "change", "somchai", "--role", "governors_office", "--every-province", "--json")
    assert json.loads(changed.stdout)["provinces"] is None
    assert json.loads(changed.stdout)["roles"] == ["governors_office"]
    assert json.loads(run("account", "disable", "somchai", "--json").stdout)["disabled"] is True
    listed = json.loads(run("account", "list", "--json").stdout)
    assert [(one["name"], one["disabled"]) for one in listed] == [("somchai", True)]
    assert json.loads(run("account", "change", "somchai", "--enable", "--json").stdout)["disabled"] is False
    reset = json.loads(run("account", "reset-password", "somchai", "--forget-code", "--json").stdout)
    assert reset["one_time_password"] != made["one_time_password"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", ["ผู้จัดการเครือข่าย", "ทุกจังหวัด", "ระงับ", "ยังไม่ลงทะเบียน"]),
        ("en", ["network manager", "every province", "disabled", "none"]),
    ],
)
def test_the_list_is_in_words(run: Run, language: str, words: list[str]):
    run("account", "create", "somchai", "--role", "network_manager", "--every-province")
    run("account", "disable", "somchai")
    shown = run("account", "list", "--lang", language).stdout
    assert [word for word in words if word not in shown] == []


def test_an_empty_list_says_how_to_begin(run: Run):
    assert run("account", "create-first", "x").exit_code == 1, "a name too short, in a store that is new"
    shown = run("account", "list", "--lang", "en")
    assert "account create-first" in shown.stdout


def test_the_log_says_who_did_what_to_whom(run: Run):
    run("account", "create", "somchai", "--role", "viewer", "--province", "TH-98")
    run("account", "reset-password", "somchai")
    lines = json.loads(run("account", "log", "--json").stdout)
    assert [(line["act"], line["about"]) for line in lines] == [("created", "somchai"), ("password_set", "somchai")]
    assert all(line["who"].startswith("os:") for line in lines)
    later = json.loads(run("account", "log", "--after", lines[0]["number"], "--json").stdout)
    assert later == lines[1:]
    for language, word in (("th", "ตั้งรหัสผ่านชั่วคราว"), ("en", "one-time password set")):
        assert word in run("account", "log", "--lang", language).stdout


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("create", "somchai", "--role", "viewer"), 2, "cli.account.reach_needed"),
        (
            ("create", "somchai", "--role", "viewer", "--province", "TH-98", "--every-province"),
            2,
            "cli.account.reach_needed",
        ),
        (("create", "somchai", "--province", "TH-98"), 1, "account.bad_roles"),
        (("create", "x", "--role", "viewer", "--every-province"), 1, "account.bad_name"),
        (("create", "somchai", "--role", "viewer", "--province", "Songkhla"), 1, "account.bad_provinces"),
        (("create", "known", "--role", "viewer", "--every-province"), 1, "account.exists"),
        (("change", "known", "--province", "TH-98", "--every-province"), 2, "cli.account.reach_needed"),
        (("change", "known", "--own-record", "x"), 1, "account.bad_record"),
        (("change", "nobody"), 1, "account.unknown"),
        (("disable", "nobody"), 1, "account.unknown"),
        (("reset-password", "nobody"), 1, "account.unknown"),
    ],
)
def test_what_is_refused_is_said_with_its_code(run: Run, arguments: tuple[str, ...], status: int, code: str):
    run("account", "create", "known", "--role", "viewer", "--every-province")
    shown = run("account", *arguments, "--json")
    assert (shown.exit_code, json.loads(shown.stderr)["error"]) == (status, code)


def test_nobody_is_made_a_local_operator(run: Run):
    assert run("account", "create", "somchai", "--role", "local_operator", "--every-province").exit_code == 2


def test_no_store_is_made_to_be_asked(run: Run, tmp_path: Path):
    for command in (("list",), ("log",), ("disable", "somchai")):
        shown = run("account", *command, "--json")
        assert (shown.exit_code, json.loads(shown.stderr)["error"]) == (3, "store.absent")
    assert list(tmp_path.iterdir()) == []
