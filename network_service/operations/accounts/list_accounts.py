"""The accounts that an administrator looks after."""

from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord
from network_service.operations.access import permit
from network_service.operations.accounts.account_fields import canonical_name, reaches
from network_service.operations.accounts.account_records import all_accounts, find_account
from network_service.operations.accounts.model import Account
from network_service.store.application import ApplicationRecords


def list_accounts(principal: Principal, application: ApplicationRecords) -> tuple[Account, ...]:
    """Accounts by name; those that see more than the one who asks are as if they did not exist."""
    permit(principal, "list_accounts")
    return tuple(account for account in all_accounts(application) if reaches(principal, account.provinces))


def account_within(principal: Principal, application: ApplicationRecords, name: str) -> Account:
    """One account; `UnknownRecord` where there is none, or none within reach."""
    account = find_account(application, canonical_name(name))
    if account is None or not reaches(principal, account.provinces):
        raise UnknownRecord("account.unknown", name=name)
    return account
