"""What holds of every answer: headers, problems, conditions, and who may ask at all."""

from __future__ import annotations

import pytest

from network_service.api.asking import COOKIE
from network_service.domain.principal import Role
from tests.api.server import Server, account_of, code_of, session_of

READ = [
    "/provinces",
    "/provinces/TH-98",
    "/provinces/TH-98/records?kind=group",
    "/provinces/TH-98/search?text=ชม",
    "/provinces/TH-98/snapshot",
    "/provinces/TH-98/figures",
    "/provinces/TH-98/figures/network",
    "/provinces/TH-98/figures/centrality?format=csv",
    "/provinces/TH-98/readiness",
    "/provinces/TH-98/findings",
    "/provinces/TH-98/maps/sector",
    "/provinces/TH-98/maps/sector.html",
    "/provinces/TH-98/comparison?before=2026-01-01",
    "/provinces/TH-98/duplicates",
    "/provinces/TH-98/exports/json",
    "/provinces/TH-98/queries/actors/find_isolates",
    "/queries",
    "/changes",
    "/jobs",
    "/session",
    "/tokens",
]


@pytest.mark.parametrize("path", READ)
def test_a_manager_reads_and_nobody_else_does_without_an_account(server: Server, path: str) -> None:
    manager = server.signed_in(Role.NETWORK_MANAGER, "TH-98")
    answer = manager.get(path)
    assert answer.status_code == 200, answer.text
    for header, value in {
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
    }.items():
        assert answer.headers[header] == value
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] in ("no-store", "private, no-cache")
    assert answer.headers["x-request-id"]
    refused = server.client().get(path)
    assert refused.status_code == 401
    assert code_of(refused) == "access.sign_in"
    assert refused.headers["x-content-type-options"] == "nosniff"


def test_what_has_a_tag_is_not_sent_again(server: Server) -> None:
    manager = server.signed_in(Role.NETWORK_MANAGER, "TH-98")
    tagged = 0
    for path in READ:
        tag = manager.get(path).headers.get("etag")
        if tag is None or "exports" in path:
            continue
        tagged += 1
        again = manager.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), path
        other = manager.get(path, headers={"If-None-Match": tag, "Accept-Language": "en"})
        assert other.status_code == 200, path
    assert tagged >= 10


def test_a_sentence_comes_in_the_readers_language(server: Server) -> None:
    thai, english = (server.client(**{"Accept-Language": one}).get("/provinces").json() for one in ("th", "en-GB"))
    assert thai["detail"] == "กรุณาเข้าสู่ระบบก่อน"
    assert english["detail"] == "Sign in first."
    assert server.client().get("/provinces?lang=en").json()["detail"] == "Sign in first."


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nowhere", 404, "api.http_404"),
        ("/provinces/TH-98/records?limit=x", 422, "api.request_invalid"),
        ("/provinces/TH-98/records?kind=nothing", 400, "api.no_such_kind"),
        ("/provinces/TH-98/records?where=sector", 400, "api.no_such_condition"),
        ("/provinces/TH-98/figures/nothing", 404, "figures.unknown_table"),
        ("/provinces/TH-98/exports/docx", 400, "export.unknown_format"),
        ("/provinces/TH-98/queries/no/such", 404, "query.unknown"),
        ("/provinces/TH-97/snapshot", 404, "record.out_of_sight"),
        ("/provinces/TH-50/findings", 404, "record.out_of_sight"),
        ("/records/00000000-0000-0000-0000-000000000000", 404, "record.unknown"),
        ("/jobs/no-such-job", 404, "job.unknown"),
    ],
)
def test_what_cannot_be_is_a_problem_with_a_code(server: Server, path: str, status: int, code: str) -> None:
    answer = server.signed_in(Role.NETWORK_MANAGER, "TH-98").get(path)
    assert (answer.status_code, code_of(answer)) == (status, code), answer.text
    assert answer.json()["detail"]


SITES = [
    ({}, True),
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({"Sec-Fetch-Site": "none"}, True),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "cross-site"}, False),
    ({"Origin": "https://elsewhere.example"}, False),
    ({"Origin": "null"}, False),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"}, False),
]


@pytest.mark.parametrize(("headers", "allowed"), SITES)
@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE", "PUT"])
def test_another_site_changes_nothing(server: Server, method: str, headers: dict[str, str], allowed: bool) -> None:
    answer = server.signed_in(Role.NETWORK_MANAGER, "TH-98").request(method, "/records", json={}, headers=headers)
    assert (answer.status_code == 403 and code_of(answer) == "api.other_site") is not allowed


def test_a_body_that_is_too_long_is_refused(server: Server) -> None:
    manager = server.signed_in(Role.NETWORK_MANAGER, "TH-98")
    long = {"kind": "group", "province": "TH-98", "name": "x" * 1_100_000}
    assert manager.post("/records", json=long).status_code == 413


def test_a_session_is_a_cookie_that_scripts_and_other_hosts_do_not_get(server: Server) -> None:
    account = account_of(server.service, Role.NETWORK_MANAGER, "TH-98")
    secret = session_of(server.service, account)
    client = server.client(Cookie=f"{COOKIE}={secret}")
    assert client.get("/session").json()["account"]["name"] == account.name
    left = client.delete("/session")
    assert left.status_code == 204
    cleared = left.headers["set-cookie"]
    assert cleared.startswith(f"{COOKIE}=")
    assert all(word in cleared for word in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"))
    assert "Domain" not in cleared
    assert client.get("/session").status_code == 401
