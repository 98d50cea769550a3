"""In each invented province exactly what was meant to be critical is: the rules and conditions of `docs/sample.md`."""

from collections import Counter
from pathlib import Path

import pytest

from examples.provinces import SHAPES, province_records
from examples.sample_province import TODAY
from examples.sample_province.build import sample_records
from network_service.analysis.measures import Measures
from network_service.domain.lens import Lens
from network_service.findings.finding import Severity
from network_service.findings.rules import find_all
from network_service.findings.thresholds import Thresholds
from network_service.process.figures import Figures
from network_service.process.readiness import read_readiness
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.reference.sample_provinces import SAMPLE_PROVINCE
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.build import build_snapshot
from tests.snapshot.records import store_with

CRITICAL: dict[str, dict[str, int]] = {
    "TH-98": {
        "single_point_of_failure": 1,
        "sector_without_linker": 1,
        "too_many_bodies": 1,
        **dict.fromkeys(("stakeholders", "certified_members", "order_names_bodies", "no_lapsed_instrument"), 1),
        **dict.fromkeys(("body_meetings", "task_accountable", "members_with_role", "matching_assignments"), 1),
        "factors_met": 1,
    },
    "TH-97": {},
    "TH-99": {"manager_reach_too_short": 1, "certified_members": 1},
    "TH-01": {
        "split_component": 1,
        "single_point_of_failure": 3,
        "sector_without_linker": 2,
        "sector_without_members": 2,
        **dict.fromkeys(("actor_levels", "certified_members", "body_kinds", "factors_met", "no_factor_unmet"), 1),
    },
}
"""How often each rule, or the condition of a step that no rule tells, is critical on the provinces' day."""


@pytest.mark.parametrize("code", CRITICAL)
def test_what_is_critical_is_what_was_meant_to_be(code: str, tmp_path: Path):
    records = sample_records() if code == SAMPLE_PROVINCE else province_records(SHAPES[code])
    lens = Lens(as_of=TODAY, provinces=(code,))
    with store_with(tmp_path, *records) as store:
        snapshot, affairs = build_snapshot(store, lens), build_affairs(store, lens)
    measures = Measures(snapshot)
    readings = read_readiness(Situation(snapshot, affairs, Figures(measures), Standards()))
    findings = find_all(snapshot, affairs, readings, measures, Thresholds())
    critical = [one for one in findings if one.severity is Severity.CRITICAL]
    assert Counter(one.condition.code if one.condition else one.rule for one in critical) == CRITICAL[code]
