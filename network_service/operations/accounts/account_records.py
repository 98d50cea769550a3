"""Accounts among the application records: found by name, written whole, each change decided by one compare-and-set."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from network_service.errors import InputError, StaleWrite, StoreBusy, UnknownRecord
from network_service.operations.accounts.account_fields import is_name
from network_service.operations.accounts.model import Account, account_of
from network_service.store.application import ApplicationRecords

COLLECTION = "account"
"""Collection of application records; the key is the name. Accounts are disabled, not dropped: the audit names them."""

Change = Callable[[Account], Account]
"""What is to become of an account, told of it as it stands now; it may raise."""

_CLAIMS = "account_claim"
_CLAIMED_FOR = timedelta(minutes=1)  # a claim whose holder died ends by itself
_REPEATS = 10  # so many others may change the same account between our look and our write


def find_account(application: ApplicationRecords, name: str) -> Account | None:
    """The account of a name, in its canonical spelling."""
    if not is_name(name):
        return None
    entry = application.get(COLLECTION, name)
    return account_of(entry.value) if entry else None


def all_accounts(application: ApplicationRecords) -> Iterator[Account]:
    """Every account, in the order of name."""
    return (account_of(entry.value) for entry in application.entries(COLLECTION))


def add_account(application: ApplicationRecords, account: Account) -> None:
    """Keep a new account; `InputError` where the name is taken."""
    try:
        application.put(COLLECTION, account.name, account.as_json(), expected_version=0)
    except StaleWrite as taken:
        raise InputError("account.exists", name=account.name) from taken


def rewrite(application: ApplicationRecords, name: str, change: Change) -> Account:
    """Change an account; where another changed it meanwhile, the change is asked again about what is there now."""
    for _ in range(_REPEATS):
        entry = application.get(COLLECTION, name)
        if entry is None:
            raise UnknownRecord("account.unknown", name=name)
        account = change(account_of(entry.value))
        try:
            application.put(COLLECTION, name, account.as_json(), expected_version=entry.version)
        except StaleWrite:
            continue
        return account
    raise StoreBusy("account.contended", name=name)


@contextmanager
def administrators_claimed(application: ApplicationRecords, now: datetime) -> Iterator[None]:
    """While the block runs nobody else makes a first administrator or takes one away; `StoreBusy` where one does.

    Two records that are right each by itself could be wrong together, and no transaction spans them.
    """
    try:
        held = application.put(_CLAIMS, "administrators", True, expected_version=0, expires_at=now + _CLAIMED_FOR)
    except StaleWrite as other:
        raise StoreBusy("account.claimed") from other
    try:
        yield
    finally:
        # A claim that ended by itself may be another's by now.
        with suppress(StaleWrite):
            application.put(_CLAIMS, "administrators", None, expected_version=held.version, expires_at=now)
