"""What every correction hands back: what it wrote or would write, and under which change set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from network_service.domain.principal import Principal
from network_service.operations.plan import PlannedChange, change_set_of
from network_service.operations.record_names import names_around
from network_service.store.base import StoreWriter


@dataclass(frozen=True, slots=True)
class Correction:
    """Changes planned, and `revision` and `change_set` where they were written.

    `names` are those of all nodes concerned, by id.
    """

    changes: tuple[PlannedChange, ...]
    names: Mapping[str, str]
    revision: int | None = None
    change_set: str = ""


def corrected(
    principal: Principal,
    store: StoreWriter,
    operation: str,
    changes: Sequence[PlannedChange],
    about: Mapping[str, str],
    *,
    dry_run: bool,
) -> Correction:
    """Write planned changes as one change set, or with `dry_run` only say them."""
    names = names_around(principal, store, [change.record for change in changes])
    if dry_run or not changes:
        return Correction(tuple(changes), names)
    applied = store.apply(change_set_of(principal.name, operation, changes, about))
    return Correction(tuple(changes), names, applied.revision, applied.change_set)
