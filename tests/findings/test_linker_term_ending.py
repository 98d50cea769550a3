import pytest

from network_service.findings.finding import Finding
from network_service.findings.linker_term_ending import linker_term_ending
from network_service.snapshot.affairs.actors import PersonAffairs
from tests.findings.affairs import found, in_days, term, told
from tests.process.hand import situation


def of(holder: str, days: int, members: str = "g1 g2") -> list[Finding]:
    return found(
        linker_term_ending,
        situation(
            members,
            actors=situation("g1 g2").affairs.actors,
            people=[PersonAffairs("p1", "คุณ p1", "g1", None)],
            terms=[term("links", holder, "g1", in_days(days)), term("manages", "p1", "net", in_days(3))],
        ),
    )


@pytest.mark.parametrize(("days", "count"), [(1, 1), (90, 1), (91, 0)])
def test_a_designation_with_ninety_days_left_is_found(days: int, count: int) -> None:
    assert len(of("p1", days)) == count


def test_who_links_whom_until_when_is_said() -> None:
    [finding] = of("p1", 17)
    assert (finding.severity.value, finding.members_affected) == ("major", 1)
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("person", "p1"), ("actor", "g1")]
    assert "การทำหน้าที่ผู้เชื่อมประสานของ คุณ p1 สำหรับ G1 จะสิ้นสุดวันที่ 31 มกราคม 2569" in told(finding, "th")
    assert "The designation of คุณ p1 as linker of G1 ends on 31 January 2026" in told(finding, "en")


def test_an_organisation_may_be_the_linker_and_an_unshown_group_affects_none() -> None:
    [finding] = of("g2", 17, members="g2")
    assert (finding.subjects[0].kind, finding.members_affected) == ("actor", 0)
