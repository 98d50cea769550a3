"""What is due of agreements: within 90 days, overdue, and nothing that is done or over."""

from datetime import date, timedelta

import pytest

from network_service.domain.kinds import record_from
from network_service.domain.record import Record
from network_service.operations.due_soon import due_soon
from tests.store.records import PROVINCE, node, uid

DAY = date(2026, 10, 1)


def agreement(name: str, **fields: object):
    return node("agreement", name, agreement_kind="grant", **fields)


def stage(of: Record, which: str, **fields: object):
    name = f"{of.id} {which}"
    return record_from(
        {"id": uid(name), "kind": "agreement_stage", "province": PROVINCE, "agreement": of.id, "stage": which, **fields}
    )


def due(*records):
    return [(one.code, one.record, one.day) for one in due_soon({one.id: one for one in records}, DAY)]


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True), (90, True), (91, False)])
def test_an_agreement_is_told_ninety_days_before_it_ends_until_it_has_ended(days: int, told: bool):
    record = agreement("ก", valid_to=DAY + timedelta(days=days))
    assert due(record) == ([("agreement_ends", record, DAY + timedelta(days=days - 1))] if told else [])


def test_one_without_an_end_is_never_due():
    assert due(agreement("ก")) == []


@pytest.mark.parametrize(("days", "told"), [(-400, True), (0, True), (90, True), (91, False)])
def test_a_stage_is_told_until_it_is_done(days: int, told: bool):
    grant = agreement("ก")
    day = DAY + timedelta(days=days)
    waiting = stage(grant, "deliver", due_on=day)
    done = stage(grant, "settlement", due_on=day, done_on=day)
    assert due(grant, waiting, done) == ([("stage_due", waiting, day)] if told else [])


def test_the_most_pressing_comes_first():
    grant = agreement("ก", valid_to=DAY + timedelta(days=30))
    late = stage(grant, "deliver", due_on=DAY - timedelta(days=3))
    assert [code for code, *_ in due(grant, late)] == ["stage_due", "agreement_ends"]
