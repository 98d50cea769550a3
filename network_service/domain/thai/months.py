"""The names of the months in Thai and English, long and short, and how people write them."""

import re

THAI_MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
THAI_MONTHS_SHORT = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ENGLISH_MONTHS_SHORT = tuple(name[:3] for name in ENGLISH_MONTHS)

_DOTS_AND_SPACES = re.compile("[. ]")


def _bare(name: str) -> str:
    return _DOTS_AND_SPACES.sub("", name).casefold()


def _numbers(*spellings: tuple[str, ...]) -> dict[str, int]:
    return {_bare(name): number for names in spellings for number, name in enumerate(names, 1)}


_THAI_NUMBERS = _numbers(THAI_MONTHS, THAI_MONTHS_SHORT)
_ENGLISH_NUMBERS = _numbers(ENGLISH_MONTHS, ENGLISH_MONTHS_SHORT) | {"sept": 9}


def thai_month(name: str) -> int | None:
    """The number of a month with a Thai name, long or short, with or without its dots ("ม.ค.", "มค", "ม. ค.")."""
    return _THAI_NUMBERS.get(_bare(name))


def english_month(name: str) -> int | None:
    """The number of a month with an English name, long or short, with or without a dot ("Jan", "Sept.")."""
    return _ENGLISH_NUMBERS.get(_bare(name))
