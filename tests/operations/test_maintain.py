"""Maintenance is for administrators of the whole store."""

from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role
from network_service.errors import NotPermitted
from network_service.operations.maintain import ask_maintenance, begin_maintenance, end_maintenance
from network_service.store.sqlite import SqliteStore
from tests.store.records import organization, put

ADMINISTRATOR = Principal("ผู้ดูแล", frozenset({Role.ADMINISTRATOR}))


def test_an_administrator_turns_it_on_and_another_off(tmp_path: Path):
    with SqliteStore.open(tmp_path / "x.sqlite") as store:
        began = begin_maintenance(ADMINISTRATOR, store)
        assert began.principal == "ผู้ดูแล"
        assert ask_maintenance(ADMINISTRATOR, store) == began
        assert end_maintenance(Principal("อีกคน", ADMINISTRATOR.roles), store) == began
        assert ask_maintenance(ADMINISTRATOR, store) is None


@pytest.mark.parametrize(
    "principal",
    [
        Principal("ก", frozenset(Role) - {Role.ADMINISTRATOR, Role.LOCAL_OPERATOR}),
        Principal("ข", frozenset({Role.ADMINISTRATOR}), frozenset({"TH-98"})),
    ],
)
def test_nobody_else_stops_the_work_of_all(tmp_path: Path, principal: Principal):
    with SqliteStore.open(tmp_path / "x.sqlite") as store:
        put(store, organization("ก"))
        for turn in (begin_maintenance, end_maintenance):
            with pytest.raises(NotPermitted):
                turn(principal, store)
        assert store.maintenance() is None
