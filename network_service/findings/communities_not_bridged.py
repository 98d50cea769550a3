"""Rule: a community of the network that hangs on the others by single ties only."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from network_service.analysis.communities import Communities, CommunityPair, ties_between
from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def communities_not_bridged(snapshot: Snapshot, measures: MeasuredInDepth, thresholds: Thresholds) -> list[Finding]:
    """One finding for each community, or group of communities, joined to any other by `community_ties` ties at most.

    Two communities with more ties between them are bridged, and so are those bridged to a third: of 28 pairs of
    communities in one province half have one tie or none between them and yet nobody stands aloof. Of what is left
    apart in one component of U the part with the most members is the main one. Communities without any tie to the
    others are told by `split_component`; parts of fewer than `community_members` are none. Nothing is said where the
    runs that divide the network agree less than `community_stability`, by either figure: another run would draw other
    borders.

    The subject, by which a part is followed, is its member with the most ties inside it, of equal ones that of lowest
    id. Affected: the members of the part. No building step asks for it, so never critical; major where a linker or a
    manager is in it or three or more are affected; else minor.
    """
    actors, key, found = snapshot.actors, key_actors(snapshot), measures.communities
    if not _is_stable(found, thresholds):
        return []
    between = ties_between(snapshot, found)
    parts = bridged_parts(found, between, thresholds)
    components = _joined(range(len(found.groups)), ((pair.first, pair.second) for pair in between))
    outside = _ties_outside(between, parts)
    inside = _ties_inside(snapshot, [parts[number] for number in found.membership])
    members: dict[int, list[int]] = defaultdict(list)
    for actor, number in enumerate(found.membership):
        members[parts[number]].append(actor)
    ordered = sorted(members, key=lambda part: (-len(members[part]), min(actors.ids[one] for one in members[part])))
    main: set[int] = set()
    told = []
    for part in ordered:
        group = members[part]
        if components[part] not in main or len(group) < thresholds.community_members:
            main.add(components[part])
            continue
        centre = min(group, key=lambda one: (-inside[one], actors.ids[one]))
        told.append(
            Finding(
                rule="communities_not_bridged",
                severity=severity_of(
                    thresholds, members=len(group), key_subject=not key.isdisjoint(actors.ids[one] for one in group)
                ),
                subjects=(Subject("actor", actors.ids[centre], actors.names[centre]),),
                evidence={
                    "members": len(group),
                    "ties_to_others": outside[part],
                    "most_ties_to_one": thresholds.community_ties,
                    "communities": len(found.groups),
                    "modularity": found.modularity,
                    "stability": None if found.stability is None else found.stability.adjusted_rand,
                },
                parameters={
                    "name": actors.names[centre],
                    "members": len(group),
                    "count": outside[part],
                    "most": thresholds.community_ties,
                },
                members_affected=len(group),
            )
        )
    return told


def _is_stable(found: Communities, thresholds: Thresholds) -> bool:
    """Whether the runs agree on the borders; a division that was made once is taken as it is."""
    agreed = found.stability
    least = thresholds.community_stability
    return agreed is None or min(agreed.adjusted_rand, agreed.normalised_mutual_information) >= least


def bridged_parts(found: Communities, between: Sequence[CommunityPair], thresholds: Thresholds) -> list[int]:
    """Of each community: the first of those with which it is bridged, however indirectly."""
    bridged = ((pair.first, pair.second) for pair in between if pair.ties > thresholds.community_ties)
    return _joined(range(len(found.groups)), bridged)


def _ties_outside(between: Sequence[CommunityPair], parts: Sequence[int]) -> dict[int, int]:
    """Of each part: its ties to the others."""
    ties: dict[int, int] = defaultdict(int)
    for pair in between:
        if parts[pair.first] != parts[pair.second]:
            ties[parts[pair.first]] += pair.ties
            ties[parts[pair.second]] += pair.ties
    return ties


def _ties_inside(snapshot: Snapshot, parts: Sequence[int]) -> list[int]:
    """Of each actor: its ties to others of its part."""
    ties, edges = [0] * len(parts), snapshot.undirected
    for one, other in zip(edges.source.tolist(), edges.target.tolist(), strict=True):
        if parts[one] == parts[other]:
            ties[one] += 1
            ties[other] += 1
    return ties


def _joined(communities: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Of each community: the first of those it is joined with, however indirectly."""
    first = list(communities)

    def root(one: int) -> int:
        while first[one] != one:
            first[one] = first[first[one]]
            one = first[one]
        return one

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return [root(one) for one in first]
