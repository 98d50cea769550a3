"""Places as addresses write them, such as ตำบลวรนคร อำเภอปัว จังหวัดน่าน: each part says in what the first lies."""

import re

from network_service.errors import UnknownRecord
from network_service.reference.districts import Subdistrict
from network_service.reference.places import Place, find_places, place_by_dopa_code
from network_service.reference.provinces import BANGKOK, Province, find_province, province
from network_service.reference.spellings import PlaceLevel, readings

# อำเภอ and จังหวัด are in no name of a place, and may stand without a space before them. The other words are: สามตำบล is
# a sub-district and สนามชัยเขต a district, so that those begin a part only after a space; Sanam Chai Khet is written
# with one, so that Khet and Tambon never do.
_BETWEEN = re.compile(
    r"\s*,\s*|\s*(?=กิ่งอำเภอ|(?<!กิ่ง)อำเภอ|จังหวัด)"
    r"|\s+(?=กรุงเทพ|ต\.|ตำบล|แขวง|อ\.|เขต|จ\.|(?:king amphoe|(?<!king )amphoe|amphur|changwat)\s)",
    re.IGNORECASE,
)


def address_parts(text: str) -> tuple[str, ...]:
    """The parts of an address, the smallest place first.

    >>> address_parts("ตำบลวรนครอำเภอปัว จ.น่าน")
    ('ตำบลวรนคร', 'อำเภอปัว', 'จ.น่าน')
    """
    return tuple(part for part in map(str.strip, _BETWEEN.split(text)) if part)


def places_meant(text: str, own: Province) -> tuple[Place, ...]:
    """The places that a text written in a province may mean: a name of that province, or an address anywhere.

    Another province is meant only where the word for it stands there: จังหวัดเชียงใหม่, Chiang Mai Province.

    >>> [place.code for place in places_meant("ต.บ้านใหม่ อ.ปากเกร็ด จ.นนทบุรี", find_province("น่าน"))]
    ['120603']
    """
    found = find_places(text, own)
    if found:
        return found
    first, *above = address_parts(text) or ("",)
    there = _province_named(above[-1] if above else first) or own
    found = find_places(first, there)
    for part in above:
        larger = find_places(part, there)
        found = tuple(place for place in found if any(_lies_in(place, one) for one in larger))
    return found


def dopa_code(place: Place) -> str:
    """The ministry's code of a place of any level."""
    return place.dopa_code if isinstance(place, Province) else place.code


def province_of(place: Place) -> Province:
    """The province that a place lies in, or is."""
    return place if isinstance(place, Province) else province(place.province)


def with_district(place: Place, language: str) -> str:
    """The official name of a place; that of a sub-district with its district."""
    name = place.in_full(language)
    if not isinstance(place, Subdistrict):
        return name
    district = place_by_dopa_code(place.district).in_full(language)
    return f"{name} {district}" if language == "th" else f"{name}, {district}"


def name_within(place: Place, own: Province) -> str:
    """The shortest official Thai name by which a province means this place and no other."""
    longest = f"{with_district(place, 'th')} {province_of(place).in_full('th')}"
    names = (place.in_full("th"), with_district(place, "th"))
    return next((name for name in names if places_meant(name, own) == (place,)), longest)


def _province_named(part: str) -> Province | None:
    """The province that a part names with the word for it; Bangkok goes without."""
    try:
        found = find_province(part)
    except UnknownRecord:
        return None
    worded = any(level is PlaceLevel.PROVINCE for level, _ in readings(part))
    return found if worded or found.code == BANGKOK else None


def _lies_in(place: Place, larger: Place) -> bool:
    code, above = dopa_code(place), dopa_code(larger)
    return len(above) < len(code) and code.startswith(above)
