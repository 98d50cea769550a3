"""On the sample province the rules find every planted gap, with its numbers, and nothing else."""

from pathlib import Path

import pytest

from examples.sample_province.build import sample_records
from examples.sample_province.planted import PLANTED, PlantedGap
from network_service.analysis.measures import Measures
from network_service.domain.lens import Lens
from network_service.findings.finding import Finding
from network_service.findings.thresholds import Thresholds
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE
from network_service.snapshot.build import build_snapshot
from tests.findings.networks import gaps
from tests.snapshot.records import store_with

Key = tuple[str, frozenset[str]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, Finding]:
    folder: Path = tmp_path_factory.mktemp("sample")
    with store_with(folder, *sample_records()) as store:
        snapshot = build_snapshot(store, Lens(as_of=SAMPLE_DAY, provinces=(SAMPLE_PROVINCE,)))
    findings = gaps(snapshot, Measures(snapshot), Thresholds())
    return {(one.rule, frozenset(subject.id for subject in one.subjects)): one for one in findings}


def test_the_planted_gaps_and_no_others_are_found(found: dict[Key, Finding]) -> None:
    assert found.keys() == {(gap.rule, frozenset(subject.id for subject in gap.subjects)) for gap in PLANTED}


@pytest.mark.parametrize("gap", PLANTED, ids=lambda gap: f"{gap.rule}-{gap.subjects[0].name}")
def test_a_planted_gap_is_found_with_its_numbers(found: dict[Key, Finding], gap: PlantedGap) -> None:
    finding = found[gap.rule, frozenset(subject.id for subject in gap.subjects)]
    if gap.count is not None:
        assert finding.parameters["count"] == gap.count
    assert finding.evidence.get("sectors_missing", ()) == tuple(sector.value for sector in gap.lacking)
