"""Tells by its content which program wrote a file, and asks that format's reader; names prove nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from network_service.errors import UnreadableFile
from network_service.ingest.content import NamedContent
from network_service.ingest.foreign.mapping import ColumnMapping
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.foreign.workbook_network import read_workbook_network
from network_service.ingest.limits import Limits
from network_service.ingest.xlsx.reader import read_workbook

_LOOKED_AT = 4_000
"""Bytes in which a format shows itself: heads of XML files carry long lists of schemas and comments."""


@dataclass(frozen=True, slots=True)
class ForeignOptions:
    """What somebody says of another program's file: its columns and encoding, and what to call its network.

    `directed` says of its ties what neither a row nor the file does.
    """

    mapping: ColumnMapping = field(default_factory=ColumnMapping)
    encoding: str | None = None
    directed: bool | None = None
    network_name: Callable[[str], str] = lambda province: province


class _Form(NamedTuple):
    """A format: how its files begin, and what reads them."""

    begins: re.Pattern[bytes]
    read: Callable[[Sequence[NamedContent], Limits, str | None], ForeignNetwork]


def is_workbook(content: bytes) -> bool:
    """Whether a file is an archive, as workbooks are, or an old workbook, which our reader knows to refuse."""
    return content.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


def read_foreign(files: Sequence[NamedContent], limits: Limits, encoding: str | None) -> ForeignNetwork:
    """Read the files of one network; `UnreadableFile` where they are of no format known or do not belong together."""
    if len(files) == 1 and is_workbook(files[0].content):
        return read_workbook_network(read_workbook(files[0].content, limits=limits))
    begin = files[0].content[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    for form in FORMS:
        if form.begins.match(begin):
            return form.read(files, limits, encoding)
    raise UnreadableFile("unreadable.unknown_format")


FORMS: Sequence[_Form] = ()
"""The formats in the order in which they are tried; a table of text is what is left."""
