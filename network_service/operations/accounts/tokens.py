"""Tokens of machines: a secret each, for some scopes and provinces, until a day, never more than their account has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from typing import Any

from network_service.domain.principal import Principal, Scope
from network_service.errors import NotPermitted, NotSignedIn, StoreDamaged
from network_service.operations.accounts.account_records import find_account
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sessions import digest_of
from network_service.store.application import ApplicationRecords, Entry, Json, time_text

COLLECTION = "token"
"""Collection of application records; the key is the token's id, the secret is kept as a digest only."""

_LONGEST = 100  # signs; ours have 60


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret: whose it is and what it is for; `provinces` `None` is all its account has."""

    id: str
    account: str
    label: str
    scopes: frozenset[Scope]
    provinces: frozenset[str] | None
    made_on: datetime
    ends_on: datetime
    generation: int

    def as_plain(self) -> dict[str, Json]:
        """What its owner is shown."""
        return {
            "id": self.id,
            "account": self.account,
            "label": self.label,
            "scopes": sorted(self.scopes),
            "provinces": None if self.provinces is None else sorted(self.provinces),
            "made_on": time_text(self.made_on),
            "ends_on": time_text(self.ends_on),
        }


def kept_tokens(application: ApplicationRecords) -> Iterator[Token]:
    """Every token that was not revoked and has not ended."""
    return (token_of(entry) for entry in application.entries(COLLECTION) if entry.value is not None)


def token_of(entry: Entry) -> Token:
    """The token an entry holds; `StoreDamaged` where it holds none."""
    try:
        kept: Mapping[str, Any] = dict(entry.value)  # type: ignore[arg-type]
        return Token(
            entry.key,
            kept["account"],
            kept["label"],
            frozenset(Scope(scope) for scope in kept["scopes"]),
            None if kept["provinces"] is None else frozenset(kept["provinces"]),
            datetime.fromisoformat(kept["made_on"]),
            datetime.fromisoformat(kept["ends_on"]),
            int(kept["generation"]),
        )
    except (KeyError, TypeError, ValueError):
        raise StoreDamaged("store.unreadable_entry") from None


def holds(token: Token, account: Account | None, now: datetime) -> bool:
    """Whether a token of this account opens anything now."""
    return (
        account is not None and not account.disabled and account.generation == token.generation and now < token.ends_on
    )


def token_principal(application: ApplicationRecords, text: str, now: datetime) -> Principal:
    """Who asks with this token: its account as it is now, narrowed; `NotSignedIn` where the token does not hold."""
    token_id, _, secret = text.partition(".")
    entry = application.get(COLLECTION, token_id) if len(text) <= _LONGEST and token_id.isalnum() else None
    if entry is None or not isinstance(entry.value, Mapping):
        raise NotSignedIn("account.not_signed_in")
    token, account = token_of(entry), find_account(application, str(entry.value["account"]))
    if not compare_digest(str(entry.value["digest"]), digest_of(secret)):
        raise NotSignedIn("account.not_signed_in")
    if account is None or not holds(token, account, now):
        raise NotSignedIn("account.not_signed_in")
    if account.must_change_password or account.needs_enrolment:
        raise NotPermitted("account.due.password" if account.must_change_password else "account.due.totp")
    return account.principal(provinces=token.provinces, scopes=token.scopes)
