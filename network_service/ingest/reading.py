"""Reads a file of any format: what it is, which province it is of, and the records in it."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from network_service.domain.record import Record
from network_service.errors import RefusedForSafety, UsageError
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.assembly.header import Found, find_layouts
from network_service.ingest.assembly.rows import is_example
from network_service.ingest.content import NamedContent, content_of
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.foreign.recognise import ForeignOptions
from network_service.ingest.foreign.translate import province_named, translate
from network_service.ingest.imported import Imported
from network_service.ingest.json_file import province_of_json, read_json
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.parsing import OurJson, Parser, Told, parse, unheard
from network_service.ingest.raw import Workbook
from network_service.ingest.steady import without_collector
from network_service.ingest.values import as_text

_PROVINCE = re.compile(r"TH-[0-9]{2}")

UNNAMED = "TH-00"
"""The province of a network of which nobody says where it is."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read but not yet compared with anything; `sha256` is that of its bytes.

    `is_ours` is whether it is our workbook or JSON, and not a file of another program.

    `compare` does the work of `assemble`.
    """

    province: str
    sha256: str
    is_ours: bool
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


def read_file(
    path: Path | Sequence[Path],
    *,
    province: str | None = None,
    otherwise: str | None = None,
    foreign: ForeignOptions | None = None,
    limits: Limits = LIMITS,
    by: Parser = parse,
    told: Told = unheard,
) -> Source:
    """Read a workbook, JSON, or a network of another program, told apart by content; several files are one network.

    The province is the one asked for, else the one the file names, else the one meant `otherwise`, else for another
    program's network the unnamed one. `UnreadableFile` where nothing in it can be read, `UsageError` where nobody names
    a province. A file of another province than the one asked for is full of faults. The bytes are parsed `by` one who
    may do it in another process, and who tells how many rows were read.
    """
    paths = [path] if isinstance(path, Path) else list(path)
    files = [NamedContent(one.name, content_of(one, limits)) for one in paths]
    if sum(len(one.content) for one in files) > limits.file_bytes:
        raise RefusedForSafety("safety.file_too_large", limit=limits.file_bytes // (1024 * 1024))
    digest = _digest(files)
    options = foreign or ForeignOptions()
    parsed = by(files, limits, options.hints, told)
    if isinstance(parsed, OurJson):
        decoded = parsed.decoded
        meant = _province(province, province_of_json(decoded), otherwise)
        return Source(
            meant,
            digest,
            True,
            lambda known, elsewhere, day: read_json(decoded, meant, known, elsewhere, day=day, limits=limits),
        )
    if isinstance(parsed, Workbook):
        tables = find_layouts(parsed)
        meant = _province(province, province_of_tables(tables), otherwise)
        return Source(meant, digest, True, _assembling(lambda _: tables, meant, limits))
    return _foreign(parsed, digest, province, otherwise, options, limits)


def _foreign(
    network: ForeignNetwork,
    digest: str,
    province: str | None,
    otherwise: str | None,
    options: ForeignOptions,
    limits: Limits,
) -> Source:
    if network.directed is None:
        network = replace(network, directed=options.directed)
    meant = _province(province, province_named(network, options.hints.mapping), otherwise or UNNAMED)
    name = options.network_name(meant)

    def tables(known: Mapping[str, Record]) -> Iterable[Found]:
        return translate(network, meant, known, options.hints.mapping, name)

    return Source(meant, digest, False, _assembling(tables, meant, limits))


def _assembling(
    tables: Callable[[Mapping[str, Record]], Iterable[Found]], province: str, limits: Limits
) -> Callable[[Mapping[str, Record], Collection[str], date | None], Imported]:
    def assembled(known: Mapping[str, Record], elsewhere: Collection[str], day: date | None) -> Imported:
        with without_collector():
            return assemble(tables(known), province, known, elsewhere, day=day, limits=limits)

    return assembled


def _digest(files: Sequence[NamedContent]) -> str:
    """The SHA-256 of a file; of several, that of theirs, in the order given."""
    digests = [hashlib.sha256(one.content).hexdigest() for one in files]
    return digests[0] if len(digests) == 1 else hashlib.sha256("\n".join(digests).encode()).hexdigest()


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


def _province(asked: str | None, named: str | None, otherwise: str | None) -> str:
    province = asked or named or otherwise
    if province is None:
        raise UsageError("ingest.province_needed")
    if not _PROVINCE.fullmatch(province):
        raise UsageError("ingest.province_not_a_code", province=province[:80])
    return province
