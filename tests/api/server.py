"""A real server of the service on this machine, and clients that ask it as people and programs do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import httpx
import uvicorn
from fastapi import FastAPI

from network_service.api.asking import COOKIE
from network_service.api.installation import Service
from network_service.app import PREFIX, create_app
from network_service.domain.principal import Role, local_operator
from network_service.operations.accounts.account_records import find_account, rewrite
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sessions import open_session

OPERATOR = local_operator("test")


@dataclass
class Server:
    """A server that runs, and what it serves."""

    service: Service
    app: FastAPI
    address: str
    _clients: list[httpx.Client] = field(default_factory=list)

    def client(self, *, under: str = PREFIX, **headers: str) -> httpx.Client:
        """Somebody without an account, whose addresses are told from a path on."""
        made = httpx.Client(base_url=self.address + under, headers=headers, timeout=90)
        self._clients.append(made)
        return made

    def signed_in(self, role: Role, *provinces: str, own_record: str | None = None) -> httpx.Client:
        """Somebody of a role who is signed in; no provinces are all of them."""
        secret = session_of(self.service, account_of(self.service, role, *provinces, own_record=own_record))
        return self.client(Cookie=f"{COOKIE}={secret}")

    def close(self) -> None:
        """Close all clients."""
        for one in self._clients:
            one.close()


def account_of(service: Service, role: Role, *provinces: str, own_record: str | None = None) -> Account:
    """An account of a role, made where there is none yet, with nothing due."""
    application, now = service.store.application, service.now()
    name = "-".join((role.value, *provinces, *([own_record[:8]] if own_record else []))).lower()
    reach = frozenset(provinces) or None
    if find_account(application, name) is None:
        create_account(OPERATOR, application, name, {role}, provinces=reach, own_record=own_record, now=now)

    def settled(account: Account) -> Account:
        return replace(account, must_change_password=False, password_until=None, totp_secret="JBSWY3DPEHPK3PXP")

    return rewrite(application, name, settled)


def session_of(service: Service, account: Account) -> str:
    """The secret of a session of an account."""
    return open_session(service.store.application, account, service.now())


@contextmanager
def running(service: Service) -> Iterator[Server]:
    """A server of the service on a free port of this machine, until the block ends."""
    app = create_app(service)
    # With the protocol said, asyncio sends small answers at once; else each waits 40 ms for an acknowledgement.
    with socket.socket(proto=socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
        made = Server(service, app, f"http://127.0.0.1:{listening.getsockname()[1]}")
        try:
            yield made
        finally:
            made.close()
            server.should_exit = True
            thread.join(20)


def code_of(answer: httpx.Response) -> str:
    """The code of a problem."""
    told: Mapping[str, str] = answer.json()
    assert answer.headers["content-type"].startswith("application/problem+json"), answer.text
    return told["code"]
