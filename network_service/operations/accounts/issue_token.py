"""Make a token for a machine that works for one's account."""

import secrets
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from network_service.domain.principal import Scope
from network_service.domain.thai.text import clean
from network_service.errors import InputError, NotPermitted
from network_service.operations.access import permit
from network_service.operations.accounts.account_fields import require_fields, require_reach
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.sessions import SessionInfo, digest_of
from network_service.operations.accounts.tokens import COLLECTION, Token
from network_service.store.application import ApplicationRecords, time_text

LONGEST = timedelta(days=366)
"""A token is looked at again once a year."""
LONGEST_LABEL = 80

_SECRET_BYTES = 32  # 256 bits
_ID_BYTES = 8  # names the token in lists and in the log; not secret


def issue_token(
    application: ApplicationRecords,
    session: SessionInfo,
    label: str,
    scopes: AbstractSet[Scope],
    *,
    provinces: AbstractSet[str] | None = None,
    ends_on: datetime,
    now: datetime,
) -> tuple[str, Token]:
    """What the machine is to send, shown this once, and the token; `provinces` `None` is all that the account has.

    It takes a session: no token makes tokens. `InputError` for no label, no scope, or an end that is past or more than
    a year away; `NotPermitted` for provinces the account has not.
    """
    permit(session.principal, "issue_token")
    if session.due is not None:
        raise NotPermitted(f"account.due.{session.due}")
    account = session.account
    reach = None if provinces is None else frozenset(provinces)
    require_fields(account.roles, reach, None)
    if reach is not None:
        require_reach(session.principal, reach)
    label = clean(label)
    if not label or len(label) > LONGEST_LABEL or not scopes:
        raise InputError("account.bad_token", most=LONGEST_LABEL)
    if not now < ends_on <= now + LONGEST:
        raise InputError("account.bad_end", most=LONGEST.days)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    token = Token(
        secrets.token_hex(_ID_BYTES), account.name, label, frozenset(scopes), reach, now, ends_on, account.generation
    )
    log_act(application, account.name, Act.TOKEN_ISSUED, account.name, now, token.as_plain())
    value = {
        "account": token.account,
        "digest": digest_of(secret),
        "label": label,
        "scopes": sorted(token.scopes),
        "provinces": None if reach is None else sorted(reach),
        "made_on": time_text(now),
        "ends_on": time_text(ends_on),
        "generation": token.generation,
    }
    application.put(COLLECTION, token.id, value, expected_version=0, expires_at=ends_on)
    return f"{token.id}.{secret}", token
