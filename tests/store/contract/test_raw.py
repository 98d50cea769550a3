"""All that a store holds can be read as plain rows, in one order, of one moment."""

from contextlib import suppress

import pytest

from network_service.errors import StoreBusy
from network_service.store.content_hash import content_hash
from network_service.store.raw import ROW_TYPES, Section
from tests.store.histories import KEYED, write_history
from tests.store.records import organization, put, uid


@pytest.fixture
def full(store, clock):
    write_history(store, clock)
    return store


def all_rows(store):
    with store.raw() as reader:
        return {section: [row for page in reader.pages(section) for row in page] for section in Section}


def hash_of(store):
    with store.raw() as reader:
        return content_hash(reader)


def test_an_empty_store_has_no_rows(store):
    with store.raw() as reader:
        head = reader.head()
        assert (head.revision, head.audit_head, head.total) == (0, "", 0)
        assert [list(reader.pages(section)) for section in Section] == [[]] * len(Section)


def test_rows_are_of_their_section_in_order_and_as_many_as_the_head_says(full):
    rows = all_rows(full)
    with full.raw() as reader:
        head = reader.head()
    assert head.rows == {section: len(found) for section, found in rows.items()}
    assert head.total == sum(map(len, rows.values()))
    for section, found in rows.items():
        assert {type(row) for row in found} <= {ROW_TYPES[section]}
        positions = [row.position for row in found]
        assert positions == sorted(set(positions))


def test_rows_say_what_the_store_was_given(full):
    rows = all_rows(full)
    entries = list(full.audit())
    assert [(row.sequence, row.digest, row.seal) for row in rows[Section.AUDIT]] == [
        (entry.sequence, entry.digest, entry.seal) for entry in entries
    ]
    assert all(entry.seal for entry in entries)
    office = [row for row in rows[Section.VERSIONS] if row.record_id == uid("สำนักงาน 0")]
    assert [(row.version, row.revision, row.superseded) for row in office] == [(1, 1, 3), (2, 3, None)]
    assert all(isinstance(row.salt, bytes) and isinstance(row.digest, bytes) for row in office)
    assert [(row.key, row.written) for row in rows[Section.KEYS]] == [("กุญแจ 1", 1), ("กุญแจ 2", 0)]
    assert [(row.collection, row.key, row.version) for row in rows[Section.ENTRIES]] == [
        ("ชั่วคราว", "ข", 1),
        ("ชั่วคราว", "ค", 1),
        ("ตำแหน่ง", "ก", 2),
        ("บันทึก", "000000000001", 1),
        ("บันทึก", "000000000002", 1),
        ("บันทึก", "000000000003", 1),
    ]
    assert [(row.collection, row.last) for row in rows[Section.NUMBERS]] == [("บันทึก", 3)]


def test_reading_goes_on_after_any_position(full):
    rows = all_rows(full)
    with full.raw() as reader:
        for section, found in rows.items():
            for number, row in enumerate(found):
                after = [other for page in reader.pages(section, after=row.position) for other in page]
                assert after == found[number + 1 :]


def test_the_hash_stays_while_nothing_is_written_and_changes_with_anything_that_is(full, clock):
    seen = [hash_of(full)]
    full.apply(KEYED)
    full.check()
    assert hash_of(full) == seen[0]
    for write in (
        lambda: put(full, organization("อีกแห่ง")),
        lambda: full.application.put("ตำแหน่ง", "ข", 1, expected_version=0),
        lambda: full.application.append("บันทึก", "อีกครั้ง"),
        lambda: full.application.expire(clock()),
    ):
        write()
        seen.append(hash_of(full))
    assert len(set(seen)) == len(seen)


def test_what_is_written_while_rows_are_read_is_not_among_them(full):
    with full.raw() as reader:
        if not reader.of_one_moment:
            full.begin_maintenance("os:tester")
    before = all_rows(full)
    with full.raw() as reader:
        first, revision = list(reader.pages(Section.AUDIT)), full.revision()
        with suppress(StoreBusy):  # a store that reads at more than one moment refuses the writing instead
            put(full, organization("มาทีหลัง"))
            full.application.append("บันทึก", "มาทีหลัง")
        found = {section: [row for page in reader.pages(section) for row in page] for section in Section}
        assert ([row for page in first for row in page], found) == (before[Section.AUDIT], before)
        assert reader.head().revision == revision
