from datetime import date

import pytest

from network_service.process.calendar import months_before, year_judged, years_since


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 10, 1), 6, date(2026, 4, 1)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 12, date(2025, 1, 15)),
        (date(2026, 1, 15), 25, date(2023, 12, 15)),
    ],
)
def test_so_many_months_earlier(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_the_fiscal_year_judged_is_that_of_the_day_once_something_was_decided_in_it() -> None:
    october = date(2026, 10, 1)
    assert year_judged(october, [date(2026, 9, 30)]) == 2569
    assert year_judged(october, [date(2026, 9, 30), october]) == 2570
    assert year_judged(october, [date(2026, 10, 2)]) == 2569, "tomorrow's decision is none yet"
    assert year_judged(october, []) == 2569


def test_years_are_of_days() -> None:
    assert years_since(date(2026, 1, 1), date(2022, 1, 1)) == pytest.approx(4.0, abs=0.001)
