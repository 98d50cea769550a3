"""Rule: members need what others close by offer, and it is not shared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from network_service.domain.thai.sorting import sort_key
from network_service.findings.finding import Finding, Subject, Value
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot

Near = Mapping[str, set[str]]
Beside = defaultdict[tuple[str, str], set[str]]


def resource_not_shared(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each kind of resource that members need, and others within two steps in U offer unshared.

    Shared is what flows from the one that offers to the one in need, or to the whole network. What a person offers,
    needs or lets use is so of the actor it speaks for; those who are no members are left out. Told by kind, as half of
    a network may need something: each in need is named with one who offers, a direct tie first, and the evidence has
    all of them. Affected: the members in need. Major where a linker or a manager is among them, or three are; else
    minor.
    """
    members, key = snapshot.actors.index, key_actors(snapshot)
    offers = {actor.id: actor.offers for actor in affairs.actors if actor.id in members and actor.offers}
    needed = [(actor.id, kind) for actor in affairs.actors if actor.id in members for kind in actor.needs]
    matches = _matches(snapshot, affairs, needed, offers)
    needing = Counter(kind for _, kind in needed)
    offering = Counter(kind for kinds in offers.values() for kind in kinds)
    found = []
    for kind in sorted(matches):
        pairs = matches[kind]
        found.append(
            Finding(
                rule="resource_not_shared",
                severity=severity_of(thresholds, members=len(pairs), key_subject=not key.isdisjoint(pairs)),
                subjects=(Subject("resource_kind", kind, kind),),
                evidence={
                    "in_need": tuple(pairs),
                    "offered_by": tuple(pairs.values()),
                    "members_needing": needing[kind],
                    "members_offering": offering[kind],
                },
                parameters={
                    "resource_kind": kind,
                    "count": len(pairs),
                    **_named(pairs, affairs, thresholds.names_listed),
                },
                members_affected=len(pairs),
            )
        )
    return found


def _named(pairs: Mapping[str, str], affairs: Affairs, most: int) -> dict[str, Value]:
    """The first of those in need, each with who offers: sorting thousands of names to tell five took most of the time.

    They stand by id, as which five are told is of no matter.
    """
    first = islice(pairs.items(), most)
    told = sorted((f"{affairs.names[one]} – {affairs.names[other]}" for one, other in first), key=sort_key)
    return {"pairs": tuple(told), "pairs_more": len(pairs) - len(told)}


def _matches(
    snapshot: Snapshot, affairs: Affairs, needed: Iterable[tuple[str, str]], offers: Mapping[str, Iterable[str]]
) -> dict[str, dict[str, str]]:
    """By kind, those in need that somebody close by does not share it with yet, and who that is."""
    around, beside = _surroundings(snapshot, {actor for actor, _ in needed}, offers)
    shared = _shared(affairs)
    matches: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for actor, kind in needed:
        near = beside[actor, kind].union(*(beside.get((other, kind), ()) for other in around[actor])) - {actor}
        unshared = [other for other in near if shared[other, kind].isdisjoint({actor, _EVERYBODY})]
        if unshared:
            tied = sorted(around[actor].intersection(unshared))
            matches[kind][actor] = tied[0] if tied else min(unshared)
    return dict(matches)


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
