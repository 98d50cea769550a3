"""Finds in free text what a person's record must not carry: ways to reach the person, and the citizen number."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from enum import StrEnum, auto
from functools import lru_cache
from typing import TypeVar

from pydantic import ValidationInfo

from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import canonical

_Value = TypeVar("_Value")

KEPT: Mapping[str, bool] = {"kept": True}
"""Context in which a record is read that is kept already: a rule that came later must not make a store unreadable."""

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_GAP = r"\)?[ .\-]{0,3}"  # "(081) 234 - 5678"
_FIRST = (
    r"(?:\(?(?:\+|00)66\)?" + _GAP + r"(?:\(0\))?" + _GAP + r"|0[ -]?)"
)  # the country's code takes the place of the leading 0
# Only the ways in which numbers are grouped in Thailand: "06-07-2569 09.30" has ten digits and is a day with a time.
_NATIONAL = "|".join(
    part.replace("_", _GAP)
    for part in (
        r"[689]\d_\d{3}_\d{4}",  # mobile, ten digits with the 0: 081-234-5678
        r"[689]\d_\d{4}_\d{3}",
        r"[689]\d_\d{2}_\d{5}",
        r"[689]\d{2}_\d{2}_\d{4}",  # 0812-34-5678
        r"[689]\d{2}_\d{3}_\d{3}",
        r"[689]_\d{4}_\d{4}",
        r"2_\d{3}_\d{4}",  # Bangkok, nine digits: 02-345-6789
        r"[3-57]\d_\d{3}_\d{3}",  # the provinces: 053-123-456
    )
)
_BROKEN = r"0[ -](?:[689]\d{3,4}[ -]?\d{4}|[2-57]\d{3}[ -]?\d{4})"  # the older way: 0-5312-3456
# A slash beside a number makes it that of a letter or an order: ที่ มท 0812345678/2569.
_PHONE = re.compile(
    rf"(?:(?<![A-Za-z0-9/])|(?<=[Tt][Ee][Ll]))(?:{_FIRST}(?:{_NATIONAL})|{_BROKEN}|66[689][0-9]{{8}})"
    r"(?![A-Za-z0-9]|/[0-9]{1,4}(?![0-9]))"
)
_EMAIL = re.compile(r"[A-Za-z0-9_%+\u0e01-\u0e4e-] ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2}")
_ACCOUNT = (
    r"(?![0-9.]+(?![A-Za-z0-9._-]))@?[A-Za-z0-9][A-Za-z0-9._-]{2,}"  # a bare number may count lines or be a clause
)
_LINE = re.compile(
    rf"(?:(?<![A-Za-z])line|ไลน์)[ .]?(?:id|ไอดี)?[ ]?[:=][ ]?@?[A-Za-z0-9._-]{{3}}"
    rf"|(?:(?<![A-Za-z])line[ .]?(?:id|ไอดี)|ไลน์[ .]?(?:id|ไอดี)|(?:(?<![A-Za-z])id|ไอดี)[ ]?(?:line|ไลน์))[ ]?{_ACCOUNT}"
    rf"|(?:(?<![A-Za-z])line|ไลน์)[ ]?@[A-Za-z0-9._-]{{3}}|(?<![A-Za-z])line\.me/"
    rf"|ไลน์[ ]?(?=[A-Za-z._-]*[0-9_])[A-Za-z][A-Za-z0-9._-]{{3}}",
    re.IGNORECASE,
)
_NOT_DIGIT = re.compile(r"[^0-9]")
_WEIGHTS = range(13, 1, -1)
_PART = "[ ]?[-./_]?[ ]?"  # only between the parts in which the number is printed: accounts have dots elsewhere
_CITIZEN = re.compile(
    r"(?:(?<![A-Za-z0-9])|(?<=[Ii][Dd]))"
    rf"(?:[1-8](?:[ -]?[0-9]){{12}}|[1-8]{_PART}[0-9]{{4}}{_PART}[0-9]{{5}}{_PART}[0-9]{{2}}{_PART}[0-9])"
    r"(?![A-Za-z0-9])"
)


class PersonalData(StrEnum):
    """What a text was found to hold."""

    PHONE = auto()
    EMAIL = auto()
    LINE_ACCOUNT = auto()
    CITIZEN_NUMBER = auto()


@lru_cache(maxsize=4_096)  # notes and sources repeat: of 100,000 rows this takes a tenth of the time of assembling
def personal_data_in(text: str) -> PersonalData | None:
    """What of this a text holds, in Thai or Arabic digits; the citizen number is said first, as the graver thing."""
    plain = to_arabic(unicodedata.normalize("NFKC", canonical(text))).translate(_DASHES)
    if any(has_check_digit(_NOT_DIGIT.sub("", found[0])) for found in _CITIZEN.finditer(plain)):
        return PersonalData.CITIZEN_NUMBER
    looks = ((PersonalData.EMAIL, _EMAIL), (PersonalData.LINE_ACCOUNT, _LINE), (PersonalData.PHONE, _PHONE))
    return next((kind for kind, pattern in looks if pattern.search(plain)), None)


def without_personal_data(value: _Value, info: ValidationInfo) -> _Value:
    """The value of a field as it is; `ValueError` with the code of the fault where it may not be brought in."""
    return _without(value, info, tuple(PersonalData))


def without_citizen_number(value: _Value, info: ValidationInfo) -> _Value:
    """The same of citizen numbers alone, for texts in which an office may well say how to reach it."""
    return _without(value, info, (PersonalData.CITIZEN_NUMBER,))


def _without(value: _Value, info: ValidationInfo, refused: Collection[PersonalData]) -> _Value:
    if info.context == KEPT:
        return value
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str) and (kind := personal_data_in(text)) in refused:
            is_number = kind is PersonalData.CITIZEN_NUMBER
            raise ValueError("person.citizen_number_in_text" if is_number else "person.contact_in_text")
    return value


def has_check_digit(digits: str) -> bool:
    """Whether thirteen digits end in the check digit that the Thai registers give to people and juristic persons.

    The tenth part of all other numbers passes too.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return int(digits[-1]) == (11 - total % 11) % 10
