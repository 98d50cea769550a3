"""What became of each tie, of the whole network and of its layers."""

import pytest
from hypothesis import given

from network_service.analysis.change.ties import TieMove, compare_ties
from network_service.domain.vocabulary import Layer
from network_service.snapshot.model import Snapshot
from tests.analysis.change.hand import shown
from tests.findings.networks import networks

ACTORS = "b1 g1 k1"


def moves(before: str, after: str, layer: Layer | None = None) -> list[tuple[str, TieMove, float | None, float | None]]:
    found = compare_ties(shown(ACTORS, before), shown(ACTORS, after), layer)
    return [("-".join(one.ends), one.move, one.before, one.after) for one in found.changes]


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        ("", "g1-b1:2", (TieMove.MADE, None, 2.0)),
        ("g1-b1:2", "", (TieMove.ENDED, 2.0, None)),
        ("g1-b1:2", "g1-b1:3", (TieMove.STRENGTHENED, 2.0, 3.0)),
        ("g1-b1:3", "g1-b1:2", (TieMove.WEAKENED, 3.0, 2.0)),
        ("g1-b1", "g1-b1:2", (TieMove.STRENGTH_LEARNT, None, 2.0)),
        ("g1-b1:2", "g1-b1", (TieMove.STRENGTH_LOST, 2.0, None)),
    ],
)
def test_each_move_is_told_with_the_strengths(before: str, after: str, move: tuple[object, ...]):
    assert moves(before, after) == [("b1-g1", *move)]


@pytest.mark.parametrize("tie", ["g1-b1:2", "b1-g1:2", "g1-b1:2 b1-g1:1", "g1-b1:2 g1-b1@agreement"])
def test_direction_weaker_parallels_and_other_layers_leave_a_tie_as_it_is(tie: str):
    assert moves("g1-b1:2", tie) == []


def test_a_tie_that_goes_on_in_another_layer_is_the_same_tie_and_ends_in_its_layer():
    before, after = "g1-b1@resource", "g1-b1@agreement"
    assert moves(before, after) == []
    assert moves(before, after, Layer.RESOURCE) == [("b1-g1", TieMove.ENDED, None, None)]
    assert moves(before, after, Layer.AGREEMENT) == [("b1-g1", TieMove.MADE, None, None)]
    assert moves(before, after, Layer.COLLABORATION) == []


def test_ties_that_follow_from_who_joined_or_left_are_marked():
    found = compare_ties(shown("b1 g1 k1", "g1-b1 g1-k1"), shown("a1 b1 g1", "g1-a1 a1-b1"))
    assert {("-".join(one.ends), one.move, one.with_member) for one in found.changes} == {
        ("b1-g1", TieMove.ENDED, False),
        ("g1-k1", TieMove.ENDED, True),
        ("a1-g1", TieMove.MADE, True),
        ("a1-b1", TieMove.MADE, True),
    }
    assert found.sizes == (2, 2)


def test_a_tie_is_told_by_the_later_names_of_its_ends():
    (one,) = compare_ties(shown("b1 g1", "g1-b1"), shown("b1 g1", names={"b1": "ใหม่"})).changes
    assert one.names == ("ใหม่", "G1")


@given(networks(), networks())
def test_read_backwards_what_was_made_has_ended_and_the_numbers_add_up(before: Snapshot, after: Snapshot):
    forth, back = compare_ties(before, after), compare_ties(after, before)
    assert [one.ends for one in forth.of(TieMove.MADE)] == [one.ends for one in back.of(TieMove.ENDED)]
    assert [one.ends for one in forth.of(TieMove.ENDED)] == [one.ends for one in back.of(TieMove.MADE)]
    made, ended = len(forth.of(TieMove.MADE)), len(forth.of(TieMove.ENDED))
    assert forth.sizes == (len(before.undirected), len(after.undirected)) == (back.sizes[1], back.sizes[0])
    assert forth.sizes[1] - forth.sizes[0] == made - ended
    assert compare_ties(before, before).changes == ()
