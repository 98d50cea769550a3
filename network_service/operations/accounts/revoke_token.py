"""See which tokens hold, and revoke one: the own, or as an administrator another's."""

from datetime import datetime

from network_service.domain.principal import Principal
from network_service.errors import NotPermitted, StaleWrite, UnknownRecord
from network_service.operations.access import permit
from network_service.operations.accounts.account_log import Act, log_act
from network_service.operations.accounts.account_records import find_account
from network_service.operations.accounts.list_accounts import account_within
from network_service.operations.accounts.tokens import COLLECTION, Token, holds, kept_tokens, token_of
from network_service.store.application import ApplicationRecords


def list_tokens(
    principal: Principal, application: ApplicationRecords, *, account: str | None = None, now: datetime
) -> tuple[Token, ...]:
    """The tokens that hold, oldest first: one's own, or those of an account that one looks after."""
    permit(principal, "list_tokens")
    name = principal.name
    if account is not None and account != name:
        permit(principal, "list_accounts")
        name = account_within(principal, application, account).name
    owner = find_account(application, name)
    tokens = [token for token in kept_tokens(application) if token.account == name and holds(token, owner, now)]
    return tuple(sorted(tokens, key=lambda token: (token.made_on, token.id)))


def revoke_token(principal: Principal, application: ApplicationRecords, token_id: str, *, now: datetime) -> None:
    """The token opens nothing when this returns; `UnknownRecord` where there is none within reach."""
    permit(principal, "revoke_token")
    entry = application.get(COLLECTION, token_id) if token_id.isalnum() else None
    if entry is None or entry.value is None or not _within(principal, application, token_of(entry)):
        raise UnknownRecord("account.unknown_token", id=token_id)
    token = token_of(entry)
    log_act(application, principal.name, Act.TOKEN_REVOKED, token.account, now, {"id": token_id, "label": token.label})
    try:
        application.put(COLLECTION, token_id, None, expected_version=entry.version, expires_at=now)
    except StaleWrite:
        return  # a token is written once more in its life, when it is revoked: somebody else did so


def _within(principal: Principal, application: ApplicationRecords, token: Token) -> bool:
    if token.account == principal.name:
        return True
    try:
        permit(principal, "change_account")
        account_within(principal, application, token.account)
    except (NotPermitted, UnknownRecord):
        return False
    return True
