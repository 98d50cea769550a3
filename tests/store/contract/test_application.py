"""What the program remembers: values under keys, with versions and ends."""

import threading
from datetime import datetime, timedelta

import pytest

from network_service.errors import StaleWrite, UsageError
from network_service.store.application import Entry
from tests.store.records import organization, put


def test_a_value_comes_back_as_it_was(application):
    value = {"x": 1.5, "ชื่อ": ["ก", None, True, {"ซ้อน": -3}], "ว่าง": ""}
    written = application.put("positions", "TH-98", value, expected_version=0)
    assert written == application.get("positions", "TH-98") == Entry("positions", "TH-98", 1, value)
    assert application.get("positions", "TH-97") is None
    assert application.get("other", "TH-98") is None


def test_a_value_is_written_only_over_the_version_that_was_seen(application):
    application.put("views", "a", 1, expected_version=0)
    assert application.put("views", "a", 2, expected_version=1).version == 2
    for expected in (0, 1, 3):
        with pytest.raises(StaleWrite) as error:
            application.put("views", "a", 9, expected_version=expected)
        assert error.value.parameters["current"] == 2
    with pytest.raises(StaleWrite):
        application.put("views", "absent", 9, expected_version=1)
    assert application.get("views", "a").value == 2


def test_entries_come_in_the_order_of_key_and_in_pages(application):
    for key in ("ข", "b", "a", "ก", "c"):
        application.put("views", key, key, expected_version=0)
    application.put("other", "z", 0, expected_version=0)
    keys = [entry.key for entry in application.entries("views")]
    assert keys == sorted(["ข", "b", "a", "ก", "c"])
    assert [entry.key for entry in application.entries("views", after="b", limit=2)] == keys[2:4]
    assert list(application.entries("nothing")) == []
    assert list(application.entries("views", limit=0)) == []


def test_more_entries_than_a_page_holds_come_once_each(application):
    for number in range(1_203):
        application.append("reads", number)
    assert [entry.value for entry in application.entries("reads")] == list(range(1_203))


def test_an_expired_entry_is_as_if_it_were_not_there(application, clock):
    end = clock.now + timedelta(hours=1)
    application.put("sessions", "s", "who", expected_version=0, expires_at=end)
    assert application.get("sessions", "s").expires_at == end
    clock.move(hours=1)
    assert application.get("sessions", "s") is None
    assert list(application.entries("sessions")) == []
    assert application.put("sessions", "s", "other", expected_version=0).version == 1


def test_expired_entries_are_dropped_and_counted(application, clock):
    for hours in (1, 2, 3):
        end = clock.now + timedelta(hours=hours)
        application.put("sessions", str(hours), hours, expected_version=0, expires_at=end)
    application.put("sessions", "never", 0, expected_version=0)
    assert application.expire(clock.now + timedelta(hours=2)) == 2
    assert application.expire(clock.now + timedelta(hours=2)) == 0
    assert [entry.key for entry in application.entries("sessions")] == ["3", "never"]


def test_the_end_is_a_moment_whatever_the_zone_it_is_written_in(application, clock):
    bangkok = datetime.fromisoformat("2026-10-01T10:00:00+07:00")  # 03:00 UTC: half an hour from now
    application.put("sessions", "s", 1, expected_version=0, expires_at=bangkok)
    assert application.get("sessions", "s").expires_at == bangkok
    clock.move(minutes=31)
    assert application.get("sessions", "s") is None
    with pytest.raises(UsageError):
        application.put("sessions", "s", 1, expected_version=0, expires_at=bangkok.replace(tzinfo=None))


def test_appended_entries_keep_their_order_and_no_number_is_given_twice(application):
    keys = [application.append("reads", number).key for number in range(12)]
    assert keys == sorted(keys)
    assert [entry.value for entry in application.entries("reads")] == list(range(12))
    assert application.append("other", 0).key == keys[0]


def test_threads_append_without_losing_any(application):
    threads = [threading.Thread(target=lambda: [application.append("reads", 1) for _ in range(10)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(application.entries("reads"))) == 40


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", {1, 2}])
def test_a_value_that_json_has_not_is_refused(application, value):
    with pytest.raises(UsageError) as error:
        application.put("views", "a", value, expected_version=0)
    assert error.value.code == "store.unfit_value"
    assert application.get("views", "a") is None


def test_application_records_are_no_part_of_the_network(store, application):
    put(store, organization("สำนักงาน"))
    application.put("views", "a", 1, expected_version=0)
    assert store.revision() == 1
    assert len(list(store.records())) == 1
    assert len(list(store.audit())) == 1
    assert store.check() == []
