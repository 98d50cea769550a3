"""Readiness of the sample province: what was planted in it, and values counted by hand from its tables."""

from pathlib import Path

import pytest

from examples.sample_province.build import sample_ledger
from examples.sample_province.planted_facts import PLANTED_FACTS
from network_service.domain.lens import Lens
from network_service.process.condition import Condition, Readiness
from network_service.process.considering import read_considerations
from network_service.process.doubt import doubts
from network_service.process.factor import Factor, Status
from network_service.process.readiness import Readings, read_readiness
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.process.steps.allocate_roles import loads
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.build import build_snapshot
from tests.process.figures import recounted
from tests.snapshot.records import store_with

LEDGER = sample_ledger()


def ids(*subjects: str) -> set[str]:
    """Ids of what the tables name by `family:key`."""
    keys = [subject.partition(":") for subject in subjects]
    return {LEDGER.id_of((family, key)) for family, _, key in keys}


def planted(figure: str) -> set[str]:
    """Ids of what was planted for a figure."""
    return ids(*(subject for fact in PLANTED_FACTS if fact.figure == figure for subject in fact.subjects))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Situation:
    folder: Path = tmp_path_factory.mktemp("sample")
    lens = Lens(as_of=SAMPLE_DAY, provinces=(SAMPLE_PROVINCE,))
    with store_with(folder, *LEDGER.records()) as store:
        snapshot, affairs = build_snapshot(store, lens), build_affairs(store, lens)
    standards = Standards()
    return Situation(snapshot, affairs, recounted(snapshot, standards.required_sectors), standards)


@pytest.fixture(scope="module")
def told(sample: Situation) -> Readings:
    return read_readiness(sample)


def condition(told: Readings, code: str) -> Condition:
    (found,) = [one for step in told.steps for one in step.conditions if one.code == code]
    return found


def factor(told: Readings, code: str) -> Factor:
    (found,) = [one for one in told.factors if one.code == code]
    return found


def test_only_the_step_of_the_manager_is_ready(told: Readings) -> None:
    states = {step.code: step.state for step in told.steps}
    ready = {code for code, state in states.items() if state is Readiness.READY}
    assert ready == {"designate_network_manager"}
    assert {states[code] for code in states.keys() - ready} == {Readiness.NOT_READY}


def test_what_fails_is_what_was_planted(told: Readings) -> None:
    failing = {one.code for step in told.steps for one in step.failing}
    assert failing == {
        *("stakeholders", "linker_of_sectors", "certified_members", "order_names_bodies", "no_lapsed_instrument"),
        *("body_meetings", "bodies_per_person", "task_accountable", "members_with_role", "matching_assignments"),
        "factors_met",
    }
    assert {one.code for step in told.steps for one in step.open} == {"no_factor_unmet"}


def test_stakeholders_without_a_member_are_named(told: Readings) -> None:
    """Of eight stakeholders of the prices, the builders left and nobody serves the farmers of that district."""
    found = condition(told, "stakeholders")
    assert found.value == pytest.approx(6 / 8)
    assert found.evidence["issues_below"] == tuple(ids("issue:prices"))
    assert set(found.evidence["stakeholders_without_member"]) == ids(  # type: ignore[arg-type]
        "actor:builders", "population_group:farmers_9806"
    )
    assert ids("actor:builders") <= planted("stakeholder_not_member")


def test_steps_4_to_6_name_what_was_planted(told: Readings) -> None:
    lapsed = condition(told, "no_lapsed_instrument")
    assert set(lapsed.evidence["instruments"]) == planted("expired_and_cited") | planted("superseded_and_cited")  # type: ignore[arg-type]
    assert lapsed.value == 8 + 13 + 1
    assert condition(told, "order_names_bodies").evidence["bodies_without_order"] == tuple(ids("body:partners"))
    assert set(condition(told, "body_meetings").evidence["bodies_lacking"]) == planted("body_not_meeting")  # type: ignore[arg-type]
    assert set(condition(told, "task_accountable").evidence["tasks_wrong"]) == planted("task_without_accountable")  # type: ignore[arg-type]
    assert condition(told, "bodies_per_person").value == 4


def test_the_heaviest_load_is_that_planted(sample: Situation) -> None:
    carried = loads(sample.affairs)
    heaviest = max(carried.values())
    assert {actor for actor, count in carried.items() if count == heaviest} == planted("task_overload")
    assert heaviest == 9


def test_acceptance_is_not_known_as_too_few_of_business_answered(told: Readings) -> None:
    found = factor(told, "accepted_leader")
    assert (found.status, found.cover) == (Status.UNKNOWN, 9 / 20)
    assert (found.evidence["sector"], found.evidence["mean_business"]) == ("business", 3.4)


def test_competence_trust_and_culture_are_those_of_the_survey(told: Readings) -> None:
    raters, answers = (34, 9, 25, 28, 9), (4.3, 3.9, 4.4, 4.2, 4.1)
    competence = sum(n * mean for n, mean in zip(raters, answers, strict=True)) / sum(raters)
    assert factor(told, "manager_ability").evidence["competence"] == pytest.approx(competence)
    assert factor(told, "manager_ability").cover == pytest.approx(105 / 137)
    culture = (34 * 3.9 + 9 * 3.1 + 25 * 3.6 + 28 * 3.4 + 9 * 3.7) / 105
    assert factor(told, "integrative_culture").evidence["mean"] == pytest.approx(culture)
    trust = factor(told, "mutual_trust")
    # Every sector was asked about all five; of academia's raters four told of business, which has no mean.
    assert (trust.evidence["raters"], trust.evidence["cells_used"]) == (5 * (34 + 9 + 25 + 28) + 4 * 9 + 4, 24)


def test_five_of_nine_in_execution_have_a_complete_agreement(told: Readings) -> None:
    found = factor(told, "contract_tools")
    assert (found.score, found.status) == (pytest.approx(5 / 9), Status.PARTIAL)
    assert set(found.evidence["agreement_incomplete"]) == ids("service:foodcheck")  # type: ignore[arg-type]
    assert set(found.evidence["without_agreement"]) == ids("service:jobs", "issue:elders", "issue:prices")  # type: ignore[arg-type]


def test_four_of_seven_decisions_had_participation(told: Readings) -> None:
    found = factor(told, "participation_tools")
    assert (found.score, found.evidence["fiscal_year"]) == (pytest.approx(4 / 7), 2569)
    assert set(found.evidence["decided_without"]) == planted("decided_without_participation")  # type: ignore[arg-type]


def test_certified_members_without_a_paper_are_not_known(told: Readings) -> None:
    evidence = factor(told, "formal_relations").evidence
    assert evidence["paper_not_known"] == len(planted("certified_without_paper"))
    # 98 of 142 members are certified, 3 without a paper and 8 by one that has expired.
    assert (evidence["members"], evidence["certified_in_force"]) == (142, 98 - 3 - 8)


def test_considerations_find_the_community_that_is_active(sample: Situation) -> None:
    figures = {figure.code: figure for one in read_considerations(sample) for figure in one.figures}
    assert set(figures["active_communities"].evidence["active"]) == planted("community_active")  # type: ignore[arg-type]
    assert figures["sub_networks_complete"].value == 1.0
    # Of 25 activities that were not cancelled the state set going a02, a04, a06-a08, a10, a19 and the planned a26.
    assert figures["initiated_by_non_state"].value == pytest.approx(17 / 25)
    assert figures["ties_older_than_order"].value is None, "fewer than 60 % of the ties have a first day"


def test_doubt_is_told_with_the_number_of_records(sample: Situation) -> None:
    told = {one.code: one for one in doubts(sample.snapshot, sample.affairs, sample.standards)}
    assert told["response_rate"].n == told["unverified_members"].n == 142
    assert told["unknown_strength"].value == pytest.approx(1 - (sample.snapshot.strength_cover() or 0))
