"""Tells by its content which program wrote a file, and asks that format's reader; names prove nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from network_service.errors import UnreadableFile
from network_service.ingest.content import NamedContent
from network_service.ingest.fault import shown
from network_service.ingest.foreign.csv_network import read_csv_network
from network_service.ingest.foreign.gexf import read_gexf
from network_service.ingest.foreign.graphml import read_graphml
from network_service.ingest.foreign.kumu_json import read_kumu_json
from network_service.ingest.foreign.mapping import ColumnMapping
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.foreign.pajek import read_pajek_files
from network_service.ingest.foreign.ucinet_dl import read_ucinet_dl
from network_service.ingest.foreign.workbook_network import read_workbook_network
from network_service.ingest.limits import Limits
from network_service.ingest.xlsx.reader import read_workbook

_LOOKED_AT = 4_000
"""Bytes in which a format shows itself: heads of XML files carry long lists of schemas and comments."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What somebody says of a file that its bytes do not: how text is written, and what columns mean."""

    encoding: str | None = None
    mapping: ColumnMapping = field(default_factory=ColumnMapping)


@dataclass(frozen=True, slots=True)
class ForeignOptions:
    """What somebody says of another program's file: its columns and encoding, and what to call its network.

    `directed` says of its ties what neither a row nor the file does.
    """

    hints: Hints = field(default_factory=Hints)
    directed: bool | None = None
    network_name: Callable[[str], str] = lambda province: province


class _Form(NamedTuple):
    """A format of a single file: how it begins, and what reads it."""

    begins: re.Pattern[str]
    read: Callable[[bytes, Limits, str | None], ForeignNetwork]


# Possessive repeats: what was passed over is never read again in another way, of which a few comments have thousands.
_XML_HEAD = r"(?:<\?xml[^>]*+>\s*+|<!--(?>[\s\S]*?-->)\s*+)*+"
_XML_ROOT = _XML_HEAD + r"<(?:!DOCTYPE\s++)?(?:\w+:)?"  # a declared type is refused by the reader, with the reason
_FORMS = (
    _Form(re.compile(_XML_ROOT + r"graphml\b"), lambda content, limits, _: read_graphml(content, limits)),
    _Form(re.compile(_XML_ROOT + r"gexf\b"), lambda content, limits, _: read_gexf(content, limits)),
    _Form(re.compile(r"[{\[]"), lambda content, limits, _: read_kumu_json(content, limits)),
    _Form(re.compile(r"dl\b", re.IGNORECASE), read_ucinet_dl),
)
_PAJEK = re.compile(r"(?:\s*+%[^\r\n]*+)*+\s*+\*(?:vertices|network|partition|vector)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[?!a-zA-Z]")


def is_workbook(content: bytes) -> bool:
    """Whether a file is an archive, as workbooks are, or an old workbook, which our reader knows to refuse."""
    return content.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


def read_foreign(files: Sequence[NamedContent], limits: Limits, hints: Hints) -> ForeignNetwork:
    """Read the files of one network; `UnreadableFile` where they are of no format known or do not belong together.

    Several files are a network of Pajek with its partitions, or tables of text. A mapping matters here only to tables
    of text, whose headers alone say which is which.
    """
    begins = [_beginning(one.content) for one in files]
    if any(_PAJEK.match(begin) for begin in begins):
        return read_pajek_files(files, limits, hints.encoding)
    if len(files) == 1:
        content = files[0].content
        if is_workbook(content):
            return read_workbook_network(read_workbook(content, limits=limits))
        for form in _FORMS:
            if form.begins.match(begins[0]):
                return form.read(content, limits, hints.encoding)
    odd = [
        shown(one.name)
        for one, begin in zip(files, begins, strict=True)
        if is_workbook(one.content) or _is_marked(begin)
    ]
    if odd:
        code = "unreadable.unknown_format" if len(files) == 1 else "unreadable.not_together"
        raise UnreadableFile(code, names=", ".join(odd)[:200])
    return read_csv_network(files, limits, hints.encoding, hints.mapping)


def _is_marked(begin: str) -> bool:
    return _MARKUP.match(begin) is not None or begin.startswith("%PDF")


def _beginning(content: bytes) -> str:
    """How a file begins, in whatever of the usual encodings, without byte order marks and what UTF-16 fills in."""
    return content[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").decode("latin-1")
