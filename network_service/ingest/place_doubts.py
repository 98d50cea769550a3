"""What the register of places says of areas and districts as a file has them: notes, as lists of places age."""

from collections.abc import Iterator, Mapping
from functools import cache

from network_service.domain.nodes import Actor, Area
from network_service.domain.record import Record
from network_service.errors import UnknownRecord
from network_service.ingest.fault import At, Note, Said
from network_service.ingest.register import PlaceNames, Register, may_be_called, register_of
from network_service.ingest.whole import InFile
from network_service.reference.places import place_by_dopa_code

_NAMED = 3
"""Places of the file that one note names, as notes of other doubts do."""
_VILLAGE_CODE = 8
"""Digits of a village's code; the register ends at sub-districts, whose six digits it begins with."""


def place_doubts_in(file: Mapping[str, InFile], known: Mapping[str, Record], province: str) -> list[Note]:
    """Codes that are none, names that are not those of their codes, districts that are not of the province.

    What the file repeats of the store unchanged is not told again, and nothing is told of an invented province.
    """
    register = register_of(province)
    if register is None:
        return []
    groups: dict[str, list[tuple[Said, At]]] = {}
    for group, said, one in _found(file, register):
        if known.get(one.record.id) != one.record:
            groups.setdefault(group, []).append((said, one.place))
    return [
        Note("doubt", {"count": len(found), "said": found[0][0], "places": _first(place for _, place in found)})
        for found in groups.values()
    ]


def _found(file: Mapping[str, InFile], register: Register) -> Iterator[tuple[str, Said, InFile]]:
    # An office has some twenty districts and thousands of actors in them: each name is looked up once.
    doubt_of_district = cache(lambda district: _district(district, register))
    for one in file.values():
        if isinstance(one.record, Area) and (said := _area(one.record)) is not None:
            yield "area", said, one
        elif isinstance(one.record, Actor) and (said := doubt_of_district(one.record.district)) is not None:
            yield "district", said, one


def _area(area: Area) -> Said | None:
    """An area with an end may have the code of its time."""
    if area.area_code is None:
        return None
    is_village = len(area.area_code) == _VILLAGE_CODE
    try:
        place = place_by_dopa_code(area.area_code[:6], abolished=area.valid_to is not None)
    except UnknownRecord as error:
        return Said(error.code, error.parameters)
    if is_village or may_be_called(place, area.name):
        return None
    told = {"code": area.area_code, "place": PlaceNames((place,)), "name": area.name}
    return Said("ingest.doubt.area_name", told)


def _district(district: str | None, register: Register) -> Said | None:
    if district is None or register.has_district(district):
        return None
    near = register.near_districts(district)
    if near:
        return Said("ingest.doubt.district_near", {"district": district, "near": near})
    return Said("ingest.doubt.district", {"district": district})


def _first(places: Iterator[At]) -> tuple[At, ...]:
    return tuple(dict.fromkeys(places))[:_NAMED]
