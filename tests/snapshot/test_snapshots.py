"""A snapshot already loaded is found again by lens and revision."""

from pathlib import Path

from network_service.domain.lens import Lens
from network_service.snapshot.snapshots import Snapshots
from network_service.store.change import Change, ChangeSet
from tests.snapshot.records import DAY, PROVINCE, a_network, members, node, store_with

NET = a_network()
A, B = node("organization", "ก"), node("organization", "ข")
LENS = Lens(as_of=DAY, provinces=(PROVINCE,))


def test_the_same_lens_at_the_same_revision_is_loaded_once(tmp_path: Path):
    with store_with(tmp_path, NET, A, *members(NET, A)) as store:
        snapshots = Snapshots(store)
        first = snapshots.through(LENS)
        assert snapshots.through(LENS) is first
        assert snapshots.through(LENS.model_copy(update={"revision": store.revision()})) is first


def test_a_write_is_seen_by_the_next_look(tmp_path: Path):
    with store_with(tmp_path, NET, A, *members(NET, A)) as store:
        snapshots = Snapshots(store)
        first = snapshots.through(LENS)
        store.apply(ChangeSet("test", "import", (Change(B, 0), Change(members(NET, B)[0], 0))))
        second = snapshots.through(LENS)
        assert len(second.actors) == len(first.actors) + 1


def test_no_more_snapshots_are_kept_than_asked_for(tmp_path: Path):
    with store_with(tmp_path, NET, A, *members(NET, A)) as store:
        snapshots = Snapshots(store, kept=1)
        first = snapshots.through(LENS)
        snapshots.through(LENS.model_copy(update={"minimum_strength": 2}))
        assert snapshots.through(LENS) is not first
