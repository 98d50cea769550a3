"""Success factor: persons and organisations who connect the members."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, scored
from network_service.process.judging import share
from network_service.process.situation import Situation, in_vocabulary_order
from network_service.snapshot.model import Linker


def connector_persons(situation: Situation) -> Factor:
    """Required sectors with a linker, linkers who broker between sectors, sectors that do not hang on one linker.

    A linker is one whatever it links; it brokers where the actor that it speaks for does. Absence answers once any
    linker is recorded. Cover: linkers of known sector, and linkers whose brokerage is known; nobody's is while no tie
    of collaboration, on which it rests, is declared.
    """
    required, linkers = situation.standards.required_sectors, situation.snapshot.linkers
    by_sector: dict[str, set[str]] = defaultdict(set)
    actors: dict[str, set[str | None]] = defaultdict(set)
    for linker in linkers:
        actors[linker.id].add(linker.actor)
        if linker.sector in required:
            by_sector[linker.sector].add(linker.id)
    brokers = {linker: _brokers(situation, speaks) for linker, speaks in actors.items()}
    judged = [brokering for brokering in brokers.values() if brokering is not None]
    placed = {linker.id for linker in linkers if linker.sector is not None}
    cover = len(placed) / len(actors) if actors else 0.0
    single = [sector for sector, who in by_sector.items() if len(who) == 1]
    parts = (
        Part("sectors_with_linker", share(len(by_sector), len(required)), cover),
        Part("linkers_who_broker", share(sum(judged), len(judged)), len(judged) / len(actors) if actors else 0.0),
        Part("sectors_not_on_one_linker", 1 - len(single) / len(required) if required else None, cover),
    )
    idle = sorted(linker for linker, brokering in brokers.items() if brokering is False)
    without = in_vocabulary_order(required - by_sector.keys())
    return scored(
        "connector_persons",
        parts,
        situation.standards.connector_weights,
        situation.standards,
        Responsible.SECTORS,
        {
            "linkers": len(actors),
            "linkers_brokering": sum(judged),
            "linkers_not_judged": len(brokers) - len(judged),
            "linkers_not_brokering": tuple(idle),
            "sectors_without_linker": without,
            "sectors_on_one_linker": in_vocabulary_order(single),
        },
        {
            "count": len(actors),
            "brokering": sum(judged),
            "with_linker": len(by_sector),
            "required": len(required),
            "sectors": without or in_vocabulary_order(single) or _sectors_of(linkers, idle),
        },
    )


def _sectors_of(linkers: Iterable[Linker], some: Collection[str]) -> tuple[str, ...]:
    return in_vocabulary_order(linker.sector for linker in linkers if linker.id in some and linker.sector is not None)


def _brokers(situation: Situation, actors: set[str | None]) -> bool | None:
    """Whether any of the actors that a linker speaks for stands between others of different sectors."""
    if not len(situation.snapshot.directed):
        return None
    counts = [None if actor is None else situation.measured.brokerage.get(actor) for actor in actors]
    if any(counts):
        return True
    return None if None in counts else False
