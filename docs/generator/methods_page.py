"""docs/methods.md: prose of generator/data/methods.txt, with tables and numbers that follow from the code."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import partial
from inspect import getdoc

import network_service
from docs.generator.agreement import trials_of
from docs.generator.markdown import code, page, table
from docs.generator.read_rows import data_text, read_rows
from network_service.analysis.brokerage_significance import FEWEST_ACTORS, SHUFFLES
from network_service.analysis.communities import RUNS
from network_service.analysis.estimate import SAMPLING, SAMPLING_WEIGHTED
from network_service.analysis.example import eight_actors
from network_service.analysis.long_measures import FIGURES, measure_at_length
from network_service.analysis.measures import Measures
from network_service.analysis.null_model import MINIMUM_ACTORS, SAMPLES
from network_service.analysis.result import Method
from network_service.domain.vocabulary import label
from network_service.messages import messages_in
from network_service.process.doubt import doubts
from network_service.process.readiness import FACTORS
from network_service.process.standards import Standards
from network_service.settings import Settings

_SLOT = re.compile(r"<!-- (?P<kind>table|value): (?P<name>\w+) -->")
_ENGLISH = messages_in("en")


def methods_page() -> str:
    """The whole document."""
    return page(_SLOT.sub(_filled, data_text("methods.txt")).strip())


def _filled(slot: re.Match[str]) -> str:
    return TABLES[slot["name"]]() if slot["kind"] == "table" else VALUES[slot["name"]]


def method_records() -> dict[str, list[Method]]:
    """The record of how each measure is made, by the table that tells it."""
    measures = Measures(eight_actors())
    long = measure_at_length(measures, seed=1)
    others = (
        *(measures.components, measures.articulation_points, measures.bridges, measures.brokerage),
        *(measures.brokerage_undirected, long.brokerage_significance, measures.communities, measures.mixing_matrix),
        *(measures.mixing_matrix_expected, measures.sector_pairs, measures.sector_pairs_expected),
        *(measures.e_i_by_sector, measures.interlock, long.key_players_fragmentation, long.key_players_reach),
        *(long.weakest_point, long.robustness, long.null_model[0]),
    )
    return {
        "of_actors": [one.method for one in measures.of_actors.values()],
        "of_ties": [one.method for one in measures.of_ties.values()],
        "of_network": [one.method for one in measures.of_network.values()],
        "others": [one.method for one in others],
    }


def _measures(name: str) -> str:
    """One row a definition: twins by strength stand in the row of the measure they are twins of."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for one in method_records()[name]:
        key = (one.definition, one.normalisation, one.network, one.source or "the service's own")
        rows.setdefault(key, []).append(one.measure)
    return table(
        ("measure", "definition", "divided by, or scaled to", "network", "source"),
        [(code(*names), f"`{key[0]}`", *key[1:]) for key, names in rows.items()],
    )


def _csv(name: str, headers: Iterable[str]) -> str:
    return table(tuple(headers), [tuple(row.values()) for row in read_rows(name)])


def _with_test(name: str, headers: tuple[str, ...]) -> str:
    return table(headers, [(*list(row.values())[:-1], _test(row)) for row in read_rows(name)])


def _agreement() -> str:
    rows = [
        (row["measures"], row["against"], row["tolerance"], trials_of(row["test"]), _test(row))
        for row in read_rows("agreement")
    ]
    return table(("measures", "against", "tolerance", "networks", "test"), rows)


def _test(row: Mapping[str, str]) -> str:
    """A test by its place below tests/analysis."""
    return code(row["test"].removeprefix("tests/analysis/"))


def _factors() -> str:
    rows = [
        (label("success_factor", rule.__name__, "en"), _first_sentence(getdoc(rule) or ""), _rest(getdoc(rule) or ""))
        for rule in FACTORS
    ]
    return table(("factor", "score", "details"), rows)


def _first_sentence(text: str) -> str:
    return text.partition("\n\n")[0].replace("\n", " ")


def _rest(text: str) -> str:
    return " ".join(text.partition("\n\n")[2].split())


def _settings() -> str:
    """The settings by which steps and factors are judged."""
    told = [(field.name, Settings.model_fields[field.name]) for field in fields(Standards)]
    rows = [(f"`{name}`", _default(one.default), one.description or "") for name, one in told]
    return table(("setting", "default", "meaning"), rows)


def _default(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _doubts() -> str:
    told = (getdoc(doubts) or "").partition("\n\n")[2]
    sentences = re.findall(r"`(\w+)`: (.+?)\.(?= `\w+`: |$)", " ".join(told.split()))
    return table(("figure", "what it is"), [(_ENGLISH.text(f"doubt.{name}"), meaning) for name, meaning in sentences])


def _references() -> str:
    return "\n".join(f"- {line}" for line in data_text("references.txt").splitlines())


TABLES: Mapping[str, Callable[[], str]] = {
    **{name: partial(_measures, name) for name in ("of_actors", "of_ties", "of_network", "others")},
    "conventions": partial(
        _csv, "conventions", ("measure", "this service", "networkx", "igraph (Python)", "sna (R)", "UCINET", "Gephi")
    ),
    "published_values": partial(_with_test, "published_values", ("network", "figure", "values", "source", "test")),
    "agreement": _agreement,
    "factors": _factors,
    "settings": _settings,
    "doubts": _doubts,
    "references": _references,
}
"""What fills each table of the prose."""

VALUES: Mapping[str, str] = {
    "large_agreement_parties": str(Settings.model_fields["large_agreement_parties"].default),
    "strength_cover": f"{Settings.model_fields['strength_cover'].default:.0%}",
    "chance_seed": str(Settings.model_fields["chance_seed"].default),
    "RUNS": str(RUNS),
    "exact_up_to": f"{SAMPLING.exact_up_to:,}",
    "within": str(SAMPLING.within),
    "within_weighted": str(SAMPLING_WEIGHTED.within),
    "SAMPLES": str(SAMPLES),
    "MINIMUM_ACTORS": str(MINIMUM_ACTORS),
    "SHUFFLES": f"{SHUFFLES:,}",
    "FEWEST_ACTORS": str(FEWEST_ACTORS),
    "FIGURES": code(*(figure.__name__ for figure in FIGURES)),
    "version": network_service.__version__,
}
"""What fills each number of the prose."""
