"""Places of all three levels together: by the ministry's code, and by name within a province."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from network_service.domain.thai.digits import to_arabic
from network_service.errors import UnknownRecord
from network_service.reference.districts import District, Subdistrict, districts, subdistricts
from network_service.reference.provinces import BANGKOK, Province, province
from network_service.reference.spellings import PlaceLevel, readings, spelling_key

Place = Province | District | Subdistrict

_CAPITAL = "01"
"""A province's capital district has this number; people write its name as เมือง alone. Bangkok has none."""
_CAPITAL_NAMES = ("เมือง", "Mueang", "Muang")
_CODE = re.compile(r"[0-9]{2}(?:[0-9]{2}){0,2}", re.ASCII)


def place_by_dopa_code(code: str, *, abolished: bool = False) -> Place:
    """The province, district or sub-district of a code of two, four or six digits.

    `UnknownRecord` where there is none; that of an abolished unit says since when, unless those are wanted too.

    >>> place_by_dopa_code("500101").thai
    'ศรีภูมิ'
    """
    wanted = to_arabic(code).strip()
    if not _CODE.fullmatch(wanted):
        raise UnknownRecord("place.no_code", given=code)
    found = _unit(wanted)
    if found is None:
        raise UnknownRecord("place.unknown_code", given=wanted)
    if not isinstance(found, Province) and found.abolished_on and not abolished:
        day = found.abolished_on
        if found.successors:
            raise UnknownRecord(
                "place.replaced", given=wanted, name=found.thai, day=day, successors=", ".join(found.successors)
            )
        raise UnknownRecord("place.abolished", given=wanted, name=found.thai, day=day)
    return found


def place_names(province: Province) -> Mapping[str, tuple[Place, ...]]:
    """All places of a province, itself among them, by their names as `spelling_key` writes them; abolished ones not.

    Several places may share a name, most often a district and its first sub-district: the larger comes first.
    """
    return _place_names(province.dopa_code)


def find_places(text: str, province: Province) -> tuple[Place, ...]:
    """The places of a province that a typed name may mean, the larger first; none where no place has the name.

    A word for the level (อำเภอ, ต., District) chooses among places of one name.
    """
    names = place_names(province)
    for level, key in readings(text):
        found = tuple(place for place in names.get(key, ()) if level in (None, level_of(place)))
        if found:
            return found
    return ()


def level_of(place: Place) -> PlaceLevel:
    """The level a place is on."""
    if isinstance(place, Province):
        return PlaceLevel.PROVINCE
    return PlaceLevel.DISTRICT if isinstance(place, District) else PlaceLevel.SUBDISTRICT


def _unit(code: str) -> Place | None:
    above = province(code[:2])
    if len(code) == 2:
        return above
    within = {one.code: one for one in districts(above, abolished=True)}
    if len(code) == 4:
        return within.get(code)
    district = within.get(code[:4])
    if district is None:
        return None
    return next((one for one in subdistricts(district, abolished=True) if one.code == code), None)


@cache
def _place_names(dopa_code: str) -> Mapping[str, tuple[Place, ...]]:
    above = province(dopa_code)
    names: dict[str, list[Place]] = {}

    def note(place: Place, *spellings: str) -> None:
        for key in dict.fromkeys(map(spelling_key, spellings)):
            names.setdefault(key, []).append(place)

    note(above, above.thai, above.english, above.abbreviation, *above.other_names)
    for district in districts(above):
        note(district, district.thai, district.english, *_capital_names(district))
    for district in districts(above):
        for subdistrict in subdistricts(district):
            note(subdistrict, subdistrict.thai, subdistrict.english)
    return MappingProxyType({key: tuple(found) for key, found in names.items()})


def _capital_names(district: District) -> tuple[str, ...]:
    return _CAPITAL_NAMES if district.code.endswith(_CAPITAL) and district.province != BANGKOK else ()
