"""A record in the making: what a row says, what is wrong with it, and what it needs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from network_service.domain.record import Record
from network_service.ingest.assembly.header import Layout
from network_service.ingest.fault import At, Fault, shown
from network_service.ingest.raw import CellValue


class Target(NamedTuple):
    """What a reference was found to mean; `draft` where the file itself has it, `known` where the store has it."""

    id: str
    kind: str
    draft: "Draft | None"
    known: bool


@dataclass(slots=True, eq=False)
class Draft:
    """One record in the making.

    `cells` are the row's, from the first column on. `values` are by column code, and only of columns that the sheet has
    and that could be read: `None` is an empty cell.
    `host` is the draft of the same row to which this one belongs: they are accepted or refused together.
    """

    layout: Layout
    row: int
    cells: Sequence[CellValue]
    values: dict[str, object]
    kind: str
    part: str = ""
    host: "Draft | None" = None
    id: str = ""
    targets: dict[str, Target] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    blocked: bool = False
    record: Record | None = None

    @property
    def place(self) -> At:
        """Where the row stands, for another row's fault."""
        return At(self.layout.title, self.row)

    @property
    def is_refused(self) -> bool:
        """Whether the row cannot be accepted as things stand."""
        return self.blocked or bool(self.faults)

    def fault(self, code: str, column: str, /, **parameters: object) -> None:
        """Add a fault at a column of this row; the same one is not said twice."""
        letters = self.layout.letters.get(column, "")
        fault = Fault(
            code,
            self.layout.title,
            self.row,
            self.layout.header(column),
            shown(self.cell(column)),
            parameters,
            f"{letters}{self.row}" if letters else "",
        )
        if fault not in self.faults:
            self.faults.append(fault)

    def cell(self, column: str) -> CellValue:
        """What stands in the row's cell of a column, as it was read."""
        place = self.layout.places.get(column)
        return self.cells[place] if place is not None and place < len(self.cells) else None

    def value(self, field_name: str) -> object:
        """What the row says of a field of its record; `None` where it says nothing."""
        column = self.layout.sheet.column_of(field_name, self.part)
        return None if column is None else self.values.get(column.code)

    def says(self, field_name: str) -> bool:
        """Whether the sheet has the column of a field, so that an empty cell empties it."""
        column = self.layout.sheet.column_of(field_name, self.part)
        return column is not None and column.code in self.values

    def period(self) -> tuple[date, date]:
        """First day and day after the last, open ends at the ends of time."""
        first, end = self.value("valid_from"), self.value("valid_to")
        return (first if isinstance(first, date) else date.min, end if isinstance(end, date) else date.max)
