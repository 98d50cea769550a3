import numpy as np
import pytest

from network_service.analysis.example import eight_actors
from network_service.domain.vocabulary import Layer
from network_service.snapshot.content_hash import content_hash
from network_service.snapshot.model import LAYERS
from network_service.snapshot.with_tie import with_tie

B1, K2 = 1, 7
"""Two actors of the example who are not tied."""


def test_both_are_tied_once_without_direction_and_both_ways_with_it() -> None:
    before, after = eight_actors(), with_tie(eight_actors(), B1, K2)
    assert len(after.undirected) == len(before.undirected) + 1
    arcs = set(zip(after.directed.source.tolist(), after.directed.target.tolist(), strict=True))
    assert {(B1, K2), (K2, B1)} <= arcs
    assert len(after.directed) == len(before.directed) + 2


def test_its_strength_is_not_known_and_it_is_collaboration() -> None:
    ties = with_tie(eight_actors(), K2, B1).ties
    assert np.isnan(ties.strength[-2:]).all()
    assert {LAYERS[layer] for layer in ties.layer[-2:].tolist()} == {Layer.COLLABORATION}


def test_the_network_it_is_made_of_stays_as_it_was_and_the_hash_is_another() -> None:
    snapshot = eight_actors()
    made = with_tie(snapshot, B1, K2)
    assert snapshot.content_hash == content_hash(snapshot) == eight_actors().content_hash
    assert made.content_hash == content_hash(made) != snapshot.content_hash
    assert made.actors is snapshot.actors


@pytest.mark.parametrize(("one", "other"), [(1, 1), (-1, 2), (0, 8)])
def test_no_tie_to_oneself_or_to_nobody(one: int, other: int) -> None:
    with pytest.raises(ValueError, match="no tie between"):
        with_tie(eight_actors(), one, other)
