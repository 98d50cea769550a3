"""What was decided in a fiscal year, and the activities about it."""

from dataclasses import dataclass
from datetime import date

from network_service.domain.thai.dates import fiscal_year
from network_service.domain.vocabulary import Iap2Level, WorkStatus
from network_service.process.calendar import year_judged
from network_service.process.situation import Situation
from network_service.snapshot.affairs.ended import EndedWork
from network_service.snapshot.affairs.work import ActivityAffairs, IssueAffairs, PlanAffairs

_LEVELS = {level.value: place for place, level in enumerate(Iap2Level)}


@dataclass(frozen=True, slots=True)
class Decision:
    """An issue or plan that was decided on a day, and the activities about it that were not cancelled."""

    id: str
    decided_on: date
    activities: tuple[ActivityAffairs, ...]

    @property
    def told(self) -> bool:
        """Whether anything says how the public was involved: an activity about it of which day and level are known."""
        return any(one.held_on is not None and one.iap2_level is not None for one in self.activities)

    def consulted(self, level: Iap2Level, *, feedback_by: date | None = None) -> bool:
        """Whether an activity at a level or above was held before the decision, and its feedback is out by a day."""
        return any(
            one.held_on is not None
            and one.held_on < self.decided_on
            and _LEVELS.get(one.iap2_level or "", -1) >= _LEVELS[level.value]
            and (
                feedback_by is None
                or (one.feedback_published_on is not None and one.feedback_published_on <= feedback_by)
            )
            for one in self.activities
        )


@dataclass(frozen=True, slots=True)
class YearsDecisions:
    """The decisions of one fiscal year of the Buddhist Era, by id."""

    fiscal_year: int
    decisions: tuple[Decision, ...]


def decisions_of_the_year(situation: Situation) -> YearsDecisions:
    """The issues and plans decided in the fiscal year of the day, or in the one before while none is.

    One that has ended since was decided all the same.
    """
    affairs = situation.affairs
    work: list[IssueAffairs | PlanAffairs | EndedWork] = [*affairs.issues, *affairs.plans, *affairs.ended_work]
    days = {one.id: one.decided_on for one in work if one.decided_on is not None and one.decided_on <= situation.today}
    year = year_judged(situation.today, days.values())
    about: dict[str, list[ActivityAffairs]] = {}
    for activity in situation.affairs.activities:
        if activity.status != WorkStatus.CANCELLED:
            for what in activity.concerns:
                about.setdefault(what, []).append(activity)
    return YearsDecisions(
        year,
        tuple(
            Decision(one, day, tuple(about.get(one, ())))
            for one, day in sorted(days.items())
            if fiscal_year(day) == year
        ),
    )
