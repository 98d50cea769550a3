"""The E-I index by sector and by actor: counted once more by hand."""

import pytest
from hypothesis import given, settings

from network_service.analysis.e_i import e_i_by_actor, e_i_by_sector
from network_service.analysis.mixing import e_i_index
from network_service.analysis.sectors import LeftOut, Share
from network_service.analysis.unknown import NO_OWN_TIE_WITH_SECTORS, NO_TIE_OF_SECTOR
from network_service.snapshot.model import Snapshot
from tests.analysis.golden import golden
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted
from tests.trials import trials


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_each_sector_counts_its_ties_inside_and_outside(snapshot: Snapshot) -> None:
    graph, sectors, found = undirected(snapshot), snapshot.actors.sectors, e_i_by_sector(snapshot)
    known = [(sectors[a], sectors[b]) for a, b in graph.edges if sectors[a] and sectors[b]]
    total = sum(code is not None for code in sectors)
    assert [one.sector for one in found.sectors] == sorted({code for code in sectors if code})
    for one in found.sectors:
        inside = sum(ends == (one.sector, one.sector) for ends in known)
        outside = sum((ends[0] == one.sector) != (ends[1] == one.sector) for ends in known)
        size = list(sectors).count(one.sector)
        assert one.internal == Share(inside, size * (size - 1) // 2)
        assert one.external == Share(outside, size * (total - size))
        ties = inside + outside
        assert one.value == (pytest.approx((outside - inside) / ties) if ties else None)
    assert found.reason == (NO_TIE_OF_SECTOR if any(one.value is None for one in found.sectors) else None)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_each_actor_counts_its_ties_inside_and_outside(snapshot: Snapshot) -> None:
    graph, sectors, found = undirected(snapshot), snapshot.actors.sectors, e_i_by_actor(snapshot)
    for actor in graph:
        if sectors[actor] is None:
            assert (found.index.values[actor], found.internal[actor], found.external[actor]) == (None, None, None)
            continue
        others = [sectors[other] for other in graph[actor] if sectors[other]]
        inside = others.count(sectors[actor])
        assert (found.internal[actor], found.external[actor]) == (inside, len(others) - inside)
        index = (len(others) - 2 * inside) / len(others) if others else None
        assert found.index.values[actor] == (None if index is None else pytest.approx(index))
    assert found.index.reason == (NO_OWN_TIE_WITH_SECTORS if None in found.index.values else None)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_sectors_and_actors_add_up_to_the_network(snapshot: Snapshot) -> None:
    whole, sectors, actors = e_i_index(snapshot), e_i_by_sector(snapshot), e_i_by_actor(snapshot)
    assert sum(one.internal.present for one in sectors.sectors) == whole.internal
    assert sum(one.external.present for one in sectors.sectors) == 2 * whole.external
    assert sum(count or 0 for count in actors.internal) == 2 * whole.internal
    assert sum(count or 0 for count in actors.external) == 2 * whole.external
    assert whole.left_out == sectors.left_out == actors.left_out


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_another_order_changes_nothing(snapshot: Snapshot) -> None:
    turned = permuted(snapshot, list(reversed(range(len(snapshot.actors)))))
    assert e_i_by_sector(turned).sectors == e_i_by_sector(snapshot).sectors
    assert e_i_by_actor(turned).index.values == e_i_by_actor(snapshot).index.values[::-1]


def test_golden_vector_by_hand() -> None:
    # g1: g2 inside; c1, b1, a1 outside. k1: k2 inside; c2 outside. k2: k1 alone.
    names, found = golden().actors.names, e_i_by_actor(golden())
    values = dict(zip(names, found.index.values, strict=True))
    assert (values["g1"], values["k1"], values["k2"], values["b1"]) == (0.5, 0.0, -1.0, 1.0)
    assert {one.sector: one.value for one in e_i_by_sector(golden()).sectors} == pytest.approx(
        {"academic": 1.0, "business": 1.0, "civil_society": 0.6, "community": 0.0, "state": 0.6}
    )


def test_who_has_no_tie_to_count_has_no_index() -> None:
    snapshot = network("abcd", ["ab", "cd"], sectors=["x", "x", "y", None])
    assert e_i_by_actor(snapshot).index.values == (-1.0, -1.0, None, None)
    assert e_i_by_actor(snapshot).left_out == LeftOut(1, 1)
    assert [one.value for one in e_i_by_sector(snapshot).sectors] == [-1.0, None]
    assert (e_i_by_sector(network(0)).sectors, e_i_by_actor(network(0)).index.values) == ((), ())
    assert (e_i_by_sector(network(0)).reason, e_i_by_actor(network(0)).index.reason) == (None, None)
