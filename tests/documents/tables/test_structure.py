"""Tables of members, ties and single points: the values of the measures, and what other code counts."""

import networkx as nx
import numpy as np
import pytest

from network_service.analysis.brokerage import brokerage, brokerage_undirected
from network_service.analysis.brokerage_significance import brokerage_significance
from network_service.analysis.connectivity import articulation_points
from network_service.analysis.key_players import key_players_reach
from network_service.documents.tables.brokerage import brokerage_table
from network_service.documents.tables.key_players import key_players_table
from network_service.documents.tables.listing import MOST_LISTED, as_json, listed
from network_service.domain.vocabulary import Layer
from tests.analysis.networks import network
from tests.documents.tables.made import NETWORK, at_length, measures, records, tables, tables_of

NAMES = NETWORK.actors.names


def graph(snapshot=NETWORK) -> "nx.Graph[str]":
    made: nx.Graph[str] = nx.Graph()
    made.add_nodes_from(snapshot.actors.ids)
    ids = snapshot.actors.ids
    ends = zip(snapshot.ties.source.tolist(), snapshot.ties.target.tolist(), strict=True)
    made.add_edges_from((ids[one], ids[other]) for one, other in ends)
    return made


def test_centrality_has_every_measure_of_every_actor():
    rows = records(tables()["centrality"])
    assert [row["id"] for row in rows] == list(NETWORK.actors.ids)
    for name, measure in measures().of_actors.items():
        assert tuple(row[name] for row in rows) == measure.values, name


def test_ties_are_those_of_the_network_with_measures_and_bridges():
    rows = records(tables()["ties"])
    assert {frozenset((row["source"], row["target"])) for row in rows} == set(map(frozenset, graph().edges))
    assert len(rows) == graph().size()
    between = nx.edge_betweenness_centrality(graph())
    for row in rows:
        ends = (row["source"], row["target"])
        assert row["edge_betweenness"] == pytest.approx(between.get(ends, between.get(ends[::-1])))
    found = {frozenset((row["source"], row["target"])) for row in rows if row["bridge"]}
    assert found == set(map(frozenset, nx.bridges(graph())))


def test_a_tie_names_all_its_layers_and_its_greatest_strength():
    several = network(
        3,
        [(0, 1), (1, 0), (1, 0), (1, 2)],
        strengths=[2, 4, None, None],
        layers=[Layer.COLLABORATION, Layer.COLLABORATION, Layer.RESOURCE, Layer.RESOURCE],
    )
    first, second = records(tables_of(several)["ties"])
    assert (first["layers"], first["strength"]) == ("collaboration; resource", 4.0)
    assert (second["layers"], second["strength"]) == ("resource", None)


def test_brokerage_has_each_role_directed_and_undirected_and_no_chance_where_none_was_computed():
    rows = records(tables()["brokerage"])
    for kind, found in (("D", measures().brokerage), ("U", measures().brokerage_undirected)):
        roles = {**found.of_roles, "total": found.total, "across": found.across}
        for role, counts in roles.items():
            told = tuple(row["count"] for row in rows if (row["network"], row["role"]) == (kind, role))
            assert told == counts
    assert len(rows) == 8 * 2 * 7
    assert {row["z"] for row in rows} == {None}


def test_chance_stands_beside_the_counts_of_the_same_network():
    ends = [(one, other) for one in range(12) for other in (one + 1, one + 3) if other < 12]
    snapshot = network(12, ends, sectors=["state", "business", "community"] * 4)
    roles = tables_of(snapshot)["brokerage"]
    found = brokerage_significance(snapshot, seed=1, directed=False, shuffles=50)
    rows = records(brokerage_table(snapshot, (brokerage(snapshot), brokerage_undirected(snapshot)), (found,)))
    assert [row["count"] for row in rows] == [row["count"] for row in records(roles)]
    for row in rows:
        if row["network"] == "D" or row["role"] in {"total", "across"}:
            assert row["expected"] is None
            continue
        chance = found.of_actors[str(row["role"])][snapshot.actors.index[str(row["id"])]]
        told = (row["count"], row["expected"], row["deviation"], row["z"], row["share_as_high"])
        assert told == (chance.observed, chance.expected, chance.deviation, chance.z, chance.share_as_high)


def test_cutpoints_name_who_is_cut_off_by_whom():
    rows = records(tables()["cutpoints"])
    # By hand: k1 and k2 hang on c2, k2 on k1, b1 on g1.
    points = {row["id"]: (row["cut_off"], row["cut_off_names"]) for row in rows if row["kind"] == "actor"}
    assert points == {"c2": (2, "k1; k2"), "g1": (1, "b1"), "k1": (1, "k2")}
    ties = {frozenset((row["id"], row["other"])): row["cut_off_ids"] for row in rows if row["kind"] == "tie"}
    assert ties == {frozenset(("c2", "k1")): "k1; k2", frozenset(("k1", "k2")): "k2", frozenset(("b1", "g1")): "b1"}


def test_of_many_cut_off_the_first_are_named_and_all_are_counted():
    star = network(60, [(0, other) for other in range(1, 60)])
    (point,) = [row for row in records(tables_of(star)["cutpoints"]) if row["kind"] == "actor"]
    assert len(articulation_points(star).points[0].cut_off) == point["cut_off"] == 58
    *named, more = str(point["cut_off_ids"]).split("; ")
    assert (len(named), more) == (MOST_LISTED, "… +18")


def test_values_in_one_cell_keep_to_the_limit():
    assert listed((), 0) is None
    assert listed(("a", "b"), 2) == "a; b"
    many = tuple(f"{number}" for number in range(50))
    assert as_json({"many": many, "n": 1, "day": None}).endswith('"39", "… +10"], "n": 1, "day": null}')


def test_key_players_stand_with_the_figures_of_their_set():
    rows = records(tables()["key_players"])
    sets = (at_length().key_players_fragmentation, at_length().key_players_reach)
    for found in sets:
        told = [row for row in rows if row["measure"] == found.method.measure]
        assert [row["id"] for row in told] == [NETWORK.actors.ids[actor] for actor in found.actors]
        assert {(row["set_size"], row["value"], row["bound"], row["before"]) for row in told} == {
            (3, found.value, found.bound, found.before)
        }
    assert {row["steps"] for row in rows} == {None, 2}


def test_an_unknown_set_has_no_rows():
    alone = network(1, [])
    assert key_players_table(alone, [key_players_reach(alone, count=1)]).rows == ()


def test_robustness_has_each_order_at_each_number_gone():
    curves = at_length().robustness
    rows = records(tables()["robustness"])
    assert len(rows) == 5 * len(curves.gone)
    told = [row["largest_component"] for row in rows if row["order"] == "by_degree"]
    assert told == list(curves.by_degree.largest_component)


def test_strength_that_nobody_told_is_an_empty_cell_and_not_a_number():
    silent = network(2, [(0, 1)], strengths=[None])
    assert np.isnan(silent.undirected.strength[0])
    assert records(tables_of(silent)["ties"])[0]["strength"] is None
