"""Finds the record that somebody means by an id, an office's code or an exact name."""

from collections.abc import Iterator, Sequence

from network_service.domain.identity import id_from_code, is_record_id
from network_service.domain.kinds import NODE_TYPES
from network_service.domain.merged import Merged, kept_of
from network_service.domain.nodes import Actor, Person
from network_service.domain.principal import Principal
from network_service.domain.record import Node, Record
from network_service.domain.thai.text import match_form
from network_service.errors import UnknownRecord, UsageError
from network_service.ingest.assembly.names import person_names
from network_service.operations.access import permit
from network_service.operations.sight.sight import Sight
from network_service.store.base import StoreReader
from network_service.store.change import StoredRecord

_CANDIDATES_SHOWN = 10


def find_record(
    principal: Principal,
    operation: str,
    store: StoreReader,
    text: str,
    *,
    province: str | None = None,
    removed_too: bool = False,
    merged_first: bool = False,
) -> StoredRecord:
    """The one record that a text means, among those that the principal sees.

    An id or a code is looked for first, then names, then other names; a merged record is meant by name only where no
    other is, or with `merged_first` before any other. `removed_too` finds by id or code what was removed, in its last
    version. `UnknownRecord` where there is none; `UsageError` listing the candidates where a name is that of several.
    """
    province = province.upper() if province else None
    permit(principal, operation, *([province] if province else []))
    provinces = [province] if province else [one for one in store.provinces() if principal.may_reach(one)]
    found = _by_id(store, text, provinces, removed_too=removed_too)
    sight = Sight(principal, store, None)
    within = [
        one
        for one in found or _by_name(store, text, provinces, merged_first=merged_first)
        if sight.may_see(one.record) and province in (None, one.record.province)
    ]
    if not within:
        raise UnknownRecord("record.unknown", text=text)
    if len(within) > 1:
        raise UsageError("record.ambiguous", text=text, candidates=_listed(within))
    return within[0]


def kept_record(store: StoreReader, stored: StoredRecord) -> StoredRecord:
    """The record that a merged one leads to; any other is itself. `UnknownRecord` where it leads nowhere."""
    kept = kept_of(stored.record, lambda record_id: _record(store.get(record_id)))
    found = store.get(kept.id) if kept is not None and kept.id != stored.record.id else stored
    if kept is None or found is None:
        raise UnknownRecord("record.merged_away", text=stored.record.id)
    return found


def _record(stored: StoredRecord | None) -> Record | None:
    return stored.record if stored is not None else None


def _by_id(store: StoreReader, text: str, provinces: Sequence[str], *, removed_too: bool) -> list[StoredRecord]:
    ids = {text.strip().lower()} if is_record_id(text) else {id_from_code(province, text) for province in provinces}
    current = store.get_many(ids)
    if removed_too:
        gone = (store.history(record_id) for record_id in sorted(ids - current.keys()))
        return [*current.values(), *(versions[-1] for versions in gone if versions)]
    return list(current.values())


def _by_name(store: StoreReader, text: str, provinces: Sequence[str], *, merged_first: bool) -> list[StoredRecord]:
    form = _form(text)
    named: list[StoredRecord] = []
    otherwise_named: list[StoredRecord] = []
    merged: list[StoredRecord] = []
    for province in provinces:
        for stored in store.records(province=province, kinds=tuple(NODE_TYPES)):
            node = stored.record
            if isinstance(node, Node) and any(_form(name) == form for name in _names(node)):
                (merged if isinstance(node, Merged) else named).append(stored)
            elif isinstance(node, Actor) and any(_form(name) == form for name in _other_names(node)):
                otherwise_named.append(stored)
    ranks = (merged, named, otherwise_named) if merged_first else (named, otherwise_named, merged)
    return next((rank for rank in ranks if rank), [])


def _names(node: Node) -> Iterator[str]:
    yield node.display_name
    if isinstance(node, Person):
        yield from person_names(node.titles, node.given_name, node.family_name)
    if node.source_key is not None:
        yield node.source_key


def _other_names(actor: Actor) -> Iterator[str]:
    yield from actor.aliases
    if actor.name_english is not None:
        yield actor.name_english


def _form(text: str) -> str:
    """Matching form without spaces, as references in files are matched."""
    return match_form(text).replace(" ", "")


def _listed(found: Sequence[StoredRecord]) -> str:
    told = [
        f"{one.record.display_name if isinstance(one.record, Node) else one.record.kind} ({one.record.id})"
        for one in found[:_CANDIDATES_SHOWN]
    ]
    return "; ".join(told) + ("; …" if len(found) > _CANDIDATES_SHOWN else "")
