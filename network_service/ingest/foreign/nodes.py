"""Foreign nodes as rows of our sheets: which kind each is, what it is called, and how ties name it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from network_service.domain.identity import is_record_id
from network_service.domain.thai.names import split_person_name
from network_service.domain.thai.text import clean
from network_service.domain.ties import ACTORS, GROUPS
from network_service.ingest.assembly.header import Found
from network_service.ingest.assembly.names import References, Unresolved
from network_service.ingest.fault import Note
from network_service.ingest.foreign.columns import Columns, text_of
from network_service.ingest.foreign.network import KEY, NAME, TYPE
from network_service.ingest.foreign.sorted_rows import Said, SortedRows, sheet_of
from network_service.ingest.foreign.words import NodeType, node_type
from network_service.ingest.forms import form_of_any
from network_service.ingest.raw import CellTrouble, CellValue, RawRow
from network_service.ingest.sheets.wording import word
from network_service.ingest.values import as_text

USUAL = "organization"
"""The kind of a node of which nobody says what it is."""

_NAMED = 5
"""Unknown words that a note names."""


@dataclass(slots=True)
class Nodes:
    """The nodes of a file: their tables, and how a tie's end names each, by its key and by its name.

    `outsiders` are ids of stored actors that are no members: a file that does not know of membership changes nothing.
    `shown` are the names by which stored nodes are shown: a file with that name alone says nothing new of its parts.
    """

    references: References
    outsiders: frozenset[str] = frozenset()
    shown: Mapping[str, str] = field(default_factory=dict)
    tables: list[Found] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    by_key: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    _unknown: Counter[str] = field(default_factory=Counter)
    _levelless: int = 0

    def read(self, tables: Iterable[Columns]) -> None:
        """Read all tables of nodes: names and keys are told apart over all of them."""
        rows = [(columns, row) for columns in tables for row in columns.table.rows]
        names = Counter(form_of_any(_name(columns, row)) for columns, row in rows)
        keys = Counter(_key(columns, row) for columns, row in rows)
        sorted_rows: dict[int, SortedRows] = {}
        for columns, row in rows:
            name, key = _name(columns, row), _key(columns, row)
            twice = names[form_of_any(name)] > 1 or keys[key] > 1 or not name
            group = sorted_rows.setdefault(id(columns), SortedRows(columns))
            self._add(group, columns, row, key if twice or is_record_id(key) else "")
        self.tables += [table for group in sorted_rows.values() for table in group.tables()]
        self._tell()

    def named_in_ties(self, columns: Columns, ends: Iterable[tuple[int, str]]) -> None:
        """Make organisations of names that ties mention and no row lists, save those of stored actors."""
        group = SortedRows(columns, counted=False)
        made = 0
        for number, name in ends:
            if name in self.by_key or form_of_any(name) in self.names or is_record_id(name):
                continue
            known = self._stored(name)
            if known is not None:
                self.by_key[name] = known[1]
                continue
            self.names.add(form_of_any(name))
            group.add(number, USUAL, Said(level=(USUAL, ""), name=(name, "")))
            made += 1
        self.tables += group.tables()
        if made:
            self.kinds.add(USUAL)
            self.notes.append(Note("foreign_named_in_ties", {"part": columns.table.title, "count": made}))

    def _add(self, group: SortedRows, columns: Columns, row: RawRow, code: str) -> None:
        said = Said()
        name, key = _name(columns, row), _key(columns, row)
        told = self._type(columns, row, said)
        kind = told.kind
        if not code and name:
            known = self._stored(name, kind)
            if known is not None:
                kind, code = known
        if kind is None:
            self._levelless += 1
            kind = USUAL
        sheet = sheet_of(kind)
        for carried in group.carried(kind):
            if carried != "sector":
                said.setdefault(carried, (columns.cell(row, carried), carried))
        if code:
            said["id"] = (code, KEY)
        if code in self.outsiders:
            said.setdefault("membership_status", (word("not_a_member").english, ""))
        level = sheet.column_of("kind")
        if level is not None:
            said[level.code] = (kind, TYPE)
        if name and self.shown.get(code) == name:
            said.pop("name", None)
        else:
            _say_name(said, kind, name, columns.cell(row, NAME))
        self.kinds.add(kind)
        if key:
            self.by_key.setdefault(key, code or name)
        if name:
            self.names.add(form_of_any(name))
        group.add(row.number, kind, said)

    def _type(self, columns: Columns, row: RawRow, said: Said) -> NodeType:
        """Kind and sector by the words of the row; a word of no meaning is kept as what the source calls it."""
        kind = sector = None
        others = []
        for meaning in (TYPE, "sector"):
            cell = columns.cell(row, meaning)
            if isinstance(cell, CellTrouble):
                said["source_type"] = (cell, meaning)  # refused at its cell
            text = text_of(cell)
            found = node_type(text) if text else None
            if found is not None:
                kind = kind or (found.kind if meaning == TYPE else None)
                sector = found.sector or sector
            elif text:
                others.append(text)
        if sector is not None and (kind is None or kind in GROUPS):
            said["sector"] = (sector, "sector" if "sector" in columns.places else TYPE)
        if others and (kind is None or kind in GROUPS):
            self._unknown.update(others)
            said["source_type"] = ("; ".join(others), TYPE if TYPE in columns.places else "sector")
        return NodeType(kind, sector)

    def _stored(self, name: str, kind: str | None = None) -> tuple[str, str] | None:
        """Kind and id of the one stored actor of a name, a group being an organisation where nobody says which."""
        kinds = ACTORS if kind is None else GROUPS if kind in GROUPS else frozenset({kind})
        try:
            target = self.references.resolve(name, kinds)
        except Unresolved:
            return None
        return target.kind, target.id

    def _tell(self) -> None:
        if self._unknown:
            words = tuple(word for word, _ in self._unknown.most_common(_NAMED))
            self.notes.append(Note("foreign_types", {"count": sum(self._unknown.values()), "words": words}))
        if self._levelless:
            self.notes.append(Note("foreign_levels", {"count": self._levelless}))


def ends_named(rows: Iterable[tuple[int, CellValue]]) -> Iterator[tuple[int, str]]:
    """The texts among the ends of ties, with the row of each."""
    for number, cell in rows:
        text = text_of(cell)
        if text:
            yield number, text


def _key(columns: Columns, row: RawRow) -> str:
    return columns.text(row, KEY)


def _name(columns: Columns, row: RawRow) -> str:
    """What a node is called; by its key where it has no name."""
    given = columns.cell(row, "given_name")
    if given is not None and columns.cell(row, NAME) is None:
        return clean(f"{as_text(given)} {as_text(columns.cell(row, 'family_name') or '')}")
    name, key = columns.text(row, NAME), _key(columns, row)
    return name or ("" if is_record_id(key) else key)


def _say_name(said: Said, kind: str, name: str, cell: CellValue) -> None:
    if kind != "person":
        if "name" in {column.code for column in sheet_of(kind).columns}:
            said["name"] = (cell if isinstance(cell, CellTrouble) else name or None, NAME)
    elif said.get("given_name", (None,))[0] is None:
        person = split_person_name(name)
        said["titles"] = ("; ".join(person.titles) or None, NAME)
        said["given_name"] = (person.given_name or None, NAME)
        said["family_name"] = (person.family_name, NAME)
