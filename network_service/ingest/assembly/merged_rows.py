"""Rows of merged records, as exports have them: they say what the store says already, or what it has never heard of.

Merging by a change of cells would leave every tie of the record behind; for that there are `merge` and `unmerge`.
"""

from collections.abc import Mapping, Sequence

from network_service.domain.identity import id_from_code, is_record_id
from network_service.domain.merged import Merged
from network_service.domain.record import Node, Record
from network_service.domain.references import FIELD_KINDS
from network_service.domain.ties import GROUPS
from network_service.ingest.assembly.draft import Draft, Target
from network_service.ingest.assembly.names import References, Unresolved, matching

_INTO = "into"


def take_in_merged(
    drafts: Sequence[Draft],
    keyed: Sequence[Draft],
    province: str,
    known: Mapping[str, Record],
    references: References,
) -> None:
    """Give rows of merged records their id and what they lead to, and make references to them mean that.

    A row without an id keeps its fault. References must know all other nodes but those that are `keyed` by what they
    name, which come later: their codes mean them here.
    """
    rows: dict[str, Draft] = {}
    by_code = {id_from_code(province, one): draft for draft in keyed if isinstance(one := draft.values.get("id"), str)}
    for draft in drafts:
        code = draft.values.get("id")
        if not draft.blocked and isinstance(code, str):
            draft.id = id_from_code(province, code)
            _check_stored(draft, known)
            rows.setdefault(draft.id, draft)
    for draft in drafts:
        text = draft.values.get(_INTO)
        if not draft.blocked and isinstance(text, str):
            meant = id_from_code(province, text)
            if meant in by_code:
                draft.targets[_INTO] = Target(meant, by_code[meant].kind, by_code[meant], meant in known)
            else:
                _resolve(draft, text, rows, known, references)
    leads_to = {one.id: one.into for one in known.values() if isinstance(one, Merged)}
    stored = dict(leads_to)
    leads_to |= {one.id: one.targets[_INTO].id for one in rows.values() if _INTO in one.targets}
    for draft in rows.values():
        end = _end(draft.id, leads_to)
        if end is None or draft.is_refused or _INTO not in draft.targets:
            continue
        if draft.id in stored:
            _keep_stored(draft, end, stored, known)
        if not draft.is_refused:
            references.add_former(draft, end)


def _check_stored(draft: Draft, known: Mapping[str, Record]) -> None:
    stored = known.get(draft.id)
    if isinstance(stored, Node) and not isinstance(stored, Merged):
        draft.fault("id.not_merged", "id", name=stored.display_name)
        draft.blocked = True  # the row is to go, so nothing else of it is looked at


def _resolve(
    draft: Draft, text: str, rows: Mapping[str, Draft], known: Mapping[str, Record], references: References
) -> None:
    """An id means the record that has it, merged or not: an export says each merge of a chain as it was made."""
    row = rows.get(text.strip().lower()) if is_record_id(text) else None
    stored = known.get(text.strip().lower())
    if row is None and isinstance(stored, Merged):
        draft.targets[_INTO] = Target(stored.id, stored.kind, None, True)
        return
    if row is None:
        try:
            draft.targets[_INTO] = _named(draft, text, references)
            return
        except Unresolved as error:
            called = [one for one in rows.values() if one is not draft and _is_called(one, text)]
            if len(called) != 1:
                if error.code:
                    draft.fault(error.code, _INTO, **error.parameters)
                else:
                    draft.blocked = True
                return
            row = called[0]
    draft.targets[_INTO] = Target(row.id, row.kind, row, row.id in known)


def _is_called(draft: Draft, text: str) -> bool:
    return any(isinstance(one, str) and matching(one) == matching(text) for one in _names(draft))


def _names(draft: Draft) -> tuple[object, ...]:
    return draft.values.get("name"), draft.values.get("id"), draft.values.get("source_key")


def _named(draft: Draft, text: str, references: References) -> Target:
    """The record of a name; where several kinds have it, that of the kind that the merged one was."""
    was = draft.values.get("was")
    try:
        return references.resolve(text, FIELD_KINDS[_INTO])
    except Unresolved:
        if not isinstance(was, str):
            raise
        return references.resolve(text, GROUPS if was in GROUPS else frozenset({was}))


def _end(start: str, leads_to: Mapping[str, str]) -> str | None:
    """Where a chain of merges ends; `None` for a circle, which the rules over the whole network tell."""
    met: set[str] = set()
    while start in leads_to:
        if start in met:
            return None
        met.add(start)
        start = leads_to[start]
    return start


def _keep_stored(draft: Draft, end: str, stored: Mapping[str, str], known: Mapping[str, Record]) -> None:
    """A stored merge stays as it was made, be it named by the end of its chain; another end is no correction."""
    if end != _end(draft.id, stored):
        into = known.get(stored[draft.id])
        draft.fault("merged.into_another", _INTO, name=into.display_name if isinstance(into, Node) else "?")
    else:
        draft.targets[_INTO] = Target(stored[draft.id], "", None, True)
