"""The bundle of all measures: complete, native, named in both languages, and saying how far it is."""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from network_service.analysis import unknown
from network_service.analysis.cutting import Stretches
from network_service.analysis.example import eight_actors
from network_service.analysis.measures import Measures, measure_all
from network_service.analysis.result import Method
from network_service.messages import LANGUAGES, messages_in
from tests.analysis.networks import network

NATIVE = {bool, int, float, str, tuple, type(None)}


def parts(value: object) -> Iterator[object]:
    """Everything in a result, down to the single values."""
    if isinstance(value, Stretches):
        yield from value
    elif is_dataclass(value):
        yield from (part for field in fields(value) for part in parts(getattr(value, field.name)))
    elif isinstance(value, Mapping):
        yield from (part for item in value.items() for part in parts(item))
    elif isinstance(value, tuple):
        yield from (part for item in value for part in parts(item))
    else:
        yield value


def methods(value: object) -> Iterator[Method]:
    if isinstance(value, Method):
        yield value
    elif is_dataclass(value):
        yield from (found for field in fields(value) for found in methods(getattr(value, field.name)))


@pytest.fixture(scope="module")
def measures() -> Measures:
    return measure_all(eight_actors())


def test_everything_is_a_native_value(measures: Measures) -> None:
    assert {type(part) for part in parts(measures)} <= NATIVE


def test_every_figure_says_how_it_was_made(measures: Measures) -> None:
    found = list(methods(measures))
    assert {method.snapshot_hash for method in found} == {eight_actors().content_hash}
    assert {method.network for method in found} == {"U", "D"}
    for method in found:
        assert method.definition
        assert method.normalisation
        assert method.engine in {"numpy", "igraph", "network_service"}
        assert method.engine_version


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_has_a_name_and_an_explanation(measures: Measures, language: str) -> None:
    words = messages_in(language)
    names = {method.measure for method in methods(measures)} | {field.name for field in fields(Measures)}
    for name in names | {"internal_density", "external_density"}:
        assert words.text(f"measure.{name}")
        assert words.text(f"measure.{name}.explained")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_told(language: str) -> None:
    reasons = [value for name, value in vars(unknown).items() if name.isupper()]
    assert len(reasons) > 4
    assert all(messages_in(language).text(reason) for reason in reasons)


def test_progress_names_each_measure_before_it_is_made() -> None:
    said: list[str] = []
    measure_all(eight_actors(), said.append)
    assert said == [f"measure.{field.name}" for field in fields(Measures)]


def test_values_of_actors_stand_under_the_names_of_their_measures(measures: Measures) -> None:
    assert list(measures.of_actors) == [
        "degree",
        "degree_count",
        "in_degree",
        "out_degree",
        "strength",
        "betweenness",
        "betweenness_weighted",
        "closeness",
        "closeness_weighted",
        "harmonic",
        "harmonic_weighted",
    ]
    assert all(len(measure.values) == 8 for measure in measures.of_actors.values())


def test_an_empty_network_is_measured_too() -> None:
    found = measure_all(network(0))
    assert all(measure.values == () and measure.reason is None for measure in found.of_actors.values())


def test_whoever_is_unknown_has_a_reason_and_nobody_else() -> None:
    for size in range(4):
        for name, measure in measure_all(network(size)).of_actors.items():
            assert (measure.reason is not None) == (None in measure.values), name


def test_the_cover_asked_of_strengths_reaches_the_weighted_measures() -> None:
    snapshot = network("abc", ["ab", "bc"], strengths=[3, None])
    assert measure_all(snapshot).betweenness_weighted.values == (None,) * 3
    found = measure_all(snapshot, minimum_cover=0.5)
    assert None not in found.betweenness_weighted.values
    assert None not in found.distances_weighted.harmonic.values
    assert None not in found.strength.values


def test_a_bundle_can_leave_the_process_that_made_it(measures: Measures) -> None:
    assert pickle.loads(pickle.dumps(measures)) == measures
