"""The door for notebooks: what it opens, what the tables hold, that it says what it was made of, and closes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from examples.sample_province.planted import PLANTED
from network_service import notebook
from network_service.errors import StoreUnavailable, UnknownRecord, UsageError
from network_service.messages import messages_in
from network_service.notebook import OpenStore, ProvinceNetwork, open_sample, open_store

GATES = {"ready", "not_ready", "unknown"}


@pytest.fixture(scope="module")
def store() -> Iterator[OpenStore]:
    with open_sample("TH-98", "TH-97", language="en") as opened:
        yield opened


@pytest.fixture(scope="module")
def network(store: OpenStore) -> ProvinceNetwork:
    return store.network("TH-98")


def test_what_is_public_is_what_is_named():
    assert set(notebook.__all__) == {"OpenStore", "ProvinceNetwork", "Table", "open_sample", "open_store"}


def test_the_sample_is_shown_for_its_own_day_and_every_planted_gap_is_found(network: ProvinceNetwork):
    assert network.as_of == date(2026, 10, 1)
    planted = {(gap.rule, frozenset(subject.id for subject in gap.subjects)) for gap in PLANTED}
    rows = network.findings
    found = {(row["rule"], frozenset(str(row["subjects"]).split(", "))) for row in rows}
    assert planted <= found
    assert all(row["sentence"] and row["remedy"] for row in rows)


def test_a_store_of_several_provinces_asks_which(store: OpenStore):
    assert store.provinces == ("TH-97", "TH-98")
    with pytest.raises(UsageError) as caught:
        store.network()
    assert caught.value.__notes__ == [messages_in("en").text("province.several", present="TH-97, TH-98")]


def test_errors_bring_their_sentence(store: OpenStore):
    with pytest.raises(UnknownRecord) as caught:
        store.network("TH-50")
    assert "TH-50" in caught.value.__notes__[0]


def test_actors_and_ties_are_those_of_the_network(network: ProvinceNetwork):
    assert len(network.actors) == 142
    assert network.actors["id"] == tuple(sorted(network.actors["id"]))
    ends = zip(network.ties["source"], network.ties["target"], strict=True)
    assert {frozenset(pair) for pair in ends} == {frozenset(edge) for edge in network.to_networkx().edges}
    layers = set(network.declared["layer"])
    assert layers == {"collaboration", "resource", "agreement"}
    assert set(network.ties["strength"]) == {None, 1, 2, 3, 4, 5}


def test_the_networkx_object_gives_the_same_figures_and_the_same_hash(network: ProvinceNetwork):
    graph = network.to_networkx()
    assert graph.graph["content_hash"] == network.about["content_hash"]
    table = network.centrality("betweenness", "closeness", "constraint")
    for name, of_networkx in (
        ("betweenness", nx.betweenness_centrality(graph)),
        ("closeness", nx.closeness_centrality(graph)),
    ):
        assert dict(zip(table["id"], table[name], strict=True)) == pytest.approx(of_networkx, abs=1e-9)
    assert network.to_networkx(directed=True).is_directed()


def test_measures_asked_for_by_name_are_those_of_the_whole_table(network: ProvinceNetwork):
    every = network.centrality()
    assert {"degree", "betweenness", "constraint", "two_mode_closeness"} <= every.columns.keys()
    assert (
        network.centrality("constraint", "degree").columns
        == every.only("id", "name", "sector", "constraint", "degree").columns
    )
    with pytest.raises(UsageError, match=r"notebook\.no_column"):
        network.centrality("fame")


def test_brokerage_tells_each_role_beside_chance(network: ProvinceNetwork):
    rows = network.brokerage()
    assert len(rows) == 5 * len(network.actors)
    counts = network.measures.brokerage.liaison
    assert rows.where(role="liaison")["count"] == counts
    assert all(0 < share <= 1 for share in rows["share_as_high"] if share is not None)
    assert network.brokerage() == rows
    assert (
        network.brokerage(directed=False).where(role="gatekeeper")["count"]
        == network.measures.brokerage_undirected.gatekeeper
    )
    in_all = network.brokerage_in_all()
    assert in_all.where(role="liaison")["count"] == (sum(count for count in counts if count is not None),)
    levels = network.actors["area_level"]
    other = network.brokerage(groups=levels, attribute="area_level")
    assert other.where(role="liaison")["count"] != counts


def test_without_somebody_is_what_removing_it_leaves(network: ProvinceNetwork):
    (first, *_) = network.cut_points["id"]
    graph = network.to_networkx()
    graph.remove_node(first)
    told = {row["figure"]: row["without"] for row in network.without(str(first))}
    assert told["components"] == nx.number_connected_components(graph)
    assert told["efficiency"] == pytest.approx(nx.global_efficiency(graph), abs=1e-9)
    assert told["cut_off"] == network.cut_points["cut_off"][0]
    assert network.without(str(network.cut_points["name"][0])) == network.without(str(first))
    with pytest.raises(UsageError, match=r"notebook\.no_actor"):
        network.without("nobody")


def test_every_figure_stands_beside_its_method(network: ProvinceNetwork):
    made = {row["measure"]: row for row in network.methods}
    assert set(network.figures["measure"]) <= made.keys()
    assert set(network.centrality().columns) - {"id", "name", "sector"} <= made.keys()
    assert all(row["definition"] and row["network"] in {"U", "D", "actors", "seats"} for row in made.values())


def test_what_closing_would_change_is_told_of_findings_there_are(network: ProvinceNetwork):
    effects = network.effects
    assert set(effects["id"]) <= set(network.findings["id"])
    assert all(row["sentence"] and row["actors"] for row in effects)
    assert {row["title"] for row in effects} >= {"Single point of failure", "Member without ties"}


def test_readiness_factors_and_doubts_are_complete(network: ProvinceNetwork):
    assert len(set(network.readiness["step"])) == 7
    assert set(network.readiness["step_state"]) <= GATES
    assert len(network.factors) == 9
    assert len(network.doubts) == len(network.study.doubts)


def test_chance_says_where_each_figure_stands(network: ProvinceNetwork):
    assert all(0 <= percentile <= 100 for percentile in network.chance["percentile"])
    assert set(network.chance["measure"]) <= set(network.figures["measure"])


def test_key_players_say_whether_no_set_is_better(network: ProvinceNetwork):
    for row in network.key_players(1):
        assert row["exact"] is True
        assert row["value"] == row["bound"]


def test_a_past_day_and_a_past_revision_can_be_looked_at_and_compared(store: OpenStore, network: ProvinceNetwork):
    past = store.network("TH-98", as_of="2025-11-01")
    assert past.as_of == date(2025, 11, 1)
    then = store.network("TH-98", revision=1)
    assert then.about["revision"] == 1
    assert {past.about["content_hash"], then.about["content_hash"]}.isdisjoint({network.about["content_hash"]})
    rows = {row["measure"]: row for row in network.compare_with(past)}
    density = rows["density"]
    assert density["difference"] == density["other"] - density["value"]
    assert density["other"] == past.measures.density.value


def test_weak_ties_are_hidden_from_measures_and_not_from_findings(store: OpenStore, network: ProvinceNetwork):
    strong = store.network("TH-98", minimum_strength=4)
    assert set(strong.ties["strength"]) == {4, 5}
    assert strong.findings == network.findings


def test_the_page_speaks_either_language_and_escapes_what_it_shows(network: ProvinceNetwork):
    page = network._repr_html_()
    assert 'lang="en"' in page
    assert f"{len(network.findings)} findings" in page
    thai = ProvinceNetwork(network.study, network._rules, "th")._repr_html_()
    assert 'lang="th"' in thai
    assert "<script" not in page + thai
    size = f"142 actors, 337 ties, {len(network.findings)} findings"
    assert repr(network) == f"<ProvinceNetwork TH-98 as of 2026-10-01, revision 13: {size}>"


def test_the_sample_goes_when_it_is_closed_and_what_was_taken_stays():
    with open_sample("TH-97") as store:
        network = store.network()
        place = Path(store.address.removeprefix("sqlite:///"))
        assert place.exists()
        assert "TH-97" in repr(store)
    assert not place.exists()
    assert len(network.centrality("degree")) == 40


def test_a_store_is_opened_by_its_path_and_never_made(tmp_path: Path):
    path = tmp_path / "store.sqlite"
    with pytest.raises(StoreUnavailable) as caught:
        open_store(path, language="en")
    assert str(path) in caught.value.__notes__[0]
    assert not path.exists()


def test_a_path_and_an_address_open_the_same_store(store: OpenStore):
    path = Path(store.address.removeprefix("sqlite:///"))
    with open_store(path) as by_path, open_store(store.address) as by_address:
        day = "2026-10-01"
        assert by_path.address == by_address.address
        assert by_path.network("TH-97", as_of=day).about == by_address.network("TH-97", as_of=day).about
