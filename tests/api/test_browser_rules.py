"""Hostile values are values: shown as text, asked of no store as a command, and no answer sends a reader elsewhere."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from network_service.domain.principal import Role
from network_service.operations.accounts.hashing import AT_ONCE, WAITING
from tests.api.server import Server
from tests.api.table import TABLE

SCRIPTS = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "\"><svg/onload=alert(1)>", "'><img src=x onerror=alert(1)>", "javascript:alert(1)",
    "<iframe src=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "{{7*7}}", "${alert(1)}", "<!--<script>",
    "]]><script>alert(1)</script>", "\u2028alert(1)", "\u2029alert(1)", "<body onload=alert(1)>",
    "<math><mtext></style>",
    "<style>@import'//x.example'</style>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<base href=//x.example/>",
)  # fmt: skip
_BREAKS = ("'", '"', "`", "\\", "')", '"})', "'--", "';", "\\u0027", "*/")
_COMMANDS = (
    "DROP TABLE records", "OR 1=1", "UNION SELECT * FROM records", "MATCH (n) DETACH DELETE n", "CALL dbms.listUsers()",
    "LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x", "RETURN 1 //", "CALL apoc.load.json('x')", "; ATTACH 'x' AS y",
    "USE system SHOW USERS",
)  # fmt: skip
COMMANDS = tuple(" ".join(one) for one in itertools.product(_BREAKS, _COMMANDS))
ODD = (
    "\0",
    "\ud800",
    "\x7f",
    "\u202e",
    "9" * 400,
    "-1",
    "NaN",
    "1e999",
    "[]",
    "{}",
    "../../etc/passwd",
    "%00",
    "ก" * 3_000,
)
BODIES = (
    b"[" * 100_000, b'{"a":' * 5_000, b"{", b"\xff\xfe", b"null", b"[]", b'{"kind":NaN}', b'{"kind":1e999}',
    b'{"kind":"group","province":"TH-98","name":"\\ud800"}', b'{"kind":"group","province":"TH-98","name":"\\u0000"}',
    b'{"kind":"service","province":"TH-98","name":"x","fit_mission":' + b"9" * 400 + b"}",
    b'{"kind":"agreement","province":"TH-98","name":"x","budget_baht":' + b"9" * 30 + b"}",
)  # fmt: skip


@pytest.fixture(scope="module")
def manager(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> httpx.Client:
    server = serving(tmp_path_factory.mktemp("browser"))
    client = server.signed_in(Role.NETWORK_MANAGER, "TH-98")
    client.base_url = httpx.URL(server.address)
    return client


def test_a_payload_in_a_name_is_told_as_it_is_and_runs_nowhere(manager: httpx.Client) -> None:
    for number, payload in enumerate(SCRIPTS):
        fields = {"kind": "group", "province": "TH-98", "name": f"{payload} {number}", "note": payload}
        made = manager.post("/api/v1/records", json=fields)
        assert made.status_code in (201, 422), made.text
        if made.status_code == 201:
            read = manager.get(made.headers["location"])
            assert read.headers["content-type"] == "application/json"
            assert read.json()["name"].split() == f"{payload} {number}".split()
    drawn = manager.get("/api/v1/provinces/TH-98/maps/sector.html")
    page = drawn.text
    assert not re.search(r"<script>alert|<(img|svg|iframe|body|base)[^>]*(onerror|onload|javascript:|x\.example)", page)
    assert (
        manager.get("/api/v1/provinces/TH-98/maps/sector.html").headers["content-disposition"].startswith("attachment")
    )


@pytest.mark.parametrize("row", [one for one in TABLE if one.method == "GET"], ids=lambda one: f"{one.path}-{one.may}")
def test_hostile_texts_in_an_address_are_no_commands_and_lead_nowhere(manager: httpx.Client, row: object) -> None:
    path: str = row.path  # type: ignore[attr-defined]
    parts = re.findall(r"{(\w+)}", path)
    texts = (*SCRIPTS, *COMMANDS, *ODD)
    for text in texts if parts else texts[::12]:
        told = quote(text.encode("utf-8", "surrogatepass"), safe="")[:9_000]
        filled = re.sub(r"{code}", "TH-98", path) if len(parts) > 1 else path
        asked = (
            f"{re.sub(r'{[^}]+}', told, filled)}?text={told}&next=//x.example&sort={told}&where=name:contains:{told}"
        )
        answer = manager.get(asked, follow_redirects=False)
        assert answer.status_code < 500, (asked, answer.text)
        assert not 300 <= answer.status_code < 400 or answer.status_code == 304, asked
        _is_guarded(answer)


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_hostile_bodies_are_refused(manager: httpx.Client, body: bytes) -> None:
    for row in TABLE:
        if row.method in ("POST", "PATCH", "PUT") and not row.path.endswith("/imports"):
            path = re.sub(r"{[^}]+}", "TH-98", row.path)
            headers = {"Content-Type": "application/json", "If-Match": "1"}
            answer = manager.request(row.method, path, content=body, headers=headers)
            assert answer.status_code < 500, (row.route, answer.text)
            _is_guarded(answer)


def test_hostile_file_names_are_names(manager: httpx.Client) -> None:
    for name in (
        "../../x.csv",
        "..",
        "x" * 400 + ".csv",
        "ก" * 200 + ".csv",
        "a\\b\\c.csv",
        "CON",
        " .csv",
        "a\u202eb.csv",
    ):
        answer = manager.post("/api/v1/provinces/TH-98/imports", files=[("files", (name, b"", "text/csv"))])
        assert answer.status_code == 202, (name, answer.text)
        manager.delete(answer.headers["location"])


def test_a_flood_of_sign_ins_is_turned_away_and_others_get_their_map(manager: httpx.Client) -> None:
    def sign_in(number: int) -> httpx.Response:
        with httpx.Client(base_url=manager.base_url, timeout=60) as stranger:
            return stranger.post("/api/v1/session", json={"name": f"nobody{number}", "password": "wrong horse"})

    with ThreadPoolExecutor(50) as crowd:
        trying = [crowd.submit(sign_in, number) for number in range(50)]
        assert manager.get("/api/v1/provinces/TH-98/maps/sector").status_code == 200
        answers = [one.result() for one in trying]
    assert {one.status_code for one in answers} <= {401, 429}
    assert sum(one.status_code == 401 for one in answers) >= AT_ONCE + WAITING // 2
    assert all(int(one.headers["retry-after"]) >= 1 for one in answers if one.status_code == 429)


def _is_guarded(answer: httpx.Response) -> None:
    """Headers that keep a browser from running or framing what it was told."""
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-request-id"]
    if answer.is_error:
        assert answer.headers["content-type"] == "application/problem+json"
        assert {"type", "title", "status", "code", "detail"} <= json.loads(answer.text).keys()
