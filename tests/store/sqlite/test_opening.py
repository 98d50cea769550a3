"""A store is made where there is none, and what is no store of ours is refused untouched."""

import sqlite3
import stat
import threading

import pytest

from network_service.errors import StoreDamaged, StoreUnavailable
from network_service.store.sqlite import SqliteStore
from tests.store.records import organization, put

OFFICE = organization("สำนักงานตัวอย่าง")


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "โฟลเดอร์ ที่มีช่องว่าง #1?%20"
    folder.mkdir()
    return folder / "เครือข่าย.sqlite"


def test_a_store_is_made_and_found_again(path):
    with SqliteStore.open(path) as store:
        put(store, OFFICE)
    with SqliteStore.open(path) as store:
        assert store.get(OFFICE.id).record == OFFICE
        assert store.describe()["path"] == str(path)


def test_a_new_store_is_for_its_owner_only(path):
    with SqliteStore.open(path) as store:
        put(store, OFFICE)
        files = list(path.parent.iterdir())
    assert {stat.S_IMODE(file.stat().st_mode) & 0o077 for file in files if file.exists()} == {0}


def test_a_commit_is_on_the_disk_before_it_is_acknowledged(path):
    with SqliteStore.open(path) as store, store._connections.writing() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize("content", [b"not a database at all " * 100, b"x", b"SQLite format 3\x00" + b"\x00" * 84])
def test_a_file_that_is_no_database_is_refused_untouched(path, content):
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        SqliteStore.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_untouched(path):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    content = path.read_bytes()
    with pytest.raises(StoreDamaged) as error:
        SqliteStore.open(path)
    assert error.value.code == "store.not_a_store"
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_store(path):
    path.touch()
    with SqliteStore.open(path) as store:
        assert store.revision() == 0


def test_a_path_that_cannot_be_opened_is_unavailable(tmp_path):
    for place in (tmp_path, tmp_path / "absent" / "x.sqlite", tmp_path / ("ก" * 300)):
        with pytest.raises(StoreUnavailable) as error:
            SqliteStore.open(place)
        assert error.value.code == "store.cannot_open"


def test_a_closed_store_says_so(path):
    store = SqliteStore.open(path)
    put(store, OFFICE)
    store.close()
    for call in (store.revision, lambda: put(store, OFFICE), store.check, store.describe):
        with pytest.raises(StoreUnavailable) as error:
            call()
        assert error.value.code == "store.closed"


def test_a_store_moved_away_is_not_made_anew_by_reading(path):
    with SqliteStore.open(path) as store:
        put(store, OFFICE)
        path.rename(path.with_suffix(".moved"))
        store._connections._idle.clear()
        with pytest.raises(StoreUnavailable):
            store.revision()
    assert not path.exists()


def test_a_store_moved_away_is_neither_read_nor_written_until_it_is_back(path):
    away = path.with_suffix(".moved")
    with SqliteStore.open(path) as store:
        put(store, organization("ก่อนย้าย"))
        list(store.records())  # leaves a connection open that would still read it
        path.rename(away)
        for ask in (store.revision, lambda: list(store.records()), lambda: put(store, organization("ระหว่างย้าย"))):
            with pytest.raises(StoreUnavailable) as error:
                ask()
            assert error.value.code == "store.moved"
        assert not path.exists()
        away.rename(path)
        put(store, organization("หลังย้าย"))
        assert [found.record.name for found in store.records()] == ["ก่อนย้าย", "หลังย้าย"]


def test_a_store_that_another_took_the_place_of_is_not_written_on_without_a_trace(path):
    with SqliteStore.open(path.with_suffix(".other")) as other:
        put(other, organization("อีกแฟ้ม"))
    with SqliteStore.open(path) as store:
        path.with_suffix(".other").replace(path)
        with pytest.raises(StoreUnavailable) as error:
            put(store, organization("หายไปกับแฟ้มเดิม"))
        assert error.value.code == "store.moved"


def test_many_may_make_the_same_store_at_once(path):
    opened, failed = [], []

    def make() -> None:
        try:
            with SqliteStore.open(path, busy_seconds=20) as store:
                opened.append(store.describe()["schema"])
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(set(opened)) == 1
