"""The factors that the network itself decides: connectors, manager, formal relations, closeness."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from network_service.process.factor import Factor, Status
from network_service.process.factors.connector_persons import connector_persons
from network_service.process.factors.formal_relations import formal_relations
from network_service.process.factors.manager_ability import manager_ability
from network_service.process.factors.tie_closeness import tie_closeness
from network_service.snapshot.affairs.instruments import InstrumentAffairs
from network_service.snapshot.model import Linker
from tests.process.figures import Figures
from tests.process.hand import agreement, body, declared, linker, manager, member, order, rating, seat, situation

FIVE = "g1 b1 v1 k1 a1"
BROKERS = dict.fromkeys(FIVE.split(), 1)


def connectors(linkers: Sequence[Linker], brokerage: dict[str, int | None]) -> Factor:
    return connector_persons(situation(FIVE, "g1-b1", linkers=linkers, figures=Figures(brokerage=brokerage)))


def two(one: str) -> list[Linker]:
    return [linker(one, person=f"{one}/1"), linker(one, person=f"{one}/2")]


def test_two_brokering_linkers_in_each_sector_are_the_whole_score() -> None:
    found = connectors([one for sector in FIVE.split() for one in two(sector)], BROKERS)
    assert (found.score, found.status, found.cover) == (pytest.approx(1.0), Status.MET, 1.0)


def test_sectors_brokers_and_single_linkers_weigh_as_told() -> None:
    """Four sectors of five, 3 linkers of 5 broker, three sectors on one: .5 x .8 + .3 x .6 + .2 x .4 = .66."""
    linkers = [*two("g1"), linker("b1"), linker("v1"), linker("k1")]
    found = connectors(linkers, {"g1": 2, "b1": 1, "v1": 0, "k1": 0})
    assert (found.score, found.status) == (pytest.approx(0.66), Status.PARTIAL)
    assert found.evidence["sectors_without_linker"] == ("academic",)
    assert found.evidence["sectors_on_one_linker"] == ("civil_society", "community", "business")
    assert found.evidence["linkers_not_brokering"] == ("p-k1", "p-v1")


@pytest.mark.parametrize(("judged", "cover", "known"), [(3, 0.6, True), (2, 0.4, False), (0, 0.0, False)])
def test_linkers_whose_brokerage_is_not_known_cost_cover(judged: int, cover: float, known: bool) -> None:
    actors = FIVE.split()
    found = connectors([linker(one) for one in actors], dict.fromkeys(actors[:judged], 1))
    assert (found.cover, found.score is not None) == (cover, known)
    assert found.parts[1].value == (1.0 if judged else None), "only over those who can be judged"


def test_linkers_of_unknown_sector_cost_cover() -> None:
    lost = [replace(linker("g1", person=f"p{one}"), sector=None) for one in range(3)]
    assert connectors([linker("g1"), linker("b1"), *lost], BROKERS).cover == 0.4


def test_who_links_several_brokers_where_one_of_them_does_and_counts_in_each_sector() -> None:
    twice = [linker("g1", person="p"), linker("b1", person="p")]
    found = connectors(twice, {"g1": 0, "b1": 3})
    assert (found.evidence["linkers"], found.evidence["linkers_brokering"]) == (1, 1)
    assert found.parts[0].value == pytest.approx(0.4)


def test_while_no_collaboration_is_declared_nobody_is_said_not_to_broker() -> None:
    nothing = dict.fromkeys(FIVE.split(), 0)
    found = connector_persons(
        situation(FIVE, linkers=[linker(one) for one in FIVE.split()], figures=Figures(brokerage=nothing))
    )
    assert (found.status, found.parts[1].value, found.parts[1].cover) == (Status.UNKNOWN, None, 0.0)


def test_without_any_linker_nothing_is_known() -> None:
    assert connectors([], BROKERS).status is Status.UNKNOWN


def ability(
    *,
    reach: float | None = 0.8,
    constraint: float | None = 0.2,
    ties: str = "g1-b1 g1-v1",
    mean: float = 3.0,
    **told: int,
) -> Factor:
    figures = Figures(reach_2={"g1": reach}, constraint={"g1": constraint})
    ratings = [rating("competence", mean, rater_sector="state", subject="p1", **told)]  # type: ignore[arg-type]
    return manager_ability(
        situation("g1 g2 b1 v1 k1 a1 c1 x1 x2", ties, managers=[manager("g1")], figures=figures, ratings=ratings)
    )


def test_ability_is_the_mean_of_four() -> None:
    """(.8 + 2 of 4 other required sectors + 1 - .2 + (3 - 1) / 4) / 4."""
    found = ability(ties="g1-b1 g1-v1 g1-g2 g1-c1")
    assert (found.score, found.status) == (pytest.approx((0.8 + 0.5 + 0.8 + 0.5) / 4), Status.PARTIAL)


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ({"reach": None}, False),
        ({"constraint": None}, False),
        ({"raters": 4, "asked": 4}, False),
        ({"raters": 6, "asked": 10}, True),
        ({"raters": 5, "asked": 9}, False),
        ({"ties": "g1-b1 g1-v1 g1-k1 g1-x1 g1-x2"}, True),
        ({"ties": "g1-b1 g1-x1 g1-x2"}, False),
        ({"ties": ""}, True),
    ],
)
def test_ability_needs_all_four_and_most_of_their_data(told: dict[str, object], known: bool) -> None:
    assert (ability(**told).score is not None) == known  # type: ignore[arg-type]


def test_a_constraint_above_one_counts_as_one() -> None:
    """Burt's constraint exceeds 1 in small closed groups; freedom is then 0, not less."""
    assert ability(constraint=1.125).parts[2].value == 0.0


def test_the_ability_of_two_leads_or_of_none_is_not_known() -> None:
    for managers in ([], [manager("g1"), manager("b1", person="p2")], [manager("g1", "deputy")]):
        assert manager_ability(situation("g1 b1", "g1-b1", managers=managers)).status is Status.UNKNOWN


def formal(
    papers: dict[str, str | None],
    ties: str = "g1-b1 g1-v1",
    instruments: Sequence[InstrumentAffairs] = (),
    **told: object,
) -> Factor:
    members = [member(one, status="certified", paper=paper) for one, paper in papers.items()]
    return formal_relations(
        situation("g1 b1 v1 k1 a1", ties, certified=papers, memberships=members, instruments=instruments, **told)  # type: ignore[arg-type]
    )


LIVE, OVER = order("live"), order("over", in_force=False)


def test_formal_relations_weigh_members_ties_and_the_order() -> None:
    """.5 x 2 of 5 members + .3 x 1 of 2 ties + .2: a paper that lapsed certifies nobody any more."""
    found = formal(
        {"g1": "live", "b1": "live", "v1": "over"},
        instruments=[LIVE, OVER],
        agreements=[agreement("m", "g1 b1")],
    )
    assert (found.score, found.status) == (pytest.approx(0.5 * 0.4 + 0.3 * 0.5 + 0.2), Status.PARTIAL)


def test_a_certified_member_whose_paper_nobody_noted_is_not_known() -> None:
    found = formal({"g1": "live", "b1": None}, instruments=[LIVE])
    assert (found.parts[0].value, found.parts[0].cover) == (0.25, 0.8)
    few = formal({"g1": "live", "b1": None, "v1": None, "k1": None}, instruments=[LIVE])
    assert (few.parts[0].cover, few.score) == (pytest.approx(0.4), None)


def test_two_who_sit_on_one_body_under_an_order_in_force_have_a_formal_basis() -> None:
    seats = [seat("q", "g1"), seat("q", "b1")]
    for instrument, share in ((LIVE, 0.5), (order("live", in_force=False), 0.0)):
        bodies = [body("q", "executive_committee", "1/2569", ["live"])]
        assert formal({}, bodies=bodies, seats=seats, instruments=[instrument]).parts[1].value == share


@pytest.mark.parametrize(
    ("instruments", "value"),
    [
        ([LIVE], 1.0),
        ([OVER], 0.0),
        ([order("o", signed_by_governor=False)], 0.0),
        ([order("o", signed_by_governor=None)], None),
        ([order("o", signed_by_governor=None), LIVE], 1.0),
        ([order("o", signed_on=None)], 0.0),
        ([order("o", instrument_kind="certificate")], 0.0),
        ([], None),
    ],
)
def test_an_order_of_the_governor_is_in_force(instruments: list[InstrumentAffairs], value: float | None) -> None:
    assert formal({}, instruments=instruments).parts[2].value == value


def test_without_ties_formal_relations_are_not_known() -> None:
    assert formal({"g1": "live"}, ties="", instruments=[LIVE]).status is Status.UNKNOWN


TWO_YEARS_AND_A_HALF = date(2023, 7, 16)
"""913 days before the day: 2.4997 years."""


def close(*ties: object, reciprocity: float | None = 0.6, cores: dict[str, int] | None = None) -> Factor:
    figures = Figures(reciprocity=reciprocity, cores={"g1": 2, "b1": 2, "v1": 1} if cores is None else cores)
    return tie_closeness(situation("g1 b1 v1", collaboration=ties, figures=figures))


def test_closeness_is_the_mean_of_strength_reciprocity_and_core() -> None:
    """Strength: frequencies 5 and 1, mean .6; ages 2.5 and over 5 years, mean .75; topics 1 and 2 of 2, mean .75."""
    found = close(
        declared("g1-b1", 5, topics=1, since=TWO_YEARS_AND_A_HALF),
        declared("b1-v1", 1, topics=2, since=date(2010, 1, 1)),
    )
    assert found.score == pytest.approx(((0.6 + 0.75 + 0.75) / 3 + 0.6 + 2 / 3) / 3, abs=1e-4)
    assert found.status is Status.PARTIAL


@pytest.mark.parametrize("field", ["frequency", "since", "topics"])
@pytest.mark.parametrize(("untold", "known"), [(2, True), (3, False)])
def test_closeness_needs_frequency_age_and_topics_of_most_ties(field: str, untold: int, known: bool) -> None:
    whole = declared("g1-b1", 5, topics=1, since=date(2020, 1, 1))
    bare = whole._replace(**{field: 0 if field == "topics" else None})
    found = close(*[whole] * 3, *[bare] * untold)
    assert (found.cover, found.score is not None) == (pytest.approx(3 / (3 + untold)), known)
    assert found.parts[0].value == pytest.approx(1.0), "each is averaged over the ties that tell it"


def test_ties_to_those_whom_the_network_does_not_show_do_not_count() -> None:
    whole = declared("g1-b1", 5, topics=1, since=date(2020, 1, 1))
    assert close(whole, declared("g1-z9", 1)).evidence["ties"] == 1


def test_closeness_without_ties_or_reciprocity_is_not_known() -> None:
    assert close(reciprocity=None).status is Status.UNKNOWN
    whole = declared("g1-b1", 5, topics=1, since=date(2020, 1, 1))
    assert close(whole, reciprocity=None).status is Status.UNKNOWN
