"""The register of places, as the files of a real province name what is in it; an invented province has none."""

from dataclasses import dataclass
from functools import cache

from network_service.domain.identity import id_from_key
from network_service.domain.nodes import Area
from network_service.domain.thai.digits import to_arabic
from network_service.domain.vocabulary import AreaLevel
from network_service.errors import UnknownRecord
from network_service.ingest.near import NearNames
from network_service.reference.addresses import (
    address_parts,
    dopa_code,
    name_within,
    places_meant,
    province_of,
    with_district,
)
from network_service.reference.places import Place, level_of, place_by_dopa_code, place_names
from network_service.reference.provinces import Province, is_synthetic, province
from network_service.reference.spellings import PlaceLevel, readings, spelling_key

_CODE_LENGTHS = (2, 4, 6)


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Places as a parameter of a sentence: official names, with their codes where somebody is to choose among them."""

    places: tuple[Place, ...]
    with_codes: bool = False

    def in_language(self, language: str) -> str:
        """The names, separated by commas."""
        return ("; " if language == "en" else ", ").join(self._said(place, language) for place in self.places)

    def _said(self, place: Place, language: str) -> str:
        name = with_district(place, language)
        return f"{name} ({dopa_code(place)})" if self.with_codes else name


class Register:
    """The places of the register, asked for from within a province."""

    def __init__(self, own: Province) -> None:
        self._own = own
        self._proposed: dict[PlaceLevel | None, tuple[dict[str, str], NearNames]] = {}

    def find(self, text: str) -> tuple[Place, ...]:
        """The places that a code, a name or an address may mean; `UnknownRecord` for a code that is none of today."""
        code = to_arabic(text).strip()
        if code.isascii() and code.isdigit() and len(code) in _CODE_LENGTHS:
            return (place_by_dopa_code(code),)
        return self.find_name(text)

    def find_name(self, text: str) -> tuple[Place, ...]:
        """The places that a name or an address may mean."""
        return places_meant(text, self._own)

    def has_code(self, code: str | None) -> bool:
        """Whether a code is that of a place of today."""
        try:
            return code is not None and bool(place_by_dopa_code(code))
        except UnknownRecord:
            return False

    def near(self, text: str) -> tuple[str, ...]:
        """Up to three official names that resemble a text, of the level that its words name."""
        level, key = readings(next(iter(address_parts(text)), ""))[-1]
        return self._near(key, level)

    def near_districts(self, text: str) -> tuple[str, ...]:
        """Up to three official names of districts that resemble a text."""
        _, key = readings(next(iter(address_parts(text)), ""))[-1]
        return self._near(key, PlaceLevel.DISTRICT)

    def has_district(self, text: str) -> bool:
        """Whether a text may mean a district of the province."""
        found = places_meant(text, self._own)
        return any(level_of(place) is PlaceLevel.DISTRICT and province_of(place) == self._own for place in found)

    def area(self, place: Place) -> Area:
        """The record of a place, with the id that a row with its code would get.

        It begins with its province: before 23 March 2011 no code of Bueng Kan meant anything.
        """
        point = (place.latitude, place.longitude) if isinstance(place, Province) else (None, None)
        return Area(
            id=self.id_of(place),
            province=self._own.code,
            name=name_within(place, self._own),
            area_level=AreaLevel(level_of(place).value),
            area_code=dopa_code(place),
            latitude=point[0],
            longitude=point[1],
            valid_from=province_of(place).valid_from,
        )

    def id_of(self, place: Place) -> str:
        """The id of the area of a place."""
        return id_from_key(self._own.code, "area", dopa_code(place))

    def names_of(self, place: Place) -> tuple[str, ...]:
        """The usual names by which the province means this place and no other."""
        names = (
            place.in_full("th"),
            with_district(place, "th"),
            place.in_full("en"),
            with_district(place, "en"),
            place.thai,
            place.english,
        )
        return tuple(name for name in dict.fromkeys(names) if places_meant(name, self._own) == (place,))

    def _near(self, key: str, level: PlaceLevel | None) -> tuple[str, ...]:
        """Official names that resemble a bare spelling: the word for the level would make any two alike."""
        if level not in self._proposed:
            shown: dict[str, str] = {}
            for spelling, places in place_names(self._own).items():
                for place in places:
                    if level in (None, level_of(place)):
                        language = "en" if spelling.isascii() else "th"
                        shown.setdefault(spelling, with_district(place, language))
            self._proposed[level] = shown, NearNames(shown)
        official, names = self._proposed[level]
        return tuple(dict.fromkeys(official[one] for one in names.nearest(key)))


def may_be_called(place: Place, name: str) -> bool:
    """Whether a name or an address is that of a place, be it a place of today or an abolished one."""
    bare = {spelling_key(place.thai), spelling_key(place.english)}
    first = next(iter(address_parts(name)), "")
    of_level = any(level in (None, level_of(place)) and key in bare for level, key in readings(first))
    return of_level or place in places_meant(name, province_of(place))


@cache
def register_of(code: str) -> Register | None:
    """The register for the network of a province; `None` for an invented one and for what is no province."""
    if is_synthetic(code):
        return None
    try:
        return Register(province(code))
    except UnknownRecord:
        return None
