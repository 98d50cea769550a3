"""The provinces made by rule differ as their shapes say, and nothing in them contradicts itself."""

from collections import Counter, defaultdict
from pathlib import Path

import networkx as nx
import pytest

from examples.provinces import SHAPES, province_records
from examples.sample_province import TODAY
from network_service.analysis.measures import Measures
from network_service.domain.lens import Lens
from network_service.domain.references import references_of
from network_service.domain.vocabulary import Sector
from network_service.findings.thresholds import Thresholds
from network_service.operations.duplicate_pairs import duplicate_pairs
from network_service.snapshot.build import build_snapshot
from tests.findings.networks import gaps
from tests.snapshot.records import store_with

RECORDS = {code: province_records(shape) for code, shape in SHAPES.items()}
REQUIRED = {Sector.STATE, Sector.BUSINESS, Sector.CIVIL_SOCIETY, Sector.COMMUNITY, Sector.ACADEMIC}


def of(code: str, *kinds: str):
    return [record for record in RECORDS[code] if record.kind in kinds]


def network(code: str):
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(record.id for record in of(code, "group", "organization"))
    graph.add_edges_from((tie.source, tie.target) for tie in of(code, "collaborates_with", "shares_resource"))
    parties = defaultdict(list)
    for tie in of(code, "party_to"):
        parties[tie.target].append(tie.source)
    for members in parties.values():
        nx.add_path(graph, members)
    return graph


def test_sizes_are_those_of_a_small_a_large_and_a_middling_province():
    assert {code: len(network(code)) for code in SHAPES} == {"TH-97": 40, "TH-99": 600, "TH-01": 120}
    assert len(of("TH-99", "collaborates_with")) > 2_000


def test_one_is_well_knit_one_has_a_core_and_one_is_badly_split():
    sizes = {code: sorted(map(len, nx.connected_components(network(code))), reverse=True) for code in SHAPES}
    assert sizes["TH-97"] == [40]
    assert sizes["TH-99"] == [591, *[1] * 9]
    assert sizes["TH-01"][:2] == [86, 29]
    assert sizes["TH-01"][2:] == [1] * 5
    assert len(list(nx.bridges(network("TH-01")))) > 2
    assert nx.density(network("TH-97")) > 10 * nx.density(network("TH-99"))


def test_the_split_one_lacks_sectors_and_a_manager_and_the_others_do_not():
    lacking = {code: REQUIRED - {actor.sector for actor in of(code, "group", "organization")} for code in SHAPES}
    assert lacking == {"TH-97": set(), "TH-99": set(), "TH-01": {Sector.BUSINESS, Sector.ACADEMIC}}
    roles = {code: Counter(tie.role for tie in of(code, "manages")) for code in SHAPES}
    assert roles["TH-01"] == {}
    assert roles["TH-97"] == roles["TH-99"] == {"lead": 1, "deputy": 1, "co_ordinator": 4}
    assert len(of("TH-01", "links")) == 1


@pytest.mark.parametrize("code", SHAPES)
def test_nothing_contradicts_itself(code: str):
    by_id = {record.id: record for record in RECORDS[code]}
    assert len(by_id) == len(RECORDS[code])
    assert {record.province for record in RECORDS[code]} == {code}
    for record in RECORDS[code]:
        assert all(by_id[meant.id].kind in meant.kinds for meant in references_of(record))
    for body in of(code, "body"):
        assert sorted(seat.role for seat in of(code, "appointed_to") if seat.target == body.id)[:1] == ["chair"]
    seats = Counter(seat.source for seat in of(code, "appointed_to"))
    assert max(seats.values()) <= 3
    (told,) = of(code, "province_network")
    assert told.synthetic


def found_in(code: str, folder: Path) -> Counter[str]:
    """What the rules find in a province on its day, by rule."""
    with store_with(folder, *RECORDS[code]) as store:
        snapshot = build_snapshot(store, Lens(as_of=TODAY, provinces=(code,)))
    return Counter(found.rule for found in gaps(snapshot, Measures(snapshot), Thresholds()))


def test_the_well_knit_one_has_no_gap_and_the_large_one_those_that_the_documentation_names(tmp_path: Path):
    assert found_in("TH-97", tmp_path / "small") == {}
    assert found_in("TH-99", tmp_path / "large") == {"isolate": 9, "sector_pair_without_ties": 3}


def test_bodies_of_the_well_knit_one_are_joined_by_shared_people():
    seats: nx.Graph = nx.Graph((seat.source, seat.target) for seat in of("TH-97", "appointed_to"))
    assert nx.is_connected(seats)


@pytest.mark.parametrize("code", SHAPES)
def test_no_two_of_its_records_look_like_one(code: str):
    assert duplicate_pairs(RECORDS[code]) == []


@pytest.mark.parametrize("code", SHAPES)
def test_every_name_says_that_it_is_invented(code: str):
    named = of(code, "group", "organization", "body", "agreement", "activity", "issue", "province_network", "area")
    assert [record.name for record in named if "สมมุติ" not in record.name] == []
    people = [record.family_name for record in of(code, "person")]
    assert all(name.endswith(("สมมุติ", "ตัวอย่าง", "ทดลอง")) for name in people)
    assert len(set(people)) == len(people)
