"""The affairs are the same whichever store holds the network."""

from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path

from examples.sample_province.build import sample_records
from network_service.domain.lens import Lens
from network_service.domain.record import Record, Tie
from network_service.domain.references import references_of
from network_service.snapshot.affairs.build import build_affairs
from network_service.store.change import Change, ChangeSet
from network_service.store.neo4j import Credentials, Neo4jStore
from tests.neo4j_server.server import Neo4jServer
from tests.snapshot.records import PROVINCE, node, store_with, tie

LENS = Lens(as_of=date(2026, 10, 1), provinces=(PROVINCE,))


OF_EACH_KIND = 8
"""Records of each kind that are enough for every branch of the reading; the whole sample takes half a minute."""


def a_part_of_the_sample() -> list[Record]:
    """The first records of each kind, and whatever they name, nodes first."""
    records = {record.id: record for record in sample_records()}
    kinds = Counter[str]()
    wanted = []
    for record in records.values():
        kinds[record.kind] += 1
        if kinds[record.kind] <= OF_EACH_KIND:
            wanted.append(record.id)
    taken = set(wanted)
    while wanted:
        named = {one.id for one in references_of(records[wanted.pop()])} - taken
        taken |= named
        wanted += sorted(named)
    return sorted((records[one] for one in taken), key=lambda record: (isinstance(record, Tie), record.id))


def test_a_part_of_the_sample_has_the_same_affairs_in_both(tmp_path: Path, empty_neo4j: Neo4jServer) -> None:
    until = {"valid_to": date(2026, 3, 1)}
    one, other, over = (
        node("group", "ก"),
        node("group", "ข"),
        node("issue", "จบแล้ว", decided_on=date(2026, 1, 5), **until),
    )
    ended = tie("shares_resource", one, other, resource_kind="place", **until)
    # The sample has no issue, plan or flow that has ended.
    records = [one, other, over, *a_part_of_the_sample(), ended]
    with store_with(tmp_path, *records) as file:
        expected = build_affairs(file, LENS)
    with Neo4jStore.open(empty_neo4j.uri, Credentials(empty_neo4j.user, empty_neo4j.password)) as server:
        server.apply(ChangeSet("test", "import", tuple(Change(record, 0) for record in records)))
        assert build_affairs(server, LENS) == expected
    told = {field.name: getattr(expected, field.name) for field in fields(expected)}
    assert all(rows for rows in told.values() if isinstance(rows, tuple)), "there is something of everything"
