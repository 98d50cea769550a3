"""What becomes of the bytes of a file before anybody asks whose they are: tables, JSON, or a network."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from network_service.ingest.assembly.header import is_ours
from network_service.ingest.content import NamedContent
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.foreign.recognise import Hints, is_workbook, read_foreign
from network_service.ingest.json_file import FORMAT, decode_json
from network_service.ingest.limits import Limits
from network_service.ingest.raw import Workbook
from network_service.ingest.xlsx.reader import read_workbook

_MARK = b"\xef\xbb\xbf"  # by which some editors begin UTF-8
_LOOKED_AT = 1_000
_KUMU = re.compile(rb'"(?:elements|connections)"')


@dataclass(frozen=True, slots=True)
class OurJson:
    """The outermost object of a JSON file of ours."""

    decoded: Mapping[str, object]


Parsed: TypeAlias = Workbook | OurJson | ForeignNetwork
"""A workbook with sheets of ours, JSON of ours, or a network of another program: plain values that pickle well."""

Told: TypeAlias = Callable[[int, int], None]
"""Called now and then with the rows read so far and those that there are, where the format tells."""


def unheard(done: int, total: int) -> None:
    """For callers who need not know how far the reading is."""


Parser: TypeAlias = Callable[[Sequence[NamedContent], Limits, Hints, Told], Parsed]
"""Reads the files of one network, within limits and by what somebody says of them; here or in another process."""


def parse(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> Parsed:
    """Read the files in this process; `UnreadableFile` and `RefusedForSafety` as their readers say."""
    if len(files) == 1 and is_our_json(content := files[0].content):
        return OurJson(decode_json(content, limits))
    if len(files) == 1 and is_workbook(files[0].content):
        workbook = read_workbook(files[0].content, limits=limits, wanted=is_ours, told=told)
        if any(sheet.read for sheet in workbook.sheets):
            return workbook
    return read_foreign(files, limits, hints)


def is_our_json(content: bytes) -> bool:
    """Whether a file is JSON of ours, or of nobody we know: then our reader says what it misses."""
    begin = content[:_LOOKED_AT]
    return looks_like_json(content) and (FORMAT.encode() in begin or not _KUMU.search(content))


def looks_like_json(content: bytes) -> bool:
    """Whether a file is JSON by how it begins; its name proves nothing."""
    return content[:_LOOKED_AT].removeprefix(_MARK).lstrip().startswith((b"{", b"["))
