"""The first sheet of a workbook: what it is, what is to be done with it, and which sheet is for what."""

from collections.abc import Sequence

from network_service.documents.sheet_writer import Link, SheetOfOpenpyxl, SheetStyle
from network_service.domain.vocabulary import label, terms
from network_service.ingest.sheets.column import ONLY_IN_EXPORTS, Sheet
from network_service.ingest.sheets.wording import sheet_wording, word
from network_service.messages import messages_in

STEP_COLORS = ("1F4E5F", "2E7D32", "8E5A00", "6A1B9A", "1565C0", "AD1457", "4E6B1F", "B23C17", "616161")
"""Colours of the core, the seven building steps and what only exports have: on tabs, and in the list of sheets."""

_WIDTHS = (40, 100)
_TOPICS = ("order", "required", "id", "references", "dates", "choices", "lists", "folded", "personal")


def step_title(step: int, language: str) -> str:
    """What a step is called; 0 is the core, and after the last come the sheets that only exports have."""
    messages = messages_in(language)
    if not step:
        return messages.text("template.core")
    if step == ONLY_IN_EXPORTS:
        return messages.text("export.only_here")
    name = label("building_step", _step_code(step), language)
    return messages.text("template.step", number=step, name=name)


def write_explanation(
    sheet: SheetOfOpenpyxl,
    language: str,
    sheets: Sequence[Sheet],
    *,
    mark: str = "",
    lines: Sequence[str] = (),
    steps: Sequence[int] = (),
) -> None:
    """Write it for the sheets that are there; `lines` are said first.

    `steps` are those that an empty workbook is for: then it says what each needs.
    """
    messages = messages_in(language)
    style = SheetStyle(sheet, language, mark)
    style.columns(_WIDTHS)
    style.text(messages.text("template.title"), bold=True, size=24, color=STEP_COLORS[0])
    for line in (mark, *lines):
        if line:
            style.text("", line, bold=True, color="9C3D10")
    for step in steps:
        style.text(step_title(step, language), bold=True, size=20, color=STEP_COLORS[step])
        needs = f"template.needs.{_step_code(step)}" if step else "template.needs.core"
        style.text(messages.text("template.checked") if step else "", messages.text(needs))
    style.text("")
    for topic in _topics(sheets, filled=not steps):
        style.text(messages.text(f"template.{topic}"), messages.text(f"template.{topic}.text"))
    style.text("")
    style.text(messages.text("template.sheet"), messages.text("template.purpose"), bold=True, color=STEP_COLORS[0])
    _list_sheets(style, language, sheets)


def back_link(language: str) -> Link:
    """The way back to the first sheet."""
    return Link(word("explanation").in_language(language), messages_in(language).text("template.back"))


def _topics(sheets: Sequence[Sheet], *, filled: bool) -> Sequence[str]:
    """What there is to say of these sheets; a workbook that is filled has no example rows."""
    topics = list(_TOPICS)
    if any(sheet.members for sheet in sheets):
        topics.insert(topics.index("references"), "membership")
    if not filled:
        topics.insert(topics.index("personal"), "example")
    return topics


def _list_sheets(style: SheetStyle, language: str, sheets: Sequence[Sheet]) -> None:
    tip = messages_in(language).text("template.go")
    for step in sorted({sheet.step for sheet in sheets}):
        style.text(step_title(step, language), bold=True, color=STEP_COLORS[step])
        for number, sheet in enumerate(sheets, 1):
            if sheet.step == step:
                wording = sheet_wording(sheet.code)
                title = wording.title.in_language(language)
                style.text(f"{number}. {title}", wording.purpose.in_language(language), link=Link(title, tip))


def _step_code(step: int) -> str:
    return tuple(terms("building_step"))[step - 1]
