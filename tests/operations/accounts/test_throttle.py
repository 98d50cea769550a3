"""How tries wait, for any history of tries: five and a few in a quarter of an hour, and never for ever."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.operations.accounts.throttle import one_more, seconds_left

START = datetime(2026, 10, 1, 2, 30, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
SECONDS = st.lists(st.integers(0, 1_500), max_size=80)


def let_through(gaps: list[int], free: int) -> list[datetime]:
    """When tries at these gaps in seconds were let through."""
    tries, now, through = None, START, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        if seconds_left(tries, now, free) == 0:
            tries = one_more(tries, now, free)
            through.append(now)
    return through


def test_five_are_free_and_waits_double_up_to_a_quarter_of_an_hour():
    tries, now, waits = None, START, []
    for _ in range(12):
        tries = one_more(tries, now)
        waits.append(seconds_left(tries, now))
        now += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 0, 0, 60, 120, 240, 480, 900, 900, 900, 900]


@given(SECONDS)
def test_a_guesser_has_nine_tries_in_any_quarter_of_an_hour_however_they_come(gaps: list[int]):
    through = let_through(gaps, 5)
    for first in through:
        assert sum(first <= one < first + QUARTER for one in through) <= 9


def test_a_tireless_guesser_has_at_most_a_hundred_and_ten_tries_in_a_day():
    through = let_through([1] * 86_400, 5)
    assert 96 <= len(through) <= 110


@given(SECONDS, st.sampled_from([2, 5]))
def test_nobody_waits_more_than_a_quarter_of_an_hour_and_whoever_never_failed_not_at_all(gaps: list[int], free: int):
    assert seconds_left(None, START, free) == 0
    tries, now = None, START
    for gap in gaps:
        now += timedelta(seconds=gap)
        if seconds_left(tries, now, free) == 0:
            tries = one_more(tries, now, free)
        assert 0 <= seconds_left(tries, now, free) <= 900
    if tries:
        assert seconds_left(tries, tries.last_on + QUARTER, free) == 0


@pytest.mark.parametrize(("rest", "left"), [(timedelta(minutes=30), 0), (timedelta(minutes=28), 900)])
def test_tries_are_forgotten_a_quarter_of_an_hour_after_their_wait(rest: timedelta, left: int):
    tries, now = None, START
    for _ in range(9):
        now += QUARTER / 2
        tries = one_more(tries, now)
    now += rest
    assert seconds_left(one_more(tries, now), now) == left
