"""Who may ask what over HTTP: every route of the service, declared by hand and read by nobody but people and tests.

Letters are roles: V viewer, M member, R researcher, N network manager, G governor's office, A administrator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.domain.principal import Role

LETTERS = {
    "V": Role.VIEWER,
    "M": Role.MEMBER,
    "R": Role.RESEARCHER,
    "N": Role.NETWORK_MANAGER,
    "G": Role.GOVERNORS_OFFICE,
    "A": Role.ADMINISTRATOR,
}
ALL, OFFICES, WRITERS, NAMED = "VMRNGA", "NG", "N", "RNG"
NOBODY = "-"
"""Stands for who has not signed in."""
TWIN = "the record beside it"
"""Stands for the id of another record of one's own province."""


@dataclass(frozen=True, eq=False)
class Row:
    """A way to ask a route, such that nothing lasting comes of it.

    `may` are the roles that it lets through; `own` is the status that they get within their provinces, `other` without,
    `empty` where their own province has no network, `unknown` where there is no such thing. A role beyond `may` gets
    403, or `refused` where there is nothing of its own; who has not signed in gets `nobody`. Only rows with an object
    in their path have `other` and the rest. `fill` are parts of the path that are the same for all.
    """

    method: str
    path: str
    may: str
    own: int = 200
    other: int = 404
    empty: int = 404
    unknown: int = 404
    refused: int = 403
    nobody: int = 401
    ask: Mapping[str, object] = field(default_factory=dict)
    fill: Mapping[str, str] = field(default_factory=dict)

    @property
    def thing(self) -> str | None:
        """The part of the path that names what lies in a province, or is somebody's."""
        parts = ("code", "record_id", "change_set", "job_id", "token_id", "account")
        return next((one for one in parts if f"{{{one}}}" in self.path), None)

    @property
    def route(self) -> str:
        """The route as the application knows it."""
        return f"{self.method} {self.path.replace('{account}', '{name}')}"


_DRY = {"params": {"dry_run": "true"}}
_GROUP = {"kind": "group", "province": "TH-98", "name": "กลุ่มทดสอบสิทธิ์", "sector": "nobody's"}
_NOTE = {"json": {"note": "x"}}
_SUBJECT = {"subject": "actors", "verb": "find_isolates"}
_FILE = [("files", ("a.csv", b"", "text/csv"))]
_NONE = {"proposal_id": "none", "view_id": "none"}
_VIEW = {"name": "x", "content": {}, "provinces": ["TH-98"]}
V1 = "/api/v1"

TABLE = (
    # Open to all: what says whether the service lives, what the API is, and the way in.
    Row("GET", "/healthz", ALL, nobody=200),
    Row("GET", "/readyz", ALL, nobody=200),
    Row("GET", "/metrics", ALL, nobody=200),
    Row("GET", f"{V1}/openapi.json", ALL, nobody=200),
    Row("POST", f"{V1}/session", ALL, 422, nobody=422, ask={"json": {"name": "x", "password": "x" * 1_025}}),
    Row("DELETE", f"{V1}/session", ALL, 204, nobody=204),
    # One's own.
    Row("GET", f"{V1}/session", ALL),
    Row("DELETE", f"{V1}/session/everywhere", ALL, 204),
    Row("POST", f"{V1}/session/password", ALL, 422, ask={"json": {"current": "a", "new": "b"}}),
    Row("POST", f"{V1}/session/telephone", ALL, 403),  # enrolled already
    Row("POST", f"{V1}/session/telephone/confirm", ALL, 403, ask={"json": {"code": "000000"}}),
    Row("GET", f"{V1}/tokens", ALL),
    Row(
        "POST", f"{V1}/tokens", ALL, 422,
        ask={"json": {"label": "x", "scopes": ["read"], "ends_on": "2020-01-01T00:00:00Z"}},
    ),
    Row("DELETE", f"{V1}/tokens/{{token_id}}", ALL, 204),
    Row("GET", f"{V1}/jobs", OFFICES),
    Row("GET", f"{V1}/jobs/{{job_id}}", OFFICES),
    Row("DELETE", f"{V1}/jobs/{{job_id}}", OFFICES),
    Row("GET", f"{V1}/jobs/{{job_id}}/files/{{name}}", OFFICES, fill={"name": "made.txt"}),
    # What members propose, and views.
    Row("POST", f"{V1}/proposals", "M", 404, ask={"json": {"fields": {"note": "x"}}, "headers": {"If-Match": "1"}}),
    Row("GET", f"{V1}/proposals/own", "M"),
    Row("DELETE", f"{V1}/proposals/own/{{proposal_id}}", "M", 404, fill=_NONE),
    Row("GET", f"{V1}/proposals", WRITERS),
    Row("POST", f"{V1}/proposals/{{proposal_id}}/approve", WRITERS, 404, fill=_NONE),
    Row("POST", f"{V1}/proposals/{{proposal_id}}/decline", WRITERS, 404, fill=_NONE, ask={"json": {"reason": "x"}}),
    Row("GET", f"{V1}/views", ALL),
    Row("POST", f"{V1}/views", ALL, 400, ask={"json": _VIEW | {"name": " "}}),
    Row("PUT", f"{V1}/views/{{view_id}}", ALL, 404, fill=_NONE, ask={"json": _VIEW, "headers": {"If-Match": "1"}}),
    Row("DELETE", f"{V1}/views/{{view_id}}", ALL, 404, fill=_NONE, ask={"headers": {"If-Match": "1"}}),
    # Accounts.
    Row("GET", f"{V1}/accounts", "A"),
    Row("POST", f"{V1}/accounts", "A", 422, ask={"json": {"name": "/", "roles": ["viewer"], "provinces": ["TH-98"]}}),
    Row("PATCH", f"{V1}/accounts/{{account}}", "A", ask={"json": {}}),
    Row("POST", f"{V1}/accounts/{{account}}/password", "A"),
    Row("GET", f"{V1}/account-log", "A", 403),  # of the whole store: not for whose reach is some provinces
    Row("GET", f"{V1}/read-log", "A", 403),
    # Provinces and their records.
    Row("GET", f"{V1}/provinces", ALL),
    Row("GET", f"{V1}/provinces/{{code}}", ALL),
    Row("GET", f"{V1}/provinces/{{code}}/records", ALL, empty=200),
    Row("GET", f"{V1}/provinces/{{code}}/search", ALL, empty=200, ask={"params": {"text": "กลุ่ม"}}),
    Row("POST", f"{V1}/records", WRITERS, 422, ask={"json": _GROUP}),
    Row("GET", f"{V1}/records/{{record_id}}", ALL),
    Row("PATCH", f"{V1}/records/{{record_id}}", WRITERS, 412, ask=_NOTE | {"headers": {"If-Match": "9"}}),
    Row("GET", f"{V1}/records/{{record_id}}/neighbours", ALL),
    Row("GET", f"{V1}/records/{{record_id}}/history", OFFICES),
    Row("POST", f"{V1}/records/{{record_id}}/end", WRITERS, ask=_DRY | {"json": {"last_day": "2026-12-31"}}),
    Row("POST", f"{V1}/records/{{record_id}}/merge", WRITERS, ask=_DRY | {"json": {"into": TWIN}}),
    Row("POST", f"{V1}/records/{{record_id}}/unmerge", WRITERS, 422, ask=_DRY),
    Row("GET", f"{V1}/changes", OFFICES),
    Row("POST", f"{V1}/changes/{{change_set}}/undo", WRITERS, ask=_DRY),
    Row("GET", f"{V1}/provinces/{{code}}/duplicates", WRITERS),
    # Files.
    Row("POST", f"{V1}/provinces/{{code}}/imports", WRITERS, 202, empty=202, ask={"files": _FILE}),
    Row("GET", f"{V1}/provinces/{{code}}/exports/{{form}}", OFFICES, fill={"form": "json"}),
    # Figures, findings, maps, questions.
    Row("GET", f"{V1}/provinces/{{code}}/snapshot", ALL),
    Row("GET", f"{V1}/provinces/{{code}}/figures", ALL),
    Row("GET", f"{V1}/provinces/{{code}}/figures/{{name}}", ALL, fill={"name": "network"}),
    Row("GET", f"{V1}/provinces/{{code}}/figures/{{name}}", NAMED, refused=404, fill={"name": "centrality"}),
    Row("GET", f"{V1}/provinces/{{code}}/figures/{{name}}", OFFICES, refused=404, fill={"name": "findings"}),
    Row("GET", f"{V1}/provinces/{{code}}/readiness", ALL),
    Row("GET", f"{V1}/provinces/{{code}}/comparison", OFFICES, ask={"params": {"before": "2026-01-01"}}),
    Row("GET", f"{V1}/provinces/{{code}}/findings", OFFICES),
    Row(
        "PATCH", f"{V1}/provinces/{{code}}/findings/{{finding_id}}", OFFICES, 404,
        fill={"finding_id": "none"}, ask={"json": {"note": "x"}, "headers": {"If-Match": "0"}},
    ),
    Row("POST", f"{V1}/provinces/{{code}}/analyses", OFFICES, 202, empty=202),
    Row("GET", f"{V1}/provinces/{{code}}/maps/sector", ALL),
    Row("GET", f"{V1}/provinces/{{code}}/maps/sector.html", ALL),
    Row("GET", f"{V1}/queries", ALL),
    Row("GET", f"{V1}/provinces/{{code}}/queries/{{subject}}/{{verb}}", OFFICES, fill=_SUBJECT),
)  # fmt: skip
