"""Who is a member of what: the status, the paper that certified it, and since when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from network_service.domain.vocabulary import ACTIVE_STATUSES
from network_service.snapshot.affairs.held import Held, day


@dataclass(frozen=True, slots=True)
class Membership:
    """A membership of the province network, a sub-network or a community of practice (`of`).

    `member` is the person, group or organisation that is the member, `level` which of these it is.
    """

    member: str
    level: str
    of: str
    status: str
    certified_by: str | None
    since: date | None

    @property
    def active(self) -> bool:
        """Whether it counts: self-declared or certified."""
        return self.status in ACTIVE_STATUSES


def read_memberships(held: Held, of: Collection[str]) -> tuple[Membership, ...]:
    """All memberships of those networks and communities, ordered by what they are of, then by member."""
    rows = held.between("member_of", ["status", "certified_by", "valid_from"], of)
    found = [
        Membership(member, held.standing.kind_of(member), network, status, paper, day(since))
        for member, network, status, paper, since in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.of, one.member, one.status, one.since or date.min)))
