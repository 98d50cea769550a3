"""Step 1: who belongs to the network."""

from network_service.domain.vocabulary import ActorLevel, WorkStatus
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State, at_least, none_missing, share, surely_at_least, surely_at_most
from network_service.process.sector_bounds import diversity_within
from network_service.process.situation import Situation, in_vocabulary_order
from network_service.snapshot.affairs.held import actors_of
from network_service.snapshot.affairs.work import IssueAffairs

_DONE = frozenset({WorkStatus.COMPLETED, WorkStatus.CANCELLED})


def define_composition(situation: Situation) -> Step:
    """All required sectors, diversity, no sector in the majority, three levels of actors, stakeholders who belong."""
    return Step(
        "define_composition",
        (
            _required_sectors(situation),
            _sector_diversity(situation),
            _largest_sector(situation),
            _actor_levels(situation),
            _stakeholders(situation),
        ),
    )


def _required_sectors(situation: Situation) -> Condition:
    """Each required sector has an active member; a member of unknown sector may be the one that is missing."""
    required = situation.standards.required_sectors
    missing = required - situation.members.keys()
    state = none_missing(len(missing), situation.sector_not_known) if situation.sector else State.UNKNOWN
    return Condition(
        "required_sectors",
        state,
        None if state is State.UNKNOWN else len(required) - len(missing),
        len(required),
        Responsible.NETWORK_MANAGER,
        {
            "members": len(situation.sector),
            "sectors_missing": in_vocabulary_order(missing),
            "sector_not_known": situation.sector_not_known,
        },
        {"sectors": in_vocabulary_order(missing), "unknown": situation.sector_not_known},
    )


def _sector_diversity(situation: Situation) -> Condition:
    """IQV of the members of known sector, where it is enough or too little wherever those of unknown sector belong."""
    known = share(situation.members.total(), len(situation.sector)) or 0.0
    value, least = situation.measured.iqv, situation.standards.least_diversity
    state = at_least(value, least)
    if value is not None and situation.sector_not_known:
        within = diversity_within(situation.members, situation.standards.required_sectors, situation.sector_not_known)
        state = State.UNKNOWN if within is None else surely_at_least(*within, least)
    return Condition(
        "sector_diversity",
        state,
        None if state is State.UNKNOWN else value,
        least,
        Responsible.NETWORK_MANAGER,
        {
            "members": len(situation.sector),
            "sector_known_share": known,
            **{f"members_{sector}": situation.members[sector] for sector in in_vocabulary_order(situation.members)},
        },
        {"unknown": situation.sector_not_known},
    )


def _largest_sector(situation: Situation) -> Condition:
    """No sector has more than its share, wherever the members of unknown sector belong."""
    size, most = len(situation.sector), situation.standards.largest_sector_share
    sector, count = max(sorted(situation.members.items()), key=lambda pair: pair[1], default=(None, 0))
    unknown = situation.sector_not_known
    state = surely_at_most(count / size, (count + unknown) / size, most) if size else State.UNKNOWN
    return Condition(
        "largest_sector",
        state,
        None if state is State.UNKNOWN else count / size,
        most,
        Responsible.NETWORK_MANAGER,
        {"members": size, "sector": sector, "members_of_sector": count, "sector_not_known": unknown},
        {"sector": sector, "unknown": unknown},
    )


def _actor_levels(situation: Situation) -> Condition:
    """Persons, groups and organisations are all among the active members."""
    affairs = situation.affairs
    present = {one.level for one in affairs.memberships if one.active and one.of in affairs.province_networks}
    missing = tuple(level.value for level in ActorLevel if level not in present)
    return Condition(
        "actor_levels",
        none_missing(len(missing), 0) if present else State.UNKNOWN,
        len(present) if present else None,
        len(ActorLevel),
        Responsible.NETWORK_MANAGER,
        {"levels_missing": missing},
        {"level": missing},
    )


def _stakeholders(situation: Situation) -> Condition:
    """Of the identified stakeholders of every open issue enough have a member; the lowest share over the issues.

    A sector has one by any member of it, a group or organisation by being one, a group of the population by a member
    who serves it or works on a service for it. A member of unknown sector may be of one sector that seems to have none.
    Unknown where no issue is recorded, or too few of the open ones (the standard of cover) have stakeholders
    identified; with issues recorded and none open nothing is asked.
    """
    least, issues = situation.standards.stakeholder_share, situation.affairs.issues
    still_open = [issue for issue in issues if issue.status not in _DONE]
    served = _served(situation)
    shares, outside, below, doubtful = [], set(), [], False
    for issue in still_open:
        whole = len(issue.stakeholder_sectors) + len(issue.stakeholders) + len(issue.population_groups)
        missing = _without_member(situation, issue, served)
        if whole:
            filled = min(situation.sector_not_known, len(missing.intersection(issue.stakeholder_sectors)))
            shares.append(1 - len(missing) / whole)
            held = surely_at_least(shares[-1], shares[-1] + filled / whole, least)
            doubtful |= held is State.UNKNOWN
            if held is State.FALSE:
                outside |= missing
                below.append(issue.id)
    cover = len(shares) / len(still_open) if still_open else float(bool(issues))
    known = cover >= situation.standards.data_cover and not doubtful
    value = min(shares, default=1.0) if known or below else None
    return Condition(
        "stakeholders",
        # The lowest share can only fall as more issues are looked at.
        State.FALSE if below else at_least(value, least),
        value,
        least,
        Responsible.NETWORK_MANAGER,
        {
            "open_issues": len(still_open),
            "issues_with_stakeholders": len(shares),
            "cover": cover,
            "issues_below": tuple(below),
            "stakeholders_without_member": tuple(sorted(outside)),
        },
        {
            "count": len(still_open),
            "issues": situation.names(below),
            "names": situation.names(outside & situation.affairs.names.keys()),
            "sectors": in_vocabulary_order(outside),
        },
    )


def _served(situation: Situation) -> set[str]:
    affairs, members = situation.affairs, situation.sector.keys()
    served = {group for actor in affairs.actors if actor.id in members for group in actor.serves}
    provided = (service for service in affairs.services if not members.isdisjoint(actors_of(service.workers)))
    return served | {group for service in provided for group in service.serves}


def _without_member(situation: Situation, issue: IssueAffairs, served: set[str]) -> set[str]:
    """Sector codes and ids of the stakeholders of an issue that have no member."""
    return {
        *(sector for sector in issue.stakeholder_sectors if not situation.members[sector]),
        *(actor for actor in issue.stakeholders if actor not in situation.sector),
        *(group for group in issue.population_groups if group not in served),
    }
