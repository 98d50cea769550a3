"""The six considerations as figures: known, not known, and at their standards."""

from dataclasses import replace
from datetime import date

import pytest

from network_service.process.considerations.design import design
from network_service.process.considerations.direction import direction
from network_service.process.considerations.formation import formation
from network_service.process.considerations.functions import functions
from network_service.process.considerations.ultimate_goal import ultimate_goal
from network_service.process.considerations.working_style import working_style
from network_service.process.considering import CONSIDERATIONS, read_considerations
from network_service.process.situation import Situation
from network_service.snapshot.affairs.actors import PersonAffairs
from network_service.snapshot.affairs.collaboration import Flow
from network_service.snapshot.affairs.ended import EndedFlow, EndedWork
from network_service.snapshot.affairs.meetings import CommunityAffairs
from network_service.snapshot.model import SubNetworkInfo
from tests.process.figures import Figures
from tests.process.hand import activity, agreement, declared, involved, issue, manager, order, plan, situation

THIS_YEAR, LAST_YEAR = date(2025, 6, 1), date(2025, 1, 14)


def test_ties_older_than_the_first_order_of_the_governor_are_grown() -> None:
    orders = [order("a", signed_on=date(2024, 10, 1)), order("b", signed_on=date(2025, 10, 1))]
    ties = [
        declared("g1-b1", since=date(2024, 9, 30)),
        declared("b1-g1", since=date(2024, 10, 1)),
        declared("g1-v1", since=date(2025, 1, 1)),
        declared("v1-g1"),
    ]
    _, figure = formation(situation("g1 b1 v1", collaboration=ties, instruments=orders)).figures
    assert (figure.value, figure.cover) == (pytest.approx(1 / 3), 0.75)
    no_order = formation(situation("g1 b1 v1", collaboration=ties)).figures[1]
    by_another = formation(
        situation("g1 b1 v1", collaboration=ties, instruments=[order("a", signed_by_governor=False)])
    ).figures[1]
    assert (no_order.value, by_another.value) == (None, None)
    untold = formation(situation("g1 b1 v1", collaboration=[*ties, declared("v1-b1")], instruments=orders)).figures[1]
    assert (untold.value, untold.cover) == (pytest.approx(1 / 3), 0.6)
    assert (
        formation(
            situation(
                "g1 b1 v1", collaboration=[*ties, declared("v1-b1")] * 2 + [declared("b1-v1")], instruments=orders
            )
        )
        .figures[1]
        .value
        is None
    )


def test_formation_tells_the_conditions_of_step_1_that_hold() -> None:
    figure = formation(situation("g1 b1 v1 k1 a1", figures=Figures(iqv=0.9))).figures[0]
    assert (figure.value, figure.is_count, figure.evidence["readiness"]) == (3, True, "not_ready")


def test_design_counts_kinds_across_sectors_and_who_gives_and_receives() -> None:
    flows = [
        Flow("g1", "b1", "budget", None),
        Flow("g1", "g2", "place", None),
        Flow("b1", "net", "knowledge", None),
        Flow("x1", "g2", "authority", None),
    ]
    across, both = design(situation("g1 g2 b1 x1", flows=flows)).figures
    assert (across.value, across.evidence["kinds"]) == (pytest.approx(1 / 9), ("budget",))
    assert (both.value, both.evidence["both"]) == (0.25, 1)
    assert [one.value for one in design(situation("g1 b1")).figures] == [None, None]


@pytest.mark.parametrize(("ended_on", "value"), [(date(2025, 1, 16), 1 / 9), (date(2025, 1, 15), 0.0)])
def test_a_flow_that_ended_within_the_year_is_one_of_the_year(ended_on: date, value: float) -> None:
    """A year before 15 January 2026 is 15 January 2025; the day of the end is the first on which it did not flow."""
    ended = [EndedFlow(Flow("g1", "b1", "budget", None), ended_on)]
    across, both = design(situation("g1 b1", ended_flows=ended)).figures
    assert (across.value, both.value) == (pytest.approx(value), 0.0)


def over(one: str, kind: str, **told: object) -> EndedWork:
    return replace(EndedWork(one, one, kind, False, None, None, date(2026, 1, 1)), **told)  # type: ignore[arg-type]


def test_what_was_decided_counts_though_it_has_ended_since() -> None:
    work = [over("i", "issue", decided_on=date(2025, 12, 1)), over("p", "plan", decided_on=date(2025, 12, 1))]
    asked = activity("a", iap2_level="involve", held_on=date(2025, 11, 1), concerns=("i",))
    other = activity("b", iap2_level="inform", held_on=date(2025, 11, 1), concerns=("p",))
    figure = working_style(situation(ended_work=work, activities=[asked, other])).figures[1]
    assert (figure.value, figure.evidence["decided_with_involvement"]) == (0.5, ("i",))


@pytest.mark.parametrize(
    ("work", "value"),
    [
        (over("i", "issue", since=THIS_YEAR), 1 / 3),
        (over("i", "issue", since=LAST_YEAR), 0.0),
        (over("p", "plan", since=THIS_YEAR), 0.0),
        (over("p", "plan", has_objective=True, decided_on=THIS_YEAR), 1 / 3),
        (over("p", "plan", decided_on=THIS_YEAR), 0.0),
    ],
)
def test_functions_are_shown_by_what_has_ended_too(work: EndedWork, value: float) -> None:
    (figure,) = functions(situation(ended_work=[work])).figures
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(("told", "value"), [(3, pytest.approx(1.0)), (2, None)])
def test_involvement_is_not_known_where_too_few_decisions_have_any_activity_told(told: int, value: object) -> None:
    """Three of five decisions are 60 %, two are less; an activity without level or day tells nothing."""
    decided = [issue(f"i{one}", decided_on=date(2025, 12, 1)) for one in range(5)]
    held = {"iap2_level": "involve", "held_on": date(2025, 11, 1)}
    activities = [activity(f"a{one}", concerns=(f"i{one}",), **(held if one < told else {})) for one in range(5)]
    figure = working_style(situation(issues=decided, activities=activities)).figures[1]
    assert (figure.value, figure.cover) == (value, told / 5)


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ({"issues": [issue("i", since=THIS_YEAR)]}, 1 / 3),
        ({"issues": [issue("i", since=LAST_YEAR)]}, 0),
        ({"issues": [issue("i")], "activities": [activity("a", held_on=THIS_YEAR, concerns=("i",))]}, 1 / 3),
        ({"issues": [issue("i")], "activities": [activity("a", held_on=THIS_YEAR)]}, 0),
        ({"issues": [issue("i", decided_on=THIS_YEAR, has_objective=True)]}, 1 / 3),
        ({"plans": [plan("p", decided_on=THIS_YEAR, has_objective=True)]}, 1 / 3),
        ({"plans": [plan("p", decided_on=THIS_YEAR)]}, 0),
        ({"agreements": [agreement("m", "g1 b1", signed_on=THIS_YEAR)]}, 1 / 3),
        ({"agreements": [agreement("m", "g1 b1", signed_on=date(2025, 1, 15))]}, 1 / 3),
        ({"agreements": [agreement("m", "g1 b1", signed_on=LAST_YEAR)]}, 0),
        ({}, None),
    ],
)
def test_functions_of_which_there_is_evidence_this_year(told: dict[str, object], value: float | None) -> None:
    (figure,) = functions(situation(**told)).figures  # type: ignore[arg-type]
    assert figure.value == (None if value is None else pytest.approx(value))


def test_working_style_tells_initiative_and_involvement() -> None:
    decided = [issue("i", decided_on=date(2025, 12, 1)), issue("j", decided_on=date(2025, 12, 1))]
    activities = [
        activity("a", initiator_sector="state", iap2_level="involve", held_on=date(2025, 11, 1), concerns=("i",)),
        activity("b", initiator_sector="community", iap2_level="consult", held_on=date(2025, 11, 1), concerns=("j",)),
        activity("c", initiator_sector="business"),
        activity("d", initiator_sector="business", status="cancelled"),
        activity("e"),
    ]
    initiated, involved_ = working_style(situation(issues=decided, activities=activities)).figures
    assert (initiated.value, initiated.cover) == (pytest.approx(2 / 3), 0.75)
    assert (involved_.value, involved_.evidence["decided_with_involvement"]) == (0.5, ("i",))
    assert [one.value for one in working_style(situation(issues=decided)).figures] == [None, None]
    untold = [*activities, *(activity(f"u{one}") for one in range(2))]
    assert working_style(situation(activities=untold)).figures[0].value is None, "3 of 6 say who set them going"


def split(members: str, role: str) -> Situation:
    made = situation("g1 b1 v1", managers=[manager("g1", role, network="s")])
    parts = (SubNetworkInfo("s", "ย่อย", "area_data", tuple(members.split())),)
    return replace(made, snapshot=replace(made.snapshot, sub_networks=parts))


@pytest.mark.parametrize(
    ("members", "role", "value"),
    [("g1 b1 v1", "co_ordinator", 0.25), ("g1 b1", "co_ordinator", 0), ("g1 b1 v1", "deputy", 0)],
)
def test_direction_counts_sub_networks_with_co_ordinator_and_sectors(members: str, role: str, value: float) -> None:
    (figure,) = direction(split(members, role)).figures
    assert figure.value == value
    assert direction(situation("g1")).figures[0].value is None


def test_a_person_brings_the_sector_of_whom_the_person_speaks_for_into_a_sub_network() -> None:
    made = split("g1 v1 p1", "co_ordinator")
    assert direction(made).figures[0].value == 0
    speaking = replace(made.affairs, people=(PersonAffairs("p1", "คุณ p1", "b1", None),))
    assert direction(replace(made, affairs=speaking)).figures[0].value == 0.25


GOVERNING = Figures(
    brokerage={"g1": 3, "b1": 1, "v1": 0},
    betweenness={"g1": 0.4, "g2": 0.9, "b1": 1.0},
    betweenness_centralisation=0.5,
    efficiency_kept={"g2": 0.6, "b1": 0.1},
)
ORGANIC = [activity("a", origin="organic"), activity("b", origin="induced"), activity("c", status="cancelled")]


def governing(figures: Figures = GOVERNING, activities: object = ORGANIC) -> float | None:
    return ultimate_goal(situation("g1 g2 b1 v1", figures=figures, activities=activities)).figures[0].value


def test_self_governance_is_the_mean_of_four() -> None:
    """1 of 4 brokered paths are of others than the state, 1 - .5, .6 without g2, and one of two activities."""
    assert governing() == pytest.approx((0.25 + 0.5 + 0.6 + 0.5) / 4)


@pytest.mark.parametrize(
    "lacking",
    [
        replace(GOVERNING, brokerage={}),
        replace(GOVERNING, brokerage={"g1": 0, "b1": 0, "v1": 0}),
        replace(GOVERNING, brokerage={"g1": 1, "b1": 1}),
        replace(GOVERNING, betweenness={}),
        replace(GOVERNING, betweenness_centralisation=None),
        replace(GOVERNING, efficiency_kept={"b1": 0.1}),
    ],
)
def test_self_governance_is_not_known_while_one_of_the_four_is_not(lacking: Figures) -> None:
    assert governing(lacking) is None
    assert governing(activities=()) is None


WHOLE = CommunityAffairs(
    "c", "ชุมชน", None, date(2025, 12, 1), involved("g1 b1 v1"), (date(2025, 1, 15), date(2025, 4, 1), *(THIS_YEAR,) * 2)
)


@pytest.mark.parametrize(
    ("community", "active"),
    [
        (WHOLE, 1),
        (replace(WHOLE, meetings=(LAST_YEAR, *WHOLE.meetings[1:])), 0),
        (replace(WHOLE, lesson_published_on=None), 0),
        (replace(WHOLE, lesson_published_on=date(2026, 1, 16)), 0),
        (replace(WHOLE, members=involved("g1 b1 x1")), 0),
    ],
)
def test_an_active_community_meets_is_of_several_sectors_and_published(
    community: CommunityAffairs, active: int
) -> None:
    assert ultimate_goal(situation(communities=[community])).figures[1].value == active


def test_nothing_recorded_leaves_every_figure_unknown() -> None:
    told = read_considerations(situation())
    assert [one.code for one in told] == [rule.__name__ for rule in CONSIDERATIONS]
    assert {figure.value for one in told for figure in one.figures} == {None}
