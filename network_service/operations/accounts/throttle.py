"""How often a sign-in may be tried: some tries are free, then each waits longer than the last, never for ever."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE = 5
"""Tries of one account from one address before the first wait."""
FREE_UNDER_ATTACK = 2
"""The same while the account is tried from everywhere: an address that never failed has its try even then."""
ATTACK = 50
"""Failures of one account within the window, from all addresses together, that are called an attack."""
WINDOW = timedelta(minutes=15)
"""How long tries are remembered, after the last or after its wait."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
"""Waits double from the first to the longest. No account is ever closed: that would let a stranger close it."""

_DOUBLINGS = 10  # the longest wait is reached after four; more would only make large numbers


@dataclass(frozen=True, slots=True)
class Tries:
    """Tries of one account from one address, without one that was right; `last_on` is the latest."""

    count: int
    last_on: datetime

    def wait(self, free: int) -> timedelta:
        """From the last try to the next that is let through."""
        if self.count < free:
            return timedelta()
        doublings: int = min(self.count - free, _DOUBLINGS)
        return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)

    def forgotten_on(self, free: int) -> datetime:
        """When these tries count no more."""
        return self.last_on + self.wait(free) + WINDOW


def seconds_left(tries: Tries | None, now: datetime, free: int = FREE) -> float:
    """How long until the next try; 0 where it may be made now."""
    if tries is None:
        return 0.0
    return max(0.0, (tries.last_on + tries.wait(free) - now).total_seconds())


def one_more(tries: Tries | None, now: datetime, free: int = FREE) -> Tries:
    """The tries with one made now."""
    if tries is None or now >= tries.forgotten_on(free):
        return Tries(1, now)
    return Tries(tries.count + 1, now)
