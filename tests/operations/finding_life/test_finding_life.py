"""A finding is open, acknowledged, closed by data or open again; what people noted stays with it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from network_service.errors import NotPermitted, StaleWrite, UnknownRecord, UsageError
from network_service.findings.finding import Finding, Severity, Subject
from network_service.operations.finding_life.change_finding import FindingChange, change_finding
from network_service.operations.finding_life.follow_findings import follow_findings
from network_service.operations.finding_life.life import FindingState
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import HERE, THERE, who

MANAGER = who("network_manager")
NOW = datetime(2026, 10, 1, tzinfo=UTC)
DAY = date(2026, 10, 1)
ALONE, THIN = (
    Finding(rule, Severity.MINOR, (Subject("actor", "1", "ก"),), {}, {}, 1) for rule in ("isolate", "paper_member")
)
OPEN, ACKNOWLEDGED, CLOSED, REOPENED = FindingState


@pytest.fixture
def application(tmp_path):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        yield store.application


def follow(application, *findings, revision=1, days=0, province=HERE, principal=MANAGER):
    now = NOW + timedelta(days=days)
    return follow_findings(principal, application, province, findings, revision=revision, day=DAY, now=now)


def states(followed):
    return {one.rule: one.state for one in followed}


def change(application, finding=ALONE, version=0, days=0, province=HERE, principal=MANAGER, **what):
    now = NOW + timedelta(days=days)
    given = FindingChange(**what)
    return change_finding(principal, application, province, finding.id, given, expected_version=version, now=now)


def test_a_finding_goes_through_its_life_as_the_data_says(application):
    assert states(follow(application, ALONE, THIN)) == {"isolate": OPEN, "paper_member": OPEN}
    assert change(application, acknowledged=True)[0] is ACKNOWLEDGED
    assert states(follow(application, ALONE, THIN)) == {"isolate": ACKNOWLEDGED, "paper_member": OPEN}
    assert states(follow(application, revision=2, days=1)) == {"isolate": CLOSED, "paper_member": CLOSED}
    followed = follow(application, ALONE, revision=3, days=2)
    assert states(followed) == {"isolate": REOPENED, "paper_member": CLOSED}
    assert [one.finding for one in followed] == [ALONE, None]
    assert followed[0].since == NOW + timedelta(days=2)
    assert change(application, version=1, days=3, acknowledged=True)[0] is ACKNOWLEDGED
    assert change(application, version=2, days=3, acknowledged=False)[0] is REOPENED


def test_owner_due_date_and_notes_stay_through_closing_and_coming_back(application):
    follow(application, ALONE)
    _, life = change(application, owner="คุณสมหญิง", due_on=DAY, note="โทรแล้ว")
    _, life = change(application, version=life.version, note="นัดประชุม")
    follow(application, revision=2)
    (one,) = follow(application, ALONE, revision=3)
    assert (one.life.owner, one.life.due_on) == ("คุณสมหญิง", DAY)
    assert [(note.by, note.text) for note in one.life.notes] == [
        ("network_manager", "โทรแล้ว"),
        ("network_manager", "นัดประชุม"),
    ]
    _, life = change(application, version=life.version, owner=None, due_on=None)
    assert (life.owner, life.due_on, len(life.notes)) == (None, None, 2)


def test_a_look_at_the_past_closes_and_reopens_nothing(application):
    follow(application, ALONE, revision=5)
    assert states(follow(application, THIN, revision=4)) == {"paper_member": OPEN}
    assert states(follow(application, ALONE, revision=5)) == {"isolate": OPEN}


def test_a_change_of_what_somebody_else_changed_is_refused(application):
    follow(application, ALONE)
    change(application, owner="ก")
    with pytest.raises(StaleWrite):
        change(application, owner="ข")


def test_what_the_data_closed_cannot_be_acknowledged_and_what_never_was_cannot_be_changed(application):
    follow(application, ALONE)
    follow(application, revision=2)
    with pytest.raises(UsageError, match="closed"):
        change(application, acknowledged=True)
    with pytest.raises(UnknownRecord):
        change(application, THIN, note="ก")
    with pytest.raises(UsageError, match="too_long"):
        change(application, note="ก" * 4_001)


def test_provinces_are_apart_and_out_of_reach_is_refused(application):
    everywhere = who("network_manager", provinces=None)
    follow(application, ALONE)
    assert follow(application, province=THERE, principal=everywhere) == ()
    for refused in (lambda: follow(application, province=THERE), lambda: change(application, province=THERE)):
        with pytest.raises(NotPermitted, match=r"access\.province"):
            refused()
    follow(application, ALONE, province=THERE, principal=everywhere)
    change(application, province=THERE, principal=everywhere, owner="ก")
    assert [one.life.owner for one in follow(application, ALONE)] == [None]
