"""Tables of sectors, communities, bodies and the whole network, against plain loops."""

import json
from collections import Counter
from itertools import combinations

import pytest

from network_service.analysis.mixing import e_i_index
from network_service.analysis.null_model import null_model
from network_service.documents.tables.network import network_table
from network_service.messages import messages_in
from tests.analysis.networks import network
from tests.documents.tables.made import NETWORK, at_length, measures, records, tables, tables_of

SECTOR = dict(enumerate(NETWORK.actors.sectors))
ARCS = list(zip(NETWORK.directed.source.tolist(), NETWORK.directed.target.tolist(), strict=True))
TIES = list(zip(NETWORK.undirected.source.tolist(), NETWORK.undirected.target.tolist(), strict=True))
SIZES = Counter(NETWORK.actors.sectors)


def test_mixing_counts_arcs_and_ties_of_every_pair_of_sectors():
    rows = records(tables()["mixing"])
    assert len(rows) == len(SIZES) ** 2
    for row in rows:
        one, other = row["from_sector"], row["to_sector"]
        assert row["arcs"] == sum((SECTOR[a], SECTOR[b]) == (one, other) for a, b in ARCS)
        assert row["ties"] == sum({SECTOR[a], SECTOR[b]} == {one, other} for a, b in TIES)
        possible = sum({SECTOR[a], SECTOR[b]} == {one, other} for a, b in combinations(SECTOR, 2))
        assert row["possible_ties"] == possible
        assert row["expected_ties"] == pytest.approx(possible * 9 / 28)
        pairs = SIZES[one] * (SIZES[other] - (one == other))
        assert row["expected_by_size"] == pytest.approx(pairs * len(ARCS) / 56)
        leaving, reaching = (sum(SECTOR[arc[end]] == who for arc in ARCS) for end, who in ((0, one), (1, other)))
        assert row["expected_by_activity"] == pytest.approx(leaving * reaching / len(ARCS))
        for ratio, count, expected in (
            ("ratio_to_size", "arcs", "expected_by_size"),
            ("ratio_to_activity", "arcs", "expected_by_activity"),
            ("ratio_of_ties", "ties", "expected_ties"),
        ):
            assert row[ratio] == (pytest.approx(row[count] / row[expected]) if row[expected] else None)


def test_sectors_have_their_index_with_both_densities():
    for row in records(tables()["sectors"]):
        code = row["sector"]
        inside = sum(SECTOR[a] == SECTOR[b] == code for a, b in TIES)
        outside = sum((SECTOR[a] == code) != (SECTOR[b] == code) for a, b in TIES)
        assert (row["actors"], row["internal"], row["external"]) == (SIZES[code], inside, outside)
        assert row["e_i"] == pytest.approx((outside - inside) / (outside + inside))
        assert row["external_density"] == pytest.approx(outside / (SIZES[code] * (8 - SIZES[code])))


def test_the_network_has_every_figure_with_its_method():
    rows = {row["name"]: row for row in records(tables()["network"])}
    for name, figure in measures().of_network.items():
        row, made = rows[name], figure.method
        assert (row["value"], row["network"], row["definition"]) == (figure.value, made.network, made.definition)
        assert (row["engine"], row["engine_version"], row["source"]) == (made.engine, made.engine_version, made.source)
        assert json.loads(str(row["parameters"])).keys() == made.parameters.keys()
        assert row["snapshot"] == NETWORK.content_hash
        assert row["meaning_english"] == messages_in("en").text(f"measure.{name}.explained")
    assert rows["internal_density"]["value"] == pytest.approx(3 / 3)
    assert rows["external_density"]["value"] == pytest.approx(6 / 25)
    assert rows["weakest_point"]["value"] == at_length().weakest_point.value
    assert rows["modularity"]["value"] == measures().communities.modularity
    assert rows["modularity"]["seed"] == 1


def test_a_figure_that_is_not_known_says_why_in_both_languages():
    for row in records(tables_of(network(1, []))["network"]):
        if row["value"] is None:
            assert messages_in("en").text(f"measure.reason.{row['reason']}") == row["reason_english"]
            assert row["reason_thai"]
        else:
            assert row["reason"] is row["reason_english"] is None


def test_where_no_tie_inside_a_sector_is_possible_its_density_says_so():
    apart = network(2, [(0, 1)], sectors=["state", "business"])
    rows = {row["name"]: row for row in records(tables_of(apart)["network"])}
    assert (rows["internal_density"]["value"], rows["internal_density"]["reason"]) == (None, "nothing_possible")
    assert (rows["external_density"]["value"], rows["external_density"]["reason"]) == (1.0, None)


def test_the_percentile_stands_beside_the_figure_that_was_compared():
    (chance,) = null_model(NETWORK, [e_i_index], seed=3, samples=20, minimum_actors=8)
    rows = {row["name"]: row for row in records(network_table(NETWORK, measures(), chance=(chance,)))}
    told = rows["e_i_index"]
    assert (told["percentile"], told["chance_mean"], told["chance_z"]) == (chance.percentile, chance.mean, chance.z)
    assert (told["chance_low"], told["chance_high"]) == (chance.low, chance.high)
    assert (told["chance_samples"], told["chance_seed"]) == (20, 3)
    assert rows["density"]["percentile"] is rows["density"]["chance_seed"] is None


def test_communities_are_numbered_from_the_largest_and_summed_up():
    found = measures().communities
    rows = records(tables()["communities"])
    assert [row["community"] for row in rows] == [number + 1 for number in found.membership]
    for row in records(tables()["community_summary"]):
        members = {place for place, one in enumerate(rows) if one["community"] == row["community"]}
        assert (
            row["actors"]
            == len(members)
            == next(one["community_size"] for one in rows if one["community"] == row["community"])
        )
        assert row["ties_inside"] == sum({a, b} <= members for a, b in TIES)
        assert row["ties_across"] == sum(len({a, b} & members) == 1 for a, b in TIES)
        assert json.loads(str(row["sectors"])) == Counter(SECTOR[place] for place in members)


def test_bodies_have_their_centralities_and_whom_they_share():
    holders = {body.id: {seat.person for seat in NETWORK.seats if seat.body == body.id} for body in NETWORK.bodies}
    rows = {row["id"]: row for row in records(tables()["bodies"])}
    assert {one: row["sitting"] for one, row in rows.items()} == {one: len(who) for one, who in holders.items()}
    seated = {seat.actor for seat in NETWORK.seats}
    for one, row in rows.items():
        on_it = {seat.actor for seat in NETWORK.seats if seat.body == one}
        assert row["two_mode_degree"] == pytest.approx(len(on_it) / len(seated))
    shared = {
        frozenset(pair): holders[pair[0]] & holders[pair[1]]
        for pair in combinations(holders, 2)
        if holders[pair[0]] & holders[pair[1]]
    }
    told = {
        frozenset((row["first"], row["second"])): set(str(row["holders"]).split("; "))
        for row in records(tables()["interlock"])
    }
    assert told == shared
    joined = [sorted(pair) for pair in shared]
    assert all(rows[one]["interlock_part"] == rows[other]["interlock_part"] for one, other in joined)
