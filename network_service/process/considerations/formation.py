"""Consideration 3.4.1: how the network came about, grown or ordered."""

from network_service.process.consideration import Consideration, Figure, known_figure
from network_service.process.judging import State, share
from network_service.process.situation import Situation
from network_service.process.steps.define_composition import define_composition


def formation(situation: Situation) -> Consideration:
    """Conditions of step 1 that hold, and ties that are older than the first order of the governor.

    An empty first day means before the records: whether such a tie is older is not known.
    """
    step = define_composition(situation)
    states = [condition.state for condition in step.conditions]
    orders = [
        one.signed_on
        for one in situation.affairs.instruments
        if one.is_order and one.signed_on is not None and one.signed_by_governor
    ]
    first = min(orders, default=None)
    ties = [one for one in situation.affairs.collaboration if {one.source, one.target} <= situation.sector.keys()]
    dated = [one.since for one in ties if one.since is not None]
    older = sum(first is not None and since < first for since in dated)
    judged = len(states) - states.count(State.UNKNOWN)
    return Consideration(
        "formation",
        (
            Figure(
                "composition_conditions",
                states.count(State.TRUE) if judged else None,
                judged / len(states),
                {"conditions": len(states), "readiness": step.state.value},
                is_count=True,
            ),
            known_figure(
                "ties_older_than_order",
                share(older, len(dated)) if first is not None else None,
                len(dated) / len(ties) if ties else 0.0,
                situation.standards.data_cover,
                {"ties": len(ties), "older": older, "first_order_on": first},
            ),
        ),
    )
