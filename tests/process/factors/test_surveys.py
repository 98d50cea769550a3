"""The factors that surveys decide: leader, trust, culture."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from network_service.process.factor import Factor, Status
from network_service.process.factors.accepted_leader import accepted_leader
from network_service.process.factors.integrative_culture import integrative_culture
from network_service.process.factors.mutual_trust import mutual_trust
from network_service.snapshot.affairs.surroundings import RatingAffairs
from network_service.snapshot.affairs.work import ActivityAffairs
from tests.process.hand import activity, body, involved, plan, rating, seat, situation

FIVE = ("state", "business", "civil_society", "community", "academic")
STEERING = body("q", "steering_committee")


def acceptance(means: Mapping[str, float | None], **told: object) -> list[RatingAffairs]:
    return [rating("acceptance", mean, subject="L", rater_sector=one, **told) for one, mean in means.items()]  # type: ignore[arg-type]


def leader(ratings: list[RatingAffairs], role: str = "chair", person: str = "L") -> Factor:
    return accepted_leader(situation("g1", bodies=[STEERING], seats=[seat("q", "g1", role, person)], ratings=ratings))


@pytest.mark.parametrize(
    ("least", "score", "status"), [(3.8, 0.7, Status.MET), (3.7, 0.675, Status.PARTIAL), (2.5, 0.375, Status.UNMET)]
)
def test_acceptance_is_that_of_the_sector_that_accepts_least(least: float, score: float, status: Status) -> None:
    found = leader(acceptance(dict.fromkeys(FIVE, 4.9) | {"academic": least}))
    assert (found.score, found.status, found.evidence["sector"]) == (pytest.approx(score), status, "academic")


@pytest.mark.parametrize(
    "ratings",
    [
        acceptance(dict.fromkeys(FIVE[1:], 4.0)),
        acceptance(dict.fromkeys(FIVE, 4.0) | {"business": None}),
        acceptance(dict.fromkeys(FIVE, 4.0), raters=4),
        acceptance(dict.fromkeys(FIVE, 4.0), asked=None),
        acceptance(dict.fromkeys(FIVE, 4.0), raters=5, asked=9),
        [],
    ],
    ids=["a sector not asked", "no mean", "four raters", "asked not noted", "too few answered", "no survey"],
)
def test_acceptance_is_not_known_without_enough_answers_of_every_required_sector(ratings: list[RatingAffairs]) -> None:
    found = leader(ratings)
    assert (found.score, found.status) == (None, Status.UNKNOWN)


def test_acceptance_is_that_of_the_chair_of_the_steering_committee() -> None:
    ratings = acceptance(dict.fromkeys(FIVE, 4.0))
    assert leader(ratings).status is Status.MET
    assert leader(ratings, person="another").status is Status.UNKNOWN


def test_without_a_chair_the_leader_is_whom_the_newest_round_of_the_survey_names() -> None:
    ratings = acceptance(dict.fromkeys(FIVE, 4.0))
    assert leader(ratings, role="secretary").evidence["leaders"] == ("L",)
    assert leader(ratings, role="secretary").status is Status.MET
    several = [*ratings, replace(ratings[0], subject="M")]
    assert leader(several, role="secretary").status is Status.UNKNOWN, "two are named"
    older = [*ratings, replace(ratings[0], subject="M", survey_round="0", surveyed_on=date(2024, 6, 1))]
    assert leader(older, role="secretary").status is Status.MET
    assert leader([replace(one, subject=None) for one in ratings], role="secretary").status is Status.UNKNOWN


def test_the_newest_result_counts_even_where_an_older_one_had_more_answers() -> None:
    older = acceptance(dict.fromkeys(FIVE, 5.0))
    newer = acceptance({"state": 2.0}, surveyed_on=date(2025, 12, 1))
    assert leader([*newer, *older]).score == pytest.approx(0.25)


def trust(*cells: tuple[str, str, float | None, int]) -> Factor:
    ratings = [
        rating("trust", mean, raters, rater_sector=one, target_sector=other) for one, other, mean, raters in cells
    ]
    return mutual_trust(situation(ratings=ratings))


def test_trust_is_the_weighted_mean_less_half_of_the_gap() -> None:
    """10 x 4.0 inside, 10 x 3.0 across: mean 3.5, (3.5 - 1) / 4 = .625; gap 1.0 / 4, half of it .125."""
    found = trust(("state", "state", 4.0, 10), ("state", "business", 3.0, 10))
    assert (found.score, found.status) == (pytest.approx(0.5), Status.PARTIAL)


def test_more_trust_across_than_inside_takes_nothing_off_and_raters_weigh() -> None:
    ratings = [
        rating("trust", 3.0, 5, 5, rater_sector="state", target_sector="state"),
        rating("trust", 4.0, 15, 15, rater_sector="state", target_sector="business"),
    ]
    assert mutual_trust(situation(ratings=ratings)).score == pytest.approx((3.75 - 1) / 4)


@pytest.mark.parametrize(
    ("cells", "known"),
    [
        ([("state", "state", 4.0, 6), ("state", "business", 4.0, 6)], True),
        ([("state", "state", 4.0, 5), ("state", "business", 4.0, 6)], False),
        ([("state", "state", 4.0, 10), ("state", "business", None, 4)], False),
        ([("state", "state", 4.0, 10), ("state", "business", 4.0, 10), ("business", "state", None, 0)], True),
        ([("state", "state", 4.0, 10)], False),
        ([("state", "business", 4.0, 10)], False),
        ([], False),
    ],
    ids=["60 %", "55 %", "across without a mean", "one cell empty", "only inside", "only across", "no survey"],
)
def test_trust_needs_enough_answers_inside_and_across(
    cells: list[tuple[str, str, float | None, int]], known: bool
) -> None:
    assert (trust(*cells).status is not Status.UNKNOWN) == known


def test_trust_is_never_below_nothing() -> None:
    assert trust(("state", "state", 3.0, 10), ("state", "business", 1.0, 10)).score == pytest.approx(0.0)


def culture(mean: float | None, *works: object) -> Factor:
    ratings = [rating("culture", mean, rater_sector="state")] if mean else []
    activities = [one for one in works if isinstance(one, ActivityAffairs)]
    plans = [one for one in works if not isinstance(one, ActivityAffairs)]
    return integrative_culture(situation(ratings=ratings, activities=activities, plans=plans))


LATELY = date(2025, 6, 1)
SHARED = activity("s", held_on=LATELY, participants=involved("g1 b1 v1"))
ALONE = activity("a", held_on=LATELY, participants=involved("g1 g2 b1"))


def test_culture_is_the_survey_and_the_share_of_shared_work() -> None:
    """.6 x (3.0 - 1) / 4 + .4 x 1 / 2."""
    found = culture(3.0, SHARED, ALONE)
    assert (found.score, found.status) == (pytest.approx(0.5), Status.PARTIAL)
    assert found.evidence["work_of_few_sectors"] == ("a",)


@pytest.mark.parametrize(
    ("work", "counts"),
    [
        (activity("w", held_on=date(2025, 1, 15)), True),
        (activity("w", held_on=date(2025, 1, 14)), False),
        (activity("w", held_on=date(2026, 1, 16)), False),
        (activity("w", held_on=LATELY, status="cancelled"), False),
        (activity("w", status="in_execution"), True),
        (activity("w", status="planned"), False),
        (activity("w"), False),
        (plan("w", status="open"), True),
        (plan("w"), True),
        (plan("w", status="completed"), False),
        (plan("w", status="planned"), False),
    ],
)
def test_work_counts_while_it_is_under_way_or_held_this_year(work: object, counts: bool) -> None:
    assert culture(3.0, SHARED, work).evidence["work"] == 1 + counts


@pytest.mark.parametrize(("untold", "known"), [(2, True), (3, False)])
def test_work_of_which_no_participant_is_recorded_is_not_known(untold: int, known: bool) -> None:
    works = [SHARED, ALONE, activity("b", held_on=LATELY, participants=involved("g1"))]
    works += [activity(f"u{one}", held_on=LATELY, participants=involved("x1")) for one in range(untold)]
    assert (culture(3.0, *works).score is not None) == known


def test_culture_is_not_known_without_survey_or_without_work() -> None:
    assert culture(None, SHARED).status is Status.UNKNOWN
    assert culture(3.0).status is Status.UNKNOWN
