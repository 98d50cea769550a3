"""What the operator sees: readiness, figures for those who are near, a warning for what is refused."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi import Request

from network_service.api.nearness import is_near
from network_service.domain.principal import Role
from network_service.errors import StoreDamaged
from tests.api.server import Server


@pytest.fixture(scope="module")
def own(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    return serving(tmp_path_factory.mktemp("watching"))


def asking(host: str | None, **headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "client": (host, 1) if host else None, "headers": pairs})


@pytest.mark.parametrize(
    ("host", "trusted", "near"),
    [
        ("127.0.0.1", (), True),
        ("127.8.9.1", (), True),
        ("::1", (), True),
        ("10.1.2.3", (), False),
        ("10.1.2.3", ("10.1.0.0/16",), True),
        ("10.1.2.3", ("10.2.0.0/16", "10.1.2.3"), True),
        ("2001:db8::7", ("2001:db8::/32", "10.0.0.0/8"), True),
        ("testclient", ("10.0.0.0/8",), False),
        (None, ("10.0.0.0/8",), False),
    ],
)
def test_near_is_this_machine_and_what_is_trusted(host: str | None, trusted: tuple[str, ...], near: bool):
    assert is_near(asking(host), trusted) is near


@pytest.mark.parametrize("header", ["x_forwarded_for", "forwarded"])
def test_what_was_passed_on_is_never_near(header: str):
    assert not is_near(asking("127.0.0.1", **{header: "127.0.0.1"}), ("127.0.0.0/8",))


def test_figures_are_there_for_this_machine_and_not_for_who_comes_through_a_proxy(own: Server):
    assert "network_service_requests_total" in httpx.get(f"{own.address}/metrics").text
    assert httpx.get(f"{own.address}/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/api/v1/docs"])
def test_no_page_of_the_frameworks_own_is_there(own: Server, path: str):
    assert httpx.get(own.address + path).status_code == 404


def test_readiness_tells_of_maintenance_and_of_a_store_that_is_not_what_it_was(
    own: Server, monkeypatch: pytest.MonkeyPatch
):
    store = own.service.store
    told = httpx.get(f"{own.address}/readyz")
    assert (told.status_code, told.json()["writes"]) == (200, "taken")
    store.begin_maintenance("test")
    told = httpx.get(f"{own.address}/readyz")
    assert (told.status_code, told.json()["writes"]) == (200, "refused")
    store.end_maintenance("test")

    def broken() -> int:
        raise StoreDamaged("store.schema_missing", names="x")

    monkeypatch.setattr(store, "revision", broken)
    told = httpx.get(f"{own.address}/readyz")
    assert (told.status_code, told.headers["retry-after"]) == (503, "2")
    assert told.json() == {"status": "not ready", "reason": "store.schema_missing"}


def test_what_is_refused_is_a_warning_with_its_code_and_no_more(own: Server, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO, "network_service.requests")
    # A line is written when its answer is on its way: lines of earlier requests may still come.
    named = {"X-Request-Id": "watched-here"}
    member = own.signed_in(Role.MEMBER, "TH-98")
    group = {"kind": "group", "province": "TH-98", "name": "ลับมาก", "sector": "community"}
    own.client(**named).get("/provinces")
    member.post("/records", json=group, headers=named)
    own.client(**named, **{"Sec-Fetch-Site": "cross-site"}).post("/session", json={})
    member.get("/provinces", headers=named)
    while len(lines := [one for one in caplog.records if one.told["request"] == "watched-here"]) < 4:
        pass
    told = [(one.levelname, one.told.get("code"), one.told["status"]) for one in lines]
    assert told == [
        ("WARNING", "access.sign_in", 401),
        ("WARNING", "access.role", 403),
        ("WARNING", "api.other_site", 403),
        ("INFO", None, 200),
    ]
    assert "ลับมาก" not in json.dumps([one.told for one in caplog.records], ensure_ascii=False) + caplog.text
