import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import network_service.findings
from network_service.analysis.measures import Measures
from network_service.findings.finding import Finding, Severity, in_order
from network_service.findings.measured import Measured
from network_service.findings.rules_of_affairs import RULES_OF_AFFAIRS, RULES_OF_READINESS
from network_service.findings.rules_of_gaps import RULES_OF_GAPS
from network_service.findings.rules_of_structure import RULES_OF_STRUCTURE
from network_service.findings.sectors import in_vocabulary_order
from network_service.findings.thresholds import Thresholds
from network_service.messages import LANGUAGES, messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.networks import body, gaps, measured, network, networks, organisation_linker, reordered, seats

SUPPORT = {
    "__init__",
    "change",
    "ending",
    "finding",
    "listing",
    "managers",
    "measured",
    "members",
    "network_itself",
    "open_issues",
    "rules",
    "rules_of_gaps",
    "rules_of_structure",
    "rules_of_affairs",
    "sectors",
    "severity",
    "thresholds",
    "wording",
}
"""Files of the room that are no rule; every other one must be in the list."""

EVERYONE = (*RULES_OF_GAPS, *RULES_OF_STRUCTURE, *RULES_OF_AFFAIRS, *RULES_OF_READINESS)
NAMES = tuple(rule.__name__ for rule in EVERYONE)


def found(snapshot: Snapshot, measures: Measured | None = None) -> tuple[Finding, ...]:
    """What the rules of gaps find, by measures made another way unless given."""
    return gaps(snapshot, measures or measured(snapshot))


def known_ids(snapshot: Snapshot) -> set[tuple[str, str]]:
    """Kind and id of everything in a snapshot that a finding can be about."""
    people = {seat.person for seat in snapshot.seats} | {linker.id for linker in snapshot.linkers}
    return {
        *(("actor", actor) for actor in snapshot.actors.ids),
        *(("person", str(person)) for person in people),
        *(("body", body.id) for body in snapshot.bodies),
        *(("sector", sector) for sector in snapshot.actors.sectors if sector),
        *(("sector", sector) for sector in Thresholds().required_sectors),
    }


def test_every_rule_of_the_room_is_in_the_list_once_and_named_after_its_file() -> None:
    room = Path(network_service.findings.__file__).parent
    files = sorted(path.stem for path in room.glob("*.py") if path.stem not in SUPPORT)
    assert sorted(NAMES) == files
    assert all(rule.__module__ == f"network_service.findings.{rule.__name__}" for rule in EVERYONE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", NAMES)
def test_every_rule_has_title_sentence_and_remedy(rule: str, language: str) -> None:
    room = Path(network_service.messages.__file__).parent
    codes = set(re.findall(r'^msgid "(.+)"$', (room / f"{language}.po").read_text(encoding="utf-8"), re.MULTILINE))
    name = f"finding.{rule}"
    assert {name, f"{name}.title", f"{name}.remedy"} <= codes


def test_an_empty_network_has_no_findings() -> None:
    assert found(network("")) == ()


def test_a_network_with_nothing_missing_has_no_findings() -> None:
    everybody = "a1 b1 g1 k1 v1"
    ties = " ".join(f"{one}-{other}" for one in everybody.split() for other in everybody.split() if one < other)
    complete = network(
        everybody,
        ties,
        linkers=[organisation_linker(actor) for actor in everybody.split()],
        bodies=[body("q")],
        seats=seats("q", everybody),
    )
    assert found(complete) == ()


def test_the_most_severe_stand_first() -> None:
    findings = found(network("b1 b2 b3 c1 g1 g2 k1", "b1-b2 b2-b3 g1-g2"))
    ranks = [list(Severity).index(finding.severity) for finding in findings]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3
    assert findings == in_order(findings)


@given(networks())
def test_no_two_findings_have_one_id(snapshot: Snapshot) -> None:
    ids = [finding.id for finding in found(snapshot)]
    assert len(ids) == len(set(ids))


@given(networks())
def test_every_subject_is_in_the_snapshot(snapshot: Snapshot) -> None:
    subjects = {(subject.kind, subject.id) for finding in found(snapshot) for subject in finding.subjects}
    assert subjects <= known_ids(snapshot)


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_the_actors_changes_no_finding(snapshot: Snapshot, chance: Random) -> None:
    order = list(range(len(snapshot.actors)))
    chance.shuffle(order)
    shuffled = reordered(snapshot, order)
    assert {finding.id for finding in found(shuffled)} == {finding.id for finding in found(snapshot)}


@given(networks())
def test_the_products_own_measures_lead_to_the_same_findings(snapshot: Snapshot) -> None:
    assert found(snapshot, Measures(snapshot)) == found(snapshot)


@given(networks())
def test_a_gate_that_fails_is_always_critical_and_named(snapshot: Snapshot) -> None:
    for finding in found(snapshot):
        if finding.evidence.get("gate") is not None:
            assert finding.severity is Severity.CRITICAL
        elif finding.severity is Severity.CRITICAL:
            assert float(str(finding.evidence["share"])) > Thresholds().cut_off_share


@given(networks())
def test_what_is_not_required_of_a_network_is_never_missing(snapshot: Snapshot) -> None:
    nothing = replace(Thresholds(), required_sectors=frozenset())
    findings = gaps(snapshot, measured(snapshot), nothing)
    assert not [finding for finding in findings if finding.rule == "sector_without_members"]
    assert not [finding for finding in findings if finding.case in {"below_minimum", "whole_sector"}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_says_no_sentence_that_no_rule_could_say(language: str) -> None:
    rules = {*NAMES, "list", "members"}
    text = (Path(network_service.messages.__file__).parent / f"{language}.po").read_text(encoding="utf-8")
    assert set(re.findall(r'^msgid "finding\.(\w+)', text, re.MULTILINE)) == rules
    assert messages_in(language).text("finding.members", count=2)


def test_sectors_stand_in_the_order_of_the_vocabulary() -> None:
    assert in_vocabulary_order({"academic", "state", "citizen"}) == ("state", "academic", "citizen")
