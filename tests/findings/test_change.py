"""Findings followed from one analysis to the next."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from network_service.findings.change import compare_findings
from network_service.findings.finding import Finding, Severity, Subject


def finding(rule: str, on: str, severity: Severity = Severity.MINOR, members: int = 1) -> Finding:
    return Finding(rule, severity, (Subject("actor", on, on.upper()),), {}, {}, members)


ISOLATE, POINT = finding("isolate", "g1"), finding("single_point_of_failure", "b1", Severity.MAJOR)


def test_findings_open_close_and_stay_by_rule_and_subjects():
    other = finding("isolate", "k1")
    found = compare_findings([ISOLATE, POINT], [other, replace(POINT, members_affected=4)])
    assert (found.opened, found.closed) == ((other,), (ISOLATE,))
    assert [(one.before.members_affected, one.after.members_affected) for one in found.still_open] == [(1, 4)]
    assert found.moved == ()
    assert not found.is_empty


def test_one_that_became_more_pressing_is_still_open_and_has_moved():
    worse = replace(POINT, severity=Severity.CRITICAL)
    found = compare_findings([POINT], [worse])
    assert [(one.before, one.after) for one in found.moved] == [(POINT, worse)]
    assert (found.opened, found.closed, found.is_empty) == ((), (), False)


def test_numbers_alone_leave_nothing_to_tell():
    assert compare_findings([POINT], [replace(POINT, members_affected=9, case="other")]).is_empty
    assert compare_findings([], []).is_empty


def test_each_list_has_the_most_pressing_first():
    found = compare_findings([], [ISOLATE, finding("isolate", "k1", members=7), POINT])
    assert [(one.severity, one.members_affected) for one in found.opened] == [
        (Severity.MAJOR, 1),
        (Severity.MINOR, 7),
        (Severity.MINOR, 1),
    ]


FINDINGS = st.lists(
    st.builds(
        finding, st.sampled_from(["isolate", "too_many_bodies"]), st.sampled_from("abcd"), st.sampled_from(Severity)
    ),
    unique_by=lambda one: one.id,
)


@given(FINDINGS, FINDINGS)
def test_read_backwards_what_opened_has_closed(before: list[Finding], after: list[Finding]):
    forth, back = compare_findings(before, after), compare_findings(after, before)
    assert (forth.opened, forth.closed) == (back.closed, back.opened)
    assert len(forth.opened) + len(forth.still_open) == len(after)
    assert compare_findings(before, before).is_empty
