"""A network as another program wrote it: tables of nodes and of ties, before anybody asks what they mean to us."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.ingest.fault import Note
from network_service.ingest.raw import RawRow

KEY = "key"
"""Column of a node by which the file's ties name it, and of a tie that has a code of its own."""
NAME = "name"
TYPE = "type"
"""What the other program calls the kind of a node or tie; perhaps a word of ours, perhaps of its own."""
SOURCE, TARGET = "source", "target"
DIRECTION = "direction"
"""Whether a tie is directed: `directed`, `undirected`, `mutual`, or a truth value; see `directions.py`."""
WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of nodes or of ties under the headers that the file gives them.

    `title` is what a fault calls the part: a sheet's title, a file's name, `nodes`. `RawRow.number` is the row or line
    that a person would look for, `header_row` that of the headers, and `letters` are those that the columns have there:
    `None` and nothing where the file has no such thing. `meaning` says what the format
    itself means by a header: a constant of this file or the code of a column of ours. Headers without a meaning are
    left to the mapping and to our own words for columns.
    """

    title: str
    headers: tuple[str, ...]
    rows: tuple[RawRow, ...]
    meaning: Mapping[str, str] = field(default_factory=dict)
    letters: tuple[str, ...] = ()
    header_row: int | None = None


@dataclass(frozen=True, slots=True)
class ForeignNetwork:
    """What a file of another program says. `form` is the format's code, `format.FORM` its name.

    Ties may name nodes that no row lists; a node without ties stands in `nodes`. `directed` holds for ties whose row
    does not say; it is `None` where the file does not say it at all. `title` is the network's own name, where the file
    has one. A cell that cannot be used is a `CellTrouble`, so that its row is read and refused rather than lost.
    """

    form: str
    nodes: tuple[Table, ...]
    ties: tuple[Table, ...]
    directed: bool | None = True
    title: str | None = None
    notes: tuple[Note, ...] = ()
