"""Success factor: tools of participation in setting the direction of public affairs."""

from collections import Counter

from network_service.domain.vocabulary import Iap2Level
from network_service.process.condition import Responsible
from network_service.process.decisions import decisions_of_the_year
from network_service.process.factor import Factor, Part, scored
from network_service.process.judging import share
from network_service.process.situation import Situation


def participation_tools(situation: Situation) -> Factor:
    """Share of the issues and plans decided in the fiscal year before which the public was asked, and told the outcome.

    Asked: an activity about it at `consult` or above, held before the decision, whose feedback is published. A lower
    level is no failure in itself; it is only not this. Absence answers once any activity is recorded; cover is the
    share of the activities about what was decided whose level and day are known.
    """
    decided = decisions_of_the_year(situation)
    about = {one.id: one for decision in decided.decisions for one in decision.activities}
    told = [one for one in about.values() if one.held_on is not None and one.iap2_level is not None]
    with_ = [one.id for one in decided.decisions if one.consulted(Iap2Level.CONSULT, feedback_by=situation.today)]
    without = sorted({one.id for one in decided.decisions} - set(with_))
    levels = Counter(one.iap2_level for one in about.values())
    present = sum(bool(one.groups_present) for one in about.values())
    cover = len(told) / len(about) if about else 1.0
    part = Part("decided_with_participation", share(len(with_), len(decided.decisions)), cover)
    if not situation.affairs.activities:
        part = Part(part.code, part.value, 0.0)
    return scored(
        "participation_tools",
        (part,),
        (1.0,),
        situation.standards,
        Responsible.NETWORK_MANAGER,
        {
            "fiscal_year": decided.fiscal_year,
            "decided": len(decided.decisions),
            "decided_with_participation": len(with_),
            "decided_without": tuple(without),
            "activities": len(about),
            "activities_with_population_group": present,
            **{f"level_{level.value}": levels[level.value] for level in Iap2Level},
            "level_not_known": levels[None],
        },
        {
            "year": decided.fiscal_year,
            "count": len(decided.decisions),
            "asked": len(with_),
            "names": situation.names(without),
        },
    )
