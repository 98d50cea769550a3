"""Brokerage against chance: every way to deal the groups, enumerated, beside a thousand shuffles."""

import subprocess
import sys
from itertools import combinations
from math import isclose, sqrt
from pathlib import Path

import pytest

from network_service.analysis.brokerage import brokerage, brokerage_undirected
from network_service.analysis.brokerage_significance import brokerage_significance
from network_service.analysis.open_paths import ROLES
from network_service.analysis.unknown import NO_SPREAD, TOO_FEW_FOR_CHANCE
from network_service.snapshot.model import Snapshot
from tests.analysis.networks import network

ARCS = [(0, 1), (1, 0), (1, 2), (2, 3), (0, 4), (4, 5), (5, 0), (6, 0), (0, 7), (7, 8), (8, 9), (3, 0), (9, 2), (6, 8)]
GROUPS = ["x", "x", "x", "x", "y", "y", "y", "y", "y", "y"]


def ten(groups: list[str | None] | None = None) -> Snapshot:
    return network(10, ARCS, sectors=groups or list(GROUPS))


@pytest.mark.parametrize("directed", [True, False])
def test_mean_and_deviation_are_those_of_all_ways_to_deal(directed: bool) -> None:
    measure = brokerage if directed else brokerage_undirected
    snapshot, shuffles = ten(), 4_000
    every = []
    for chosen in combinations(range(10), GROUPS.count("x")):  # 210 ways
        dealt = ["x" if actor in chosen else "y" for actor in range(10)]
        every.append(measure(snapshot, groups=dealt).of_roles)
    found = brokerage_significance(snapshot, seed=7, directed=directed, shuffles=shuffles)
    for role in ROLES:
        for actor in range(10):
            values = [way[role][actor] or 0 for way in every]
            mean = sum(values) / len(values)
            deviation = sqrt(sum((value - mean) ** 2 for value in values) / len(values))
            chance = found.of_actors[role][actor]
            observed = measure(snapshot).of_roles[role][actor]
            assert chance.observed == observed
            # Five standard errors of a mean, and a tenth of the deviation: what 4,000 shuffles can be asked for.
            assert chance.expected == pytest.approx(mean, abs=5 * deviation / sqrt(shuffles) + 1e-12)
            assert chance.deviation == pytest.approx(deviation, rel=0.1)
            share = sum(value >= (observed or 0) for value in values) / len(values)
            assert chance.share_as_high == pytest.approx(share, abs=0.04)
            if deviation:
                assert chance.z == pytest.approx(((observed or 0) - (chance.expected or 0)) / (chance.deviation or 1))
            else:
                assert chance.z is None


def test_all_actors_together_are_the_sum_of_each() -> None:
    found = brokerage_significance(ten(), seed=1, shuffles=50)
    for role in ROLES:
        each, every = found.of_actors[role], found.of_all[role]
        assert every.observed == sum(chance.observed or 0 for chance in each)
        assert isclose(every.expected or 0, sum(chance.expected or 0 for chance in each), abs_tol=1e-9)


def test_a_planted_linker_stands_out() -> None:
    # Two circles of twelve, one in each group, tied to each other through actor 0 alone: a pair across for 0, and for
    # whom it meets on the other side; in a shuffle everybody stands between the groups.
    circle = [(a, (a + 1) % 12) for a in range(12)] + [(12 + a, 12 + (a + 1) % 12) for a in range(12)]
    snapshot = network(24, [*circle, (0, 12)], sectors=["state"] * 12 + ["community"] * 12)
    found = brokerage_significance(snapshot, seed=3, directed=False)
    crossing = found.of_actors["gatekeeper"]
    assert (crossing[0].observed, crossing[5].observed) == (2, 0)
    assert (crossing[0].z or 0) > 0 > (crossing[5].z or 0)
    assert (found.of_all["coordinator"].z or 0) > 1.96
    assert found.of_all["coordinator"].share_as_high == 1 / 1001


def test_same_seed_same_figures_in_any_process() -> None:
    told = brokerage_significance(ten(), seed=11, shuffles=20)
    assert told == brokerage_significance(ten(), seed=11, shuffles=20)
    assert told.of_actors != brokerage_significance(ten(), seed=12, shuffles=20).of_actors
    program = (
        "from tests.analysis.test_brokerage_significance import ten\n"
        "from network_service.analysis.brokerage_significance import brokerage_significance\n"
        "print(brokerage_significance(ten(), seed=11, shuffles=20).of_all)"
    )
    root = Path(__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(told.of_all)
    assert (told.method.seed, told.method.parameters["shuffles"]) == (11, 20)


def test_nothing_is_said_of_fewer_than_ten_actors_of_known_group() -> None:
    for snapshot in (network(0), network(9, sectors=["x"] * 9), ten([*GROUPS[:9], None])):
        found = brokerage_significance(snapshot, seed=1)
        assert (found.of_actors, found.of_all, found.reason) == ({}, {}, TOO_FEW_FOR_CHANCE)


def test_unknown_groups_keep_out_of_the_shuffle() -> None:
    snapshot = network(12, [*ARCS, (10, 0), (1, 10)], sectors=[*GROUPS, None, None])
    found, without = brokerage_significance(snapshot, seed=5), brokerage_significance(ten(), seed=5)
    for role in ROLES:
        assert found.of_actors[role][:10] == without.of_actors[role]
        assert {chance.z for chance in found.of_actors[role][10:]} == {None}
        assert found.of_actors[role][10].observed is None
    assert (found.left_out.actors, found.left_out.ties, found.reason) == (2, 2, NO_SPREAD)


def test_progress_is_told_and_may_end_the_work() -> None:
    seen = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        brokerage_significance(ten(), seed=1, shuffles=10, progress=stop)
    assert seen == [(0, 10), (1, 10), (2, 10), (3, 10)]
    with pytest.raises(ValueError, match="two shuffles"):
        brokerage_significance(ten(), seed=1, shuffles=1)
