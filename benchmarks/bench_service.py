"""Requests a second of the service, with accounts, scope, sight, log of reads and audit, beside a bare FastAPI.

By `wrk` on the same machine, one connection a waiting asker, over a province of 200 actors and 600 ties; `wrk` is a
program of its own (Debian: wrk).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from benchmarks.provinces import LENS, planted_records, written
from network_service import bootstrap
from network_service.domain.principal import Role, Scope, local_operator
from network_service.operations.accounts.account_records import rewrite
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.issue_token import issue_token
from network_service.operations.accounts.sessions import open_session, session_info
from network_service.store.base import Store

SIZE = (200, 600)
SECONDS = 6
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_LATEST = re.compile(r"99%\s+([\d.]+)(us|ms|s)")
_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_WRITE = """
local number = 0
request = function()
  number = number + 1
  local name = string.format("bench %d %d", math.random(1e9), number)
  local body = string.format('{"kind":"group","province":"PROVINCE","name":"%s"}', name)
  return wrk.format("POST", nil, wrk.headers, body)
end
wrk.headers["Content-Type"] = "application/json"
"""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def started(command: list[str], address: str, **environment: str) -> Iterator[None]:
    """A server that answers at an address, until the block ends."""
    process = subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            try:
                urlopen(address, timeout=1).close()
                break
            except (URLError, OSError):
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(30)


def rate(address: str, script: Path | None = None, token: str = "", connections: int = 16) -> tuple[float, float]:
    """Requests a second, and the 99th percentile of their milliseconds; nothing where one was refused."""
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{SECONDS}s", "--latency"]
    command += ["--header", f"Authorization: Bearer {token}"] if token else []
    command += ["--script", str(script)] if script else []
    said = subprocess.run([*command, address], capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said, said
    latest = _LATEST.search(said)
    found = _RATE.search(said)
    assert latest is not None, said
    assert found is not None, said
    return float(found[1]), float(latest[1]) * _MS[latest[2]]


def token_of(store: Store, province: str) -> str:
    """A token of a network manager of the province."""
    now = datetime.now(UTC)
    create_account(
        local_operator("bench"), store.application, "bench", {Role.NETWORK_MANAGER}, provinces={province}, now=now
    )
    account = rewrite(
        store.application, "bench", lambda one: replace(one, must_change_password=False, password_until=None)
    )
    session = session_info(store.application, open_session(store.application, account, now), now)
    scopes = {Scope.READ, Scope.WRITE}
    text, _ = issue_token(store.application, session, "bench", scopes, ends_on=now + timedelta(days=1), now=now)
    return text


def bare(folder: Path) -> dict[str, tuple[float, float]]:
    """The rates of the bare application."""
    path = folder / "bare.sqlite"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE actor (number INTEGER PRIMARY KEY, fields TEXT)")
        made.execute("CREATE TABLE tie (source INTEGER, target INTEGER, frequency INTEGER)")
        actors = [(json.dumps({"name": f"actor {number}", "sector": "state"}),) for number in range(SIZE[0])]
        made.executemany("INSERT INTO actor (fields) VALUES (?)", actors)
        ties = [(number % SIZE[0], (7 * number) % SIZE[0], 3) for number in range(SIZE[1])]
        made.executemany("INSERT INTO tie VALUES (?, ?, ?)", ties)
    port = free_port()
    place = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "uvicorn", "benchmarks.bare_service:app", "--port", str(port), "--no-access-log"]
    script = folder / "bare.lua"
    script.write_text(_WRITE.replace("PROVINCE", "TH-98"))
    with started(command, f"{place}/actor/1", BARE_STORE=str(path)):
        return {
            "map of 200 actors": rate(f"{place}/map"),
            "one actor": rate(f"{place}/actor/1"),
            "durable write": rate(f"{place}/actor", script, connections=8),
        }


def ours(folder: Path, workers: int) -> dict[str, tuple[float, float]]:
    """The rates of the service in so many processes."""
    address = f"sqlite:///{folder}/network-{workers}.sqlite"
    [province] = LENS.provinces
    with bootstrap.open_store(bootstrap.read_settings(store=address)) as store:
        written(store, planted_records(*SIZE))
        token = token_of(store, province)
        actor = next(iter(store.records(province=province, kinds=["group", "organization"], limit=1))).record.id
    port = free_port()
    place = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-c", "from network_service.cli.main import main; main()", "serve", "--port", str(port)]
    script = folder / "ours.lua"
    script.write_text(_WRITE.replace("PROVINCE", province))
    api = f"{place}/api/v1"
    day = LENS.as_of.isoformat()
    with started([*command, "--workers", str(workers)], f"{place}/readyz", NETWORK_SERVICE_STORE=address):
        told = urlopen(
            Request(f"{api}/provinces/{province}/maps/sector?day={day}", headers={"Authorization": f"Bearer {token}"})
        )
        told.close()
        return {
            "map of 200 actors": rate(f"{api}/provinces/{province}/maps/sector?day={day}", token=token),
            "one actor": rate(f"{api}/records/{actor}", token=token),
            "durable write": rate(f"{api}/records", script, token, connections=8),
        }


def main() -> None:
    """Print requests a second and the 99th percentile of each."""
    if shutil.which("wrk") is None:
        print("  wrk is not installed: the rates of the service are not measured")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        columns = {"bare": bare(folder), "ours": ours(folder, 1), "ours, two processes": ours(folder, 2)}
    for what in columns["bare"]:
        told = "  ".join(
            f"{who} {found[what][0]:7,.0f}/s p99 {found[what][1]:6.1f} ms" for who, found in columns.items()
        )
        print(f"  {what:20} {told}")


if __name__ == "__main__":
    main()
