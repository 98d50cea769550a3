"""Whether a designated linker acts as one: its actor has a tie in U to another sector."""

from collections.abc import Collection
from enum import StrEnum

from network_service.snapshot.model import Linker, Snapshot


class Acting(StrEnum):
    """Whether a linker acts as one, or why that cannot be told."""

    YES = "yes"
    NO = "no"
    ACTOR_NOT_KNOWN = "actor_not_known"
    ACTOR_NOT_SHOWN = "actor_not_shown"
    SECTOR_NOT_KNOWN = "sector_not_known"


_BEST_FIRST = (Acting.YES, Acting.SECTOR_NOT_KNOWN, Acting.ACTOR_NOT_SHOWN, Acting.ACTOR_NOT_KNOWN, Acting.NO)


def judged_linkers(snapshot: Snapshot) -> list[tuple[Linker, Acting]]:
    """Each linker once, with its state; of several groups it links, that which speaks best for it."""
    index, sectors = snapshot.actors.index, snapshot.actors.sectors

    def state(linker: Linker) -> Acting:
        if linker.actor is None:
            return Acting.ACTOR_NOT_KNOWN
        if linker.actor not in index:
            return Acting.ACTOR_NOT_SHOWN
        place = index[linker.actor]
        return _from_neighbours(sectors[place], {sectors[other] for other in snapshot.neighbours[place]})

    best: dict[str, tuple[Linker, Acting]] = {}
    for linker in snapshot.linkers:
        found = (linker, state(linker))
        best[linker.id] = min(best.get(linker.id, found), found, key=lambda pair: _BEST_FIRST.index(pair[1]))
    return list(best.values())


def _from_neighbours(own: str | None, sectors: Collection[str | None]) -> Acting:
    """Whether some neighbour is of another sector, as far as sectors are known."""
    known = {sector for sector in sectors if sector is not None}
    if (own is not None and known - {own}) or len(known) > 1:
        return Acting.YES
    return Acting.SECTOR_NOT_KNOWN if None in sectors or (own is None and known) else Acting.NO
