"""All that changed together: nothing where nothing did, and every kind of change counts."""

from dataclasses import replace

import pytest

from network_service.analysis.change.structure import StructureChange, compare_structure
from network_service.domain.vocabulary import Layer
from tests.analysis.change.hand import say
from tests.process.hand import agreement


def change(*said: object, **told: object) -> StructureChange:
    before, after = say("g1 b1 k1", "g1-b1:2"), say(*said, **told)
    return compare_structure(before[0], after[0], before[1], after[1])


def test_the_same_network_is_no_change_whatever_the_day_and_revision():
    found = change("g1 b1 k1", "g1-b1:2", revision=7)
    assert found.is_empty
    assert found.compared.revisions == (1, 7)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("g1 b1 k1 k2", "g1-b1:2"), {}),
        (("g1 b1", "g1-b1:2"), {}),
        (("g1 b1 k1", "g1-b1:2"), {"sectors": {"k1": "state"}}),
        (("g1 b1 k1", "g1-b1:3"), {}),
        (("g1 b1 k1", "g1-b1:2 g1-b1@resource"), {}),
        (("g1 b1 k1", "g1-b1:2"), {"agreements": [agreement("m", "g1")]}),
    ],
)
def test_any_change_is_one(said: tuple[str, str], told: dict[str, object]):
    assert not change(*said, **told).is_empty


def test_the_layers_of_either_lens_are_told_apart():
    before, after = say("g1 b1", "g1-b1"), say("g1 b1", "g1-b1@resource")
    lens = after[0].lens.model_copy(update={"layers": (Layer.RESOURCE,)})
    found = compare_structure(before[0], replace(after[0], lens=lens), before[1], after[1])
    assert list(found.layers) == [Layer.COLLABORATION, Layer.RESOURCE, Layer.AGREEMENT]
    assert found.layers[Layer.COLLABORATION].sizes == (1, 0)
    assert found.layers[Layer.RESOURCE].sizes == (0, 1)
    assert found.compared.lens_differs == ("layers",)
