"""One hash of all that a store holds: equal for two stores of any kind if and only if they hold the same.

SHA-256 over a line for the form, then for each section, in the order of `store/raw.py`, a line with its name and each
of its rows as a JSON list of its values without white space, and a comma; bytes are hexadecimal text.
"""

import hashlib
import json
from collections.abc import Sequence
from itertools import chain, pairwise

from network_service.errors import StoreDamaged
from network_service.store.raw import Position, RawReader, RawRow, Section, Told

FORM = "network-service content 1\n"
"""What the hash begins with; another form of rows takes another number, so that no two forms are ever compared."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=bytes.hex)


def content_hash(reader: RawReader, told: Told | None = None) -> str:
    """The hash of all that a reader reads; `told` is called after each page.

    Raises `StoreDamaged` where rows do not come in their order: the hash would mean nothing.
    """
    sha, done = hashlib.sha256(FORM.encode()), 0
    for section in Section:
        sha.update(f"\n{section.value}\n".encode())
        last: Position = ()
        for page in reader.pages(section):
            last = _require_order(section, last, page)
            # A page at a time, a fifth of the time: without its brackets the text is the same however it is cut.
            sha.update(f"{_ENCODER.encode(page)[1:-1]},".encode())
            done += len(page)
            if told:
                told(done)
    return sha.hexdigest()


def _require_order(section: Section, last: Position, page: Sequence[RawRow]) -> Position:
    """The position of the page's last row, once each row is known to come after the one before."""
    positions = [row.position for row in page]
    if any(one >= other for one, other in pairwise(chain((last,), positions))):
        raise StoreDamaged("store.out_of_order", kind=section.value)
    return positions[-1]
