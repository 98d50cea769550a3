"""Colours the faulty cells of one sheet, and takes off the colours of an earlier marked copy.

The colours are conditional formatting: they lie over a cell's own look and leave no trace when they go, which a fill
would. Cells are not touched, and of rows and columns only what hides them, so that values, formulas and their saved
results read back the same.
"""

import re
from collections.abc import Iterable, Mapping

from network_service.documents.marking.looks import Looks
from network_service.documents.marking.marks import Mark
from network_service.documents.marking.markup import Markup, Tag
from network_service.documents.marking.package import RELATIONS
from network_service.documents.marking.unfolding import HIDDEN_ROW, unfold
from network_service.ingest.raw import column_index, column_letters

SIGNATURE = "network-service faults"
"""Text in the condition of our colours, by which they are known again after an office program saved the file."""
CONDITION = f'N("{SIGNATURE}")=0'
"""A condition that always holds: N of a text is 0."""
_BEHIND_COLOURS = (
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"),
    *("colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
)
_BEHIND_DRAWING = (
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems"),
    *("tableParts", "extLst"),
)
"""What follows the comments' drawing in a sheet: the order is fixed, and Excel refuses another."""
_AREAS = 200
"""Areas that one condition is given for; Excel itself keeps fewer than some thousands."""
_MERGED = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class SheetMarkup:
    """A sheet of somebody's workbook while it is marked."""

    def __init__(self, content: bytes) -> None:
        """Find what is of interest in it; the rows are passed over where none is hidden."""
        rows = ["row"] if HIDDEN_ROW.search(content) else []
        self._markup = Markup(content, ["sheetView", "cfRule", "mergeCell", "col", *rows])

    @property
    def has_our_marks(self) -> bool:
        """Whether it carries colours of ours."""
        return any(self._is_ours(tag) for tag in self._markup.children)

    @property
    def drawing_id(self) -> str | None:
        """The relation by which the sheet names the drawing of its comments."""
        found = self._markup.named("legacyDrawing")
        return relation_id(found[0].attributes) if found else None

    def shown(self, marks: Mapping[str, Mark]) -> dict[str, Mark]:
        """The marks, those of merged cells on the one cell of the block that is seen."""
        merged = [_MERGED.fullmatch(tag.attributes.get("ref", "")) for tag in self._markup.named("mergeCell")]
        blocks = [
            (int(one[2]), int(one[4]), column_index(one[1]), column_index(one[3])) for one in merged if one is not None
        ]
        found: dict[str, Mark] = {}
        for mark in marks.values():
            cell, row, column = mark.cell, mark.row, mark.column
            for top, bottom, left, right in blocks:
                if top <= row <= bottom and left <= column <= right:
                    cell = f"{column_letters(left)}{top}"
            found.setdefault(cell, Mark(cell)).faults.extend(mark.faults)
        return found

    def unselect(self) -> None:
        """Let another sheet be the open one: Excel would write into all that are selected."""
        for tag in self._markup.named("sheetView"):
            self._markup.set(tag, "tabSelected", None)

    def take_off(self) -> None:
        """Remove the colours of an earlier marked copy."""
        for tag in self._markup.children:
            if self._is_ours(tag):
                self._markup.remove(tag)

    def colour(self, marks: Iterable[Mark], looks: Looks) -> None:
        """Colour the marked cells; ours go before all conditions of theirs, which keep their order."""
        marks = list(marks)
        is_within_ours = False
        for tag in self._markup.tags:
            told = tag.attributes.get("priority", "")
            if tag.depth == 1:
                is_within_ours = self._is_ours(tag)
            elif tag.name == "cfRule" and told.isdigit() and not is_within_ours:
                self._markup.set(tag, "priority", str(int(told) + 2))
        written = ""
        for priority, (look, fallen) in enumerate(((looks.faulty, False), (looks.fallen, True)), 1):
            areas = _areas([mark for mark in marks if mark.is_fallen is fallen])
            for place in range(0, len(areas), _AREAS):
                written += colours(areas[place : place + _AREAS], look, priority, self._markup.prefix)
        self._markup.insert_before(self._first_of((*_BEHIND_COLOURS, "legacyDrawing", *_BEHIND_DRAWING)), written)

    def unfold(self, marks: Iterable[Mark]) -> None:
        """Show the rows and columns of the marked cells."""
        marks = list(marks)
        unfold(self._markup, {mark.row for mark in marks}, {mark.column for mark in marks})

    def draw(self, drawing_id: str) -> None:
        """Name the drawing of the comments."""
        tag = f'<{self._markup.prefix}legacyDrawing xmlns:r="{RELATIONS}" r:id="{drawing_id}"/>'
        self._markup.insert_before(self._first_of(_BEHIND_DRAWING), tag)

    def result(self) -> bytes:
        """The sheet as it is now."""
        return self._markup.result()

    def _is_ours(self, tag: Tag) -> bool:
        return tag.name == "conditionalFormatting" and SIGNATURE.encode() in self._markup.source(tag)

    def _first_of(self, names: Iterable[str]) -> Tag | None:
        names = frozenset(names)
        return next((tag for tag in self._markup.children if tag.name in names), None)


def colours(areas: Iterable[str], look: int, priority: int, prefix: str = "") -> str:
    """The markup that lays a look over areas of a sheet."""
    condition = CONDITION.replace('"', "&quot;")
    return (
        f'<{prefix}conditionalFormatting sqref="{" ".join(areas)}"><{prefix}cfRule type="expression" dxfId="{look}" '
        f'priority="{priority}" stopIfTrue="1"><{prefix}formula>{condition}</{prefix}formula></{prefix}cfRule>'
        f"</{prefix}conditionalFormatting>"
    )


def relation_id(attributes: Mapping[str, str]) -> str | None:
    """The relation that an element names, whatever the prefix is called."""
    return next((value for name, value in attributes.items() if name.endswith(":id")), None)


def _areas(marks: Iterable[Mark]) -> list[str]:
    """The cells as areas: those below one another are one."""
    found: list[tuple[int, int, int]] = []
    for column, row in sorted((mark.column, mark.row) for mark in marks):
        if found and found[-1][0] == column and found[-1][2] == row - 1:
            found[-1] = (column, found[-1][1], row)
        else:
            found.append((column, row, row))
    return [
        f"{column_letters(column)}{first}" + (f":{column_letters(column)}{last}" if last > first else "")
        for column, first, last in found
    ]
