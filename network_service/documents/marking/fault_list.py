"""The sheet that lists all faults, each with a link to its cell."""

from collections.abc import Iterable, Sequence
from math import ceil
from unicodedata import category
from xml.sax.saxutils import escape, quoteattr

from network_service.documents.marking.looks import Looks
from network_service.documents.marking.marks import cell_of
from network_service.documents.marking.sheet import colours
from network_service.documents.sheet_writer import RUNNABLE, escaped
from network_service.domain.thai.text import clean
from network_service.ingest.fault import Fault
from network_service.messages import Messages

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WIDTHS = (66, 26, 58, 54)  # a place on one line: not every program breaks a link
_HEADER_ROW = 4
_LONGEST = 32_000  # a cell holds 32,767 characters
_LINE = 18.0  # points: Thai marks above and below need more than the 15 of a Latin line
_LINES = 12  # Excel's highest row is 409 points; further lines are read in the cell


def fault_list(faults: Sequence[Fault], unlisted: int, looks: Looks, words: Messages) -> str:
    """The sheet: what this is, then a row a fault; those that fall with others come last."""
    ordered = sorted(faults, key=lambda fault: fault.is_consequence)
    own = sum(not fault.is_consequence for fault in faults)
    more = [words.text("marked.fallen", count=len(faults) - own)] if own < len(faults) else []
    more += [words.text("marked.unlisted", count=unlisted)] if unlisted else []
    rows = [
        _running(1, words.text("marked.title", count=own + unlisted)),
        _running(2, words.text("marked.explanation")),
        _running(3, " ".join(more)),
        _row(
            _HEADER_ROW, [words.text(f"import.fault.{name}") for name in ("place", "value", "sentence", "cure")], looks
        ),
    ]
    links = []
    for number, fault in enumerate(ordered, _HEADER_ROW + 1):
        told = [fault.place(words), fault.value, fault.sentence(words), fault.cure(words)]
        rows.append(_row(number, told, looks))
        if fault.sheet:
            title = fault.sheet.replace("'", "''")
            location = quoteattr(f"'{title}'!{cell_of(fault)}")
            links.append(f'<hyperlink ref="A{number}" location={location} display={quoteattr(clean(told[0]))}/>')
    return _sheet(rows, links, _HEADER_ROW + len(faults), looks)


def _sheet(rows: Iterable[str], links: Sequence[str], last: int, looks: Looks) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(_WIDTHS, 1)
    )
    first = _HEADER_ROW + 1
    overlays = colours(["A1:D1"], looks.title, 1) + colours([f"A{_HEADER_ROW}:D{_HEADER_ROW}"], looks.header, 2)
    if links:
        overlays += colours([f"A{first}:A{last}"], looks.link, 3)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_MAIN}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{_HEADER_ROW}" topLeftCell="A{first}" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>{overlays}"
        f"{'<hyperlinks>' + ''.join(links) + '</hyperlinks>' if links else ''}"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _running(number: int, text: str) -> str:
    """A text that runs on beyond its cell."""
    return f'<row r="{number}">{_cell(f"A{number}", text, "")}</row>' if text else ""


def _row(number: int, texts: Sequence[str], looks: Looks) -> str:
    cells = (
        _cell(f"{letter}{number}", text, f' s="{looks.runnable if text.startswith(RUNNABLE) else looks.text}"')
        for letter, text in zip("ABCD", texts, strict=True)
    )
    lines = max(ceil(_letters(text) / width) for text, width in zip(texts, _WIDTHS, strict=True))
    height = _LINE * min(max(lines, 1), _LINES)  # given, as not every program finds it by itself
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>'


def _letters(text: str) -> int:
    """Letters that take room of their own: Thai marks stand above and below others."""
    return sum(category(letter) != "Mn" for letter in text)


def _cell(place: str, text: str, look: str) -> str:
    """A cell of text, whatever the text looks like: nothing in it is ever a formula."""
    said = escape(escaped(clean(text)[:_LONGEST]))
    return f'<c r="{place}"{look} t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'
