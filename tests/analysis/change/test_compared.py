"""Why two snapshots may differ is said by their days, revisions and lenses."""

from dataclasses import replace
from datetime import date

import pytest

from network_service.analysis.change.compared import Cause, compared
from tests.analysis.change.hand import shown

DAY, LATER = date(2026, 1, 15), date(2026, 2, 15)


@pytest.mark.parametrize(
    ("day", "revision", "cause"),
    [(DAY, 1, Cause.NOTHING), (LATER, 1, Cause.WORLD), (DAY, 2, Cause.RECORDS), (LATER, 2, Cause.BOTH)],
)
def test_another_day_is_the_world_and_another_revision_the_records(day: date, revision: int, cause: Cause):
    told = compared(shown("g1", day=DAY), shown("g1", day=day, revision=revision))
    assert (told.cause, told.days, told.revisions) == (cause, (DAY, day), (1, revision))
    assert told.lens_differs == ()


def test_what_else_of_the_lens_differs_is_named():
    before = shown("g1")
    after = replace(before, lens=before.lens.model_copy(update={"minimum_strength": 3, "as_of": LATER}))
    assert compared(before, after).lens_differs == ("minimum_strength",)
