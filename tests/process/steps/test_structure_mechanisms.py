"""Step 5, each condition: true, false, not known, at the standard and just beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from network_service.domain.vocabulary import BodyKind
from network_service.process.condition import Condition, Readiness
from network_service.process.judging import State
from network_service.process.steps.structure_mechanisms import structure_mechanisms
from network_service.snapshot.affairs.meetings import BodyAffairs
from network_service.snapshot.model import Seat
from tests.process.figures import Figures
from tests.process.hand import body, condition, order, seat, situation

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN
EXECUTIVE, SUPPORT = "executive_committee", "provincial_support_wg"


def judged(code: str, **more: object) -> Condition:
    return condition(structure_mechanisms(situation(**more)), code)  # type: ignore[arg-type]


def on(one: str, actors: str, first: str = "chair", second: str = "secretary") -> list[Seat]:
    """Seats for each of the actors, the first two in those roles."""
    roles = (first, second, *("member",) * 9)
    return [seat(one, actor, role, f"p-{actor}") for actor, role in zip(actors.split(), roles, strict=False)]


@pytest.mark.parametrize(("kinds", "state"), [(5, YES), (4, NO), (0, OPEN)])
def test_the_five_kinds_exist(kinds: int, state: State) -> None:
    found = judged("body_kinds", bodies=[body(kind, kind) for kind in list(BodyKind)[:kinds]])
    assert (found.state, found.value, found.threshold) == (state, kinds or None, 5)


@pytest.mark.parametrize(
    ("one", "instruments", "state"),
    [
        (body("q", EXECUTIVE, "1/2569"), (), YES),
        (body("q", EXECUTIVE, None, ["1"]), (order("1"),), YES),
        (body("q", EXECUTIVE), (order("1"),), NO),
        (body("q", EXECUTIVE), (), OPEN),
    ],
)
def test_a_body_has_an_order(one: BodyAffairs, instruments: Sequence[object], state: State) -> None:
    assert judged("body_orders", bodies=[one], instruments=instruments).state is state


def test_absence_of_an_order_answers_once_another_body_has_one() -> None:
    found = judged("body_orders", bodies=[body("q1", EXECUTIVE), body("q2", SUPPORT, "1/2569")])
    assert (found.state, found.value, found.threshold) == (NO, 1, 2)
    assert found.evidence["bodies_lacking"] == ("q1",)


@pytest.mark.parametrize(
    ("seats", "chair", "secretary"),
    [
        (on("q", "g1 b1"), YES, YES),
        (on("q", "g1 b1", second="assistant_secretary"), YES, NO),
        (on("q", "g1 b1", first="vice_chair"), NO, YES),
        (on("other", "g1 b1"), NO, NO),
        ([], OPEN, OPEN),
    ],
)
def test_a_body_has_chair_and_secretary(seats: list[Seat], chair: State, secretary: State) -> None:
    told = {"bodies": [body("q", EXECUTIVE)], "seats": seats}
    assert (judged("body_chairs", **told).state, judged("body_secretaries", **told).state) == (chair, secretary)


@pytest.mark.parametrize(
    ("kind", "actors", "state"),
    [
        (EXECUTIVE, "g1 b1 v1", YES),
        (EXECUTIVE, "g1 b1 b2", NO),
        (EXECUTIVE, "g1 b1 x1", OPEN),
        (EXECUTIVE, "g1 x1", NO),
        (SUPPORT, "g1 b1", YES),
        (SUPPORT, "g1 g2", NO),
        (SUPPORT, "g1 x1", OPEN),
    ],
)
def test_a_body_has_enough_sectors(kind: str, actors: str, state: State) -> None:
    assert judged("body_sectors", bodies=[body("q", kind)], seats=on("q", actors)).state is state


@pytest.mark.parametrize(
    ("met", "state"), [(date(2025, 7, 15), YES), (date(2025, 7, 14), NO), (date(2026, 1, 15), YES), (None, NO)]
)
def test_a_body_met_within_six_months(met: date | None, state: State) -> None:
    """Six months before 15 January 2026 is 15 July 2025."""
    bodies = [body("q", EXECUTIVE, met=met), body("q2", SUPPORT, met=date(2026, 1, 1))]
    found = judged("body_meetings", bodies=bodies)
    assert (found.state, found.evidence["bodies_lacking"]) == (state, ("q",) if state is NO else ())


def test_that_no_meeting_is_recorded_anywhere_is_no_answer() -> None:
    assert judged("body_meetings", bodies=[body("q", EXECUTIVE)]).state is OPEN


def test_of_two_bodies_of_a_kind_the_one_that_lacks_less_stands_for_it() -> None:
    whole, bare = body("q2", EXECUTIVE, "1/2569", met=date(2026, 1, 1)), body("q1", EXECUTIVE)
    told = {"bodies": [bare, whole], "seats": on("q2", "g1 b1 v1")}
    assert {one.state for one in structure_mechanisms(situation(**told)).conditions[1:6]} == {YES}


@pytest.mark.parametrize(
    ("groups", "people", "state", "value"),
    [
        ((frozenset("qr"),), 0, YES, 1),
        ((frozenset("q"), frozenset("r")), 5, NO, 2),
        ((frozenset("q"), frozenset("r")), 3, NO, 2),
        ((frozenset("q"), frozenset("r")), 2, OPEN, None),
        (None, 5, OPEN, None),
    ],
)
def test_bodies_are_joined(
    groups: tuple[frozenset[str], ...] | None, people: int, state: State, value: int | None
) -> None:
    seats = [seat("q", f"g{one}", person=f"p{one}") for one in range(5)]
    seats = [one if place < people else replace(one, person=None) for place, one in enumerate(seats)]
    found = judged(
        "bodies_joined",
        bodies=[body("q", EXECUTIVE), body("r", SUPPORT)],
        seats=seats,
        figures=Figures(body_groups=groups),
    )
    assert (found.state, found.value) == (state, value)


@pytest.mark.parametrize(
    ("bodies", "unknown", "state", "value"),
    [(3, 0, YES, 3), (4, 0, NO, 4), (3, 2, YES, 3), (3, 3, OPEN, None), (4, 9, NO, 4), (0, 0, OPEN, None)],
)
def test_nobody_sits_on_more_than_three_bodies(bodies: int, unknown: int, state: State, value: int | None) -> None:
    seats = [seat(f"q{one}", "g1", person="p") for one in range(bodies)]
    twice = [replace(one, role="secretary") for one in seats[:1]]
    hidden = [replace(seat(f"r{one}", "g1"), person=None) for one in range(unknown)]
    found = judged("bodies_per_person", seats=[*seats, *hidden, *(twice if not unknown else [])])
    assert (found.state, found.value) == (state, value)
    assert found.evidence["people_over"] == (("p",) if state is NO else ())


def test_the_step_is_ready_when_all_hold_and_not_known_of_nobody() -> None:
    kinds = list(BodyKind)
    whole = situation(
        bodies=[body(kind, kind, "1/2569", met=date(2026, 1, 1)) for kind in kinds],
        seats=[one for kind in kinds for one in on(kind, "g1 b1 v1")],
        figures=Figures(body_groups=(frozenset(kinds),)),
    )
    over = structure_mechanisms(whole)
    assert [one.code for one in over.failing] == ["bodies_per_person"], "each of the three sits on all five"
    apart = [replace(one, person=f"{one.person} {one.body}") for one in whole.snapshot.seats]
    ready = replace(whole, snapshot=replace(whole.snapshot, seats=tuple(apart)))
    assert structure_mechanisms(ready).state is Readiness.READY
    nobody = structure_mechanisms(situation())
    assert (nobody.state, {one.value for one in nobody.conditions}) == (Readiness.UNKNOWN, {None})
