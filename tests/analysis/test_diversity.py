"""The index of qualitative variation."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from network_service.analysis.diversity import iqv
from network_service.analysis.unknown import NO_SECTOR_KNOWN
from network_service.snapshot.model import Snapshot
from tests.analysis.golden import golden
from tests.analysis.networks import SECTORS, network, networks, permuted
from tests.trials import trials


def test_golden_vector() -> None:
    found = iqv(golden(), required=SECTORS)
    assert found.value == pytest.approx(0.976563, abs=5e-7)
    assert found.actors == {"academic": 1, "business": 1, "civil_society": 2, "community": 2, "state": 2}


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_is_the_share_of_pairs_drawn_with_return_that_differ_over_the_most_there_could_be(snapshot: Snapshot) -> None:
    found, known = iqv(snapshot), [code for code in snapshot.actors.sectors if code]
    kinds = len(set(known))
    assert (found.unknown, sum(found.actors.values())) == (list(snapshot.actors.sectors).count(None), len(known))
    if kinds < 2:
        assert (found.value, found.reason) == (None, NO_SECTOR_KNOWN)
    else:
        differ = 2 * sum(one != other for one, other in combinations(known, 2)) / len(known) ** 2
        assert found.value == pytest.approx(differ / (1 - 1 / kinds))
        assert 0 <= (found.value or 0) <= 1
    assert iqv(permuted(snapshot, list(reversed(range(len(snapshot.actors)))))).value == found.value


def test_sectors_of_one_size_are_as_varied_as_can_be() -> None:
    assert iqv(network(6, sectors=["x", "y", "z"] * 2)).value == 1.0


def test_a_required_sector_that_is_absent_counts_against() -> None:
    snapshot = network(4, sectors=["x", "x", "y", "y"])
    assert iqv(snapshot).value == 1.0
    found = iqv(snapshot, required=["x", "z"])
    assert (found.value, found.actors) == (pytest.approx(0.5 * 3 / 2), {"x": 2, "y": 2, "z": 0})
    assert iqv(network(2, sectors=["x", "x"]), required=["x", "y"]).value == 0.0


def test_nothing_varies_without_two_sectors_or_a_known_one() -> None:
    for snapshot in (network(0), network(2), network(2, sectors=["x", "x"])):
        assert (iqv(snapshot).value, iqv(snapshot).reason) == (None, NO_SECTOR_KNOWN)
    assert iqv(network(2), required=["x", "y"]).value is None
