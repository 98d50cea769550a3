"""Paths between two actors: never longer than four steps, each once, whatever else there is."""

from itertools import pairwise

import pytest

from tests.store.contract.queries.asking import picked, rows
from tests.store.records import DAY, ELSEWHERE, collaboration, node, organization, put, tie, uid


def chain(store, *, frequency=4):
    """ก - ข - ค - ง - จ - ฉ in a row, ก - ค by an agreement, ข - ง by a resource, and parallel ties between ก and ข."""
    names = ("ก", "ข", "ค", "ง", "จ", "ฉ")
    put(
        store,
        *(organization(name) for name in names),
        node("agreement", "น้ำ", agreement_kind="mou"),
        *(collaboration(one, other, frequency=frequency) for one, other in pairwise(names)),
        collaboration("ข", "ก", frequency=1),
        *(tie("party_to", name, "น้ำ") for name in ("ก", "ค")),
        tie("shares_resource", "ง", "ข", resource_kind="place"),
    )


def paths(store, one, other, steps=4):
    return picked(store, "actors/find_paths", "steps", "names", actor=uid(one), other=uid(other), steps=steps)


def test_every_path_is_found_once_the_shortest_first(store):
    chain(store)
    found = paths(store, "ก", "ง")
    assert found[0] == (2, "ก → ข → ง")
    assert sorted(found[1:]) == [
        (3, "ก → ข → ค → ง"),
        (3, "ก → น้ำ → ค → ง"),
        (4, "ก → น้ำ → ค → ข → ง"),
    ]
    assert [steps for steps, _ in found] == [2, 3, 3, 4]
    backwards = paths(store, "ง", "ก")
    assert sorted(names.split(" → ")[::-1] for _, names in backwards) == sorted(
        names.split(" → ") for _, names in found
    )


@pytest.mark.parametrize(("steps", "count"), [(0, 0), (1, 0), (2, 1), (3, 3), (4, 4), (9, 4)])
def test_paths_are_as_long_as_asked_and_never_longer_than_four(store, steps, count):
    chain(store)
    assert len(paths(store, "ก", "ง", steps)) == count


def test_a_path_names_the_ids_of_its_stops(store):
    chain(store)
    (row,) = rows(store, "actors/find_paths", actor=uid("จ"), other=uid("ฉ"), steps=1)
    assert row == (1, f"{uid('จ')} {uid('ฉ')}", "จ → ฉ")


def test_there_is_no_path_to_oneself_to_another_province_or_through_what_has_ended(store):
    chain(store)
    put(store, organization("ปลาย"), organization("อดีต", valid_to=DAY))
    put(store, collaboration("ฉ", "อดีต"), collaboration("อดีต", "ปลาย"))
    assert paths(store, "ก", "ก") == []
    assert paths(store, "ฉ", "ปลาย") == []
    assert rows(store, "actors/find_paths", actor=uid("ก"), other=uid("ข"), steps=4, province=ELSEWHERE) == []


def strong(store, one, other, frequency=4):
    asked = {"actor": uid(one), "other": uid(other), "frequency": frequency}
    return picked(store, "actors/find_strong_paths", "steps", "names", **asked)


def test_strong_paths_are_all_of_the_shortest_over_strong_collaboration_only(store):
    chain(store)
    assert strong(store, "ก", "ง") == [(3, "ก → ข → ค → ง")], "neither resources nor agreements have a strength"
    put(store, collaboration("ก", "ค", frequency=5), collaboration("ค", "ก", frequency=5))
    assert strong(store, "ก", "ง") == [(2, "ก → ค → ง")]
    assert strong(store, "ก", "ง", 5) == []
    put(store, collaboration("ข", "ง", frequency=4))
    assert sorted(strong(store, "ก", "ง")) == [(2, "ก → ข → ง"), (2, "ก → ค → ง")]


def test_a_strong_path_of_four_steps_is_found_and_one_of_five_is_not(store):
    chain(store)
    assert strong(store, "ก", "จ") == [(4, "ก → ข → ค → ง → จ")]
    assert strong(store, "ก", "ฉ") == []
    assert strong(store, "ก", "ก") == []


def test_a_tie_of_unknown_frequency_is_not_strong(store):
    put(store, organization("ก"), organization("ข"), collaboration("ก", "ข"))
    assert strong(store, "ก", "ข", 1) == []
