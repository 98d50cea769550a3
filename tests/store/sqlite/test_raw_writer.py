"""An empty file is filled page by page, is closed to all others until it is whole, and opens only if it is."""

from dataclasses import replace

import pytest

from network_service.errors import InputError, StoreBusy, StoreDamaged, StoreError
from network_service.store.content_hash import content_hash
from network_service.store.raw import Head, Origin, Section
from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.raw_writer import SqliteRawWriter
from tests.store.contract.conftest import KEY, StoppedClock
from tests.store.histories import write_history
from tests.store.records import organization, put


@pytest.fixture
def source(tmp_path):
    clock = StoppedClock()
    with SqliteStore.open(tmp_path / "source.sqlite", audit_key=KEY, clock=clock) as store:
        write_history(store, clock)
        yield store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "target.sqlite"


@pytest.fixture
def writer(path):
    with SqliteRawWriter.open(path, audit_key=KEY, busy_seconds=0.1) as opened:
        yield opened


def origin_of(store):
    with store.raw() as reader:
        return Origin(reader.head(), content_hash(reader))


def rows_of(store, section):
    with store.raw() as reader:
        return [row for page in reader.pages(section) for row in page]


def fill(writer, store, *, without=()):
    for section in Section:
        writer.write(section, [row for row in rows_of(store, section) if row not in without])


def test_a_file_that_is_being_filled_is_closed_to_all_others_and_open_afterwards(path, writer, source):
    early = SqliteStore.open(path, busy_seconds=0.1)
    assert early.revision() == 0
    writer.begin(origin_of(source))
    for ask in (early.revision, early.provinces, early.describe, early.check, lambda: put(early, organization("ก"))):
        with pytest.raises(StoreBusy) as error:
            ask()
        assert error.value.code == "store.being_filled"
    for ask in (early.begin_maintenance, early.end_maintenance):
        with pytest.raises(StoreBusy):
            ask("os:tester")
    with pytest.raises(StoreBusy):
        SqliteStore.open(path, busy_seconds=0.1)
    fill(writer, source)
    told: list[int] = []
    assert writer.finish(told.append) == origin_of(source).content_hash == origin_of(early).content_hash
    assert told[-1] == origin_of(source).head.total
    assert (early.check(), early.revision()) == ([], source.revision())
    early.close()


def test_what_is_done_is_told_by_section(writer, source):
    writer.begin(origin_of(source))
    entries = rows_of(source, Section.AUDIT)
    assert writer.done(Section.AUDIT) == (None, 0)
    writer.write(Section.AUDIT, entries[:3])
    assert writer.done(Section.AUDIT) == ((3,), 3)
    assert writer.done(Section.VERSIONS) == (None, 0)


def test_a_store_with_content_of_its_own_is_never_filled_nor_emptied(path, source):
    with SqliteStore.open(path, audit_key=KEY) as own:
        own.application.append("บันทึก", 1)
        with SqliteRawWriter.open(path) as writer:
            for anew in (False, True):
                with pytest.raises(InputError) as error:
                    writer.begin(origin_of(source), anew=anew)
                assert error.value.code == "store.not_empty"
            with pytest.raises(StoreBusy):
                writer.write(Section.AUDIT, rows_of(source, Section.AUDIT))
        assert len(list(own.application.entries("บันทึก"))) == 1


def test_a_store_under_maintenance_is_not_filled(path, writer, source):
    with SqliteStore.open(path) as own:
        own.begin_maintenance("os:tester")
        with pytest.raises(StoreBusy) as error:
            writer.begin(origin_of(source))
        assert error.value.code == "store.maintenance"


def test_another_origin_is_refused_and_taken_anew(path, writer, source):
    first = origin_of(source)
    writer.begin(first)
    fill(writer, source)
    put(source, organization("มาทีหลัง"))
    with pytest.raises(InputError) as error:
        writer.begin(origin_of(source))
    assert error.value.code == "store.source_changed"
    writer.begin(first)
    assert writer.done(Section.AUDIT)[1] == first.head.rows[Section.AUDIT]
    writer.begin(origin_of(source), anew=True)
    assert [writer.done(section) for section in Section] == [(None, 0)] * len(Section)
    fill(writer, source)
    assert writer.finish() == origin_of(source).content_hash


def test_two_who_fill_one_file_do_not_fill_it_twice(path, writer, source):
    writer.begin(origin_of(source))
    entries = rows_of(source, Section.AUDIT)
    with SqliteRawWriter.open(path, audit_key=KEY) as other:
        other.begin(origin_of(source))
        other.write(Section.AUDIT, entries[:4])
        with pytest.raises(StoreBusy):
            writer.write(Section.AUDIT, entries[:4])
        assert other.done(Section.AUDIT)[1] == 4


def test_a_page_is_kept_whole_or_not_at_all(writer, source):
    writer.begin(origin_of(source))
    entries = rows_of(source, Section.AUDIT)
    with pytest.raises(StoreError):
        writer.write(Section.AUDIT, [entries[0], entries[0]])
    assert writer.done(Section.AUDIT) == (None, 0)


@pytest.mark.parametrize("section", [section for section in Section if section is not Section.ERASURES])
def test_a_row_that_is_missing_or_other_keeps_the_file_closed(path, writer, source, section):
    writer.begin(origin_of(source))
    fill(writer, source, without=[rows_of(source, section)[-1]] if section is not Section.AUDIT else ())
    if section is Section.AUDIT:
        with writer._connections.writing() as connection:
            connection.execute("UPDATE audit_entry SET principal = 'os:อื่น' WHERE sequence = 2")
    with pytest.raises(StoreDamaged) as error:
        writer.finish()
    assert error.value.code == "store.copy_differs"
    with pytest.raises(StoreBusy):
        SqliteStore.open(path)


def test_rows_that_are_equal_and_not_sound_keep_the_file_closed(path, writer, source):
    with source._connections.writing() as connection:
        connection.execute("UPDATE audit_entry SET principal = 'os:อื่น' WHERE sequence = 2")
    writer.begin(origin_of(source))
    fill(writer, source)
    with pytest.raises(StoreDamaged) as error:
        writer.finish()
    assert (error.value.code, error.value.parameters["reason"]) == ("store.copy_unsound", "store.check.chain")


def test_an_origin_that_says_another_head_is_not_met(writer, source):
    origin = origin_of(source)
    head = Head(origin.head.revision, "0" * 64, origin.head.rows)
    writer.begin(replace(origin, head=head))
    fill(writer, source)
    with pytest.raises(StoreDamaged):
        writer.finish()


def test_a_file_that_cannot_be_opened_says_so(tmp_path):
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(StoreDamaged):
        SqliteRawWriter.open(path)
