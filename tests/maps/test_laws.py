"""What holds for every map: nothing overlaps, nothing leaves the sheet, nothing is left to chance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.domain.vocabulary import Sector
from network_service.snapshot.model import Snapshot
from tests.maps import laws
from tests.maps.invented import absent, actor_id, drawn, isolate, province, snapshot, untied
from tests.trials import trials


@st.composite
def networks(draw: st.DrawFn) -> Snapshot:
    """Any small network: sectors known or not, any ties, any names."""
    sectors = draw(st.lists(st.sampled_from([*(sector.value for sector in Sector), None]), max_size=45))
    actors = st.integers(0, max(len(sectors) - 1, 0))
    pairs = draw(st.lists(st.tuples(actors, actors).filter(lambda pair: pair[0] != pair[1]), max_size=90))
    names = draw(st.lists(st.text(max_size=60), min_size=len(sectors), max_size=len(sectors)))
    return snapshot(sectors, pairs if len(sectors) > 1 else [], names=names)


def check(shown: Snapshot) -> None:
    """All laws of one map."""
    lonely = [isolate(shown, actor) for actor in range(min(3, len(shown.actors)))]
    model = drawn(shown, [untied("business", "community"), absent("academic"), *lonely]).model
    assert laws.touching_symbols(model) == []
    assert laws.outside_their_disc(model) == []
    assert laws.touching_discs(model) == []
    assert laws.off_the_sheet(model) == []
    assert laws.colliding_labels(model) == []
    assert laws.covering_badges(model) == []
    assert laws.colliding_headings(model) == []


@settings(max_examples=trials(25, 1_000))
@given(networks())
def test_nothing_overlaps_and_nothing_leaves_the_sheet(shown: Snapshot):
    check(shown)


@pytest.mark.parametrize(
    "shown",
    [
        snapshot([]),
        snapshot(["state"]),
        snapshot([None]),
        snapshot(["state", "business"], [(0, 1)]),
        snapshot(["state", "state"]),
        snapshot(["community"] * 90),
        snapshot([sector.value for sector in Sector] * 12),
        snapshot([*(sector.value for sector in Sector), None]),
        snapshot(["state"] * 150, [(0, other) for other in range(1, 150)]),
        province(150, isolates=6),
        province(600, isolates=20, unknown=0.05),
    ],
    ids=["none", "one", "one unknown", "two tied", "two apart", "only isolates", "isolates of all sectors",
         "one a sector", "a star", "150", "600"],
)  # fmt: skip
def test_the_laws_hold_for(shown: Snapshot):
    check(shown)


def test_the_same_seed_gives_the_same_picture():
    shown = province(80, isolates=3)
    assert drawn(shown) == drawn(shown)


def test_another_seed_gives_another_picture():
    shown = province(80)
    assert drawn(shown, seed=1).positions != drawn(shown, seed=2).positions


@settings(max_examples=trials(10, 300))
@given(networks())
def test_stored_positions_are_kept_to_the_last_digit(shown: Snapshot):
    first = drawn(shown)
    again = drawn(shown, positions=first.positions)
    assert again.positions == first.positions


def test_a_new_actor_moves_nobody_and_stands_near_those_it_is_tied_to():
    sectors = ["state"] * 30 + ["business"] * 20
    pairs = [(actor, (actor * 7 + 1) % 30) for actor in range(30) if actor != (actor * 7 + 1) % 30] + [(30, 0), (31, 1)]
    before = drawn(snapshot(sectors, pairs))
    after = drawn(snapshot([*sectors, "state"], [*pairs, (50, 4), (50, 9)]), positions=before.positions)
    kept = {actor: place for actor, place in before.positions.items() if ":" not in actor}
    assert {actor: after.positions[actor] for actor in kept} == kept
    new, four, nine = (after.positions[actor_id(n)] for n in (50, 4, 9))
    middle = ((four[0] + nine[0]) / 2, (four[1] + nine[1]) / 2)
    others = [after.positions[actor_id(n)] for n in range(30)]
    nearer = sum(abs(complex(*place) - complex(*middle)) < abs(complex(*new) - complex(*middle)) for place in others)
    assert nearer <= 10  # of 30
    assert laws.touching_symbols(after.model) == []
    assert laws.outside_their_disc(after.model) == []


def test_an_actor_that_changed_its_sector_moves_into_the_new_disc():
    before = drawn(snapshot(["state"] * 10 + ["business"] * 10))
    after = drawn(snapshot(["business"] + ["state"] * 9 + ["business"] * 10), positions=before.positions)
    assert after.positions[actor_id(0)] != before.positions[actor_id(0)]
    assert after.positions[actor_id(1)] == before.positions[actor_id(1)]
    assert laws.outside_their_disc(after.model) == []


def test_a_sector_that_joins_later_finds_room_and_nobody_moves():
    before = drawn(snapshot(["state"] * 10 + ["business"] * 10))
    after = drawn(snapshot(["state"] * 10 + ["business"] * 10 + ["political"] * 3), positions=before.positions)
    assert {after.positions[actor_id(n)] == before.positions[actor_id(n)] for n in range(20)} == {True}
    assert "political" in {hull.group for hull in after.model.hulls}
    assert laws.touching_discs(after.model) == []


def test_a_disc_keeps_its_members_when_many_join():
    before = drawn(snapshot(["state"] * 40 + ["business"] * 40))
    after = drawn(snapshot(["state"] * 40 + ["business"] * 40 + ["state"] * 30), positions=before.positions)
    assert laws.touching_symbols(after.model) == []
    assert laws.outside_their_disc(after.model) == []
    assert laws.touching_discs(after.model) == []
