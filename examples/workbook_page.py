"""Writes the table of all sheets and columns into the manual page of the workbook, from the declaration.

`python -m examples.workbook_page`
"""

from collections.abc import Iterator
from pathlib import Path

from network_service.documents.explanation import step_title
from network_service.domain.kinds import NODE_TYPES
from network_service.domain.references import kinds_named
from network_service.domain.vocabulary import label, terms
from network_service.ingest.sheets.column import Column, Sheet, ValueType
from network_service.ingest.sheets.column_groups import SELDOM_FILLED
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording, sheet_wording
from network_service.ingest.values import choices_of

PAGE = Path(__file__).parents[1] / "docs" / "workbook.th.md"
BEGIN, END = "<!-- ตารางแผ่นงาน: เขียนโดย python -m examples.workbook_page -->", "<!-- จบตารางแผ่นงาน -->"
IN_EVERY_SHEET = frozenset({"id", "valid_from", "valid_to", "note", *SELDOM_FILLED})
"""Columns that are described once for all sheets."""

_MOST_WORDS = 8
_KINDS_OF_VALUE = {
    ValueType.ID: "รหัส",
    ValueType.TEXT: "ข้อความ",
    ValueType.TEXTS: "ข้อความหลายรายการ คั่นด้วย ;",
    ValueType.TITLES: "คำนำหน้าชื่อ",
    ValueType.DATE: "วันที่",
    ValueType.LAST_DAY: "วันที่ (วันสุดท้าย)",
    ValueType.YES_NO: "ใช่ / ไม่ใช่",
    ValueType.WHOLE: "จำนวนเต็ม",
    ValueType.NUMBER: "ตัวเลข",
    ValueType.YEAR: "ปี พ.ศ. หรือ ค.ศ.",
    ValueType.TERM: "เลือก",
    ValueType.STATUS: "เลือก",
    ValueType.TERMS: "หลายคำ คั่นด้วย ;",
    ValueType.REFERENCE: "ชื่อของ",
}


def page(text: str) -> str:
    """The page with its table as the declaration has it today."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    table = "\n".join(_lines())
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"


def _lines() -> Iterator[str]:
    network = SHEETS[0]
    yield "### คอลัมน์ที่มีในทุกแผ่นงาน"
    yield from _table(network, [column for column in network.columns if column.code in IN_EVERY_SHEET])
    for step in sorted({sheet.step for sheet in SHEETS}):
        yield f"\n### {step_title(step, 'th')}"
        for sheet in SHEETS:
            if sheet.step == step:
                wording = sheet_wording(sheet.code)
                yield f"\n#### {wording.title.thai} (`{sheet.code}`)\n\n{wording.purpose.thai}"
                yield from _table(sheet, [column for column in sheet.columns if _is_own(sheet, column)])


def _is_own(sheet: Sheet, column: Column) -> bool:
    """Whether a column is the sheet's alone, or has a header of its own there."""
    wording = column_wording(sheet.code, column.code)
    return column.code not in IN_EVERY_SHEET or wording != column_wording(SHEETS[0].code, column.code)


def _table(sheet: Sheet, columns: list[Column]) -> Iterator[str]:
    yield "\n| คอลัมน์ | ต้องกรอก | ชนิดข้อมูล | คำอธิบาย |\n|---|---|---|---|"
    for column in columns:
        told = column_wording(sheet.code, column.code)
        required = "ต้องกรอก" if column.required else ""
        yield f"| {told.header.thai} | {required} | {_value(sheet, column)} | {told.help.thai} |"


def _value(sheet: Sheet, column: Column) -> str:
    said = _KINDS_OF_VALUE[column.type]
    if column.type is ValueType.REFERENCE:
        kinds = frozenset[str]().union(*(kinds_named(kind, column.field) for kind in sheet.kinds))
        if NODE_TYPES.keys() - kinds <= {"province_network"}:
            return "ชื่อหรือรหัสของรายการใดก็ได้"
        return said + " " + " / ".join(label("kind", kind, "th") for kind in terms("kind") if kind in kinds)
    if column.type in (ValueType.TERM, ValueType.STATUS, ValueType.TERMS):
        words = choices_of(column, "th") or [label(column.vocabulary, code, "th") for code in terms(column.vocabulary)]
        return f"{said}: {', '.join(words)}" if len(words) <= _MOST_WORDS else f"{said} (มี {len(words)} คำในรายการ)"
    return said


def main() -> None:
    """Rewrite the page where it stands."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
