"""Where a field of a record stands in the workbook, and which fields a vocabulary has its words in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from network_service.domain.kinds import RECORD_TYPES
from network_service.ingest.sheets.column import Column, Sheet, ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording, sheet_wording


class Place(NamedTuple):
    """A column of the workbook and the kind of record whose field it fills; `field` is empty where it is checked."""

    sheet: Sheet
    column: Column
    kind: str
    field: str

    @property
    def home(self) -> str:
        """Record and field."""
        return f"{self.kind}.{self.field}" if self.field else self.kind

    @property
    def shown(self) -> str:
        """Sheet and column as an official finds them, with their codes."""
        title = sheet_wording(self.sheet.code).title.thai
        header = column_wording(self.sheet.code, self.column.code).header.thai
        return f"{title} · {header} (`{self.sheet.code}.{self.column.code}`)"


def all_places() -> Iterator[Place]:
    """Every column, once for each kind of record whose field it fills; those of a second record count for that."""
    for sheet in SHEETS:
        for column in sheet.columns:
            for kind in (column.part,) if column.part else sheet.kinds:
                if column.field in RECORD_TYPES[kind].model_fields or not column.field:
                    yield Place(sheet, column, kind, column.field)


def shown(places: Sequence[Place]) -> str:
    """The columns as an official finds them; one that every sheet has is told once."""
    return _everywhere(places) if on_every_sheet(places) else "; ".join(dict.fromkeys(one.shown for one in places))


def on_every_sheet(places: Sequence[Place]) -> bool:
    """Whether all are the same column, which every sheet has."""
    return len({place.sheet.code for place in places}) == len(SHEETS) and len({one.column.code for one in places}) == 1


def _everywhere(places: Sequence[Place]) -> str:
    sheet, column = places[0].sheet, places[0].column
    return f"ทุกแผ่นงาน · {column_wording(sheet.code, column.code).header.thai} (`*.{column.code}`)"


def sheets_of(kind: str) -> list[Sheet]:
    """The sheets whose rows make records of a kind."""
    return [sheet for sheet in SHEETS if kind in sheet.kinds]


def sheet_shown(sheet: Sheet) -> str:
    """A sheet as an official finds it, with its code."""
    return f"{sheet_wording(sheet.code).title.thai} (`{sheet.code}`)"


def places_of_field(kind: str, field: str) -> list[Place]:
    """The columns that fill a field; the row of a kind's own sheet comes before that of another record."""
    found = [place for place in all_places() if (place.kind, place.field) == (kind, field)]
    if field == "source_key":
        found = [place for place in all_places() if place.kind == kind and place.column.type is ValueType.ID]
    return sorted(found, key=lambda place: bool(place.column.part))


def places_of_words(vocabulary: str) -> list[Place]:
    """The columns that take words of a vocabulary."""
    return [place for place in all_places() if place.column.vocabulary == vocabulary]
