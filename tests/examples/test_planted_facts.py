"""What is planted for figures and rules over the whole province is there by independent checks, and no more of it."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations
from statistics import median
from typing import Any

import networkx as nx
import pytest

from examples.sample_province import TODAY
from examples.sample_province.build import sample_ledger
from examples.sample_province.entries import key_of
from examples.sample_province.planted_facts import FISCAL_YEAR, PLANTED_FACTS
from network_service.domain.integrity.rules import check_network
from network_service.domain.vocabulary import Sector
from tests.examples.sample_reading import Reading, read_sample
from tests.house.tree import ROOT

LEDGER = sample_ledger()
YEAR_BEGINS = date(*FISCAL_YEAR)


def planted(figure: str) -> set[str]:
    """The ids of the subjects of a figure; sectors as they are."""
    (fact,) = (fact for fact in PLANTED_FACTS if fact.figure == figure)
    return {one if one in set(Sector) else LEDGER.id_of(key_of(one)) for one in fact.subjects}


def number(figure: str) -> float:
    (fact,) = (fact for fact in PLANTED_FACTS if fact.figure == figure)
    assert fact.number is not None
    return fact.number


@pytest.fixture(scope="module")
def today() -> Reading:
    return read_sample()


@pytest.fixture(scope="module")
def certified(today: Reading) -> dict[str, Any]:
    """The certified memberships of active actors in the province network, by actor."""
    (whole,) = today.of("province_network")
    ties = [tie for tie in today.of("member_of") if tie.target == whole.id and tie.status == "certified"]
    return {tie.source: tie for tie in ties if tie.source in today.network}


def held_since(today: Reading, day: date) -> list[Any]:
    return [one for one in today.of("activity") if one.held_on and one.held_on >= day]


def test_paper_members(today: Reading, certified: dict[str, Any]):
    recent = {one.id for one in held_since(today, YEAR_BEGINS)}
    busy = {tie.source for tie in today.of("responsible_for")}
    busy |= {tie.source for tie in today.of("participated_in") if tie.target in recent}
    assert {one for one in certified if not today.network.degree(one)} - busy == planted("paper_member")


def test_parts_in_tasks(today: Reading):
    parts = defaultdict(Counter)
    for tie in today.of("responsible_for"):
        parts[tie.target][tie.responsibility] += 1
    assert {task.id for task in today.of("task") if parts[task.id]["accountable"] != 1} == planted(
        "task_without_accountable"
    )
    assert all(parts[task.id]["responsible"] for task in today.of("task"))
    load = Counter(tie.source for tie in today.of("responsible_for"))
    overloaded = {one: parts for one, parts in load.items() if parts > 3 * median(load.values())}
    assert overloaded == dict.fromkeys(planted("task_overload"), number("task_overload"))


def test_agreements(today: Reading):
    limit = TODAY + timedelta(days=90)
    assert {one.id for one in today.of("agreement") if one.valid_to <= limit} == planted("agreement_ending")
    everything = {one.id: one for one in LEDGER.records()}
    covered = defaultdict(set)
    for tie in today.of("covers"):
        if everything[tie.target].kind in {"service", "issue"} and everything[tie.target].status == "in_execution":
            covered[tie.source].add(tie.target)
    assert {one for one in covered if everything[one].valid_to <= TODAY} == planted("ended_and_used")
    bare = {one for one in covered if not (everything[one].budget_baht or everything[one].resource_kinds)}
    assert bare == planted("agreement_incomplete")
    overdue = {one.agreement for one in today.of("agreement_stage") if one.due_on < TODAY and not one.done_on}
    assert overdue == planted("stage_overdue")


def test_papers(today: Reading, certified: dict[str, Any]):
    everything = {one.id: one for one in LEDGER.records()}
    superseded = {tie.target: everything[tie.target] for tie in today.of("supersedes")}
    cited = {seat.order_number for seat in today.of("appointed_to")}
    assert {one for one, paper in superseded.items() if paper.citation in cited} == planted("superseded_and_cited")
    papers = Counter(tie.certified_by for tie in certified.values())
    expired = {one: count for one, count in papers.items() if one and one not in today.by_id}
    assert expired == dict.fromkeys(planted("expired_and_cited"), number("expired_and_cited"))
    assert {one for one, tie in certified.items() if not tie.certified_by} == planted("certified_without_paper")


def test_the_check_doubts_what_is_planted_and_nothing_else():
    everything = {one.id: one for one in LEDGER.records()}
    found = defaultdict(list)
    for one in check_network(everything.values(), TODAY):
        found[one.code.removeprefix("integrity.")].append(one)
    assert found.keys() == {"certified_by_nothing", "cites_expired", "cites_superseded"}
    assert sorted(everything[one.record_id].source for one in found["certified_by_nothing"]) == sorted(
        planted("certified_without_paper")
    )
    assert {one.others[0].record_id for one in found["cites_expired"]} == planted("expired_and_cited")
    assert len(found["cites_expired"]) == number("expired_and_cited")
    replaced = {everything[one.others[0].record_id].target for one in found["cites_superseded"]}
    assert replaced == planted("superseded_and_cited")
    cited = [one.record_id for one in found["cites_superseded"]]
    assert len(cited) == len(set(cited)), "a record is doubted once for an order, however often it names it"


def test_meetings(today: Reading):
    last: dict[str, date] = {}
    for meeting in today.of("meeting"):
        last[meeting.body] = max(meeting.held_on, last.get(meeting.body, meeting.held_on))
    half_a_year_ago = date(2026, 4, 1)
    assert {one.id for one in today.of("body") if last[one.id] < half_a_year_ago} == planted("body_not_meeting")
    communities = {one.id: one for one in today.of("community_of_practice")}
    awake = {key for key, one in communities.items() if one.lesson_published_on and last[key] > date(2026, 7, 1)}
    assert awake == planted("community_active")
    assert communities.keys() - awake == planted("community_asleep")


def test_surveys(today: Reading):
    ratings = [one for one in today.of("rating") if one.survey_round == "1/2569"]
    share = {sector: Counter() for sector in Sector}
    for one in ratings:
        share[one.rater_sector] += Counter(asked=one.asked, raters=one.raters)
    rates = {sector: n["raters"] / n["asked"] for sector, n in share.items() if n["asked"]}
    low = {sector: rate for sector, rate in rates.items() if rate < 0.6}
    assert low == dict.fromkeys(planted("response_too_low"), number("response_too_low"))
    small = [one for one in ratings if one.mean is None]
    assert [{one.rater_sector, one.target_sector} for one in small] == [planted("cell_too_small")]
    assert [one.raters for one in small] == [number("cell_too_small")]
    accepted = {one.rater_sector: one.mean for one in ratings if one.rating_kind == "acceptance"}
    assert {min(accepted, key=lambda sector: accepted[sector])} == planted("acceptance_lowest")
    assert min(accepted.values()) == number("acceptance_lowest")


def test_decisions_and_promises(today: Reading):
    decided = {one.id: one for one in today.of("issue", "plan") if one.decided_on and one.decided_on >= YEAR_BEGINS}
    heard = set()
    for tie in today.of("concerns"):
        held = today.by_id[tie.source]
        before = tie.target in decided and held.held_on and held.held_on < decided[tie.target].decided_on
        if before and held.iap2_level != "inform" and held.feedback_published_on:
            heard.add(tie.target)
    assert heard == planted("decided_with_participation")
    assert decided.keys() - heard == planted("decided_without_participation")
    assert {one.id for one in today.of("activity") if one.promise_kept is False} == planted("promise_not_kept")


def test_stakeholders_and_needs(today: Reading):
    actors = {actor.id for actor in today.of("group", "organization")}
    named_for_an_issue = {tie.source for tie in today.of("stakeholder_of")} & actors
    assert named_for_an_issue - set(today.network) == planted("stakeholder_not_member")
    shared = {(tie.source, tie.target, tie.resource_kind) for tie in today.of("shares_resource")}
    matched = set()
    for need in today.of("needs_resource"):
        near = set(nx.single_source_shortest_path_length(today.network, need.source, cutoff=2)) - {need.source}
        for offer in today.of("offers_resource"):
            kind = need.resource_kind
            if offer.resource_kind == kind and offer.source in near and (offer.source, need.source, kind) not in shared:
                matched.add(need.source)
    assert matched == planted("need_matched")


def test_thin_pairs_are_thin_whichever_way_the_expectation_is_taken(today: Reading):
    degrees, sizes, between = Counter(), Counter(), Counter()
    sizes.update(today.sector(one) for one in today.network)
    for one, other in today.network.edges:
        degrees.update((today.sector(one), today.sector(other)))
        between[frozenset((today.sector(one), today.sector(other)))] += 1
    edges = today.network.number_of_edges()
    outside = sum(count for pair, count in between.items() if len(pair) == 2)
    pairs = sum(sizes[one] * sizes[other] for one, other in combinations(sizes, 2))
    thin = {}
    for one, other in combinations(sizes, 2):
        observed = between[frozenset((one, other))]
        expected = [degrees[one] * degrees[other] / (2 * edges), sizes[one] * sizes[other] * outside / pairs]
        if all(each >= 3 and observed < each / 2 for each in expected):
            thin[frozenset((one, other))] = observed
    facts = [fact for fact in PLANTED_FACTS if fact.figure == "thin_pair"]
    assert thin == {frozenset(fact.subjects): fact.number for fact in facts}


def test_what_nobody_checked(today: Reading):
    checked = [actor.last_verified_on for actor in today.of("group", "organization")]
    assert sum(day is None for day in checked) == number("never_verified")
    assert sum(day is not None and (TODAY - day).days > 365 for day in checked) == number("stale")


def named(subject: str) -> str:
    """A subject as the documentation names it: its name and its key, a sector by its code."""
    if subject in set(Sector):
        return f"`{subject}`"
    (record,) = (one for one in LEDGER.records() if one.id == LEDGER.id_of(key_of(subject)))
    return f"{record.display_name} (`{subject}`)"


def test_the_documentation_lists_every_fact():
    text = (ROOT / "docs" / "sample.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| *")]
    shown = ["" if fact.number is None else f"{fact.number:g}" for fact in PLANTED_FACTS]
    assert rows == [
        f"| *{fact.figure}* | {', '.join(map(named, fact.subjects))} | {told} | {fact.why} |"
        for fact, told in zip(PLANTED_FACTS, shown, strict=True)
    ]
