from dataclasses import replace
from typing import Any

import pytest

from network_service.findings.finding import Finding, Severity, Subject, in_order


def finding(*subjects: str, severity: Severity = Severity.MINOR, members: int = 1) -> Finding:
    return Finding("isolate", severity, tuple(Subject("actor", one, one.upper()) for one in subjects), {}, {}, members)


def test_the_id_is_that_of_the_rule_and_its_subjects() -> None:
    # First 16 digits of the SHA-256 of "isolate|actor:a|actor:b", taken with another program.
    assert finding("a", "b").id == finding("b", "a").id == "43ca9d1946617956"


@pytest.mark.parametrize(
    "change",
    [
        {"severity": Severity.CRITICAL},
        {"members_affected": 7},
        {"evidence": {"ties": 3}},
        {"parameters": {"name": "new"}},
        {"case": "not_known"},
        {"subjects": (Subject("actor", "a", "renamed"),)},
    ],
)
def test_the_id_stays_when_numbers_names_and_case_change(change: dict[str, Any]) -> None:
    assert replace(finding("a"), **change).id == finding("a").id


@pytest.mark.parametrize(
    "change",
    [
        {"rule": "split_component"},
        {"subjects": (Subject("actor", "b", "A"),)},
        {"subjects": (Subject("person", "a", "A"),)},
    ],
)
def test_the_id_is_another_for_another_rule_or_subject(change: dict[str, Any]) -> None:
    assert replace(finding("a"), **change).id != finding("a").id


def test_order_is_severity_then_members_affected_then_id() -> None:
    minor = finding("a", members=9)
    small, large = (finding("a", severity=Severity.MAJOR, members=members) for members in (1, 2))
    twins = sorted((finding(one, severity=Severity.CRITICAL) for one in "xyz"), key=lambda found: found.id)
    expected = (*twins, large, small, minor)
    assert in_order(reversed(expected)) == expected


def test_a_case_chooses_the_sentence_and_not_the_title() -> None:
    found = replace(finding("a"), case="not_known")
    assert (found.sentence, found.remedy, found.title) == (
        "finding.isolate.not_known",
        "finding.isolate.not_known.remedy",
        "finding.isolate.title",
    )
    assert (finding("a").sentence, finding("a").remedy) == ("finding.isolate", "finding.isolate.remedy")
