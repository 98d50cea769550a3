from datetime import date

import pytest

from network_service.findings.ending import ends_within, last_day
from tests.findings.affairs import in_days
from tests.process.hand import TODAY


@pytest.mark.parametrize(("days", "soon"), [(0, False), (1, True), (90, True), (91, False), (-5, False)])
def test_what_still_holds_and_ends_in_time_ends_soon(days: int, soon: bool) -> None:
    assert ends_within(90, in_days(days), TODAY) is soon


def test_what_has_no_end_does_not_end_soon() -> None:
    assert not ends_within(90, None, TODAY)


def test_the_last_day_is_the_one_before_it_no_longer_holds() -> None:
    assert last_day(date(2026, 3, 1)) == date(2026, 2, 28)
