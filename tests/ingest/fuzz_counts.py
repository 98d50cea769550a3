"""How many rows a file has by a count that knows nothing of our readers; `None` where it takes more than counting."""

import csv
import json
import re
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from network_service.ingest.imported import Imported

Files = Sequence[tuple[str, bytes]]
Count = Callable[[Files, Imported], int | None]


def _text(content: bytes) -> str | None:
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parameter(found: Imported, code: str, name: str = "count") -> int:
    values = [note.parameters[name] for note in found.notes if note.code == code]
    return sum(value for value in values if isinstance(value, int))


def table_rows(files: Files, found: Imported) -> int | None:
    """Rows below known headers; of a row of Kumu's that names several targets each of them."""
    total = 0
    for _, content in files:
        text = _text(content)
        if text is None:
            return None
        first = text.partition("\n")[0]
        separator = next((one for one in "\t;," if one in first), ",")
        rows = list(csv.reader(StringIO(text), delimiter=separator, skipinitialspace=True))
        rows = [row for row in rows if any(cell.strip() for cell in row)]
        header = [cell.strip() for cell in rows[0]]
        ends = _ENDS & set(header)
        if not any(known <= set(header) for known in _HEADERS) or len(ends) == 1:
            return None  # headers that were changed, so that it takes more to know what the table is
        target = header.index("To") if "To" in header else -1
        for row in rows[1:]:
            width = max(place for place, cell in enumerate(row, 1) if cell.strip())
            fits = 0 <= target < len(row) and width <= len(header)
            total += max(1, sum(bool(one.strip()) for one in row[target].split("|"))) if fits else 1
    return total


_ENDS = {"From", "To", "Source", "Target"}
_HEADERS = ({"Label"}, {"Id"}, {"From", "To"}, {"Source", "Target"})


def elements(*names: str, outside: str = "") -> Count:
    """Elements of these names, wherever they stand but inside of another."""

    def count(files: Files, _: Imported) -> int | None:
        try:
            return _elements(fromstring(files[0][1]), names, outside)
        except ParseError:  # a prefix without its namespace, at which ours does not take offence
            return None

    return count


def _elements(element: Element, names: Sequence[str], outside: str) -> int:
    name = element.tag.rpartition("}")[2].rpartition(":")[2]
    inside = 0 if name == outside else sum(_elements(one, names, outside) for one in element)
    return inside + (name in names)


def listed(*names: str) -> Count:
    """Entries of the lists of these names in JSON."""

    def count(files: Files, _: Imported) -> int:
        content = json.loads(files[0][1])
        return sum(len(content[name]) for name in names if isinstance(content.get(name), list))

    return count


def pajek_lines(files: Files, _: Imported) -> int | None:
    """The vertices that are declared and lines of ties; no count of a matrix, where cells are what counts."""
    text = _text(files[0][1])
    if text is None:
        return None
    total, part, declared = 0, "", -1
    met: set[int] = set()
    for line in text.split("\n"):
        words = line.split()
        if not words or words[0].startswith("%"):
            continue
        if words[0].startswith("*"):
            before, part = part, words[0].lower()
            if part == "*vertices" and declared < 0 and before in ("", "*network"):
                total = declared = int(words[1])
            elif part == "*vertices":
                part = "*values"
            elif part not in _SECTIONS:
                return None
        elif part == "*vertices":
            number = int(words[0]) if words[0].isdecimal() else 0  # 12 in Thai digits is 12
            total += not 0 < number <= declared or number in met
            met.add(number)
        elif part in ("*arcs", "*edges"):
            total += 1
        elif part in ("*arcslist", "*edgeslist"):
            if '"' in line or "[" in line:
                return None  # what stands in quotes or brackets may hold spaces
            total += len(words) - 1
    return total


_SECTIONS = {
    *("*network", "*vertices", "*arcs", "*edges", "*arcslist", "*edgeslist"),
    *("*partition", "*vector", "*permutation"),
}


def dl_lines(files: Files, found: Imported) -> int | None:
    """The nodes that are declared and the lines of a list of ties, less those that the notes account for."""
    text = _text(files[0][1])
    size = re.search(r"\bn\s*=\s*([0-9]+)", text or "", re.IGNORECASE)
    if text is None or size is None or not re.search(r"format\s*=\s*edgelist1\s", text, re.IGNORECASE):
        return None
    if re.search(r"\b(?:nm|nr|nc)\s*=|format.*format", text, re.IGNORECASE | re.DOTALL):
        return None
    data = re.split(r"data\s*:", text, maxsplit=1, flags=re.IGNORECASE)[1]
    lines = sum(bool(line.strip(" \t,=")) and line.strip() != "!" for line in data.split("\n"))
    told = sum(_parameter(found, code) for code in ("dl_unknown", "dl_zero", "dl_symmetric"))
    return int(size[1]) + lines - told


def sheet_rows(files: Files, found: Imported) -> int | None:
    """Rows with content below the first one, of the sheets that were read; the examples of a template apart."""
    with ZipFile(BytesIO(files[0][1])) as archive:
        parts = _parts_of_sheets(archive)
        names = archive.namelist()
        texts = (
            []
            if _TEXTS not in names
            else [_said(one) for one in fromstring(archive.read(_TEXTS)).iterfind(f".//{_S}si")]
        )
        total = 0
        for count in found.counts:
            rows = fromstring(archive.read(parts[count.sheet])).iterfind(f".//{_S}row")
            said = [[_value(cell, texts) for cell in row.iterfind(f".//{_S}c")] for row in rows]
            filled = [values for values in said if any(values)]
            total += max(0, len(filled) - _above(count.sheet, filled, found)) - count.examples
    return total


def _above(sheet: str, rows: Sequence[Sequence[str]], found: Imported) -> int:
    """Rows above the data: the headers, unless there are none; NodeXL often has headings over its headers."""
    if any(fault.code == "sheet.no_header" and fault.sheet == sheet for fault in found.faults):
        return 0
    told = [note.parameters for note in found.notes if note.code == "rows_above_header"]
    more = sum(int(one["count"]) for one in told if one["sheet"] == sheet)  # type: ignore[call-overload]
    forms = {str(note.parameters["form"].code) for note in found.notes if note.code == "foreign_format"}  # type: ignore[attr-defined]
    is_headed = any(value.strip().startswith("Vertex") for value in (rows[0] if rows else ()))
    return 1 + more + (forms == {"format.nodexl_workbook"} and not is_headed)


_S = "{*}"  # readers ask for no namespace
_TEXTS = "xl/sharedStrings.xml"


def _parts_of_sheets(archive: ZipFile) -> dict[str, str]:
    targets = {one.get("Id"): one.get("Target", "") for one in fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
    sheets = fromstring(archive.read("xl/workbook.xml")).iterfind(f".//{_S}sheet")
    # From the root of the archive, or from the folder of the workbook's index.
    return {one.get("name", ""): str(PurePosixPath("/xl", targets[_relation(one)]))[1:] for one in sheets}


def _relation(sheet: Element) -> str | None:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)


def _shared_texts(archive: ZipFile) -> list[str]:
    if _TEXTS not in archive.namelist():
        return []
    return [_said(one) for one in fromstring(archive.read(_TEXTS)).iterfind(f".//{_S}si")]


def _said(element: Element) -> str:
    return "".join(one.text or "" for one in element.iterfind(f".//{_S}t"))


def _value(cell: Element, texts: Sequence[str]) -> str:
    value = cell.findtext(f"{_S}v") or ""
    if cell.get("t") == "s" and value:
        value = texts[int(value)]
    return (value + _said(cell)).strip() or ("=" if cell.find(f"{_S}f") is not None else "")


COUNTS: Mapping[str, Count] = {
    "csv": table_rows,
    "csv_pair": table_rows,
    "kumu_json": listed("elements", "connections"),
    "graphml": elements("node", "edge", "hyperedge", outside="data"),
    "gexf": elements("node", "edge"),
    "pajek": pajek_lines,
    "ucinet_dl": dl_lines,
    "our_json": listed("records"),
    "our_workbook": sheet_rows,
    "foreign_workbook": sheet_rows,
}
"""The count of each format of seeds; it holds where the changed file is still read as that format."""
FORMS: Mapping[str, frozenset[str]] = {
    "kumu_json": frozenset({"kumu_json"}),
    "graphml": frozenset({"graphml"}),
    "gexf": frozenset({"gexf"}),
    "pajek": frozenset({"pajek"}),
    "ucinet_dl": frozenset({"ucinet_dl"}),
    "foreign_workbook": frozenset({"kumu_workbook", "nodexl_workbook", "polinode_workbook"}),
}
"""What our readers call those formats; the others are told by their headers, or are our own."""
