"""Application records of a real store with a clock that is moved by hand, and hashes that cost next to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role, local_operator
from network_service.operations.accounts.change_password import change_password
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.hashing import Hasher
from network_service.operations.accounts.log_in import log_in
from network_service.operations.accounts.sessions import session_info
from network_service.store.application import ApplicationRecords
from tests.store.contract.conftest import StoppedClock, open_sqlite

ADDRESS = "192.0.2.7"
PASSWORD = "ช้างสามเชือกข้ามห้วย"
OPERATOR = local_operator("tester")
WHOLE = Principal("chief", frozenset({Role.ADMINISTRATOR}))


class Office:
    """The accounts of one store, as its users have them."""

    def __init__(self, application: ApplicationRecords, clock: StoppedClock, hasher: Hasher) -> None:
        self.application, self.clock, self.hasher = application, clock, hasher

    @property
    def now(self) -> datetime:
        return self.clock.now

    def create(self, name: str, *roles: Role, provinces: set[str] | None = None, by: Principal = OPERATOR) -> str:
        """Make an account; its one-time password."""
        wanted = frozenset(roles or {Role.NETWORK_MANAGER})
        _, password = create_account(
            by, self.application, name, wanted, provinces=provinces, now=self.now, hasher=self.hasher
        )
        return password

    def settled(self, name: str, *roles: Role, provinces: set[str] | None = None) -> str:
        """Make an account and give it its own password; the secret of its session."""
        once = self.create(name, *roles, provinces=provinces)
        session = session_info(self.application, self.log_in(name, once), self.now)
        return change_password(self.application, session, once, PASSWORD, now=self.now, hasher=self.hasher)

    def log_in(self, name: str, password: str = PASSWORD, address: str = ADDRESS, code: str | None = None) -> str:
        """Sign in; the secret of the session."""
        secret, _ = log_in(self.application, name, password, address, code=code, now=self.now, hasher=self.hasher)
        return secret


@pytest.fixture(scope="session")
def cheap() -> Hasher:
    """A real hasher at the least cost there is: tests are of what is done with hashes."""
    return Hasher(memory_kib=8, passes=1, waiting=100, patience=60)


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def application(tmp_path: Path, clock: StoppedClock) -> Iterator[ApplicationRecords]:
    with open_sqlite(tmp_path, "accounts", clock) as store:
        yield store.application


@pytest.fixture
def office(application: ApplicationRecords, clock: StoppedClock, cheap: Hasher) -> Office:
    return Office(application, clock, cheap)
