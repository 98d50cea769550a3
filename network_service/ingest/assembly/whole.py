"""Refuses the rows that contradict one another or the store, once each row by itself is sound."""

from collections.abc import Mapping, Sequence
from datetime import date

from network_service.domain.record import Record
from network_service.ingest.assembly.build import fault_at
from network_service.ingest.assembly.draft import Draft
from network_service.ingest.assembly.refusals import spread_refusals
from network_service.ingest.fault import Note
from network_service.ingest.place_doubts import place_doubts_in
from network_service.ingest.whole import InFile, contradictions_in, doubts_in


def refuse_contradictions(drafts: Sequence[Draft], known: Mapping[str, Record]) -> None:
    """Refuse what contradicts, and with it what needs it.

    A refused row leaves the stored record as it was, which may contradict in its turn: then all is looked at again.
    """
    again = True
    while again:
        good = _good(drafts)
        told = contradictions_in(_in_file(good), known)
        for one in told:
            fault_at(good[one.spot.record_id], one.spot.field, one.code, **one.parameters)
        if told:
            spread_refusals(drafts)
        again = any(draft.is_refused and draft.id in known for draft in good.values())


def doubts_of(drafts: Sequence[Draft], known: Mapping[str, Record], province: str, day: date) -> list[Note]:
    """Notes on what is accepted though it is probably a slip."""
    good = _in_file(_good(drafts))
    return [*doubts_in(good, known, day), *place_doubts_in(good, known, province)]


def _good(drafts: Sequence[Draft]) -> dict[str, Draft]:
    """Accepted drafts by id, in the order of the file: what a row says besides stands where the row does."""
    order = {draft: number for number, draft in enumerate(drafts)}
    good = [draft for draft in drafts if draft.record is not None and not draft.is_refused]
    return {draft.id: draft for draft in sorted(good, key=lambda one: order[one.host or one])}


def _in_file(good: Mapping[str, Draft]) -> dict[str, InFile]:
    return {one.id: InFile(one.record, one.place) for one in good.values() if one.record is not None}
