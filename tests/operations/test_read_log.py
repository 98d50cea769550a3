"""Readings are written in batches, in order, without values; what cannot be logged is not shown."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from network_service.errors import NotPermitted, StoreBusy, StoreUnavailable
from network_service.operations import read_log
from network_service.operations.read_log import BATCH, MOST_WAITING, WAIT_SECONDS, ReadLog, readings
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import ByHand, who

NOW = datetime(2026, 10, 1, tzinfo=UTC)
MANAGER, ADMINISTRATOR = who("network_manager"), who("administrator", provinces=None)


class Busy:
    """Application records that another holds, until it is let go."""

    def __init__(self, application):
        self.application, self.busy = application, True

    def append(self, collection, value):
        if self.busy:
            raise StoreBusy("store.busy")
        return self.application.append(collection, value)


@pytest.fixture
def application(tmp_path):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        yield store.application


def logged(application):
    return [one for _, batch in readings(ADMINISTRATOR, application) for one in batch]


def test_readings_wait_a_second_and_are_written_together(application):
    timer = ByHand()
    ticks = iter(range(10))
    log = ReadLog(application, clock=lambda: NOW + timedelta(seconds=next(ticks)), later=timer)
    log.note(MANAGER, "one_record", ["a"])
    log.note(MANAGER, "list_records", ["b", "c"])
    assert ([seconds for seconds, _ in timer.due], logged(application)) == ([WAIT_SECONDS], [])
    timer.ring()
    assert [(one.at, one.principal, one.operation, one.record_ids) for one in logged(application)] == [
        (NOW, "network_manager", "one_record", ("a",)),
        (NOW + timedelta(seconds=1), "network_manager", "list_records", ("b", "c")),
    ]
    assert len(list(application.entries("read_log"))) == 1
    log.note(MANAGER, "one_record", ["d"])
    assert len(timer.due) == 1


def test_a_full_batch_does_not_wait(application):
    log = ReadLog(application, later=ByHand())
    for _ in range(BATCH):
        log.note(MANAGER, "one_record", ["a"])
    assert len(logged(application)) == BATCH


def test_nothing_is_written_of_a_reading_without_guarded_records(application):
    timer = ByHand()
    ReadLog(application, later=timer).note(MANAGER, "list_records", [])
    assert timer.due == []


def test_what_a_busy_store_refuses_waits_on_in_order(application):
    busy, timer = Busy(application), ByHand()
    log = ReadLog(busy, later=timer)
    log.note(MANAGER, "first", ["a"])
    timer.ring()
    log.note(MANAGER, "second", ["b"])
    busy.busy = False
    timer.ring()
    assert [one.operation for one in logged(application)] == ["first", "second"]


def test_when_too_much_waits_what_is_guarded_is_refused(application, monkeypatch):
    monkeypatch.setattr(read_log, "MOST_WAITING", 2)
    log = ReadLog(Busy(application), later=ByHand())
    log.note(MANAGER, "one_record", ["a"])
    log.note(MANAGER, "one_record", ["b"])
    with pytest.raises(StoreUnavailable, match=r"read_log\.full"):
        log.note(MANAGER, "one_record", ["c"])
    assert MOST_WAITING > BATCH


def test_closing_writes_what_waits_or_says_what_is_lost(application):
    log = ReadLog(application, later=ByHand())
    log.note(MANAGER, "one_record", ["a"])
    log.close()
    assert len(logged(application)) == 1
    lost = ReadLog(Busy(application), later=ByHand())
    lost.note(MANAGER, "one_record", ["a"])
    with pytest.raises(StoreUnavailable, match=r"read_log\.lost"):
        lost.close()


def test_only_who_answers_for_the_log_reads_it(application):
    for role in ("viewer", "member", "researcher", "network_manager", "governors_office"):
        with pytest.raises(NotPermitted):
            readings(who(role), application)


def test_a_thread_writes_what_waits_without_being_asked(application):
    done = threading.Event()

    class Told:
        def append(self, collection, value):
            entry = application.append(collection, value)
            done.set()
            return entry

    ReadLog(Told(), later=lambda _, call: read_log.in_a_thread(0.0, call)).note(MANAGER, "one_record", ["a"])
    assert done.wait(10)
    assert len(logged(application)) == 1
