"""Make an account, with a password to be handed over once."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from network_service.domain.principal import Principal, Role
from network_service.errors import InputError
from network_service.operations.access import permit
from network_service.operations.accounts.account_fields import new_name, require_fields, require_reach
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import add_account, find_account
from network_service.operations.accounts.hashing import Hasher, standard_hasher
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.password_rules import one_time_password
from network_service.store.application import ApplicationRecords

ONE_TIME = timedelta(days=7)
"""How long a one-time password waits to be used: longer than a long weekend, not for ever in somebody's mail."""


def create_account(
    principal: Principal,
    application: ApplicationRecords,
    name: str,
    roles: AbstractSet[Role],
    *,
    provinces: AbstractSet[str] | None = None,
    own_record: str | None = None,
    now: datetime,
    hasher: Hasher | None = None,
) -> tuple[Account, str]:
    """The new account and its one-time password, which is nowhere kept; `provinces` `None` is every province.

    `InputError` for a name that is taken or none, or fields that cannot be; `NotPermitted` for more provinces than the
    one who asks has.
    """
    permit(principal, "create_account")
    reach = None if provinces is None else frozenset(provinces)
    require_fields(roles, reach, own_record)
    require_reach(principal, reach)
    return new_account(principal, application, name, roles, reach, own_record, now, hasher)


def new_account(
    principal: Principal,
    application: ApplicationRecords,
    name: str,
    roles: AbstractSet[Role],
    provinces: frozenset[str] | None,
    own_record: str | None,
    now: datetime,
    hasher: Hasher | None,
) -> tuple[Account, str]:
    """Make it, once it is decided that it may be made."""
    name = new_name(name)
    if find_account(application, name) is not None:
        raise InputError("account.exists", name=name)
    password = one_time_password()
    account = Account(
        name,
        frozenset(roles),
        now,
        (hasher or standard_hasher()).hashed(password),
        provinces=provinces,
        own_record=own_record,
        must_change_password=True,
        password_until=now + ONE_TIME,
    )
    detail = {"roles": sorted(roles), "provinces": None if provinces is None else sorted(provinces)}
    log_act(application, principal.name, Act.CREATED, name, now, {**detail, "own_record": own_record})
    add_account(application, account)
    return account, password
