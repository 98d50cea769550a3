"""Values of questions as people type them, made into what a question takes: codes of words, ids of names, ISO days."""

from collections.abc import Mapping
from datetime import date

from network_service.domain.principal import Principal
from network_service.domain.thai.dates import DateFault, parse_date
from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import match_form
from network_service.domain.vocabulary.terms import codes_by_word, terms
from network_service.errors import UsageError
from network_service.operations.find_record import find_record, kept_record
from network_service.store.base import StoreReader
from network_service.store.query_library import Field, NamedQuery

VOCABULARY_OF: Mapping[str, str] = {
    "sector": "sector",
    "other_sector": "sector",
    "resource_kind": "resource_kind",
    "role": "body_role",
    "responsibility": "responsibility",
    "area_level": "area_level",
}
"""Parameters that are a word of a vocabulary: a word it has not would give no rows, which reads as an answer."""

RECORDS = frozenset({"actor", "other", "body"})
"""Parameters that are a record: its id, the office's code or its name."""


def as_asked(
    principal: Principal, store: StoreReader, query: NamedQuery, given: Mapping[str, str], *, province: str
) -> dict[str, object]:
    """The values given for a question, fitted one by one; what it does not take is left for it to refuse."""
    types = {field.name: field for field in query.parameters}
    fitted: dict[str, object] = {}
    for name, text in given.items():
        if name in RECORDS and name in types:
            found = find_record(principal, "query", store, text, province=province)
            fitted[name] = kept_record(store, found).record.id
        else:
            fitted[name] = _fitted(query, types[name], text) if name in types else text
    return fitted


def day_in(query: NamedQuery, name: str, text: str | None) -> date | None:
    """A day as officials write it; `UsageError` where it is none."""
    if text is None:
        return None
    try:
        return parse_date(text)
    except DateFault as fault:
        raise UsageError("query.wrong_type", query=query.name, name=name, type="date") from fault


def _fitted(query: NamedQuery, field: Field, text: str) -> object:
    if field.type == "date":
        return day_in(query, field.name, text)
    if field.type == "integer":
        return to_arabic(text.strip())
    vocabulary = VOCABULARY_OF.get(field.name)
    if vocabulary is None:
        return text
    code = codes_by_word(vocabulary).get(match_form(text))
    if code is None:
        raise UsageError("query.unknown_word", name=field.name, given=text, choices=", ".join(terms(vocabulary)))
    return code
