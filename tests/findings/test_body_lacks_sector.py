import pytest

from network_service.domain.vocabulary import BodyKind
from network_service.findings.body_lacks_sector import body_lacks_sector
from network_service.findings.finding import Finding
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.networks import body, measured, network, seats

MEMBERS = "a1 a2 a3 b1 b2 g1 g2 k1 v1"


def found(snapshot: Snapshot, thresholds: Thresholds | None = None) -> dict[str, Finding]:
    findings = body_lacks_sector(snapshot, measured(snapshot), thresholds or Thresholds())
    return {finding.subjects[0].id: finding for finding in findings}


def seated(
    holders: str, kind: BodyKind = BodyKind.EXECUTIVE_COMMITTEE, thresholds: Thresholds | None = None
) -> dict[str, Finding]:
    return found(network(MEMBERS, bodies=[body("q", kind)], seats=seats("q", holders)), thresholds)


def test_a_body_with_seats_of_all_required_sectors_lacks_none() -> None:
    assert seated("g1 b1 v1 k1 a1") == {}


def test_two_sectors_are_below_what_step_5_asks_for() -> None:
    finding = seated("g1 g2 b1")["q"]
    assert (finding.severity.value, finding.case) == ("critical", "below_minimum")
    assert finding.evidence["gate"] == "structure_mechanisms"
    assert finding.evidence["sectors_missing"] == ("civil_society", "community", "academic")
    assert finding.members_affected == 5


def test_three_sectors_satisfy_step_5_so_that_the_two_that_lack_are_worth_a_look() -> None:
    finding = seated("g1 b1 v1")["q"]
    assert (finding.severity.value, finding.case, finding.evidence["gate"]) == ("minor", None, None)
    assert finding.evidence["sectors_missing"] == ("community", "academic")


def test_sectors_that_are_not_required_count_towards_the_minimum() -> None:
    assert seated("g1 c1 p1")["q"].case is None


def test_two_sectors_are_enough_on_the_support_working_group() -> None:
    enough = seated("g1 b1", BodyKind.PROVINCIAL_SUPPORT_WG)["q"]
    assert (enough.severity.value, enough.case) == ("minor", None)
    below = seated("g1 g2", BodyKind.PROVINCIAL_SUPPORT_WG)["q"]
    assert (below.severity.value, below.case) == ("critical", "below_minimum")


def test_a_body_of_all_required_sectors_may_still_be_below_the_minimum() -> None:
    finding = seated("g1 b1", thresholds=Thresholds(required_sectors=frozenset({"state"})))["q"]
    assert (finding.severity.value, finding.case, finding.members_affected) == ("critical", "below_minimum_only", 0)


@pytest.mark.parametrize(("holders", "severity"), [("g1 b1 x1", "major"), ("g1 x1", "critical"), ("g1 x1 x2", "major")])
def test_seats_of_unknown_sector_are_said_and_count_for_the_body(holders: str, severity: str) -> None:
    finding = seated(holders)["q"]
    assert finding.case == "below_minimum"
    assert finding.severity == severity
    assert finding.parameters["unknown"] == holders.count("x")


def test_a_body_none_of_whose_seats_is_known_says_just_that() -> None:
    finding = seated("x1 x2 x3")["q"]
    assert (finding.case, finding.severity.value, finding.members_affected) == ("not_known", "major", 0)


def test_a_body_without_seats_is_critical_where_others_have_them() -> None:
    other = body("r", BodyKind.STEERING_COMMITTEE)
    findings = found(network(MEMBERS, bodies=[body("q"), other], seats=seats("r", "g1 b1 v1 k1 a1")))
    assert findings.keys() == {"q"}
    assert (findings["q"].case, findings["q"].severity.value) == ("no_seats", "critical")


@pytest.mark.parametrize(("better", "severity"), [("g1 b1 v1", "major"), ("g1 b1 x1", "major"), ("g1 b1", "critical")])
def test_the_weaker_of_two_bodies_of_one_kind_is_critical_only_where_the_other_fails_too(
    better: str, severity: str
) -> None:
    bodies, on = [body("q"), body("r")], (*seats("q", "g1 g2"), *seats("r", better))
    weaker = found(network(MEMBERS, bodies=bodies, seats=on))["q"]
    assert (weaker.severity.value, weaker.case) == (severity, "below_minimum")


def test_where_no_seat_is_recorded_at_all_it_is_not_known() -> None:
    findings = found(network(MEMBERS, bodies=[body("q"), body("r")]))
    assert {(finding.case, finding.severity.value) for finding in findings.values()} == {("no_seats", "major")}


def test_the_same_body_is_followed_from_its_first_seat_on() -> None:
    assert found(network(MEMBERS, bodies=[body("q")]))["q"].id == seated("g1 b1")["q"].id
