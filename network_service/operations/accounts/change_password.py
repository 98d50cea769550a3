"""Change the own password, by whoever knows the present one."""

from dataclasses import replace
from datetime import datetime

from network_service.errors import InputError, NotSignedIn, TooManyTries
from network_service.operations.access import permit
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import rewrite
from network_service.operations.accounts.hashing import Hasher, require_hashable, standard_hasher
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.password_rules import require_good_password
from network_service.operations.accounts.sessions import SessionInfo, open_session
from network_service.operations.accounts.tries import forget_tries, give_back, take_try
from network_service.store.application import ApplicationRecords

_PLACE = "change of password"  # counts tries from whatever address: who stole a session may guess no faster


def change_password(
    application: ApplicationRecords,
    session: SessionInfo,
    current: str,
    new: str,
    *,
    now: datetime,
    hasher: Hasher | None = None,
) -> str:
    """The secret of a new session, the only one that is left; tokens of the account are dead too.

    `InputError` where the new password is none to have or the present one is wrong, `TooManyTries` after guessing.
    """
    permit(session.principal, "change_password")
    hasher = hasher or standard_hasher()
    require_hashable(current)
    name = session.account.name
    require_good_password(new, name)
    if current == new:
        raise InputError("account.password_same")
    taken = take_try(application, name, _PLACE, now)
    try:
        right = hasher.verified(current, session.account.password_hash)
        kept = hasher.hashed(new) if right else ""
    except TooManyTries:
        give_back(application, taken, now)
        raise
    if not right:
        raise InputError("account.wrong_current")

    def changed(account: Account) -> Account:
        if account.generation != session.account.generation or account.disabled:
            raise NotSignedIn("account.not_signed_in")  # an administrator was quicker
        return replace(
            account,
            password_hash=kept,
            must_change_password=False,
            password_until=None,
            generation=account.generation + 1,
        )

    log_act(application, name, Act.PASSWORD_CHANGED, name, now)
    account = rewrite(application, name, changed)
    forget_tries(application, taken, now)
    return open_session(application, account, now)
