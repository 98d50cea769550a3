"""Laws of merging over whole networks: nothing is lost, and the merge can be taken back."""

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from network_service.documents.json_export import write_json
from network_service.documents.workbook_export import write_workbook
from network_service.domain.principal import local_operator
from network_service.domain.record import Record, Tie
from network_service.domain.references import references_of
from network_service.domain.ties import GROUPS
from network_service.errors import InputError
from network_service.ingest.reading import read_file
from network_service.operations.merge_records import merge_records
from network_service.operations.unmerge_records import unmerge_records
from network_service.store.change import Change, ChangeSet
from network_service.store.sqlite.store import SqliteStore
from tests.domain.strategies import PROVINCE, networks
from tests.trials import trials

USER = local_operator("tester")


def state(store):
    return {found.record.id: found.record for found in store.records()}


def mergeable(one: Record, other: Record) -> bool:
    alike = one.kind == other.kind or {one.kind, other.kind} <= GROUPS
    return alike and one.id != other.id and not isinstance(one, Tie) and one.kind != "province_network"


LAW = settings(
    max_examples=trials(15, 400),
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@given(records=networks(), data=st.data())
@LAW
def test_merge_then_unmerge_is_no_change_and_between_the_two_all_is_whole(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record], data: st.DataObject
):
    pairs = [(one, other) for one in records for other in records if mergeable(one, other)]
    assume(pairs)
    gone, kept = data.draw(st.sampled_from(pairs))
    folder = tmp_path_factory.mktemp("merge")
    with SqliteStore.open(folder / "store.sqlite") as store:
        store.apply(ChangeSet("os:t", "import", tuple(Change(record, 0) for record in records)))
        before = state(store)
        try:
            merge_records(USER, store, gone.id, kept.id)
        except InputError as error:
            refused = error.code
        else:
            refused = None
        if refused:
            assert refused in ("merge.kind_needed", "merge.circle", "merge.contradicts")
            assert state(store) == before
            return
        after = state(store)
        named = {one.id for record in after.values() if record.id != gone.id for one in references_of(record)}
        assert gone.id not in named
        assert named <= after.keys()
        assert store.check() == []
        comes_and_goes_by_file(folder, after)
        assert unmerge_records(USER, store, gone.id).conflicts == ()
        assert state(store) == before
        assert store.check() == []


def comes_and_goes_by_file(folder, records):
    """An export carries merged records, into an empty store and into the one that it came from."""
    write_json(folder / "network.json", records.values(), PROVINCE)
    write_workbook(folder / "network.xlsx", records.values(), "th")
    for path in (folder / "network.json", folder / "network.xlsx"):
        for known in ({}, records):
            imported = read_file(path).assemble(known)
            assert imported.faults == ()
            assert {record.id: record for record in imported.records} == records
