"""The archive of a workbook, judged by its directory before anything in it is unpacked."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.content import content_of
from network_service.ingest.limits import Limits
from network_service.ingest.xlsx.survey import Part, part_of

_MIB = 1024 * 1024
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What workbooks are packed with; of other kinds zipfile unpacks as much as there is, whatever the directory says."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls and of password-protected .xlsx
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, OSError)
"""What zipfile raises on damaged archives, unknown compression and passwords."""
_DAMAGED_DIRECTORY = (*DAMAGE, ValueError, KeyError, struct.error)


class Archive:
    """A judged archive: the whole of it, and its parts as streams."""

    def __init__(self, content: bytes, parts: zipfile.ZipFile) -> None:
        self._content = content
        self._parts = parts
        self._names = {info.filename for info in parts.infolist()}

    def file(self) -> BytesIO:
        """The whole archive as a file: the very bytes that were judged."""
        return BytesIO(self._content)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, sorted."""
        return tuple(sorted(self._names))

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._names

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """A part as a stream; what is wrong with the archive itself is an unreadable file."""
        try:
            part = self._parts.open(name)
        except _DAMAGED_DIRECTORY as error:
            raise UnreadableFile("unreadable.damaged") from error
        with part:
            try:
                yield part
            except DAMAGE as error:
                raise UnreadableFile("unreadable.damaged") from error


@contextmanager
def opened(source: Path | bytes, limits: Limits) -> Iterator[Archive]:
    """Judge a file and open it; `UnreadableFile` says what it is instead, `RefusedForSafety` which limit it breaks."""
    content = content_of(source, limits)
    _check_kind(content)
    try:
        parts = zipfile.ZipFile(BytesIO(content))
    except _DAMAGED_DIRECTORY as error:
        raise UnreadableFile("unreadable.damaged") from error
    with parts:
        _check_directory(parts.infolist(), len(content), limits)
        archive = Archive(content, parts)
        if archive.has("mimetype"):
            raise UnreadableFile("unreadable.open_document")
        if archive.has("xl/workbook.bin"):
            raise UnreadableFile("unreadable.binary_workbook")
        yield archive


def _check_kind(content: bytes) -> None:
    """Say what a file is by its first bytes; its name proves nothing."""
    if content.startswith(_OLE):
        raise UnreadableFile("unreadable.encrypted" if _ENCRYPTED in content else "unreadable.legacy_xls")
    if not content.startswith(_ZIP):
        raise UnreadableFile("unreadable.not_a_workbook")


def _check_directory(entries: list[zipfile.ZipInfo], file_bytes: int, limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise RefusedForSafety("safety.too_many_entries", limit=limits.entries)
    unpacked = sum(entry.file_size for entry in entries)
    # Measured against the bytes of the file, not of the entries: entries of a bomb may share the same bytes.
    if unpacked > limits.unpacked_bytes or (unpacked > limits.harmless_bytes and unpacked > limits.ratio * file_bytes):
        raise RefusedForSafety("safety.bomb", limit=limits.unpacked_bytes // (_MIB), ratio=limits.ratio)
    seen = set()
    for entry in entries:
        if entry.file_size > (most := _most_bytes(entry.filename, limits)):
            raise RefusedForSafety("safety.part_too_large", part=entry.filename[:80], limit=most // _MIB)
        if entry.compress_type not in _BOUNDED:
            raise RefusedForSafety("safety.compression", part=entry.filename[:80])
        # Some readers tell capital letters apart in names, and some do not: they would read different parts.
        name = entry.filename.lower()
        if _leads_elsewhere(name) or name in seen:
            raise RefusedForSafety("safety.entry_name", name=entry.filename[:80])
        if entry.flag_bits & 0x1:
            raise UnreadableFile("unreadable.encrypted")
        seen.add(name)


def _most_bytes(name: str, limits: Limits) -> int:
    """Sheets are read row by row, and shared texts hold no more than text; all other parts are held whole, as trees."""
    return {Part.SHEET: limits.unpacked_bytes, Part.TEXTS: limits.text_bytes}.get(part_of(name), limits.part_bytes)


def _leads_elsewhere(name: str) -> bool:
    """Whether a name is not a plain path inside the archive. Nothing is unpacked to disk; such a file is simply bad."""
    return name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/")
