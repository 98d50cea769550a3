"""Who may do what: one table, asked at the head of every operation and nowhere else."""

from network_service.domain.principal import Principal, Role, Scope
from network_service.errors import NotPermitted

_OFFICES = frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR})
_WRITERS = frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR})
_ADMINISTRATORS = frozenset({Role.ADMINISTRATOR, Role.LOCAL_OPERATOR})

MAY: dict[str, frozenset[Role]] = {
    "import": _WRITERS,
    "preview_import": _WRITERS,
    "sample": _WRITERS,
    "export": _OFFICES,
    "analyse": _OFFICES,
    "figures": frozenset(Role),
    "named_figures": _OFFICES | {Role.RESEARCHER},
    "findings": _OFFICES,
    "map": frozenset(Role),
    "jobs": _OFFICES,
    "compare": _OFFICES,
    "duplicates": _WRITERS,
    "declare_different": _WRITERS,
    "undo": _WRITERS,
    "end": _WRITERS,
    "merge": _WRITERS,
    "unmerge": _WRITERS,
    "history": _OFFICES,
    "changes": _OFFICES,
    "check": _OFFICES,
    "query": _OFFICES,
    "list_queries": frozenset(Role),
    "list_records": frozenset(Role),
    "one_record": frozenset(Role),
    "record_neighbours": frozenset(Role),
    "search_records": frozenset(Role),
    "rating_means": _OFFICES,
    "create_record": _WRITERS,
    "change_record": _WRITERS,
    "propose_change": frozenset({Role.MEMBER}),
    "own_proposals": frozenset({Role.MEMBER}),
    "withdraw_proposal": frozenset({Role.MEMBER}),
    "list_proposals": _WRITERS,
    "approve_proposal": _WRITERS,
    "decline_proposal": _WRITERS,
    "follow_findings": _OFFICES,
    "change_finding": _OFFICES,
    "saved_views": frozenset(Role),
    "save_view": frozenset(Role),
    "remove_view": frozenset(Role),
    "read_log": _ADMINISTRATORS,
    "template": frozenset(Role),
    "provinces": frozenset(Role),
    "back_up": _ADMINISTRATORS,
    "restore": _ADMINISTRATORS,
    "copy": _ADMINISTRATORS,
    "maintenance": _ADMINISTRATORS,
    "diagnose": _ADMINISTRATORS,
    "first_administrator": frozenset({Role.LOCAL_OPERATOR}),
    "create_account": _ADMINISTRATORS,
    "change_account": _ADMINISTRATORS,
    "list_accounts": _ADMINISTRATORS,
    "set_password": _ADMINISTRATORS,
    "read_account_log": _ADMINISTRATORS,
    "change_password": frozenset(Role),
    "enrol_totp": frozenset(Role),
    "log_out_everywhere": frozenset(Role),
    "issue_token": frozenset(Role),
    "list_tokens": frozenset(Role),
    "revoke_token": frozenset(Role),
}
"""Roles that may use each operation. What hands out records as they are kept is for officers; what is for every role
shows each principal what `sight` lets through."""

READING = frozenset(
    {
        "export", "figures", "named_figures", "findings", "map", "analyse", "compare", "duplicates", "history",
        "changes", "check", "query", "list_queries", "template", "provinces", "list_records", "one_record",
        "record_neighbours", "search_records", "rating_means", "own_proposals", "list_proposals", "follow_findings",
        "saved_views",
    }
)  # fmt: skip
"""Operations that a token with the scope `read` is enough for."""

ADMINISTERING = frozenset(
    {
        "back_up", "restore", "copy", "read_log", "maintenance", "diagnose", "first_administrator", "create_account",
        "change_account", "list_accounts", "set_password", "read_account_log", "change_password", "enrol_totp",
        "log_out_everywhere", "issue_token", "list_tokens", "revoke_token",
    }
)  # fmt: skip
"""Operations for which a token needs the scope `admin`: on the whole store, and on whoever signs in."""


def scope_of(operation: str) -> Scope:
    """The scope a token needs for an operation; what is in neither table writes."""
    if operation in ADMINISTERING:
        return Scope.ADMIN
    return Scope.READ if operation in READING else Scope.WRITE


def permit(principal: Principal, operation: str, *provinces: str) -> None:
    """Let the principal go on, or raise `NotPermitted`; an operation missing from the table is refused to everybody."""
    if not principal.roles & MAY.get(operation, frozenset()):
        raise NotPermitted("access.role", operation=operation)
    if principal.scopes is not None and scope_of(operation) not in principal.scopes:
        raise NotPermitted("access.scope", operation=operation, scope=scope_of(operation))
    for province in provinces:
        if not principal.may_reach(province):
            raise NotPermitted("access.province", province=province)


def permit_whole(principal: Principal, operation: str) -> None:
    """The same for what takes or stops the whole store: nobody whose reach is some provinces may do that.

    Which provinces a store holds would not answer it: what was removed from a province is in its history still.
    """
    permit(principal, operation)
    if principal.provinces is not None:
        raise NotPermitted("access.whole_store", operation=operation)
