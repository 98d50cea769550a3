"""The ties of a node, each with the node at its other end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from network_service.domain.principal import Principal
from network_service.domain.record import Tie
from network_service.operations.access import permit
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sights import Sights, seen_record
from network_service.store.base import StoreReader


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A tie and the node at its other end; of one in another province, the tie's `masked` says all that is told."""

    tie: Shown
    node: Shown | None


def record_neighbours(
    principal: Principal,
    store: StoreReader,
    record_id: str,
    sights: Sights,
    *,
    kinds: Sequence[str] = (),
    holds_on: date | None = None,
) -> tuple[Shown, tuple[Neighbour, ...]]:
    """A node and its current ties, as far as the principal sees them, by kind and id of the tie."""
    permit(principal, "record_neighbours")
    sight = sights.of(principal, store)
    stored, shown = seen_record(sight, store, record_id)
    ties = store.neighbours(stored.record.id, kinds=kinds, as_of=holds_on)
    others = {
        tie.record.id: tie.record.target if tie.record.source == stored.record.id else tie.record.source
        for tie in ties
        if isinstance(tie.record, Tie)
    }
    nodes = store.get_many(set(others.values()))
    seen = {one.record_id: one for one in sight.shown_all(list(nodes.values())) if one is not None}
    found = [Neighbour(one, seen.get(others[one.record_id])) for one in sight.shown_all(ties) if one is not None]
    found.sort(key=lambda one: (one.tie.kind, one.tie.id))
    told = (shown, *(one.tie for one in found), *(one.node for one in found if one.node is not None))
    sights.logged(principal, "record_neighbours", told)
    return shown, tuple(found)
