"""Sessions of people who signed in: a secret that only they have, good for as long as their account has not changed."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from network_service.domain.principal import Principal
from network_service.errors import NotPermitted, NotSignedIn, StaleWrite, StoreError
from network_service.operations.accounts.account_records import find_account
from network_service.operations.accounts.model import Account
from network_service.store.application import ApplicationRecords, Json, time_text

COLLECTION = "session"
"""Collection of application records; the key is a secret's digest: who reads the store can sign in as nobody."""

IDLE = timedelta(minutes=30)
"""A session nobody uses ends."""
ABSOLUTE = timedelta(hours=12)
"""A session ends after a working day, however much it is used."""
TOUCHED_EVERY = timedelta(minutes=1)
"""How exactly use is noted: a page of forty requests is one write."""

_SECRET_BYTES = 32  # 256 bits
_LONGEST_SECRET = 64  # signs; ours have 43


class Due(StrEnum):
    """What an account has to do before it may do anything else."""

    PASSWORD = "password"  # noqa: S105 - a word, not a password
    TOTP = "totp"


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """A session that holds: whose, since when and until when, and what is due first."""

    key: str
    account: Account
    began_on: datetime
    used_on: datetime

    @property
    def principal(self) -> Principal:
        """Who asks; while something is due, only for what settles it."""
        return self.account.principal()

    @property
    def ends_on(self) -> datetime:
        """When it ends if it is not used again."""
        return min(self.used_on + IDLE, self.began_on + ABSOLUTE)

    @property
    def due(self) -> Due | None:
        """The next thing to do first, or `None` where all doors are open."""
        if self.account.must_change_password:
            return Due.PASSWORD
        return Due.TOTP if self.account.needs_enrolment else None


def digest_of(secret: str) -> str:
    """What is kept of a secret; one of 256 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def open_session(application: ApplicationRecords, account: Account, now: datetime) -> str:
    """The secret of a new session of the account, which is nowhere kept; it never takes over an old one."""
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    value: dict[str, Json] = {
        "account": account.name,
        "generation": account.generation,
        "began_on": time_text(now),
        "used_on": time_text(now),
    }
    application.put(COLLECTION, digest_of(secret), value, expected_version=0, expires_at=now + IDLE)
    return secret


def session_info(application: ApplicationRecords, secret: str, now: datetime) -> SessionInfo:
    """The session of a secret, noted as used; `NotSignedIn` where it has ended or its account was changed since."""
    key = digest_of(secret[: _LONGEST_SECRET + 1])
    entry = application.get(COLLECTION, key)
    if entry is None or not isinstance(entry.value, Mapping):
        raise NotSignedIn("account.not_signed_in")
    kept: Mapping[str, Any] = entry.value
    account = find_account(application, kept["account"])
    if account is None or account.disabled or account.generation != kept["generation"]:
        raise NotSignedIn("account.not_signed_in")
    info = SessionInfo(key, account, datetime.fromisoformat(kept["began_on"]), datetime.fromisoformat(kept["used_on"]))
    if now >= info.ends_on:
        raise NotSignedIn("account.not_signed_in")
    if now - info.used_on < TOUCHED_EVERY:
        return info
    used = SessionInfo(key, account, info.began_on, now)
    try:
        value = {**kept, "used_on": time_text(now)}
        application.put(COLLECTION, key, value, expected_version=entry.version, expires_at=used.ends_on)
    except StoreError:
        # Another request noted it, or it was signed out, or nobody may write now: who only reads is let go on.
        return info
    return used


def session_principal(application: ApplicationRecords, secret: str, now: datetime) -> Principal:
    """Who asks with this secret; `NotPermitted` while a password or a telephone is due first."""
    info = session_info(application, secret, now)
    if info.due is not None:
        raise NotPermitted(f"account.due.{info.due}")
    return info.principal


def log_out(application: ApplicationRecords, secret: str, now: datetime) -> None:
    """End a session; one that has ended stays so."""
    key = digest_of(secret[: _LONGEST_SECRET + 1])
    while (entry := application.get(COLLECTION, key)) is not None and entry.value is not None:
        try:
            application.put(COLLECTION, key, None, expected_version=entry.version, expires_at=now)
        except StaleWrite:
            continue  # a request noted its use meanwhile; each session does so once a minute
