"""A fault names its place, what stands there, what is wrong and the cure; a note tells what was not an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from network_service.domain.thai.text import clean
from network_service.domain.vocabulary import label
from network_service.ingest.raw import CellTrouble
from network_service.messages import Messages

_LONGEST_SHOWN = 80
"""Characters of a value that a fault repeats: enough to find it, too little to flood a screen."""


@runtime_checkable
class Bilingual(Protocol):
    """A parameter that has its own words in each language."""

    def in_language(self, language: str) -> str:
        """The words in `th` or `en`."""


CONSEQUENCE = "reference.refused"
"""The fault of a row that needs a refused row; it goes by itself when that row is mended."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of a vocabulary as a parameter: they are put into the reader's language with the sentence."""

    vocabulary: str
    codes: tuple[str, ...]

    def in_language(self, language: str) -> str:
        """The words, separated by commas."""
        return ", ".join(label(self.vocabulary, code, language) for code in self.codes)


@dataclass(frozen=True, slots=True)
class At:
    """Another place of the file as a parameter."""

    sheet: str
    row: int

    def in_words(self, messages: Messages) -> str:
        """The place in words."""
        return Fault("", self.sheet, self.row).place(messages)


@dataclass(frozen=True, slots=True)
class Said:
    """Another sentence as a parameter: what a fault would say, within a note."""

    code: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    def in_words(self, messages: Messages) -> str:
        """The sentence."""
        return messages.text(self.code, **{name: in_words(value, messages) for name, value in self.parameters.items()})


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place of a file.

    `code` finds the sentence `fault.CODE` and the cure `fault.CODE.cure`. `row` is the number that the program which
    wrote the file shows; `column` is the header as it stands in the file, `cell` its letters and row where it has any.
    """

    code: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    cell: str = ""

    @property
    def is_consequence(self) -> bool:
        """Whether nothing is wrong with the row itself: it needs another row that has a fault of its own."""
        return self.code == CONSEQUENCE

    def place(self, messages: Messages) -> str:
        """The place in words: as much of sheet, row, column and cell as is known."""
        parts = [("sheet", self.sheet), ("row", self.row), ("column", self.column), ("cell", self.cell)]
        said = [messages.text(f"fault.place.{name}", **{name: value}) for name, value in parts if value]
        return " ".join(said) if said else messages.text("fault.place.file")

    def sentence(self, messages: Messages) -> str:
        """What is wrong, in the reader's language."""
        return self._say(messages, f"fault.{self.code}")

    def cure(self, messages: Messages) -> str:
        """What to do about it, in the reader's language."""
        return self._say(messages, f"fault.{self.code}.cure")

    def _say(self, messages: Messages, code: str) -> str:
        shown = {name: in_words(value, messages) for name, value in self.parameters.items()}
        return messages.text(code, value=self.value, column=self.column, **shown)


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader did and that its user should know, though nothing is wrong: `ingest.note.CODE`."""

    code: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, messages: Messages) -> str:
        """The note in the reader's language."""
        shown = {name: in_words(value, messages) for name, value in self.parameters.items()}
        return messages.text(f"ingest.note.{self.code}", **shown)


def in_words(value: object, messages: Messages) -> object:
    """A parameter as it stands in a sentence: words in the reader's language, lists with commas."""
    if isinstance(value, Bilingual):
        return value.in_language(messages.language)
    if isinstance(value, At | Said):
        return value.in_words(messages)
    if isinstance(value, tuple):
        return ", ".join(
            one.in_words(messages) if isinstance(one, At) else messages.text("fault.quoted", value=one) for one in value
        )
    return value


def shown(value: object) -> str:
    """A cell's value as a fault repeats it."""
    if isinstance(value, CellTrouble):
        value = value.shown
    # Cut before it is cleaned: a value may be of any length.
    text = "" if value is None else clean(str(value)[: 2 * _LONGEST_SHOWN])
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
