"""Every store answers as the embedded one does, whatever the way in which the records came into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.provinces import SHAPES, province_records
from examples.sample_province import sample_records
from network_service.domain.record import Record, Tie
from network_service.store.base import Store
from network_service.store.change import Change, ChangeSet, Removal
from tests.store.contract.conftest import StoppedClock, open_sqlite
from tests.store.contract.queries.parity import assert_same_answers
from tests.store.contract.queries.random_network import random_network
from tests.store.records import DAY, PROVINCE, changed, put
from tests.trials import trials


@pytest.fixture
def embedded(tmp_path: Path, clock: StoppedClock) -> Iterator[Store]:
    with open_sqlite(tmp_path, "embedded", clock) as opened:
        yield opened


def write(store: Store, records: list[Record]) -> None:
    store.apply(ChangeSet("os:tester", "test", tuple(Change(record, 0) for record in records)))


def write_by_the_way(store: Store, records: list[Record]) -> None:
    """The same records in the end: some first written otherwise, one there for a while, the last ones first."""
    nodes = [record for record in records if not isinstance(record, Tie)]
    ties = [record for record in records if isinstance(record, Tie)]
    put(store, *(changed(record, note="แต่ก่อน", valid_from=None, valid_to=None) for record in reversed(nodes)))
    put(store, *reversed(ties))
    gone = ties[0].model_copy(update={"id": "00000000-0000-4000-8000-000000000000"})
    put(store, gone)
    put(store, *nodes)
    store.apply(ChangeSet("os:tester", "test", (), removals=(Removal(gone.id, 1),)))


@pytest.mark.parametrize("seed", range(trials(2, 40)))
def test_random_networks_give_the_same_answers(embedded: Store, store: Store, seed: int) -> None:
    records = random_network(seed)
    write(embedded, records)
    write_by_the_way(store, records)
    assert assert_same_answers(embedded, store, records, PROVINCE, DAY) > 100


def test_the_sample_province_gives_the_same_answers(embedded: Store, store: Store) -> None:
    records = list(sample_records())
    write(embedded, records)
    write_by_the_way(store, records)
    assert assert_same_answers(embedded, store, records, records[0].province, DAY) > 1_000


@pytest.mark.parametrize("province", sorted(SHAPES)[: trials(1, len(SHAPES))])
def test_the_other_sample_provinces_give_the_same_answers(embedded: Store, store: Store, province: str) -> None:
    records = province_records(SHAPES[province])
    write(embedded, records)
    write_by_the_way(store, records)
    assert assert_same_answers(embedded, store, records, province, DAY) > 100
