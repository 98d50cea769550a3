"""Sixteen writers that touch the same records in crossed order: none waits for ever, no update is lost."""

from __future__ import annotations

import threading

from network_service.errors import StaleWrite
from network_service.store.change import Change, ChangeSet
from network_service.store.neo4j import Neo4jStore
from tests.store.neo4j.test_cut_connections import warm_up
from tests.store.records import change_set, changed, organization
from tests.trials import trials

WRITERS = 16
ONE, OTHER = organization("หนึ่ง", note="0"), organization("อื่น", note="0")


def count_up(store: Neo4jStore, order: tuple[str, str], rounds: int) -> None:
    """Add one to both records, so many times, each time on top of what was seen."""
    done = 0
    while done < rounds:
        seen = store.get_many(order)
        more = [changed(seen[one].record, note=str(int(seen[one].record.note) + 1)) for one in order]
        changes = tuple(Change(record, seen[record.id].version) for record in more)
        try:
            store.apply(ChangeSet("os:tester", "test", changes))
            done += 1
        except StaleWrite:
            continue


def test_no_update_is_lost_and_no_error_but_an_old_version_reaches_a_writer(open_store, direct) -> None:
    warm_up(direct)
    direct.apply(change_set(ONE, OTHER))
    rounds = trials(1, 20)
    stores = [open_store() for _ in range(2)]  # two offices with eight writers each
    failed: list[BaseException] = []

    def write(number: int) -> None:
        order = (ONE.id, OTHER.id) if number % 2 else (OTHER.id, ONE.id)
        try:
            count_up(stores[number % len(stores)], order, rounds)
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    found = direct.get_many([ONE.id, OTHER.id])
    assert [found[one.id].record.note for one in (ONE, OTHER)] == [str(WRITERS * rounds)] * 2
    assert [found[one.id].version for one in (ONE, OTHER)] == [WRITERS * rounds + 1] * 2
    assert direct.revision() == WRITERS * rounds + 2
    assert direct.check() == []
