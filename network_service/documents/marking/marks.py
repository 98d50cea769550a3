"""Which cell each fault marks, and what its comment says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from network_service.domain.thai.text import clean
from network_service.ingest.fault import Fault
from network_service.ingest.raw import column_index
from network_service.messages import Messages

_LONGEST_COMMENT = 4_000
"""Characters: more than a comment's box can show; the list of faults has every one."""


@dataclass(slots=True)
class Mark:
    """A cell with its faults; `row` counts from 1, `column` from 0."""

    cell: str
    faults: list[Fault] = field(default_factory=list)

    @property
    def column(self) -> int:
        """The number of its column."""
        return column_index(self.cell.rstrip("0123456789"))

    @property
    def row(self) -> int:
        """The number of its row."""
        return int(self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    @property
    def is_fallen(self) -> bool:
        """Whether nothing in it is to be mended: its row only falls with another."""
        return all(fault.is_consequence for fault in self.faults)

    def comment(self, words: Messages) -> str:
        """What is wrong and what to do, fault by fault."""
        said = [
            line
            for fault in self.faults
            for line in (f"✗ {_line(fault.sentence(words))}", f"→ {_line(fault.cure(words))}")
        ]
        text = "\n".join(dict.fromkeys(said))
        return text if len(text) <= _LONGEST_COMMENT else text[: _LONGEST_COMMENT - 1] + "…"


def cell_of(fault: Fault) -> str:
    """The cell that a fault marks: its own, else the first of its row, else that of its sheet."""
    return fault.cell or f"A{fault.row or 1}"


def marks_by_sheet(faults: Iterable[Fault]) -> dict[str, dict[str, Mark]]:
    """The marks of each sheet by cell; what is wrong with the file as a whole has no cell."""
    found: dict[str, dict[str, Mark]] = defaultdict(dict)
    for fault in faults:
        if fault.sheet:
            found[fault.sheet].setdefault(cell_of(fault), Mark(cell_of(fault))).faults.append(fault)
    return dict(found)


def _line(text: str) -> str:
    return clean(text)
