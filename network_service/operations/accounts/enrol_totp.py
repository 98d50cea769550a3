"""Enrol a telephone: it is told a secret, and proves that it keeps it by a code."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from network_service.errors import InputError, NotPermitted, NotSignedIn
from network_service.operations.access import permit
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import find_account, rewrite
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sessions import Due, SessionInfo, open_session
from network_service.operations.accounts.totp import counter_of, enrolment_address, new_secret
from network_service.store.application import ApplicationRecords


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the telephone is told: the secret as it is typed, and the address it reads from a picture."""

    secret: str = field(repr=False)
    address: str = field(repr=False)


def begin_totp(application: ApplicationRecords, session: SessionInfo) -> Enrolment:
    """A new secret for the telephone, which counts once it is confirmed; one that was begun before is void.

    `NotPermitted` where a telephone is enrolled already: an administrator has it forgotten first.
    """
    permit(session.principal, "enrol_totp")
    if session.due is Due.PASSWORD:
        raise NotPermitted("account.due.password")
    secret = new_secret()

    def begun(account: Account) -> Account:
        return replace(_enrolling(account, session), totp_pending=secret)

    rewrite(application, session.account.name, begun)
    return Enrolment(secret, enrolment_address(secret, session.account.name))


def confirm_totp(application: ApplicationRecords, session: SessionInfo, code: str, *, now: datetime) -> str:
    """The secret of a new session, the only one that is left; `InputError` where the code is not the telephone's."""
    permit(session.principal, "enrol_totp")

    def confirmed(account: Account) -> Account:
        secret = _enrolling(account, session).totp_pending
        counter = None if secret is None else counter_of(secret, code, now, account.totp_counter)
        if counter is None:
            raise InputError("account.wrong_code")
        return replace(
            account, totp_secret=secret, totp_pending=None, totp_counter=counter, generation=account.generation + 1
        )

    name = session.account.name
    confirmed(find_account(application, name) or session.account)  # refused before it is logged
    log_act(application, name, Act.ENROLLED, name, now)
    return open_session(application, rewrite(application, name, confirmed), now)


def _enrolling(account: Account, session: SessionInfo) -> Account:
    """The account, if this session may still enrol a telephone for it."""
    if account.generation != session.account.generation or account.disabled:
        raise NotSignedIn("account.not_signed_in")
    if account.totp_secret is not None:
        raise NotPermitted("account.enrolled")
    return account
