"""The proxy cuts where it is told: seen by the plain driver on one side, by the real server on the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, IncompleteCommit, ServiceUnavailable, SessionExpired

from tests.neo4j_server.server import Neo4jServer
from tests.store.neo4j.bolt import Message
from tests.store.neo4j.proxy import BoltProxy

CREATE = "CREATE (n:Tried {text: $text}) RETURN n.text"


@pytest.fixture
def through(empty_neo4j: Neo4jServer, proxy: BoltProxy) -> Iterator[Driver]:
    with GraphDatabase.driver(
        proxy.uri,
        auth=empty_neo4j.auth,
        connection_timeout=0.5,
        connection_acquisition_timeout=0.5,
        max_transaction_retry_time=0.5,
        notifications_min_severity="OFF",
    ) as driver:
        driver.verify_connectivity()
        yield driver


def held(driver: Driver) -> int:
    """How many nodes the server has, asked past the proxy."""
    return driver.execute_query("MATCH (n:Tried) RETURN count(n)").records[0][0]


def create(driver: Driver, text: str = "น้ำ") -> str:
    """One managed transaction of one statement."""
    with driver.session() as session:
        return session.execute_write(lambda transaction: transaction.run(CREATE, text=text).single(strict=True)[0])


@pytest.mark.parametrize("size", [0, 1, 65_535, 200_000])
def test_what_is_not_cut_passes_whole(through: Driver, neo4j_driver: Driver, size: int) -> None:
    assert create(through, "ก" * size) == "ก" * size
    assert held(neo4j_driver) == 1


def test_many_rows_pass(through: Driver) -> None:
    rows = through.execute_query("UNWIND range(1, 5000) AS number RETURN number").records
    assert [number for (number,) in rows] == list(range(1, 5001))


@pytest.mark.parametrize("cut", [BoltProxy.cut_before, BoltProxy.cut_after])
def test_a_statement_that_is_cut_leaves_nothing(through: Driver, neo4j_driver: Driver, proxy: BoltProxy, cut) -> None:
    cut(proxy, Message.RUN)
    with through.session() as session:
        transaction = session.begin_transaction()
        with pytest.raises((ServiceUnavailable, SessionExpired)):
            transaction.run(CREATE, text="x")
    assert (proxy.cuts, held(neo4j_driver)) == (1, 0)


def test_the_driver_itself_repeats_a_statement_that_was_cut(
    through: Driver, neo4j_driver: Driver, proxy: BoltProxy
) -> None:
    proxy.cut_before(Message.RUN)
    assert create(through) == "น้ำ"
    assert (proxy.cuts, proxy.seen[Message.RUN], held(neo4j_driver)) == (1, 2, 1)


@pytest.mark.parametrize(("cut", "written"), [(BoltProxy.cut_before, 0), (BoltProxy.cut_after, 1)])
def test_a_cut_at_the_commit_looks_the_same_whether_it_was_done_or_not(
    through: Driver, neo4j_driver: Driver, proxy: BoltProxy, cut, written: int
) -> None:
    cut(proxy, Message.COMMIT)
    with pytest.raises(IncompleteCommit):
        create(through)
    assert (proxy.cuts, proxy.seen[Message.COMMIT], held(neo4j_driver)) == (1, 1, written)


def test_only_the_chosen_message_is_cut(through: Driver, neo4j_driver: Driver, proxy: BoltProxy) -> None:
    proxy.cut_before(Message.COMMIT, nth=3)
    create(through)
    create(through)
    with pytest.raises(IncompleteCommit):
        create(through)
    create(through)
    assert (proxy.cuts, held(neo4j_driver)) == (1, 3)


def test_a_cut_that_is_called_off_does_not_happen(through: Driver, proxy: BoltProxy) -> None:
    proxy.cut_before(Message.COMMIT)
    proxy.let_pass()
    create(through)
    assert proxy.cuts == 0


def test_a_server_that_is_down_refuses_and_comes_back_at_the_same_place(
    through: Driver, neo4j_driver: Driver, proxy: BoltProxy
) -> None:
    proxy.stop()
    with pytest.raises(ServiceUnavailable):
        create(through)
    proxy.start()
    create(through)
    assert held(neo4j_driver) == 1


def test_a_server_that_hangs_takes_connections_and_answers_none(
    empty_neo4j: Neo4jServer, through: Driver, neo4j_driver: Driver, proxy: BoltProxy
) -> None:
    proxy.hang()
    with (
        GraphDatabase.driver(proxy.uri, auth=empty_neo4j.auth, connection_acquisition_timeout=0.3) as other,
        pytest.raises((ServiceUnavailable, DriverError)),
    ):
        other.verify_connectivity()
    proxy.resume()
    create(through)
    assert held(neo4j_driver) == 1
