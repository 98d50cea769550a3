"""Resolves what rows refer to: the ends of ties, and what other fields name."""

from collections.abc import Mapping

from network_service.domain.record import Record, Tie
from network_service.domain.references import kinds_named
from network_service.domain.ties import seat_kind
from network_service.ingest.assembly.draft import Draft, Target
from network_service.ingest.assembly.names import References, Unresolved
from network_service.ingest.sheets.column import Column, ValueType


class MissingNetwork:
    """Whether a row was met that means the province's network where neither file nor store has one."""

    met = False


def resolve_references(
    draft: Draft, references: References, network: Target | None, known: Mapping[str, Record], missing: MissingNetwork
) -> None:
    """Resolve all references of a draft; what cannot be resolved is a fault at its column."""
    for column in draft.layout.sheet.of_part(draft.part):
        if column.type is not ValueType.REFERENCE:
            continue
        text = draft.values.get(column.code)
        if isinstance(text, str):
            _resolve(draft, column, text, references)
        elif column.means_network_if_empty:
            _leave_out(draft, column, references, network, known, missing)
    _check_seat(draft)


def _resolve(draft: Draft, column: Column, text: str, references: References) -> None:
    if column.field == "parent" and draft.kind == "group":
        draft.fault("reference.not_for_group", column.code)
        return
    try:
        draft.targets[column.field] = references.resolve(text, _kinds(draft, column))
    except Unresolved as error:
        if error.code:
            draft.fault(error.code, column.code, **error.parameters)
        else:
            draft.blocked = True


def _kinds(draft: Draft, column: Column) -> frozenset[str]:
    """Kinds that may stand in a column; all that its sheet knows where the row's own kind could not be read."""
    sheet = draft.layout.sheet
    kinds = (draft.kind,) if len(sheet.kinds) == 1 or draft.value("kind") else sheet.kinds
    return frozenset().union(*(kinds_named(kind, column.field) for kind in kinds))


def _leave_out(
    draft: Draft,
    column: Column,
    references: References,
    network: Target | None,
    known: Mapping[str, Record],
    missing: MissingNetwork,
) -> None:
    """An empty cell means the province's network; an absent column means what the store says, where it has the tie."""
    stored = known.get(draft.id) if column.code not in draft.layout.places else None
    end = references.target(getattr(stored, column.field)) if isinstance(stored, Tie) else network
    if end is not None:
        draft.targets[column.field] = end
    else:
        missing.met = draft.blocked = True


def _check_seat(draft: Draft) -> None:
    """A seat's kind follows from its holder; a cell that says otherwise is a slip in one of the two."""
    said, holder = draft.values.get("seat_kind"), draft.targets.get("source")
    if draft.kind == "appointed_to" and said is not None and holder is not None and said != seat_kind(holder.kind):
        draft.fault("seat.kind_differs", "seat_kind")
