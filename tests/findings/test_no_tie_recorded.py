from network_service.findings.no_tie_recorded import no_tie_recorded
from network_service.findings.rules_of_gaps import RULES_OF_GAPS
from tests.findings.affairs import found, told
from tests.findings.networks import gaps, measured, organisation_linker
from tests.process.hand import NET, situation


def test_a_network_without_any_tie_says_so_once_about_the_whole_network() -> None:
    [finding] = found(no_tie_recorded, situation("b1 g1 g2"))
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("province_network", NET)]
    assert (finding.severity.value, finding.members_affected) == ("major", 3)
    assert "No tie between the 3 members of the network is recorded" in told(finding, "en")
    assert "ยังไม่มีบันทึกสายสัมพันธ์ระหว่างสมาชิก 3 ราย" in told(finding, "th")


def test_one_tie_is_a_record_and_a_member_alone_has_nobody_to_be_tied_to() -> None:
    assert found(no_tie_recorded, situation("b1 g1 g2", "b1-g1")) == []
    assert found(no_tie_recorded, situation("g1")) == []
    assert found(no_tie_recorded, situation()) == []


def test_the_rules_that_judge_ties_are_silent_then() -> None:
    linkers = [organisation_linker(one) for one in ("a1", "b1", "g1", "k1", "v1")]
    own = situation("a1 b1 g1 k1 v1", linkers=linkers)
    assert len(RULES_OF_GAPS) > 1
    assert gaps(own.snapshot, measured(own.snapshot)) == ()
