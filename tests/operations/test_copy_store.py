"""A whole store is copied with its history and audit, or not at all; what was cut off is gone on with."""

import multiprocessing
import os
import signal
import sqlite3
from contextlib import contextmanager
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import InputError, NotPermitted, StoreBusy, StoreDamaged, UsageError
from network_service.operations.copy_store import copy_store
from network_service.store.change import Change, ChangeSet
from network_service.store.content_hash import content_hash
from network_service.store.neo4j import Credentials, Neo4jStore
from network_service.store.neo4j.raw_writer import Neo4jRawWriter
from network_service.store.raw import Section
from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.raw_writer import SqliteRawWriter
from tests.store.contract.conftest import KEY, StoppedClock
from tests.store.contract.test_any_history import apply, expected_state, steps
from tests.store.histories import KEYED, write_history
from tests.store.records import changed, organization, put, uid
from tests.trials import trials

FORK = multiprocessing.get_context("fork")
OPERATOR = local_operator("tester")


@pytest.fixture
def clock():
    return StoppedClock()


@pytest.fixture
def source(tmp_path, clock):
    with SqliteStore.open(tmp_path / "source.sqlite", audit_key=KEY, clock=clock) as store:
        write_history(store, clock)
        yield store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "target.sqlite"


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr("network_service.store.sqlite.raw.PAGE", 3)


def copied(source, path, **how):
    return copy_store(OPERATOR, source, lambda: SqliteRawWriter.open(path, audit_key=KEY), **how)


def opened(path, clock=None):
    return SqliteStore.open(path, audit_key=KEY, clock=clock or StoppedClock())


def hash_of(store):
    with store.raw() as reader:
        return content_hash(reader)


def story_of(store):
    """What the contract tells of a store: each revision, each history, the audit, the application's records."""
    records = {
        stored.record.id for revision in range(store.revision() + 1) for stored in store.records(revision=revision)
    }
    return (
        [list(store.records(revision=revision)) for revision in range(store.revision() + 1)],
        [store.changes(revision) for revision in range(1, store.revision() + 1)],
        {record: store.history(record) for record in records},
        list(store.audit()),
        [list(store.application.entries(name)) for name in ("ตำแหน่ง", "ชั่วคราว", "บันทึก")],
    )


def test_a_copy_tells_the_same_story_and_goes_on_as_the_original_would(source, path, clock):
    report = copied(source, path)
    assert (report.source_hash, report.resumed) == (report.target_hash, 0)
    assert (report.head.revision, report.head.audit_head) == (source.revision(), source.describe()["audit_head"])
    with opened(path, clock) as target:
        assert hash_of(target) == hash_of(source) == report.source_hash
        assert story_of(target) == story_of(source)
        assert target.check(audit_head=report.head.audit_head) == source.check() == []
        again = target.apply(KEYED)
        assert (again.repeated, again) == (True, source.apply(KEYED))
        assert target.application.append("บันทึก", "ต่อ").key == "000000000004"
        applied = put(target, changed(target.get(uid("สำนักงาน 0")).record, note="หลังคัดลอก"))
        assert applied.revision == source.revision() + 1
        assert target.check() == []


def test_an_empty_store_is_copied_as_one(tmp_path, path):
    with opened(tmp_path / "empty.sqlite") as empty:
        report = copied(empty, path)
    with opened(path) as target:
        assert (hash_of(target), target.revision()) == (report.source_hash, 0)
        put(target, organization("ก"))


def test_what_was_erased_stays_erased_and_in_the_ledger(source, path, clock):
    copied(source, path)
    with opened(path) as target, target.raw() as reader:
        (ledger,) = reader.pages(Section.ERASURES)
        erased = uid("ชื่อที่จะลบ")
        assert [tuple(row) for row in ledger] == [(erased, source.revision(), clock().isoformat())]
        assert (target.history(erased), target.search("ชื่อที่จะลบ")) == ([], [])
    assert "ชื่อที่จะลบ".encode() not in path.read_bytes()


def test_names_are_searched_for_in_the_copy_as_in_the_original(source, path):
    copied(source, path)
    with opened(path) as target:
        assert target.search("นักงาน 3") == source.search("นักงาน 3") != []
        put(target, changed(target.get(uid("สำนักงาน 3")).record, name="ที่ทำการ"))
        assert (target.search("นักงาน 3"), len(target.search("ที่ทำ"))) == ([], 1)


def test_a_source_that_is_written_to_meanwhile_is_copied_as_it_was_at_the_start(source, path, small_pages):
    before = hash_of(source)

    def meanwhile(stage, done, _total):
        if stage == "progress.copy.rows":
            put(source, organization(f"ระหว่างคัดลอก {done}"))

    assert copied(source, path, progress=meanwhile).target_hash == before != hash_of(source)


def test_progress_is_told_to_the_end(source, path, small_pages):
    told: dict[str, list[tuple[int, int]]] = {}
    report = copied(source, path, progress=lambda stage, *count: told.setdefault(stage, []).append(count))
    assert list(told) == [f"progress.copy.{stage}" for stage in ("check", "hash", "rows", "compare")]
    for counts in list(told.values())[1:]:
        assert counts[-1] == (report.head.total, report.head.total)
        assert counts == sorted(counts)


@pytest.mark.parametrize(
    ("stage", "rows"), [*(("progress.copy.rows", rows) for rows in range(3, 31, 3)), ("progress.copy.compare", 10)]
)
def test_a_copy_that_is_interrupted_anywhere_is_gone_on_with(source, path, small_pages, stage, rows):
    def interrupt(now, done, _total):
        if now == stage and done >= rows:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copied(source, path, progress=interrupt)
    with pytest.raises(StoreBusy):
        opened(path)
    report = copied(source, path)
    assert rows <= report.resumed <= report.head.total
    with opened(path) as target:
        assert (hash_of(target), target.check()) == (hash_of(source), [])


def test_a_copy_killed_at_any_statement_is_gone_on_with(source, tmp_path, small_pages):
    """Every place between the first statement and the last, in steps that meet pages, commits and the finish."""
    expected, statement, step, killed, closed = hash_of(source), 1, trials(13, 1), 0, 0
    while True:
        path = tmp_path / f"{statement}.sqlite"
        child = FORK.Process(target=_copy_and_die, args=(tmp_path / "source.sqlite", path, statement))
        child.start()
        child.join()
        if child.exitcode != -signal.SIGKILL:
            break
        killed += 1
        try:
            with opened(path) as target:  # open to others: before the first row, or after the last
                found = hash_of(target)
                assert target.revision() in (0, source.revision())
        except StoreBusy:
            found, closed = None, closed + 1
        if found != expected:
            assert copied(source, path).target_hash == expected
        with opened(path) as target:
            assert (hash_of(target), target.check()) == (expected, [])
        statement += step
    assert child.exitcode == 0
    assert killed > 10
    assert closed > killed / 2


def _copy_and_die(source, path, statement):
    left = [statement]

    def count(_text):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def target():
        writer = SqliteRawWriter.open(path, audit_key=KEY)
        writer._connections._writer.set_trace_callback(count)
        return writer

    copy_store(OPERATOR, SqliteStore.open(source, audit_key=KEY), target)
    os._exit(0)


@pytest.mark.parametrize(
    "write",
    [
        lambda store: put(store, organization("มาทีหลัง")),
        lambda store: store.application.append("บันทึก", "มาทีหลัง"),
        lambda store: store.application.expire(StoppedClock().now + timedelta(days=9)),
        lambda store: store.apply(ChangeSet("os:tester", "test", (Change(organization("สำนักงาน 4"), 1),), "กุญแจ 9")),
    ],
)
def test_a_source_that_changed_since_is_copied_from_the_start_or_not_at_all(source, path, small_pages, write):
    def interrupt(stage, done, _total):
        if stage == "progress.copy.rows" and done > 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copied(source, path, progress=interrupt)
    write(source)
    with pytest.raises(InputError) as error:
        copied(source, path)
    assert error.value.code == "store.source_changed"
    report = copied(source, path, anew=True)
    assert (report.resumed, report.target_hash) == (0, hash_of(source))


@pytest.mark.parametrize("anew", [False, True])
def test_a_target_with_content_of_its_own_is_left_as_it_is(source, path, anew):
    with opened(path) as target:
        put(target, organization("ของปลายทาง"))
        before = hash_of(target)
        with pytest.raises(InputError) as error:
            copied(source, path, anew=anew)
        assert error.value.code == "store.not_empty"
        assert hash_of(target) == before
        with pytest.raises(InputError):
            copied(target, path, anew=anew)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        ("UPDATE record_version SET data = replace(data, 'สำนักงาน', 'ปลอม') WHERE number = 1", "store.check.content"),
        ("UPDATE audit_entry SET principal = 'os:อื่น' WHERE sequence = 2", "store.check.chain"),
        ("UPDATE audit_entry SET seal = 'ปลอม' WHERE sequence = 2", "store.check.seal"),
    ],
)
def test_a_damaged_source_is_refused_before_anything_is_written(source, path, edit, code):
    with sqlite3.connect(source.describe()["path"]) as connection:
        connection.execute(edit)
    connection.close()
    with pytest.raises(StoreDamaged) as error:
        copied(source, path)
    assert error.value.code == "copy.source_unsound"
    assert code in str(error.value.parameters["reason"])
    assert not path.exists()


def test_a_copy_goes_to_a_server_though_it_is_interrupted_and_back_under_maintenance(source, path, clock, empty_neo4j):
    credentials = Credentials(empty_neo4j.user, empty_neo4j.password)

    def there():
        return Neo4jRawWriter.open(empty_neo4j.uri, credentials, audit_key=KEY)

    def interrupt(stage, done, _total):
        if stage == "progress.copy.rows" and done > 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_store(OPERATOR, source, there, progress=interrupt)
    report = copy_store(OPERATOR, source, there)
    assert (report.target_hash, report.resumed > 20) == (hash_of(source), True)
    with Neo4jStore.open(empty_neo4j.uri, credentials, audit_key=KEY, clock=clock) as server:
        assert story_of(server) == story_of(source)
        assert server.check(audit_head=report.head.audit_head) == []
        assert server.apply(KEYED) == source.apply(KEYED)
        with pytest.raises(UsageError):
            copied(server, path)
        server.begin_maintenance("os:tester")
        assert copied(server, path).target_hash == hash_of(server)
    with opened(path, clock) as target:
        assert story_of(target) == story_of(source)
        assert target.maintenance() is None


class Torn:
    """A source that is not read as of one moment: rows of its second reading differ in one value."""

    def __init__(self, store):
        self.store, self.readings = store, 0
        self.check, self.provinces, self.maintenance = store.check, store.provinces, store.maintenance

    @contextmanager
    def raw(self):
        with self.store.raw() as reader:
            self.reader = reader
            yield self

    of_one_moment = False

    def head(self):
        return self.reader.head()

    def pages(self, section, *, after=None):
        self.readings += section is Section.ENTRIES
        for page in self.reader.pages(section, after=after):
            torn = section is Section.ENTRIES and self.readings > 1
            yield [row._replace(value='"อื่น"') if torn else row for row in page]


def test_a_source_that_needs_it_is_copied_under_maintenance_only(source, path):
    with pytest.raises(UsageError) as error:
        copied(Torn(source), path)
    assert error.value.code == "copy.needs_maintenance"
    assert not path.exists()


def test_a_source_that_changes_under_the_copy_is_never_passed_off_as_one(source, path):
    source.begin_maintenance("os:tester")
    with pytest.raises(StoreDamaged) as error:
        copied(Torn(source), path)
    assert error.value.code == "store.copy_differs"
    with pytest.raises(StoreBusy):
        opened(path)
    assert copied(source, path, anew=True).target_hash == hash_of(source)
    with opened(path) as target:
        assert target.maintenance() is None, "the copy of a store under maintenance is not itself"


@pytest.mark.parametrize(
    "principal",
    [
        Principal("ก", frozenset(Role) - {Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
        Principal("ข", frozenset({Role.ADMINISTRATOR}), frozenset({"TH-98"})),
    ],
)
def test_a_whole_store_is_copied_by_administrators_of_all_of_it_only(source, path, principal):
    with pytest.raises(NotPermitted):
        copy_store(principal, source, lambda: SqliteRawWriter.open(path))
    assert not path.exists()


entries = st.lists(
    st.tuples(st.sampled_from("กขค"), st.text(max_size=5), st.integers() | st.text() | st.none() | st.booleans()),
    max_size=6,
)


@settings(max_examples=trials(12, 500), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=st.lists(steps, max_size=8), entries=entries, cut=st.integers(0, 30))
def test_any_history_is_copied_whole_wherever_it_is_cut_off(tmp_path_factory, small_pages, script, entries, cut):
    folder = tmp_path_factory.mktemp("any")
    with opened(folder / "source.sqlite") as source:
        state, last = {}, {}
        for step in script:
            after = expected_state(state, step, last)
            apply(source, state, step)
            state = state if after is None else after
            last |= {key: version for key, (_, version) in state.items()}
        for collection, key, value in entries:
            found = source.application.get(collection, key)
            source.application.put(collection, key, value, expected_version=found.version if found else 0)

        def interrupt(stage, done, _total):
            if stage == "progress.copy.rows" and done > cut:
                raise KeyboardInterrupt

        try:
            copied(source, folder / "target.sqlite", progress=interrupt)
        except KeyboardInterrupt:
            copied(source, folder / "target.sqlite")
        with opened(folder / "target.sqlite") as target:
            assert hash_of(target) == hash_of(source)
            assert story_of(target) == story_of(source)
            assert target.check() == []
