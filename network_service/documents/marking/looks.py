"""The looks that marks need, added to the styles of somebody's workbook behind their own."""

from typing import NamedTuple

from network_service.documents.marking.markup import Markup, Tag

_AFTER_LOOKS = frozenset({"tableStyles", "colors", "extLst"})
"""What stands behind the differential looks in a part of styles."""


class Looks(NamedTuple):
    """Numbers of looks: five that lie over a cell's own, and two kinds of cells of the list of faults."""

    faulty: int
    fallen: int
    header: int
    title: int
    link: int
    text: int
    runnable: int


def add_looks(content: bytes) -> tuple[bytes, Looks]:
    """The part of styles with our looks, and their numbers; what is there keeps its number."""
    markup = Markup(content, ["dxf", "xf"])
    prefix = markup.prefix
    overlays = [
        _overlay(prefix, fill="FFFFB3A7", font="FF7A1400"),
        _overlay(prefix, fill="FFFFECC7", font="FF5C4300"),
        _overlay(prefix, fill="FF1F4E5F", font="FFFFFFFF", more=f"<{prefix}b/>"),
        _overlay(prefix, font="FF9C3D10", more=f"<{prefix}b/>"),
        _overlay(prefix, font="FF0B5CAD", more=f"<{prefix}u/>"),
    ]
    first = _append(markup, "dxfs", "dxf", overlays)
    wrapped = (
        f'numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"{{}}>'
        f'<{prefix}alignment vertical="top" wrapText="1"/></{prefix}xf>'
    )
    kinds = [f"<{prefix}xf {wrapped.format(prefixed)}" for prefixed in ("", ' quotePrefix="1"')]
    text = _append(markup, "cellXfs", "xf", kinds)
    faulty, fallen, header, title, link = range(first, first + len(overlays))
    return markup.result(), Looks(faulty, fallen, header, title, link, text, text + 1)


def _overlay(prefix: str, *, font: str, fill: str = "", more: str = "") -> str:
    """Colours that conditional formatting lays over a cell: the cell's own look stays beneath, whole."""
    filled = (
        f'<{prefix}fill><{prefix}patternFill patternType="solid"><{prefix}fgColor rgb="{fill}"/>'
        f'<{prefix}bgColor rgb="{fill}"/></{prefix}patternFill></{prefix}fill>'
        if fill
        else ""
    )
    return f'<{prefix}dxf><{prefix}font>{more}<{prefix}color rgb="{font}"/></{prefix}font>{filled}</{prefix}dxf>'


def _append(markup: Markup, group: str, name: str, looks: list[str]) -> int:
    """Put looks at the end of their group; the number of the first."""
    found = [tag for tag in markup.children if tag.name == group]
    if not found:
        before = next((tag for tag in markup.children if tag.name in _AFTER_LOOKS), None)
        written = "".join(looks)
        markup.insert_before(before, f'<{markup.prefix}{group} count="{len(looks)}">{written}</{markup.prefix}{group}>')
        return 0
    parent = found[0]
    count = sum(tag.name == name and _is_below(markup, parent, tag) for tag in markup.tags)
    markup.append(parent, "".join(looks))
    markup.set(parent, "count", str(count + len(looks)))
    return count


def _is_below(markup: Markup, parent: Tag, tag: Tag) -> bool:
    return tag.depth == 2 and parent.start < tag.start < markup.span(parent)[1]
