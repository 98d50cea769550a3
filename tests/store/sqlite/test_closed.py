"""Maintenance and what the file's other doors do: backups, restorations, a newer program's first start."""

import pytest

from network_service.errors import StoreBusy
from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.migrations import Migration, migrate, shipped
from tests.store.contract.conftest import StoppedClock
from tests.store.records import organization, put

NOW = StoppedClock().now


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "x.sqlite") as opened:
        put(opened, organization("ก"))
        yield opened


def test_a_copy_made_under_maintenance_takes_writes_once_it_is_restored(store, tmp_path):
    store.begin_maintenance("os:ผู้ดูแล")
    store.back_up(tmp_path / "copy.sqlite")
    store.end_maintenance("os:ผู้ดูแล")
    put(store, organization("ข"))
    store.restore(tmp_path / "copy.sqlite", principal="os:ผู้ดูแล")
    assert store.maintenance() is None
    assert store.get(organization("ข").id) is None
    put(store, organization("ค"))
    assert store.check() == []


def test_a_store_under_maintenance_is_not_replaced(store, tmp_path):
    store.back_up(tmp_path / "copy.sqlite")
    put(store, organization("ข"))
    began = store.begin_maintenance("os:ผู้ดูแล")
    with pytest.raises(StoreBusy) as error:
        store.restore(tmp_path / "copy.sqlite", principal="os:อีกคน")
    assert error.value.code == "store.maintenance"
    assert store.get(organization("ข").id) is not None
    assert store.maintenance() == began
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".sqlite") == ["copy.sqlite", "x.sqlite"]


def test_nothing_is_erased_under_maintenance(store):
    store.begin_maintenance("os:ผู้ดูแล")
    with pytest.raises(StoreBusy):
        store.erase([organization("ก").id], principal="os:ผู้ดูแล", reason_code="consent_withdrawn")
    assert store.get(organization("ก").id) is not None


def test_maintenance_outlives_a_restart_and_a_step_of_the_schema(store, tmp_path):
    began = store.begin_maintenance("os:ผู้ดูแล")
    store.close()
    connections = Connections(tmp_path / "x.sqlite", busy_seconds=0.1)
    number = shipped()[-1].number + 1
    assert migrate(connections, NOW, [*shipped(), Migration(number, "later.sql", "CREATE TABLE later (x);\n")]) == 1
    with connections.writing(in_maintenance=True) as connection:
        connection.execute("DROP TABLE later")
        connection.execute("DELETE FROM applied_migration WHERE number = ?", (number,))
    connections.close()
    with SqliteStore.open(tmp_path / "x.sqlite") as again:
        assert again.maintenance() == began
        with pytest.raises(StoreBusy):
            put(again, organization("ข"))
