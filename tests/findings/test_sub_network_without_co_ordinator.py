from dataclasses import replace

from network_service.documents.findings_table import subject_names
from network_service.findings.finding import Finding
from network_service.findings.sub_network_without_co_ordinator import sub_network_without_co_ordinator
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Manager, SubNetworkInfo
from tests.findings.networks import measured, network


def found(members: str, *managers: Manager) -> list[Finding]:
    parts = (SubNetworkInfo("s", "เครือข่ายย่อยน้ำ", "area_data", tuple(members.split())),)
    snapshot = replace(network("b1 g1 g2", managers=managers), sub_networks=parts)
    return sub_network_without_co_ordinator(snapshot, measured(snapshot), Thresholds())


def manager(of: str, role: str) -> Manager:
    return Manager("m", "คุณเอ็ม", of, role, "g1", "state")


def test_a_sub_network_that_nobody_co_ordinates_is_found() -> None:
    [finding] = found("g1 g2", manager("n", "lead"))
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("sub_network", "s")
    assert (finding.members_affected, finding.severity.value) == (2, "minor")
    assert found("b1 g1 g2", manager("n", "lead"))[0].severity == "major"


def test_a_co_ordinator_of_its_own_closes_it_and_one_of_another_does_not() -> None:
    assert found("g1", manager("s", "co_ordinator")) == []
    assert len(found("g1", manager("other", "co_ordinator"))) == 1


def test_where_no_manager_is_recorded_at_all_it_is_not_known() -> None:
    assert found("g1") == []


def test_sentence_in_both_languages_and_its_name_as_subject() -> None:
    [finding] = found("g1 g2", manager("n", "lead"))
    assert sentence(finding, messages_in("en")) == "เครือข่ายย่อยน้ำ has 2 members but no recorded co-ordinator."
    assert sentence(finding, messages_in("th")).startswith("เครือข่ายย่อยน้ำ มีสมาชิก 2 ราย")
    assert subject_names(finding, "en") == ["เครือข่ายย่อยน้ำ"]
