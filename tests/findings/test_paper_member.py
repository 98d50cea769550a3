from datetime import date
from typing import Any

import pytest

from network_service.findings.finding import Finding
from network_service.findings.paper_member import paper_member
from network_service.process.situation import Situation
from tests.findings.affairs import found, told
from tests.process.hand import activity, involved, manager, situation, task

LATELY = activity("a", held_on=date(2025, 6, 1), participants=involved("g1"))


def province(**told_too: Any) -> Situation:
    """Two members who work together, and k1, certified, of whom nothing else is recorded."""
    usual = {"certified": ["g1", "k1"], "tasks": [task("t", "g1", "b1")], "activities": [LATELY]}
    return situation("b1 g1 k1", "b1-g1", **{**usual, **told_too})


def only(situation: Situation) -> Finding:
    [finding] = found(paper_member, situation)
    return finding


def test_a_certified_member_that_takes_part_in_nothing_is_found() -> None:
    finding = only(province())
    assert [subject.id for subject in finding.subjects] == ["k1"]
    assert (finding.severity.value, finding.members_affected) == ("minor", 1)
    assert "K1 ได้รับการรับรองเป็นภาคีสมาชิกแล้ว" in told(finding, "th")
    assert "no activity in the last 12 months" in told(finding, "en")


def test_who_is_not_certified_is_no_paper_member() -> None:
    assert found(paper_member, province(certified=["g1"])) == []


def test_a_part_in_a_task_of_any_kind_is_enough_but_not_in_a_cancelled_one() -> None:
    consulted = task("u", parts=involved("k1", "consulted"))
    assert found(paper_member, province(tasks=[task("t", "g1"), consulted])) == []
    cancelled = task("u", "k1", status="cancelled")
    assert len(found(paper_member, province(tasks=[task("t", "g1"), cancelled]))) == 1


@pytest.mark.parametrize(
    ("held_on", "count"),
    [(date(2025, 1, 14), 1), (date(2025, 1, 15), 0), (date(2026, 1, 15), 0), (date(2026, 1, 16), 1)],
)
def test_an_activity_counts_from_twelve_months_ago_until_today(held_on: date, count: int) -> None:
    own = activity("b", held_on=held_on, participants=involved("k1"))
    assert len(found(paper_member, province(activities=[LATELY, own]))) == count


@pytest.mark.parametrize(
    "nothing",
    [
        {"tasks": ()},
        {"activities": ()},
        {"activities": [activity("a", held_on=date(2024, 1, 1), participants=involved("g1"))]},
    ],
)
def test_nothing_is_said_while_a_kind_of_taking_part_is_not_recorded_at_all(nothing: dict[str, Any]) -> None:
    assert found(paper_member, province(**nothing)) == []
    assert found(paper_member, situation("g1 k1", certified=["k1"], tasks=[task("t", "g1")], activities=[LATELY])) == []


def test_who_was_at_an_activity_without_a_day_is_not_judged_and_said() -> None:
    undated = activity("b", participants=involved("k1"))
    two = situation(
        "b1 g1 k1 k2", "b1-g1", certified=["k1", "k2"], tasks=[task("t", "g1")], activities=[LATELY, undated]
    )
    finding = only(two)
    assert (finding.subjects[0].id, finding.evidence["not_judged"]) == ("k2", 1)
    assert "Of one more member it cannot be said" in told(finding, "en")


def test_a_managers_own_organisation_is_major() -> None:
    assert only(province(managers=[manager("k1")])).severity.value == "major"
