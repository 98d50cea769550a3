"""A server that goes away is told clearly and soon, and is used again when it is back, by the same store object."""

from __future__ import annotations

import time

import pytest

from network_service.errors import StoreUnavailable
from network_service.store.neo4j import Credentials, Neo4jStore
from tests.store.neo4j.test_cut_connections import warm_up
from tests.store.records import change_set, organization
from tests.trials import trials

SOON = 4.0  # seconds: what a page may take to say that the store cannot be reached


def attempts(store: Neo4jStore) -> dict:
    """Every way of asking, each for itself."""
    return {
        "revision": store.revision,
        "records": lambda: list(store.records()),
        "apply": lambda: store.apply(change_set(organization("ระหว่างล่ม"))),
        "check": store.check,
        "application": lambda: store.application.get("views", "a"),
    }


@pytest.mark.parametrize("asked", ["revision", "records", "apply", "check", "application"])
def test_a_server_that_is_down_is_told_soon_and_used_again_when_it_is_back(open_store, direct, proxy, asked) -> None:
    store = open_store(proxy)
    store.revision()
    proxy.stop()
    began = time.monotonic()
    with pytest.raises(StoreUnavailable) as error:
        attempts(store)[asked]()
    assert time.monotonic() - began < SOON
    assert error.value.code == "store.unreachable"
    proxy.start()
    attempts(store)[asked]()
    assert direct.revision() == (1 if asked == "apply" else 0)


def test_a_server_that_hangs_is_told_soon_and_used_again_when_it_answers(open_store, direct, proxy) -> None:
    store = open_store(proxy)
    store.revision()
    proxy.hang()
    for _ in range(2):  # on the connection that was open, then on a new one
        began = time.monotonic()
        with pytest.raises(StoreUnavailable):
            store.revision()
        assert time.monotonic() - began < SOON
    proxy.resume()
    assert store.revision() == 0


def test_a_store_is_not_opened_on_a_server_that_is_down(empty_neo4j, proxy) -> None:
    proxy.stop()
    with pytest.raises(StoreUnavailable) as error:
        Neo4jStore.open(proxy.uri, Credentials(empty_neo4j.user, empty_neo4j.password))
    assert empty_neo4j.password not in str(error.value)


def test_a_server_that_is_killed_and_started_again_has_every_acknowledged_write(empty_neo4j, open_store) -> None:
    """In the nightly run only: each start takes ten seconds, and every statement after it is planned anew."""
    if empty_neo4j.process is None:
        return  # the environment names a server, and that is not ours to kill
    store = open_store()
    warm_up(store)
    for trial in range(trials(0, 10)):
        acknowledged = store.apply(change_set(organization(f"ก่อนล่ม {trial}"), key=str(trial)))
        empty_neo4j.process.kill()
        with pytest.raises(StoreUnavailable):
            store.revision()
        empty_neo4j.process.start()
        assert store.apply(change_set(organization(f"ก่อนล่ม {trial}"), key=str(trial))).repeated
        assert store.revision() == acknowledged.revision
    assert store.check() == []
