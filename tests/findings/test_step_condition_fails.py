from collections.abc import Sequence
from datetime import date

import pytest

from network_service.findings.finding import Finding, Severity, Subject
from network_service.findings.rules_of_gaps import RULES_OF_GAPS
from network_service.findings.rules_of_structure import RULES_OF_STRUCTURE
from network_service.findings.step_condition_fails import SAID_BY, step_condition_fails
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import remedy, sentence, subject_word
from network_service.messages import messages_in
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State
from network_service.process.readiness import Readings, read_readiness
from tests.findings.networks import gaps, measured
from tests.process.hand import linker, situation


def condition(code: str, state: State = State.FALSE, **evidence: object) -> Condition:
    return Condition(code, state, 1, 5, Responsible.GOVERNORS_OFFICE, evidence, {"names": ("คณะ ก",)})  # type: ignore[arg-type]


def found(
    *conditions: Condition, step: str = "structure_mechanisms", told: Sequence[Finding] = ()
) -> Sequence[Finding]:
    return step_condition_fails(Readings((Step(step, conditions),), ()), told, Thresholds())


def said(rule: str, *subjects: str, gate: str | None = "structure_mechanisms") -> Finding:
    """What another rule found, by which the gate of a step fails."""
    about = tuple(Subject("actor", one, one) for one in subjects)
    return Finding(rule, Severity.CRITICAL if gate else Severity.MAJOR, about, {"gate": gate}, {}, 1)


def test_a_condition_that_fails_is_critical_and_tells_its_own_sentence() -> None:
    [finding] = found(condition("body_chairs"))
    assert (finding.severity.value, finding.evidence["gate"]) == ("critical", "structure_mechanisms")
    assert (finding.evidence["value"], finding.evidence["threshold"]) == (1, 5)
    thai, english = messages_in("th"), messages_in("en")
    assert sentence(finding, english) == (
        "Step 5, structuring the mechanisms that drive the network, is held back: 1 of 5 bodies have a chair."
    )
    assert remedy(finding, english) == "Appoint a chair: คณะ ก. (To act: governor's office.)"
    assert sentence(finding, thai).startswith(
        "ขั้นที่ 5 การจัดโครงสร้างกลไกขับเคลื่อนการทำงานของเครือข่าย มีเงื่อนไขที่ยังไม่ผ่าน ผลที่พบคือ "
    )
    assert remedy(finding, thai).endswith(" (ผู้รับผิดชอบ: สำนักงานจังหวัด/ผู้ว่าราชการจังหวัด)")


def test_the_condition_is_the_subject_and_is_told_by_what_it_asks_for() -> None:
    [finding] = found(condition("body_chairs"))
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("condition", "body_chairs")]
    assert subject_word(finding, finding.subjects[0], messages_in("en")) == "Each body has a chair"
    assert finding.id == found(condition("body_chairs", bodies_lacking=("q",)))[0].id
    assert finding.id != found(condition("body_secretaries"))[0].id


def test_what_holds_and_what_is_not_known_is_no_finding() -> None:
    assert found(condition("body_chairs", State.TRUE), condition("body_chairs", State.UNKNOWN)) == []


@pytest.mark.parametrize("code", SAID_BY)
def test_what_another_rule_tells_of_all_that_lacks_is_not_said_again(code: str) -> None:
    rule, listed = SAID_BY[code]
    assert rule in {one.__name__ for one in (*RULES_OF_GAPS, *RULES_OF_STRUCTURE)}
    failing = condition(code, **({listed: ("one", "two")} if listed else {}))
    assert found(failing, told=[said(rule, "one"), said(rule, "two", "three")]) == []
    assert len(found(failing)) == 1, "no rule tells it"
    assert len(found(failing, told=[said(rule, "one", "two", gate="another_step")])) == 1
    assert len(found(failing, told=[said(rule, "one", "two", gate=None)])) == 1, "told, but not as what holds it back"
    assert len(found(failing, told=[said("isolate", "one", "two")])) == 1


def test_a_condition_is_said_where_the_rule_tells_only_a_part_of_what_it_lacks() -> None:
    """A sector whose linker has not accepted is told by no rule; another one without any linker is."""
    bare = condition("linker_of_sectors", sectors_without_linker=("academic", "business"))
    assert len(found(bare, told=[said("sector_without_linker", "academic")])) == 1


@pytest.mark.parametrize(("designated", "here"), [("g1 a1", True), ("g1", False)])
def test_of_a_network_as_it_is_a_linker_who_has_not_accepted_is_told_here(designated: str, here: bool) -> None:
    linkers = [linker(one, accepted=one == "g1") for one in designated.split()]
    own = situation("a1 g1", "g1-a1", linkers=linkers)
    told = gaps(own.snapshot, measured(own.snapshot))
    findings = step_condition_fails(read_readiness(own), told, Thresholds())
    assert ("linker_of_sectors" in {finding.subjects[0].id for finding in findings}) == here


def test_evidence_can_be_written_as_it_is() -> None:
    [finding] = found(condition("body_meetings", last=date(2026, 1, 2), bodies_lacking=("q",)))
    assert (finding.evidence["last"], finding.evidence["bodies_lacking"]) == ("2026-01-02", ("q",))
    assert finding.evidence["responsible"] == "governors_office"


def test_of_a_network_as_it_is_each_failing_condition_is_told_once() -> None:
    own = situation("g1 g2 g3 b1", "g1-g2")
    findings = step_condition_fails(read_readiness(own), (), Thresholds())
    told = [finding.subjects[0].id for finding in findings]
    assert "largest_sector" in told
    assert len(told) == len(set(told))
    assert {finding.severity.value for finding in findings} == {"critical"}
