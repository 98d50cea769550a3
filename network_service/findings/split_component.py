"""Rule: a group of actors tied to each other but not to the largest part of the network."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.listing import listed
from network_service.findings.measured import Measured
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def split_component(snapshot: Snapshot, measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each component of U of two actors or more that is not the largest; its actors are the subjects.

    Of several largest the one with the lowest id counts as the main part. Affected: its actors. Critical where they are
    more than `cut_off_share` of all actors, for then so many are cut off; major where a linker or a manager is among
    them or they are three or more; else minor.
    """
    actors, key = snapshot.actors, key_actors(snapshot)
    groups = [tuple(actors.ids[place] for place in component) for component in measures.components.parts]
    groups.sort(key=lambda group: (-len(group), min(group)))
    found = []
    for group in groups[1:]:
        if len(group) < 2:
            continue
        subjects = tuple(Subject("actor", actor, actors.names[actors.index[actor]]) for actor in sorted(group))
        share = len(group) / len(actors)
        found.append(
            Finding(
                rule="split_component",
                severity=severity_of(
                    thresholds, members=len(group), key_subject=not key.isdisjoint(group), cut_off=share
                ),
                subjects=subjects,
                evidence={"actors": len(group), "share": share, "largest_component": len(groups[0])},
                parameters={
                    "count": len(group),
                    "main": len(groups[0]),
                    **listed("names", (subject.name for subject in subjects), thresholds.names_listed),
                },
                members_affected=len(group),
            )
        )
    return found
