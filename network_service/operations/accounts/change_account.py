"""Change what an account is: roles, provinces, own record, disabled or not. What it had signed in ends at once."""

from collections.abc import Set as AbstractSet
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, Literal

from network_service.domain.principal import Principal, Role
from network_service.errors import NotPermitted, StoreBusy, UnknownRecord, UsageError
from network_service.operations.access import permit
from network_service.operations.accounts.account_fields import reaches, require_fields, require_reach
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import administrators_claimed, all_accounts, rewrite
from network_service.operations.accounts.list_accounts import account_within
from network_service.operations.accounts.model import Account
from network_service.store.application import ApplicationRecords


class Keep(Enum):
    """Says that a field stays as it is, where `None` means something."""

    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class AccountChange:
    """What is to be changed; what is not given stays."""

    roles: AbstractSet[Role] | Literal[Keep.KEEP] = Keep.KEEP
    provinces: AbstractSet[str] | Literal[Keep.KEEP] | None = Keep.KEEP
    own_record: str | Literal[Keep.KEEP] | None = Keep.KEEP
    disabled: bool | Literal[Keep.KEEP] = Keep.KEEP

    def given(self) -> dict[str, Any]:
        """The fields to be changed, with what they become."""
        fields = {
            "roles": self.roles,
            "provinces": self.provinces,
            "own_record": self.own_record,
            "disabled": self.disabled,
        }
        return {
            name: frozenset(value) if isinstance(value, AbstractSet) else value
            for name, value in fields.items()
            if value is not Keep.KEEP
        }


def change_account(
    principal: Principal, application: ApplicationRecords, name: str, change: AccountChange, *, now: datetime
) -> Account:
    """The account as it is now; its sessions and tokens are dead, so that a change of nothing signs it out everywhere.

    Nobody changes the own account, and the last administrator who can sign in stays one (`UsageError`).
    """
    permit(principal, "change_account")
    seen = account_within(principal, application, name)
    name = seen.name
    if principal.name == name:
        raise NotPermitted("account.own")
    given = change.given()

    def changed(account: Account) -> Account:
        if not reaches(principal, account.provinces):
            raise UnknownRecord("account.unknown", name=name)  # moved out of reach meanwhile
        after = replace(account, **given, generation=account.generation + 1)
        require_fields(after.roles, after.provinces, after.own_record)
        require_reach(principal, after.provinces)
        if account.administers and not after.administers:
            if not claimed:
                raise StoreBusy("account.contended", name=name)  # was made an administrator a moment ago
            _require_another(application, name)
        return after

    takes_away = Role.ADMINISTRATOR not in given.get("roles", {Role.ADMINISTRATOR}) or given.get("disabled", False)
    claimed = seen.administers and takes_away
    with administrators_claimed(application, now) if claimed else nullcontext():
        changed(account_within(principal, application, name))  # refused before it is logged
        detail = {key: sorted(value) if isinstance(value, frozenset) else value for key, value in given.items()}
        log_act(application, principal.name, Act.CHANGED, name, now, detail)
        return rewrite(application, name, changed)


def _require_another(application: ApplicationRecords, name: str) -> None:
    if not any(account.administers and account.name != name for account in all_accounts(application)):
        raise UsageError("account.last_administrator", name=name)
