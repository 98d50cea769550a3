"""The same on the other store: what one compare-and-set decides is decided there too."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from network_service.domain.principal import Role, Scope
from network_service.errors import NotSignedIn, StoreBusy, TooManyTries, UsageError
from network_service.operations.accounts.account_log import read_account_log
from network_service.operations.accounts.account_records import find_account
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.first_administrator import first_administrator
from network_service.operations.accounts.hashing import Hasher
from network_service.operations.accounts.issue_token import issue_token
from network_service.operations.accounts.sessions import log_out, session_info, session_principal
from network_service.operations.accounts.tokens import token_principal
from tests.neo4j_server.server import Neo4jServer
from tests.operations.accounts.conftest import OPERATOR, Office
from tests.store.contract.conftest import StoppedClock, open_neo4j


@pytest.fixture
def office(neo4j_server: Neo4jServer, clock: StoppedClock, cheap: Hasher) -> Iterator[Office]:
    with open_neo4j(neo4j_server, clock) as store:
        yield Office(store.application, clock, cheap)


def test_an_account_signs_in_works_and_is_disabled(office: Office):
    secret = office.settled("สมชาย", Role.MEMBER, provinces={"TH-98"})
    assert session_principal(office.application, secret, office.now).provinces == {"TH-98"}
    session = session_info(office.application, secret, office.now)
    text, _ = issue_token(
        office.application, session, "copy", {Scope.READ}, ends_on=office.now + timedelta(days=1), now=office.now
    )
    assert token_principal(office.application, text, office.now).scopes == {Scope.READ}
    other = office.log_in("สมชาย")
    log_out(office.application, other, office.now)
    with pytest.raises(NotSignedIn):
        session_info(office.application, other, office.now)
    change_account(OPERATOR, office.application, "สมชาย", AccountChange(disabled=True), now=office.now)
    for dead, ask in ((secret, session_principal), (text, token_principal)):
        with pytest.raises(NotSignedIn):
            ask(office.application, dead, office.now)
    assert len(read_account_log(OPERATOR, office.application)) == 6


def test_of_twenty_wrong_ones_at_once_five_are_looked_at(office: Office):
    office.settled("somchai")

    def told(_: int) -> str:
        with pytest.raises((NotSignedIn, TooManyTries)) as refused:
            office.log_in("somchai", "wrong")
        return refused.value.code

    with ThreadPoolExecutor(8) as threads:
        codes = list(threads.map(told, range(20)))
    assert codes.count("account.wrong_login") <= 5


def test_changes_at_once_are_all_made_and_one_first_administrator_is(office: Office):
    office.settled("somchai")
    before = find_account(office.application, "somchai")

    def end(_: int) -> None:
        change_account(OPERATOR, office.application, "somchai", AccountChange(), now=office.now)

    def first(number: int) -> bool:
        try:
            first_administrator(OPERATOR, office.application, f"chief{number}", now=office.now, hasher=office.hasher)
        except (UsageError, StoreBusy):
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(end, range(8)))
        assert sum(threads.map(first, range(8))) == 1
    after = find_account(office.application, "somchai")
    assert before
    assert after
    assert after.generation == before.generation + 8
