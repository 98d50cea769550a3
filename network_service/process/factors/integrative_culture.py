"""Success factor: a working culture in which sectors do things together."""

from network_service.domain.vocabulary import RatingKind, WorkStatus
from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, scored
from network_service.process.judging import share
from network_service.process.ratings import mean, newest, response, scaled, usable
from network_service.process.situation import Situation
from network_service.snapshot.affairs.held import Involved, sectors_of
from network_service.snapshot.affairs.work import ActivityAffairs, PlanAffairs

_UNDER_WAY = frozenset({WorkStatus.OPEN, WorkStatus.IN_EXECUTION, None})


def integrative_culture(situation: Situation) -> Factor:
    """The survey of culture, and the share of activities and plans in which enough sectors take part.

    An activity counts where it is under way or was held this year, a plan while it is neither finished nor only
    planned. Work of which no participant of known sector is recorded is not known; cover is the share of the rest.
    """
    results = newest(situation, RatingKind.CULTURE)
    answer = mean(usable(situation, results))
    work: list[ActivityAffairs | PlanAffairs] = [
        *(one for one in situation.affairs.activities if _lately(situation, one)),
        *(one for one in situation.affairs.plans if one.status in _UNDER_WAY),
    ]
    sectors = {one.id: len(sectors_of(_parties(one))) for one in work}
    told = {one: count for one, count in sectors.items() if count}
    shared = [one for one, count in told.items() if count >= situation.standards.culture_sectors]
    parts = (
        Part("culture", scaled(answer), response(results)),
        Part("shared_work", share(len(shared), len(told)), len(told) / len(work) if work else 0.0),
    )
    return scored(
        "integrative_culture",
        parts,
        situation.standards.culture_weights,
        situation.standards,
        Responsible.NETWORK_MANAGER,
        {
            "mean": answer,
            "raters": sum(one.raters or 0 for one in results),
            "work": len(work),
            "work_told": len(told),
            "work_shared": len(shared),
            "work_of_few_sectors": tuple(sorted(told.keys() - set(shared))),
        },
        {
            "mean": answer,
            "count": len(told),
            "shared": len(shared),
            "least": situation.standards.culture_sectors,
        },
    )


def _lately(situation: Situation, activity: ActivityAffairs) -> bool:
    if activity.held_on is not None and activity.status != WorkStatus.CANCELLED:
        return situation.a_year_ago <= activity.held_on <= situation.today
    return activity.status in _UNDER_WAY - {None}


def _parties(work: ActivityAffairs | PlanAffairs) -> tuple[Involved, ...]:
    return work.participants if isinstance(work, ActivityAffairs) else work.workers
