"""What an office starts with Docker holds to the rules, though no Docker runs here: the files are read and judged."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
import yaml

from network_service.settings import PREFIX, Settings
from tests.house.tree import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
ADMINISTRATION = (ROOT / "docs" / "administration.md").read_text(encoding="utf-8")

# Keys of the Compose specification that these files use; another one is a slip, which Compose would refuse too.
TOP = {"name", "services", "networks", "volumes", "secrets"}
OF_A_SERVICE = {
    "image", "build", "restart", "networks", "depends_on", "volumes", "secrets", "environment", "read_only", "tmpfs",
    "cap_drop", "cap_add", "security_opt", "mem_limit", "pids_limit", "deploy", "ports", "healthcheck",
    "stop_grace_period",
}  # fmt: skip
SECONDS = re.compile(r"[0-9]+s")
SIZE = re.compile(r"[0-9]+[mg]")


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions in order, each with what follows it on its lines."""
    joined = re.sub(r"\\\n\s*", " ", DOCKERFILE)
    lines = [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines]


def copied() -> set[str]:
    """What the image is built of."""
    copies = [rest.split() for step, rest in instructions() if step == "COPY" and "--from" not in rest]
    return {name for names in copies for name in names[:-1]}


def has_health_check(name: str) -> bool:
    """Whether a service says how it is: itself, or by the image that is built here."""
    own = SERVICES[name].get("healthcheck")
    if own is None:
        return "build" in SERVICES[name] and "HEALTHCHECK" in dict(instructions())
    return own["test"][0] in ("CMD", "CMD-SHELL") and all(
        SECONDS.fullmatch(own[key]) for key in ("interval", "timeout", "start_period")
    )


def test_the_compose_file_says_nothing_that_compose_does_not_know():
    assert COMPOSE.keys() == TOP
    assert {key for service in SERVICES.values() for key in service} <= OF_A_SERVICE


def test_what_services_name_is_declared_and_all_that_is_declared_is_used():
    for kind in ("networks", "secrets"):
        named = {name for service in SERVICES.values() for name in service.get(kind, ())}
        assert named == COMPOSE[kind].keys()
    mounts = [mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", ())]
    assert {mount for mount in mounts if not mount.startswith("./")} == COMPOSE["volumes"].keys()
    assert all((ROOT / mount).is_file() for mount in mounts if mount.startswith("./"))
    for service in SERVICES.values():
        for other, on in service.get("depends_on", {}).items():
            assert on == {"condition": "service_healthy"}
            assert has_health_check(other)


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_tells_how_it_is_and_is_bounded(name: str):
    service = SERVICES[name]
    assert has_health_check(name)
    assert SIZE.fullmatch(service["mem_limit"])
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["restart"] == "unless-stopped"
    # Ten seconds for requests under way, and some for what is closed after them; Docker's own patience is ten in all.
    assert name == "proxy" or int(service["stop_grace_period"].removesuffix("s")) >= 30
    assert not {"privileged", "network_mode", "pid", "devices"} & service.keys()


def test_what_is_not_the_database_writes_only_where_it_must_and_may_do_nothing_special():
    for name in ("service", "proxy"):
        assert SERVICES[name]["read_only"] is True
        assert SERVICES[name]["cap_drop"] == ["ALL"]
    assert "cap_add" not in SERVICES["service"]
    assert set(SERVICES["proxy"]["cap_add"]) <= {"CHOWN", "SETGID", "SETUID"}
    proxied = SERVICES["proxy"]["volumes"]
    assert all(mount.endswith(":ro") for mount in proxied)


def test_two_replicas_share_one_database_that_nobody_outside_reaches():
    assert SERVICES["service"]["deploy"] == {"replicas": 2}
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published == {"proxy": ["443:8443", "80:8080"]}
    assert SERVICES["neo4j"]["networks"] == ["store"]
    assert COMPOSE["networks"]["store"] == {"internal": True}
    assert "store" not in SERVICES["proxy"]["networks"]
    assert re.fullmatch(r"neo4j:5\.26[\w.-]*-community", SERVICES["neo4j"]["image"])


def test_secrets_come_from_files_that_the_manual_tells_how_to_make():
    for name, secret in COMPOSE["secrets"].items():
        assert secret == {"file": f"./secrets/{name}"}
        assert f"secrets/{name}" in ADMINISTRATION
    values = [str(value) for service in SERVICES.values() for value in service.get("environment", {}).values()]
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search(r"PASSWORD|KEY|AUTH|SECRET", name):
                assert value in {f"/run/secrets/{one}" for one in service["secrets"]}, name
    assert not any(re.search(r"neo4j/|://[^/]*:[^/]*@", value) for value in values)
    assert "/secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_the_builder_is_sent_what_it_copies_and_no_secret():
    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()[1:]
    assert sent[0] == "*"
    assert {line.removeprefix("!") for line in sent if line.startswith("!")} == copied()


def test_every_setting_of_the_service_is_one_there_is():
    given = {**SERVICES["service"]["environment"], **dict(re.findall(rf"({PREFIX}\w+)=(\S+)", DOCKERFILE))}
    assert {name.removeprefix(PREFIX).lower() for name in given} <= Settings.model_fields.keys()
    assert given[f"{PREFIX}TRUSTED_PROXIES"] == COMPOSE["networks"]["front"]["ipam"]["config"][0]["subnet"]


def test_the_database_is_bounded_within_its_container():
    settings = SERVICES["neo4j"]["environment"]
    megabytes = {"m": 1, "g": 1024}

    def size(text: str) -> int:
        return int(text[:-1]) * megabytes[text[-1]]

    heap, cache = (settings[f"NEO4J_server_memory_{part}"] for part in ("heap_max__size", "pagecache_size"))
    assert size(heap) + size(cache) < size(SERVICES["neo4j"]["mem_limit"])
    assert size(settings["NEO4J_dbms_memory_transaction_total_max"]) <= size(heap) / 2
    assert SECONDS.fullmatch(settings["NEO4J_db_transaction_timeout"])
    assert settings["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"
    assert settings["NEO4J_server_http_enabled"] == "false"


def test_the_image_is_built_of_pinned_parts_and_does_not_run_as_root():
    steps = instructions()
    bases = [rest.split()[0] for step, rest in steps if step == "FROM"]
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:3\.\d+(?:\.\d+)?-slim(?:@sha256:[0-9a-f]{64})?", base) for base in bases)
    installs = [rest for step, rest in steps if step == "RUN" and "pip install" in rest]
    assert "--require-hashes" in installs[0]
    assert "--only-binary=:all:" in installs[0]
    assert all("--no-deps" in rest for rest in installs[1:])
    last = max(index for index, (step, _) in enumerate(steps) if step == "FROM")
    final = steps[last:]
    users = [rest for step, rest in final if step == "USER"]
    assert users
    assert users[-1] not in ("root", "0")
    assert not any(step == "ADD" for step, _ in steps)
    assert not any(re.search(r"curl|wget|apt-get|https?:", rest) for step, rest in steps if step == "RUN")
    assert [step for step, _ in final].index("USER") < [step for step, _ in final].index("CMD")
    assert all((ROOT / name).exists() for name in copied())


def test_the_image_starts_a_command_that_there_is():
    started = dict(instructions())["CMD"]
    command = shlex.split(started.strip("[]").replace(",", " "))
    assert command[:2] == ["network-service", "serve"]
    assert "--behind-proxy" in command
    assert command[command.index("--port") + 1] in dict(instructions())["EXPOSE"]


def blocks(name: str) -> list[str]:
    """The contents of every block of a name in the proxy's settings, innermost braces included."""
    found = []
    for match in re.finditer(rf"^\s*{re.escape(name)} \{{", NGINX, re.MULTILINE):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(NGINX[end], 0)
            end += 1
        found.append(NGINX[match.end() : end - 1])
    return found


def test_the_proxy_answers_in_the_open_with_nothing_but_the_way_to_tls():
    servers = blocks("server")
    plain = [one for one in servers if "ssl" not in one]
    assert len(servers) == 2
    assert [re.sub(r"\s+", " ", one).strip() for one in plain] == ["listen 8080; return 301 https://$host$request_uri;"]
    (secure,) = [one for one in servers if "ssl" in one]
    assert re.search(r"listen \d+ ssl;", secure)
    (protocols,) = re.findall(r"ssl_protocols ([^;]+);", secure)
    assert set(protocols.split()) == {"TLSv1.2", "TLSv1.3"}
    for file in re.findall(r"ssl_certificate(?:_key)? ([^;]+);", secure):
        assert file.removeprefix("/run/secrets/") in SERVICES["proxy"]["secrets"]


def test_the_proxy_writes_who_asks_anew_and_keeps_figures_to_itself():
    headers = dict(re.findall(r"proxy_set_header (\S+) ([^;]+);", NGINX))
    assert headers["X-Forwarded-For"] == "$remote_addr"
    assert headers["X-Forwarded-Proto"] == "https"
    assert "$proxy_add_x_forwarded_for" not in NGINX
    assert [one.split() for one in blocks("location = /metrics")] == [["return", "404;"]]
    assert re.findall(r"server (service:\d+)", NGINX) == ["service:" + dict(instructions())["EXPOSE"]]


def test_the_proxy_lets_the_greatest_file_pass():
    (allowed,) = re.findall(r"client_max_body_size (\d+)m;", NGINX)
    assert int(allowed) > Settings.model_fields["file_megabytes"].default
