"""`network-service serve` as an office begins and ends it: where it may, with TLS, on the sample, in processes."""

from __future__ import annotations

import json
import re
import signal
import socket
from pathlib import Path

import httpx
import pyotp
import pytest

from network_service.domain.principal import Role
from tests.api.office_tls import OfficeTls, made_by_the_manual
from tests.api.processes import children_of, lives, serving
from tests.cli.conftest import Run

ACCOUNT = re.compile(r"^  (\w+) +((?:[a-z2-9]{4}-){3}[a-z2-9]{4})(?:  ([A-Z2-7]{32}))?$", re.MULTILINE)


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> OfficeTls:
    return made_by_the_manual(tmp_path_factory.mktemp("tls"))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "service.example"])
@pytest.mark.parametrize(("language", "sentence"), [("th", "openssl"), ("en", "give --cert and --key")])
def test_beyond_this_machine_it_needs_a_certificate_and_says_how_to_get_one(
    run: Run, host: str, language: str, sentence: str
):
    result = run("serve", "--host", host, "--lang", language)
    assert result.exit_code == 2
    assert host in result.stderr
    assert sentence in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--cert", "x.crt"), "both --cert and --key"),
        (("--cert", "x.crt", "--key", "x.key"), "no file x.crt"),
        (("--sample", "--behind-proxy"), "on this machine only"),
        (("--sample", "--host", "0.0.0.0", "--behind-proxy"), "on this machine only"),
        (("--sample", "--store", "sqlite:///other.sqlite"), "on this machine only"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, tmp_path: Path, arguments: tuple[str, ...], sentence: str):
    result = run("serve", *arguments, "--lang", "en")
    assert (result.exit_code, sentence in result.stderr) == (2, True), result.output
    assert list(tmp_path.iterdir()) == []


def test_a_sample_behind_a_certificate_is_not_served_to_others(run: Run, tls: OfficeTls):
    given = ("--cert", tls.certificate, "--key", tls.key)
    result = run("serve", "--sample", "--host", "0.0.0.0", *given, "--lang", "en")
    assert (result.exit_code, "on this machine only" in result.stderr) == (2, True)


def test_a_setting_that_cannot_be_is_named(run: Run, monkeypatch: pytest.MonkeyPatch):
    for wrong in ("*", "proxy.example", "10.0.0.0/40"):
        monkeypatch.setenv("NETWORK_SERVICE_TRUSTED_PROXIES", wrong)
        result = run("serve", "--lang", "en")
        assert (result.exit_code, "NETWORK_SERVICE_TRUSTED_PROXIES" in result.stderr) == (2, True), wrong


def test_with_the_certificate_that_the_manual_makes_it_answers_over_tls_alone(tmp_path: Path, tls: OfficeTls):
    given = ("--cert", str(tls.certificate), "--key", str(tls.key))
    store = f"sqlite:///{tmp_path}/network.sqlite"
    with serving(tmp_path, *given, scheme="https", store=store) as served:
        answer = httpx.get(f"{served.address}/readyz", verify=tls.trusting())
        assert answer.json()["status"] == "ready"
        assert answer.headers["strict-transport-security"].startswith("max-age=")
        with pytest.raises(httpx.TransportError):
            httpx.get(served.address.replace("https", "http") + "/healthz")


def test_the_sample_is_served_with_an_account_a_role_in_several_processes(tmp_path: Path):
    with serving(tmp_path, "--sample", "--workers", "2") as served:
        printed = next(tmp_path.glob("*.out")).read_text(encoding="utf-8")
        accounts = {name: (password, secret) for name, password, secret in ACCOUNT.findall(printed)}
        assert accounts.keys() == set(Role) - {Role.LOCAL_OPERATOR}
        for name, (password, secret) in accounts.items():
            client = served.client()
            code = {"code": pyotp.TOTP(secret).now()} if secret else {}
            signed_in = client.post("/session", json={"name": name, "password": password, **code})
            assert (signed_in.status_code, signed_in.json().get("due")) == (200, None), signed_in.text
            client.headers["Cookie"] = signed_in.headers["set-cookie"].partition(";")[0]
            assert client.get("/provinces").status_code == 200
            client.close()
        parent = served.process.pid
        children = children_of(parent)
        assert len(children) >= 2
        assert served.stop() == 0
        assert [one for one in children if lives(one)] == []
        for password, _ in accounts.values():
            assert password not in served.logged()
    for line in served.logged().splitlines():
        assert {"at", "level", "from"} <= json.loads(line).keys()
    assert "Traceback" not in served.logged()


def test_an_end_answers_the_request_that_is_under_way(tmp_path: Path):
    body = json.dumps({"name": "nobody", "password": "a wrong password"}).encode()
    head = f"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    with serving(tmp_path, store=f"sqlite:///{tmp_path}/network.sqlite") as served:
        place = ("127.0.0.1", int(served.address.rpartition(":")[2]))
        with socket.create_connection(place, 60) as asker:
            asker.sendall(head.encode() + b"\r\n\r\n" + body[:10])
            # Answered on another connection, so the one before it is being read by now.
            assert httpx.get(f"{served.address}/healthz").status_code == 200
            served.process.send_signal(signal.SIGTERM)
            while accepts(place):
                pass
            asker.sendall(body[10:])
            answer = asker.makefile("rb").readline()
        assert b" 401 " in answer
        assert served.process.wait(60) == 0


def accepts(place: tuple[str, int]) -> bool:
    try:
        socket.create_connection(place, 5).close()
    except OSError:
        return False
    return True
