"""One hash of all that a store holds, over rows in one order."""

import hashlib
import json
from dataclasses import fields, replace

import pytest

from network_service.errors import StoreDamaged
from network_service.store.content_hash import ContentHash, content_hash
from network_service.store.raw import (
    FIELDS,
    ROW_TYPES,
    VALUES,
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
    Section.AUDIT: [ENTRY, replace(ENTRY, sequence=2, revision=2, seal="ตรา")],
    Section.VERSIONS: [VERSION, replace(VERSION, version=2, revision=2, data=None, salt=None, erased=2)],
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


def test_the_hash_is_of_one_line_a_row_after_the_line_of_the_form():
    lines = ["network-service content 1"]
    for section, rows in ROWS.items():
        for row in rows:
            told = [getattr(row, field.name) for field in fields(row)]
            told = [value.hex() if isinstance(value, bytes) else value for value in told]
            lines.append(json.dumps([str(section), *told], ensure_ascii=False, separators=(",", ":")))
    expected = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    for page in (1, 2, 100):
        assert content_hash(Rows(ROWS, page)) == expected


def test_every_value_of_every_row_counts():
    hashes = {content_hash(Rows(ROWS))}
    count = 1
    for section, rows in ROWS.items():
        for field in FIELDS[section]:
            value = getattr(rows[-1], field)
            other = b"other" if isinstance(value, bytes) else value + 1 if isinstance(value, int) else "ฮ อื่น"
            hashes.add(content_hash(Rows({**ROWS, section: [*rows[:-1], replace(rows[-1], **{field: other})]})))
            count += 1
        hashes.add(content_hash(Rows({**ROWS, section: rows[:-1]})))
        count += 1
    assert len(hashes) == count


def test_none_is_no_empty_text_and_values_do_not_run_together():
    def of(*row):
        content = ContentHash()
        content.add(Section.ENTRIES, [RawEntry(*row)])
        return content.hexdigest()

    assert len({of("a", "b", 1, "x", None), of("a", "b", 1, "x", ""), of("ab", "", 1, "x", None)}) == 3


@pytest.mark.parametrize("section", list(Section))
def test_rows_that_are_not_in_their_order_are_refused(section):
    rows = ROWS[section]
    with pytest.raises(StoreDamaged) as error:
        content_hash(Rows({**ROWS, section: [*rows, rows[0]]}))
    assert (error.value.code, error.value.parameters) == ("store.out_of_order", {"kind": section.value})


def test_sections_that_are_not_in_their_order_are_refused():
    content = ContentHash()
    content.add(Section.KEYS, ROWS[Section.KEYS])
    with pytest.raises(StoreDamaged):
        content.add(Section.VERSIONS, ROWS[Section.VERSIONS])


def test_progress_is_told_in_rows():
    told: list[int] = []
    content_hash(Rows(ROWS), told.append)
    assert told == [2, 4, 5, 7, 8, 9]
    assert Rows(ROWS).head().total == 9


def test_every_section_has_its_rows_and_their_values_in_order():
    assert list(ROW_TYPES) == list(Section)
    assert VALUES[Section.NUMBERS](RawNumber("ก", 3)) == ("ก", 3)
    assert FIELDS[Section.ERASURES] == ("record_id", "revision", "at")
