"""Whoever changes the file past the program is found out."""

import shutil
import sqlite3

import pytest

from network_service.store.chain import combined
from network_service.store.change import ChangeSet, Removal
from network_service.store.sqlite import SqliteStore
from tests.store.records import changed, collaboration, organization, put
from tests.trials import trials

KEY = b"k" * 32
COLUMNS = {
    "audit_entry": (
        *("sequence", "at", "principal", "operation", "change_set", "revision", "record_ids", "about"),
        *("before", "after", "previous", "digest", "seal"),
    ),
    "record_version": (
        *("record_id", "version", "revision", "superseded", "kind", "province", "valid_from", "valid_to"),
        *("source", "target", "data", "salt", "digest", "erased"),
    ),
}


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A store with history, and the head of its audit as kept outside."""
    path = tmp_path_factory.mktemp("original") / "x.sqlite"
    with SqliteStore.open(path, audit_key=KEY) as store:
        offices = [organization(f"สำนักงาน {n}") for n in range(5)]
        put(store, *offices)
        put(store, *(collaboration("สำนักงาน 0", f"สำนักงาน {n}", frequency=n) for n in range(1, 5)))
        for turn in range(4):
            put(store, changed(offices[turn], note=f"แก้ {turn}"), changed(offices[4], note=f"แก้ {turn}"))
        link = collaboration("สำนักงาน 0", "สำนักงาน 1", frequency=1)
        store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(link.id, 1),)))
        gone = collaboration("สำนักงาน 0", "สำนักงาน 2", frequency=2)
        store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(gone.id, 1),)))
        put(store, link)
        assert store.check() == []
        head = store.describe()["audit_head"]
    return path, head


def edit(connection, rng):
    """One random change of what is stored; whether it changed anything."""
    table = rng.choice(list(COLUMNS))
    column = rng.choice(COLUMNS[table])
    rows = [row[0] for row in connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]
    one, other = rng.sample(rows, 2)
    action = rng.choice(["set", "set", "set", "swap", "delete", "empty", "cut", "copy"])
    before = list(connection.execute(f"SELECT * FROM {table} ORDER BY 1"))
    if action == "set":
        value = rng.choice([rng.randrange(1, 9), f"ปลอม {rng.random()}", rng.randbytes(32)])
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, one))
    elif action == "empty":
        connection.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (one,))
    elif action == "swap":
        values = dict(connection.execute(f"SELECT rowid, {column} FROM {table} WHERE rowid IN (?, ?)", (one, other)))
        connection.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (one,))
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (values[one], other))
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (values[other], one))
    elif action == "delete":
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (one,))
    elif action == "cut":
        connection.execute(f"DELETE FROM {table} WHERE revision >= ?", (rng.randint(2, 6),))
    else:
        names = ", ".join(
            name for name in COLUMNS[table] if name not in ("sequence", "version", "revision", "change_set")
        )
        own = "sequence + 100, revision + 100, change_set || 'x'" if table == "audit_entry" else "version + 1, revision"
        keys = "sequence, revision, change_set" if table == "audit_entry" else "version, revision"
        connection.execute(
            f"INSERT INTO {table} ({keys}, {names}) SELECT {own}, {names} FROM {table} WHERE rowid = ?", (one,)
        )
    return list(connection.execute(f"SELECT * FROM {table} ORDER BY 1")) != before


def tampered(original, folder, trial, rng):
    """A copy that differs from the original in one random way."""
    path = folder / f"{trial}.sqlite"
    shutil.copy(original, path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    done = False
    while not done:
        try:
            done = edit(connection, rng)
        except sqlite3.IntegrityError:  # the schema itself does not let that one through
            connection.rollback()
    connection.commit()
    connection.close()
    return path


def test_every_random_edit_is_found(original, tmp_path, rng):
    store_path, head = original
    unseen = []
    for trial in range(trials(120, 1_000)):
        path = tampered(store_path, tmp_path, trial, rng)
        with SqliteStore.open(path, audit_key=KEY) as store:
            if not store.check(audit_head=head):
                unseen.append(trial)
        path.unlink()
    assert unseen == []


def test_a_store_rolled_back_whole_is_found_by_the_head_alone(original, tmp_path):
    store_path, head = original
    path = tmp_path / "x.sqlite"
    shutil.copy(store_path, path)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM record_version WHERE revision > 3")
    connection.execute("UPDATE record_version SET superseded = NULL WHERE superseded > 3")
    connection.execute("DELETE FROM audit_entry WHERE revision > 3")
    connection.commit()
    connection.close()
    with SqliteStore.open(path, audit_key=KEY) as store:
        assert store.check() == []
        assert store.check(audit_head=head) == ["store.check.head"]


def test_an_entry_written_without_the_key_is_found_with_it(original, tmp_path):
    path = tmp_path / "x.sqlite"
    shutil.copy(original[0], path)
    with SqliteStore.open(path) as store:
        put(store, organization("แทรก"))
        assert store.check() == []
    with SqliteStore.open(path, audit_key=KEY) as store:
        assert store.check() == ["store.check.seal"]
    with SqliteStore.open(path, audit_key=b"another key of thirty-two bytes.") as store:
        assert store.check() == ["store.check.seal"]


def test_a_key_may_come_into_use_late(tmp_path):
    path = tmp_path / "x.sqlite"
    with SqliteStore.open(path) as store:
        put(store, organization("ก่อนมีกุญแจ"))
    with SqliteStore.open(path, audit_key=KEY) as store:
        put(store, organization("มีกุญแจแล้ว"))
        assert store.check() == []


def test_an_erasure_that_the_ledger_forgot_or_that_the_audit_does_not_name_is_found(tmp_path):
    offices = [organization(name) for name in ("ก", "ข", "ค")]
    for statement, codes in (
        ("DELETE FROM erased_record", ["store.check.erasures"]),
        ("UPDATE erased_record SET revision = 1", ["store.check.erasures"]),
        ("UPDATE record_version SET erased = 1 WHERE erased = 2", ["store.check.content", "store.check.erasures"]),
    ):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
        with SqliteStore.open(path, audit_key=KEY) as store:
            put(store, *offices)
            store.erase([offices[0].id, offices[1].id], principal="os:tester", reason_code="consent_withdrawn")
            assert store.check() == []
            with store._connections.writing() as connection:
                connection.execute(statement)
            assert store.check() == codes


def test_names_that_are_not_the_records_are_found(tmp_path):
    with SqliteStore.open(tmp_path / "x.sqlite") as store:
        put(store, organization("ก"), organization("ข"))
        for statement in (
            "UPDATE searched_node SET form = 'อื่น' WHERE form = 'ก'",
            "DELETE FROM searched_node WHERE form = 'ข'",
            "UPDATE searched_node SET form = 'ก', province = 'TH-10'",
        ):
            with store._connections.writing() as connection:
                connection.execute(statement)
            assert store.check() == ["store.check.search"]


def test_an_emptied_version_that_no_erasure_names_is_found(original, tmp_path):
    path = tmp_path / "x.sqlite"
    shutil.copy(original[0], path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE record_version SET data = NULL, salt = NULL, erased = 3 WHERE number = 1")
    connection.commit()
    connection.close()
    with SqliteStore.open(path, audit_key=KEY) as store:
        assert store.check() == ["store.check.content", "store.check.erasures"]


def test_the_order_of_versions_does_not_change_their_combined_digest():
    assert combined([b"b", b"a"]) == combined([b"a", b"b"]) != combined([b"ab", b"c"])
