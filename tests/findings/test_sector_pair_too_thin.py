from dataclasses import replace

from network_service.findings.finding import Finding
from network_service.findings.sector_pair_too_thin import sector_pair_too_thin
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import remedy, sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import network

STATE, BUSINESS = "g1 g2 g3 g4", "b1 b2 b3 b4"
INSIDE = "g1-g2 g1-g3 g1-g4 g2-g3 g2-g4 g3-g4 b1-b2 b1-b3 b1-b4 b2-b3 b2-b4"
"""Eleven ties inside: with one across 12 of 28 pairs are tied, and 16 * 12/28 = 6.86 are to be expected across."""


def found(snapshot: Snapshot, thresholds: Thresholds | None = None) -> list[Finding]:
    return sector_pair_too_thin(snapshot, in_depth(snapshot), thresholds or Thresholds())


def across(ties: str, more: str = "") -> Snapshot:
    return network(f"{BUSINESS} {STATE} {more}", f"{INSIDE} {ties}")


def test_a_pair_with_less_than_half_of_the_ties_expected_is_found_with_its_numbers() -> None:
    [finding] = found(across("g1-b1"))
    assert [subject.id for subject in finding.subjects] == ["state", "business"]
    assert finding.evidence["ties"] == 1
    assert finding.evidence["expected"] == 16 * 12 / 28
    assert (finding.members_affected, finding.severity.value) == (8, "major")


def test_a_pair_without_any_tie_is_told_by_another_rule() -> None:
    assert found(across("")) == []


def test_half_of_the_ties_expected_is_enough() -> None:
    # 5 across: 16 ties in all, 16 * 16/28 = 9.14 expected, half of which is 4.57; with 4 across 4 < 8.57/2 = 4.29.
    assert found(across("g1-b1 g2-b2 g3-b3 g4-b4 g1-b2")) == []
    assert len(found(across("g1-b1 g2-b2 g3-b3 g4-b4"))) == 1


def test_a_ratio_at_the_threshold_is_enough() -> None:
    snapshot = across("g1-b1")
    ratio = in_depth(snapshot).sector_pairs_expected.pairs[1].ratio
    assert ratio is not None
    assert found(snapshot, replace(Thresholds(), thin_pair_ratio=1 / 7)) == []


def test_where_fewer_than_three_ties_are_expected_nothing_is_said() -> None:
    snapshot = across("g1-b1")
    assert found(snapshot, replace(Thresholds(), thin_pair_expected=16 * 12 / 28)) != []
    assert found(snapshot, replace(Thresholds(), thin_pair_expected=6.9)) == []


def test_members_of_unknown_sector_are_said_in_both_languages() -> None:
    [finding] = found(across("g1-b1 x1-b1", "x1"))
    assert finding.parameters["unknown"] == 1
    assert "7 คู่" in sentence(finding, messages_in("th"))
    assert sentence(finding, messages_in("en")).endswith("The sector of 1 member is not known.")
    assert remedy(finding, messages_in("th")) != remedy(finding, messages_in("en"))
