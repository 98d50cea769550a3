"""Make the first administrator: there are no accounts to begin with, and none with a password everybody knows."""

from datetime import datetime

from network_service.domain.principal import Principal, Role
from network_service.errors import UsageError
from network_service.operations.access import permit_whole
from network_service.operations.accounts.account_records import administrators_claimed, all_accounts
from network_service.operations.accounts.create_account import new_account
from network_service.operations.accounts.hashing import Hasher
from network_service.operations.accounts.model import Account
from network_service.store.application import ApplicationRecords


def first_administrator(
    principal: Principal, application: ApplicationRecords, name: str, *, now: datetime, hasher: Hasher | None = None
) -> tuple[Account, str]:
    """The administrator and the one-time password; `UsageError` where an administrator can sign in already."""
    permit_whole(principal, "first_administrator")
    with administrators_claimed(application, now):
        for account in all_accounts(application):
            if account.administers:
                raise UsageError("account.first_exists", name=account.name)
        return new_account(principal, application, name, frozenset({Role.ADMINISTRATOR}), None, None, now, hasher)
