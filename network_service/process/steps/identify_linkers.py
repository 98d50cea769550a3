"""Step 2: who links the groups and organisations of a sector to those of others."""

from collections import Counter

from network_service.domain.vocabulary import ActorLevel
from network_service.process.acting import Acting, judged_linkers
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State, none_missing, surely_at_least
from network_service.process.situation import Situation, in_vocabulary_order


def identify_linkers(situation: Situation) -> Step:
    """A linker for each sector and each larger group, linkers who act, no sector that hangs on one actor."""
    conditions = (_each_has_a_linker(situation), _linkers_act(situation), _no_sector_on_one_point(situation))
    return Step("identify_linkers", conditions)


def _each_has_a_linker(situation: Situation) -> Condition:
    """Each required sector that has members, and each group of more people than the standard, has an accepted linker.

    The people of a group are those who belong to it. Absence answers once some linker has accepted; one of unknown
    sector may be that of a sector without one.
    """
    standards, linkers = situation.standards, situation.snapshot.linkers
    accepted = [linker for linker in linkers if linker.accepted]
    sectors = standards.required_sectors & situation.members.keys()
    groups = {
        actor.id
        for actor in situation.affairs.actors
        if actor.level == ActorLevel.GROUP and actor.people > standards.group_members and actor.id in situation.sector
    }
    bare = sectors - {linker.sector for linker in accepted}
    alone = groups - {linker.links for linker in accepted}
    state = none_missing(len(bare) + len(alone), sum(linker.sector is None for linker in accepted))
    known = bool(accepted) and bool(sectors or groups)
    return Condition(
        "linker_of_each",
        state if known else State.UNKNOWN,
        len(sectors) + len(groups) - len(bare) - len(alone) if known else None,
        len(sectors) + len(groups),
        Responsible.SECTORS,
        {
            "linkers": len({linker.id for linker in linkers}),
            "linkers_accepted": len({linker.id for linker in accepted}),
            "sectors_without_linker": in_vocabulary_order(bare),
            "groups_without_linker": tuple(sorted(alone)),
        },
        {"sectors": in_vocabulary_order(bare), "names": situation.names(alone)},
    )


def _linkers_act(situation: Situation) -> Condition:
    """Enough of the linkers have a tie to another sector, however those who cannot be judged would be judged."""
    judged = judged_linkers(situation.snapshot)
    told = Counter(acting for _, acting in judged)
    idle = [linker.id for linker, acting in judged if acting is Acting.NO]
    least, size = situation.standards.acting_linkers_share, len(judged)
    state = surely_at_least(told[Acting.YES] / size, 1 - len(idle) / size, least) if size else State.UNKNOWN
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

    While a member of unknown sector is left on the other side, nobody can say so of a sector.
    """
    hanging: dict[str, str] = {}
    doubtful = False
    for point, cut in sorted(situation.measured.cut_off.items()):
        own = situation.sector.get(point)
        within = Counter(situation.sector.get(actor) for actor in cut)
        outside_unknown = situation.sector_not_known - within[None] - (own is None)
        for sector in situation.standards.required_sectors & situation.members.keys():
            if within[sector] and within[sector] + (own == sector) == situation.members[sector]:
                doubtful |= outside_unknown > 0
                if outside_unknown <= 0:
                    hanging.setdefault(sector, point)
    known = bool(situation.members) and not (doubtful and not hanging)
    return Condition(
        "sector_on_one_point",
        none_missing(len(hanging), 0) if known else State.UNKNOWN,
        len(hanging) if known else None,
        0,
        Responsible.NETWORK_MANAGER,
        {"sectors_hanging": in_vocabulary_order(hanging), "points": tuple(sorted(set(hanging.values())))},
        {"sectors": in_vocabulary_order(hanging), "names": situation.names(hanging.values())},
    )
