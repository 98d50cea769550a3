"""Reads a file of any format of ours: what it is, which province it is of, and the records in it."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from network_service.domain.record import Record
from network_service.errors import UnreadableFile, UsageError
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.assembly.header import Found, find_layouts, is_ours
from network_service.ingest.assembly.rows import is_example
from network_service.ingest.content import content_of
from network_service.ingest.imported import Imported
from network_service.ingest.json_file import province_of_json, read_json
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.sheets.wording import sheet_titles
from network_service.ingest.steady import without_collector
from network_service.ingest.values import as_text
from network_service.ingest.xlsx.reader import read_workbook

_PROVINCE = re.compile(r"TH-[0-9]{2}")
_MARK = b"\xef\xbb\xbf"  # by which some editors begin UTF-8
_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read but not yet compared with anything; `sha256` is that of its bytes.

    `compare` does the work of `assemble`.
    """

    province: str
    sha256: str
    compare: Callable[[Mapping[str, Record], Collection[str], date | None], Imported]

    def assemble(
        self, known: Mapping[str, Record], elsewhere: Collection[str] = (), day: date | None = None
    ) -> Imported:
        """Give the file's records, faults and counts beside the province's stored records by id.

        `elsewhere` are ids that belong to records of other provinces: the rows that carry them are refused, and what
        needs those rows falls with them. Who learns of such ids only from the records that came assembles again.
        What is doubtful on a `day` becomes notes; without one nobody looks for it.
        """
        return self.compare(known, frozenset(elsewhere), day)


def read_file(path: Path, *, province: str | None = None, limits: Limits = LIMITS) -> Source:
    """Read a workbook or JSON, told apart by content. The province is the one asked for, else the one the file names.

    `UnreadableFile` where nothing in it is ours, `UsageError` where nobody names a province. A file of another province
    than the one asked for is full of faults.
    """
    content = content_of(path, limits)
    digest = hashlib.sha256(content).hexdigest()
    if looks_like_json(content):
        meant = _province(province, province_of_json(content, limits))
        return Source(
            meant,
            digest,
            lambda known, elsewhere, day: read_json(content, meant, known, elsewhere, day=day, limits=limits),
        )
    workbook = read_workbook(content, limits=limits, wanted=is_ours)
    if not any(sheet.read for sheet in workbook.sheets):
        raise UnreadableFile("unreadable.none_of_ours", sheets=sheet_titles())
    tables = find_layouts(workbook)
    meant = _province(province, province_of_tables(tables))

    def assembled(known: Mapping[str, Record], elsewhere: Collection[str], day: date | None) -> Imported:
        with without_collector():
            return assemble(tables, meant, known, elsewhere, day=day, limits=limits)

    return Source(meant, digest, assembled)


def looks_like_json(content: bytes) -> bool:
    """Whether a file is JSON by how it begins; its name proves nothing."""
    return content[:_LOOKED_AT].removeprefix(_MARK).lstrip().startswith((b"{", b"["))


def province_of_tables(tables: Iterable[Found]) -> str | None:
    """The province code that a workbook names; `None` where it names none."""
    for layout in (found.layout for found in tables):
        if layout is None or layout.sheet.code != "network" or "province" not in layout.places:
            continue
        for row in layout.rows:
            cells = {code: row.cells[place] for code, place in layout.places.items() if place < len(row.cells)}
            if cells.get("province") is not None and not is_example(cells.get("id")):
                return as_text(cells["province"]).strip().upper()
    return None


def _province(asked: str | None, named: str | None) -> str:
    province = asked or named
    if province is None:
        raise UsageError("ingest.province_needed")
    if not _PROVINCE.fullmatch(province):
        raise UsageError("ingest.province_not_a_code", province=province[:80])
    return province
