"""The index of somebody's workbook: where its sheets are, and the list of faults as the first of them."""

from collections.abc import Collection
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from network_service.documents.marking.markup import Markup, Tag
from network_service.documents.marking.package import RELATIONS, Package
from network_service.documents.marking.sheet import SIGNATURE, relation_id
from network_service.errors import UsageError
from network_service.ingest.sheets.wording import Wording, word

INDEX = "xl/workbook.xml"
"""The part that names the sheets; files that keep it elsewhere were refused before."""
SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
"""What a sheet says it is."""
_SUFFIXES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": ".xlsx",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": ".xlsm",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": ".xltx",
    "application/vnd.ms-excel.template.macroEnabled.main+xml": ".xltm",
}


@dataclass(frozen=True, slots=True)
class Titled:
    """A sheet's title and part."""

    title: str
    part: str


def suffix_of(package: Package) -> str:
    """How the name of such a workbook must end: Excel opens no file whose name says another kind."""
    return _SUFFIXES.get(package.content_type(INDEX), ".xlsx")


def sheets_of(package: Package) -> list[Titled]:
    """All sheets in order, of whatever kind."""
    return [
        Titled(tag.attributes.get("name", ""), package.target(INDEX, relation_id(tag.attributes) or ""))
        for tag in _tags(Markup(package.read(INDEX), ["sheet"]))
    ]


def unhide(package: Package, titles: Collection[str]) -> None:
    """Show those of the sheets that somebody hid."""
    markup = Markup(package.read(INDEX), ["sheet"])
    for tag in _tags(markup):
        if tag.attributes.get("name", "") in titles:
            markup.set(tag, "state", None)
    package.write(INDEX, markup.result())


def place_fault_list(package: Package, language: str) -> str:
    """The part for the list of faults, and the workbook opening at it.

    An earlier list of ours is used again. `UsageError` where a sheet of theirs has its title: it would be passed over
    in reading, and may not be overwritten.
    """
    wording = word("faults")
    sheets = sheets_of(package)
    for place, sheet in enumerate(sheets):
        if wording.means(sheet.title):
            if SIGNATURE.encode() not in package.read(sheet.part):
                raise UsageError("marked.title_taken", sheet=sheet.title)
            _open_at(package, place)
            return sheet.part
    return _insert_first(package, wording, language)


def _insert_first(package: Package, wording: Wording, language: str) -> str:
    part = package.free_name("xl/worksheets/sheet{}.xml")
    package.declare(part, SHEET_KIND)
    relation = package.relate(INDEX, "worksheet", part)
    markup = Markup(package.read(INDEX), ["sheet", "workbookView", "definedName"])
    sheets = _tags(markup)
    numbers = [tag.attributes.get("sheetId", "") for tag in sheets]
    number = 1 + max((int(one) for one in numbers if one.isdigit()), default=0)
    markup.insert_before(
        sheets[0],
        f"<{markup.prefix}sheet name={quoteattr(wording.in_language(language))} "
        f'sheetId="{number}" xmlns:r="{RELATIONS}" r:id="{relation}"/>',
    )
    for tag in markup.named("definedName"):
        # Such a name belongs to a sheet by the sheet's place, and all places move by one.
        if (local := tag.attributes.get("localSheetId", "")).isdigit():
            markup.set(tag, "localSheetId", str(int(local) + 1))
    package.write(INDEX, markup.result())
    _open_at(package, 0)
    return part


def _open_at(package: Package, place: int) -> None:
    markup = Markup(package.read(INDEX), ["workbookView"])
    for tag in markup.named("workbookView"):
        markup.set(tag, "activeTab", str(place))
        markup.set(tag, "firstSheet", "0")
    package.write(INDEX, markup.result())


def _tags(markup: Markup) -> list[Tag]:
    return [tag for tag in markup.named("sheet") if tag.depth == 2]
