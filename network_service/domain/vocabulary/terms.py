"""Words of all vocabularies in Thai and English, read from the data file, and the type of a field that holds a code."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import AfterValidator, GetCoreSchemaHandler

from network_service.domain.data_rows import data_rows
from network_service.domain.thai.text import match_form


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary: its code and how it is written in Thai and English."""

    code: str
    thai: str
    english: str
    source: str
    confirmed: bool

    def in_language(self, language: str) -> str:
        """The word in `th` or `en`."""
        return self.thai if language == "th" else self.english


@cache
def terms(vocabulary: str) -> dict[str, Term]:
    """The terms of a vocabulary by code, in the order of the data file; `KeyError` if there is none of that name."""
    return _all_terms()[vocabulary]


@cache
def vocabularies() -> tuple[str, ...]:
    """The names of all vocabularies."""
    return tuple(_all_terms())


def label(vocabulary: str, code: str, language: str) -> str:
    """The word of a code on screen, in `th` or `en`."""
    return terms(vocabulary)[code].in_language(language)


@cache
def codes_by_word(vocabulary: str) -> dict[str, str]:
    """Codes by what people may type: code, Thai or English word, in matching form."""
    return {
        match_form(word): term.code
        for term in terms(vocabulary).values()
        for word in (term.code, term.thai, term.english)
    }


@dataclass(frozen=True, slots=True)
class Coded:
    """Marks a record's field as holding a code of a vocabulary that has no enum: `Annotated[str, Coded("cso_form")]`.

    The long vocabularies are data only, as no rule asks for one of their codes: a new word is one line of the data
    file. A vocabulary that does not exist is a `KeyError` where the record is defined, not where it is filled in.
    """

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: type[str], handler: GetCoreSchemaHandler) -> Any:
        """Text first, then the code."""
        terms(self.vocabulary)
        return AfterValidator(self._known).__get_pydantic_core_schema__(source, handler)

    def _known(self, code: str) -> str:
        if code not in terms(self.vocabulary):
            raise ValueError("record.unknown_code")
        return code


@cache
def _all_terms() -> dict[str, dict[str, Term]]:
    found: dict[str, dict[str, Term]] = {}
    for row in data_rows("vocabulary"):
        term = Term(row["code"], row["thai"], row["english"], row["source"], row["confirmed"] == "yes")
        found.setdefault(row["set"], {})[term.code] = term
    return found
