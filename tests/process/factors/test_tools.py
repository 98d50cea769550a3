"""The factors that tools of administration decide: contracts and participation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from network_service.process.factor import Factor, Status
from network_service.process.factors.contract_tools import contract_tools
from network_service.process.factors.participation_tools import participation_tools
from network_service.snapshot.affairs.agreements import AgreementAffairs
from network_service.snapshot.affairs.work import ActivityAffairs
from tests.process.hand import activity, agreement, issue, plan, service, situation

RUNNING = [service("s", status="in_execution"), service("t", status="open")]
WHOLE = agreement("m", "g1 b1", ["s", "i"])


def contracts(
    agreements: Sequence[AgreementAffairs], *, statuses: tuple[str | None, ...] = ("in_execution",)
) -> Factor:
    issues = [issue(f"i{place}" if place else "i", status=status) for place, status in enumerate(statuses)]
    return contract_tools(situation(services=RUNNING, issues=issues, agreements=agreements))


def test_contracts_cover_what_is_in_execution() -> None:
    found = contracts([agreement("m", "g1 b1", ["s", "t"])])
    assert (found.score, found.status) == (0.5, Status.PARTIAL)
    assert (found.evidence["in_execution"], found.evidence["without_agreement"]) == (2, ("i",))
    assert contracts([WHOLE]).score == 1.0


@pytest.mark.parametrize(
    "lacking",
    [
        replace(WHOLE, signed=None),
        replace(WHOLE, signed=False),
        replace(WHOLE, has_objective=False),
        replace(WHOLE, indicators=0),
        replace(WHOLE, resource_kinds=()),
        replace(WHOLE, ends_on=None),
        replace(WHOLE, is_monitored=False),
        agreement("m", "g1 g2", ["s", "i"]),
        agreement("m", "g1 x1", ["s", "i"]),
    ],
)
def test_an_agreement_that_lacks_anything_covers_nothing(lacking: AgreementAffairs) -> None:
    found = contracts([lacking])
    assert (found.score, found.status) == (0.0, Status.UNMET)
    assert found.evidence["agreement_incomplete"] == ("i", "s")


def test_a_budget_alone_is_a_resource() -> None:
    assert contracts([replace(WHOLE, resource_kinds=(), budget_baht=0)]).score == 1.0


def test_contracts_are_not_known_without_agreement_or_work_or_enough_statuses() -> None:
    assert contracts([]).status is Status.UNKNOWN
    assert contract_tools(situation(agreements=[WHOLE])).status is Status.UNKNOWN
    assert contracts([WHOLE], statuses=("in_execution", None, None)).cover == 0.6
    assert contracts([WHOLE], statuses=("in_execution", None, None, None)).status is Status.UNKNOWN


DECIDED = issue("i", decided_on=date(2025, 12, 1))
ASKED = activity(
    "a", held_on=date(2025, 11, 1), iap2_level="consult", feedback_published_on=date(2025, 12, 20), concerns=("i",)
)


def participation(
    *activities: ActivityAffairs, issues: Sequence[object] = (DECIDED,), plans: Sequence[object] = ()
) -> Factor:
    return participation_tools(situation(issues=issues, plans=plans, activities=activities))


def test_a_decision_with_a_hearing_before_it_and_feedback_counts() -> None:
    found = participation(ASKED)
    assert (found.score, found.status, found.evidence["fiscal_year"]) == (1.0, Status.MET, 2569)


@pytest.mark.parametrize(
    ("other", "counts"),
    [
        (replace(ASKED, iap2_level="empower"), True),
        (replace(ASKED, iap2_level="inform"), False),
        (replace(ASKED, held_on=date(2025, 11, 30)), True),
        (replace(ASKED, held_on=date(2025, 12, 1)), False),
        (replace(ASKED, held_on=date(2025, 12, 2)), False),
        (replace(ASKED, feedback_published_on=None), False),
        (replace(ASKED, feedback_published_on=date(2026, 1, 15)), True),
        (replace(ASKED, feedback_published_on=date(2026, 1, 16)), False),
        (replace(ASKED, concerns=("j",)), False),
        (replace(ASKED, status="cancelled"), False),
    ],
)
def test_what_counts_as_asking_before_the_decision(other: ActivityAffairs, counts: bool) -> None:
    found = participation(other)
    assert found.score == float(counts)
    assert found.evidence["decided_without"] == (() if counts else ("i",))


def test_only_what_was_decided_in_the_fiscal_year_is_judged() -> None:
    """Fiscal year 2569 began on 1 October 2025."""
    last = issue("j", decided_on=date(2025, 9, 30))
    first = plan("p", decided_on=date(2025, 10, 1))
    coming = plan("q", decided_on=date(2026, 1, 16))
    found = participation(ASKED, issues=[DECIDED, last], plans=[first, coming])
    assert (found.evidence["decided"], found.score) == (2, 0.5)
    before = participation(ASKED, issues=[last])
    assert (before.evidence["fiscal_year"], before.evidence["decided"]) == (2568, 1), "nothing is decided in this one"


def test_levels_and_groups_present_are_told() -> None:
    other = replace(ASKED, id="b", iap2_level=None, groups_present=("women",))
    found = participation(ASKED, replace(ASKED, id="c", iap2_level="inform"), other)
    assert (found.evidence["level_consult"], found.evidence["level_inform"]) == (1, 1)
    assert (found.evidence["level_not_known"], found.evidence["activities_with_population_group"]) == (1, 1)


@pytest.mark.parametrize(("untold", "known"), [(2, True), (3, False)])
def test_activities_without_level_or_day_cost_cover(untold: int, known: bool) -> None:
    whole = [replace(ASKED, id=f"w{one}") for one in range(3)]
    bare = [replace(ASKED, id=f"u{one}", iap2_level=None) for one in range(untold)]
    assert (participation(*whole, *bare).score is not None) == known


def test_participation_is_not_known_without_decisions_or_without_any_activity() -> None:
    assert participation(ASKED, issues=[]).status is Status.UNKNOWN
    assert participation().status is Status.UNKNOWN
    elsewhere = replace(ASKED, concerns=())
    assert participation(elsewhere).score == 0.0, "absence answers once activities are recorded"
