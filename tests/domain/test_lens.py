"""A lens says which network is meant, in one form."""

from datetime import date

import pytest
from pydantic import ValidationError

from network_service.domain.lens import HEADLINE_LAYERS, Lens
from network_service.domain.vocabulary import ActorLevel, Layer


def test_the_headline_lens_shows_groups_and_organisations_in_three_layers():
    lens = Lens(as_of=date(2026, 10, 1), provinces=("TH-98",))
    assert lens.levels == (ActorLevel.GROUP, ActorLevel.ORGANIZATION)
    assert lens.layers == HEADLINE_LAYERS
    assert Layer.LARGE_AGREEMENT not in lens.layers


def test_the_order_in_which_a_lens_is_written_does_not_matter():
    one = Lens(as_of=date(2026, 10, 1), provinces=("TH-98", "TH-97"), layers=(Layer.AGREEMENT, Layer.COLLABORATION))
    other = Lens(as_of=date(2026, 10, 1), provinces=("TH-97", "TH-98"), layers=(Layer.COLLABORATION, Layer.AGREEMENT))
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(
    "wrong", [{"provinces": ()}, {"minimum_strength": 6}, {"provinces": ("98",)}, {"revision": -1}]
)
def test_a_lens_that_means_nothing_is_refused(wrong: dict[str, object]):
    with pytest.raises(ValidationError):
        Lens.model_validate({"as_of": date(2026, 10, 1), "provinces": ("TH-98",), **wrong})
