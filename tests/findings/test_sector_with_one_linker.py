from network_service.findings.finding import Finding
from network_service.findings.sector_with_one_linker import sector_with_one_linker
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Linker
from tests.findings.networks import measured, network, organisation_linker, person_linker


def found(actors: str, *linkers: Linker) -> list[Finding]:
    snapshot = network(actors, linkers=linkers)
    return sector_with_one_linker(snapshot, measured(snapshot), Thresholds())


def test_a_sector_with_one_linker_is_found_with_who_it_is() -> None:
    [finding] = found("g1 g2", organisation_linker("g1"))
    assert (finding.subjects[0].id, finding.evidence["linker"]) == ("state", "g1")
    assert (finding.members_affected, finding.severity.value) == (2, "major")


def test_two_linkers_are_enough_and_none_is_told_by_another_rule() -> None:
    assert found("g1 g2", organisation_linker("g1"), organisation_linker("g2")) == []
    assert found("g1 g2") == []


def test_who_links_two_groups_of_a_sector_is_one_linker() -> None:
    assert len(found("g1 g2", person_linker("p", "g1", "one"), person_linker("p", "g2", "two"))) == 1


def test_a_sector_without_members_needs_no_stand_in() -> None:
    assert found("g1", person_linker("p", "b9")) == []


def test_a_sector_that_is_not_required_is_minor_whatever_its_size() -> None:
    assert found("c1 c2", organisation_linker("c1"))[0].severity == "minor"
    assert found("c1 c2 c3", organisation_linker("c1"))[0].severity == "minor"


def test_linkers_of_unknown_sector_are_said_in_both_languages() -> None:
    [finding] = found("g1 g2", organisation_linker("g1"), person_linker("p", None))
    assert finding.parameters["unknown"] == 1
    assert sentence(finding, messages_in("en")).endswith("The sector of 1 linker is not known.")
    assert "ในส่วนของภาครัฐ มีสมาชิก 2 ราย" in sentence(finding, messages_in("th"))
