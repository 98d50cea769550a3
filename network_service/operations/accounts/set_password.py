"""Give somebody who forgot the password, or lost the telephone, a password to be used once."""

from dataclasses import replace
from datetime import datetime

from network_service.domain.principal import Principal
from network_service.errors import NotPermitted, UnknownRecord
from network_service.operations.access import permit
from network_service.operations.accounts.account_fields import reaches
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import rewrite
from network_service.operations.accounts.create_account import ONE_TIME
from network_service.operations.accounts.hashing import Hasher, standard_hasher
from network_service.operations.accounts.list_accounts import account_within
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.password_rules import one_time_password
from network_service.store.application import ApplicationRecords


def set_password(
    principal: Principal,
    application: ApplicationRecords,
    name: str,
    *,
    forget_totp: bool = False,
    now: datetime,
    hasher: Hasher | None = None,
) -> str:
    """A new one-time password; sessions and tokens of the account are dead, and its telephone where so asked.

    The own password is changed by whoever knows it (`change_password`), not set.
    """
    permit(principal, "set_password")
    name = account_within(principal, application, name).name
    if principal.name == name:
        raise NotPermitted("account.own")
    password = one_time_password()
    kept = (hasher or standard_hasher()).hashed(password)

    def changed(account: Account) -> Account:
        if not reaches(principal, account.provinces):
            raise UnknownRecord("account.unknown", name=name)  # moved out of reach meanwhile
        after = replace(
            account,
            password_hash=kept,
            must_change_password=True,
            password_until=now + ONE_TIME,
            generation=account.generation + 1,
        )
        return replace(after, totp_secret=None, totp_pending=None) if forget_totp else after

    log_act(application, principal.name, Act.PASSWORD_SET, name, now, {"forget_totp": forget_totp})
    rewrite(application, name, changed)
    return password
