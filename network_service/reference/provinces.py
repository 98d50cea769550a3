"""The provinces of Thailand and Bangkok, each with the days it has existed, and the codes of no real province."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from network_service.domain.thai.digits import to_arabic
from network_service.errors import UnknownRecord
from network_service.reference.data_rows import Dated, Named, data_rows, day_or_open
from network_service.reference.spellings import PlaceLevel, readings, spelling_key

BANGKOK = "TH-10"
"""Code of Bangkok, which is listed with the provinces and is none."""
SYNTHETIC = frozenset({*(f"TH-0{digit}" for digit in range(10)), "TH-97", "TH-98", "TH-99"})
"""Codes kept free for invented provinces; the ministry's codes begin at 10 and end at 96."""

_CODE = re.compile(r"(?:TH-?)?([0-9]{2})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Province(Dated, Named):
    """A province, or Bangkok: names, official abbreviation, regions, and a point inside it with its key on maps.

    The point lies in the largest part of the territory and is no capital; `hasc` joins it to outlines of provinces.
    `source` names the instrument that set the first day, where there is one.
    """

    code: str
    abbreviation: str
    region4: str
    region6: str
    latitude: float
    longitude: float
    hasc: str
    other_names: tuple[str, ...] = ()
    source: str | None = None

    @property
    def dopa_code(self) -> str:
        """The two digits that the codes of its districts and sub-districts begin with."""
        return self.code.removeprefix("TH-")

    def in_full(self, language: str) -> str:
        """The name with the word for its level, which Bangkok's goes without."""
        if self.code == BANGKOK:
            return self.in_language(language)
        return f"จังหวัด{self.thai}" if language == "th" else f"{self.english} Province"


def provinces(on: date | None = None) -> tuple[Province, ...]:
    """All provinces and Bangkok by code; those of one day, if a day is given.

    >>> len(provinces()), len(provinces(on=date(2010, 1, 1)))
    (77, 76)
    """
    return tuple(found for found in _by_code().values() if on is None or found.holds_on(on))


def province(code: str) -> Province:
    """The province of a code, written TH-50 or 50; `UnknownRecord` where there is none.

    >>> province("50").english
    'Chiang Mai'
    """
    wanted = standard_code(code)
    if wanted is not None and wanted in _by_code():
        return _by_code()[wanted]
    if is_synthetic(code):
        raise UnknownRecord("place.synthetic_province", given=wanted)
    raise UnknownRecord("place.unknown_province", given=code)


def standard_code(code: str) -> str | None:
    """The code as ISO 3166-2 writes it; `None` for what is no code at all.

    >>> standard_code("98"), standard_code("th-๙๘"), standard_code("น่าน")
    ('TH-98', 'TH-98', None)
    """
    found = _CODE.fullmatch(to_arabic(code).strip())
    return f"TH-{found[1]}" if found else None


def is_synthetic(code: str) -> bool:
    """Whether a code is kept for invented provinces."""
    return standard_code(code) in SYNTHETIC


def find_province(text: str) -> Province:
    """The province of a code, a name in any usual spelling, or an official abbreviation; `UnknownRecord` otherwise.

    >>> find_province("จ.เชียงใหม่") == find_province("Chiangmai province") == find_province("ชม.")
    True
    """
    if standard_code(text) is None:
        for level, key in readings(text):
            if level in (None, PlaceLevel.PROVINCE) and key in _by_spelling():
                return _by_spelling()[key]
    return province(text)


@cache
def _by_code() -> dict[str, Province]:
    rows = sorted(data_rows("provinces"), key=lambda row: row["code"])
    return {row["code"]: _read(row) for row in rows}


@cache
def _by_spelling() -> dict[str, Province]:
    return {
        spelling_key(name): found
        for found in provinces()
        for name in (found.thai, found.english, found.abbreviation, *found.other_names)
    }


def _read(row: dict[str, str]) -> Province:
    return Province(
        code=row["code"],
        thai=row["thai"],
        english=row["english"],
        abbreviation=row["abbreviation"],
        region4=row["region4"],
        region6=row["region6"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        hasc=row["hasc"],
        other_names=tuple(row["other_names"].split("|")) if row["other_names"] else (),
        valid_from=day_or_open(row["valid_from"]),
        valid_to=day_or_open(row["valid_to"]),
        source=row["source"] or None,
    )
