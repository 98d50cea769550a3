"""A row that needs a refused row is refused too, and says so: what remains can be accepted as it is."""

from collections import defaultdict
from collections.abc import Iterable

from network_service.ingest.assembly.draft import Draft
from network_service.ingest.fault import CONSEQUENCE

_Dependant = tuple[Draft, str]


def spread_refusals(drafts: Iterable[Draft]) -> None:
    """Refuse, to a fixed point, what needs a refused row; a record that the store knows can be needed all the same."""
    drafts = list(drafts)
    needed_by: dict[Draft, list[_Dependant]] = defaultdict(list)
    guests: dict[Draft, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.host is not None:
            guests[draft.host].append(draft)
        for field, target in draft.targets.items():
            if target.draft is not None and not target.known and target.draft is not draft.host:
                needed_by[target.draft].append((draft, field))
    waiting = [draft for draft in drafts if draft.is_refused]
    while waiting:
        refused = waiting.pop()
        for one in (refused.host, *guests[refused]):
            if one is not None and not one.is_refused:
                one.blocked = True
                waiting.append(one)
        for dependant, field in needed_by[refused]:
            before = dependant.is_refused
            _refuse(dependant, field, refused)
            if not before:
                waiting.append(dependant)


def _refuse(draft: Draft, field: str, needed: Draft) -> None:
    """One fault is said once: what has no fault of its own, or is only meant by an empty cell, makes no further one."""
    column = draft.layout.sheet.column_of(field)
    if not needed.faults or draft.part or column is None or draft.values.get(column.code) is None:
        draft.blocked = True
    elif not any(fault.column == draft.layout.header(column.code) for fault in draft.faults):
        draft.fault(CONSEQUENCE, column.code, place=needed.place)
