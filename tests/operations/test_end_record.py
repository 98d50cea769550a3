"""Ending a record sets the last day on which it holds; its ties end with it only where that is asked for."""

from datetime import date

import pytest

from network_service.domain.principal import local_operator
from network_service.errors import InputError, UsageError
from network_service.operations.end_record import end_record
from network_service.operations.plan import Action
from network_service.store.sqlite.store import SqliteStore
from tests.store.records import changed, collaboration, node, organization, put, tie

USER = local_operator("tester")
DAY = date(2026, 9, 30)
NEXT = date(2026, 10, 1)
OFFICE, CLUB = organization("สำนักงาน ก", valid_from=date(2025, 1, 1)), organization("ชมรม ข")
OPEN = collaboration(OFFICE.name, CLUB.name)
ENDED = tie("collaborates_with", CLUB.name, OFFICE.name, "ended", valid_to=date(2026, 1, 1))
LATER = tie("collaborates_with", CLUB.name, OFFICE.name, "later", valid_from=date(2027, 1, 1))


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        put(opened, OFFICE, CLUB, OPEN, ENDED, LATER)
        yield opened


def test_it_holds_on_its_last_day_and_no_longer_on_the_next(store):
    report = end_record(USER, store, OFFICE.name, DAY)
    ended = store.get(OFFICE.id).record
    assert (ended.holds_on(DAY), ended.holds_on(NEXT), ended.valid_to) == (True, False, NEXT)
    assert [change.action for change in report.correction.changes] == [Action.END]
    assert next(iter(reversed(list(store.audit())))).operation == "end"


def test_open_ties_stay_and_are_counted(store):
    report = end_record(USER, store, OFFICE.id, DAY)
    assert (report.open_ties, report.left) == (2, 0)
    assert store.get(OPEN.id).record == OPEN


def test_with_its_ties_the_open_ones_end_too_and_those_that_cannot_are_counted(store):
    report = end_record(USER, store, OFFICE.id, DAY, with_ties=True)
    assert (report.open_ties, report.left) == (1, 1)
    assert store.get(OPEN.id).record == changed(OPEN, valid_to=NEXT)
    assert (store.get(ENDED.id).record, store.get(LATER.id).record) == (ENDED, LATER)


def test_a_tie_ends_by_its_id(store):
    end_record(USER, store, OPEN.id, DAY)
    assert store.get(OPEN.id).record.valid_to == NEXT


def test_an_earlier_end_may_be_set_and_a_later_one_not(store):
    end_record(USER, store, OFFICE.id, DAY)
    for day in (DAY, date(2027, 1, 1)):
        with pytest.raises(InputError) as error:
            end_record(USER, store, OFFICE.id, day)
        assert (error.value.code, error.value.parameters["day"]) == ("end.already", DAY)
    end_record(USER, store, OFFICE.id, date(2026, 6, 30))
    assert store.get(OFFICE.id).record.valid_to == date(2026, 7, 1)


def test_days_out_of_order_are_refused_with_the_day_that_stands_against_it(store):
    with pytest.raises(InputError) as error:
        end_record(USER, store, OFFICE.id, date(2024, 12, 31))
    assert (error.value.code, error.value.parameters["other"]) == ("end.before_start", date(2025, 1, 1))
    signed = node("agreement", "ข้อตกลง", agreement_kind="mou", signed_on=date(2026, 12, 1))
    put(store, signed)
    with pytest.raises(InputError) as error:
        end_record(USER, store, signed.id, DAY)
    assert (error.value.code, error.value.parameters["other"]) == ("end.before_signing", date(2026, 12, 1))
    with pytest.raises(UsageError, match=r"end\.too_late"):
        end_record(USER, store, OFFICE.id, date.max)
    assert store.revision() == 2


def test_a_dry_run_writes_nothing(store):
    report = end_record(USER, store, OFFICE.id, DAY, with_ties=True, dry_run=True)
    assert (len(report.correction.changes), report.correction.revision, store.revision()) == (2, None, 1)
