"""Foreign nodes as rows of our sheets: which kind each is, what it is called, and how ties name it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from network_service.domain.identity import id_from_code, id_from_name, is_record_id
from network_service.domain.record import Node, Record
from network_service.domain.thai.names import split_person_name
from network_service.domain.thai.text import clean
from network_service.domain.ties import ACTORS, GROUPS
from network_service.ingest.assembly.draft import Target
from network_service.ingest.assembly.header import Found
from network_service.ingest.assembly.names import References
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

_NAME_PARTS = ("name", "titles", "given_name", "family_name")
_NAMED = 5
_OF_ANYBODY = ACTORS | {None}
"""Kinds that a word of another program can mean; those of our other records need more than a name."""
"""Unknown words that a note names."""


class _NodeRow(NamedTuple):
    """A row of nodes, where it is sorted to, and what it calls its node."""

    group: SortedRows
    row: RawRow
    name: str
    key: str


class _Identity(NamedTuple):
    """What a node is: its kind, its id or code, whether it has that name, whether it is no member."""

    kind: str
    code: str
    is_called_so: bool
    is_outsider: bool


@dataclass(slots=True)
class Nodes:
    """The nodes of a file: their tables, and which record of ours a tie's end means, by its key or its name.

    `known` are the stored records of the province by id. A node without an id of ours is the stored actor of its name,
    else a new one: keys of other programs are counters, and the code 1 of one file is not that of another.
    """

    references: References
    province: str
    known: Mapping[str, Record]
    outsiders: frozenset[str]
    tables: list[Found] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    _by_key: dict[str, str] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)
    _unknown: Counter[str] = field(default_factory=Counter)
    _levelless: int = 0

    def read(self, tables: Iterable[Columns]) -> None:
        """Read all tables of nodes: names and keys are told apart over all of them."""
        groups = [SortedRows(columns) for columns in tables]
        rows = [
            _NodeRow(group, row, _name(group.columns, row), _key(group.columns, row))
            for group in groups
            for row in group.columns.table.rows
        ]
        names = Counter(form_of_any(one.name) for one in rows)
        keys = Counter(one.key for one in rows)
        for one in rows:
            key, is_alone = one.key, names[form_of_any(one.name)] == 1
            if is_record_id(key) or keys[key] > 1:
                code = key  # of two rows with one key the later is refused, as nobody knows which of them ties mean
            else:
                code = f"{key} {one.name}".strip() if key and not is_alone else ""
            self._add(one, code, is_alone=is_alone)
        self.tables += [table for group in groups for table in group.tables()]
        self._tell()

    def meant(self, end: str) -> str | None:
        """The id or code of the node that an end of a tie names; `None` where no node of the file is called so."""
        return self._by_key.get(end) or self._by_name.get(form_of_any(end))

    def named_in_ties(self, columns: Columns, ends: Iterable[tuple[int, str]]) -> None:
        """Make organisations of names that ties mention and no row lists, save those of stored actors."""
        group = SortedRows(columns, counted=False)
        made = 0
        for number, name in ends:
            if not name or self.meant(name) is not None or is_record_id(name):
                continue
            known = self._stored(name)
            if len(known) == 1:
                self._by_key[name] = known[0].id
            elif not known:
                code = id_from_name(self.province, USUAL, name)
                self._by_name[form_of_any(name)] = code
                group.add(number, USUAL, Said(id=(code, ""), level=(USUAL, ""), name=(name, "")))
                made += 1
        self.tables += group.tables()
        if made:
            self.kinds.add(USUAL)
            self.notes.append(Note("foreign_named_in_ties", {"part": columns.table.title, "count": made}))

    def _add(self, node: _NodeRow, code: str, *, is_alone: bool) -> None:
        said = Said()
        group, row, name, key = node
        columns = group.columns
        found = self._identified(code, name, self._type(node, said).kind)
        kind, code, sheet = found.kind, found.code, sheet_of(found.kind)
        if not code and name and kind in GROUPS and is_alone:
            # Of two rows of one name and no key, the assembly refuses the later: nobody knows which a tie means.
            code = id_from_name(self.province, kind, name)
        for carried in group.carried(kind):
            cell = columns.cell(row, carried)
            if carried != "sector" and (cell is not None or is_record_id(key)):
                said.setdefault(carried, (cell, carried))  # another program's empty cell says nothing, ours empties
        if found.is_called_so:
            for part in _NAME_PARTS:
                said.pop(part, None)
        else:
            _say_name(said, kind, name, columns.cell(row, NAME))
        if code:
            said["id"] = (code, KEY)
        if found.is_outsider:
            said.setdefault("membership_status", (word("not_a_member").english, ""))
        level = sheet.column_of("kind")
        if level is not None:
            said[level.code] = (kind, TYPE)
        self.kinds.add(kind)
        if key:
            self._by_key.setdefault(key, code or name)
        if name:
            self._by_name.setdefault(form_of_any(name), code or name)
        group.add(row.number, kind, said)

    def _identified(self, code: str, name: str, kind: str | None) -> _Identity:
        """Which record a node is: the one of its code, else the one stored actor of its name, else a new one."""
        stored = self.known.get(id_from_code(self.province, code)) if code else None
        named = self._stored(name, kind) if name and not code else []
        if len(named) == 1:
            stored, code = self.known.get(named[0].id), named[0].id
        if stored is not None and (kind is None or named):
            kind = stored.kind
        if kind is None:
            self._levelless += 1
            kind = USUAL
        shown = isinstance(stored, Node) and stored.display_name == name
        is_outsider = stored is not None and stored.id in self.outsiders
        # By another name of it, a stored record is not renamed.
        return _Identity(kind, code, bool(name) and (shown or len(named) == 1), is_outsider)

    def _type(self, node: _NodeRow, said: Said) -> NodeType:
        """Kind and sector by the words of the row; a word of no meaning is kept as what the source calls it."""
        columns, row = node.group.columns, node.row
        kind = sector = None
        others = []
        for meaning in (TYPE, "sector"):
            cell = columns.cell(row, meaning)
            if isinstance(cell, CellTrouble):
                said["source_type"] = (cell, meaning)  # refused at its cell
            text = text_of(cell)
            found = node_type(text) if text else None
            if found is not None and found.kind not in _OF_ANYBODY and not is_record_id(node.key):
                found = None  # a meeting of ours has a body and a day; an element called so is what its source calls it
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

    def _stored(self, name: str, kind: str | None = None) -> list[Target]:
        """The stored actors of a name; a group may be an organisation, and either goes before a person."""
        kinds = [GROUPS, ACTORS] if kind is None else [GROUPS if kind in GROUPS else frozenset({kind})]
        return next((found for one in kinds if (found := self.references.stored_by_name(name, one))), [])

    def _tell(self) -> None:
        if self._unknown:
            words = tuple(word for word, _ in self._unknown.most_common(_NAMED))
            self.notes.append(Note("foreign_types", {"count": sum(self._unknown.values()), "words": words}))
        if self._levelless:
            self.notes.append(Note("foreign_levels", {"count": self._levelless}))


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
        if sheet_of(kind).column_of("name") is not None:
            said["name"] = (cell if isinstance(cell, CellTrouble) else name or None, NAME)
    elif said.get("given_name", (None,))[0] is None:
        person = split_person_name(name)
        said["titles"] = ("; ".join(person.titles) or None, NAME)
        said["given_name"] = (person.given_name or None, NAME)
        said["family_name"] = (person.family_name, NAME)
