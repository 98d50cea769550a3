"""Step 6, each condition: true, false, not known, at the standard and just beside it."""

import pytest

from network_service.process.condition import Condition, Readiness
from network_service.process.judging import State
from network_service.process.steps.allocate_roles import allocate_roles, loads
from network_service.snapshot.affairs.collaboration import Flow
from network_service.snapshot.affairs.held import Involved
from network_service.snapshot.affairs.surroundings import AreaAffairs
from network_service.snapshot.affairs.work import TaskAffairs
from tests.process.hand import actor, condition, involved, situation, task

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN
TEN = " ".join(f"g{one}" for one in range(10))


def judged(code: str, *told: str, **more: object) -> Condition:
    return condition(allocate_roles(situation(*told, **more)), code)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tasks", "state", "value"),
    [
        ((task("t", "g1", "b1"),), YES, 1),
        ((task("t", "g1 b1", "g1"),), YES, 1),
        ((task("t", "g1"),), NO, 0),
        ((task("t", "", "b1"),), NO, 0),
        ((task("t", "g1", "b1 v1"),), NO, 0),
        ((task("t", "g1", "b1"), task("u")), NO, 1),
        ((task("t", "g1", "b1"), task("u", status="cancelled")), YES, 1),
        ((task("t", "g1", "b1", status="completed"),), YES, 1),
        ((task("t"),), OPEN, None),
        ((), OPEN, None),
    ],
)
def test_each_task_has_one_accountable_and_somebody_responsible(
    tasks: tuple[TaskAffairs, ...], state: State, value: int | None
) -> None:
    found = judged("task_accountable", "g1 b1 v1", tasks=tasks)
    assert (found.state, found.value) == (state, value)


@pytest.mark.parametrize(("busy", "state"), [(8, YES), (7, NO), (0, OPEN)])
def test_enough_members_have_a_part_in_some_task(busy: int, state: State) -> None:
    parts = involved(" ".join(f"g{one}" for one in range(busy)), "informed")
    found = judged("members_with_role", TEN, tasks=[task("t", parts=parts)])
    assert (found.state, found.value) == (state, busy / 10 if busy else None)


def test_a_part_of_who_speaks_for_a_member_is_the_members_and_one_of_a_stranger_is_nobodys() -> None:
    parts = (
        Involved("p", "g1", "state", "consulted"),
        *involved("b9", "responsible"),
        Involved("q", None, None, "informed"),
    )
    found = judged("members_with_role", "g1 g2", tasks=[task("t", parts=parts)])
    assert (found.value, found.evidence["without_role"]) == (0.5, ("g2",))


AREAS = (
    AreaAffairs("province", "จังหวัด", "province", "98"),
    AreaAffairs("here", "อำเภอ", "district", "9801"),
    AreaAffairs("within", "ตำบล", "subdistrict", "980102"),
    AreaAffairs("there", "อำเภอ", "district", "9802"),
    AreaAffairs("nameless", "พื้นที่", None, None),
)
HEALTH = {"activity_field": "health", "area": "here"}


@pytest.mark.parametrize(
    ("of_task", "of_actor", "state"),
    [
        (HEALTH, {"activity_field": "health", "operates_in": ("here",)}, YES),
        (HEALTH, {"activity_field": "health", "operates_in": ("province",)}, YES),
        (HEALTH, {"activity_field": "health", "operates_in": ("within", "there")}, YES),
        (HEALTH, {"activity_field": "health", "operates_in": ("there",)}, NO),
        (HEALTH, {"activity_field": "health", "area_level": "province"}, YES),
        (HEALTH, {"activity_field": "health", "area_level": "district"}, OPEN),
        (HEALTH, {"activity_field": "health", "operates_in": ("nameless",)}, OPEN),
        (HEALTH, {"activity_field": "religion", "operates_in": ("here",)}, NO),
        (HEALTH, {"activity_field": "religion"}, NO),
        (HEALTH, {"operates_in": ("here",)}, OPEN),
        (HEALTH, {"operates_in": ("there",)}, NO),
        ({**HEALTH, "resource_kind": "place"}, {"offers": ("place",), "operates_in": ("here",)}, YES),
        ({"resource_kind": "place", "area": "here"}, {"operates_in": ("here",)}, NO),
        ({"resource_kind": "budget", "area": "here"}, {"operates_in": ("here",)}, YES),
        ({"area": "here"}, {"activity_field": "health", "operates_in": ("here",)}, OPEN),
        ({"activity_field": "health"}, {"activity_field": "health", "operates_in": ("here",)}, OPEN),
        (
            {"activity_field": "health", "area": "nameless"},
            {"activity_field": "health", "operates_in": ("here",)},
            OPEN,
        ),
    ],
)
def test_an_assignment_suits_by_resource_or_field_and_by_area(
    of_task: dict[str, str], of_actor: dict[str, object], state: State
) -> None:
    found = judged(
        "matching_assignments",
        "g1",
        tasks=[task("t", "g1", **of_task)],
        actors=[actor("g1", **of_actor)],
        areas=AREAS,
        flows=[Flow("g1", "net", "budget", None)],
    )
    assert (found.state, found.value) == (state, {YES: 1.0, NO: 0.0, OPEN: None}[state])


@pytest.mark.parametrize(
    ("of_task", "field", "state"),
    [
        ({"resource_kind": "place"}, "health", OPEN),
        ({"resource_kind": "place", "activity_field": "religion"}, "health", OPEN),
        ({"resource_kind": "place", "activity_field": "health"}, "health", YES),
        ({"activity_field": "religion"}, "health", NO),
    ],
)
def test_while_no_resource_is_recorded_anywhere_nobody_is_said_to_have_none(
    of_task: dict[str, str], field: str, state: State
) -> None:
    suited = actor("g1", activity_field=field, operates_in=("here",))
    tasks = [task("t", "g1", area="here", **of_task)]
    assert judged("matching_assignments", "g1", tasks=tasks, actors=[suited], areas=AREAS).state is state


@pytest.mark.parametrize(
    ("well", "ill", "untold", "state", "value"),
    [(4, 1, 0, YES, 0.8), (3, 1, 0, NO, 0.75), (3, 0, 2, YES, 1.0), (3, 0, 3, OPEN, None), (0, 0, 2, OPEN, None)],
)
def test_enough_assignments_suit_of_those_that_can_be_judged(
    well: int, ill: int, untold: int, state: State, value: float | None
) -> None:
    tasks = [
        *(task(f"w{one}", "g1", **HEALTH) for one in range(well)),
        *(task(f"i{one}", "g1", activity_field="religion", area="here") for one in range(ill)),
        *(task(f"u{one}", "g1") for one in range(untold)),
    ]
    suited = actor("g1", activity_field="health", operates_in=("here",))
    found = judged("matching_assignments", "g1", tasks=tasks, actors=[suited], areas=AREAS)
    assert (found.state, found.value, found.evidence["not_judged"]) == (state, value, untold)


@pytest.mark.parametrize(
    ("carried", "state", "value"),
    [
        # Of three who carry 1, 1 and 4 tasks the differences sum to 12 over the ordered pairs: 12 / (2 * 9 * 2) = 1/3.
        ({"g1": 1, "b1": 1, "v1": 4}, YES, 1 / 3),
        # 1, 1, 1, 1 and 8: 2 * 4 * 7 = 56, and 56 / (2 * 25 * 2.4) = 0.4667.
        ({"g1": 1, "b1": 1, "v1": 1, "k1": 1, "a1": 8}, NO, 56 / 120),
        # 1, 1, 1, 1 and 6: 2 * 4 * 5 = 40, and 40 / (2 * 25 * 2) = 0.4, the standard itself.
        ({"g1": 1, "b1": 1, "v1": 1, "k1": 1, "a1": 6}, YES, 0.4),
        ({}, OPEN, None),
    ],
)
def test_the_load_is_even(carried: dict[str, int], state: State, value: float | None) -> None:
    tasks = [task(f"{one}{number}", one) for one, count in carried.items() for number in range(count)]
    given = situation("g1 b1 v1 k1 a1", tasks=tasks)
    found = condition(allocate_roles(given), "even_load")
    assert (found.state, found.value) == (state, None if value is None else pytest.approx(value))
    assert loads(given.affairs) == carried


def test_to_be_asked_or_told_is_no_load_and_two_parts_in_one_task_are_one_task() -> None:
    told = situation("g1 b1", tasks=[task("t", "g1", "g1"), task("u", parts=involved("b1", "informed"))])
    assert loads(told.affairs) == {"g1": 1}


def test_the_step_is_ready_when_all_hold_and_not_known_of_nobody() -> None:
    suited = actor("g1", activity_field="health", operates_in=("here",))
    whole = situation("g1", tasks=[task("t", "g1", "g1", **HEALTH)], actors=[suited], areas=AREAS)
    assert allocate_roles(whole).state is Readiness.READY
    nobody = allocate_roles(situation())
    assert (nobody.state, {one.value for one in nobody.conditions}) == (Readiness.UNKNOWN, {None})
