"""The parties of an agreement must know three months before that it ends (source report 3.3.4(6))."""

from datetime import date

import pytest

from network_service.domain.identity import id_from_code
from network_service.domain.nodes import Agreement


def an_agreement(valid_to: date | None) -> Agreement:
    return Agreement.model_validate(
        {
            "id": id_from_code("TH-98", "A"),
            "province": "TH-98",
            "name": "ข้อตกลง",
            "agreement_kind": "mou",
            "valid_from": date(2025, 10, 1),
            "valid_to": valid_to,
        }
    )


@pytest.mark.parametrize(
    ("day", "ending"),
    [
        (date(2026, 7, 2), False),
        (date(2026, 7, 3), True),  # 90 days before 1 October: 29 of July's, 31, 30
        (date(2026, 9, 30), True),
        (date(2026, 10, 1), False),  # it has ended
    ],
)
def test_an_agreement_is_ending_from_90_days_before_its_last_day(day: date, ending: bool):
    assert an_agreement(date(2026, 10, 1)).is_ending(day) is ending


def test_an_agreement_without_an_end_is_never_ending():
    assert an_agreement(None).notice_due_on() is None
    assert not an_agreement(None).is_ending(date(2026, 7, 3))
