"""Step 1, each condition: true, false, not known, at the standard and just beside it."""

from dataclasses import replace

import pytest

from network_service.process.condition import Condition, Readiness
from network_service.process.judging import State
from network_service.process.steps.define_composition import define_composition
from network_service.snapshot.affairs.memberships import Membership
from tests.process.figures import Figures
from tests.process.hand import NET, actor, condition, involved, issue, member, service, situation

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN
FIVE = "g1 b1 v1 k1 a1"


def judged(code: str, *told: str, **more: object) -> Condition:
    return condition(define_composition(situation(*told, **more)), code)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actors", "state", "missing"),
    [
        (FIVE, YES, ()),
        (f"{FIVE} c1 x1", YES, ()),
        ("g1 b1 v1 k1", NO, ("academic",)),
        ("g1 b1 v1 k1 x1", OPEN, ("academic",)),
        ("g1 b1 v1 x1", NO, ("community", "academic")),
        ("g1 b1 v1 x1 x2", OPEN, ("community", "academic")),
    ],
)
def test_required_sectors(actors: str, state: State, missing: tuple[str, ...]) -> None:
    found = judged("required_sectors", actors)
    assert (found.state, found.value, found.threshold) == (state, None if state is OPEN else 5 - len(missing), 5)
    assert found.evidence["sectors_missing"] == missing


@pytest.mark.parametrize(("iqv", "state"), [(0.6, YES), (0.59, NO), (0.9, YES), (None, OPEN)])
def test_sector_diversity(iqv: float | None, state: State) -> None:
    found = judged("sector_diversity", FIVE, figures=Figures(iqv=iqv))
    assert (found.state, found.value) == (state, iqv)


@pytest.mark.parametrize(
    ("actors", "state"),
    [("g1 b1 v1 x1 x2", YES), ("g1 b1 x1 x2", OPEN), (" ".join(f"g{one}" for one in range(20)) + " x1", NO)],
)
def test_diversity_is_known_where_it_is_enough_or_too_little_wherever_those_of_unknown_sector_belong(
    actors: str, state: State
) -> None:
    """Both join the state: (1 - (9 + 1 + 1) / 25) 5/4 = .7; (1 - (9 + 1) / 16) 5/4 = .47, and apart 1 - 4/16, .94."""
    found = judged("sector_diversity", actors, figures=Figures(iqv=0.5))
    assert (found.state, found.value) == (state, None if state is OPEN else 0.5)


@pytest.mark.parametrize(
    ("actors", "state", "value"),
    [
        ("g1 g2 b1 v1", YES, 0.5),
        ("g1 g2 g3 b1 v1", NO, 0.6),
        ("g1 g2 b1 v1 x1", OPEN, None),
        ("g1 g2 b1 b2 v1 x1", YES, 2 / 6),
        ("x1", OPEN, None),
    ],
)
def test_largest_sector(actors: str, state: State, value: float | None) -> None:
    found = judged("largest_sector", actors)
    assert (found.state, found.value) == (state, value)


def test_actor_levels_are_those_of_the_active_members_of_the_province_network() -> None:
    levels = [member("1", "person"), member("2", "group"), member("3")]
    assert judged("actor_levels", memberships=levels).state is YES
    lacking = judged("actor_levels", memberships=levels[1:])
    assert (lacking.state, lacking.value, lacking.evidence["levels_missing"]) == (NO, 2, ("person",))
    invited = [replace(levels[0], status="invited"), *levels[1:]]
    assert judged("actor_levels", memberships=invited).state is NO
    of_another = [Membership("1", "person", "sub", "certified", None, None), *levels[1:]]
    assert judged("actor_levels", memberships=of_another).state is NO
    assert judged("actor_levels", memberships=()).state is OPEN


def stakes(sectors: str = "", actors: str = "", groups: str = "") -> dict[str, tuple[str, ...]]:
    return {
        "stakeholder_sectors": tuple(sectors.split()),
        "stakeholders": tuple(actors.split()),
        "population_groups": tuple(groups.split()),
    }


@pytest.mark.parametrize(
    ("of_issue", "state", "value"),
    [
        (stakes("state business", "g1", "children elders"), NO, 0.6),
        (stakes("state business", "g1 b1", "children"), YES, 1.0),
        (stakes("state business", "g1 b1", "elders"), YES, 0.8),
        (stakes("state political", "g1", "children"), NO, 0.75),
        (stakes("", "g1 z9"), NO, 0.5),
        (stakes(), OPEN, None),
    ],
)
def test_stakeholders_have_a_member(of_issue: dict[str, tuple[str, ...]], state: State, value: float | None) -> None:
    serving = [actor("g1", serves=("children",)), actor("b1")]
    if value == 0.6:
        serving = [actor("g1"), actor("b1")]
    found = judged("stakeholders", "g1 b1", issues=[issue("i", **of_issue)], actors=serving)
    assert (found.state, found.value) == (state, None if value is None else pytest.approx(value))


def test_whoever_works_on_a_service_for_a_group_stands_for_it() -> None:
    ours = service("s", serves=("elders",), workers=involved("g1"))
    theirs = service("s", serves=("elders",), workers=involved("v9"))
    issues = [issue("i", **stakes(groups="elders"))]
    assert judged("stakeholders", "g1", issues=issues, services=[ours]).state is YES
    assert judged("stakeholders", "g1", issues=issues, services=[theirs]).state is NO


def test_every_open_issue_counts_and_none_that_is_done() -> None:
    well, ill = issue("1", **stakes("state")), issue("2", status="open", **stakes("political"))
    found = judged("stakeholders", "g1", issues=[well, ill])
    assert (found.state, found.value, found.evidence["issues_below"]) == (NO, 0.0, ("2",))
    for status in ("completed", "cancelled"):
        assert judged("stakeholders", "g1", issues=[well, replace(ill, status=status)]).state is YES
        assert judged("stakeholders", "g1", issues=[replace(ill, status=status)]).state is YES, "nothing is asked"
    assert judged("stakeholders", "g1").state is OPEN, "no issue is recorded"


@pytest.mark.parametrize(
    ("actors", "of_issue", "state"),
    [
        ("g1 x1", stakes("state political"), OPEN),
        ("g1 x1", stakes("state political business"), NO),
        ("g1 x1 x2", stakes("state political business"), OPEN),
        ("g1 x1", stakes("state political", "z9"), NO),
        ("g1 x1", stakes("state", "g1 z9"), NO),
        ("g1 b1 v1 k1 x1", stakes("state business civil_society community political"), YES),
    ],
)
def test_a_member_of_unknown_sector_may_be_of_one_that_seems_to_have_none(
    actors: str, of_issue: dict[str, tuple[str, ...]], state: State
) -> None:
    found = judged("stakeholders", actors, issues=[issue("i", **of_issue)])
    assert found.state is state
    assert (found.value is None) == (state is OPEN)


@pytest.mark.parametrize(("told", "state"), [(3, YES), (2, OPEN)])
def test_stakeholders_of_too_few_open_issues_are_identified(told: int, state: State) -> None:
    issues = [issue(str(one), **stakes("state" if one < told else "")) for one in range(5)]
    assert judged("stakeholders", "g1", issues=issues).state is state


def test_the_step_is_ready_when_all_hold_and_not_known_of_nobody() -> None:
    levels = [member("1", "person"), member("2", "group"), member("3")]
    whole = situation(FIVE, figures=Figures(iqv=1.0), memberships=levels, issues=[issue("i", **stakes("state"))])
    assert define_composition(whole).state is Readiness.READY
    nobody = define_composition(situation())
    assert {one.state for one in nobody.conditions} == {OPEN}
    assert nobody.state is Readiness.UNKNOWN
    assert [one.value for one in nobody.conditions] == [None] * 5, "what is not known is never 0"
    assert situation().affairs.province_networks == {NET}
