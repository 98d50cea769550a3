"""The invented provinces come into a store as a year of files: one revision each, once, never over other records."""

from pathlib import Path

import pytest

from examples.sample_province import sample_records
from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted, UsageError
from network_service.operations.load_sample import load_sample
from network_service.operations.undo_change_set import undo_change_set
from network_service.store.sqlite.store import SqliteStore
from tests.snapshot.records import a_network, store_with

USER = local_operator("tester")


def test_each_file_is_one_revision_and_the_last_leaves_the_sample_itself(tmp_path: Path):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        (loaded,) = load_sample(USER, store, ["th-98"])
        assert (loaded.province, loaded.files, store.revision()) == ("TH-98", 12, 12)
        assert {found.record.id: found.record for found in store.records()} == {one.id: one for one in sample_records()}
        (again,) = load_sample(USER, store, ["TH-98"])
        assert (again.files, again.written, store.revision()) == (0, 0, 12)


def test_a_province_whose_import_was_undone_can_be_loaded_again(tmp_path: Path):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        (first,) = load_sample(USER, store, ["TH-97"])
        before = {found.record.id: found.record for found in store.records()}
        undo_change_set(USER, store, "1")
        assert store.provinces() == ()
        (again,) = load_sample(USER, store, ["TH-97"])
        assert (again.files, again.written) == (first.files, first.written) == (1, len(before))
        assert {found.record.id: found.record for found in store.records()} == before


def test_several_provinces_stand_beside_one_another(tmp_path: Path):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        loaded = load_sample(USER, store, ["TH-97", "TH-01", "TH-97"])
        assert [one.province for one in loaded] == ["TH-97", "TH-01"]
        assert set(store.provinces()) == {"TH-01", "TH-97"}


def test_records_from_elsewhere_are_never_overwritten(tmp_path: Path):
    with store_with(tmp_path, a_network()) as store:
        with pytest.raises(UsageError, match=r"sample\.province_taken"):
            load_sample(USER, store, ["TH-97", "TH-98"])
        assert store.revision() == 1


def test_only_what_comes_with_the_program_can_be_loaded_and_only_within_reach(tmp_path: Path):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        with pytest.raises(UsageError, match=r"sample\.unknown_province"):
            load_sample(USER, store, ["TH-10"])
        manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
        with pytest.raises(NotPermitted, match=r"access\.province"):
            load_sample(manager, store, ["TH-98"])
        assert store.revision() == 0
