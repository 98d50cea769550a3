"""On the sample province the rules over affairs find what was planted, with its numbers, and readiness what fails."""

from pathlib import Path

import pytest

from examples.sample_province.build import sample_ledger
from examples.sample_province.planted_facts import PLANTED_FACTS
from network_service.domain.lens import Lens
from network_service.findings.finding import Finding, Severity
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.build import build_snapshot
from tests.findings.affairs_gone_wrong import findings_of_affairs
from tests.process.figures import recounted
from tests.snapshot.records import store_with

LEDGER = sample_ledger()


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    folder: Path = tmp_path_factory.mktemp("sample")
    lens = Lens(as_of=SAMPLE_DAY, provinces=(SAMPLE_PROVINCE,))
    with store_with(folder, *LEDGER.records()) as store:
        snapshot, affairs = build_snapshot(store, lens), build_affairs(store, lens)
    standards = Standards()
    return findings_of_affairs(Situation(snapshot, affairs, recounted(snapshot, standards.required_sectors), standards))


def ids(*subjects: str) -> set[str]:
    """Ids of what the tables name by `family:key`."""
    keys = [subject.partition(":") for subject in subjects]
    return {LEDGER.id_of((family, key)) for family, _, key in keys}


def planted(figure: str) -> set[str]:
    """Ids of what was planted for a figure."""
    return ids(*(subject for fact in PLANTED_FACTS if fact.figure == figure for subject in fact.subjects))


def first_subjects(findings: list[Finding], rule: str) -> set[str]:
    return {finding.subjects[0].id for finding in findings if finding.rule == rule}


@pytest.mark.parametrize(
    ("rule", "figure"),
    [
        ("paper_member", "paper_member"),
        ("task_overload", "task_overload"),
        ("agreement_ending", "agreement_ending"),
    ],
)
def test_what_was_planted_and_nothing_else_is_found(findings: list[Finding], rule: str, figure: str) -> None:
    assert first_subjects(findings, rule) == planted(figure)


def test_the_needs_that_were_planted_are_told_each_by_its_kind(findings: list[Finding]) -> None:
    in_need = [one.evidence["in_need"] for one in findings if one.rule == "resource_not_shared"]
    assert sorted(actor for actors in in_need for actor in actors) == sorted(planted("need_matched"))  # type: ignore[union-attr]


def test_the_heaviest_load_and_the_stale_records_are_those_planted(findings: list[Finding]) -> None:
    [overload] = [finding for finding in findings if finding.rule == "task_overload"]
    assert (overload.evidence["tasks"], overload.evidence["median"]) == (9, 1)
    [stale] = [finding for finding in findings if finding.rule == "stale_data"]
    assert (stale.evidence["stale"], stale.evidence["never_checked"], stale.evidence["records"]) == (17, 7, 150)


def test_only_conditions_that_were_made_to_fail_are_critical(findings: list[Finding]) -> None:
    """Those that fail by the readiness of the sample; the rules that tell two of them by subject are not asked here."""
    critical = {finding.subjects[0].id for finding in findings if finding.severity is Severity.CRITICAL}
    assert critical == first_subjects(findings, "step_condition_fails")
    assert critical == {
        *("stakeholders", "certified_members", "order_names_bodies", "no_lapsed_instrument", "body_meetings"),
        *("task_accountable", "members_with_role", "matching_assignments", "factors_met"),
        *("linker_of_sectors", "bodies_per_person"),
    }


def test_nothing_floods_the_list(findings: list[Finding]) -> None:
    rules = [finding.rule for finding in findings if finding.rule != "step_condition_fails"]
    assert max(rules.count(rule) for rule in rules) <= 4


def test_no_two_findings_have_one_id(findings: list[Finding]) -> None:
    assert len({finding.id for finding in findings}) == len(findings)
