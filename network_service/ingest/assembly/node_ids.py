"""Ids of nodes: the office's code, else what their kind goes by; two rows with one key ask for a code."""

from collections.abc import Mapping, Sequence
from functools import partial

from network_service.domain.identity import id_from_code, id_from_key, id_from_name
from network_service.domain.keys import node_key
from network_service.domain.merged import Merged, kept_of
from network_service.domain.nodes import Organization
from network_service.domain.record import Node, Record
from network_service.domain.ties import GROUPS
from network_service.ingest.assembly.draft import Draft
from network_service.ingest.assembly.names import References, person_names
from network_service.ingest.fault import Terms
from network_service.ingest.levels import may_become, named_as_organization


def give_node_ids(drafts: Sequence[Draft], province: str, known: Mapping[str, Record], references: References) -> None:
    """Give every node draft its id and make it known to references."""
    for draft in drafts:
        draft.id = _id_of(draft, province, known)
        if not draft.id or draft.blocked:
            continue
        if _is_merged(draft, known):
            continue  # who names it means the kept record, which the store knows
        _check_namesake(draft, known, references)
        earlier = references.add(draft)
        if earlier is not None:
            by_code = draft.values.get("id") is not None
            draft.fault("id.twice" if by_code else "name.twice", "id", place=earlier.place)
        check_kind(draft, known)
    _check_levels(drafts, known)


def give_keyed_ids(drafts: Sequence[Draft], province: str, known: Mapping[str, Record]) -> None:
    """Give nodes their id that go by what they name: their references are resolved, and nothing refers to them."""
    seen: dict[str, Draft] = {}
    for draft in drafts:
        code = draft.values.get("id")
        if isinstance(code, str):
            draft.id = id_from_code(province, code)
        elif not draft.is_refused:
            key = node_key(draft.kind, partial(_plain, draft))
            assert key is not None
            draft.id = id_from_key(province, draft.kind, *key)
        else:
            continue
        if _is_merged(draft, known):
            continue
        earlier = seen.setdefault(draft.id, draft)
        if earlier is not draft and not isinstance(code, str):
            draft.fault("key.twice", "id", place=earlier.place)


def _plain(draft: Draft, field: str) -> object:
    """What a draft says of a field, another record by its id."""
    target = draft.targets.get(field)
    return target.id if target is not None else draft.value(field)


def _is_merged(draft: Draft, known: Mapping[str, Record]) -> bool:
    """A row of a record that was merged away is not brought to life again: what it says is for the kept one to say."""
    stored = known.get(draft.id)
    kept = kept_of(stored, known.get) if isinstance(stored, Merged) else None
    if isinstance(kept, Node):
        draft.fault("id.merged", "id", name=kept.display_name, id=kept.id)
        draft.blocked = True  # the row is to go, so nothing else of it is looked at
    return draft.blocked


def check_kind(draft: Draft, known: Mapping[str, Record]) -> None:
    """An id of another kind is a slip in the column `id`."""
    stored = known.get(draft.id)
    if stored is not None and not may_become(stored.kind, draft.kind):
        draft.fault("id.other_kind", "id", kind=Terms("kind", (stored.kind,)))


def _check_namesake(draft: Draft, known: Mapping[str, Record], references: References) -> None:
    """Another level is asked for by id. By name alone it would make a second actor, and the name would mean both."""
    stored = known.get(draft.id)
    if draft.value("kind") not in GROUPS or draft.values.get("id") is not None:
        return
    if stored is not None and stored.kind == draft.kind:
        return
    for other in references.namesakes(draft, GROUPS - {draft.kind}):
        if other.known:
            draft.fault("id.same_name_other_kind", "id", kind=Terms("kind", (other.kind,)))
        elif other.draft is not None and other.draft.values.get("id") is None:
            draft.fault("name.twice", "id", place=other.draft.place)


def _check_levels(drafts: Sequence[Draft], known: Mapping[str, Record]) -> None:
    """An organisation that others name as theirs cannot become a group."""
    becoming = [one for one in drafts if one.kind == "group" and isinstance(known.get(one.id), Organization)]
    if not becoming:
        return
    said_anew = {one.id for one in drafts if one.says("parent") or one.says("organization")}
    needed = named_as_organization(known, said_anew)
    for draft in becoming:
        if draft.id in needed:
            draft.fault("level.needed", "level", name=needed[draft.id].display_name)


def _id_of(draft: Draft, province: str, known: Mapping[str, Record]) -> str:
    code = draft.values.get("id")
    if isinstance(code, str):
        return id_from_code(province, code)
    if draft.kind == "province_network":
        # A province has one network: a new name is a new name of the same network.
        stored = next((one.id for one in known.values() if one.kind == "province_network"), None)
        if stored is not None:
            return stored
    key = node_key(draft.kind, draft.value)
    if key is not None:
        return id_from_key(province, draft.kind, *key)
    name = draft.values.get("name")
    if draft.kind == "person":
        given, family = draft.values.get("given_name"), draft.values.get("family_name")
        name = given and person_names((), str(given), str(family) if family else None)[0]
    return _id_by_name(province, draft.kind, name, known) if isinstance(name, str) and draft.kind else ""


def _id_by_name(province: str, kind: str, name: str, known: Mapping[str, Record]) -> str:
    """An actor that changed its level keeps the id that it was given for its name at the former one."""
    own = id_from_name(province, kind, name)
    if kind in GROUPS and own not in known:
        for former in GROUPS - {kind}:
            stored = known.get(id_from_name(province, former, name))
            if stored is not None and stored.kind == kind:
                return stored.id
    return own
