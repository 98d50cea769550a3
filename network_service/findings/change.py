"""Findings of two analyses compared: which opened, which closed, which are still open and how pressing they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from network_service.findings.finding import Finding, in_order


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A finding of the same rule and subjects in both; what it says of them may differ."""

    before: Finding
    after: Finding

    @property
    def severity_moved(self) -> bool:
        """Whether it is more or less pressing than it was."""
        return self.before.severity is not self.after.severity


@dataclass(frozen=True, slots=True)
class FindingsChange:
    """Findings of the later analysis alone, of the earlier alone, and of both, each the most pressing first."""

    opened: tuple[Finding, ...]
    closed: tuple[Finding, ...]
    still_open: tuple[StillOpen, ...]

    @property
    def moved(self) -> tuple[StillOpen, ...]:
        """Those still open of which the severity differs."""
        return tuple(one for one in self.still_open if one.severity_moved)

    @property
    def is_empty(self) -> bool:
        """Whether none opened, closed or moved."""
        return not (self.opened or self.closed or self.moved)


def compare_findings(before: Iterable[Finding], after: Iterable[Finding]) -> FindingsChange:
    """Findings followed by their id, rule and subjects, whatever their numbers are."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    return FindingsChange(
        opened=in_order(found for one, found in new.items() if one not in old),
        closed=in_order(found for one, found in old.items() if one not in new),
        still_open=tuple(StillOpen(old[one.id], one) for one in in_order(new.values()) if one.id in old),
    )
