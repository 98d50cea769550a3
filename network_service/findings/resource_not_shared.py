"""Rule: a member needs what another close by offers, and it is not shared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from network_service.findings.finding import Finding, Subject
from network_service.findings.listing import listed
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot

Near = Mapping[str, set[str]]
Beside = defaultdict[tuple[str, str], set[str]]


def resource_not_shared(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each member and kind of resource it needs, that members within two steps in U offer unshared.

    Shared is what flows from the one that offers to the one in need, or to the whole network. What a person offers,
    needs or lets use is so of the actor it speaks for. Nothing is asked of those who are not
    members. Affected: 1. Major where the one in need is a linker or a manager, or one speaks for it; else minor.
    """
    members, key = snapshot.actors.index, key_actors(snapshot)
    offers = {actor.id: actor.offers for actor in affairs.actors if actor.id in members and actor.offers}
    needed = [(actor.id, kind) for actor in affairs.actors if actor.id in members for kind in actor.needs]
    around, beside = _surroundings(snapshot, {actor for actor, _ in needed}, offers)
    offering = Counter(kind for kinds in offers.values() for kind in kinds)
    shared = _shared(affairs)
    found = []
    for actor, kind in needed:
        near = beside[actor, kind].union(*(beside.get((other, kind), ()) for other in around[actor])) - {actor}
        unshared = {other for other in near if shared[other, kind].isdisjoint({actor, _EVERYBODY})}
        if not unshared:
            continue
        direct = len(unshared & around[actor])
        found.append(
            Finding(
                rule="resource_not_shared",
                severity=severity_of(thresholds, members=1, key_subject=actor in key),
                subjects=(Subject("actor", actor, affairs.names[actor]), Subject("resource_kind", kind, kind)),
                evidence={
                    "offered_by": tuple(sorted(unshared)),
                    "directly_tied": direct,
                    "two_steps_away": len(unshared) - direct,
                    "offered_in_the_network": offering[kind],
                },
                parameters={
                    "name": affairs.names[actor],
                    "resource_kind": kind,
                    "count": len(unshared),
                    **listed("names", (affairs.names[other] for other in unshared), thresholds.names_listed),
                },
                members_affected=1,
            )
        )
    return found


_EVERYBODY = ""
"""Stands for the whole network among those with whom a resource is shared."""


def _surroundings(snapshot: Snapshot, needing: set[str], offers: Mapping[str, Iterable[str]]) -> tuple[Near, Beside]:
    """Whom each in need is tied to in U, and who offers each kind beside each member: two steps are then one join."""
    ids, edges = snapshot.actors.ids, snapshot.undirected
    around: dict[str, set[str]] = {actor: set() for actor in needing}
    beside: Beside = defaultdict(set)
    for source, target in zip(edges.source.tolist(), edges.target.tolist(), strict=True):
        for one, other in ((ids[source], ids[target]), (ids[target], ids[source])):
            if one in around:
                around[one].add(other)
            for kind in offers.get(one, ()):
                beside[other, kind].add(one)
    return around, beside


def _shared(affairs: Affairs) -> defaultdict[tuple[str, str], set[str]]:
    """With whom each actor shares each kind."""
    actor_of = {person.id: person.actor for person in affairs.people}
    shared: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for flow in affairs.flows:
        source, target = actor_of.get(flow.source, flow.source), actor_of.get(flow.target, flow.target)
        if source is not None and target is not None:
            shared[source, flow.resource_kind].add(_EVERYBODY if target in affairs.province_networks else target)
    return shared
