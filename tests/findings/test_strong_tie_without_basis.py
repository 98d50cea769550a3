import pytest

from network_service.findings.finding import Finding
from network_service.findings.strong_tie_without_basis import strong_tie_without_basis
from network_service.process.situation import Situation
from network_service.snapshot.affairs.collaboration import Declared
from tests.findings.affairs import found, told
from tests.process.hand import TODAY, agreement, body, declared, order, seat, situation


def province(*ties: Declared, **affairs: object) -> Situation:
    """Five members, and an agreement between two who have nothing to do with the others, so that absence answers."""
    return situation("b1 g1 g2 k1 v1", **{"agreements": [agreement("m", "k1 v1")], "collaboration": ties, **affairs})  # type: ignore[arg-type]


def only(situation: Situation) -> Finding:
    [finding] = found(strong_tie_without_basis, situation)
    return finding


def test_a_weekly_tie_is_strong_and_a_monthly_one_is_not() -> None:
    assert found(strong_tie_without_basis, province(declared("g1-b1", 3))) == []
    assert only(province(declared("g1-b1", 4))).evidence["pairs"] == ("b1 g1",)


def test_both_sides_word_is_one_pair_and_the_greater_frequency_counts() -> None:
    finding = only(province(declared("g1-b1", 2), declared("b1-g1", 5), declared("g1-g2", 4)))
    assert (finding.evidence["strong_ties"], finding.evidence["without_basis"]) == (2, 2)
    assert finding.members_affected == 3


def test_an_agreement_of_both_is_a_basis() -> None:
    assert found(strong_tie_without_basis, province(declared("k1-v1", 5))) == []


@pytest.mark.parametrize(("in_force", "bare"), [(True, 0), (False, 1)])
def test_an_order_in_force_of_a_body_on_which_both_sit_is_a_basis(in_force: bool, bare: int) -> None:
    together = province(
        declared("g1-b1", 4),
        bodies=[body("q", "executive_committee", "1/2569", ["o"], TODAY)],
        seats=[seat("q", "g1"), seat("q", "b1")],
        instruments=[order("o", in_force=in_force)],
    )
    assert len(found(strong_tie_without_basis, together)) == bare


def test_nothing_is_said_where_no_agreement_or_instrument_is_recorded() -> None:
    assert found(strong_tie_without_basis, province(declared("g1-b1", 5), agreements=())) == []


def test_ties_of_unknown_frequency_are_counted_and_those_to_others_left_out() -> None:
    finding = only(province(declared("g1-b1", 4), declared("g1-g2"), declared("g1-z9", 5)))
    assert (finding.evidence["frequency_not_known"], finding.evidence["strong_ties"]) == (1, 1)
    assert "How often one more pair" in told(finding, "en")


def test_the_closest_are_named_in_order_and_the_rest_counted() -> None:
    ties = [declared("-".join(pair.split()), 4) for pair in ("b1 g1", "b1 g2", "b1 k1", "b1 v1", "g1 g2", "g1 k1")]
    finding = only(province(*ties, declared("g2-v1", 5)))
    assert finding.parameters["pairs"] == ("B1 – G1", "B1 – G2", "B1 – K1", "B1 – V1", "G2 – V1")
    assert finding.parameters["pairs_more"] == 2
    assert "และอีก 2 คู่" in told(finding, "th")
    assert "7 pairs of members, of 7 that work together closely" in told(finding, "en")


def test_it_is_one_matter_of_the_network_whatever_the_numbers() -> None:
    one, other = only(province(declared("g1-b1", 4))), only(province(declared("g1-g2", 5)))
    assert one.id == other.id
    assert [subject.kind for subject in one.subjects] == ["province_network"]
    assert (one.severity.value, only(province(declared("g1-b1", 4), declared("g1-g2", 4))).severity.value) == (
        "minor",
        "major",
    )
