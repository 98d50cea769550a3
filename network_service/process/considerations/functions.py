"""Consideration 3.4.3: whether the network identifies issues, sets goals and sets methods."""

from network_service.process.consideration import Consideration, Figure
from network_service.process.situation import Situation
from network_service.snapshot.affairs.ended import EndedWork
from network_service.snapshot.affairs.work import IssueAffairs, PlanAffairs


def functions(situation: Situation) -> Consideration:
    """Of the three functions, those of which there is evidence this year.

    Issues identified: one was put on the table this year, or an activity about one was held. Goals set: an issue or
    plan with an objective was decided. Methods set: an agreement was signed. An issue or plan that has ended since
    counts as well. Unknown where nothing of all that is recorded for any year.
    """
    affairs, since, today = situation.affairs, situation.a_year_ago, situation.today
    identified: list[IssueAffairs | EndedWork] = [
        *affairs.issues,
        *(one for one in affairs.ended_work if one.kind == "issue"),
    ]
    issues = {issue.id for issue in identified}
    held = [
        one.held_on for one in affairs.activities if one.held_on is not None and not issues.isdisjoint(one.concerns)
    ]
    decided: list[IssueAffairs | PlanAffairs | EndedWork] = [*affairs.issues, *affairs.plans, *affairs.ended_work]
    evidence = {
        "identify_issue": [*(one.since for one in identified), *held],
        "set_goals": [one.decided_on for one in decided if one.has_objective],
        "set_methods": [one.signed_on for one in affairs.agreements],
    }
    days = {
        function: [day for day in found if day is not None and since <= day <= today]
        for function, found in evidence.items()
    }
    recorded = bool(decided or affairs.agreements)
    shown = sum(bool(found) for found in days.values())
    return Consideration(
        "functions",
        (
            Figure(
                "functions_with_evidence",
                shown / len(days) if recorded else None,
                float(recorded),
                {function: max(found, default=None) for function, found in days.items()},
            ),
        ),
    )
