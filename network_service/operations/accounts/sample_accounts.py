"""One account a role for trying the service on an invented province, each ready to be used."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from network_service.domain.principal import Principal, Role
from network_service.operations.access import permit
from network_service.operations.accounts.account_records import rewrite
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.model import WITH_CODE, Account
from network_service.operations.accounts.totp import new_secret
from network_service.store.base import Store

_MEMBERS = ("group", "organization")


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """An account with its password and, where its role needs codes, the secret that a telephone is told."""

    role: Role
    name: str
    password: str = field(repr=False)
    code_secret: str | None = field(repr=False)


def sample_accounts(principal: Principal, store: Store, province: str, now: datetime) -> tuple[SampleAccount, ...]:
    """Make them in a store that has none; nothing is due, and administrators reach every province.

    Their passwords do not end and need no change: they are for a store that is gone when the service ends.
    """
    permit(principal, "create_account")
    own = next(store.records(kinds=_MEMBERS, province=province)).record.id
    return tuple(
        _made(principal, store, role, province, own if role is Role.MEMBER else None, now)
        for role in Role
        if role is not Role.LOCAL_OPERATOR
    )


def _made(
    principal: Principal, store: Store, role: Role, province: str, own_record: str | None, now: datetime
) -> SampleAccount:
    reach = None if role is Role.ADMINISTRATOR else {province}
    _, password = create_account(
        principal, store.application, role.value, {role}, provinces=reach, own_record=own_record, now=now
    )
    secret = new_secret() if role in WITH_CODE else None

    def settled(account: Account) -> Account:
        return replace(account, must_change_password=False, password_until=None, totp_secret=secret)

    name = rewrite(store.application, role.value, settled).name
    return SampleAccount(role, name, password, secret)
