"""Plans a merge: what becomes of the record that goes, of the one that is kept, and of all that named the former."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from network_service.domain.nodes import Actor
from network_service.domain.personal_data import KEPT
from network_service.domain.record import Node, Record, Tie
from network_service.domain.references import reference_fields, references_of, with_references
from network_service.domain.thai.text import match_form
from network_service.errors import InputError
from network_service.operations.merge_ties import SaidTwice, plan_ties
from network_service.operations.merge_trace import trace_of
from network_service.operations.merge_twins import Turned, plan_turned
from network_service.operations.plan import FieldChange, PlannedChange, differences, planned
from network_service.store.change import StoredRecord

_NOT_COMPARED = frozenset({"id", "kind", "name", "name_english", "aliases", "source_key", "valid_from", "valid_to"})
"""Fields of an actor in which two records of one may differ, or whose values are kept as other names."""
_NOT_COMPARED_OTHERWISE = frozenset({"id", "kind", "source_key", "valid_from", "valid_to"})


@dataclass(frozen=True, slots=True)
class MergePlan:
    """All changes of a merge; `differing` are fields that the gone record says otherwise than the kept one.

    In `differing`, before is what the kept record says and goes on to say, after what is then said only in history.
    """

    changes: tuple[PlannedChange, ...]
    differing: tuple[FieldChange, ...]
    said_twice: tuple[SaidTwice, ...]


def plan_merge(
    gone: StoredRecord,
    kept: StoredRecord,
    ties: Iterable[StoredRecord],
    naming: Iterable[StoredRecord],
    reason: str | None,
    *,
    everything: Mapping[str, Record],
) -> MergePlan:
    """Plan for two nodes that may be merged, all ties of either, and all records of which a field names the gone one.

    `everything` are the records of the province by id.
    """
    one, other = gone.record, kept.record
    assert isinstance(one, Node)
    ties = list(ties)
    own = {tie.record.id for tie in ties}
    naming = [named for named in naming if named.record.id not in own]
    changes = [planned(gone, trace_of(one, other.id, reason))]
    new = _kept(one, other)
    if new != other:
        changes.append(planned(kept, new))
    turned = {one.record.id: _turned(one.record, gone.record.id, other) for one in naming if one.record.id != other.id}
    _require_no_circle(new, lambda record_id: turned.get(record_id) or everything.get(record_id))
    twins = plan_turned(
        [Turned(stored, turned[stored.record.id]) for stored in naming if stored.record.id in turned],
        everything.values(),
        reason,
    )
    tie_plan = plan_ties(ties, one.id, other.id)
    return MergePlan(
        (*changes, *twins.changes, *tie_plan.changes),
        _differing(one, other),
        (*tie_plan.said_twice, *twins.said_twice),
    )


def _kept(gone: Node, kept: Record) -> Record:
    """The kept record with the other's names among its own, and nowhere naming itself as the other."""
    fields: dict[str, Any] = {}
    for field in reference_fields(type(kept)):
        value = getattr(kept, field)
        if value == gone.id:
            fields[field] = None
        elif isinstance(value, tuple) and gone.id in value:
            fields[field] = tuple(one for one in value if one != gone.id)
    if isinstance(kept, Actor) and isinstance(gone, Actor):
        fields["aliases"] = _aliases(gone, kept)
    return type(kept).model_validate({**kept.model_dump(), **fields}, context=KEPT)


def _aliases(gone: Actor, kept: Actor) -> tuple[str, ...]:
    names = list(kept.aliases)
    forms = {match_form(name) for name in (kept.name, kept.name_english, *kept.aliases) if name}
    for name in (gone.name, gone.name_english, *gone.aliases):
        if name and match_form(name) not in forms:
            forms.add(match_form(name))
            names.append(name)
    return tuple(names)


def _turned(record: Record, gone: str, kept: Record) -> Record:
    """A node that names the gone record, naming the kept one; refused where its field asks for another kind."""
    for reference in references_of(record):
        if reference.id == gone and kept.kind not in reference.kinds:
            name = record.display_name if isinstance(record, Node) else record.id
            raise InputError("merge.kind_needed", name=name)
    return with_references(record, {gone: kept.id})


def _require_no_circle(kept: Record, find: Callable[[str], Record | None]) -> None:
    """A part of the gone record that has the kept one as a part would then be above and below it."""
    for field in reference_fields(type(kept)):
        met: set[str] = set()
        above = getattr(kept, field)
        while isinstance(above, str) and above not in met:
            if above == kept.id:
                raise InputError("merge.circle", name=kept.display_name if isinstance(kept, Node) else kept.id)
            met.add(above)
            above = getattr(find(above), field, None)


def _differing(gone: Node, kept: Record) -> tuple[FieldChange, ...]:
    passed = _NOT_COMPARED if isinstance(kept, Actor) and not isinstance(kept, Tie) else _NOT_COMPARED_OTHERWISE
    said = gone.model_dump(mode="json", exclude_none=True)
    return tuple(
        one for one in differences(kept, gone) if one.field not in passed and said.get(one.field) not in (None, [], "")
    )
