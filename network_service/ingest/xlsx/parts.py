"""The small parts of a workbook: which sheets it has, its texts, and which styles mean dates."""

import posixpath
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import Limits
from network_service.ingest.xlsx.archive import Archive
from network_service.ingest.xlsx.xml import LocalNames, stream

_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)])
"""Number formats that mean dates without being spelt out, those of Thai and other Asian offices among them."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_DATE_LETTERS = re.compile(r"[ymdhsbeปดวชน]", re.IGNORECASE)  # Thai Excel writes year, month, day as ป, ด, ว
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook's index: its title, the part it stands in, and whether it is hidden."""

    title: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Index:
    """What the workbook says about itself; `date_styles` are the numbers of cell styles that show dates."""

    sheets: tuple[SheetPart, ...]
    texts: tuple[str, ...]
    date_styles: frozenset[int]
    from_1904: bool


def read_index(archive: Archive, limits: Limits) -> Index:
    """Read the index of a workbook; a file without one is no workbook."""
    start = next((part for kind, part in _relations(archive, "").values() if kind == "officeDocument"), "")
    if not start or not archive.has(start):
        raise UnreadableFile("unreadable.not_a_workbook")
    root = _tree(archive, start)
    if _local(root) != "workbook":
        raise UnreadableFile("unreadable.not_a_workbook")
    related = _relations(archive, start)
    by_kind = {kind: part for kind, part in related.values()}
    properties = next((one for one in root if _local(one) == "workbookPr"), None)
    return Index(
        sheets=tuple(_sheets(root, related)),
        texts=_texts(archive, by_kind.get("sharedStrings"), limits),
        date_styles=_date_styles(archive, by_kind.get("styles")),
        from_1904=properties is not None and properties.get("date1904") in ("1", "true"),
    )


def unescape(text: str) -> str:
    """Characters that XML cannot hold are written `_xHHHH_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _tree(archive: Archive, part: str) -> Element:
    try:
        root: Element = fromstring(archive.read(part), forbid_dtd=True)
    except DefusedXmlException as error:
        raise RefusedForSafety("safety.xml_entities") from error
    except ParseError as error:
        raise UnreadableFile("unreadable.damaged") from error
    return root


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Kind and target of each relation of a part, by id; targets outside the file are passed over."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if not archive.has(relations):
        return {}
    found = {}
    for relation in _tree(archive, relations):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target.lstrip("/"))
    return found


def _sheets(root: Element, related: dict[str, tuple[str, str]]) -> list[SheetPart]:
    found = []
    for sheet in (one for group in root if _local(group) == "sheets" for one in group):
        relation = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        kind, part = related.get(relation, ("", ""))
        if kind == "worksheet":
            found.append(SheetPart(sheet.get("name", ""), part, sheet.get("state", "visible") != "visible"))
    return found


def _texts(archive: Archive, part: str | None, limits: Limits) -> tuple[str, ...]:
    """The shared texts. Of rich text the runs are joined; phonetic hints are not part of the text."""
    if part is None or not archive.has(part):
        return ()
    texts: list[str] = []
    pieces: list[str] = []
    names = LocalNames()
    total = phonetic = 0
    inside = False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal inside, phonetic
        name = names[tag]
        if name == "si":
            pieces.clear()
        elif name == "rPh":
            phonetic += 1
        inside = name == "t" and not phonetic

    def end(tag: str) -> None:
        nonlocal inside, phonetic, total
        inside = False
        name = names[tag]
        if name == "rPh":
            phonetic -= 1
        elif name == "si":
            text = unescape("".join(pieces))
            total += len(text)
            texts.append(text)
            if total > limits.characters:
                raise RefusedForSafety("safety.too_much_text", limit=limits.characters)

    def text(characters: str) -> None:
        if inside:
            pieces.append(characters)

    stream(archive, part, start, end, text)
    return tuple(texts)


def _date_styles(archive: Archive, part: str | None) -> frozenset[int]:
    if part is None or not archive.has(part):
        return frozenset()
    root = _tree(archive, part)
    dates = set(_BUILT_IN_DATES)
    for number_format in (one for group in root if _local(group) == "numFmts" for one in group):
        if _DATE_LETTERS.search(_QUOTED.sub("", number_format.get("formatCode", ""))):
            dates.add(_number(number_format.get("numFmtId")))
    styles = [one for group in root if _local(group) == "cellXfs" for one in group]
    return frozenset(place for place, style in enumerate(styles) if _number(style.get("numFmtId")) in dates)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
