"""The service as processes of its own, as an office runs it: begun, asked, told to end, killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import httpx

from network_service.api.asking import COOKIE
from network_service.app import PREFIX
from network_service.domain.principal import Role, local_operator
from network_service.operations.accounts.account_records import rewrite
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sessions import open_session
from network_service.settings import PREFIX as SETTING
from network_service.store.base import Store
from tests.house.tree import ROOT

BEGINS_WITHIN = 90.0
"""Seconds; four on a machine with nothing else to do."""
_COMMAND = "from network_service.cli.main import main; main()"
# Begun anew a hundred times: what a process imports is there already when it begins.
_READY = get_context("forkserver")
_READY.set_forkserver_preload(["network_service.app", "network_service.store.neo4j", "uvicorn"])


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def settings_only(settings: Mapping[str, object]) -> dict[str, str]:
    """This process's environment with these settings of the service and no others."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(SETTING)}
    return outside | {SETTING + name.upper(): str(value) for name, value in settings.items()}


@dataclass
class Served:
    """A `network-service serve` that was begun."""

    process: subprocess.Popen[str]
    address: str
    log: Path

    def client(self, secret: str | None = None, **headers: str) -> httpx.Client:
        """Somebody who asks it, with the secret of a session where one is given."""
        return client_of(self.address, secret, **headers)

    def stop(self) -> int:
        """Have it end as an operator does; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def logged(self) -> str:
        """What it has logged until now."""
        return self.log.read_text(encoding="utf-8")


@contextmanager
def serving(folder: Path, *arguments: str, scheme: str = "http", **settings: object) -> Iterator[Served]:
    """The command in a process of its own on a free port, until the block ends; it answers when the block begins."""
    port = free_port()
    command = [sys.executable, "-c", _COMMAND, "serve", "--port", str(port), "--lang", "en", *arguments]
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / f"{port}.log"
    environment = settings_only({"work_folder": folder / "work", **settings})
    with log.open("w") as told, (folder / f"{port}.out").open("w") as printed:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=printed, stderr=told, text=True)
        try:
            served = Served(process, f"{scheme}://127.0.0.1:{port}", log)
            wait_for(served.address, lambda: process.poll() is None, log)
            yield served
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def wait_for(address: str, lives: Callable[[], bool], log: Path | None = None) -> None:
    """Wait until a service answers."""
    deadline = time.monotonic() + BEGINS_WITHIN
    with httpx.Client(verify=False) as asker:
        while True:
            try:
                if asker.get(f"{address}/healthz", timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                told = log.read_text(encoding="utf-8") if log else ""
                assert lives(), f"the service did not begin:\n{told}"
                assert time.monotonic() < deadline, f"the service does not answer:\n{told}"
            time.sleep(0.05)


def begun_at_once(store: str, folder: Path, port: int) -> BaseProcess:
    """The same service without the command's own start, which takes seconds: for tests that kill it many times."""
    process = _READY.Process(target=_serve, args=(store, str(folder / "work"), port))
    process.start()
    wait_for(f"http://127.0.0.1:{port}", process.is_alive)
    return process


def _serve(store: str, work: str, port: int) -> None:
    import uvicorn

    os.environ |= {SETTING + "STORE": store, SETTING + "WORK_FOLDER": work}
    uvicorn.run("network_service.app:served", factory=True, port=port, log_config=None, access_log=False)


def client_of(address: str, secret: str | None = None, **headers: str) -> httpx.Client:
    """Somebody who asks the API at an address."""
    cookie = {"Cookie": f"{COOKIE}={secret}"} if secret else {}
    return httpx.Client(base_url=address + PREFIX, headers={**cookie, **headers}, timeout=60, verify=False)


def manager_of(store: Store, province: str, name: str = "manager") -> str:
    """The secret of a session of a network manager of a province, in a store that services share."""
    operator, now = local_operator("test"), datetime.now(UTC)
    create_account(operator, store.application, name, {Role.NETWORK_MANAGER}, provinces={province}, now=now)
    account = rewrite(store.application, name, _settled)
    return open_session(store.application, account, now)


def _settled(account: Account) -> Account:
    return replace(account, must_change_password=False, password_until=None)


def children_of(parent: int) -> list[int]:
    """The processes that one began."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [pid for pid, of in pairs if of == parent]


def lives(process: int) -> bool:
    """Whether a process is there and has not ended."""
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip()) and not listed.stdout.startswith("Z")
