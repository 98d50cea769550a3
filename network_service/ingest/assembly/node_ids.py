"""Ids of nodes: the office's code, else kind and name; two rows with one key ask for a code."""

from collections.abc import Iterable, Mapping

from network_service.domain.identity import id_from_code, id_from_name
from network_service.domain.record import Record
from network_service.ingest.assembly.draft import Draft
from network_service.ingest.assembly.names import References, person_names
from network_service.ingest.fault import Terms


def give_node_ids(drafts: Iterable[Draft], province: str, known: Mapping[str, Record], references: References) -> None:
    """Give every node draft its id and make it known to references."""
    for draft in drafts:
        draft.id = _id_of(draft, province, known)
        if not draft.id or draft.blocked:
            continue
        earlier = references.add(draft)
        if earlier is not None:
            by_code = draft.values.get("id") is not None
            draft.fault("id.twice" if by_code else "name.twice", "id", place=earlier.place)
        check_kind(draft, known)


def check_kind(draft: Draft, known: Mapping[str, Record]) -> None:
    """A record keeps its kind for good: an id of another kind is a slip in the column `id`."""
    stored = known.get(draft.id)
    if stored is not None and stored.kind != draft.kind:
        draft.fault("id.other_kind", "id", kind=Terms("kind", (stored.kind,)))


def _id_of(draft: Draft, province: str, known: Mapping[str, Record]) -> str:
    code = draft.values.get("id")
    if isinstance(code, str):
        return id_from_code(province, code)
    if draft.kind == "province_network":
        # A province has one network: a new name is a new name of the same network.
        stored = next((one.id for one in known.values() if one.kind == "province_network"), None)
        if stored is not None:
            return stored
    name = draft.values.get("name")
    if draft.kind == "person":
        given, family = draft.values.get("given_name"), draft.values.get("family_name")
        name = given and person_names((), str(given), str(family) if family else None)[0]
    return id_from_name(province, draft.kind, name) if isinstance(name, str) and draft.kind else ""
