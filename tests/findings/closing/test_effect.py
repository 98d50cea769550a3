"""Figures before and after, against those of another engine with the tie put in."""

import networkx as nx
import pytest
from hypothesis import given, settings

from network_service.analysis.measures import Measures
from network_service.bootstrap import worker_pool
from network_service.findings.closing.effect import Effect, Effects
from network_service.findings.closing.ground import Ground
from network_service.findings.isolate import isolate
from network_service.snapshot.model import Manager, Snapshot
from tests.findings.closing.proposals import EASILY, effects_in, everything
from tests.findings.in_depth import by_the_product, in_depth
from tests.findings.networks import network, networks


def recounted(snapshot: Snapshot, more: tuple[str, ...] = ()) -> dict[str, float | int | None]:
    """The figures of a network counted again, with a tie more where two ends are given."""
    ids, sector = snapshot.actors.ids, dict(zip(snapshot.actors.ids, snapshot.actors.sectors, strict=True))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ids)
    ends = zip(snapshot.undirected.source.tolist(), snapshot.undirected.target.tolist(), strict=True)
    graph.add_edges_from((ids[one], ids[other]) for one, other in ends)
    if more:
        graph.add_edge(*more)
    known = [(sector[a], sector[b]) for a, b in graph.edges if sector[a] is not None and sector[b] is not None]
    pairs = [(sector[a], sector[b]) for a in ids for b in ids if a < b and sector[a] and sector[b]]
    inside, outside = (sum((a == b) is same for a, b in known) for same in (True, False))
    room, wide = (sum((a == b) is same for a, b in pairs) for same in (True, False))
    cut = [0]
    for point in nx.articulation_points(graph):
        rest = graph.subgraph(nx.node_connected_component(graph, point) - {point})
        cut.append(len(rest) - max(map(len, nx.connected_components(rest))))
    return {
        "components": nx.number_connected_components(graph),
        "isolates": nx.number_of_isolates(graph),
        "sector_pairs_tied": len({frozenset(pair) for pair in known if pair[0] != pair[1]}),
        "largest_cut_off": max(cut) / len(ids),
        "inside_density": inside / room if room else None,
        "outside_density": outside / wide if wide else None,
        "e_i_index": (outside - inside) / len(known) if known else None,
        "global_efficiency": nx.global_efficiency(graph),
    }


@settings(max_examples=40)
@given(networks())
def test_the_figures_of_a_tie_are_those_of_the_network_with_it(snapshot: Snapshot) -> None:
    found = effects_in(snapshot).of_all(everything(snapshot), with_efficiency=True)
    for effect in found:
        if effect.proposal.kind != "tie":
            continue
        ends = tuple(actor.id for actor in effect.proposal.actors)
        before, after = recounted(snapshot), recounted(snapshot, ends)
        assert {name: effect.before[name] for name in before} == pytest.approx(before)
        assert {name: effect.after[name] for name in after} == pytest.approx(after)
        assert effect.before.keys() == effect.after.keys()


@settings(max_examples=40)
@given(networks())
def test_every_tie_proposed_is_a_new_one_and_every_part_moves_its_figure(snapshot: Snapshot) -> None:
    ties = {
        frozenset((snapshot.actors.ids[one], snapshot.actors.ids[other]))
        for one, other in zip(snapshot.undirected.source.tolist(), snapshot.undirected.target.tolist(), strict=True)
    }
    for effect in effects_in(snapshot).of_all(everything(snapshot)):
        actors = frozenset(actor.id for actor in effect.proposal.actors)
        if effect.proposal.kind == "tie":
            assert len(actors) == 2
            assert actors not in ties
        else:
            assert effect.changed


@settings(max_examples=40)
@given(networks())
def test_an_isolate_joined_leaves_one_part_and_one_isolate_less(snapshot: Snapshot) -> None:
    for finding in isolate(snapshot, in_depth(snapshot), EASILY):
        effect = effects_in(snapshot).of(finding)
        assert effect is not None
        assert effect.after["components"] == (effect.before["components"] or 0) - 1
        assert (effect.before["isolates"] or 0) - (effect.after["isolates"] or 0) in (1, 2)


def of_rule(snapshot: Snapshot, rule: str) -> list[Effect]:
    return list(effects_in(snapshot).of_all([one for one in everything(snapshot) if one.rule == rule]))


def test_a_single_point_says_how_many_it_would_still_cut_off() -> None:
    effects = of_rule(network("g1 g2 g3 g4 g5", "g1-g2 g2-g3 g3-g4 g4-g5"), "single_point_of_failure")
    # g3 parts two pairs; g2 and g4 join them, and then nobody hangs on g3 any more.
    middle = effects[0]
    assert (middle.before["cut_off_by_it"], middle.after["cut_off_by_it"]) == (2, 0)


def test_a_pair_of_sectors_says_its_ties_and_a_linker_its_ways() -> None:
    [pair] = of_rule(network("g1 g2 k1 k2", "g1-g2 k1-k2"), "sector_pair_without_ties")
    assert (pair.before["ties_of_the_pair"], pair.after["ties_of_the_pair"]) == (0, 1)


def test_a_manager_says_the_reach() -> None:
    lead = Manager("m", "คุณเอ็ม", "n", "lead", "g1", "state")
    snapshot = network("g1 g2 k1 k2 k3", "g1-g2 k1-k2 k1-k3", managers=[lead])
    [effect] = of_rule(snapshot, "manager_reach_too_short")
    assert (effect.before["manager_reach"], effect.after["manager_reach"]) == (0.25, 1.0)


def test_efficiency_is_told_only_when_asked_for() -> None:
    snapshot = network("g1 g2 k1", "g1-g2")
    [finding] = isolate(snapshot, in_depth(snapshot), EASILY)
    effects = effects_in(snapshot)
    quick, whole = effects.of(finding), effects.of(finding, with_efficiency=True)
    assert quick is not None
    assert whole is not None
    assert "global_efficiency" not in quick.before
    # One tie among three: 2/6; a chain of three: (4 + 2 * 1/2) / 6.
    assert (whole.before["global_efficiency"], whole.after["global_efficiency"]) == pytest.approx((2 / 6, 5 / 6))
    assert quick.finding == finding.id


def test_progress_counts_every_finding_and_may_end_the_work() -> None:
    snapshot = network("g1 g2 k1 k2", "g1-g2")
    findings, told = isolate(snapshot, in_depth(snapshot), EASILY), list[tuple[int, int]]()
    effects_in(snapshot).of_all(findings, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]

    def stop(done: int, of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        effects_in(snapshot).of_all(findings, progress=stop)


def test_the_products_own_measures_lead_to_the_same_proposals() -> None:
    snapshot = network("b1 b2 b3 g1 k1 k2 k3", "b1-g1 g1-k1 g1-k2 b1-b2 b2-k3")
    findings = [one for one in everything(snapshot) if one.rule != "communities_not_bridged"]
    own = Effects(Ground(snapshot, by_the_product(snapshot), EASILY)).of_all(findings)
    assert [one.proposal for one in own] == [one.proposal for one in effects_in(snapshot).of_all(findings)]


def test_effects_are_the_same_where_other_processes_work_them_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("network_service.findings.closing.effect._WORTH_SHARING", 0)
    snapshot = network("b1 b2 b3 g1 k1 k2 k3", "b1-g1 g1-k1 g1-k2 b1-b2 b2-k3")
    findings = everything(snapshot)
    told: list[tuple[int, int]] = []
    with worker_pool() as executor:
        effects = Effects(Ground(snapshot, Measures(snapshot, executor=executor), EASILY))
        shared = effects.of_all(findings, executor=executor, progress=lambda done, of: told.append((done, of)))
        assert shared == effects.of_all(findings)
    assert len(told) > 1
    assert told[-1] == (len(findings), len(findings))
