from network_service.findings.one_sided_reports import one_sided_reports
from network_service.process.situation import Situation
from network_service.snapshot.affairs.collaboration import Declared
from tests.findings.affairs import found, told
from tests.process.hand import declared, situation


def ring(size: int, both: int) -> Situation:
    """A ring in which everybody declares a tie to the next, and the first few of these are declared back."""
    ids = [f"g{number:02}" for number in range(size)]
    nexts = [*ids[1:], ids[0]]
    ties = [declared(f"{one}-{other}") for one, other in zip(ids, nexts, strict=True)]
    back = [declared(f"{other}-{one}") for one, other in zip(ids, nexts, strict=True)][:both]
    return situation(" ".join(ids), collaboration=[*ties, *back])


def test_more_than_half_is_too_much_and_half_is_not() -> None:
    assert found(one_sided_reports, ring(12, 6)) == []
    [finding] = found(one_sided_reports, ring(12, 5))
    assert (finding.evidence["one_sided"], finding.evidence["ties"]) == (7, 12)
    assert "7 คู่ จาก 12 คู่ที่ทั้งสองฝ่ายได้ให้ข้อมูล (ร้อยละ 58.3)" in told(finding, "th")
    assert "7 of 12 ties between those who both answered (58.3%) were told by one side only" in told(finding, "en")


def test_of_fewer_than_ten_ties_a_share_says_little() -> None:
    assert found(one_sided_reports, ring(9, 0)) == []
    assert len(found(one_sided_reports, ring(10, 0))) == 1


def test_a_mutual_tie_is_both_sides_word() -> None:
    ids = [f"g{number:02}" for number in range(12)]
    ties: list[Declared] = [
        declared(f"{one}-{other}", mutual=True) for one, other in zip(ids, [*ids[1:], ids[0]], strict=True)
    ]
    assert found(one_sided_reports, situation(" ".join(ids), collaboration=ties)) == []


def test_ties_to_those_who_told_nothing_are_not_judged_and_said() -> None:
    whole = ring(12, 0)
    ids = " ".join(whole.snapshot.actors.ids)
    silent = situation(
        f"{ids} k1", collaboration=[*whole.affairs.collaboration, declared("g01-k1"), declared("g01-z9")]
    )
    [finding] = found(one_sided_reports, silent)
    assert (finding.evidence["ties"], finding.evidence["ties_not_judged"]) == (12, 1)
    assert "Of one more tie it cannot be said" in told(finding, "en")


def test_it_is_one_matter_of_the_network() -> None:
    [finding], [other] = found(one_sided_reports, ring(12, 0)), found(one_sided_reports, ring(12, 3))
    assert finding.id == other.id
    assert (finding.severity.value, finding.members_affected) == ("major", 12)
