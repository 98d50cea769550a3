"""Districts and sub-districts, with the codes of the Department of Provincial Administration (DOPA).

The data is GeoThai's, from DOPA and Thailand Post, under CC-BY-4.0 (`DATA_CREDIT`); it comes with the package
`geothai`, is that of today, and is read when it is first asked for. Units that DOPA has abolished are kept apart: old
records hold their codes, nothing new should.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from network_service.reference.data_rows import Named
from network_service.reference.provinces import BANGKOK, Province

if TYPE_CHECKING:
    from geothai.types import Abolished

DATA_CREDIT = "GeoThai; Department of Provincial Administration (DOPA); Thailand Post. CC-BY-4.0"
"""Whom to name wherever this data is handed on."""


@dataclass(frozen=True, kw_only=True)
class District(Named):
    """A district (in Bangkok: เขต). An abolished one says since when, and what replaced it by law."""

    code: str
    abolished_on: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def province(self) -> str:
        """Code of its province, such as TH-50."""
        return f"TH-{self.code[:2]}"

    def in_full(self, language: str) -> str:
        """The name with the word for its level."""
        if language == "th":
            return f"{'เขต' if self.province == BANGKOK else 'อำเภอ'}{self.thai}"
        return f"{self.english} District"


@dataclass(frozen=True, kw_only=True)
class Subdistrict(Named):
    """A sub-district (in Bangkok: แขวง). An abolished one says since when, and what replaced it by law."""

    code: str
    postal_codes: tuple[str, ...] = ()
    abolished_on: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def province(self) -> str:
        """Code of its province, such as TH-50."""
        return f"TH-{self.code[:2]}"

    @property
    def district(self) -> str:
        """Code of its district, four digits."""
        return self.code[:4]

    def in_full(self, language: str) -> str:
        """The name with the word for its level."""
        if language == "th":
            return f"{'แขวง' if self.province == BANGKOK else 'ตำบล'}{self.thai}"
        return f"{self.english} Sub-district"


def districts(province: Province, *, abolished: bool = False) -> tuple[District, ...]:
    """The districts of a province by code, as they are today; with the abolished ones among them, if wanted."""
    return tuple(one for one in _districts_in(province.dopa_code) if abolished or one.abolished_on is None)


def subdistricts(district: District, *, abolished: bool = False) -> tuple[Subdistrict, ...]:
    """The sub-districts of a district by code, as they are today; with the abolished ones among them, if wanted."""
    return tuple(one for one in _subdistricts_in(district.code) if abolished or one.abolished_on is None)


def data_version() -> str:
    """The release of the data, as GeoThai names it."""
    from geothai import DATA_VERSION

    return DATA_VERSION


# geothai is imported where it is used: its long lists of codes take 50 ms, and most commands need none of it.
@cache
def _districts_in(province: str) -> tuple[District, ...]:
    import geothai

    # geothai writes the word for the level before the names of Bangkok's districts only; here no name has it.
    found = [
        District(code=one.code, thai=one.name_th.removeprefix("เขต"), english=one.name_en)
        for one in geothai.districts(province)
    ]
    found += [
        District(
            code=one.code,
            thai=one.name_th.removeprefix("เขต"),
            english=one.name_en or one.name_th,
            abolished_on=_last_day(one),
            successors=_proven_successors(one),
        )
        for one in _abolished_in(province)
    ]
    return tuple(sorted(found, key=lambda one: one.code))


@cache
def _subdistricts_in(district: str) -> tuple[Subdistrict, ...]:
    import geothai

    found = [
        Subdistrict(code=one.code, thai=one.name_th, english=one.name_en, postal_codes=tuple(one.postal_codes))
        for one in geothai.subdistricts(district)
    ]
    found += [
        Subdistrict(
            code=one.code,
            thai=one.name_th,
            english=one.name_en or one.name_th,
            abolished_on=_last_day(one),
            successors=_proven_successors(one),
        )
        for one in _abolished_in(district)
    ]
    return tuple(sorted(found, key=lambda one: one.code))


def _abolished_in(parent: str) -> "list[Abolished]":
    return _abolished_by_parent().get(parent, [])


@cache
def _abolished_by_parent() -> "dict[str, list[Abolished]]":
    from geothai.abolished import abolished_areas

    groups: dict[str, list[Abolished]] = {}
    for one in abolished_areas():
        groups.setdefault(one.parent_code or "", []).append(one)
    return groups


def _last_day(one: "Abolished") -> date:
    """The day of the law where it is known: DOPA strikes a code off its list days or years later."""
    return date.fromisoformat(one.successors_in_force or one.abolished_on)


def _proven_successors(one: "Abolished") -> tuple[str, ...]:
    """Those that a notice names; the others are guesses from equal names."""
    return one.successors if one.successors_basis == "notice" else ()
