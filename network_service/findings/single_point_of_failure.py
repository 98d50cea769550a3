"""Rule: an actor without whom others would be cut off from the rest."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from network_service.domain.thai.sorting import sort_key
from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.sectors import in_vocabulary_order, members_by_sector
from network_service.findings.severity import STEP_LINKERS, key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def single_point_of_failure(snapshot: Snapshot, measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each articulation point of U, with those who would be cut off if it went.

    Cut off are those who no longer reach the largest remaining part of its component. The actor itself is not among
    them: its loss comes on top.

    Affected: those cut off. Critical where they are more than `cut_off_share` of all actors, or where every other
    member of a required sector is among them (case `whole_sector`; step 2: no sector hangs on one articulation point,
    and while a member of unknown sector is left, nobody can say so). Major where the actor is a linker or a manager,
    one speaks for it, or three or more are cut off; else minor.
    """
    actors, key = snapshot.actors, key_actors(snapshot)
    members, rank = members_by_sector(snapshot), _dictionary_rank(actors.names)
    found = []
    for point in measures.articulation_points.points:
        place, cut = point.actor, tuple(point.cut_off)
        share = len(cut) / len(actors)
        sectors = _whole_sectors(snapshot.actors.sectors, members, place, cut) & thresholds.required_sectors
        gate = STEP_LINKERS if sectors else None
        first = nsmallest(thresholds.names_listed, cut, key=rank.__getitem__)
        found.append(
            Finding(
                rule="single_point_of_failure",
                severity=severity_of(
                    thresholds, members=len(cut), key_subject=actors.ids[place] in key, gate=gate, cut_off=share
                ),
                subjects=(Subject("actor", actors.ids[place], actors.names[place]),),
                evidence={
                    "cut_off": len(cut),
                    "share": share,
                    "actors": len(actors),
                    "sectors_cut_off": in_vocabulary_order(sectors),
                    "gate": gate,
                },
                parameters={
                    "name": actors.names[place],
                    "count": len(cut),
                    "sectors": in_vocabulary_order(sectors),
                    "names": tuple(actors.names[other] for other in first),
                    "names_more": len(cut) - len(first),
                },
                members_affected=len(cut),
                case="whole_sector" if sectors else None,
            )
        )
    return found


def _dictionary_rank(names: Sequence[str]) -> list[int]:
    """Place of each actor in the order of the Thai dictionary: sorted once, as long chains cut off many."""
    rank = [0] * len(names)
    for number, place in enumerate(sorted(range(len(names)), key=lambda place: sort_key(names[place]))):
        rank[place] = number
    return rank


def _whole_sectors(
    sectors: Sequence[str | None], members: Mapping[str, int], actor: int, cut: Sequence[int]
) -> frozenset[str]:
    """The sectors all of whose other members are cut off; none while the sector of somebody left is not known."""
    cut_off = Counter(sectors[place] for place in cut)
    own = sectors[actor]
    if cut_off[None] + (own is None) < sectors.count(None):
        return frozenset()
    return frozenset(
        sector for sector in cut_off.keys() - {None} if sector and cut_off[sector] + (sector == own) == members[sector]
    )
