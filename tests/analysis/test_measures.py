"""The bundle of all measures: complete, native, named in both languages, and saying how far it is."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, is_dataclass
from functools import cached_property

import pytest

from network_service.analysis import unknown
from network_service.analysis.cutting import Stretches
from network_service.analysis.example import eight_actors_on_bodies
from network_service.analysis.kept import MeasureOptions
from network_service.analysis.measures import Measures
from network_service.analysis.measures_of_actors import LONGEST
from network_service.analysis.result import Method
from network_service.messages import LANGUAGES, messages_in
from tests.analysis.networks import network

NATIVE = {bool, int, float, str, tuple, type(None)}
KEPT = [name for name in dir(Measures) if isinstance(getattr(Measures, name), cached_property)]
"""The measures that are computed, each once."""


def results(measures: Measures) -> dict[str, object]:
    return {name: getattr(measures, name) for name in KEPT}


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
    elif isinstance(value, Mapping):
        yield from (found for one in value.values() for found in methods(one))
    elif is_dataclass(value):
        yield from (found for field in fields(value) for found in methods(getattr(value, field.name)))


@pytest.fixture(scope="module")
def measures() -> Measures:
    return Measures(eight_actors_on_bodies())


def test_everything_is_a_native_value(measures: Measures) -> None:
    assert {type(part) for part in parts(results(measures))} <= NATIVE


def test_every_figure_says_how_it_was_made(measures: Measures) -> None:
    found = list(methods(results(measures)))
    assert {method.snapshot_hash for method in found} == {eight_actors_on_bodies().content_hash}
    assert {method.network for method in found} == {"U", "D", "actors", "seats"}
    for method in found:
        assert method.definition
        assert method.normalisation
        assert method.engine in {"numpy", "igraph", "network_service"}
        assert method.engine_version


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_has_a_name_and_an_explanation(measures: Measures, language: str) -> None:
    words = messages_in(language)
    names = {method.measure for method in methods(results(measures))}
    for name in names | {"internal_density", "external_density"}:
        assert words.text(f"measure.{name}")
        assert words.text(f"measure.{name}.explained")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_told(language: str) -> None:
    reasons = [value for name, value in vars(unknown).items() if name.isupper()]
    assert len(reasons) > 4
    assert all(messages_in(language).text(reason) for reason in reasons)


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_names_each_measure_once_before_it_is_made(language: str) -> None:
    said: list[str] = []
    measures = Measures(eight_actors_on_bodies(), tell=said.append)
    assert said == []
    for _ in range(2):
        results(measures)
    assert len(said) == len(set(said)) == len(KEPT)
    assert all(messages_in(language).text(code) for code in said)


def test_what_is_not_asked_for_is_not_computed() -> None:
    said: list[str] = []
    assert Measures(eight_actors_on_bodies(), tell=said.append).density.value is not None
    assert said == ["measure.density"]


def test_values_stand_under_the_names_of_their_measures(measures: Measures) -> None:
    assert {"degree", "betweenness_weighted", "reach_2", "constraint", "katz", "two_mode_degree"} <= set(
        measures.of_actors
    )
    assert all(len(measure.values) == 8 for measure in measures.of_actors.values())
    assert all(len(measure.values) == 9 for measure in measures.of_ties.values())
    figures = measures.of_network
    assert figures["degree_centralisation"].value == pytest.approx(1 / 3)
    assert figures["betweenness_centralisation"].value == pytest.approx(0.346939, abs=1e-6)
    assert figures["iqv"].value == pytest.approx(0.976563, abs=1e-6)


def test_an_empty_network_is_measured_too() -> None:
    found = Measures(network(0))
    assert all(measure.values == () and measure.reason is None for measure in found.of_actors.values())
    assert all((figure.value is None) == (figure.reason is not None) for figure in found.of_network.values())


def test_whoever_is_unknown_has_a_reason_and_nobody_else() -> None:
    for size in range(4):
        for name, measure in Measures(network(size)).of_actors.items():
            assert (measure.reason is not None) == (None in measure.values), name


def test_the_options_reach_the_measures() -> None:
    snapshot = network("abc", ["ab", "bc"], strengths=[3, None])
    assert Measures(snapshot).betweenness_weighted.values == (None,) * 3
    found = Measures(snapshot, MeasureOptions(minimum_cover=0.5))
    assert None not in found.betweenness_weighted.values
    assert None not in found.distances_weighted.harmonic.values
    assert None not in found.strength.values
    assert Measures(snapshot, MeasureOptions(seed=7)).communities.method.seed == 7
    asked = frozenset({"state", "business", "academic"})
    required = Measures(eight_actors_on_bodies(), MeasureOptions(required_sectors=asked | {"citizen"})).iqv
    assert required.actors["citizen"] == 0


def test_two_processes_give_the_same_figures(measures: Measures) -> None:
    with ProcessPoolExecutor(2) as executor:
        split = Measures(eight_actors_on_bodies(), executor=executor)
        assert split.of_actors == measures.of_actors
        assert split.of_ties == measures.of_ties


def test_what_is_computed_ahead_in_other_processes_is_the_same(
    measures: Measures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("network_service.analysis.kept._WORTH_A_PROCESS", 0)
    with ProcessPoolExecutor(2) as executor:
        ahead = Measures(eight_actors_on_bodies(), executor=executor)
        ahead.start(*LONGEST)
        assert set(ahead.coming) == set(LONGEST)
        assert ahead.of_actors == measures.of_actors
        assert ahead.of_ties == measures.of_ties
        assert not ahead.coming


def test_small_networks_and_those_without_other_processes_are_not_computed_ahead() -> None:
    alone = Measures(eight_actors_on_bodies())
    alone.start(*LONGEST)
    with ProcessPoolExecutor(1) as executor:
        small = Measures(eight_actors_on_bodies(), executor=executor)
        small.start(*LONGEST)
    assert not alone.coming
    assert not small.coming
