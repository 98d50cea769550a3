from dataclasses import replace

import pytest

from network_service.findings.finding import Finding
from network_service.findings.sub_network_of_one_sector import sub_network_of_one_sector
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.affairs.actors import PersonAffairs
from network_service.snapshot.model import SubNetworkInfo
from tests.process.hand import situation


def found(members: str) -> list[Finding]:
    parts = (SubNetworkInfo("s", "เครือข่ายย่อยน้ำ", "area_data", tuple(members.split())),)
    own = situation("b1 g1 g2 g3 x1", people=[PersonAffairs("p1", "คุณ p1", "b1", None)])
    return sub_network_of_one_sector(replace(own.snapshot, sub_networks=parts), own.affairs, Thresholds())


def test_members_of_one_sector_are_found() -> None:
    [finding] = found("g1 g2")
    assert (finding.subjects[0].id, finding.evidence["sector"]) == ("s", "state")
    assert (finding.members_affected, finding.severity.value) == (2, "minor")
    assert found("g1 g2 g3")[0].severity == "major"


def test_two_sectors_are_enough() -> None:
    assert found("b1 g1 g2") == []


def test_a_person_is_of_the_sector_of_whom_the_person_speaks_for() -> None:
    assert found("g1 g2 p1") == []
    [finding] = found("b1 p1")
    assert (finding.evidence["sector"], finding.evidence["sector_not_known"]) == ("business", 0)


@pytest.mark.parametrize("members", ["", "x1", "x1 z9"])
def test_what_nobody_can_judge_is_not_said(members: str) -> None:
    assert found(members) == []


def test_members_of_unknown_sector_or_not_shown_are_said_in_both_languages() -> None:
    [finding] = found("g1 g2 x1 z9")
    assert finding.parameters["unknown"] == 2
    assert sentence(finding, messages_in("en")) == (
        "All 2 members of เครือข่ายย่อยน้ำ whose sector is known come from government. "
        "The sectors of 2 members are not known."
    )
    assert "มาจากภาครัฐทั้งหมด" in sentence(finding, messages_in("th"))
