"""The measures against values that others have published, each with its citation."""

import networkx as nx
import pytest

from network_service.analysis.betweenness import betweenness
from network_service.analysis.centralisation import (
    betweenness_centralisation,
    closeness_centralisation,
    degree_centralisation,
)
from network_service.analysis.closeness import distances
from network_service.analysis.clustering import transitivity
from network_service.analysis.cohesion import density, density_directed, reciprocity
from network_service.analysis.connectivity import articulation_points, bridges, connectedness, fragmentation
from network_service.analysis.cores import core_number
from network_service.analysis.degree import degree_count
from network_service.analysis.mixing import e_i_index, mixing_matrix, sector_pair_coverage
from network_service.analysis.sectors import Share
from network_service.analysis.spectral import eigenvector
from network_service.snapshot.model import Snapshot
from tests.analysis.networks import by_name, network, with_isolate

KITE_NAMES = ["Andre", "Beverley", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane"]


@pytest.fixture(scope="module")
def kite() -> Snapshot:
    edges = nx.krackhardt_kite_graph().edges
    return network(KITE_NAMES, [(KITE_NAMES[a], KITE_NAMES[b]) for a, b in edges])


@pytest.fixture(scope="module")
def florentine() -> Snapshot:
    graph = nx.florentine_families_graph()
    return network(graph.nodes, graph.edges)


@pytest.fixture(scope="module")
def karate() -> Snapshot:
    graph = nx.karate_club_graph()
    return network(graph.nodes, graph.edges, sectors=[graph.nodes[member]["club"] for member in graph])


@pytest.fixture(scope="module")
def golden() -> Snapshot:
    """Eight actors, computed by two independent programs."""
    sectors = {
        "g1": "state",
        "g2": "state",
        "c1": "civil_society",
        "c2": "civil_society",
        "k1": "community",
        "k2": "community",
        "b1": "business",
        "a1": "academic",
    }
    mutual = ["g1-g2", "g1-c1", "c1-c2", "c2-k1", "k1-k2"]
    arcs = [tuple(tie.split("-")) for tie in mutual] + [tuple(tie.split("-"))[::-1] for tie in mutual]
    arcs += [("g1", "b1"), ("g1", "a1"), ("a1", "c1"), ("g2", "c2")]
    return network(sectors, arcs, sectors=sectors)


def assert_values(found: dict[str, float | None], published: dict[str, float], within: float = 5e-5) -> None:
    assert {name: found[name] for name in published} == pytest.approx(published, abs=within, rel=0)


def test_kite_betweenness_and_degree(kite: Snapshot) -> None:
    # Krackhardt 1990, Administrative Science Quarterly 35, 342-369; normalised values of the SocNetV baseline.
    published = {"Heather": 0.3889, "Fernando": 0.2315, "Garth": 0.2315, "Ike": 0.2222, "Diane": 0.1019}
    assert_values(by_name(kite, betweenness(kite).values), published | {"Andre": 0.0231, "Beverley": 0.0231})
    counts = by_name(kite, degree_count(kite).values)
    assert max(counts.items(), key=lambda count: count[1] or 0) == ("Diane", 6)


def test_kite_closeness(kite: Snapshot) -> None:
    # Krackhardt 1990; SocNetV baseline.
    published = {"Fernando": 0.6429, "Garth": 0.6429, "Diane": 0.6, "Heather": 0.6, "Andre": 0.5294, "Jane": 0.3103}
    assert_values(by_name(kite, distances(kite).closeness.values), published)


def test_florentine_betweenness(florentine: Snapshot) -> None:
    # Padgett and Ansell 1993, American Journal of Sociology 98, 1259-1319; Jackson 2008, Social and Economic Networks.
    found = by_name(florentine, betweenness(florentine).values)
    assert_values(found, {"Medici": 0.5220, "Guadagni": 0.2546, "Albizzi": 0.2125, "Salviati": 0.1429})
    assert found["Medici"] == pytest.approx(47.5 / 91)


def test_florentine_closeness(florentine: Snapshot) -> None:
    # Padgett and Ansell 1993; Jackson 2008.
    assert_values(by_name(florentine, distances(florentine).closeness.values), {"Medici": 0.56, "Ridolfi": 0.5})


def test_florentine_cutpoints_and_bridges(florentine: Snapshot) -> None:
    # Padgett and Ansell 1993; Jackson 2008.
    names = florentine.actors.names
    cut = {
        names[point.actor]: {names[actor] for actor in point.cut_off}
        for point in articulation_points(florentine).points
    }
    assert cut == {
        "Medici": {"Acciaiuoli", "Salviati", "Pazzi"},
        "Salviati": {"Pazzi"},
        "Albizzi": {"Ginori"},
        "Guadagni": {"Lamberteschi"},
    }
    assert len(bridges(florentine).bridges) == 5


def test_karate_betweenness(karate: Snapshot) -> None:
    # Zachary 1977, Journal of Anthropological Research 33, 452-473 (members count from 1 there, from 0 here).
    assert_values(by_name(karate, betweenness(karate).values), {"0": 0.4376, "33": 0.3041, "32": 0.1452, "2": 0.1437})


def test_karate_e_i_by_club(karate: Snapshot) -> None:
    # Zachary 1977, club after the split; 11 external ties, 67 internal.
    found = e_i_index(karate)
    assert (found.external, found.internal) == (11, 67)
    assert found.value == pytest.approx(-0.7179, abs=5e-5)


def test_golden_vector_cohesion(golden: Snapshot) -> None:
    assert (len(golden.directed), len(golden.undirected)) == (14, 9)
    assert density_directed(golden).value == 0.25
    assert density(golden).value == pytest.approx(0.321429, abs=5e-7)
    assert reciprocity(golden).value == pytest.approx(0.714286, abs=5e-7)


def test_golden_vector_inside_and_outside(golden: Snapshot) -> None:
    found = e_i_index(golden)
    assert (found.external, found.internal) == (6, 3)
    assert found.value == pytest.approx(1 / 3)
    assert (found.internal_density, found.external_density) == (Share(3, 3), Share(6, 25))


def test_golden_vector_sector_pairs(golden: Snapshot) -> None:
    assert sector_pair_coverage(golden).pairs == Share(5, 10)
    found = mixing_matrix(golden)
    assert found.sectors == ("academic", "business", "civil_society", "community", "state")
    assert found.arcs == ((0, 0, 1, 0, 0), (0, 0, 0, 0, 0), (0, 0, 2, 1, 1), (0, 0, 1, 2, 0), (1, 1, 2, 0, 2))


def test_golden_vector_betweenness(golden: Snapshot) -> None:
    published = {"g1": 0.357143, "c2": 0.5, "c1": 0.285714, "k1": 0.285714, "g2": 0.142857}
    others = {"a1": 0.0, "b1": 0.0, "k2": 0.0}
    assert_values(by_name(golden, betweenness(golden).values), published | others, within=5e-7)


def test_golden_vector_distances(golden: Snapshot) -> None:
    found = distances(golden)
    assert found.lengths.global_efficiency.value == pytest.approx(0.593452, abs=5e-7)
    assert_values(by_name(golden, found.reach.values), {"g1": 0.714286, "c1": 0.857143}, within=5e-7)


def test_golden_vector_is_in_one_part(golden: Snapshot) -> None:
    assert (connectedness(golden).value, fragmentation(golden).value) == (1, 0)


def test_florentine_distances_and_the_isolate_that_fragments(florentine: Snapshot) -> None:
    # Padgett and Ansell 1993: 15 families married among each other; Pucci, the sixteenth, with none of them.
    found = distances(florentine).lengths
    assert found.diameter.connected.present == 15 * 14 // 2
    assert fragmentation(with_isolate(florentine)).value == pytest.approx(15 / 120)


def test_golden_vector_cutpoints_and_bridges(golden: Snapshot) -> None:
    names = golden.actors.names
    assert {names[point.actor] for point in articulation_points(golden).points} == {"g1", "c2", "k1"}
    found = {frozenset({names[bridge.source], names[bridge.target]}) for bridge in bridges(golden).bridges}
    assert found == {frozenset({"k1", "k2"}), frozenset({"c2", "k1"}), frozenset({"g1", "b1"})}


def test_kite_eigenvector(kite: Snapshot) -> None:
    # Krackhardt 1990; SocNetV baseline, length 1.
    published = {"Diane": 0.4810, "Fernando": 0.3977, "Heather": 0.1959}
    assert_values(by_name(kite, eigenvector(kite).values), published)


def test_karate_transitivity(karate: Snapshot) -> None:
    # Zachary 1977.
    assert transitivity(karate).value == pytest.approx(0.2557, abs=5e-5)


def test_golden_vector_cores(golden: Snapshot) -> None:
    found = by_name(golden, core_number(golden).values)
    assert {name for name, core in found.items() if core == 2} == {"g1", "g2", "c1", "c2", "a1"}
    assert {name for name, core in found.items() if core == 1} == {"k1", "k2", "b1"}


def test_florentine_centralisation(florentine: Snapshot) -> None:
    # Wasserman and Faust 1994, ch. 5: closeness and betweenness of the 15 families that are related, degree of all 16.
    assert closeness_centralisation(florentine).value == pytest.approx(0.3225, abs=5e-5)
    assert betweenness_centralisation(florentine).value == pytest.approx(0.4368, abs=5e-5)
    assert degree_centralisation(with_isolate(florentine)).value == pytest.approx(0.2667, abs=5e-5)


def test_golden_vector_centralisation(golden: Snapshot) -> None:
    assert betweenness_centralisation(golden).value == pytest.approx(0.346939, abs=5e-7)
    assert degree_centralisation(golden).value == pytest.approx(0.333333, abs=5e-7)
