"""Under maintenance a store is read as ever and written by nobody."""

from datetime import UTC, datetime

import pytest

from network_service.errors import StoreBusy
from network_service.store.maintenance import COLLECTION, Maintenance
from tests.store.records import change_set, organization, put

OFFICE = organization("สำนักงานตัวอย่าง")


def test_a_store_takes_writes_until_it_is_told_otherwise(store):
    assert store.maintenance() is None
    assert store.end_maintenance("os:ก") is None
    assert list(store.application.entries(COLLECTION)) == []


@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.apply(change_set(organization("ใหม่"))),
        lambda store: store.apply(change_set(OFFICE, key="กุญแจ")),
        lambda store: store.application.put("ก", "ข", 1, expected_version=0),
        lambda store: store.application.append("ก", 1),
        lambda store: store.application.expire(datetime(2030, 1, 1, tzinfo=UTC)),
    ],
)
def test_every_write_is_refused_and_says_who_and_since_when(store, write):
    put(store, OFFICE)
    store.begin_maintenance("os:ผู้ดูแล")
    with store.raw() as reader:
        before = reader.head()
    with pytest.raises(StoreBusy) as error:
        write(store)
    assert error.value.code == "store.maintenance"
    assert error.value.parameters == {"principal": "os:ผู้ดูแล", "since": "2026-10-01 02:30:00 UTC"}
    with store.raw() as reader:
        assert reader.head() == before


def test_reading_goes_on(store):
    put(store, OFFICE)
    store.begin_maintenance("os:ก")
    assert store.get(OFFICE.id).record == OFFICE
    assert store.check() == []
    assert "os:ก" in store.describe()["maintenance"]


def test_the_one_who_began_stays_named_until_somebody_ends_it(store, clock):
    began = store.begin_maintenance("os:ก")
    assert began == Maintenance("os:ก", clock())
    clock.move(hours=1)
    assert store.begin_maintenance("os:ข") == began == store.maintenance()
    assert store.end_maintenance("os:ค") == began
    assert store.maintenance() is None
    put(store, OFFICE)
    assert store.describe()["maintenance"] == "no"


def test_each_turn_is_kept_with_who_and_when(store, clock):
    store.begin_maintenance("os:ก")
    store.begin_maintenance("os:ข")
    clock.move(hours=1)
    store.end_maintenance("os:ค")
    store.end_maintenance("os:ง")
    assert [entry.value for entry in store.application.entries(COLLECTION)] == [
        {"turned": "on", "principal": "os:ก", "at": "2026-10-01T02:30:00+00:00"},
        {"turned": "off", "principal": "os:ค", "at": "2026-10-01T03:30:00+00:00"},
    ]
    assert store.revision() == 0
    assert store.check() == []
