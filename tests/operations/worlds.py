"""Two provinces with something of every sort in each, and what is asked about them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from network_service.domain.principal import Principal
from network_service.operations.finding_life.follow_findings import follow_findings
from network_service.operations.merge_records import merge_records
from network_service.operations.proposals.propose_change import propose_change
from network_service.operations.saved_views import SavedView, save_view
from network_service.store.sqlite.store import SqliteStore
from tests.operations.calls import DAY, FINDING, NOW, Target, World
from tests.operations.who import HERE, THERE, sights, who
from tests.store.records import node, put, tie, uid

EMPTY, NOWHERE = "TH-95", "TH-96"
"""A province within reach of which the store has nothing, and one out of reach."""
SECRET = "secret of "
"""Begins every name in the two provinces; the province comes after it."""
_OPERATOR = who("local_operator", provinces=None)


def asking(role: str, *, everywhere: bool = False) -> Principal:
    """One of a role who reaches `HERE` and `EMPTY`, with the person there as the own record."""
    base = who(role, own_record=_person(HERE))
    return Principal(role, base.roles, None if everywhere else frozenset({HERE, EMPTY}), base.own_record)


def missing(province: str) -> Target:
    """What nobody has ever heard of, of a province."""
    ids = [uid(f"missing {number}") for number in range(6)]
    return Target(province, ids[0], ids[1], ids[2], ids[3], 999, ids[4], ids[5])


def prepare(path: Path) -> dict[str, Target]:
    """Write the two provinces to a new store; what there is to ask about in each."""
    with SqliteStore.open(path) as store:
        return {province: _province(store, province) for province in (HERE, THERE)}


@contextmanager
def world(prepared: Path, folder: Path) -> Iterator[World]:
    """A copy of a prepared store, of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(prepared, folder / "network.sqlite")
    with SqliteStore.open(folder / "network.sqlite") as store:
        yield World(store, folder)


def _person(province: str) -> str:
    return uid(f"{SECRET}{province} person")


def _province(store: SqliteStore, province: str) -> Target:
    def named(what: str) -> str:
        return f"{SECRET}{province} {what}"

    actors = [node("group", named(what), province=province, note=named("note")) for what in ("a", "b", "c", "d")]
    person = node("person", named("person"), province=province, note=named("note"))
    network = node("province_network", named("network"), province=province)
    revision = put(
        store,
        network,
        person,
        *actors,
        tie("collaborates_with", named("a"), named("b"), province=province),
        tie("belongs_to", named("person"), named("a"), province=province),
    ).revision
    merge_records(_OPERATOR, store, actors[2].id, actors[3].id)
    # Whoever proposes is called as the roles of the matrix are, so that the one of this province is the member's own.
    member = Principal("member" if province == HERE else "somebody", who("member").roles, None, person.id)
    records, eyes = store.application, sights(store.application)
    fields = {"nickname": named("proposal")}
    proposal = propose_change(member, store, records, fields, eyes, expected_version=1, now=NOW)
    owner = Principal("member" if province == HERE else "somebody", who("local_operator").roles)
    view = save_view(owner, records, SavedView(named("view"), {}, (province,), shared=True), now=NOW)
    follow_findings(_OPERATOR, records, province, [FINDING], revision=revision, day=DAY, now=NOW)
    return Target(
        province,
        actors[0].id,
        actors[1].id,
        person.id,
        actors[2].id,
        revision,
        proposal.id,
        view.id,
    )
