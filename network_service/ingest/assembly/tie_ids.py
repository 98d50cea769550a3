"""Ids of ties: the office's code, else kind, both ends, what tells parallels apart, and the ordinal of the period.

A row without a code is first looked for in the store: the period that begins on the same day, else the one that
overlaps it, is the same tie, corrected. Only a period apart from all stored ones is a new tie. On an empty store the
ordinals follow the first days and the order of the rows, so the same file gives the same ids anywhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from network_service.domain.identity import id_from_code, id_of_tie
from network_service.domain.keys import TIE_APART
from network_service.domain.kinds import TIE_TYPES
from network_service.domain.record import Record, Tie
from network_service.ingest.assembly.draft import Draft

_OF_THEIRS = ("source_type", "weight", "topics", "frequency")
"""What other programs tell parallel ties apart by, where they have no codes that are ours."""

_Key = tuple[str, str, str]
_Period = tuple[date, date]


class KnownTies:
    """The ties of the store by kind and ends."""

    def __init__(self, known: Mapping[str, Record]) -> None:
        self._ties: dict[_Key, list[Tie]] = defaultdict(list)
        for record in known.values():
            if isinstance(record, Tie):
                self._ties[record.kind, record.source, record.target].append(record)

    def between(self, kind: str, source: str, target: str) -> list[Tie]:
        """The stored ties of a kind from one record to another."""
        return self._ties.get((kind, source, target), [])


def give_codes(drafts: Iterable[Draft], province: str) -> None:
    """Give ties with a code of the office their id."""
    for draft in drafts:
        code = draft.values.get("id")
        if isinstance(code, str):
            draft.id = id_from_code(province, code)


def give_tie_ids(drafts: Iterable[Draft], province: str, known: KnownTies) -> None:
    """Give the other ties their id; two rows that say the same of one time are a fault that asks for a code."""
    groups: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if not draft.blocked and {"source", "target"} <= draft.targets.keys():
            _turn_as_stored(draft, known)
            source, target = draft.targets["source"].id, draft.targets["target"].id
            groups[draft.kind, source, target, _apart(draft)].append(draft)
    for (kind, source, target, apart), group in groups.items():
        stored = known.between(kind, source, target)
        if len(group) == 1 and not stored and not group[0].id:
            group[0].id = id_of_tie(province, kind, source, target, apart)
            continue
        if not group[0].layout.parallel:
            _refuse_overlaps(group)
        claimed = {draft.id for draft in group}
        free = [tie for tie in stored if tie.id not in claimed and _same_apart(tie, group[0], apart)]
        if len(free) > 1:
            # Parallel ties of one time are told apart by nothing but their order, which their ids remember.
            given = {id_of_tie(province, kind, source, target, apart, nth): nth for nth in range(1, len(stored) + 1)}
            free.sort(key=lambda tie: given.get(tie.id, len(stored) + 1))
        waiting = sorted((draft for draft in group if not draft.id), key=lambda one: (one.period()[0], one.row))
        waiting = _match(waiting, free, lambda draft, tie: _begin_alike(draft, tie) and _says_what(draft, tie))
        waiting = _match(waiting, free, lambda draft, tie: _begin_alike(draft, tie) and not _is_another(draft, tie))
        waiting = _match(
            waiting,
            free,
            lambda draft, tie: _overlap(draft.period(), _period(tie)) and not _is_another(draft, tie),
        )
        taken = claimed | {tie.id for tie in stored} | {draft.id for draft in group}
        ordinal = 1
        for draft in waiting:
            while (free_id := id_of_tie(province, kind, source, target, apart, ordinal)) in taken:
                ordinal += 1
            draft.id = free_id
            taken.add(free_id)


def _turn_as_stored(draft: Draft, known: KnownTies) -> None:
    """Another program's undirected tie that the store has the other way round is that tie."""
    source, target = draft.targets["source"], draft.targets["target"]
    if (
        draft.layout.parallel
        and draft.value("mutual") is True
        and not known.between(draft.kind, source.id, target.id)
        and any(getattr(tie, "mutual", None) for tie in known.between(draft.kind, target.id, source.id))
    ):
        draft.targets["source"], draft.targets["target"] = target, source


def _begin_alike(draft: Draft, tie: Tie) -> bool:
    return draft.period()[0] == _period(tie)[0]


def _says_what(draft: Draft, tie: Tie) -> bool:
    """Whether a parallel tie of another program says of itself what the stored one does; others need not."""
    if not draft.layout.parallel:
        return True
    fields = [column.field for column in draft.layout.sheet.columns if column.field in _OF_THEIRS]
    return all(draft.value(field) == getattr(tie, field) for field in fields if draft.says(field))


def _is_another(draft: Draft, tie: Tie) -> bool:
    """Whether two parallel ties are of different types by their own word."""
    types = (draft.value("source_type"), getattr(tie, "source_type", None))
    return draft.layout.parallel and None not in types and types[0] != types[1]


def _match(waiting: list[Draft], free: list[Tie], fits: Callable[[Draft, Tie], bool]) -> list[Draft]:
    """Give each waiting draft the id of the first free stored tie that fits; the drafts that none fits remain."""
    remaining = []
    for draft in waiting:
        tie = next((one for one in free if fits(draft, one)), None)
        if tie is None:
            remaining.append(draft)
        else:
            draft.id = tie.id
            free.remove(tie)
    return remaining


def _apart(draft: Draft) -> str:
    """What tells a draft's tie apart from parallel ones: the values of those fields, an unknown one being empty."""
    fields = TIE_TYPES[draft.kind].model_fields
    values = [draft.value(name) or fields[name].default or "" for name in TIE_APART.get(draft.kind, ())]
    return " ".join(map(str, values))


def _same_apart(tie: Tie, draft: Draft, apart: str) -> bool:
    """Whether a stored tie is told apart in the same way; a sheet without that column means any."""
    fields = TIE_APART.get(tie.kind, ())
    if not all(map(draft.says, fields)):
        return True
    return " ".join(str(getattr(tie, name) or "") for name in fields) == apart


def _period(tie: Tie) -> _Period:
    return tie.valid_from or date.min, tie.valid_to or date.max


def _overlap(one: _Period, other: _Period) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _refuse_overlaps(group: list[Draft]) -> None:
    """Of two rows that say the same of one time, a row without a code cannot be told from the other."""
    ordered = sorted(group, key=lambda draft: (draft.period()[0], draft.row))
    furthest = ordered[0]
    for draft in ordered[1:]:
        if _overlap(draft.period(), furthest.period()) and not (draft.values.get("id") and furthest.values.get("id")):
            later, earlier = (draft, furthest) if not draft.values.get("id") else (furthest, draft)
            later.fault("tie.twice", "id", place=earlier.place)
        if draft.period()[1] >= furthest.period()[1]:
            furthest = draft
