"""Consideration 3.4.2: how the network is designed to share the nine resources."""

from network_service.domain.vocabulary import ResourceKind
from network_service.process.consideration import Consideration, Figure
from network_service.process.judging import share
from network_service.process.situation import Situation


def design(situation: Situation) -> Consideration:
    """Kinds of resource that flow across sectors, and members who both give and receive.

    A flow of this year holds on the day, however long it has run, or ended within the year. What is given to the whole
    network is given, though nobody in particular receives it. Absence answers once any flow is recorded.
    """
    sectors, ended = situation.sector, situation.affairs.ended_flows
    flows = [*situation.affairs.flows, *(one.flow for one in ended if one.ended_on > situation.a_year_ago)]
    recorded = bool(flows or ended)
    across = {
        flow.resource_kind
        for flow in flows
        if None not in (one := sectors.get(flow.source), other := sectors.get(flow.target)) and one != other
    }
    givers = {flow.source for flow in flows} & sectors.keys()
    receivers = {flow.target for flow in flows} & sectors.keys()
    both = givers & receivers
    return Consideration(
        "design",
        (
            Figure(
                "resource_kinds_across_sectors",
                share(len(across), len(ResourceKind)) if recorded else None,
                float(recorded),
                {"kinds": tuple(kind.value for kind in ResourceKind if kind in across), "flows": len(flows)},
            ),
            Figure(
                "give_and_receive",
                share(len(both), len(sectors)) if recorded else None,
                float(recorded),
                {"giving": len(givers), "receiving": len(receivers), "both": len(both)},
            ),
        ),
    )
