"""The hidden sheet of choices: words, names that are stored, and names as they are typed into the workbook itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from openpyxl.utils import get_column_letter, quote_sheetname

from network_service.documents.sheet_writer import Formula, SheetOfOpenpyxl, SheetStyle

LONGEST_LIST = 2_000
"""Names of the store that a list offers at most; from more, nobody chooses."""
ROWS_READ = 5_000
"""Rows of a sheet from which a list of its names is made, where it is made of that sheet alone."""
ROWS_JOINED = 500
"""The same where the names of several sheets make one list: each costs a formula, and a province has 200 actors."""

Stored: TypeAlias = Callable[[frozenset[str]], Sequence[str]]
"""Gives the names of stored records of some kinds, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class NamedRows:
    """A sheet of the workbook whose rows may be named: its title, the kinds they make, the columns of their names."""

    title: str
    kinds: frozenset[str]
    letters: tuple[str, ...]

    def range(self, letter: str, rows: int) -> str:
        """The cells of a column below the header."""
        return f"{quote_sheetname(self.title)}!${letter}$2:${letter}${rows + 1}"

    def name_at(self, place: str) -> str:
        """A formula for the name in a row, counted from 1 below the header."""
        parts = [f"INDEX({self.range(letter, ROWS_JOINED)},{place})" for letter in self.letters]
        joined = '&" "&'.join(parts)
        return f"TRIM({joined})"

    @property
    def count(self) -> str:
        """A formula for the number of rows down to the last one with a name."""
        cells = self.range(self.letters[0], ROWS_JOINED)
        return f'=SUMPRODUCT(MAX(({cells}<>"")*(ROW({cells})-1)))'


class ChoiceLists:
    """Collects the lists of a workbook, equal ones once, and says where each will stand."""

    def __init__(self, title: str, named: Sequence[NamedRows], stored: Stored, *, live: bool) -> None:
        """`live` lists take in, by formulas, what is typed while the workbook is filled; the others are of now."""
        self._title = quote_sheetname(title)
        self._named = named
        self._stored = stored
        self._live = live
        self._columns: list[Sequence[str]] = []
        self._fixed: dict[tuple[str, ...], str] = {}
        self._of_kinds: dict[frozenset[str], str | None] = {}
        self._tallies: list[str] = []
        self._tally_of: dict[str, str] = {}
        if live:
            self._columns.append(self._tallies)

    def words(self, words: tuple[str, ...]) -> str:
        """The place of a list that stays as it is."""
        if words not in self._fixed:
            letter = self._column(words)
            self._fixed[words] = f"{self._title}!${letter}$1:${letter}${len(words)}"
        return self._fixed[words]

    def names(self, kinds: frozenset[str]) -> str | None:
        """The place of the names of all records of some kinds; `None` where nothing is known to choose from."""
        if kinds not in self._of_kinds:
            self._of_kinds[kinds] = self._names(kinds)
        return self._of_kinds[kinds]

    def write(self, sheet: SheetOfOpenpyxl, language: str) -> None:
        """Write what was collected."""
        style = SheetStyle(sheet, language)
        for place in range(max((len(column) for column in self._columns), default=0)):
            style.row([column[place] if place < len(column) else None for column in self._columns])

    def _names(self, kinds: frozenset[str]) -> str | None:
        here = [one for one in self._named if kinds & one.kinds]
        stored = tuple(self._stored(kinds))
        if len(here) == 1 and len(here[0].letters) == 1 and not (self._live and stored):
            return here[0].range(here[0].letters[0], ROWS_READ)
        if here and self._live:
            return self._joined(stored, here)
        return self.words(stored) if stored else None

    def _joined(self, stored: tuple[str, ...], here: Sequence[NamedRows]) -> str:
        """Stored names, then those typed into one sheet after the other; the list ends with the last of them."""
        counts = [self._tally(one.count) for one in here]
        typed = [Formula("=" + _entry(place, here, counts)) for place in range(1, ROWS_JOINED + 1)]
        letter = self._column([*stored, *typed])
        longest = len(stored) + ROWS_JOINED
        length = self._tally(f"=MAX(1,MIN({longest},{len(stored)}+{'+'.join(counts)}))")
        return f"OFFSET({self._title}!${letter}$1,0,0,{self._title}!{length},1)"

    def _tally(self, formula: str) -> str:
        if formula not in self._tally_of:
            self._tallies.append(Formula(formula))
            self._tally_of[formula] = f"$A${len(self._tallies)}"
        return self._tally_of[formula]

    def _column(self, entries: Sequence[str]) -> str:
        self._columns.append(entries)
        return get_column_letter(len(self._columns))


def _entry(place: int, here: Sequence[NamedRows], counts: Sequence[str]) -> str:
    """A formula for one place of a joined list: which sheet it falls into, and the name there."""
    formula = '""'
    for number in reversed(range(len(here))):
        before = "".join(f"-{count}" for count in counts[:number])
        upto = "+".join(counts[: number + 1])
        formula = f"IF({place}<={upto},{here[number].name_at(f'{place}{before}')},{formula})"
    return formula
