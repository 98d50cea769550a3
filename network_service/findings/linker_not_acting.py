"""Rule: a designated linker without a recorded tie to another sector."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.severity import STEP_LINKERS, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.acting import Acting, judged_linkers
from network_service.snapshot.model import Linker, Snapshot


def linker_not_acting(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each designated linker, person or organisation, whose actor has no tie in U to another sector.

    A person's ties are those of the actor it speaks for. Where that actor is not known (`actor_not_known`), is no
    member the lens shows (`actor_not_shown`), or a sector that would decide is not known (`sector_not_known`), the
    finding says just that, and never that there are no ties. Who links several groups acts where it acts for one of
    them.

    Nothing is said while no tie is recorded at all.

    Affected: 1, the actor the linker speaks for (0 where it is not known). Major, as a linker is the subject; critical
    where step 2 fails, which asks that `acting_linkers_share` of the linkers act: when fewer do even if all those who
    cannot be judged were acting.
    """
    judged = judged_linkers(snapshot) if len(snapshot.undirected) else []
    idle = sum(state is Acting.NO for _, state in judged)
    fails = len(judged) - idle < thresholds.acting_linkers_share * len(judged)
    found = []
    for linker, state in judged:
        if state is Acting.YES:
            continue
        gate = STEP_LINKERS if state is Acting.NO and fails else None
        found.append(
            Finding(
                rule="linker_not_acting",
                severity=severity_of(thresholds, members=1, key_subject=True, gate=gate),
                subjects=(_subject(linker),),
                evidence={
                    "cross_sector_ties": 0 if state is Acting.NO else None,
                    "linkers": len(judged),
                    "linkers_not_acting": idle,
                    "gate": gate,
                },
                parameters={"name": linker.name, "actor": _actor_name(linker, snapshot)},
                members_affected=0 if state is Acting.ACTOR_NOT_KNOWN else 1,
                case=_case(linker, state),
            )
        )
    return found


def _subject(linker: Linker) -> Subject:
    """The linker itself, whichever actor it speaks for today: the matter is followed by who was designated."""
    return Subject("person" if linker.kind == "person" else "actor", linker.id, linker.name)


def _case(linker: Linker, state: Acting) -> str | None:
    """Which of the sentences a linker calls for; one who speaks for another actor than itself has that actor named."""
    if state is not Acting.NO:
        return state.value
    return "person" if linker.actor != linker.id else None


def _actor_name(linker: Linker, snapshot: Snapshot) -> str | None:
    """Name of the actor a linker speaks for, where the lens shows it."""
    place = snapshot.actors.index.get(linker.actor or "")
    return None if place is None else snapshot.actors.names[place]
