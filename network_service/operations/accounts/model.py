"""An account as it is kept: who signs in, as what, for which provinces, and how they prove it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from network_service.domain.principal import Principal, Role, Scope
from network_service.errors import StoreDamaged
from network_service.store.application import Json, time_text

WITH_CODE = frozenset({Role.ADMINISTRATOR, Role.GOVERNORS_OFFICE})
"""Roles that need a code of their telephone besides the password."""


@dataclass(frozen=True, slots=True)
class Account:
    """One who may sign in. What it may do is its principal's matter; secrets never show when it is printed.

    `generation` counts the changes that end what was signed in before. `password_until` is the end of a one-time
    password; `totp_counter` the last code used, so that none is used twice; `totp_pending` a secret not confirmed yet.
    """

    name: str
    roles: frozenset[Role]
    made_on: datetime
    password_hash: str = field(repr=False)
    provinces: frozenset[str] | None = None
    own_record: str | None = None
    disabled: bool = False
    generation: int = 1
    must_change_password: bool = False
    password_until: datetime | None = None
    totp_secret: str | None = field(default=None, repr=False)
    totp_pending: str | None = field(default=None, repr=False)
    totp_counter: int = 0

    @property
    def administers(self) -> bool:
        """Whether this is an administrator who can sign in."""
        return Role.ADMINISTRATOR in self.roles and not self.disabled

    @property
    def needs_enrolment(self) -> bool:
        """Whether a telephone has to be enrolled before anything else is done."""
        return self.totp_secret is None and bool(self.roles & WITH_CODE)

    def may_sign_in(self, now: datetime) -> bool:
        """Whether the right password opens a session now: a one-time password ends some day."""
        return not self.disabled and (self.password_until is None or now < self.password_until)

    def principal(
        self, *, provinces: frozenset[str] | None = None, scopes: frozenset[Scope] | None = None
    ) -> Principal:
        """Who asks when this account does; a token narrows provinces and scopes and never widens them."""
        reach = self.provinces
        if provinces is not None:
            reach = provinces if reach is None else reach & provinces
        return Principal(self.name, self.roles, reach, self.own_record, scopes)

    def as_json(self) -> dict[str, Json]:
        """What is kept, secrets and all; of moments and sets, texts and sorted lists."""
        return {
            "name": self.name,
            "roles": sorted(self.roles),
            "made_on": time_text(self.made_on),
            "password_hash": self.password_hash,
            "provinces": None if self.provinces is None else sorted(self.provinces),
            "own_record": self.own_record,
            "disabled": self.disabled,
            "generation": self.generation,
            "must_change_password": self.must_change_password,
            "password_until": time_text(self.password_until),
            "totp_secret": self.totp_secret,
            "totp_pending": self.totp_pending,
            "totp_counter": self.totp_counter,
        }

    def as_plain(self) -> dict[str, Json]:
        """What administrators are shown: no hash, no secret, only whether a telephone is enrolled."""
        secret = {"password_hash", "totp_secret", "totp_pending", "totp_counter", "generation"}
        shown = {name: value for name, value in self.as_json().items() if name not in secret}
        return {**shown, "totp": self.totp_secret is not None}


def account_of(value: Json) -> Account:
    """The account an entry holds; `StoreDamaged` where it holds none."""
    try:
        kept: Mapping[str, Any] = dict(value)  # type: ignore[arg-type]
        return Account(
            **{
                **kept,
                "roles": frozenset(Role(role) for role in kept["roles"]),
                "made_on": datetime.fromisoformat(kept["made_on"]),
                "provinces": None if kept["provinces"] is None else frozenset(kept["provinces"]),
                "password_until": kept["password_until"] and datetime.fromisoformat(kept["password_until"]),
            }
        )
    except (KeyError, TypeError, ValueError):
        raise StoreDamaged("store.unreadable_entry") from None
