from collections.abc import Sequence
from datetime import date

import pytest

from network_service.findings.finding import Finding
from network_service.findings.step_condition_fails import SAID_BY, step_condition_fails
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import remedy, sentence, subject_word
from network_service.messages import messages_in
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State
from network_service.process.readiness import Readings, read_readiness
from network_service.snapshot.model import Snapshot
from tests.findings.networks import network, person_linker
from tests.process.hand import situation


def condition(code: str, state: State = State.FALSE, **evidence: object) -> Condition:
    return Condition(code, state, 1, 5, Responsible.GOVERNORS_OFFICE, evidence, {"names": ("คณะ ก",)})  # type: ignore[arg-type]


def found(
    *conditions: Condition, step: str = "structure_mechanisms", snapshot: Snapshot | None = None
) -> Sequence[Finding]:
    readings = Readings((Step(step, conditions),), ())
    return step_condition_fails(readings, network("g1") if snapshot is None else snapshot, Thresholds())


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


@pytest.mark.parametrize("code", ["linkers_act", "sector_on_one_point", "manager_reach", "body_sectors"])
def test_what_another_rule_tells_is_not_said_again(code: str) -> None:
    assert code in SAID_BY
    assert found(condition(code)) == []


@pytest.mark.parametrize(("members", "count"), [("g1 b1", 0), ("g1 x1", 1)])
def test_a_sector_that_is_missing_is_told_here_where_the_sector_of_somebody_is_not_known(
    members: str, count: int
) -> None:
    assert len(found(condition("required_sectors"), snapshot=network(members))) == count


@pytest.mark.parametrize(("linkers", "count"), [(["g1"], 0), (["g1", "a1"], 1), (["g1", None], 1)])
def test_a_sector_is_told_here_whose_linker_has_not_accepted_or_may_be_of_unknown_sector(
    linkers: list[str | None], count: int
) -> None:
    bare = condition("linker_of_sectors", sectors_without_linker=("academic",))
    designated = [person_linker(f"p{number}", actor) for number, actor in enumerate(linkers)]
    assert len(found(bare, snapshot=network("a1 g1", linkers=designated))) == count


def test_a_missing_deputy_is_told_here_where_there_is_no_lead_either() -> None:
    deputy = condition("deputy_manager")
    assert found(condition("one_lead_manager", State.TRUE, leads=("p1",)), deputy) == []
    told = [finding.subjects[0].id for finding in found(condition("one_lead_manager", leads=()), deputy)]
    assert told == ["one_lead_manager", "deputy_manager"]


def test_evidence_can_be_written_as_it_is() -> None:
    [finding] = found(condition("body_meetings", last=date(2026, 1, 2), bodies_lacking=("q",)))
    assert (finding.evidence["last"], finding.evidence["bodies_lacking"]) == ("2026-01-02", ("q",))
    assert finding.evidence["responsible"] == "governors_office"


def test_of_a_network_as_it_is_each_failing_condition_is_told_once() -> None:
    own = situation("g1 g2 g3 b1", "g1-g2")
    findings = step_condition_fails(read_readiness(own), own.snapshot, Thresholds())
    told = [finding.subjects[0].id for finding in findings]
    assert "largest_sector" in told
    assert len(told) == len(set(told))
    assert {finding.severity.value for finding in findings} == {"critical"}
