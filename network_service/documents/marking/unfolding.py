"""Shows what somebody hid or folded away on a sheet, where a fault lies: a mark that nobody sees mends nothing."""

import re
from collections.abc import Callable, Collection

from network_service.documents.marking.markup import Markup, Tag

HIDDEN_ROW = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?row\b[^>]*\shidden\b")
"""Says that a sheet has hidden rows; rows are many, and only then are they looked at."""
_WIDTH = "14"
"""Characters: for a column whose own width is nought, which hides it too."""
_ON = frozenset({"1", "true"})


def unfold(markup: Markup, rows: Collection[int], columns: Collection[int]) -> None:
    """Show the hidden ones of some rows, counted from 1, and columns, from 0.

    Where one lies in a folded group, all groups of rows, or of columns, are unfolded: a part of a group is nothing that
    an office program could fold again.
    """
    _unfold(markup, markup.named("row"), lambda tag: _number(tag, "r") in rows)
    _unfold(markup, markup.named("col"), lambda tag: _spans(tag, columns))


def _unfold(markup: Markup, tags: list[Tag], is_meant: Callable[[Tag], bool]) -> None:
    hidden = [tag for tag in tags if tag.attributes.get("hidden") in _ON]
    met = [tag for tag in hidden if is_meant(tag)]
    grouped = any(map(_is_grouped, met))
    for tag in hidden:
        if tag in met or (grouped and _is_grouped(tag)):
            _show(markup, tag)
    for tag in tags if grouped else ():
        markup.set(tag, "collapsed", None)


def _show(markup: Markup, tag: Tag) -> None:
    markup.set(tag, "hidden", None)
    if tag.name == "row" and _is_nought(tag, "ht"):
        markup.set(tag, "ht", None)
        markup.set(tag, "customHeight", None)
    if tag.name == "col" and _is_nought(tag, "width"):
        markup.set(tag, "width", _WIDTH)


def _is_grouped(tag: Tag) -> bool:
    return _number(tag, "outlineLevel") > 0


def _spans(tag: Tag, columns: Collection[int]) -> bool:
    first, last = _number(tag, "min"), _number(tag, "max")
    return any(first <= column + 1 <= last for column in columns)


def _number(tag: Tag, attribute: str) -> int:
    told = tag.attributes.get(attribute, "")
    return int(told) if told.isdecimal() else 0


def _is_nought(tag: Tag, attribute: str) -> bool:
    return re.fullmatch(r"0+(\.0*)?", tag.attributes.get(attribute, "")) is not None
