"""How pressing a finding is, by one rule for all.

`critical`: a condition of a building step (domain dictionary 2.4) fails because of it, whatever the data not known
today turn out to be, or more than `cut_off_share` of all actors are cut off. `major`: a required sector, a body, a
linker or a manager is the subject, or at least `members_for_major` members are affected. `minor`: all else. Each rule
says in its docstring which condition of which step it stands for; the evidence names that step as `gate` where it
fails.
"""

from network_service.findings.finding import Severity
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Linker, Manager, Snapshot

STEP_COMPOSITION = "define_composition"
"""Building step 1."""
STEP_LINKERS = "identify_linkers"
"""Building step 2."""
STEP_MANAGER = "designate_network_manager"
"""Building step 3."""
STEP_STRUCTURE = "structure_mechanisms"
"""Building step 5."""


def severity_of(
    thresholds: Thresholds, *, members: int, key_subject: bool = False, gate: str | None = None, cut_off: float = 0.0
) -> Severity:
    """Severity by members affected, whether the subject is a key one, the gate that fails and the share cut off."""
    if gate is not None or cut_off > thresholds.cut_off_share:
        return Severity.CRITICAL
    if key_subject or members >= thresholds.members_for_major:
        return Severity.MAJOR
    return Severity.MINOR


def severity_of_sector(thresholds: Thresholds, sector: str, *, members: int, gate: str | None = None) -> Severity:
    """Severity where a sector is the subject: one that is present but not required is minor, whatever its size.

    The steps ask for the required sectors only; the other ones are worth a look, and hold nothing back.
    """
    if sector not in thresholds.required_sectors:
        return Severity.MINOR
    return severity_of(thresholds, members=members, key_subject=True, gate=gate)


def key_actors(snapshot: Snapshot) -> frozenset[str]:
    """Ids of the actors that are a linker or a manager, or that one speaks for."""
    roles: tuple[Linker | Manager, ...] = (*snapshot.linkers, *snapshot.managers)
    return frozenset(role.id for role in roles) | frozenset(role.actor for role in roles if role.actor is not None)
