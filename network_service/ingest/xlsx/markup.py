"""What openpyxl's quick mode does not tell of a sheet, read from its markup: formulas and merged cells."""

import re
from typing import IO

from network_service.ingest.raw import MergedRange, column_index

_CHUNK = 1 << 20
_OVERLAP = 4_096
"""Longer than any tag looked for, so that none is cut in two by the end of a chunk."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']")


def formulas_and_merges(part: IO[bytes]) -> tuple[bool, tuple[MergedRange, ...]]:
    """Whether a sheet has any formula, and its merged cells, in one pass over the bytes of its part."""
    has_formula = False
    merged: dict[MergedRange, None] = {}
    window = b""
    while chunk := part.read(_CHUNK):
        window = window[-_OVERLAP:] + chunk
        has_formula = has_formula or _FORMULA.search(window) is not None
        for found in _MERGED.finditer(window):
            first, last = column_index(found[1].decode()), column_index(found[3].decode())
            merged[MergedRange(int(found[2]), int(found[4]), first, last)] = None
    return has_formula, tuple(merged)
