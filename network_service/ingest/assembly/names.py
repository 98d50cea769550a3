"""Finds what a reference means, be it an id, a code or a name: in the file, the store, then the register of places."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

from network_service.domain.identity import id_from_code, is_record_id
from network_service.domain.keys import node_key
from network_service.domain.kinds import NODE_TYPES
from network_service.domain.merged import Merged, kept_ids
from network_service.domain.nodes import Actor, Area, Instrument, Person
from network_service.domain.record import Node, Record
from network_service.domain.thai.names import PersonName, display_name
from network_service.errors import UnknownRecord
from network_service.ingest.assembly.draft import Draft, Target
from network_service.ingest.fault import Said, Terms
from network_service.ingest.forms import remembered_form
from network_service.ingest.near import NearNames
from network_service.ingest.register import PlaceNames, register_of

_PROPOSALS = 100
"""Different unknown names that get proposals; each costs milliseconds, and a file may have 100,000."""

_PROPOSED = 3
"""Names proposed for one that is unknown, as `NearNames` does."""

_ABOLISHED = frozenset({"place.abolished", "place.replaced"})


class Unresolved(ValueError):
    """A reference that means nothing, or more than one thing; without a code, nobody can know."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters


def person_names(titles: tuple[str, ...], given: str, family: str | None) -> tuple[str, str]:
    """How a person is named: without titles, and in full."""
    bare = f"{given} {family}" if family else given
    return bare, display_name(PersonName(titles, given, family)) if titles else bare


_Table = defaultdict[str, dict[str, dict[str, None]]]
"""Ids by matching form and kind: in a file all rows may have one name, and then not each may ask for all others."""


class _Index:
    """Ids by the names of one side, the file's or the store's; other names count less than names."""

    def __init__(self) -> None:
        self.names: _Table = defaultdict(dict)
        self.others: _Table = defaultdict(dict)

    def add(self, record_id: str, kind: str, names: Iterable[str], others: Iterable[str]) -> None:
        for table, texts in ((self.names, names), (self.others, others)):
            for text in texts:
                table[matching(text)].setdefault(kind, {})[record_id] = None

    def find(self, form: str, kinds: frozenset[str]) -> Iterator[str]:
        for table in (self.names, self.others):
            by_kind = table.get(form, {})
            if not kinds.isdisjoint(by_kind):
                return (one for kind, ids in by_kind.items() if kind in kinds for one in ids)
        return iter(())

    def has(self, form: str) -> bool:
        return form in self.names or form in self.others


class References:
    """All that references of a file may mean."""

    def __init__(self, province: str, known: Mapping[str, Record], unread: Collection[str] = ()) -> None:
        """`unread` are kinds of which the file has a sheet that could not be read: what is not found may be there.

        `implied` comes to hold the areas that neither has and the register of places does, by id.
        """
        self._province = province
        self._unread = unread
        self._known = known
        self._drafts: dict[str, Draft] = {}
        self._in_file = _Index()
        self._in_store = _Index()
        self._former = _Index()
        self._ambiguous: set[str] = set()
        self._shown: dict[str, frozenset[str]] = defaultdict(frozenset)
        self._found: dict[tuple[str, frozenset[str]], Target | Unresolved] = {}
        self._near: NearNames | None = None
        self._proposals = 0
        self._kept = kept_ids(known)
        self._register = register_of(province)
        self.implied: dict[str, Area] = {}
        for record in known.values():
            if isinstance(record, Merged):
                # Its name goes on as another name of the record it was merged into.
                kept = known.get(self._kept.get(record.id, ""))
                if kept is not None:
                    self._in_store.add(kept.id, kept.kind, (), (record.name, *_keys(record)))
            elif isinstance(record, Node):
                self._in_store.add(record.id, record.kind, *_names_of(record))
                self._shown[record.display_name] |= {record.kind}

    def add(self, draft: Draft) -> Draft | None:
        """Make a node of the file known by its id and its names; the earlier draft of the same id if there is one."""
        names, others = _names_in(draft)
        earlier = self._drafts.get(draft.id)
        if earlier is not None:
            if earlier.kind == draft.kind:
                self._ambiguous.add(draft.id)
            # The later row will be refused. With an id of its own, who names it cannot mean the earlier one.
            draft.id = id_from_code(self._province, f"{draft.id} {draft.layout.title} {draft.row}")
        self._drafts[draft.id] = draft
        self._in_file.add(draft.id, draft.kind, names, others)
        for name in names:
            self._shown[name] |= {draft.kind}
        return earlier

    def add_former(self, gone: Draft, kept: str) -> None:
        """Make the id, code and name of a row of a merged record mean the one it leads to; living names come first."""
        self._kept[gone.id] = kept
        target = self.target(kept)
        if target is not None:
            texts = (gone.values.get("name"), gone.values.get("source_key"))
            self._former.add(kept, target.kind, (one for one in texts if isinstance(one, str)), ())
        self._found.clear()

    def same_name_in_store(self, draft: Draft) -> str | None:
        """The name of a draft that is new, where the store has another record of that kind and name."""
        if draft.id not in self._known:
            for name in _names_in(draft)[0]:
                if any(self._in_store.find(matching(name), frozenset({draft.kind}))):
                    return name
        return None

    def namesakes(self, draft: Draft, kinds: Collection[str]) -> list[Target]:
        """The first node of those kinds that carries the name of a draft, of the store and of the file so far."""
        forms = {matching(name) for name in _names_in(draft)[0]}
        found = (self._first_named(table, forms, kinds) for table in (self._in_store.names, self._in_file.names))
        return [target for target in found if target is not None]

    def _first_named(self, table: _Table, forms: Iterable[str], kinds: Collection[str]) -> Target | None:
        ids = (one for form in forms for kind, ids in table.get(form, {}).items() if kind in kinds for one in ids)
        named = (self.target(one) for one in ids)
        return next((target for target in named if target is not None and target.kind in kinds), None)

    def stored_by_name(self, text: str, kinds: frozenset[str]) -> list[Target]:
        """The stored nodes of those kinds that carry a name, whatever codes say: a counter is no office's code."""
        form = matching(text)
        ids = list(self._in_store.find(form, kinds)) or list(self._former.find(form, kinds))
        return [target for one in ids if (target := self.target(one)) is not None]

    def target(self, record_id: str) -> Target | None:
        """The node of an id, in the file or in the store; for that of a merged record, the one it leads to."""
        record_id = self._kept.get(record_id, record_id)
        draft, record = self._drafts.get(record_id), self._known.get(record_id)
        known = isinstance(record, Node)
        if draft is not None:
            return Target(record_id, draft.kind, draft, known)
        return Target(record_id, record.kind, None, True) if record is not None and known else None

    def resolve(self, text: str, kinds: frozenset[str]) -> Target:
        """The one node of those kinds that a text means; `Unresolved` says why there is none."""
        key = (text, kinds)
        found = self._found.get(key)
        if found is None:
            try:
                found = self._resolve(text, kinds)
            except Unresolved as error:
                found = error
            self._found[key] = found
        if isinstance(found, Unresolved):
            raise found
        return found

    def _resolve(self, text: str, kinds: frozenset[str]) -> Target:
        target = self.target(id_from_code(self._province, text))
        if target is not None and target.kind in kinds:
            if target.id in self._ambiguous:
                raise Unresolved("reference.ambiguous", kinds=_words(kinds))
            return target
        form = matching(text)
        indexes = (self._in_file, self._in_store, self._former)
        ids = next((two for one in indexes if (two := list(islice(one.find(form, kinds), 2)))), [])
        if len(ids) > 1:
            raise Unresolved("reference.ambiguous", kinds=_words(kinds))
        if ids:
            named = self.target(ids[0])
            assert named is not None
            return named
        if "area" in kinds and "area" not in self._unread and (area := self._in_register(text)) is not None:
            return area
        if target is not None or any(one.has(form) for one in indexes):
            raise Unresolved("reference.wrong_kind", kinds=_words(kinds))
        if kinds.intersection(self._unread) or "merged" in self._unread:
            raise Unresolved("")
        near = () if is_record_id(text) else self._proposed(text, kinds)
        if near:
            raise Unresolved("reference.unknown_near", near=near, kinds=_words(kinds))
        raise Unresolved("reference.unknown", kinds=_words(kinds))

    def _in_register(self, text: str) -> Target | None:
        """The area of the one place of the register that a text means: as file or store have it, else a new one."""
        if self._register is None:
            return None
        try:
            places = self._register.find(text)
        except UnknownRecord as error:
            if error.code not in _ABOLISHED:
                return None
            raise Unresolved("reference.place_abolished", said=Said(error.code, error.parameters)) from error
        if not places:
            return None
        if len(places) > 1:
            raise Unresolved("reference.several_places", places=PlaceNames(places, with_codes=True))
        area = self._register.area(places[0])
        entered = self.target(area.id) or self._entered(area, self._register.names_of(places[0]))
        if entered is None:
            self.implied[area.id] = area
        return entered or Target(area.id, area.kind, None, False)

    def _entered(self, area: Area, names: Iterable[str]) -> Target | None:
        """The area that file or store have of a place: by its code, else without a code by one of its names."""
        for side in (self._in_file, self._in_store):
            for text in (area.area_code or "", *names):
                for one in side.find(matching(text), frozenset({"area"})):
                    found = self.target(one)
                    if found is not None and self._may_be(found, area):
                        return found
        return None

    def _may_be(self, entered: Target, area: Area) -> bool:
        """Whether code and level of an entered area are those of a place, as far as they are told."""
        told = entered.draft.value if entered.draft is not None else partial(getattr, self._known[entered.id])
        return all(told(field) in (None, getattr(area, field)) for field in ("area_code", "area_level"))

    def _proposed(self, text: str, kinds: frozenset[str]) -> tuple[str, ...]:
        if self._proposals >= _PROPOSALS:
            return ()
        self._proposals += 1
        if self._near is None:
            self._near = NearNames(self._shown)
        near = tuple(name for name in self._near.nearest(text) if self._shown[name] & kinds)
        if self._register is None or "area" not in kinds:
            return near
        return tuple(dict.fromkeys((*self._register.near(text), *near)))[:_PROPOSED]


def matching(text: str) -> str:
    """Matching form without spaces: "นาย ก ข" is "นายก ข", and a doubled space makes no other name."""
    return remembered_form(text).replace(" ", "")


def _words(kinds: frozenset[str]) -> Terms:
    return Terms("kind", tuple(kind for kind in NODE_TYPES if kind in kinds))


def _keys(record: Record) -> tuple[str, ...]:
    return (record.source_key,) if record.source_key is not None else ()


def _names_of(record: Node) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(record, Person):
        return person_names(record.titles, record.given_name, record.family_name), ()
    if isinstance(record, Instrument):
        return (record.display_name,), (record.citation,) if record.citation else ()
    if isinstance(record, Area):
        return (record.display_name,), (record.area_code,) if record.area_code else ()
    others = record.aliases if isinstance(record, Actor) else ()
    english = record.name_english if isinstance(record, Actor) else None
    return (record.display_name,), (*others, english) if english else others


def _names_in(draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    values = draft.values
    if draft.kind == "person":
        given, family, titles = values.get("given_name"), values.get("family_name"), values.get("titles")
        if not isinstance(given, str):
            return (), ()
        stack = titles if isinstance(titles, tuple) else ()
        return person_names(stack, given, family if isinstance(family, str) else None), ()
    name = values.get("name")
    if draft.kind in ("instrument", "area"):
        key = node_key(draft.kind, draft.value)
        return (name,) if isinstance(name, str) else (), key[-1:] if key else ()
    aliases, english = values.get("aliases"), values.get("name_english")
    others = aliases if isinstance(aliases, tuple) else ()
    return (name,) if isinstance(name, str) else (), (*others, english) if isinstance(english, str) else others
