"""Sign in by name and password, and by a code where the account has a telephone."""

from dataclasses import replace
from datetime import datetime

from network_service.errors import NotSignedIn, StoreBusy, TooManyTries
from network_service.operations.accounts.account_fields import canonical_name
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import find_account, rewrite
from network_service.operations.accounts.hashing import Hasher, require_hashable, standard_hasher
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sessions import open_session
from network_service.operations.accounts.totp import counter_of
from network_service.operations.accounts.tries import count_failure, forget_tries, give_back, take_try
from network_service.store.application import ApplicationRecords


def log_in(
    application: ApplicationRecords,
    name: str,
    password: str,
    address: str,
    *,
    code: str | None = None,
    now: datetime,
    hasher: Hasher | None = None,
) -> tuple[str, Account]:
    """The secret of a new session and its account; what is due first is told by `session_info`.

    `NotSignedIn` says `account.wrong_login` alike for an unknown name, a disabled account and a wrong password, after
    the same work; `account.code_needed` and `account.wrong_code` only to whoever knows the password. `TooManyTries`
    where this account was tried too often from this address, or too many sign in at once.
    """
    try:
        return _log_in(application, name, password, address, code, now, hasher or standard_hasher())
    except StoreBusy as busy:  # a flood wears out the patience of the store first
        raise TooManyTries("account.busy", seconds=1) from busy


def _log_in(
    application: ApplicationRecords,
    name: str,
    password: str,
    address: str,
    code: str | None,
    now: datetime,
    hasher: Hasher,
) -> tuple[str, Account]:
    require_hashable(password)
    name = canonical_name(name)
    taken = take_try(application, name, address, now)
    account = find_account(application, name)
    try:
        right = hasher.verified(password, account.password_hash if account else None)
    except TooManyTries:
        give_back(application, taken, now)
        raise
    if account is None or not right or not account.may_sign_in(now):
        count_failure(application, name, now)
        raise NotSignedIn("account.wrong_login")
    if account.totp_secret is not None and code is None:
        give_back(application, taken, now)
        raise NotSignedIn("account.code_needed")
    new_hash = hasher.hashed(password) if hasher.outgrown(account.password_hash) else account.password_hash
    try:
        account = _signed_in(application, account, new_hash, code, now)
    except NotSignedIn:
        count_failure(application, name, now)
        raise
    forget_tries(application, taken, now)
    log_act(application, account.name, Act.SIGNED_IN, account.name, now)
    return open_session(application, account, now), account


def _signed_in(
    application: ApplicationRecords, looked_at: Account, new_hash: str, code: str | None, now: datetime
) -> Account:
    """The account with its code used up and its hash renewed; of two with one code, one is let in."""

    def change(account: Account) -> Account:
        if account.generation != looked_at.generation:
            raise NotSignedIn("account.wrong_login")  # disabled or changed since the password was looked at
        if account.totp_secret is None:
            return replace(account, password_hash=new_hash)
        counter = counter_of(account.totp_secret, code or "", now, account.totp_counter)
        if counter is None:
            raise NotSignedIn("account.wrong_code")
        return replace(account, password_hash=new_hash, totp_counter=counter)

    if looked_at.totp_secret is None and new_hash == looked_at.password_hash:
        return looked_at
    return rewrite(application, looked_at.name, change)
