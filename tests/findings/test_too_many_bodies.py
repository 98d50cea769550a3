from network_service.findings.finding import Finding
from network_service.findings.thresholds import Thresholds
from network_service.findings.too_many_bodies import too_many_bodies
from network_service.snapshot.model import Seat
from tests.findings.networks import body, measured, network, personal_seats, seat

BODIES = [body(name) for name in ("q1", "q2", "q3", "q4", "q5")]


def found(*held: Seat) -> list[Finding]:
    snapshot = network("b1 g1", bodies=BODIES, seats=held)
    return too_many_bodies(snapshot, measured(snapshot), Thresholds())


def test_three_bodies_are_not_too_many() -> None:
    assert found(*personal_seats("p", ["q1", "q2", "q3"])) == []


def test_four_bodies_fail_step_5_and_are_named() -> None:
    [finding] = found(*personal_seats("p", ["q1", "q2", "q3", "q4"]))
    assert (finding.severity.value, finding.evidence["gate"]) == ("critical", "structure_mechanisms")
    assert finding.parameters["bodies"] == ("คณะ q1", "คณะ q2", "คณะ q3", "คณะ q4")
    assert finding.parameters["name"] == "คุณp"


def test_seats_by_post_and_as_a_representative_count_with_those_in_person() -> None:
    [finding] = found(
        *personal_seats("p", ["q1", "q2"]), *personal_seats("p", ["q3"], "post"), seat("q4", "b1", person="p")
    )
    assert (finding.evidence["bodies"], finding.evidence["ex_officio_seats"]) == (4, 1)
    assert finding.members_affected == 2


def test_two_seats_on_one_body_are_one_body() -> None:
    assert found(*personal_seats("p", ["q1", "q2", "q3"]), *personal_seats("p", ["q3"], "post")) == []


def test_seats_whose_person_is_not_known_are_nobodys() -> None:
    assert found(*personal_seats(None, ["q1", "q2", "q3", "q4"], "post")) == []


def test_a_body_that_is_no_longer_in_force_does_not_count() -> None:
    assert found(*personal_seats("p", ["q1", "q2", "q3", "abolished"])) == []


def test_a_seat_that_speaks_for_nobody_affects_nobody() -> None:
    [finding] = found(*(Seat(one.id, "p", "person", "member", "p", None, None) for one in BODIES))
    assert finding.members_affected == 0
