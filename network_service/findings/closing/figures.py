"""The figures that are told before and after a tie is made, none of which takes long but the last."""

from collections.abc import Mapping
from typing import TypeAlias

from network_service.analysis.brokerage import brokerage
from network_service.analysis.closeness import distances
from network_service.analysis.connectivity import CutPoints, components
from network_service.analysis.mixing import e_i_index, sector_pair_coverage
from network_service.findings.closing.ground import Ground
from network_service.findings.finding import Finding
from network_service.snapshot.model import Snapshot

Figures: TypeAlias = Mapping[str, float | int | None]
"""Figures by name, in the order in which they are told; `None` is not known. Names are messages `effect.figure.*`."""


def network_figures(snapshot: Snapshot, points: CutPoints) -> dict[str, float | int | None]:
    """Figures of the whole network: its parts, ties across sectors, and what hangs on one actor.

    `largest_cut_off` is the share of all actors that the worst articulation point cuts off. Cost: O(n + m).
    """
    parts, look = components(snapshot), e_i_index(snapshot)
    cut = max((len(point.cut_off) for point in points.points), default=0)
    return {
        "components": len(parts.parts),
        "isolates": len(parts.isolates),
        "sector_pairs_tied": sector_pair_coverage(snapshot).pairs.present,
        "largest_cut_off": cut / len(snapshot.actors) if len(snapshot.actors) else None,
        "inside_density": look.internal_density.value,
        "outside_density": look.external_density.value,
        "e_i_index": look.value,
    }


def efficiency(snapshot: Snapshot) -> float | None:
    """Global efficiency: mean of 1/distance over all pairs. Cost: O(n m)."""
    return distances(snapshot).lengths.global_efficiency.value


def own_figures(finding: Finding, ground: Ground, snapshot: Snapshot, points: CutPoints) -> dict[str, int | float]:
    """The figure that the finding itself is about, in the network as it is or as it would be."""
    subject = finding.subjects[0]
    match finding.rule:
        case "single_point_of_failure":
            place = snapshot.actors.index[subject.id]
            return {"cut_off_by_it": next((len(one.cut_off) for one in points.points if one.actor == place), 0)}
        case "sector_pair_without_ties" | "sector_pair_too_thin":
            pair = frozenset(one.id for one in finding.subjects)
            return {"ties_of_the_pair": _ties_between_sectors(snapshot, pair)}
        case "linker_not_brokering":
            broker = ground.place(subject)
            return {} if broker is None else {"paths_across": brokerage(snapshot).across[broker] or 0}
        case "manager_reach_too_short":
            manager = ground.place_of_manager(subject)
            return {} if manager is None else {"manager_reach": _reach(snapshot, manager)}
    return {}


def _ties_between_sectors(snapshot: Snapshot, pair: frozenset[str]) -> int:
    sectors, edges = snapshot.actors.sectors, snapshot.undirected
    ends = zip(edges.source.tolist(), edges.target.tolist(), strict=True)
    return sum(frozenset((sectors[one], sectors[other])) == pair for one, other in ends)


def _reach(snapshot: Snapshot, actor: int) -> float:
    """Share of the others within two steps."""
    edges = snapshot.undirected
    near = {actor}
    for _ in range(2):
        near |= {
            end
            for one, other in zip(edges.source.tolist(), edges.target.tolist(), strict=True)
            if one in near or other in near
            for end in (one, other)
        }
    return (len(near) - 1) / (len(snapshot.actors) - 1)
