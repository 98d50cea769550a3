"""A province in which a record of every kind has every field filled, built from the records' own declarations."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import product
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from network_service.domain.identity import id_from_code, id_of_tie
from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES
from network_service.domain.record import Record
from network_service.domain.references import FIELD_KINDS
from network_service.domain.ties import TIE_ENDS, MemberOf
from network_service.domain.vocabulary import Coded, terms

PROVINCE = "TH-98"
KINDS = tuple(RECORD_TYPES)
DAY = date(2026, 1, 15)

# Where a rule of the record, or its form, leaves fewer values than the field's type does.
SPECIAL: Mapping[str, Any] = {
    "titles": ("ผศ.", "ดร."),
    "juristic_id": "0105500000003",
    "file_sha256": "0123456789abcdef" * 4,
    "area_code": "980101",
    "number": "12/2569",
    "year": 2026,
    "fiscal_year": 2027,
    "asked": 1_250,
    "raters": 1_200,
    "persons": 1_250,
    "budget_baht": 150_000,
    "mean": 3.6,
    "valid_from": date(2025, 10, 1),
    "valid_to": date(2027, 10, 1),
    "ended_on": date(2026, 1, 16),
    "feedback_published_on": date(2026, 2, 1),
    "agreement_kind": "performance_contract",
    "instrument_kind": "order",
    "synthetic": True,
}
OF_KIND: Mapping[tuple[str, str], Any] = {
    ("agreement", "stage"): "first_tranche",
    ("agreement_stage", "stage"): "midterm_evaluation",
    ("area", "area_level"): "subdistrict",
    ("member_of", "status"): "certified",
    ("assessed_in", "phase"): "award",
    ("party_to", "role"): "funder",
}

TRUST: Mapping[str, Any] = {"rating_kind": "trust", "rater_sector": "business", "target_sector": "community"}
MERGED_WAS = "group"
"""What the plain merged records were, and lead to: of those that lead to one of them the chain has one kind."""
EITHER: Mapping[str, tuple[Mapping[str, Any], ...]] = {"rating": ({"target_sector": None}, TRUST | {"subject": None})}
"""Fields of a kind of which a record fills only one: each full record is made once for each side."""


def filled_province() -> list[Record]:
    """Plain nodes of every kind, and beside them full records of every kind for each choice of what it names."""
    records = [*_plain_nodes()]
    for kind in KINDS:
        records += _filled(kind)
    return records


def plain(kind: str, which: int = 1) -> str:
    """The id of a node that says no more than it must; there are two of a kind, but one network."""
    return id_from_code(PROVINCE, "full-province_network-1" if kind == "province_network" else f"plain-{kind}-{which}")


def _plain_nodes() -> Iterator[Record]:
    for kind, record_type in NODE_TYPES.items():
        if kind == "province_network":
            continue
        for which in (1, 2):
            code = f"plain-{kind}-{which}"
            required = {name for name, one in record_type.model_fields.items() if one.is_required()}
            own = {name: one for name, one in _values(kind, code).items() if name in required}
            own |= {"was": MERGED_WAS} if kind == "merged" else {}
            meant = {name: min(FIELD_KINDS[name]) for name in required if name in FIELD_KINDS}
            meant |= {"into": MERGED_WAS} if kind == "merged" else {}
            named = {name: plain(one) for name, one in meant.items()}
            yield _record(kind, code, **own | named | (TRUST if kind == "rating" else {}))


def _filled(kind: str) -> Iterator[Record]:
    fields = RECORD_TYPES[kind].model_fields
    choices = {name: sorted(kinds) for name, kinds in FIELD_KINDS.items() if name in fields}
    if kind in TIE_ENDS:
        choices |= dict(zip(("source", "target"), map(sorted, TIE_ENDS[kind]), strict=True))
    for ordinal, (*chosen, side) in enumerate(product(*choices.values(), EITHER.get(kind, ({},))), 1):
        code = f"full-{kind}-{ordinal}"
        named = {name: plain(meant, 2 if name == "target" else 1) for name, meant in zip(choices, chosen, strict=True)}
        was = {"was": MERGED_WAS if chosen == ["merged"] else chosen[0]} if kind == "merged" else {}
        record = _record(kind, code, **_values(kind, code) | named | side | was)
        yield record
        if kind in ("person", "group", "organization"):
            yield membership_of(record)


def membership_of(record: Record) -> MemberOf:
    """The membership that the row of an actor says along with the actor."""
    network = plain("province_network")
    return MemberOf(
        id=id_of_tie(PROVINCE, "member_of", record.id, network),
        province=PROVINCE,
        source=record.id,
        target=network,
        status="certified",
        valid_from=SPECIAL["valid_from"],
        valid_to=SPECIAL["valid_to"],
    )


def _record(kind: str, code: str, **fields: Any) -> Record:
    given = {"id": id_from_code(PROVINCE, code), "province": PROVINCE, "source_key": code}
    return RECORD_TYPES[kind].model_validate(given | fields)


def _values(kind: str, code: str) -> dict[str, Any]:
    """A value for each field that names no other record."""
    left_out = {"id", "province", "kind", "source_key", "source", "target", *FIELD_KINDS}
    found = {}
    for name, field in RECORD_TYPES[kind].model_fields.items():
        if name not in left_out:
            special = OF_KIND.get((kind, name), SPECIAL.get(name))
            found[name] = (
                special if special is not None else _of_type(field.annotation, field.metadata, f"{name} {code}")
            )
    return found


def _of_type(annotation: Any, metadata: list[Any], text: str) -> Any:
    """A value of a field's type that is not its default."""
    if get_origin(annotation) is Annotated:
        return _of_type(annotation.__origin__, [*annotation.__metadata__, *metadata], text)
    for mark in metadata:
        if isinstance(mark, Coded):
            return list(terms(mark.vocabulary))[1]
    if get_origin(annotation) in (Union, UnionType):
        (inner,) = (one for one in get_args(annotation) if one is not NoneType)
        return _of_type(inner, metadata, text)
    if get_origin(annotation) is tuple:
        inner = get_args(annotation)[0]
        if getattr(inner, "__origin__", None) is str and not _is_coded(inner):
            return (f"ก {text}", f"ข {text}")
        return tuple(dict.fromkeys((_of_type(inner, [], text), _first(inner))))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return list(annotation)[1].value
    return {bool: True, date: DAY, int: 4, float: 4.25, str: f"ตัวอย่าง {text}"}[annotation]


def _is_coded(inner: Any) -> bool:
    return any(isinstance(mark, Coded) for mark in getattr(inner, "__metadata__", ()))


def _first(inner: Any) -> Any:
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return next(iter(inner)).value
    (mark,) = (mark for mark in inner.__metadata__ if isinstance(mark, Coded))
    return next(iter(terms(mark.vocabulary)))
