"""Laws of the rules of structure on any network, and what they find in the sample province."""

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import network_service.messages
from examples.sample_province.build import sample_records
from network_service.domain.lens import Lens
from network_service.findings.communities_not_bridged import communities_not_bridged
from network_service.findings.finding import Finding, Subject
from network_service.findings.rules_of_structure import RULES_OF_STRUCTURE
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import remedy, sentence, title
from network_service.messages import LANGUAGES, messages_in
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE
from network_service.snapshot.build import build_snapshot
from network_service.snapshot.model import Manager, Snapshot, SubNetworkInfo
from tests.findings.in_depth import InDepth, by_the_product, in_depth
from tests.findings.networks import network, networks, organisation_linker, reordered
from tests.snapshot.records import store_with

EASILY = Thresholds(thin_pair_expected=1.0, brokerage_paths=1, community_members=1)
"""Numbers by which networks of a dozen actors have something to tell."""


def found(snapshot: Snapshot) -> list[Finding]:
    measures = in_depth(snapshot)
    return [finding for rule in RULES_OF_STRUCTURE for finding in rule(snapshot, measures, EASILY)]


def with_parts(snapshot: Snapshot, chance: Random) -> Snapshot:
    """The same with two sub-networks of some of its actors, one of which has a co-ordinator."""
    ids = snapshot.actors.ids
    parts = tuple(
        SubNetworkInfo(one, f"ย่อย {one}", "area_data", tuple(sorted(chance.sample(ids, len(ids) // 2))))
        for one in ("s1", "s2")
    )
    manager = Manager("c", "คุณซี", "s1", "co_ordinator", None, None)
    return replace(snapshot, sub_networks=parts, managers=(*snapshot.managers, manager))


@given(networks(), st.randoms(use_true_random=False))
def test_no_two_findings_have_one_id_and_every_sentence_can_be_said(snapshot: Snapshot, chance: Random) -> None:
    findings = found(with_parts(snapshot, chance))
    assert len({finding.id for finding in findings}) == len(findings)
    for finding in findings:
        for language in LANGUAGES:
            words = messages_in(language)
            told = " ".join((title(finding, words), sentence(finding, words), remedy(finding, words)))
            assert not {"{", "}", "None", "finding."} & set(told.split())
            assert "{" not in told


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_the_actors_changes_no_finding(snapshot: Snapshot, chance: Random) -> None:
    order = list(range(len(snapshot.actors)))
    chance.shuffle(order)
    told = {(one.id, one.severity, one.members_affected) for one in found(snapshot)}
    assert {(one.id, one.severity, one.members_affected) for one in found(reordered(snapshot, order))} == told


@given(networks())
def test_critical_is_a_gate_that_fails_and_nothing_else(snapshot: Snapshot) -> None:
    for finding in found(snapshot):
        assert (finding.evidence.get("gate") is not None) == (finding.severity == "critical")


@given(networks())
def test_the_products_own_measures_lead_to_the_same_findings(snapshot: Snapshot) -> None:
    def told(measures: InDepth) -> set[tuple[str, int]]:
        every = (rule(snapshot, measures, EASILY) for rule in RULES_OF_STRUCTURE if rule is not communities_not_bridged)
        return {(finding.id, finding.members_affected) for findings in every for finding in findings}

    assert told(by_the_product(snapshot)) == told(in_depth(snapshot))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_these_rules_stands_in_the_catalogue_with_its_remedy(language: str) -> None:
    text = (Path(network_service.messages.__file__).parent / f"{language}.po").read_text(encoding="utf-8")
    codes = set(re.findall(r'^msgid "(finding\..+)"$', text, re.MULTILINE))
    names = {rule.__name__ for rule in RULES_OF_STRUCTURE}
    own = {code for code in codes if code.split(".")[1] in names and not re.search(r"\.(title|remedy|unknown)$", code)}
    assert own == {f"finding.{name}" for name in names} | {"finding.linker_not_brokering.person"}
    assert {f"{code}.remedy" for code in own} <= codes


def test_in_the_sample_province_they_find_what_is_thin_and_nothing_critical(tmp_path: Path) -> None:
    with store_with(tmp_path, *sample_records()) as store:
        snapshot = build_snapshot(store, Lens(as_of=SAMPLE_DAY, provinces=(SAMPLE_PROVINCE,)))
    measures = by_the_product(snapshot)
    findings = [finding for rule in RULES_OF_STRUCTURE for finding in rule(snapshot, measures, Thresholds())]
    assert not [finding for finding in findings if finding.severity == "critical"]
    # Counted by hand in the matrix of ties: of 35 pairs of 142 members 9 (27 x 31 possible) between these two.
    thin = {finding.subjects: finding for finding in findings if finding.rule == "sector_pair_too_thin"}
    hand = thin[Subject("sector", "civil_society", "civil_society"), Subject("sector", "community", "community")]
    assert (hand.evidence["ties"], hand.evidence["possible_pairs"]) == (9, 27 * 31)


def test_an_empty_network_and_one_with_nothing_amiss_have_no_findings() -> None:
    assert found(network("")) == []
    everybody = "a1 a2 b1 b2 g1 g2 k1 k2 v1 v2"
    ties = " ".join(f"{one}-{other}" for one in everybody.split() for other in everybody.split() if one < other)
    linkers = [organisation_linker(actor) for actor in everybody.split()]
    amiss = [one for one in found(network(everybody, ties, linkers=linkers)) if one.rule != "linker_not_brokering"]
    assert amiss == []
