"""Success factor: the ability of the network manager."""

from network_service.domain.vocabulary import RatingKind
from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, evenly, scored
from network_service.process.ratings import mean, newest, response, scaled, usable
from network_service.process.situation import Situation, in_vocabulary_order


def manager_ability(situation: Situation) -> Factor:
    """Reach, sectors tied, freedom from constraint, and competence as surveyed, in equal parts.

    The first three are those of the actor that the one lead manager speaks for. All four are needed: cover is the
    smallest of theirs, for sectors the share of neighbours whose sector is known, for competence the response.
    """
    actor, measured = situation.lead_actor, situation.measured
    others = situation.standards.required_sectors - {situation.sector.get(actor or "")}
    around = [situation.sector[other] for other in situation.neighbours[actor]] if actor is not None else []
    tied = others & set(around)
    constraint = None if actor is None else measured.constraint.get(actor)
    results = newest(situation, RatingKind.COMPETENCE, {lead.id for lead in situation.leads})
    competence = mean(usable(situation, results))
    reach = None if actor is None else measured.reach_2.get(actor)
    # Its sector is one of those counted around it, so that k - 1 is asked; all k where it is of no required sector.
    known = 1 - around.count(None) / len(around) if around else 1.0
    parts = (
        Part("reach", reach, 1.0),
        Part("sectors_tied", len(tied) / len(others) if actor is not None and others else None, known),
        Part("freedom", None if constraint is None else 1 - min(constraint, 1.0), 1.0),
        Part("competence", scaled(competence), response(results)),
    )
    return scored(
        "manager_ability",
        parts,
        evenly(parts),
        situation.standards,
        Responsible.NETWORK_MANAGER,
        {
            "actor": actor,
            "reach": reach,
            "sectors_tied": in_vocabulary_order(tied),
            "constraint": constraint,
            "competence": competence,
            "raters": sum(one.raters or 0 for one in results),
        },
        {
            "names": situation.names(lead.id for lead in situation.leads),
            "reach": reach,
            "tied": len(tied),
            "others": len(others),
            "sectors": in_vocabulary_order(others - tied or others),
            "mean": competence,
        },
    )
