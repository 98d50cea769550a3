"""Finds in free text what a person's record must not carry: ways to reach the person, and the citizen number."""

import re
from enum import StrEnum, auto
from typing import TypeVar

from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import canonical

_Value = TypeVar("_Value")

_GAP = r"[ .\-\u2010-\u2013]{0,2}"
_FIRST = (
    r"(?:\(?(?:\+|00)66\)?" + _GAP + r"(?:\(0\))?" + _GAP + r"|0[ -]?)"
)  # the country's code takes the place of the leading 0
# Only the ways in which numbers are grouped in Thailand: "06-07-2569 09.30" has ten digits and is a day with a time.
_NATIONAL = "|".join(
    part.replace("_", _GAP)
    for part in (
        r"[689]\d_\d{3}_\d{4}",  # mobile, ten digits with the 0: 081-234-5678
        r"[689]\d_\d{4}_\d{3}",
        r"[689]_\d{4}_\d{4}",
        r"2_\d{3}_\d{4}",  # Bangkok, nine digits: 02-345-6789
        r"[3-57]\d_\d{3}_\d{3}",  # the provinces: 053-123-456
    )
)
_BROKEN = r"0[ -](?:[689]\d{3,4}[ -]?\d{4}|[2-57]\d{3}[ -]?\d{4})"  # the older way: 0-5312-3456
# A slash beside a number makes it that of a letter or an order: ที่ มท 0812345678/2569.
_PHONE = re.compile(rf"(?<![A-Za-z0-9/])(?:{_FIRST}(?:{_NATIONAL})|{_BROKEN})(?![A-Za-z0-9]|/[0-9]{{1,4}}(?![0-9]))")
_EMAIL = re.compile(
    r"[A-Za-z0-9_%+-][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2}"
)
_ACCOUNT = (
    r"(?![0-9.]+(?![A-Za-z0-9._-]))@?[A-Za-z0-9][A-Za-z0-9._-]{2,}"  # a bare number may count lines or be a clause
)
_LINE = re.compile(
    rf"(?:(?<![A-Za-z])line|ไลน์)[ .]?(?:id|ไอดี)?[ ]?[:=][ ]?@?[A-Za-z0-9._-]{{3}}"
    rf"|(?:(?<![A-Za-z])line[ .]?(?:id|ไอดี)|ไลน์[ .]?(?:id|ไอดี)|(?:(?<![A-Za-z])id|ไอดี)[ ]?(?:line|ไลน์))[ ]?{_ACCOUNT}",
    re.IGNORECASE,
)
_NOT_DIGIT = re.compile(r"[^0-9]")
_WEIGHTS = range(13, 1, -1)
_CITIZEN = re.compile(r"(?<![A-Za-z0-9])[1-8](?:[ -]?[0-9]){12}(?![A-Za-z0-9])")


class PersonalData(StrEnum):
    """What a text was found to hold."""

    PHONE = auto()
    EMAIL = auto()
    LINE_ACCOUNT = auto()
    CITIZEN_NUMBER = auto()


def personal_data_in(text: str) -> PersonalData | None:
    """What of this a text holds, in Thai or Arabic digits; the citizen number is said first, as the graver thing."""
    plain = to_arabic(canonical(text))
    if any(has_check_digit(_NOT_DIGIT.sub("", found[0])) for found in _CITIZEN.finditer(plain)):
        return PersonalData.CITIZEN_NUMBER
    looks = ((PersonalData.EMAIL, _EMAIL), (PersonalData.LINE_ACCOUNT, _LINE), (PersonalData.PHONE, _PHONE))
    return next((kind for kind, pattern in looks if pattern.search(plain)), None)


def without_personal_data(value: _Value) -> _Value:
    """The value of a person's field as it is; `ValueError` with the code of the fault where it may not be kept."""
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str) and (kind := personal_data_in(text)) is not None:
            is_number = kind is PersonalData.CITIZEN_NUMBER
            raise ValueError("person.citizen_number_in_text" if is_number else "person.contact_in_text")
    return value


def has_check_digit(digits: str) -> bool:
    """Whether thirteen digits end in the check digit that the Thai registers give to people and juristic persons.

    The tenth part of all other numbers passes too.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return int(digits[-1]) == (11 - total % 11) % 10
