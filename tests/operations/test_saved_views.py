"""Views are saved for oneself, or shared with those who see as far and reach their provinces."""

from datetime import UTC, datetime

import pytest

from network_service.errors import StaleWrite, UnknownRecord, UsageError
from network_service.operations.saved_views import MOST_OWN, SavedView, remove_view, save_view, saved_views
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import HERE, THERE, who

NOW = datetime(2026, 10, 1, tzinfo=UTC)
MANAGER = who("network_manager")
VIEW = SavedView("ภาครัฐ", {"filters": {"sector": ["state"]}}, (HERE,))


@pytest.fixture
def application(tmp_path):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        yield store.application


def save(application, principal=MANAGER, name=VIEW.name, **fields):
    given = {"content": VIEW.content, "provinces": VIEW.provinces} | fields
    return save_view(principal, application, SavedView(name, **given), now=NOW)


def names(application, principal):
    return [one.name for one in saved_views(principal, application)]


def test_an_own_view_is_read_back_changed_and_removed(application):
    view = save(application)
    assert saved_views(MANAGER, application) == (view,)
    assert (view.name, view.content, view.owner, view.saved_at) == (VIEW.name, VIEW.content, MANAGER.name, NOW)
    again = save(application, name="ใหม่", id=view.id, version=view.version)
    assert names(application, MANAGER) == ["ใหม่"]
    for stale in (lambda: save(application, id=view.id, version=1), lambda: remove(application, again.id, 1)):
        with pytest.raises(StaleWrite):
            stale()
    remove(application, again.id, again.version)
    assert names(application, MANAGER) == []


def remove(application, view_id, version, principal=MANAGER):
    remove_view(principal, application, view_id, expected_version=version, now=NOW)


def test_a_shared_view_is_for_those_who_see_as_far_and_reach_its_provinces(application):
    save(application, shared=True)
    save(application, name="ของตน")
    save(application, who("member"), name="ของสมาชิก", shared=True)
    assert names(application, who("governors_office")) == ["ของสมาชิก", VIEW.name]
    assert names(application, who("member", "viewer")) == ["ของสมาชิก"]
    for other in (who("viewer"), who("researcher"), who("network_manager", "viewer", provinces=THERE)):
        assert names(application, other) == []


def test_nobody_changes_or_removes_anothers_view(application):
    view = save(application, shared=True)
    other = who("governors_office")
    with pytest.raises(UnknownRecord):
        save(application, other, id=view.id, version=1)
    with pytest.raises(UnknownRecord):
        remove(application, view.id, 1, other)


def test_a_view_of_a_province_out_of_reach_is_refused_and_so_is_what_is_too_much(application):
    with pytest.raises(UnknownRecord):
        save(application, provinces=(HERE, THERE))
    for fields in ({"name": " "}, {"name": "ก" * 501}, {"content": {"x": "ก" * 20_000}}):
        with pytest.raises(UsageError):
            save(application, **fields)
    for number in range(MOST_OWN):
        save(application, name=str(number))
    with pytest.raises(UsageError, match="too_many"):
        save(application)
