"""Questions and their answers in words: headers, words for codes, days in the reader's era."""

from collections.abc import Mapping
from datetime import date

from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary.terms import terms
from network_service.messages import Messages
from network_service.store.query_library import Field, NamedQuery

_VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "sector": ("sector",),
    "to_sector": ("sector",),
    "initiator_sector": ("sector",),
    "layer": ("layer",),
    "seat": ("seat_kind",),
    "role": ("body_role", "manager_role"),
    "status": ("membership_status", "work_status"),
    "about": ("resource_kind",),
    "resource_kind": ("resource_kind",),
    "agreement_kind": ("agreement_kind",),
    "stage": ("agreement_stage",),
    "body_kind": ("body_kind",),
    "meeting_cycle": ("meeting_cycle",),
    "sub_network_kind": ("sub_network_kind",),
    "population_kind": ("population_group",),
}
"""Columns that hold codes, with the vocabularies whose codes they may be; no code stands in two of one column."""

_OWN_WORDS = frozenset({"side", "change", "direction"})
"""Columns whose codes are the library's own."""

_IDS = frozenset({"id", "ids", "holder"})
"""Columns of ids whose names stand in a column called otherwise than with `_name`."""

_UNKNOWN = "–"


def shown(query: NamedQuery) -> list[Field]:
    """The columns of a table: names without the ids beside them, which CSV and JSON have."""
    names = {field.name for field in query.columns}
    return [field for field in query.columns if field.name not in _IDS and f"{field.name}_name" not in names]


def column_word(field: Field, words: Messages) -> str:
    """The header of a column."""
    return words.text(f"query.column.{field.name}")


def cell(field: Field, value: object, words: Messages) -> str:
    """A value as a table shows it; what is not known is a dash."""
    if value is None:
        return _UNKNOWN
    if field.type == "boolean":
        return words.text("query.yes" if value else "query.no")
    if field.type == "date":
        return format_date(date.fromisoformat(str(value)), words.language, style="short")
    if field.name in _OWN_WORDS:
        return words.text(f"query.word.{value}")
    for vocabulary in _VOCABULARIES.get(field.name, ()):
        if (term := terms(vocabulary).get(str(value))) is not None:
            return term.in_language(words.language)
    return str(value)


def explained(query: NamedQuery, words: Messages) -> str:
    """What a question takes beside province and day, each with its type and meaning, a line each."""
    return "\n".join(
        words.text(
            "query.takes",
            name=field.name,
            type=words.text(f"query.type.{field.type}"),
            meaning=words.text(f"query.parameter.{field.name}"),
        )
        for field in query.parameters
        if field.name not in {"province", "day"}
    )


def as_plain(query: NamedQuery) -> dict[str, object]:
    """A question for programs: both purposes, parameters and columns with their types."""
    return {
        "name": query.name,
        "purpose": dict(query.purpose),
        "parameters": {field.name: field.type for field in query.parameters},
        "columns": {field.name: field.type for field in query.columns},
    }
