"""A canary in every text of every kind of record: no answer and no error sings where it should be silent.

What each role must not hear is written down here by hand, after the field classes of the dictionary (5.2).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from network_service.domain.kinds import RECORD_TYPES, record_from
from network_service.domain.principal import Principal, Role
from network_service.domain.record import Record
from network_service.domain.references import references_of
from network_service.errors import NetworkServiceError
from network_service.operations.access import MAY
from network_service.operations.records.list_records import list_records
from network_service.operations.records.one_record import one_record
from network_service.operations.records.query import RecordQuery
from network_service.operations.records.record_neighbours import record_neighbours
from network_service.operations.records.search_records import search_records
from network_service.store.sqlite.store import SqliteStore
from tests.domain.filled import filled_province
from tests.operations.calls import CALLS, Target, World, operation_of
from tests.operations.who import HERE, THERE, sights, who
from tests.store.records import node, put

SONG = re.compile(r"canary\d{4}x|081\d{7}")
FOR_OFFICERS = frozenset({"note", "source_key", "recorded_by", "verifier"})
KINDS_FOR_OFFICERS = frozenset({"rating", "candidate_for"})
FIELDS_FOR_OFFICERS = frozenset({("assessed_in", "evidence")})
KINDS_FOR_MEMBERS = frozenset({"person", "collaborates_with", "shares_resource", "offers_resource", "needs_resource"})
FOR_MEMBERS = frozenset(
    ("source_instrument", "signed_by", "duties", "monitoring", "service_standard", "accountability", "given_name")
)


class Aviary:
    """A province with canaries, and which of them sit where."""

    def __init__(self) -> None:
        self.places: dict[str, tuple[Record, str]] = {}
        self.records = [self._settled(record) for record in filled_province()]
        self.by_id = {record.id: record for record in self.records}

    def _settled(self, record: Record) -> Record:
        data = {**record.model_dump(), "visibility": None}
        for name, value in record.model_dump().items():
            texts = value if isinstance(value, tuple) else (value,)
            if name == "source_key" or any(re.match("ตัวอย่าง|ก ", str(text)) for text in texts):
                song = f"canary{len(self.places):04d}x"
                self.places[song] = record, name
                if name == "note" and record.kind == "organization":
                    phone = f"081{len(self.places):07d}"
                    self.places[phone] = record, name
                    data[name] = f"{song} โทร {phone}"
                else:
                    data[name] = (song,) if isinstance(value, tuple) else song
        return record_from(data)

    def silent_for(self, role: str) -> set[str]:
        """The canaries that a role must not hear."""
        if role in ("researcher", "elsewhere"):
            return set(self.places)
        return {song for song, (record, field) in self.places.items() if self._is_hidden(role, record, field)}

    def _is_hidden(self, role: str, record: Record, field: str) -> bool:
        kind = record.was if record.kind == "merged" else record.kind
        hidden = field in FOR_OFFICERS or kind in KINDS_FOR_OFFICERS or (kind, field) in FIELDS_FOR_OFFICERS
        if role == "viewer":
            hidden = hidden or kind in KINDS_FOR_MEMBERS or field in FOR_MEMBERS
            hidden = hidden or (kind in RECORD_TYPES and self._names_person(record))
        return hidden

    def _names_person(self, record: Record) -> bool:
        ends = (self.by_id[one.id] for one in references_of(record) if one.field in ("source", "target"))
        return any(end.kind == "person" for end in ends)


@pytest.fixture(scope="module")
def aviary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Aviary, SqliteStore, Path]]:
    birds = Aviary()
    folder = tmp_path_factory.mktemp("aviary")
    with SqliteStore.open(folder / "network.sqlite") as store:
        put(store, *birds.records, node("province_network", "เครือข่ายอื่น", province=THERE))
        yield birds, store, folder


def told(asked, *arguments, **options) -> str:
    """What an operation answers, or the error it raises, as text."""
    try:
        return repr(asked(*arguments, **options))
    except NetworkServiceError as error:
        return repr(error)


def heard(principal: Principal, birds: Aviary, store: SqliteStore, step: int) -> set[str]:
    """Every canary in the answers to all that can be asked of records one by one and in lists."""
    eyes = sights(store.application)
    sight = eyes.of(principal, store)
    answers = []
    for kind in RECORD_TYPES:
        for sort in (None, "id", "name", "valid_from", "note"):
            query = RecordQuery(kinds=(kind,), limit=200, sort=sort)
            answers.append(told(list_records, principal, store, query, eyes))
    for record in birds.records[::step]:
        answers.append(told(one_record, principal, store, sight.told(record.id), eyes))
        answers.append(told(record_neighbours, principal, store, sight.told(record.id), eyes))
    answers.append(told(search_records, principal, store, "canary", eyes, limit=50))
    return {song for answer in answers for song in SONG.findall(answer)}


@pytest.mark.parametrize("role", ["viewer", "member", "researcher", "elsewhere"])
def test_nobody_hears_a_canary_that_is_not_for_them(role, aviary):
    birds, store, _ = aviary
    principal = who("network_manager", provinces=THERE) if role == "elsewhere" else who(role)
    songs = heard(principal, birds, store, step=8 if role == "researcher" else 1)
    assert songs & birds.silent_for(role) == set()
    # Else it would be silence all around that is found here.
    assert bool(songs) == (role in ("viewer", "member"))


def test_the_local_operator_hears_all_of_them(aviary):
    birds, store, _ = aviary
    assert heard(who("local_operator", provinces=None), birds, store, step=1) == set(birds.places)
    assert len(birds.places) > 500


@pytest.mark.parametrize("operation", sorted(CALLS.keys() - {"maintenance", "maintenance/end", "restore", "sample"}))
def test_no_operation_tells_a_manager_of_another_province_anything(operation, aviary):
    birds, store, folder = aviary
    principal = who("network_manager", provinces=THERE)
    if not principal.roles & MAY[operation_of(operation)]:
        principal = Principal("elsewhere", frozenset(Role) - {Role.LOCAL_OPERATOR}, frozenset({THERE}))
    people = [record.id for record in birds.records if record.kind == "person"]
    groups = [record.id for record in birds.records if record.kind == "group"]
    merged = next(record.id for record in birds.records if record.kind == "merged")
    for province in (HERE, THERE):
        target = Target(province, groups[0], groups[1], people[0], merged, 1, "x", "x")
        world = World(store, folder)
        assert SONG.findall(told(CALLS[operation].run, world, principal, target)) == []
