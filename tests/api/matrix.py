"""The cells of the matrix of rights, and a service in which each can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

import httpx

from examples.sample_province.build import sample_records
from network_service.api.asking import COOKIE
from network_service.api.installation import Service
from network_service.domain.principal import Principal, Role, Scope
from network_service.domain.record import Record, Tie
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.issue_token import issue_token
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sessions import session_info
from network_service.operations.jobs.kinds import MADE
from network_service.operations.jobs.model import Job, JobState
from network_service.store.change import Change, ChangeSet
from tests.api.server import OPERATOR, Server, account_of, session_of
from tests.api.table import LETTERS, NOBODY, TABLE, TWIN, Row
from tests.snapshot.records import a_network, members, node, tie

OWN, EMPTY, OTHER, NOWHERE = "TH-98", "TH-02", "TH-97", "TH-99"
"""A province with a network and one without within everybody's reach, and the same without."""
_PROVINCES = {"own": OWN, "empty": EMPTY, "other": OTHER, "unknown": NOWHERE}
_NO_RECORD = str(UUID(int=0))


@dataclass(frozen=True)
class Cell:
    """One question: a row asked by a role at a place."""

    row: Row
    letter: str
    place: str

    @property
    def expected(self) -> int:
        """The status that the table declares."""
        if self.letter == NOBODY:
            return self.row.nobody
        if self.letter not in self.row.may:
            return 403 if self.place == "own" else self.row.refused
        places = {"own": self.row.own, "empty": self.row.empty, "other": self.row.other, "unknown": self.row.unknown}
        return places[self.place]

    def __str__(self) -> str:
        """How it is told when it is wrong."""
        return f"{self.row.route} {dict(self.row.fill)} by {self.letter} at {self.place}: {self.expected}"


def every_cell() -> Iterator[Cell]:
    """All cells of the table."""
    for row in TABLE:
        places = ("own", "empty", "other", "unknown") if row.thing == "code" else ("own", "other", "unknown")
        for letter in (NOBODY, *LETTERS):
            yield from (Cell(row, letter, place) for place in (places if row.thing else ("own",)))


class World:
    """A service with a network in each of two provinces, and somebody of each role."""

    def __init__(self, server: Server) -> None:
        """Fill the service."""
        self.server = server
        self.service: Service = server.service
        own, other = list(sample_records()), _another_network()
        self.change_sets = {"own": self._put(own), "other": self._put(other)}
        self.records = {"own": _group(own, 0).id, "other": _group(other, 0).id}
        self._twin = _group(own, 1).id
        self.accounts = {letter: account_of(self.service, role, OWN, EMPTY) for letter, role in LETTERS.items()}
        self.stranger = account_of(self.service, Role.NETWORK_MANAGER, OTHER)
        for name, province in (("target-own", OWN), ("target-other", OTHER)):
            create_account(
                OPERATOR, self.service.store.application, name, {Role.MEMBER}, provinces={province}, own_record=None,
                now=self.service.now(),
            )  # fmt: skip
        self._sessions: dict[str, str] = {}
        self.client = server.client(under="")

    def ask(self, cell: Cell) -> httpx.Response:
        """The answer to a cell, in a session of its own."""
        row = cell.row
        path = row.path.format(**row.fill, **({row.thing: self._thing(cell)} if row.thing else {}))
        asked = {name: value for name, value in row.ask.items() if name != "headers"}
        if asked.get("json") == {"into": TWIN}:
            asked["json"] = {"into": self._twin}
        headers = dict(row.ask.get("headers", {}))  # type: ignore[call-overload]
        if cell.letter != NOBODY:
            headers["Cookie"] = f"{COOKIE}={self._session(cell)}"
        return self.client.request(row.method, path, headers=headers, **asked)  # type: ignore[arg-type]

    def _session(self, cell: Cell) -> str:
        """A session of the role; one of its own for what may end it."""
        if "/session" in cell.row.path:
            self._sessions.pop(cell.letter, None)
            return session_of(self.service, self._account(cell.letter))
        if cell.letter not in self._sessions:
            self._sessions[cell.letter] = session_of(self.service, self._account(cell.letter))
        return self._sessions[cell.letter]

    def _thing(self, cell: Cell) -> str:
        """What is in the path of a cell."""
        match cell.row.thing:
            case "code":
                return _PROVINCES[cell.place]
            case "record_id":
                record = self.records.get(cell.place, _NO_RECORD)
                return self.service.pseudonyms.of(record) if cell.letter == "R" else record
            case "change_set":
                return self.change_sets.get(cell.place, "no-such-change-set")
            case "account":
                return f"target-{cell.place}"
            case "job_id":
                return "no-such-job" if cell.place == "unknown" else self._job(self._owner(cell))
            case _:
                return "0" * 16 if cell.place == "unknown" else self._token(self._owner(cell))

    def _account(self, letter: str) -> Account:
        """The account of a role, with its generation as it is now."""
        return account_of(self.service, LETTERS[letter], OWN, EMPTY)

    def _owner(self, cell: Cell) -> Account:
        mine = cell.place == "own" and cell.letter != NOBODY
        return self._account(cell.letter) if mine else self.stranger

    def _job(self, owner: Account) -> str:
        principal = Principal(owner.name, owner.roles, owner.provinces)
        done = replace(
            Job(str(uuid4()), "import", principal, OWN, {}, self.service.now()),
            state=JobState.DONE,
            files=("made.txt",),
        )
        made = self.service.jobs.folder_of(done.id) / MADE
        made.mkdir()
        (made / "made.txt").write_text("made")
        return self.service.jobs.book.add(done).id

    def _token(self, owner: Account) -> str:
        application, now = self.service.store.application, self.service.now()
        session = session_info(application, session_of(self.service, owner), now)
        ends_on = now + timedelta(days=1)
        _, token = issue_token(application, session, "x", {Scope.READ}, provinces=None, ends_on=ends_on, now=now)
        return token.id

    def _put(self, records: list[Record]) -> str:
        ordered = sorted(records, key=lambda record: isinstance(record, Tie))
        changes = tuple(Change(record, 0) for record in ordered)
        return self.service.store.apply(ChangeSet("test", "import", changes)).change_set


def _another_network() -> list[Record]:
    """A small network of another province."""
    network = a_network(province=OTHER)
    groups = [node("group", f"กลุ่มนอกเขต{number}", province=OTHER, sector="community") for number in range(4)]
    joined = tie("collaborates_with", groups[0], groups[1], province=OTHER, frequency=3)
    belonging = [one.model_copy(update={"province": OTHER}) for one in members(network, *groups)]
    return [network, *groups, joined, *belonging]


def _group(records: list[Record], number: int) -> Record:
    return [one for one in records if one.kind == "group" and not one.valid_to][number]
