"""Figures, names and codes as the report writes them, in one language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from network_service.documents.report.parts import Cell, Form, ReportParts
from network_service.domain.vocabulary import Sector, label
from network_service.findings.wording import enumerated
from network_service.messages import Messages

LISTED = 8
"""Most names in a cell or a line; the tables of the analysis name everybody."""
_LEAST_SHOWN = 0.0005  # below it three decimals would say nothing
_SECTORS = frozenset(Sector)


@dataclass(frozen=True)
class Telling:
    """What a report's sections need to write anything."""

    parts: ReportParts
    messages: Messages

    def text(self, code: str, /, **parameters: object) -> str:
        """The sentence of a code."""
        return self.messages.text(code, **parameters)

    def word(self, vocabulary: str, code: str) -> str:
        """The word of a code of a vocabulary."""
        return label(vocabulary, code, self.messages.language)

    def figure(self, value: float | None, form: Form) -> str:
        """A figure as it stands in a table, or that it is not known."""
        if value is None:
            return self.text("not_known")
        if form is Form.SHARE:
            return f"{100 * value:.1f}%"
        if form is Form.COUNT:
            return f"{value:,.0f}"
        if form is Form.YEARS:
            return f"{value:.1f}"
        return f"{value:.2g}" if 0 < abs(value) < _LEAST_SHOWN else f"{value:,.3f}"

    def cell(self, value: Cell, form: Form) -> str:
        """A cell of a table of actors."""
        return self.listed(value) if isinstance(value, tuple) else self.figure(value, form)

    def listed(self, ids: Iterable[str]) -> str:
        """Names of records by id, as far as they can be read, and how many more there are; a dash for none."""
        names = [self.name(one) for one in ids]
        return self.first_of(names, len(names), LISTED) if names else "–"

    def first_of(self, words: Sequence[str], count: int, most: int) -> str:
        """A list that can be read aloud, at most so many of its words; the rest, and what has no word, is counted."""
        shown = words[:most]
        if not shown:
            return f"{count:,}"
        if len(shown) == count:
            return enumerated(shown, self.messages)
        return self.text("process.list.more", listed=", ".join(shown), count=count - len(shown))

    def name(self, one: str) -> str:
        """The name of a record by its id, the word of a sector by its code; else the text itself."""
        if one in _SECTORS:
            return self.word("sector", one)
        return self._names.get(one, one)

    def has_name(self, one: str) -> bool:
        """Whether an id is that of a record with a name."""
        return one in self._names

    @cached_property
    def _names(self) -> Mapping[str, str]:
        snapshot = self.parts.snapshot
        actors = dict(zip(snapshot.actors.ids, snapshot.actors.names, strict=True))
        bodies = {body.id: body.name for body in snapshot.bodies}
        return {**self.parts.names, **snapshot.people, **bodies, **actors}
