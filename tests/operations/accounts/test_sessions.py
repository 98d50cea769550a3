"""Sessions: what a secret opens, and when it opens nothing any more."""

import hashlib
import json

import pytest

from network_service.domain.principal import Role
from network_service.errors import InputError, NotPermitted, NotSignedIn, StoreBusy, TooManyTries
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.change_password import change_password
from network_service.operations.accounts.log_out_everywhere import log_out_everywhere
from network_service.operations.accounts.sessions import (
    COLLECTION,
    SessionInfo,
    log_out,
    session_info,
    session_principal,
)
from network_service.operations.accounts.set_password import set_password
from tests.operations.accounts.conftest import OPERATOR, PASSWORD, Office

OTHER = "ควายสองตัวลุยโคลนตม"


def info(office: Office, secret: str) -> SessionInfo:
    return session_info(office.application, secret, office.now)


def is_dead(office: Office, secret: str) -> bool:
    with pytest.raises(NotSignedIn) as refused:
        session_principal(office.application, secret, office.now)
    return refused.value.code == "account.not_signed_in"


def test_a_session_says_who_asks_with_roles_provinces_and_own_record(office: Office):
    secret = office.settled("somchai", Role.MEMBER, Role.VIEWER, provinces={"TH-98", "TH-97"})
    record = "12345678-1234-1234-1234-123456789abc"
    change_account(OPERATOR, office.application, "somchai", AccountChange(own_record=record), now=office.now)
    principal = session_principal(office.application, office.log_in("somchai"), office.now)
    assert (principal.name, principal.own_record, principal.scopes) == ("somchai", record, None)
    assert principal.roles == {Role.MEMBER, Role.VIEWER}
    assert principal.provinces == {"TH-98", "TH-97"}
    assert is_dead(office, secret)


def test_each_sign_in_has_a_secret_of_its_own_of_256_bits_that_is_nowhere_kept(office: Office):
    secrets = {office.settled("somchai"), *(office.log_in("somchai") for _ in range(5))}
    assert len(secrets) == 6
    assert {len(secret) for secret in secrets} == {43}  # 256 bits at 6 a sign
    kept = {entry.key: json.dumps(entry.value) for entry in office.application.entries(COLLECTION)}
    for secret in secrets:
        assert hashlib.sha256(secret.encode()).hexdigest() in kept
        assert not any(secret in key + value for key, value in kept.items())


@pytest.mark.parametrize("planted", ["", "x", "A" * 43, "A" * 10_000_000, "\ud800", "\0"])
def test_a_secret_that_was_planted_opens_nothing_and_is_never_taken_over(office: Office, planted: str):
    office.settled("somchai")
    assert is_dead(office, planted)
    assert office.log_in("somchai") != planted
    assert is_dead(office, planted)


def test_a_session_that_is_not_used_ends_after_half_an_hour(office: Office):
    secret = office.settled("somchai")
    office.clock.move(minutes=29)
    assert info(office, secret)
    office.clock.move(minutes=29)
    assert info(office, secret)
    office.clock.move(minutes=30)
    assert is_dead(office, secret)


def test_a_session_that_is_used_all_day_ends_after_twelve_hours(office: Office):
    secret = office.settled("somchai")
    for _ in range(12 * 60 // 20 - 1):
        office.clock.move(minutes=20)
        assert info(office, secret)
    office.clock.move(minutes=20)
    assert is_dead(office, secret)
    assert office.application.expire(office.now) >= 1


def test_use_is_noted_once_a_minute(office: Office):
    secret = office.settled("somchai")
    key = hashlib.sha256(secret.encode()).hexdigest()

    def version() -> int:
        entry = office.application.get(COLLECTION, key)
        assert entry
        return entry.version

    for _ in range(59):
        office.clock.move(seconds=1)
        info(office, secret)
    assert version() == 1
    office.clock.move(seconds=1)
    info(office, secret)
    assert version() == 2


def test_reading_goes_on_where_use_cannot_be_noted(office: Office, monkeypatch: pytest.MonkeyPatch):
    secret = office.settled("somchai")
    office.clock.move(minutes=5)

    def refused(*_: object, **__: object) -> None:
        raise StoreBusy("store.maintenance")

    monkeypatch.setattr(office.application, "put", refused)
    assert session_principal(office.application, secret, office.now).name == "somchai"


def test_after_signing_out_the_secret_is_dead_and_the_others_live(office: Office):
    one = office.settled("somchai")
    other = office.log_in("somchai")
    log_out(office.application, one, office.now)
    assert is_dead(office, one)
    assert info(office, other)
    log_out(office.application, one, office.now)
    log_out(office.application, "never seen", office.now)


def test_after_a_change_of_password_only_the_new_session_lives(office: Office):
    old = [office.settled("somchai"), office.log_in("somchai")]
    new = change_password(
        office.application, info(office, old[0]), PASSWORD, OTHER, now=office.now, hasher=office.hasher
    )
    assert [is_dead(office, secret) for secret in old] == [True, True]
    assert session_principal(office.application, new, office.now).name == "somchai"
    assert office.log_in("somchai", OTHER)
    with pytest.raises(NotSignedIn):
        office.log_in("somchai", PASSWORD)


@pytest.mark.parametrize(
    ("current", "new", "code"),
    [
        ("wrong", OTHER, "account.wrong_current"),
        (PASSWORD, PASSWORD, "account.password_same"),
        (PASSWORD, "short", "account.password_short"),
        (PASSWORD, "Password1234", "account.password_common"),
        (PASSWORD, "Somchai.Jaidee", "account.password_is_name"),
        ("x" * 2_000, OTHER, "account.password_long"),
    ],
)
def test_a_change_of_password_that_is_refused_changes_nothing(office: Office, current: str, new: str, code: str):
    secret = office.settled("somchai.jaidee")
    with pytest.raises(InputError) as refused:
        change_password(office.application, info(office, secret), current, new, now=office.now, hasher=office.hasher)
    assert refused.value.code == code
    assert info(office, secret)
    assert office.log_in("somchai.jaidee")


def test_whoever_stole_a_session_may_not_guess_the_password_with_it(office: Office):
    session = info(office, office.settled("somchai"))
    for _ in range(5):
        with pytest.raises(InputError, match=r"account\.wrong_current"):
            change_password(office.application, session, "a guess", OTHER, now=office.now, hasher=office.hasher)
    with pytest.raises(TooManyTries):
        change_password(office.application, session, PASSWORD, OTHER, now=office.now, hasher=office.hasher)
    assert office.log_in("somchai"), "the door itself is not closed by it"


def test_an_administrator_who_was_quicker_wins_over_the_change_of_the_password(office: Office):
    session = info(office, office.settled("somchai"))
    set_password(OPERATOR, office.application, "somchai", now=office.now, hasher=office.hasher)
    with pytest.raises(NotSignedIn):
        change_password(office.application, session, PASSWORD, OTHER, now=office.now, hasher=office.hasher)


@pytest.mark.parametrize(
    "change",
    [
        AccountChange(roles=frozenset({Role.VIEWER})),
        AccountChange(provinces=frozenset({"TH-98"})),
        AccountChange(disabled=True),
        AccountChange(),
    ],
)
def test_sessions_end_at_once_when_the_account_is_changed(office: Office, change: AccountChange):
    secrets = [office.settled("somchai"), office.log_in("somchai")]
    change_account(OPERATOR, office.application, "somchai", change, now=office.now)
    assert [is_dead(office, secret) for secret in secrets] == [True, True]


def test_who_signs_out_everywhere_has_no_session_left(office: Office):
    secrets = [office.settled("somchai"), office.log_in("somchai")]
    principal = session_principal(office.application, secrets[0], office.now)
    log_out_everywhere(principal, office.application, "somchai", now=office.now)
    assert [is_dead(office, secret) for secret in secrets] == [True, True]
    assert office.log_in("somchai")


def test_nobody_signs_out_another_but_an_administrator(office: Office):
    victim = office.settled("somchai")
    manager = session_principal(office.application, office.settled("somsri"), office.now)
    with pytest.raises(NotPermitted):
        log_out_everywhere(manager, office.application, "somchai", now=office.now)
    assert info(office, victim)
    log_out_everywhere(OPERATOR, office.application, "somchai", now=office.now)
    assert is_dead(office, victim)
