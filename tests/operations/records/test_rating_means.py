"""Ratings are told as means over five raters and more."""

import pytest

from network_service.domain.kinds import record_from
from network_service.errors import NotPermitted, UnknownRecord
from network_service.operations.records.rating_means import rating_means
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import HERE, THERE, sights, who
from tests.store.records import node, put, uid

PERSON = node("person", "สมหญิง")


def rating(name, kind="trust", **fields):
    own = {"rater_sector": "state", "target_sector": "business"} if kind == "trust" else {"subject": PERSON.id}
    return record_from(
        {"id": uid(name), "kind": "rating", "province": HERE, "rating_kind": kind, **own, "survey_round": "1/2569"}
        | fields
    )


RATINGS = (
    rating("a", raters=5, mean=2.0),
    rating("b", raters=15, mean=4.0),
    rating("c", raters=4),
    rating("d", rater_sector="business", target_sector="state", raters=4),
    rating("e", "acceptance", raters=6, mean=3.5),
)


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "s.sqlite") as opened:
        put(opened, PERSON, *RATINGS)
        yield opened


def test_means_are_over_all_raters_of_a_cell_and_a_small_cell_is_left_out(store):
    eyes = sights(store.application)
    told = rating_means(who("network_manager"), store, HERE, eyes)
    assert [(one.rating_kind, one.rater_sector, one.raters, one.mean) for one in told] == [
        ("acceptance", None, 6, 3.5),
        ("trust", "state", 20, 3.5),
    ]
    assert PERSON.id not in repr(told)
    eyes.log.close()
    (entry,) = store.application.entries("read_log")
    assert set(entry.value[0][3]) == {one.id for one in RATINGS}


def test_they_are_for_officers_of_the_province(store):
    for role in ("viewer", "member", "researcher", "administrator"):
        with pytest.raises(NotPermitted):
            rating_means(who(role), store, HERE, sights(store.application))
    with pytest.raises(UnknownRecord):
        rating_means(who("network_manager", provinces=THERE), store, HERE, sights(store.application))
