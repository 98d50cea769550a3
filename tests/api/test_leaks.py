"""A canary in every text of every kind of record: what each role must not hear is in no answer, log or count."""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Iterator

import httpx
import pytest

from network_service.app import running_service
from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.principal import Role
from network_service.domain.record import Tie
from network_service.operations.export_formats import FORMATS
from network_service.store.change import Change, ChangeSet
from tests.api.server import Server, running
from tests.operations.test_canaries import SONG, Aviary
from tests.snapshot.records import a_network, node
from tests.trials import trials

HERE, THERE = "TH-98", "TH-97"
PROVINCE = f"/provinces/{HERE}"
OF_A_PROVINCE = (
    "", "/search?text=canary", "/snapshot", "/figures", "/readiness", "/comparison?before=2026-01-01", "/findings",
    "/maps/sector", "/maps/sector.html", "/duplicates", "/queries/actors/find_isolates",
)  # fmt: skip
TABLES = (
    "network", "mixing", "sector_pairs", "sectors", "community_summary", "robustness", "doubt", "readiness", "factors",
    "factor_parts", "considerations", "key_players", "centrality", "ties", "brokerage", "cutpoints", "communities",
    "bodies", "interlock", "findings",
)  # fmt: skip
ELSEWHERE = (
    "/provinces", "/changes", "/jobs", "/queries", "/views", "/proposals", "/proposals/own", "/accounts",
    "/account-log", "/read-log", "/tokens", "/session", "/openapi.json",
)  # fmt: skip
EACH = trials(7, 1)
"""Of how many records one is asked for by itself."""


class Heard:
    """The aviary behind a server, and everything that a role was told of it."""

    def __init__(self, server: Server, birds: Aviary) -> None:
        """Nothing yet."""
        self.server, self.birds = server, birds
        self.told: dict[Role | None, str] = {}

    def by(self, role: Role | None) -> str:
        """Every answer to a role; to a manager of another province where it is `None`."""
        if role not in self.told:
            client = self._client(role)
            self.told[role] = "\n".join(_text(answer) for answer in self._answers(client, role))
        return self.told[role]

    def _client(self, role: Role | None) -> httpx.Client:
        if role is None:
            return self.server.signed_in(Role.NETWORK_MANAGER, THERE)
        return self.server.signed_in(role, HERE)

    def _answers(self, client: httpx.Client, role: Role | None) -> Iterator[httpx.Response]:
        for path in ELSEWHERE:
            yield client.get(path)
        for path in OF_A_PROVINCE:
            yield client.get(PROVINCE + path)
        for kind in RECORD_TYPES:
            for sort in ("", "&sort=name", "&sort=note"):
                yield client.get(f"{PROVINCE}/records?kind={kind}&limit=200{sort}")
        for table in TABLES:
            yield client.get(f"{PROVINCE}/figures/{table}")
            yield client.get(f"{PROVINCE}/figures/{table}?format=csv&lang=en")
        for form in FORMATS:
            yield client.get(f"{PROVINCE}/exports/{form}")
        for record in self.birds.records[::EACH]:
            place = f"/records/{self._name_of(record.id, role)}"
            for path in (place, f"{place}/neighbours", f"{place}/history"):
                yield client.get(path)
            yield client.patch(place, json={"name": ""}, headers={"If-Match": "1"})
            yield client.post(f"{place}/end?dry_run=true", json={"last_day": "2001-01-01"})
            yield client.post(f"{place}/merge?dry_run=true", json={"into": record.id})
        groups = [record.id for record in self.birds.records if record.kind == "group"]
        tie = {"kind": "collaborates_with", "province": THERE, "source": groups[0], "target": groups[1]}
        yield client.post("/records", json=tie)

    def _name_of(self, record_id: str, role: Role | None) -> str:
        return self.server.service.pseudonyms.of(record_id) if role is Role.RESEARCHER else record_id


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    folder = tmp_path_factory.mktemp("leaks")
    birds = Aviary()
    with running_service(store=f"sqlite:///{folder}/network.sqlite", work_folder=folder / "work") as service:
        other = [a_network(province=THERE), node("group", "กลุ่มนอกเขต", province=THERE)]
        records = sorted([*birds.records, *other], key=lambda record: isinstance(record, Tie))
        service.store.apply(ChangeSet("test", "import", tuple(Change(record, 0) for record in records)))
        with running(service) as server:
            yield Heard(server, birds)


ASKING = [Role.VIEWER, Role.MEMBER, Role.RESEARCHER, Role.ADMINISTRATOR, None]


@pytest.mark.parametrize("role", ASKING)
def test_no_role_hears_what_is_not_for_it(heard: Heard, role: Role | None, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    songs = set(SONG.findall(heard.by(role)))
    name = "elsewhere" if role is None else "viewer" if role is Role.ADMINISTRATOR else role.value
    assert songs & heard.birds.silent_for(name) == set()
    # Else it would be silence all around that is found here.
    assert bool(songs) == (role in (Role.VIEWER, Role.MEMBER, Role.ADMINISTRATOR))
    assert SONG.findall(caplog.text) == []
    assert "canary" not in heard.server.client(under="").get("/metrics").text


def test_a_manager_hears_what_is_for_officers(heard: Heard) -> None:
    songs = set(SONG.findall(heard.by(Role.NETWORK_MANAGER)))
    notes = {song for song, (record, field) in heard.birds.places.items() if field == "note" and record.kind == "group"}
    assert notes <= songs


@pytest.mark.parametrize("role", [*ASKING, Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE])
def test_no_role_is_told_a_rating(heard: Heard, role: Role | None) -> None:
    ratings = {song for song, (record, _) in heard.birds.places.items() if record.kind == "rating"}
    ids = {record.id for record in heard.birds.records if record.kind == "rating"}
    told = heard.by(role)
    assert ids
    assert not {one for one in ratings | ids if one in _without_asked(told, ids)}


def test_a_researcher_is_told_no_id_and_a_viewer_none_of_a_person(heard: Heard) -> None:
    ids = {record.id for record in heard.birds.records}
    people = {record.id for record in heard.birds.records if record.kind == "person"}
    assert not {one for one in ids if one in _without_asked(heard.by(Role.RESEARCHER), ids)}
    assert not {one for one in people if one in _without_asked(heard.by(Role.VIEWER), people)}


def _without_asked(told: str, ids: set[str]) -> str:
    """What was told, but for problems that repeat the id that was asked for."""
    return "\n".join(line for line in told.splitlines() if not line.startswith('{"type":"urn:'))


def _text(answer: httpx.Response) -> str:
    """All that an answer says: headers, text, and what is in files."""
    told = str(dict(answer.headers))
    if answer.content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            return told + "".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())
    return f"{told}\n{answer.text}"
