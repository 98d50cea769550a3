"""A process killed while it writes loses nothing that it has acknowledged, and leaves nothing half-visible."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from contextlib import suppress
from multiprocessing.connection import Connection

import pytest

from network_service.errors import StoreBusy
from network_service.store.change import ChangeSet
from network_service.store.neo4j import Credentials, Neo4jStore, large, projection, versions
from tests.neo4j_server.server import Neo4jServer
from tests.store.neo4j.conftest import KEY
from tests.store.neo4j.turns import end_the_lease
from tests.store.records import change_set, collaboration, organization
from tests.trials import trials

FORK = multiprocessing.get_context("fork")
SIZE = 3


def opened(server: Neo4jServer, **options: int) -> Neo4jStore:
    return Neo4jStore.open(server.uri, Credentials(server.user, server.password), audit_key=KEY, **options)


def set_of(trial: int, number: int) -> ChangeSet:
    name = f"{trial} {number}"
    return change_set(*(organization(f"{name} {n}", note=name) for n in range(SIZE)), key=name)


def write_on(server: Neo4jServer, trial: int, pipe: Connection) -> None:
    """Write one change set after the other, and acknowledge each."""
    with opened(server) as store:
        number = 0
        while True:
            store.apply(set_of(trial, number))
            pipe.send(number)
            number += 1


def acknowledged_before_the_kill(server: Neo4jServer, trial: int, wanted: int) -> int:
    """Kill a writer after so many acknowledgements; the number it had given by then."""
    here, there = FORK.Pipe(duplex=False)
    child = FORK.Process(target=write_on, args=(server, trial, there))
    child.start()
    there.close()
    for _ in range(wanted):
        here.recv()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    count = wanted
    with suppress(EOFError, OSError):  # the end of the pipe, or of half a message
        while True:
            here.recv()
            count += 1
    here.close()
    return count


def test_no_acknowledged_write_is_lost_and_none_is_partial(empty_neo4j, direct, rng) -> None:
    expected = 0
    for trial in range(trials(10, 200)):
        acknowledged = acknowledged_before_the_kill(empty_neo4j, trial, rng.randint(1, 4))
        sets = sizes_of_sets(direct, trial)
        assert set(sets.values()) == {SIZE}
        assert acknowledged <= len(sets) <= acknowledged + 1
        # Who sends the last one again, not knowing whether it was written, does no harm.
        direct.apply(set_of(trial, acknowledged))
        assert sizes_of_sets(direct, trial) == {f"{trial} {number}": SIZE for number in range(acknowledged + 1)}
        expected += acknowledged + 1
        assert direct.revision() == expected
    assert len(list(direct.audit())) == expected
    assert direct.check() == []


def sizes_of_sets(store: Neo4jStore, trial: int) -> Counter[str]:
    notes = (found.record.note for found in store.records())
    return Counter(note for note in notes if note.startswith(f"{trial} "))


def large_set(trial: int) -> ChangeSet:
    """Some thirty records, for a store that takes four at once and a batch of five."""
    names = [f"large {trial} {number}" for number in range(16)]
    ties = [collaboration(names[0], other) for other in names[1:]]
    return change_set(*(organization(name, note=f"large {trial}") for name in names), *ties, key=f"large {trial}")


def write_and_die(server: Neo4jServer, trial: int, transactions: int, *, after: bool) -> None:
    """Write a large change set and be killed at one of its transactions: before it, or when it is done."""
    for module in (large, projection, versions):
        module.BATCH = 5
    with opened(server, most_at_once=4) as store:
        left, write = [transactions], store._sessions.write

        def counted(*arguments, **options):
            left[0] -= 1
            if left[0] == 0 and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            answer = write(*arguments, **options)
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return answer

        store._sessions.write = counted
        store.apply(large_set(trial))
    os._exit(0)


def kill_in_large(server: Neo4jServer, trial: int, transactions: int, *, after: bool) -> bool:
    """Whether the writer was killed rather than done before its time came."""
    child = FORK.Process(target=write_and_die, args=(server, trial, transactions), kwargs={"after": after})
    child.start()
    child.join()
    assert child.exitcode in (0, -signal.SIGKILL)
    return child.exitcode != 0


TRANSACTIONS = 15
"""A lease, seven batches, the publication, and then the graph."""


def test_a_large_change_set_killed_at_any_transaction_is_whole_or_absent_and_swept(
    empty_neo4j, neo4j_driver, direct, rng
) -> None:
    places = [(transactions, after) for transactions in range(1, TRANSACTIONS) for after in (False, True)]
    chosen = rng.sample(places, 8) if trials(0, 1) == 0 else places * 7
    seen = set()
    for trial, (transactions, after) in enumerate(chosen):
        if not kill_in_large(empty_neo4j, trial, transactions, after=after):
            continue
        visible = sum(1 for found in direct.records() if found.record.kind == "organization" and of(found, trial))
        assert visible in (0, 16)
        seen.add(visible)
        end_the_lease(direct)
        # Whoever writes next clears what was left.
        direct.apply(change_set(organization(f"after {trial}"), key=f"after {trial}"))
        assert left_over(neo4j_driver) == (0, False, False)
        assert direct.check() == []
        assert sum(1 for found in direct.records() if of(found, trial)) == visible
        assert direct.apply(large_set(trial)).repeated == bool(visible)
        assert sum(1 for found in direct.records() if of(found, trial)) == 16
    assert seen == {0, 16}
    assert direct.check() == []


def of(found, trial: int) -> bool:
    return found.record.note == f"large {trial}"


def left_over(driver) -> tuple[int, bool, bool]:
    """What the server holds of revisions nobody published; whether one is pending, and whether the graph is behind."""
    statement = """
        MATCH (s:Store)
        OPTIONAL MATCH (v:Version) WHERE v.revision > s.revision OR v.superseded > s.revision
        WITH s, count(v) AS unpublished
        RETURN unpublished, s.pending IS NOT NULL, s.projected < s.revision
    """
    return tuple(driver.execute_query(statement).records[0])


def test_while_a_killed_writer_keeps_its_turn_others_are_told_that_the_store_is_busy(empty_neo4j, direct) -> None:
    assert kill_in_large(empty_neo4j, 0, 4, after=True)
    with pytest.raises(StoreBusy):
        direct.apply(change_set(organization("ผู้อื่น")))
    assert list(direct.records()) == []
    end_the_lease(direct)
    assert direct.apply(change_set(organization("ผู้อื่น"))).revision == 1
