"""Consideration 3.4.4: whether the state changes its part and opens to all sectors."""

from network_service.domain.vocabulary import Iap2Level, Sector, WorkStatus
from network_service.process.consideration import Consideration, known_figure
from network_service.process.decisions import decisions_of_the_year
from network_service.process.judging import share
from network_service.process.situation import Situation


def working_style(situation: Situation) -> Consideration:
    """Activities that others than the state initiated, and decisions before which the public was involved.

    A decision of which no activity with its day and level is recorded is not known, and lowers the cover.
    """
    activities = [one for one in situation.affairs.activities if one.status != WorkStatus.CANCELLED]
    initiators = [one.initiator_sector for one in activities if one.initiator_sector is not None]
    others = sum(sector != Sector.STATE for sector in initiators)
    decided = decisions_of_the_year(situation)
    told = sum(one.told for one in decided.decisions)
    involved = [one.id for one in decided.decisions if one.consulted(Iap2Level.INVOLVE)]
    return Consideration(
        "working_style",
        (
            known_figure(
                "initiated_by_non_state",
                share(others, len(initiators)),
                len(initiators) / len(activities) if activities else 0.0,
                situation.standards.data_cover,
                {"activities": len(activities), "initiated_by_non_state": others},
            ),
            known_figure(
                "decisions_with_involvement",
                share(len(involved), told),
                told / len(decided.decisions) if decided.decisions else 0.0,
                situation.standards.data_cover,
                {
                    "fiscal_year": decided.fiscal_year,
                    "decided": len(decided.decisions),
                    "decided_told": told,
                    "decided_with_involvement": tuple(involved),
                },
            ),
        ),
    )
