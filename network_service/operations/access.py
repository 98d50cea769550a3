"""Who may do what: one table, asked at the head of every operation and nowhere else."""

from network_service.domain.principal import Principal, Role
from network_service.errors import NotPermitted

_OFFICES = frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR})
_WRITERS = frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR})

MAY: dict[str, frozenset[Role]] = {
    "import": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "preview_import": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "sample": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "export": frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}),
    "analyse": frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}),
    "compare": frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}),
    "duplicates": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "declare_different": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "undo": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "end": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "merge": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "unmerge": frozenset({Role.NETWORK_MANAGER, Role.LOCAL_OPERATOR}),
    "history": frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}),
    "changes": frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}),
    "check": frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}),
    "query": frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR}),
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
    "read_log": frozenset({Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
    "template": frozenset(Role),
    "provinces": frozenset(Role),
    "back_up": frozenset({Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
    "restore": frozenset({Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
    "copy": frozenset({Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
    "maintenance": frozenset({Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
    "diagnose": frozenset({Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
}
"""Roles that may use each operation. What hands out records as they are kept is for officers; what is for every role
shows each principal what `sight` lets through."""


def permit(principal: Principal, operation: str, *provinces: str) -> None:
    """Let the principal go on, or raise `NotPermitted`; an operation missing from the table is refused to everybody."""
    if not principal.roles & MAY.get(operation, frozenset()):
        raise NotPermitted("access.role", operation=operation)
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
