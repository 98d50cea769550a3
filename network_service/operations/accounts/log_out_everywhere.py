"""End all sessions and tokens of an account: the own one, or as an administrator another's."""

from dataclasses import replace
from datetime import datetime

from network_service.domain.principal import Principal
from network_service.operations.access import permit
from network_service.operations.accounts.account_fields import canonical_name
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import rewrite
from network_service.operations.accounts.list_accounts import account_within
from network_service.store.application import ApplicationRecords


def log_out_everywhere(principal: Principal, application: ApplicationRecords, name: str, *, now: datetime) -> None:
    """Whatever the account had signed in is dead when this returns; it may sign in again."""
    permit(principal, "log_out_everywhere")
    name = canonical_name(name)
    if name != principal.name:
        permit(principal, "change_account")
        name = account_within(principal, application, name).name
    log_act(application, principal.name, Act.SIGNED_OUT_EVERYWHERE, name, now)
    rewrite(application, name, lambda account: replace(account, generation=account.generation + 1))
