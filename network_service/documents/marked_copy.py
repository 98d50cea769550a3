"""A copy of somebody's workbook with every fault at its cell: coloured, commented, and listed on a first sheet.

Nothing of theirs is rebuilt: sheets, columns, looks, formulas with their saved results, drop-downs, pictures and macros
are their own bytes, and marks are put in between; only what hides a marked cell is taken away. Reading the copy gives
the same faults as reading the file; imported again after mending, an earlier copy's marks are taken off before new ones
are made.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from network_service.documents.marking.book import place_fault_list, sheets_of, suffix_of, unhide
from network_service.documents.marking.boxes import EMPTY, with_boxes, without_boxes
from network_service.documents.marking.comments import Comments
from network_service.documents.marking.fault_list import fault_list
from network_service.documents.marking.looks import Looks, add_looks
from network_service.documents.marking.marks import Mark, marks_by_sheet
from network_service.documents.marking.package import Package
from network_service.documents.marking.sheet import SheetMarkup
from network_service.documents.whole_file import whole_file
from network_service.errors import UsageError
from network_service.ingest.content import content_of
from network_service.ingest.fault import Fault
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.parsing import looks_like_json
from network_service.ingest.xlsx.reader import surveyed
from network_service.messages import Messages, messages_in

_STYLES = "xl/styles.xml"
_COMMENTS_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_KIND = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def require_markable(source: Path, out: Path) -> None:
    """See before any work that a marked copy of a file can be written there; `UsageError` where it cannot."""
    if out.exists() and source.exists() and out.samefile(source):
        raise UsageError("marked.over_source", path=str(out))
    if looks_like_json(content_of(source, LIMITS)):
        raise UsageError("marked.not_a_workbook")


def write_marked_copy(
    source: Path,
    out: Path,
    faults: Sequence[Fault],
    language: str,
    *,
    sha256: str | None = None,
    unlisted: int = 0,
    limits: Limits = LIMITS,
) -> None:
    """Write the copy, whole or not at all; `unlisted` faults are said to be more than the list has.

    The file is judged as for reading before anything of it is looked at. `UsageError` where `out` is the file itself or
    is named as another kind of workbook, where a sheet of theirs has the title of our list, or where the file is not
    the one of that `sha256` any more, in which the faults were found.
    """
    require_markable(source, out)
    words = messages_in(language)
    content = content_of(source, limits)
    if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
        raise UsageError("marked.file_changed", path=str(source))
    with surveyed(content, limits=limits) as archive:
        package = Package(archive)
        if out.suffix.lower() != (suffix := suffix_of(package)):
            raise UsageError("marked.other_suffix", path=str(out), suffix=suffix)
        listed_on = place_fault_list(package, language)
        styles, looks = add_looks(package.read(_STYLES))
        package.write(_STYLES, styles)
        marks = marks_by_sheet(faults)
        unhide(package, marks)
        for sheet in sheets_of(package):
            if sheet.part != listed_on:
                _mark(package, sheet.part, marks.get(sheet.title, {}), looks, words)
        package.write(listed_on, fault_list(faults, unlisted, looks, words))
        with whole_file(out) as written:
            package.save(written)


def _mark(package: Package, part: str, marks: Mapping[str, Mark], looks: Looks, words: Messages) -> None:
    """Take off what an earlier copy left on a sheet, and put the new marks on."""
    sheet = SheetMarkup(package.read(part))
    sheet.unselect()
    shown = sheet.shown(marks)
    if sheet.has_our_marks or shown:
        sheet.take_off()
        if shown:
            sheet.colour(shown.values(), looks)
            sheet.unfold(shown.values())
        if (drawing := _comment(package, part, sheet.drawing_id, shown, words)) is not None:
            sheet.draw(drawing)
    package.write(part, sheet.result())


def _comment(
    package: Package, part: str, drawing_id: str | None, marks: Mapping[str, Mark], words: Messages
) -> str | None:
    """Comment the marked cells of a sheet; the relation of a drawing that it has not named yet."""
    name = package.target_of_kind(part, "comments")
    if name is None and not marks:
        return None
    comments = Comments(package.read(name) if name is not None else None)
    emptied = comments.take_off()
    new = comments.put(marks, words)
    if name is None:
        name = package.free_name("xl/comments{}.xml")
        package.declare(name, _COMMENTS_KIND)
        package.relate(part, "comments", name)
    package.write(name, comments.result())
    if drawing_id is not None:
        drawing = package.target(part, drawing_id)
        package.write(drawing, with_boxes(without_boxes(package.read(drawing), emptied), new, words))
        return None
    drawing = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.declare(drawing, _DRAWING_KIND)
    package.write(drawing, with_boxes(EMPTY.encode(), new, words))
    return package.relate(part, "vmlDrawing", drawing)
