"""Which tie would close a finding: two actors, chosen well.

Who is apart is not led to an actor on whom too many hang already, as the gain would be a greater single point.
"""

from collections import Counter
from collections.abc import Callable

from network_service.analysis.communities import ties_between
from network_service.analysis.stand_in import best_stand_in
from network_service.findings.closing.ground import Ground
from network_service.findings.communities_not_bridged import bridged_parts
from network_service.findings.finding import Finding

Ends = tuple[int, int] | None


def tie_that_closes(finding: Finding, ground: Ground) -> Ends:
    """The ends of the tie to propose; `None` where the finding asks for no tie or nobody is left to make one."""
    choose = _CHOOSING.get(finding.rule)
    return None if choose is None else choose(finding, ground)


def _pair(one: int | None, other: int | None) -> Ends:
    return None if one is None or other is None else (one, other)


def _isolate(finding: Finding, ground: Ground) -> Ends:
    """With the best placed broker of its own sector in the largest part; where that has none, of any sector."""
    sectors, across = ground.snapshot.actors.sectors, ground.measures.brokerage.across
    actor = ground.place(finding.subjects[0])
    if actor is None:
        return None
    main = ground.measures.components.parts[0]
    own = [one for one in main if sectors[one] == sectors[actor] and across[one]]
    other = ground.best(own, ground.laden | {actor})
    return _pair(actor, other if other is not None else ground.best_unladen(main, {actor}))


def _split_component(finding: Finding, ground: Ground) -> Ends:
    """From its best placed to the best placed of the largest part, within one sector where both have members of it."""
    sectors, index = ground.snapshot.actors.sectors, ground.snapshot.actors.index
    group = [index[subject.id] for subject in finding.subjects]
    main = ground.measures.components.parts[0]
    if group[0] in main:  # of two equally large the other one is told to be apart
        main = ground.measures.components.parts[1]
    shared = {sectors[one] for one in group} & {sectors[one] for one in main} - {None}
    if shared:
        other = ground.best_unladen([one for one in main if sectors[one] in shared])
        return _pair(ground.best(one for one in group if other is not None and sectors[one] == sectors[other]), other)
    return _pair(ground.best(group), ground.best_unladen(main))


def _sector_pair(finding: Finding, ground: Ground) -> Ends:
    """The two best placed who are not tied yet."""
    first, second = (ground.by_sector.get(subject.id, []) for subject in finding.subjects)
    for one in first:
        for other in second:
            if other not in ground.neighbours[one]:
                return one, other
    return None


def _single_point(finding: Finding, ground: Ground) -> Ends:
    """The two neighbours of the single point whose tie would make up best for its absence."""
    actor = ground.place(finding.subjects[0])
    return None if actor is None else best_stand_in(ground.snapshot, actor).ends


def _linker_not_acting(finding: Finding, ground: Ground) -> Ends:
    """With the best placed actor of another sector."""
    actor, sectors = ground.place(finding.subjects[0]), ground.snapshot.actors.sectors
    if actor is None or sectors[actor] is None:
        return None
    others = (one for one, sector in enumerate(sectors) if sector not in (None, sectors[actor]))
    return _pair(actor, ground.best(others, ground.not_for(actor)))


def _linker_not_brokering(finding: Finding, ground: Ground) -> Ends:
    """With the best placed actor of another sector who is not tied to some partner, of a third sector or its own."""
    actor, sectors = ground.place(finding.subjects[0]), ground.snapshot.actors.sectors
    if actor is None or sectors[actor] is None:
        return None
    partners = [one for one in ground.partners(actor) if sectors[one] is not None]

    def brings_together(one: int) -> bool:
        near = ground.neighbours[one]
        return any(partner not in near and sectors[partner] != sectors[one] for partner in partners)

    others = (one for one, sector in enumerate(sectors) if sector is not None and brings_together(one))
    return _pair(actor, ground.best(others, ground.not_for(actor)))


def _manager_reach(finding: Finding, ground: Ground) -> Ends:
    """With the actor through whom most of those now farther than two steps come within them."""
    manager = ground.place_of_manager(finding.subjects[0])
    if manager is None:
        return None
    within = ground.not_for(manager).union(*(ground.neighbours[one] for one in ground.neighbours[manager]))
    gain = {
        one: len(ground.not_for(one) - within)
        for one in range(len(ground.neighbours))
        if one not in ground.not_for(manager)
    }
    best = min(gain, key=lambda one: (-gain[one], ground.rank[one]), default=None)
    return None if best is None or not gain[best] else (manager, best)


def _communities(finding: Finding, ground: Ground) -> Ends:
    """From its centre to the best placed of the community with which it shares most ties without being bridged."""
    centre, found = ground.place(finding.subjects[0]), ground.measures.communities
    if centre is None:
        return None
    between = ties_between(ground.snapshot, found)
    parts = bridged_parts(found, between, ground.thresholds)
    own, ties = found.membership[centre], Counter[int]()
    for pair in between:
        if own in (pair.first, pair.second) and parts[pair.first] != parts[pair.second]:
            ties[pair.first + pair.second - own] += pair.ties
    if not ties:
        return None
    nearest = min(ties, key=lambda number: (-ties[number], number))
    return _pair(centre, ground.best(found.groups[nearest], ground.not_for(centre)))


_CHOOSING: dict[str, Callable[[Finding, Ground], Ends]] = {
    "isolate": _isolate,
    "split_component": _split_component,
    "sector_pair_without_ties": _sector_pair,
    "sector_pair_too_thin": _sector_pair,
    "single_point_of_failure": _single_point,
    "one_actor_too_central": _single_point,
    "linker_not_acting": _linker_not_acting,
    "linker_not_brokering": _linker_not_brokering,
    "manager_reach_too_short": _manager_reach,
    "communities_not_bridged": _communities,
}
