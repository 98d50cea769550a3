"""Communities: the best division by brute force, published values, and what must not matter."""

from collections.abc import Iterator
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings

from network_service.analysis.communities import CommunityPair, communities, modularity, ties_between
from network_service.analysis.community_comparison import communities_and_sectors, communities_and_sub_networks
from network_service.analysis.example import eight_actors
from network_service.analysis.partitions import Agreement
from network_service.analysis.unknown import FEW_SUB_NETWORKS, NO_TIE, ONE_SECTOR
from network_service.snapshot.model import Snapshot, SubNetworkInfo
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, with_isolate
from tests.trials import trials


@pytest.fixture(scope="module")
def karate() -> Snapshot:
    graph = nx.karate_club_graph()
    return network(graph.nodes, graph.edges, sectors=[graph.nodes[member]["club"] for member in graph])


def divisions(size: int, groups: int = 0) -> Iterator[list[int]]:
    """Every division of `size` actors into groups."""
    if not size:
        yield []
        return
    for group in range(groups + 1):
        for rest in divisions(size - 1, max(groups, group + 1)):
            yield [group, *rest]


def test_karate_club_has_the_published_best_division(karate: Snapshot) -> None:
    # Brandes et al. 2008, IEEE Trans. Knowledge and Data Engineering 20, 172-188: .4198 in four groups is the optimum.
    found = communities(karate, seed=1)
    assert (len(found.groups), found.modularity) == (4, pytest.approx(0.4198, abs=5e-5))


def test_modularity_of_the_clubs_after_the_split(karate: Snapshot) -> None:
    # Zachary 1977, Journal of Anthropological Research 33, 452-473; modularity .3582.
    clubs = [int(club == "Officer") for club in karate.actors.sectors]
    assert modularity(karate.undirected, clubs) == pytest.approx(0.3582, abs=5e-5)


def test_eight_actors_have_no_better_division() -> None:
    snapshot = eight_actors()
    best = max(modularity(snapshot.undirected, division) or 0.0 for division in divisions(8))
    assert communities(snapshot, seed=3).modularity == pytest.approx(best)


def test_rings_of_cliques_are_found_whole() -> None:
    graph = nx.ring_of_cliques(6, 5)
    found = communities(network(graph.nodes, graph.edges), seed=1)
    assert found.groups == tuple(tuple(range(5 * clique, 5 * clique + 5)) for clique in range(6))
    assert found.stability == Agreement(1.0, 1.0)
    pairs = ties_between(network(graph.nodes, graph.edges), found)
    assert [(pair.first, pair.second, pair.ties) for pair in pairs] == [
        (first, second, 1) for first in range(6) for second in range(first + 1, 6) if second - first in (1, 5)
    ]


@settings(max_examples=trials(60, 1_000), deadline=None)
@given(networks(largest=14))
def test_groups_divide_the_actors_within_components_and_modularity_is_that_of_networkx(snapshot: Snapshot) -> None:
    graph, found = undirected(snapshot), communities(snapshot, seed=7, runs=3)
    assert sorted(actor for group in found.groups for actor in group) == list(graph)
    assert [len(group) for group in found.groups] == sorted(map(len, found.groups), reverse=True)
    assert all(found.membership[actor] == number for number, group in enumerate(found.groups) for actor in group)
    assert all(nx.is_connected(graph.subgraph(group)) for group in found.groups)
    if graph.number_of_edges():
        expected = nx.community.modularity(graph, found.groups, weight=None)
        assert found.modularity == pytest.approx(expected, abs=1e-9)
    else:
        assert (found.modularity, found.stability) == (None, None)
        assert found.reason == (NO_TIE if len(graph) else None)


@settings(max_examples=trials(60, 1_000), deadline=None)
@given(networks(largest=14))
def test_ties_between_communities_are_all_ties_that_leave_one(snapshot: Snapshot) -> None:
    found = communities(snapshot, seed=7, runs=2)
    pairs: dict[tuple[int, int], int] = {}
    for a, b in undirected(snapshot).edges:
        first, second = sorted((found.membership[a], found.membership[b]))
        if first != second:
            pairs[first, second] = pairs.get((first, second), 0) + 1
    assert ties_between(snapshot, found) == tuple(CommunityPair(*pair, pairs[pair]) for pair in sorted(pairs))


def test_the_same_seed_gives_the_same_communities_whatever_chance_was_used_for_before(karate: Snapshot) -> None:
    first = communities(karate, seed=5)
    communities(karate, seed=6)
    assert communities(karate, seed=5) == first
    assert (first.method.seed, first.method.parameters) == (5, {"runs": 10})


def test_isolates_are_communities_of_their_own_and_do_not_make_it_stabler(karate: Snapshot) -> None:
    before, after = communities(karate, seed=5), communities(with_isolate(karate), seed=5)
    assert after.groups[-1] == (34,)
    assert after.modularity == pytest.approx(before.modularity)
    assert before.stability is not None
    assert 0 < before.stability.adjusted_rand <= 1


def test_one_run_says_nothing_of_stability(karate: Snapshot) -> None:
    assert communities(karate, seed=5, runs=1).stability is None


def test_progress_is_told_a_run_and_stops_it(karate: Snapshot) -> None:
    told = []
    communities(karate, seed=5, runs=3, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        communities(karate, seed=5, progress=stop)


def test_sectors_that_are_the_communities_agree_wholly() -> None:
    ties = ["ab", "bc", "ac", "de", "ef", "df", "cd"]
    snapshot = network("abcdefg", ties, sectors=["state"] * 3 + ["business"] * 3 + [None])
    compared = communities_and_sectors(snapshot, communities(snapshot, seed=1))
    assert (compared.normalised_mutual_information, compared.adjusted_rand) == (1.0, 1.0)
    assert (compared.codes, compared.actors) == (("business", "state"), ((0, 3), (3, 0), (0, 0)))
    assert (compared.left_out, compared.reason) == (1, None)


def test_members_of_several_sub_networks_have_no_single_place() -> None:
    ties = ["ab", "bc", "ac", "de", "ef", "df", "cd"]
    snapshot = network("abcdefg", ties)
    ids = snapshot.actors.ids
    inside = {"one": (ids[0], ids[1], ids[2]), "two": (ids[2], ids[3], ids[4], ids[5], "somebody not shown")}
    snapshot = replace(
        snapshot, sub_networks=tuple(SubNetworkInfo(name, name, "area", members) for name, members in inside.items())
    )
    compared = communities_and_sub_networks(snapshot, communities(snapshot, seed=1))
    assert (compared.adjusted_rand, compared.left_out) == (1.0, 2)
    assert compared.actors == ((2, 0), (0, 3), (0, 0))


def test_without_two_divisions_there_is_nothing_to_compare() -> None:
    for snapshot in (network(0), network("ab", ["ab"], sectors=["state", "state"])):
        found = communities(snapshot, seed=1)
        sectors, sub_networks = (
            communities_and_sectors(snapshot, found),
            communities_and_sub_networks(snapshot, found),
        )
        assert (sectors.adjusted_rand, sectors.reason) == (None, ONE_SECTOR)
        assert (sub_networks.normalised_mutual_information, sub_networks.reason) == (None, FEW_SUB_NETWORKS)
