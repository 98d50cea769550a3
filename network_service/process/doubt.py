"""How far the ties that figures rest on can be trusted: who answered, who agrees, how old and known they are."""

from dataclasses import dataclass
from statistics import median

from network_service.process.calendar import years_since
from network_service.process.judging import share
from network_service.process.standards import Standards
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure beside the number of records it is of; `None` where there is no such record. `doubt.<code>` names it."""

    code: str
    value: float | None
    n: int

    @property
    def title(self) -> str:
        """Message code of what it is."""
        return f"doubt.{self.code}"


def doubts(snapshot: Snapshot, affairs: Affairs, standards: Standards) -> tuple[Doubt, ...]:
    """What to say beside every figure that rests on ties of collaboration between the members shown.

    `response_rate`: members who declared a tie of their own; one that another declared mutual is the other's word.
    `one_sided`: of the pairs both of whose ends declared something, those that only one end declared. `age_years`:
    median age of the ties whose first day is known. `unverified_ties`: ties whose declarer nobody has checked for
    `stale_days`, or ever. `unknown_strength`: ties without a frequency. `unverified_members`: members whose
    own record nobody has checked so.
    """
    members = frozenset(snapshot.actors.ids)
    ties = [one for one in affairs.collaboration if one.source in members and one.target in members]
    answered = {one.source for one in affairs.collaboration} & members
    by_both, by_one = told_pairs(snapshot, affairs)
    pairs = len(by_both) + len(by_one)
    ages = [years_since(affairs.as_of, one.since) for one in ties if one.since is not None]
    stale = _stale(affairs, standards) & members
    return (
        Doubt("response_rate", share(len(answered), len(members)), len(members)),
        Doubt("one_sided", share(len(by_one), pairs), pairs),
        Doubt("age_years", median(ages) if ages else None, len(ages)),
        Doubt("unverified_ties", share(sum(one.source in stale for one in ties), len(ties)), len(ties)),
        Doubt("unknown_strength", share(sum(one.frequency is None for one in ties), len(ties)), len(ties)),
        Doubt("unverified_members", share(len(stale), len(members)), len(members)),
    )


def told_pairs(snapshot: Snapshot, affairs: Affairs) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs of members both of whom declared something: those tied by both's word, and those by one's alone."""
    members = snapshot.actors.index.keys()
    # Who declares a tie to somebody the lens hides has answered all the same.
    answered = {one.source for one in affairs.collaboration} & members
    ties = [one for one in affairs.collaboration if one.source in answered and one.target in answered]
    declared = {(one.source, one.target) for one in ties}
    declared |= {(one.target, one.source) for one in ties if one.mutual}
    pairs = {(min(pair), max(pair)) for pair in declared}
    by_both = {(one, other) for one, other in pairs if (one, other) in declared and (other, one) in declared}
    return by_both, pairs - by_both


def _stale(affairs: Affairs, standards: Standards) -> frozenset[str]:
    """Actors and people whose record nobody has checked for too long, or ever."""
    checked = {one.id: one.last_verified_on for one in affairs.actors}
    checked |= {one.id: one.last_verified_on for one in affairs.people}
    return frozenset(
        one for one, day in checked.items() if day is None or (affairs.as_of - day).days > standards.stale_days
    )
