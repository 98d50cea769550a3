from datetime import date

from network_service.findings.seats_ending import seats_ending
from network_service.process.situation import Situation
from tests.findings.affairs import found, in_days, term, told
from tests.process.hand import body, seat, situation


def province(**ends: date | None) -> Situation:
    """A body with a seat for each actor, and when its term ends."""
    return situation(
        " ".join(sorted(ends)),
        bodies=[body("q", "executive_committee")],
        seats=[seat("q", actor) for actor in ends],
        terms=[term("appointed_to", actor, "q", end) for actor, end in ends.items()],
    )


def test_all_seats_of_a_body_that_end_in_time_are_one_finding() -> None:
    [finding] = found(seats_ending, province(b1=in_days(90), g1=in_days(46), k1=in_days(91), v1=None))
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("body", "q")]
    assert (finding.severity.value, finding.members_affected) == ("major", 2)
    assert (finding.evidence["seats"], finding.evidence["seats_ending"], finding.evidence["days_left"]) == (4, 2, 46)
    assert "2 ที่นั่ง จาก 4 ที่นั่ง (รายแรกครบวาระวันที่ 1 มีนาคม 2569) ได้แก่ B1 และG1" in told(finding, "th")
    assert "the terms of 2 of 4 seats end within 90 days (the first on 1 March 2026): B1 and G1." in told(finding, "en")


def test_nothing_ends_in_time() -> None:
    assert found(seats_ending, province(b1=in_days(91), g1=None)) == []


def test_other_terms_are_no_seats() -> None:
    others = situation("b1", terms=[term("links", "b1", "b1", in_days(5)), term("manages", "b1", "net", in_days(5))])
    assert found(seats_ending, others) == []


def test_two_seats_of_one_holder_are_named_once() -> None:
    twice = situation(
        "b1",
        bodies=[body("q", "executive_committee")],
        seats=[seat("q", "b1")],
        terms=[term("appointed_to", "b1", "q", in_days(5), role) for role in ("chair", "member")],
    )
    [finding] = found(seats_ending, twice)
    assert (finding.parameters["count"], finding.parameters["names"]) == (2, ("B1",))
