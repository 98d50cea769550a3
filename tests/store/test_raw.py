"""One hash of all that a store holds, over rows in one order."""

import hashlib
import json

import pytest

from network_service.errors import StoreDamaged
from network_service.store.content_hash import content_hash
from network_service.store.raw import (
    ROW_TYPES,
    Head,
    RawAuditEntry,
    RawEntry,
    RawErasure,
    RawKey,
    RawNumber,
    RawVersion,
    Section,
)

ENTRY = RawAuditEntry(1, "2026-10-01T02:30:00+00:00", "os:ก", "test", "c", 1, '["ก"]', "{}", "b", "a", "0", "d", None)
VERSION = RawVersion(
    *("ก", 1, 1, 2, "organization", "TH-98", None, "2026-10-01", None, None, '{"id":"ก"}', b"\x00s", b"\xffd", None)
)
ROWS = {
    Section.AUDIT: [ENTRY, ENTRY._replace(sequence=2, revision=2, seal="ตรา")],
    Section.VERSIONS: [VERSION, VERSION._replace(version=2, revision=2, data=None, salt=None, erased=2)],
    Section.KEYS: [RawKey("k", b"s", b"r", 1, "c", 1)],
    Section.ENTRIES: [RawEntry("ก", "a", 1, "{}", None), RawEntry("ก", "b", 2, "[]", "2026-10-01T00:00:00")],
    Section.NUMBERS: [RawNumber("ก", 3)],
    Section.ERASURES: [RawErasure("ก", 2, "2026-10-02")],
}


class Rows:
    """A reader of rows that are given to it, in pages of so many."""

    of_one_moment = True

    def __init__(self, rows, page=2):
        self.rows, self.page = rows, page

    def head(self):
        return Head(2, "d", {section: len(rows) for section, rows in self.rows.items()})

    def pages(self, section, *, after=None):
        left = [row for row in self.rows[section] if after is None or row.position > after]
        for start in range(0, len(left), self.page):
            yield left[start : start + self.page]


def test_the_hash_is_of_a_line_a_section_and_a_list_a_row():
    text = "network-service content 1\n"
    for section, rows in ROWS.items():
        text += f"\n{section}\n"
        for row in rows:
            told = [value.hex() if isinstance(value, bytes) else value for value in row]
            text += json.dumps(told, ensure_ascii=False, separators=(",", ":")) + ","
    expected = hashlib.sha256(text.encode()).hexdigest()
    for page in (1, 2, 100):
        assert content_hash(Rows(ROWS, page)) == expected


def test_every_value_of_every_row_counts():
    hashes = {content_hash(Rows(ROWS))}
    count = 1
    for section, rows in ROWS.items():
        for field in rows[-1]._fields:
            value = getattr(rows[-1], field)
            other = b"other" if isinstance(value, bytes) else value + 1 if isinstance(value, int) else "ฮ อื่น"
            hashes.add(content_hash(Rows({**ROWS, section: [*rows[:-1], rows[-1]._replace(**{field: other})]})))
            count += 1
        hashes.add(content_hash(Rows({**ROWS, section: rows[:-1]})))
        count += 1
    assert len(hashes) == count


def test_none_is_no_empty_text_and_values_do_not_run_together():
    def of(*row):
        return content_hash(Rows({**ROWS, Section.ENTRIES: [RawEntry(*row)]}))

    assert len({of("a", "b", 1, "x", None), of("a", "b", 1, "x", ""), of("ab", "", 1, "x", None)}) == 3


@pytest.mark.parametrize("section", list(Section))
def test_rows_that_are_not_in_their_order_are_refused(section):
    rows = ROWS[section]
    with pytest.raises(StoreDamaged) as error:
        content_hash(Rows({**ROWS, section: [*rows, rows[0]]}))
    assert (error.value.code, error.value.parameters) == ("store.out_of_order", {"kind": section.value})


def test_a_page_that_begins_before_the_last_one_ended_is_refused():
    rows = ROWS[Section.AUDIT]
    with pytest.raises(StoreDamaged):
        content_hash(Rows({**ROWS, Section.AUDIT: [*rows, *rows]}, page=2))


def test_progress_is_told_in_rows():
    told: list[int] = []
    content_hash(Rows(ROWS), told.append)
    assert told == [2, 4, 5, 7, 8, 9]
    assert Rows(ROWS).head().total == 9


def test_every_section_has_its_type_of_row():
    assert list(ROW_TYPES) == list(Section)
    assert {section: type(rows[0]) for section, rows in ROWS.items()} == ROW_TYPES
