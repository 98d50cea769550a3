"""What was compared with what, and so why anything differs: the world, the records, or the way of looking."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from network_service.snapshot.model import Snapshot

_NOT_WAY_OF_LOOKING = frozenset({"as_of", "revision"})


class Cause(StrEnum):
    """Why two snapshots may differ; `compare.cause.<code>` is the sentence."""

    WORLD = "world"
    """Another day, the same revision: what differs began, ended or changed in the world between the days."""
    RECORDS = "records"
    """The same day, another revision: the world of that day is one; it was entered, corrected or removed since."""
    BOTH = "both"
    """Another day and another revision: which of the two a difference is due to cannot be told."""
    NOTHING = "nothing"
    """The same day and revision: only the way of looking can differ."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Days, revisions and hashes of the two, and what of the lens differs besides.

    Where `lens_differs` names anything, that alone may account for all differences.
    """

    days: tuple[date, date]
    revisions: tuple[int, int]
    hashes: tuple[str, str]
    lens_differs: tuple[str, ...]

    @property
    def cause(self) -> Cause:
        """Why anything differs, the lens aside."""
        day, revision = self.days[0] != self.days[1], self.revisions[0] != self.revisions[1]
        if day and revision:
            return Cause.BOTH
        return Cause.WORLD if day else Cause.RECORDS if revision else Cause.NOTHING


def compared(before: Snapshot, after: Snapshot) -> Compared:
    """What the two were made from."""
    one, other = before.lens.model_dump(), after.lens.model_dump()
    return Compared(
        days=(before.as_of, after.as_of),
        revisions=(before.revision, after.revision),
        hashes=(before.content_hash, after.content_hash),
        lens_differs=tuple(name for name in one if name not in _NOT_WAY_OF_LOOKING and one[name] != other[name]),
    )
