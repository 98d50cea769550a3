"""Codes of a telephone: who needs one, and that each is good once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from network_service.domain.principal import Role
from network_service.errors import InputError, NotPermitted, NotSignedIn, TooManyTries
from network_service.operations.accounts.account_log import COLLECTION as LOG
from network_service.operations.accounts.enrol_totp import begin_totp, confirm_totp
from network_service.operations.accounts.sessions import Due, session_info, session_principal
from network_service.operations.accounts.set_password import set_password
from network_service.operations.accounts.totp import counter_of
from tests.operations.accounts.conftest import OPERATOR, Office

RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890", of RFC 6238, appendix B


def enrolled(office: Office, name: str = "chief") -> tuple[str, str]:
    """An administrator with a telephone: the telephone's secret, and a session's."""
    session = session_info(office.application, office.settled(name, Role.ADMINISTRATOR), office.now)
    phone = begin_totp(office.application, session).secret
    return phone, confirm_totp(office.application, session, pyotp.TOTP(phone).at(office.now), now=office.now)


def now_code(office: Office, phone: str) -> str:
    return pyotp.TOTP(phone).at(office.now)


@pytest.mark.parametrize(("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924")])
def test_codes_are_those_of_the_standard(seconds: int, code: str):
    at = datetime.fromtimestamp(seconds, UTC)
    assert counter_of(RFC_SECRET, code, at, 0) == seconds // 30
    assert counter_of(RFC_SECRET, f"{code[:3]} {code[3:]}", at, 0) == seconds // 30
    assert counter_of(RFC_SECRET, code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")), at, 0)
    assert counter_of(RFC_SECRET, code, at, seconds // 30) is None, "used already"
    for wrong in ("", "000000", code[:5], code + "0", "ก\ud800"):
        assert counter_of(RFC_SECRET, wrong, at, 0) is None


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.GOVERNORS_OFFICE])
def test_who_decides_much_enrols_a_telephone_at_the_first_sign_in(office: Office, role: Role):
    secret = office.settled("chief", role)
    session = session_info(office.application, secret, office.now)
    assert session.due is Due.TOTP
    with pytest.raises(NotPermitted, match=r"account\.due\.totp"):
        session_principal(office.application, secret, office.now)
    begun = begin_totp(office.application, session)
    assert begun.address.startswith("otpauth:")
    assert begun.secret in begun.address
    fresh = confirm_totp(office.application, session, now_code(office, begun.secret), now=office.now)
    assert session_principal(office.application, fresh, office.now).roles == {role}
    with pytest.raises(NotSignedIn):
        session_info(office.application, secret, office.now)


def test_the_others_need_none(office: Office):
    roles = set(Role) - {Role.ADMINISTRATOR, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}
    secret = office.settled("somchai", *roles)
    assert session_info(office.application, secret, office.now).due is None


def test_an_enrolled_account_needs_password_and_code(office: Office):
    phone, _ = enrolled(office)
    office.clock.move(seconds=30)
    with pytest.raises(NotSignedIn, match=r"account\.code_needed"):
        office.log_in("chief")
    with pytest.raises(NotSignedIn, match=r"account\.wrong_code"):
        office.log_in("chief", code="000000")
    with pytest.raises(NotSignedIn, match=r"account\.wrong_login"):
        office.log_in("chief", "wrong", code=now_code(office, phone))
    assert office.log_in("chief", code=now_code(office, phone))


def test_a_code_is_good_once_even_for_two_at_the_same_moment(office: Office):
    phone, _ = enrolled(office)
    with pytest.raises(NotSignedIn, match=r"account\.wrong_code"):
        office.log_in("chief", code=now_code(office, phone))  # it confirmed the enrolment
    office.clock.move(seconds=60)
    code = now_code(office, phone)

    def enter(number: int) -> bool:
        try:
            return bool(office.log_in("chief", code=code, address=f"192.0.2.{number}"))
        except NotSignedIn:
            return False

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(enter, range(8))) == 1


def test_a_telephone_may_go_half_a_minute_wrong(office: Office):
    phone, _ = enrolled(office)
    office.clock.move(minutes=10)
    early, late = (pyotp.TOTP(phone).at(office.now + timedelta(seconds=by)) for by in (-60, 30))
    with pytest.raises(NotSignedIn):
        office.log_in("chief", code=early)
    assert office.log_in("chief", code=late)


def test_codes_are_not_guessed_by_asking_without_one_in_between(office: Office):
    enrolled(office)
    office.clock.move(minutes=1)
    told = []
    for _ in range(20):
        for code in (None, "000000"):
            with pytest.raises((NotSignedIn, TooManyTries)) as refused:
                office.log_in("chief", code=code)
            told.append(refused.value.code)
    assert told[:10] == ["account.code_needed", "account.wrong_code"] * 5
    assert set(told[10:]) == {"account.too_many_tries"}


def test_a_code_that_was_not_asked_for_confirms_nothing(office: Office):
    session = session_info(office.application, office.settled("chief", Role.ADMINISTRATOR), office.now)
    with pytest.raises(InputError, match=r"account\.wrong_code"):
        confirm_totp(office.application, session, "123456", now=office.now)
    begun = begin_totp(office.application, session)
    with pytest.raises(InputError, match=r"account\.wrong_code"):
        confirm_totp(office.application, session, "000000", now=office.now)
    begin_totp(office.application, session)
    with pytest.raises(InputError, match=r"account\.wrong_code"):
        confirm_totp(office.application, session, now_code(office, begun.secret), now=office.now)


def test_a_telephone_is_replaced_only_after_an_administrator_had_it_forgotten(office: Office):
    _, secret = enrolled(office)
    with pytest.raises(NotPermitted, match=r"account\.enrolled"):
        begin_totp(office.application, session_info(office.application, secret, office.now))
    once = set_password(OPERATOR, office.application, "chief", forget_totp=True, now=office.now, hasher=office.hasher)
    fresh = office.log_in("chief", once)
    assert session_info(office.application, fresh, office.now).due is Due.PASSWORD


def test_a_new_password_alone_does_not_do_without_the_telephone(office: Office):
    phone, _ = enrolled(office)
    once = set_password(OPERATOR, office.application, "chief", now=office.now, hasher=office.hasher)
    office.clock.move(minutes=1)
    with pytest.raises(NotSignedIn, match=r"account\.code_needed"):
        office.log_in("chief", once)
    assert office.log_in("chief", once, code=now_code(office, phone))


def test_a_one_time_password_enrols_no_telephone(office: Office):
    once = office.create("chief", Role.ADMINISTRATOR)
    session = session_info(office.application, office.log_in("chief", once), office.now)
    with pytest.raises(NotPermitted, match=r"account\.due\.password"):
        begin_totp(office.application, session)


def test_no_secret_of_a_telephone_is_in_the_log_or_in_what_is_printed(office: Office):
    phone, secret = enrolled(office)
    session = session_info(office.application, secret, office.now)
    assert phone not in repr(session) + repr(list(office.application.entries(LOG))) + repr(session.account.as_plain())
