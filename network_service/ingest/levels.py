"""A record keeps its kind for good, save one change: a group may become an organisation, and the other way round."""

from collections.abc import Collection, Mapping

from network_service.domain.nodes import Organization, Post
from network_service.domain.record import Node, Record
from network_service.domain.ties import GROUPS


def may_become(before: str, after: str) -> bool:
    """Whether a stored record of one kind may go on as another: all ties may join groups and organisations alike."""
    return before == after or {before, after} <= GROUPS


def named_as_organization(known: Mapping[str, Record], said_anew: Collection[str]) -> dict[str, Node]:
    """By id, stored organisations that a part or a post still names, and which does; not those that a file says anew.

    Only an organisation has parts and posts, so such a one cannot become a group.
    """
    found: dict[str, Node] = {}
    for record in known.values():
        named = record.parent if isinstance(record, Organization) else None
        named = record.organization if isinstance(record, Post) else named
        if named is not None and isinstance(record, Node) and record.id not in said_anew:
            found.setdefault(named, record)
    return found
