"""Signing in: who gets in, who is told what, who waits."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from network_service.domain.principal import Role
from network_service.errors import InputError, NotPermitted, NotSignedIn, TooManyTries
from network_service.operations.accounts.account_records import find_account
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.hashing import Hasher
from network_service.operations.accounts.log_in import log_in
from network_service.operations.accounts.sessions import Due, session_info, session_principal
from network_service.operations.accounts.tries import COLLECTION, place_of
from tests.operations.accounts.conftest import ADDRESS, OPERATOR, PASSWORD, Office


def code_of(office: Office, *arguments: str, **options: str) -> str:
    """The code a sign-in is refused with."""
    with pytest.raises((NotSignedIn, TooManyTries)) as refused:
        office.log_in(*arguments, **options)
    return refused.value.code


def test_a_one_time_password_opens_nothing_but_its_own_change(office: Office):
    once = office.create("somchai")
    secret = office.log_in("somchai", once)
    assert session_info(office.application, secret, office.now).due is Due.PASSWORD
    with pytest.raises(NotPermitted, match=r"account\.due\.password"):
        session_principal(office.application, secret, office.now)


def test_a_one_time_password_ends_after_a_week(office: Office):
    once = office.create("somchai")
    office.clock.move(days=7)
    assert code_of(office, "somchai", once) == "account.wrong_login"


def test_the_name_is_the_same_in_any_case_and_order_of_thai_marks(office: Office):
    office.settled("Somchai")
    office.settled("ผู้ดูแลน้ำ")
    for name in ("SOMCHAI", "somchai", " somchai "):
        assert office.log_in(name)
    assert office.log_in("ผุ้ดูแลน้ํา".replace("ุ้", "ู้"))


def test_unknown_disabled_and_wrong_are_told_the_same(office: Office):
    office.settled("somchai")
    office.settled("gone")
    change_account(OPERATOR, office.application, "gone", AccountChange(disabled=True), now=office.now)
    told = []
    for name, password in (
        ("nobody", PASSWORD),
        ("gone", PASSWORD),
        ("somchai", "wrong"),
        ("", ""),
        ("\0/\ud800", "x"),
    ):
        with pytest.raises(NotSignedIn) as refused:
            office.log_in(name, password)
        told.append((refused.value.code, refused.value.parameters))
    assert set(map(str, told)) == {str(("account.wrong_login", {}))}


def test_an_unknown_name_costs_the_same_hashes_and_records(office: Office, monkeypatch: pytest.MonkeyPatch):
    office.settled("somchai")
    work: list[str] = []
    for name in ("get", "put", "append"):
        real = getattr(office.application, name)
        monkeypatch.setattr(
            office.application, name, lambda *a, _n=name, _r=real, **k: work.append(f"{_n} {a[0]}") or _r(*a, **k)
        )
    verified = Hasher.verified
    monkeypatch.setattr(Hasher, "verified", lambda *a: work.append("hash") or verified(*a))
    seen = []
    for name in ("somchai", "nobody"):
        work.clear()
        assert [code_of(office, name, "wrong") for _ in range(5)] == ["account.wrong_login"] * 5
        assert code_of(office, name, "wrong") == "account.too_many_tries"
        seen.append(list(work))
    assert seen[0] == seen[1]
    assert seen[0].count("hash") == 5


def test_after_five_wrong_the_right_one_waits_too_but_not_from_elsewhere(office: Office):
    office.settled("somchai")
    for _ in range(5):
        assert code_of(office, "somchai", "wrong") == "account.wrong_login"
    with pytest.raises(TooManyTries) as refused:
        office.log_in("somchai")
    assert refused.value.parameters == {"seconds": 60}
    assert office.log_in("somchai", address="192.0.2.8")
    office.clock.move(seconds=60)
    assert office.log_in("somchai")
    assert [code_of(office, "somchai", "wrong") for _ in range(5)] == ["account.wrong_login"] * 5, "counted anew"


@pytest.mark.parametrize("address", ["127.0.0.1", "203.0.113.250"])
def test_a_flood_from_everywhere_never_closes_an_account(office: Office, address: str):
    office.settled("chief", Role.MEMBER)
    refused = 0
    for number in range(1_000):
        code = code_of(office, "chief", "wrong", address=f"198.51.{number % 100}.1")
        refused += code == "account.too_many_tries"
        office.clock.move(seconds=0.5)
    assert refused >= 500
    assert office.log_in("chief", address=address)


def test_of_a_thousand_wrong_ones_from_one_address_in_a_quarter_of_an_hour_eight_are_looked_at(office: Office):
    office.settled("somchai")
    codes = []
    for _ in range(1_000):
        codes.append(code_of(office, "somchai", "wrong"))
        office.clock.move(seconds=0.9)
    assert codes.count("account.wrong_login") == 8


def test_an_account_under_attack_gives_each_address_two_tries_and_the_machine_itself_five(office: Office):
    office.settled("somchai")
    for number in range(50):
        code_of(office, "somchai", "wrong", address=f"198.51.100.{number}")
    for address, free in (("203.0.113.1", 2), ("127.0.0.1", 5)):
        codes = [code_of(office, "somchai", "wrong", address=address) for _ in range(free + 1)]
        assert codes == ["account.wrong_login"] * free + ["account.too_many_tries"]


def test_of_fifty_at_once_no_more_are_looked_at_than_are_free(office: Office):
    office.settled("somchai")
    with ThreadPoolExecutor(50) as threads:
        codes = list(threads.map(lambda _: code_of(office, "somchai", "wrong"), range(50)))
    assert codes.count("account.wrong_login") <= 5
    assert codes.count("account.wrong_login") + codes.count("account.too_many_tries") == 50


def test_two_who_sign_in_at_once_get_two_sessions(office: Office):
    office.settled("somchai")
    with ThreadPoolExecutor(4) as threads:
        secrets = list(threads.map(lambda number: office.log_in("somchai", address=f"192.0.2.{number}"), range(20)))
    assert len(set(secrets)) == 20
    for secret in secrets:
        assert session_principal(office.application, secret, office.now).name == "somchai"


def test_a_full_house_costs_no_try(office: Office):
    office.settled("somchai")
    full = Hasher(memory_kib=8, passes=1, at_once=1, patience=0)
    with full._place():
        for _ in range(10):
            with pytest.raises(TooManyTries, match=r"account\.busy"):
                log_in(office.application, "somchai", PASSWORD, ADDRESS, now=office.now, hasher=full)
    assert office.log_in("somchai")


def test_a_password_of_ten_megabytes_is_refused_and_counts_nothing(office: Office):
    for _ in range(10):
        with pytest.raises(InputError, match=r"account\.password_long"):
            office.log_in("somchai", "x" * 10_000_000)
    assert list(office.application.entries(COLLECTION)) == []


def test_a_hash_of_lower_costs_is_made_anew_at_the_next_sign_in(office: Office):
    office.settled("somchai")
    dearer = Hasher(memory_kib=16, passes=1)
    before = find_account(office.application, "somchai")
    log_in(office.application, "somchai", PASSWORD, ADDRESS, now=office.now, hasher=dearer)
    after = find_account(office.application, "somchai")
    assert before
    assert after
    assert (dearer.outgrown(before.password_hash), dearer.outgrown(after.password_hash)) == (True, False)
    assert after.generation == before.generation, "nobody is signed out by it"
    assert log_in(office.application, "somchai", PASSWORD, ADDRESS, now=office.now, hasher=dearer)


def test_who_is_disabled_while_the_password_is_looked_at_does_not_get_in(office: Office):
    office.settled("somchai")

    class Slow(Hasher):
        def verified(self, password: str, kept: str | None) -> bool:
            change_account(OPERATOR, office.application, "somchai", AccountChange(disabled=True), now=office.now)
            return super().verified(password, kept)

    secret, _ = log_in(
        office.application, "somchai", PASSWORD, ADDRESS, now=office.now, hasher=Slow(memory_kib=8, passes=1)
    )
    with pytest.raises(NotSignedIn):
        session_info(office.application, secret, office.now)


def test_tries_are_swept_when_they_count_no_more_and_name_nobody(office: Office):
    code_of(office, "somchai", "wrong")
    kept = list(office.application.entries(COLLECTION))
    assert kept
    assert not [entry for entry in kept if "somchai" in entry.key + str(entry.value) or ADDRESS in entry.key]
    office.clock.move(minutes=31)
    assert office.application.expire(office.now) == len(kept)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("127.0.0.1", "::1", True),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("testclient", "testclient", True),
    ],
)
def test_addresses_of_one_house_are_one(one: str, other: str, same: bool):
    assert (place_of(one) == place_of(other)) is same


def test_a_change_that_meets_others_is_made_on_what_they_left(office: Office):
    office.settled("somchai")
    before = find_account(office.application, "somchai")
    assert before

    def end(_: int) -> None:
        change_account(OPERATOR, office.application, "somchai", AccountChange(), now=office.now)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(end, range(8)))
    after = find_account(office.application, "somchai")
    assert after
    assert after.generation == before.generation + 8
