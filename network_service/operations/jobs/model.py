"""A job: what was asked by whom, how far it is, and what came of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from network_service.domain.principal import Principal, Role, Scope
from network_service.store.application import Json

GIVEN = "given"
"""Folder, within that of the job, for the files it was given."""
MADE = "made"
"""Folder for what it makes."""


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DIED = "died"


ENDED = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.DIED})
"""States that a job does not leave."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job. `beat` is when its process last said that it lives; `error` has the code and the sentence of what failed.

    `files` are the names of what it made, in its folder.
    """

    id: str
    kind: str
    principal: Principal
    province: str
    asked: Mapping[str, Json]
    made: datetime
    state: JobState = JobState.WAITING
    stage: str = ""
    done: int = 0
    total: int = 0
    beat: datetime | None = None
    ended: datetime | None = None
    result: Json = None
    files: tuple[str, ...] = ()
    error: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        plain = asdict(self)
        who = self.principal
        plain["principal"] = {
            "name": who.name,
            "roles": sorted(who.roles),
            "provinces": None if who.provinces is None else sorted(who.provinces),
            "own_record": who.own_record,
            "scopes": None if who.scopes is None else sorted(who.scopes),
        }
        for name in ("made", "beat", "ended"):
            plain[name] = plain[name] and plain[name].isoformat()
        return plain

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Job":
        """The job of what is kept; fields of another version of the program are passed over."""
        known = {one.name for one in fields(cls)}
        values = {name: value for name, value in kept.items() if name in known}
        who = values["principal"]
        values["principal"] = Principal(
            who["name"],
            frozenset(Role(role) for role in who["roles"]),
            None if who["provinces"] is None else frozenset(who["provinces"]),
            who["own_record"],
            None if who["scopes"] is None else frozenset(Scope(scope) for scope in who["scopes"]),
        )
        values["state"] = JobState(values["state"])
        values["files"] = tuple(values["files"])
        for name in ("made", "beat", "ended"):
            values[name] = values[name] and datetime.fromisoformat(values[name])
        return cls(**values)
