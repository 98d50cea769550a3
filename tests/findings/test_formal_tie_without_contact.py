from dataclasses import replace

from network_service.findings.finding import Finding
from network_service.findings.formal_tie_without_contact import formal_tie_without_contact
from network_service.process.situation import Situation
from network_service.snapshot.affairs.actors import PersonAffairs
from network_service.snapshot.affairs.held import Involved
from tests.findings.affairs import found, told
from tests.process.hand import agreement, declared, involved, situation

ELSEWHERE = declared("k1-v1")
"""A tie between two others, so that absence answers."""


def of_two(*ties: str) -> Situation:
    return situation(
        "b1 g1 k1 v1", agreements=[agreement("m", "b1 g1")], collaboration=[ELSEWHERE, *map(declared, ties)]
    )


def only(situation: Situation) -> Finding:
    [finding] = found(formal_tie_without_contact, situation)
    return finding


def test_two_parties_that_do_not_work_together_are_found() -> None:
    finding = only(of_two())
    assert (finding.case, finding.members_affected, finding.severity.value) == ("two_parties", 2, "minor")
    assert finding.evidence["without_contact"] == ("b1", "g1")
    assert "ภาคีของ ข้อตกลง m คือ B1 และG1" in told(finding, "th")
    assert "The two parties to ข้อตกลง m, B1 and G1, have no recorded collaboration." in told(finding, "en")


def test_a_tie_that_either_declared_is_contact_also_without_a_frequency() -> None:
    assert found(formal_tie_without_contact, of_two("g1-b1")) == []
    assert found(formal_tie_without_contact, of_two("b1-g1")) == []


def test_a_tie_of_a_person_who_speaks_for_a_party_is_contact() -> None:
    by_person = situation(
        "b1 g1",
        agreements=[agreement("m", "b1 g1")],
        people=[PersonAffairs("p", "คุณ p", "b1", None), PersonAffairs("q", "คุณ q", None, None)],
        collaboration=[declared("q-g1"), declared("p-g1")],
    )
    assert found(formal_tie_without_contact, by_person) == []


def test_of_several_parties_only_those_who_work_with_none_are_named() -> None:
    many = situation(
        "b1 g1 k1 v1",
        agreements=[agreement("m", "b1 g1 k1 v1")],
        collaboration=[declared("b1-g1"), declared("g1-k1")],
    )
    finding = only(many)
    assert (finding.case, finding.parameters["names"], finding.members_affected) == (None, ("V1",), 1)


def test_witnesses_need_not_work_with_anybody() -> None:
    witnessed = replace(agreement("m", "b1 g1"), parties=(*involved("b1"), *involved("g1", "witness")))
    assert (
        found(formal_tie_without_contact, situation("b1 g1", agreements=[witnessed], collaboration=[ELSEWHERE])) == []
    )


def test_parties_whose_actor_is_not_known_are_said() -> None:
    unknown = replace(agreement("m", ""), parties=(*involved("b1 g1"), Involved("p", None, None)))
    finding = only(situation("b1 g1", agreements=[unknown], collaboration=[ELSEWHERE]))
    assert (finding.case, finding.evidence["parties_not_known"]) == (None, 1)
    assert "For whom one more party speaks is not known." in told(finding, "en")


def test_nothing_is_said_where_no_collaboration_is_recorded() -> None:
    assert found(formal_tie_without_contact, situation("b1 g1", agreements=[agreement("m", "b1 g1")])) == []


def test_parties_that_are_no_members_are_told_and_affect_no_member() -> None:
    finding = only(
        situation(
            "g1",
            actors=situation("b1 g1").affairs.actors,
            agreements=[agreement("m", "b1 g1")],
            collaboration=[ELSEWHERE],
        )
    )
    assert finding.members_affected == 1


def test_the_id_is_the_agreements() -> None:
    assert only(of_two()).id == only(of_two("b1-k1")).id
