"""Rule: a designated linker who is tied to another sector, and yet brings nobody together."""

from collections import defaultdict

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.acting import Acting, judged_linkers
from network_service.snapshot.model import Snapshot


def linker_not_brokering(snapshot: Snapshot, measures: MeasuredInDepth, thresholds: Thresholds) -> list[Finding]:
    """One finding for each designated linker who acts but whose actor is on no way between members of two sectors.

    Brokerage is M7: ways i, v, j in D that no tie from i to j shortens, with v as gatekeeper, representative or
    liaison. Who has no tie to another sector at all is told by `linker_not_acting`. Who links several groups brokers
    where it brokers for one of them; where that of one is not known, as its sector is not, nothing is said; nor while
    no collaboration is declared. Partners of unknown sector, with whom it may broker, are counted and said.

    Affected: 1, the actor the linker speaks for. Major, as a linker is the subject; never critical, as step 2 asks for
    a tie to another sector and no more.
    """
    if not len(snapshot.directed):
        return []
    actors, across = snapshot.actors, measures.brokerage.across
    speaks_for: dict[str, set[str | None]] = defaultdict(set)
    for linker in snapshot.linkers:
        speaks_for[linker.id].add(linker.actor)
    unknown = _partners_of_unknown_sector(snapshot)
    found = []
    for linker, state in judged_linkers(snapshot):
        places = [actors.index.get(actor or "") for actor in speaks_for[linker.id]]
        held = [None if place is None else across[place] for place in places]
        own = actors.index.get(linker.actor or "")
        if state is not Acting.YES or own is None or any(count != 0 for count in held):
            continue
        found.append(
            Finding(
                rule="linker_not_brokering",
                severity=severity_of(thresholds, members=1, key_subject=True),
                subjects=(Subject("person" if linker.kind == "person" else "actor", linker.id, linker.name),),
                evidence={
                    "paths_across": 0,
                    "ties": snapshot.undirected_degrees[own],
                    "partners_sector_not_known": unknown[own],
                },
                parameters={"name": linker.name, "actor": actors.names[own], "unknown": unknown[own]},
                members_affected=1,
                case="person" if linker.actor != linker.id else None,
            )
        )
    return found


def _partners_of_unknown_sector(snapshot: Snapshot) -> list[int]:
    """Of each actor: those it has a declared tie with whose sector is not known."""
    sectors, arcs = snapshot.actors.sectors, snapshot.directed
    partners: list[set[int]] = [set() for _ in sectors]
    for one, other in zip(arcs.source.tolist(), arcs.target.tolist(), strict=True):
        if sectors[other] is None:
            partners[one].add(other)
        if sectors[one] is None:
            partners[other].add(one)
    return [len(found) for found in partners]
