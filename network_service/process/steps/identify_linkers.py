"""Step 2: who links the groups and organisations of a sector to those of others."""

from collections import Counter

from network_service.domain.vocabulary import ActorLevel
from network_service.process.acting import Acting, judged_linkers
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State, none_missing, surely_at_least
from network_service.process.situation import Situation, in_vocabulary_order


def identify_linkers(situation: Situation) -> Step:
    """A linker for each sector and each larger group, linkers who act, no sector that hangs on one actor."""
    return Step(
        "identify_linkers",
        (
            _of_sectors(situation),
            _of_larger_groups(situation),
            _linkers_act(situation),
            _no_sector_on_one_point(situation),
        ),
    )


def _of_sectors(situation: Situation) -> Condition:
    """Each required sector that has members has a linker who accepted.

    Absence answers once some linker has accepted; one of unknown sector may be that of a sector without one, and a
    member of unknown sector may be of one that has no linker. Where nobody's acceptance is recorded, a sector that has
    no linker at all fails it nonetheless.
    """
    accepted = [linker for linker in situation.snapshot.linkers if linker.accepted]
    required, linked = situation.standards.required_sectors, {linker.sector for linker in accepted}
    sectors = required & situation.members.keys()
    bare = sectors - linked
    unknown = len({linker.id for linker in accepted if linker.sector is None})
    state = none_missing(len(bare), unknown) if accepted and sectors else State.UNKNOWN
    if state is State.TRUE and situation.sector_not_known and required - linked:
        state = State.UNKNOWN
    if not accepted and situation.snapshot.linkers and _without_any_linker(situation, sectors):
        state = State.FALSE
    return Condition(
        "linker_of_sectors",
        state,
        None if state is State.UNKNOWN else len(sectors) - len(bare),
        len(sectors),
        Responsible.SECTORS,
        {
            "linkers": len({linker.id for linker in situation.snapshot.linkers}),
            "linkers_accepted": len({linker.id for linker in accepted}),
            "linkers_sector_not_known": unknown,
            "sectors_without_linker": in_vocabulary_order(bare),
        },
        {"sectors": in_vocabulary_order(bare)},
    )


def _without_any_linker(situation: Situation, sectors: frozenset[str]) -> bool:
    linkers = situation.snapshot.linkers
    unknown = len({linker.id for linker in linkers if linker.sector is None})
    return none_missing(len(sectors - {linker.sector for linker in linkers}), unknown) is State.FALSE


def _of_larger_groups(situation: Situation) -> Condition:
    """Each group of more people than the standard has a linker who accepted; its people are those who belong to it.

    Where no such group is known nothing is asked; it is not known while nobody's belonging is recorded at all.
    """
    actors, most = situation.affairs.actors, situation.standards.group_members
    groups = {
        one.id for one in actors if one.level == ActorLevel.GROUP and one.people > most and one.id in situation.sector
    }
    accepted = {linker.links for linker in situation.snapshot.linkers if linker.accepted}
    alone = groups - accepted
    known = any(one.people for one in actors) and bool(accepted or not groups)
    return Condition(
        "linker_of_groups",
        none_missing(len(alone), 0) if known else State.UNKNOWN,
        len(groups) - len(alone) if known else None,
        len(groups),
        Responsible.MEMBERS,
        {"groups": len(groups), "groups_without_linker": tuple(sorted(alone))},
        {"names": situation.names(alone), "most": most},
    )


def _linkers_act(situation: Situation) -> Condition:
    """Enough of the linkers have a tie to another sector, however those who cannot be judged would be judged."""
    judged = judged_linkers(situation.snapshot)
    told = Counter(acting for _, acting in judged)
    idle = [linker.id for linker, acting in judged if acting is Acting.NO]
    least, size = situation.standards.acting_linkers_share, len(judged)
    known = size and situation.has_ties
    state = surely_at_least(told[Acting.YES] / size, 1 - len(idle) / size, least) if known else State.UNKNOWN
    return Condition(
        "linkers_act",
        state,
        None if state is State.UNKNOWN else told[Acting.YES] / size,
        least,
        Responsible.NETWORK_MANAGER,
        {
            "linkers": size,
            "linkers_acting": told[Acting.YES],
            "linkers_not_judged": size - told[Acting.YES] - len(idle),
            "linkers_not_acting": tuple(sorted(idle)),
        },
        {"count": size, "names": situation.names(idle), "unknown": size - told[Acting.YES] - len(idle)},
    )


def _no_sector_on_one_point(situation: Situation) -> Condition:
    """Of no required sector are all other members cut off by one articulation point.

    While a member of unknown sector is left on the other side, nobody can say so of a sector; nor while no tie is
    recorded at all.
    """
    hanging: dict[str, str] = {}
    doubtful = False
    for point in sorted(situation.measured.cut_off):
        own = situation.sector.get(point)
        within = Counter(situation.sector.get(actor) for actor in situation.measured.cut_off[point])
        outside_unknown = situation.sector_not_known - within[None] - (own is None)
        for sector in situation.standards.required_sectors & situation.members.keys():
            if within[sector] and within[sector] + (own == sector) == situation.members[sector]:
                doubtful |= outside_unknown > 0
                if outside_unknown <= 0:
                    hanging.setdefault(sector, point)
    known = bool(situation.members) and situation.has_ties and not (doubtful and not hanging)
    return Condition(
        "sector_on_one_point",
        none_missing(len(hanging), 0) if known else State.UNKNOWN,
        len(hanging) if known else None,
        0,
        Responsible.NETWORK_MANAGER,
        {"sectors_hanging": in_vocabulary_order(hanging), "points": tuple(sorted(set(hanging.values())))},
        {"sectors": in_vocabulary_order(hanging), "names": situation.names(hanging.values())},
    )
