"""The usual spellings of a place name: with or without the word for its level, with or without spaces and hyphens."""

import re
from enum import StrEnum

from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import match_form


class PlaceLevel(StrEnum):
    """Levels of a province's administration."""

    PROVINCE = "province"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"


# The short forms need their dot: without it, อ is only the first letter of อ่างทอง.
_BEFORE = {
    PlaceLevel.PROVINCE: re.compile(r"(?:จังหวัด|จ\.|(?:changwat|province of)\s)\s*"),
    PlaceLevel.DISTRICT: re.compile(r"(?:กิ่งอำเภอ|อำเภอ|อ\.|เขต|(?:king amphoe|amphoe|amphur|khet)\s)\s*"),
    PlaceLevel.SUBDISTRICT: re.compile(r"(?:ตำบล|ต\.|แขวง|(?:tambon|khwaeng)\s)\s*"),
}
_AFTER = {
    PlaceLevel.PROVINCE: re.compile(r"\sprovince$"),
    PlaceLevel.DISTRICT: re.compile(r"\sdistrict$"),
    PlaceLevel.SUBDISTRICT: re.compile(r"\ssub-?district$"),
}
_PASSED_OVER = re.compile(r"[\s.'’ฯ-]")


def spelling_key(name: str) -> str:
    """The form in which all usual spellings of a bare name are the same: matching form without what people leave out.

    >>> spelling_key("Phang-nga") == spelling_key("PHANG NGA")
    True
    """
    return _PASSED_OVER.sub("", match_form(to_arabic(name)))


def readings(text: str) -> tuple[tuple[PlaceLevel | None, str], ...]:
    """What a typed place name may mean, the whole name first: the level its words name (`None`: any) and the bare key.

    The whole name comes first as some names begin like a short form: จ.ป.ร. is a sub-district of Ranong.
    """
    form = match_form(to_arabic(text))
    found: list[tuple[PlaceLevel | None, str]] = [(None, spelling_key(form))]
    for level in PlaceLevel:
        before, after = _BEFORE[level].match(form), _AFTER[level].search(form)
        if before and before.end() < len(form):
            found.append((level, spelling_key(form[before.end() :])))
        if after and after.start() > 0:
            found.append((level, spelling_key(form[: after.start()])))
    return tuple(found)
