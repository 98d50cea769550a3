"""Step 2, each condition: true, false, not known, at the standard and just beside it."""

from dataclasses import replace

import pytest

from network_service.process.condition import Condition, Readiness
from network_service.process.judging import State
from network_service.process.steps.identify_linkers import identify_linkers
from network_service.snapshot.model import Linker
from tests.process.figures import Figures
from tests.process.hand import actor, condition, linker, situation

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN


def judged(code: str, *told: str, **more: object) -> Condition:
    return condition(identify_linkers(situation(*told, **more)), code)  # type: ignore[arg-type]


NOWHERE = replace(linker("g9", person="p9"), links="z", sector=None, actor=None)


@pytest.mark.parametrize(
    ("actors", "linkers", "state", "value"),
    [
        ("g1 b1", (linker("g1"), linker("b1")), YES, 2),
        ("g1 b1", (linker("g1"),), NO, 1),
        ("g1 b1", (linker("g1"), linker("b1", accepted=False)), NO, 1),
        ("g1 b1 c1", (linker("g1"), linker("b1")), YES, 2),
        ("g1 b1", (linker("g1"), NOWHERE), OPEN, None),
        ("g1 b1 v1", (linker("g1"), NOWHERE), NO, 1),
        ("g1 b1", (linker("g1", accepted=False),), NO, 0),
        ("g1", (linker("g1", accepted=False),), OPEN, None),
        ("g1 b1", (), OPEN, None),
        ("c1", (linker("c1"),), OPEN, None),
        ("g1 x1", (linker("g1"),), OPEN, None),
        ("g1 x1", tuple(linker(one) for one in ["g1", "b1", "v1", "k1", "a1"]), YES, 1),
    ],
)
def test_each_required_sector_has_an_accepted_linker(
    actors: str, linkers: tuple[Linker, ...], state: State, value: int | None
) -> None:
    found = judged("linker_of_sectors", actors, linkers=linkers)
    assert (found.state, found.value) == (state, value)


@pytest.mark.parametrize(
    ("people", "linked", "state", "value"),
    [
        (6, "k1", YES, 1),
        (6, "g1", NO, 0),
        (5, "g1", YES, 0),
        (6, "", OPEN, None),
        (5, "", YES, 0),
        (0, "g1", OPEN, None),
    ],
)
def test_each_group_of_more_people_than_the_standard_has_a_linker(
    people: int, linked: str, state: State, value: int | None
) -> None:
    actors = [actor("g1"), actor("k1", level="group", people=people)]
    found = judged("linker_of_groups", "g1 k1", actors=actors, linkers=[linker(one) for one in linked.split()])
    assert (found.state, found.value) == (state, value)


def test_a_large_organisation_or_a_group_that_is_no_member_needs_none() -> None:
    actors = [actor("g1", people=90), actor("k1", level="group", people=90)]
    assert judged("linker_of_groups", "g1", actors=actors).state is YES


@pytest.mark.parametrize(
    ("acting", "idle", "unknown", "state"),
    [
        (4, 1, 0, YES),
        (3, 1, 0, NO),
        (4, 0, 1, YES),
        (3, 0, 1, OPEN),
        (3, 1, 1, OPEN),
        (3, 2, 1, NO),
        (0, 0, 0, OPEN),
        (0, 0, 1, OPEN),
    ],
)
def test_enough_linkers_act(acting: int, idle: int, unknown: int, state: State) -> None:
    linkers = [
        *(linker("g1", person=f"a{one}") for one in range(acting)),
        *(linker("v1", person=f"i{one}") for one in range(idle)),
        *(replace(linker("v1", person=f"u{one}"), actor=None) for one in range(unknown)),
    ]
    found = judged("linkers_act", "b1 g1 v1 v2", "b1-g1 v1-v2", linkers=linkers)
    assert found.state is state
    assert found.evidence["linkers_not_acting"] == tuple(f"i{one}" for one in range(idle))
    assert (found.value is None) == (state is OPEN)


@pytest.mark.parametrize(
    ("actors", "cut_off", "state", "value"),
    [
        ("g1 g2 k1 k2", {"g1": {"k1", "k2"}}, NO, 1),
        ("g1 g2 k1 k2", {"k1": {"k2"}}, NO, 1),
        ("g1 g2 k1 k2 k3", {"g1": {"k1", "k2"}}, YES, 0),
        ("g1 g2 k1 k2 x1", {"g1": {"k1", "k2"}}, OPEN, None),
        ("g1 g2 k1 k2 x1", {"g1": {"k1", "k2", "x1"}}, NO, 1),
        ("g1 k1 c1", {"g1": {"c1"}}, YES, 0),
        ("g1 g2 k1", {}, YES, 0),
    ],
)
def test_no_sector_hangs_on_one_point(
    actors: str, cut_off: dict[str, set[str]], state: State, value: int | None
) -> None:
    figures = Figures(cut_off={point: frozenset(cut) for point, cut in cut_off.items()})
    found = judged("sector_on_one_point", f"{actors} c8 c9", "c8-c9", figures=figures)
    assert (found.state, found.value) == (state, value)
    assert judged("sector_on_one_point", actors, figures=figures).state is OPEN, "no tie is recorded"


def test_nothing_recorded_is_not_known() -> None:
    step = identify_linkers(situation())
    assert (step.state, {one.value for one in step.conditions}) == (Readiness.UNKNOWN, {None})
