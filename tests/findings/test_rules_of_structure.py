"""Laws of the rules of structure on any network, and what they find in the sample province."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from network_service.findings.finding import Finding
from network_service.findings.rules_of_structure import RULES_OF_STRUCTURE
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import remedy, sentence, title
from network_service.messages import LANGUAGES, messages_in
from network_service.snapshot.model import Manager, Snapshot, SubNetworkInfo
from tests.findings.in_depth import in_depth
from tests.findings.networks import network, networks, organisation_linker, reordered

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


def test_an_empty_network_and_one_with_nothing_amiss_have_no_findings() -> None:
    assert found(network("")) == []
    everybody = "a1 a2 b1 b2 g1 g2 k1 k2 v1 v2"
    ties = " ".join(f"{one}-{other}" for one in everybody.split() for other in everybody.split() if one < other)
    linkers = [organisation_linker(actor) for actor in everybody.split()]
    amiss = [one for one in found(network(everybody, ties, linkers=linkers)) if one.rule != "linker_not_brokering"]
    assert amiss == []
