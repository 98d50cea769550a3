"""Step 3, each condition: true, false, not known, at the standard and just beside it."""

import pytest

from network_service.process.condition import Condition, Readiness
from network_service.process.judging import State
from network_service.process.steps.designate_network_manager import designate_network_manager
from network_service.snapshot.model import Manager
from tests.process.figures import Figures
from tests.process.hand import condition, manager, situation

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN


def judged(code: str, *told: str, **more: object) -> Condition:
    return condition(designate_network_manager(situation(*told, **more)), code)  # type: ignore[arg-type]


OTHER_LEAD = manager("g1", person="p2")
DEPUTY = manager("g1", "deputy", person="p3")
OF_A_PART = manager("g1", network="sub", person="p4")


@pytest.mark.parametrize(
    ("managers", "state", "leads"),
    [
        ((manager("g1"),), YES, 1),
        ((manager("g1"), OF_A_PART, DEPUTY), YES, 1),
        ((manager("g1"), OTHER_LEAD), NO, 2),
        ((DEPUTY,), NO, 0),
        ((OF_A_PART,), NO, 0),
        ((), OPEN, None),
    ],
)
def test_one_lead_manager(managers: tuple[Manager, ...], state: State, leads: int | None) -> None:
    found = judged("one_lead_manager", "g1", managers=managers)
    assert (found.state, found.value) == (state, leads)


@pytest.mark.parametrize(("reach", "state"), [(0.8, YES), (0.79, NO), (1.0, YES), (None, OPEN)])
def test_manager_reach(reach: float | None, state: State) -> None:
    figures = Figures(reach_2={"g1": reach})
    found = judged("manager_reach", "g1 b1", "g1-b1", managers=(manager("g1"),), figures=figures)
    assert (found.state, found.value) == (state, reach)


@pytest.mark.parametrize("code", ["manager_reach", "manager_sectors"])
def test_while_no_tie_is_recorded_reach_and_sectors_are_not_known(code: str) -> None:
    found = judged(code, "g1 b1", managers=(manager("g1"),), figures=Figures(reach_2={"g1": 0.0}))
    assert (found.state, found.value) == (OPEN, None)


@pytest.mark.parametrize("managers", [(), (manager(None),), (manager("g9"),), (manager("g1"), OTHER_LEAD)])
def test_reach_and_sectors_of_whom_nobody_knows_are_not_known(managers: tuple[Manager, ...]) -> None:
    for code in ("manager_reach", "manager_sectors"):
        found = judged(code, "g1 b1", "g1-b1", managers=managers, figures=Figures(reach_2={"g1": 1.0}))
        assert (found.state, found.value) == (OPEN, None)


@pytest.mark.parametrize(
    ("ties", "state", "value"),
    [
        ("b1 v1 k1", YES, 3),
        ("b1 v1 g2", NO, 2),
        ("b1 v1 x1", OPEN, None),
        ("b1 x1", NO, 1),
        ("b1 x1 x2", OPEN, None),
        ("", NO, 0),
    ],
)
def test_manager_is_tied_to_other_sectors(ties: str, state: State, value: int | None) -> None:
    actors = "b1 g1 g2 k1 v1 x1 x2"
    told = " ".join(["b1-v1", *(f"g1-{one}" for one in ties.split())])
    found = judged("manager_sectors", actors, told, managers=(manager("g1"),))
    assert (found.state, found.value) == (state, value)


@pytest.mark.parametrize(
    ("ties", "state"), [("x1-b1 x1-v1 x1-k1 x1-a1", YES), ("x1-b1 x1-v1 x1-k1", OPEN), ("x1-b1", NO)]
)
def test_one_of_those_around_may_be_its_own_sector_where_that_is_not_known(ties: str, state: State) -> None:
    assert judged("manager_sectors", "a1 b1 k1 v1 x1", ties, managers=(manager("x1"),)).state is state


@pytest.mark.parametrize(
    ("managers", "state"),
    [((manager("g1"), DEPUTY), YES), ((manager("g1"),), NO), ((OF_A_PART,), NO), ((), OPEN)],
)
def test_deputy_manager(managers: tuple[Manager, ...], state: State) -> None:
    assert judged("deputy_manager", "g1", managers=managers).state is state


def test_the_step_is_ready_when_all_hold_and_not_known_of_nobody() -> None:
    whole = situation(
        "g1 b1 v1 k1", "g1-b1 g1-v1 g1-k1", managers=(manager("g1"), DEPUTY), figures=Figures(reach_2={"g1": 1.0})
    )
    assert designate_network_manager(whole).state is Readiness.READY
    assert designate_network_manager(situation()).state is Readiness.UNKNOWN
