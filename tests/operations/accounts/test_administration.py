"""What administrators do to accounts, and what they may not."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from network_service.domain.principal import Principal, Role
from network_service.errors import (
    InputError,
    NetworkServiceError,
    NotPermitted,
    NotSignedIn,
    StoreBusy,
    TooManyTries,
    UnknownRecord,
    UsageError,
)
from network_service.operations.accounts.account_log import Act, read_account_log
from network_service.operations.accounts.account_records import administrators_claimed, find_account
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.first_administrator import first_administrator
from network_service.operations.accounts.list_accounts import account_within, list_accounts
from network_service.operations.accounts.log_out_everywhere import log_out_everywhere
from network_service.operations.accounts.sessions import session_info
from network_service.operations.accounts.set_password import set_password
from network_service.store.application import ApplicationRecords
from tests.operations.accounts.conftest import OPERATOR, PASSWORD, WHOLE, Office

LOCAL = Principal("north", frozenset({Role.ADMINISTRATOR}), frozenset({"TH-98", "TH-97"}))


def first(office: Office, name: str = "chief", by: Principal = OPERATOR) -> str:
    _, password = first_administrator(by, office.application, name, now=office.now, hasher=office.hasher)
    return password


def test_the_first_administrator_signs_in_with_what_was_printed(office: Office):
    assert session_info(office.application, office.log_in("chief", first(office)), office.now)
    account = find_account(office.application, "chief")
    assert account
    assert (account.roles, account.provinces, account.must_change_password) == ({Role.ADMINISTRATOR}, None, True)


def test_there_is_one_first_administrator(office: Office):
    first(office)
    with pytest.raises(UsageError, match=r"account\.first_exists"):
        first(office, "another")
    for stranger in (WHOLE, Principal("x", frozenset({Role.NETWORK_MANAGER}))):
        with pytest.raises(NotPermitted):
            first(office, "another", by=stranger)


def test_of_ten_first_administrators_made_at_once_one_is_made(office: Office):
    def make(number: int) -> bool:
        try:
            return bool(first(office, f"chief{number}"))
        except (UsageError, StoreBusy):
            return False

    with ThreadPoolExecutor(10) as threads:
        assert sum(threads.map(make, range(10))) == 1
    assert len(list_accounts(OPERATOR, office.application)) == 1


@pytest.mark.parametrize("change", [AccountChange(disabled=True), AccountChange(roles=frozenset({Role.VIEWER}))])
def test_the_last_administrator_stays_one_whoever_asks(office: Office, change: AccountChange):
    first(office)
    office.create("second", Role.ADMINISTRATOR)
    change_account(WHOLE, office.application, "second", change, now=office.now)
    with pytest.raises(UsageError, match=r"account\.last_administrator"):
        change_account(OPERATOR, office.application, "chief", change, now=office.now)


def test_of_two_administrators_who_take_each_other_away_one_stays(office: Office):
    first(office)
    office.create("second", Role.ADMINISTRATOR)

    def take_away(name: str) -> None:
        try:
            change_account(OPERATOR, office.application, name, AccountChange(disabled=True), now=office.now)
        except (UsageError, StoreBusy):
            return

    for _ in range(5):
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(take_away, ("chief", "second")))
        left = [account.name for account in list_accounts(OPERATOR, office.application) if account.administers]
        assert left
        for name in ("chief", "second"):
            change_account(OPERATOR, office.application, name, AccountChange(disabled=False), now=office.now)


def test_a_claim_whose_holder_died_ends_after_a_minute(office: Office):
    with administrators_claimed(office.application, office.now):
        with pytest.raises(StoreBusy, match=r"account\.claimed"):
            first(office)
        office.clock.move(minutes=1)
        assert first(office)


def test_a_name_is_given_once_in_whatever_spelling_and_never_again(office: Office):
    office.create("Somchai")
    for name in ("somchai", "SOMCHAI", " somchai"):
        with pytest.raises(InputError, match=r"account\.exists"):
            office.create(name)

    def make(_: int) -> bool:
        try:
            return bool(office.create("somsri"))
        except InputError:
            return False

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(make, range(8))) == 1


@pytest.mark.parametrize(
    "name", ["", "ab", "a" * 65, "os:root", "a b c", "a/b/c", "../etc", "-option", "a\nb\nc", "x" * 9_999]
)
def test_what_cannot_be_typed_or_told_from_a_program_is_no_name(office: Office, name: str):
    with pytest.raises(InputError, match=r"account\.bad_name"):
        office.create(name)


@pytest.mark.parametrize("name", ["somchai.j", "สมชาย", "ผู้ว่าราชการ", "a_b-c@office.example", "๑๒๓"])
def test_names_may_be_thai(office: Office, name: str):
    assert office.log_in(name, office.create(name))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"roles": set()}, "bad_roles"),
        ({"roles": {Role.LOCAL_OPERATOR}}, "bad_roles"),
        ({"roles": {Role.VIEWER, Role.LOCAL_OPERATOR}}, "bad_roles"),
        ({"provinces": set()}, "bad_provinces"),
        ({"provinces": {"TH-98", "50"}}, "bad_provinces"),
        ({"own_record": "somebody"}, "bad_record"),
    ],
)
def test_fields_that_cannot_be_are_refused_for_new_accounts_and_for_old(office: Office, fields: dict, code: str):
    office.create("somchai")
    before = len(read_account_log(OPERATOR, office.application))
    wanted = {"roles": {Role.VIEWER}, "provinces": None, "own_record": None, **fields}
    with pytest.raises(InputError) as refused:
        create_account(OPERATOR, office.application, "another", **wanted, now=office.now, hasher=office.hasher)
    assert refused.value.code == f"account.{code}"
    with pytest.raises(InputError) as refused:
        change_account(OPERATOR, office.application, "somchai", AccountChange(**fields), now=office.now)
    assert refused.value.code == f"account.{code}"
    assert len(read_account_log(OPERATOR, office.application)) == before, "what is refused is no change"


def test_an_administrator_of_some_provinces_sees_and_gives_only_those(office: Office):
    office.create("inside", provinces={"TH-98"})
    office.create("across", provinces={"TH-98", "TH-50"})
    office.create("whole")
    assert [account.name for account in list_accounts(LOCAL, office.application)] == ["inside"]
    for name in ("across", "whole", "nobody", "\0", "x" * 5_000):
        tried = {
            lambda name: account_within(LOCAL, office.application, name),
            lambda name: change_account(LOCAL, office.application, name, AccountChange(), now=office.now),
            lambda name: set_password(LOCAL, office.application, name, now=office.now, hasher=office.hasher),
            lambda name: log_out_everywhere(LOCAL, office.application, name, now=office.now),
        }
        for call in tried:
            with pytest.raises(UnknownRecord) as refused:
                call(name)
            assert refused.value.code == "account.unknown"
    for provinces in (None, {"TH-50"}, {"TH-98", "TH-50"}):
        with pytest.raises(NotPermitted, match=r"account\.wider_than_own"):
            office.create("mine", provinces=provinces, by=LOCAL)
        with pytest.raises(NotPermitted, match=r"account\.wider_than_own"):
            change_account(LOCAL, office.application, "inside", AccountChange(provinces=provinces), now=office.now)
    assert office.create("mine", provinces={"TH-97"}, by=LOCAL)
    with pytest.raises(NotPermitted, match=r"access\.whole_store"):
        read_account_log(LOCAL, office.application)


def test_nobody_gives_rights_to_the_own_account(office: Office):
    first(office)
    office.create("second", Role.ADMINISTRATOR)
    for change in (AccountChange(roles=frozenset({Role.NETWORK_MANAGER})), AccountChange(disabled=True)):
        with pytest.raises(NotPermitted, match=r"account\.own"):
            change_account(WHOLE, office.application, "Chief", change, now=office.now)
    with pytest.raises(NotPermitted, match=r"account\.own"):
        set_password(WHOLE, office.application, "chief", now=office.now, hasher=office.hasher)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}))
def test_no_other_role_does_anything_to_accounts(office: Office, role: Role):
    office.create("somchai")
    who = Principal("who", frozenset({role}))
    for call in (
        lambda: office.create("another", by=who),
        lambda: list_accounts(who, office.application),
        lambda: change_account(who, office.application, "somchai", AccountChange(), now=office.now),
        lambda: set_password(who, office.application, "somchai", now=office.now, hasher=office.hasher),
        lambda: read_account_log(who, office.application),
        lambda: log_out_everywhere(who, office.application, "somchai", now=office.now),
    ):
        with pytest.raises(NotPermitted):
            call()


def test_a_disabled_account_gets_in_again_when_it_is_enabled(office: Office):
    office.settled("somchai")
    change_account(OPERATOR, office.application, "somchai", AccountChange(disabled=True), now=office.now)
    with pytest.raises(NotSignedIn):
        office.log_in("somchai")
    change_account(OPERATOR, office.application, "somchai", AccountChange(disabled=False), now=office.now)
    assert office.log_in("somchai")


def test_a_password_that_was_set_ends_the_old_one(office: Office):
    secret = office.settled("somchai")
    once = set_password(WHOLE, office.application, "somchai", now=office.now, hasher=office.hasher)
    for call in (lambda: office.log_in("somchai"), lambda: session_info(office.application, secret, office.now)):
        with pytest.raises(NotSignedIn):
            call()
    assert office.log_in("somchai", once)


def test_every_change_is_in_the_log_with_who_and_when_and_without_any_secret(office: Office):
    secrets = [office.create("somchai", provinces={"TH-98"})]
    secrets.append(office.settled("somsri"))
    change_account(WHOLE, office.application, "somchai", AccountChange(roles={Role.VIEWER}), now=office.now)
    office.clock.move(minutes=1)
    secrets.append(set_password(WHOLE, office.application, "somsri", now=office.now, hasher=office.hasher))
    log_out_everywhere(OPERATOR, office.application, "somsri", now=office.now)
    lines = read_account_log(WHOLE, office.application)
    assert [(line.who, line.act, line.about) for line in lines] == [
        ("os:tester", Act.CREATED, "somchai"),
        ("os:tester", Act.CREATED, "somsri"),
        ("somsri", Act.SIGNED_IN, "somsri"),
        ("somsri", Act.PASSWORD_CHANGED, "somsri"),
        ("chief", Act.CHANGED, "somchai"),
        ("chief", Act.PASSWORD_SET, "somsri"),
        ("os:tester", Act.SIGNED_OUT_EVERYWHERE, "somsri"),
    ]
    assert lines[0].detail == {"roles": ["network_manager"], "provinces": ["TH-98"], "own_record": None}
    assert lines[4].detail == {"roles": ["viewer"]}
    assert (lines[-1].at - lines[0].at).total_seconds() == 60
    assert read_account_log(WHOLE, office.application, after=lines[4].number, limit=1) == lines[5:6]
    told = json.dumps([[line.who, line.about, dict(line.detail)] for line in lines])
    assert not [secret for secret in (*secrets, PASSWORD, "argon2") if secret in told]


def test_what_cannot_be_logged_is_not_done(office: Office, monkeypatch: pytest.MonkeyPatch):
    office.settled("somchai")
    before = find_account(office.application, "somchai")

    def refused(*_: object) -> None:
        raise StoreBusy("store.busy")

    monkeypatch.setattr(office.application, "append", refused)
    for call in (
        lambda: office.create("another"),
        lambda: change_account(OPERATOR, office.application, "somchai", AccountChange(), now=office.now),
        lambda: set_password(OPERATOR, office.application, "somchai", now=office.now, hasher=office.hasher),
        lambda: log_out_everywhere(OPERATOR, office.application, "somchai", now=office.now),
    ):
        with pytest.raises(StoreBusy):
            call()
    with pytest.raises(TooManyTries, match=r"account\.busy"):  # who signs in is asked to try again
        office.log_in("somchai")
    assert find_account(office.application, "somchai") == before
    assert find_account(office.application, "another") is None


def test_no_account_shows_its_secrets_when_it_is_printed(office: Office, application: ApplicationRecords):
    office.create("somchai")
    account = find_account(application, "somchai")
    assert account
    assert "argon2" in account.password_hash
    assert "argon2" not in repr(account) + json.dumps(account.as_plain())


def test_an_entry_that_holds_no_account_is_damage_and_said(application: ApplicationRecords):
    application.put("account", "somchai", {"name": "somchai"}, expected_version=0)
    with pytest.raises(NetworkServiceError, match=r"store\.unreadable_entry"):
        find_account(application, "somchai")
