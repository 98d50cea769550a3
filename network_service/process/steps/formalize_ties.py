"""Step 4: members certified and bodies named by orders that are in force."""

from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State, at_least, none_missing, share
from network_service.process.situation import Situation
from network_service.snapshot.affairs.meetings import BodyAffairs


def formalize_ties(situation: Situation) -> Step:
    """Members are certified, an order of the governor names the bodies, nothing rests on what has lapsed."""
    conditions = (_certified(situation), _named_by_order(situation), _nothing_lapsed(situation))
    return Step("formalize_ties", conditions)


def _certified(situation: Situation) -> Condition:
    """Enough of the active members are certified; absence answers once a certification or an instrument is recorded."""
    certified, members = situation.snapshot.certified, situation.sector.keys()
    known = bool(certified or situation.affairs.instruments)
    value = share(len(certified & members), len(members)) if known else None
    rest = sorted(members - certified)
    return Condition(
        "certified_members",
        at_least(value, situation.standards.certified_share),
        value,
        situation.standards.certified_share,
        Responsible.GOVERNORS_OFFICE,
        {"members": len(members), "certified": len(certified & members), "not_certified": tuple(rest)},
        {"count": len(members), "names": situation.names(rest)},
    )


def _named_by_order(situation: Situation) -> Condition:
    """Each body names an order that is in force, signed, and signed by the governor.

    Absence answers once any order is recorded. It is not known of a body whose number is that of no order recorded, or
    of one on which nobody noted who signed.
    """
    bodies = situation.affairs.bodies
    judged = {body.id: _names_order(situation, body) for body in bodies}
    without = sorted(body for body, named in judged.items() if named is State.FALSE)
    open_ = sum(named is State.UNKNOWN for named in judged.values())
    orders = any(one.is_order for one in situation.affairs.instruments) or any(body.order_number for body in bodies)
    known = bool(bodies) and orders and bool(without or not open_)
    return Condition(
        "order_names_bodies",
        none_missing(len(without), 0) if known else State.UNKNOWN,
        len(bodies) - len(without) - open_ if known else None,
        len(bodies),
        Responsible.GOVERNORS_OFFICE,
        {"bodies": len(bodies), "bodies_without_order": tuple(without), "bodies_not_known": open_},
        {"names": situation.names(without)},
    )


def _names_order(situation: Situation, body: BodyAffairs) -> State:
    orders = [situation.affairs.instrument[one] for one in body.orders]
    in_force, today = [one for one in orders if one.is_order and one.in_force], situation.today
    signed = [one.signed_by_governor for one in in_force if one.signed_on is not None and one.signed_on <= today]
    if True in signed:
        return State.TRUE
    return State.UNKNOWN if None in signed or (body.order_number and not orders) else State.FALSE


def _nothing_lapsed(situation: Situation) -> Condition:
    """No record in force rests on an instrument that has ended or been replaced."""
    affairs = situation.affairs
    lapsed = [
        cited for cited in affairs.cited if not any(affairs.instrument[one].in_force for one in cited.instruments)
    ]
    papers = sorted({cited.instruments[0] for cited in lapsed})
    known = bool(affairs.instruments)
    return Condition(
        "no_lapsed_instrument",
        none_missing(len(lapsed), 0) if known else State.UNKNOWN,
        len(lapsed) if known else None,
        0,
        Responsible.GOVERNORS_OFFICE,
        {"records": tuple(sorted({cited.record for cited in lapsed})), "instruments": tuple(papers)},
        {"names": situation.names(papers)},
    )
