"""Consideration 3.4.6: self-governance, and communities of practice."""

from network_service.domain.vocabulary import Origin, Sector, WorkStatus
from network_service.process.consideration import Consideration, Figure, known_figure
from network_service.process.judging import Value, share
from network_service.process.situation import Situation
from network_service.snapshot.affairs.held import sectors_of
from network_service.snapshot.affairs.meetings import CommunityAffairs


def ultimate_goal(situation: Situation) -> Consideration:
    """How far the network would govern itself, and its active communities of practice."""
    return Consideration("ultimate_goal", (_self_governance(situation), _communities(situation)))


def _self_governance(situation: Situation) -> Figure:
    """Mean of four shares; not known while one of them is not.

    They are the brokerage of others than the state, freedom from one centre, the efficiency that is left without the
    most central state actor, and the activities that people set going themselves.
    """
    measured, sectors = situation.measured, situation.sector
    brokerage = {
        actor: count for actor in sectors if (count := measured.brokerage.get(actor)) is not None and sectors[actor]
    }
    of_others = sum(count for actor, count in brokerage.items() if sectors[actor] != Sector.STATE)
    central = measured.betweenness_centralisation
    state_actors = [
        (value, actor)
        for actor in sectors
        if sectors[actor] == Sector.STATE and (value := measured.betweenness.get(actor)) is not None
    ]
    top = max(state_actors, default=(0.0, None), key=lambda pair: pair[0])[1]
    origins = [
        one.origin
        for one in situation.affairs.activities
        if one.origin is not None and one.status != WorkStatus.CANCELLED
    ]
    activities = sum(one.status != WorkStatus.CANCELLED for one in situation.affairs.activities)
    kept = None if top is None else measured.efficiency_kept.get(top)
    parts = {
        "non_state_brokerage": share(of_others, sum(brokerage.values())),
        "freedom_from_centre": None if central is None else 1 - central,
        # Without an actor at the edge those who are left reach each other better: no more than all is kept.
        "efficiency_without_top_state_actor": None if kept is None else min(kept, 1.0),
        "organic_activities": share(origins.count(Origin.ORGANIC), len(origins)),
    }
    known = [value for value in parts.values() if value is not None]
    covers = (len(brokerage) / len(sectors) if sectors else 0.0, len(origins) / activities if activities else 0.0)
    cover = min(covers) if len(known) == len(parts) else 0.0
    evidence: dict[str, Value] = {**parts, "top_state_actor": top}
    mean = sum(known) / len(parts) if known else None
    return known_figure("self_governance", mean, cover, situation.standards.data_cover, evidence)


def _communities(situation: Situation) -> Figure:
    """Communities that met often enough this year, are of enough sectors and published a lesson."""
    communities = situation.affairs.communities
    active = [one.id for one in communities if _active(situation, one)]
    return Figure(
        "active_communities",
        len(active) if communities else None,
        float(bool(communities)),
        {"communities": len(communities), "active": tuple(active)},
        is_count=True,
    )


def _active(situation: Situation, community: CommunityAffairs) -> bool:
    standards = situation.standards
    met = sum(day >= situation.a_year_ago for day in community.meetings)
    published = community.lesson_published_on is not None and community.lesson_published_on <= situation.today
    sectors = len(sectors_of(community.members))
    return published and met >= standards.community_meetings and sectors >= standards.community_sectors
