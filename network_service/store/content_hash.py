"""One hash of all that a store holds: equal for two stores of any kind if and only if they hold the same.

SHA-256 over one line for the form and one for each row, in the order of `store/raw.py`: the section and the values of
the row as a canonical JSON list, bytes as hexadecimal text.
"""

import hashlib
from collections.abc import Sequence

from network_service.errors import StoreDamaged
from network_service.store.mapping import canonical_json
from network_service.store.raw import VALUES, Position, RawReader, RawRow, Section, Told

FORM = "network-service content 1\n"
"""What the hash begins with; another form of rows takes another number, so that no two forms are ever compared."""

_PLACES = {section: place for place, section in enumerate(Section)}


class ContentHash:
    """Takes in rows in their order; whoever gives them in another is refused, as the hash would mean nothing."""

    def __init__(self) -> None:
        """Begin with no rows."""
        self._sha = hashlib.sha256(FORM.encode())
        self._last: tuple[int, Position] = (-1, ())

    def add(self, section: Section, rows: Sequence[RawRow]) -> None:
        """Take in the next rows of a section; `StoreDamaged` where one does not come after the last."""
        values, place = VALUES[section], _PLACES[section]
        for row in rows:
            position = (place, row.position)
            if position <= self._last:
                raise StoreDamaged("store.out_of_order", kind=section.value)
            self._last = position
            told = [value.hex() if isinstance(value, bytes) else value for value in values(row)]
            self._sha.update(f"{canonical_json([section.value, *told])}\n".encode())

    def hexdigest(self) -> str:
        """The hash of what was taken in so far."""
        return self._sha.hexdigest()


def content_hash(reader: RawReader, told: Told | None = None) -> str:
    """The hash of all that a reader reads; `told` is called after each page."""
    content, done = ContentHash(), 0
    for section in Section:
        for page in reader.pages(section):
            content.add(section, page)
            done += len(page)
            if told:
                told(done)
    return content.hexdigest()
