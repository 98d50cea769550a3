"""Numbers as people and programs write them: read where they have one reading, refused where they have two.

A comma stands between thousands in Thailand and a point before decimals; much of Europe has it the other way round, and
programs set to it write so. Where the places of the marks decide which is meant, both are read.
"""

import re

from network_service.domain.thai.digits import to_arabic

_SPACES = re.compile("[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")  # between thousands, as the SI writes them
_MINUS = str.maketrans("\u2212\u2013", "--")  # a minus sign, and the dash that some programs make of a hyphen
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_POWER = re.compile(r"-?[0-9](?:\.[0-9]{1,17})?[eE][+-]?[0-9]{1,2}")  # 1.0E-5, as Java and Excel write small numbers
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,15})?")
_POINTED_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,4}(?:,[0-9]{1,15})?|\.[0-9]{3},[0-9]{1,15})")
_DECIMAL_COMMA = re.compile(r"-?(?:0,[0-9]{1,15}|[0-9]{1,15},(?:[0-9]{1,2}|[0-9]{4,15}))")
_ANY_COMMA = re.compile(r"-?[0-9]{1,15},[0-9]{3}")


class TwoReadings(ValueError):
    """A number whose comma may stand between thousands or before decimals."""


def number_digits(text: str, *, decimal_comma: bool = False) -> str | None:
    """The digits of a number as a program reads them, `None` where the text is no number, `TwoReadings` where unsure.

    `decimal_comma` says that the file is of a program that writes decimals so: then 1,250 is one and a quarter.
    """
    text = to_arabic(text).strip().translate(_MINUS)
    if _PLAIN.fullmatch(text) or _POWER.fullmatch(text):
        return text
    text = _SPACES.sub("", text)
    if decimal_comma and _ANY_COMMA.fullmatch(text):
        return text.replace(",", ".")
    if _PLAIN.fullmatch(text):
        return text
    if _THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    if _POINTED_THOUSANDS.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", ".")
    if _ANY_COMMA.fullmatch(text):
        raise TwoReadings(text)
    return None
