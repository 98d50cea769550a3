"""Step 3: who manages the network."""

from network_service.domain.vocabulary import ManagerRole
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State, at_least, none_missing, surely_at_least
from network_service.process.situation import Situation, in_vocabulary_order


def designate_network_manager(situation: Situation) -> Step:
    """One lead manager, who reaches the members and is tied to other sectors, and a deputy."""
    conditions = (_one_lead(situation), _reach(situation), _sectors_tied(situation), _deputy(situation))
    return Step("designate_network_manager", conditions)


def _one_lead(situation: Situation) -> Condition:
    """Exactly one lead manager of the province network is in force; absence answers once any manager is recorded."""
    leads = sorted({lead.id for lead in situation.leads})
    known = bool(situation.snapshot.managers)
    return Condition(
        "one_lead_manager",
        (State.TRUE if len(leads) == 1 else State.FALSE) if known else State.UNKNOWN,
        len(leads) if known else None,
        1,
        Responsible.GOVERNORS_OFFICE,
        {"leads": tuple(leads)},
        {"names": situation.names(leads)},
    )


def _reach(situation: Situation) -> Condition:
    """Enough of the other members are within two steps of the actor that the lead manager speaks for.

    Not known while no tie is recorded at all.
    """
    actor = situation.lead_actor
    value = situation.measured.reach_2.get(actor) if actor is not None and situation.has_ties else None
    least = situation.standards.manager_reach
    return Condition(
        "manager_reach",
        at_least(value, least),
        value,
        least,
        Responsible.NETWORK_MANAGER,
        {"actor": actor},
        {"name": None if actor is None else situation.affairs.names.get(actor, actor)},
    )


def _sectors_tied(situation: Situation) -> Condition:
    """That actor is tied to enough sectors other than its own, whatever those of unknown sector belong to.

    Not known while no tie is recorded at all.
    """
    actor, least = situation.lead_actor, situation.standards.manager_sectors
    around = [situation.sector[other] for other in situation.neighbours[actor]] if actor is not None else []
    known, own = {sector for sector in around if sector is not None}, situation.sector.get(actor or "")
    others = known - {own}
    required = situation.standards.required_sectors
    # Where its own sector is not known, one of those around it may be its own.
    low = len(others) - (own is None and bool(known))
    known_ties = actor is not None and situation.has_ties
    state = surely_at_least(low, len(others) + around.count(None), least) if known_ties else State.UNKNOWN
    return Condition(
        "manager_sectors",
        state,
        None if state is State.UNKNOWN else len(others),
        least,
        Responsible.NETWORK_MANAGER,
        {"actor": actor, "sectors": in_vocabulary_order(others), "neighbours_sector_not_known": around.count(None)},
        {
            "name": None if actor is None else situation.affairs.names.get(actor, actor),
            "sectors": in_vocabulary_order(situation.members.keys() - known - {own} or required - known - {own}),
        },
    )


def _deputy(situation: Situation) -> Condition:
    """A deputy of the network manager is named; absence answers once any manager is recorded."""
    deputies = sorted({one.id for one in situation.managers if one.role == ManagerRole.DEPUTY})
    known = bool(situation.snapshot.managers)
    return Condition(
        "deputy_manager",
        none_missing(int(not deputies), 0) if known else State.UNKNOWN,
        len(deputies) if known else None,
        1,
        Responsible.GOVERNORS_OFFICE,
        {"deputies": tuple(deputies)},
        {"names": situation.names(deputies)},
    )
