"""Actors and persons for the search of duplicates, with ids that follow their number."""

from typing import Any

from network_service.domain.nodes import Group, Organization, Person

PROVINCE = "TH-98"


def record_id(number: int) -> str:
    """The id of a number; ids sort as numbers do."""
    return f"00000000-0000-4000-8000-{number:012d}"


def organisation(number: int, name: str, **fields: Any) -> Organization:
    """An organisation."""
    return Organization(id=record_id(number), province=PROVINCE, name=name, **fields)


def group(number: int, name: str, **fields: Any) -> Group:
    """A group."""
    return Group(id=record_id(number), province=PROVINCE, name=name, **fields)


def person(number: int, given_name: str, family_name: str | None = None, **fields: Any) -> Person:
    """A person."""
    return Person(id=record_id(number), province=PROVINCE, given_name=given_name, family_name=family_name, **fields)
