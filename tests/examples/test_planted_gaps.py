"""The gaps planted in the sample are there by independent checks, and no others of their kinds."""

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

import networkx as nx
import pytest

from examples.sample_province import PROVINCE
from examples.sample_province.planted import PLANTED
from network_service.domain.vocabulary import Sector
from tests.examples.sample_reading import Reading, read_sample
from tests.house.tree import ROOT

REQUIRED = {Sector.STATE, Sector.BUSINESS, Sector.CIVIL_SOCIETY, Sector.COMMUNITY, Sector.ACADEMIC}


def planted(rule):
    return [gap for gap in PLANTED if gap.rule == rule]


def subject_ids(rule):
    return {subject.id for gap in planted(rule) for subject in gap.subjects}


@pytest.fixture(scope="module")
def today() -> Reading:
    return read_sample()


def test_every_subject_is_a_record_of_the_sample_or_a_sector(today):
    for gap in PLANTED:
        for subject in gap.subjects:
            assert subject.id in today.by_id or (subject.kind == "sector" and subject.name in set(Sector))
            if subject.kind == "person":
                person = today.by_id[subject.id]
                assert subject.name == f"{person.given_name} {person.family_name}"
            elif subject.kind != "sector":
                assert subject.name == today.by_id[subject.id].display_name


def test_exactly_the_three_planted_isolates_have_no_tie(today):
    assert set(nx.isolates(today.network)) == subject_ids("isolate")
    assert len(planted("isolate")) == 3


def test_exactly_the_planted_component_stands_apart_and_the_rest_hangs_together(today):
    parts = sorted(nx.connected_components(today.network), key=len)
    assert [len(part) for part in parts] == [1, 1, 1, 4, 135]
    assert parts[3] == subject_ids("split_component")


def test_only_business_and_community_have_no_tie(today):
    tied = {frozenset((today.sector(one), today.sector(other))) for one, other in today.network.edges}
    without = {frozenset(pair) for pair in combinations(set(Sector), 2)} - tied
    assert without == {frozenset(subject_ids("sector_pair_without_ties"))} == {frozenset(("business", "community"))}


def test_business_and_community_meet_only_in_the_declaration_that_all_signed(today):
    shared = []
    for agreement in today.of("agreement"):
        parties = [tie.source for tie in today.of("party_to") if tie.target == agreement.id]
        if {"business", "community"} <= {today.sector(party) for party in parties}:
            shared.append(len(parties))
    assert shared == [16]


def test_business_and_community_did_have_a_tie_until_it_ended():
    before = read_sample(date(2025, 6, 1))
    pairs = {frozenset((before.sector(one), before.sector(other))) for one, other in before.network.edges}
    assert frozenset(("business", "community")) in pairs


def test_every_sector_but_academia_has_a_linker_who_accepted(today):
    served = {today.sector(link.target) for link in today.of("links") if link.accepted_on}
    assert set(Sector) - served == subject_ids("sector_without_linker") == {"academic"}
    for link in today.of("links"):
        kind = today.by_id[link.source].kind
        actor = today.speaks_for(link.source) if kind == "person" else link.source
        assert actor in today.network
        assert today.sector(actor) == today.sector(link.target)


def test_exactly_one_linker_has_no_tie_to_another_sector(today):
    idle = set()
    for link in today.of("links"):
        actor = today.speaks_for(link.source) if today.by_id[link.source].kind == "person" else link.source
        around = list(today.network[actor])
        assert around
        if {today.sector(near) for near in around} == {today.sector(actor)}:
            idle.add(link.source)
    assert idle == subject_ids("linker_not_acting")
    assert len(idle) / len(today.of("links")) < 0.2


def test_only_the_planted_hubs_cut_others_off_and_as_many_as_said(today):
    cut_off = {}
    for hub in nx.articulation_points(today.network):
        around = nx.node_connected_component(today.network, hub) - {hub}
        parts = [len(part) for part in nx.connected_components(today.network.subgraph(around))]
        cut_off[hub] = sum(parts) - max(parts)
    assert cut_off == {gap.subjects[0].id: gap.count for gap in planted("single_point_of_failure")}
    assert max(cut_off.values()) >= 16
    assert max(cut_off.values()) > 0.1 * len(today.network) > min(cut_off.values())


def test_only_the_planted_bodies_lack_a_required_sector(today):
    present = defaultdict(set)
    for seat in today.of("appointed_to"):
        present[seat.target].add(today.seat_sector(seat.source))
    assert all(None not in sectors and len(sectors) >= 3 for sectors in present.values())
    lacking = {body: REQUIRED - sectors for body, sectors in present.items() if REQUIRED - sectors}
    assert lacking == {gap.subjects[0].id: set(gap.lacking) for gap in planted("body_lacks_sector")}


def test_only_one_person_sits_on_more_than_three_bodies(today):
    bodies = defaultdict(set)
    for seat in today.of("appointed_to"):
        bodies[today.sitter(seat.source)].add(seat.target)
    bodies.pop(None)
    (gap,) = planted("too_many_bodies")
    assert {person: len(held) for person, held in bodies.items() if len(held) > 3} == {gap.subjects[0].id: gap.count}
    by_name = Counter(seat.source for seat in today.of("appointed_to"))
    assert by_name[gap.subjects[0].id] == 4  # a reader that cannot tell who represents whom counts the same


def test_bodies_are_joined_by_shared_people_without_the_overloaded_one(today):
    shared: nx.Graph = nx.Graph()
    for seat in today.of("appointed_to"):
        shared.add_edge(seat.target, today.sitter(seat.source) or seat.source)
    shared.remove_nodes_from(subject_ids("too_many_bodies"))
    assert nx.is_connected(shared)


def test_the_lead_manager_can_reach_four_of_five_members_in_two_steps(today):
    (lead,) = (tie.source for tie in today.of("manages") if tie.role == "lead")
    office = today.speaks_for(lead)
    reached = len(nx.single_source_shortest_path_length(today.network, office, cutoff=2)) - 1
    assert reached / (len(today.network) - 1) >= 0.8
    assert len({today.sector(near) for near in today.network[office]} - {"state"}) >= 3


def test_planted_rules_are_those_the_sample_promises():
    assert Counter(gap.rule for gap in PLANTED) == {
        "isolate": 3,
        "split_component": 1,
        "sector_pair_without_ties": 1,
        "sector_without_linker": 1,
        "linker_not_acting": 1,
        "single_point_of_failure": 2,
        "body_lacks_sector": 2,
        "too_many_bodies": 1,
    }
    assert PROVINCE == "TH-98"


def test_the_documentation_names_every_planted_gap():
    text = (ROOT / "docs" / "sample.md").read_text(encoding="utf-8")
    for gap in PLANTED:
        assert f"| `{gap.rule}` |" in text
        assert [subject.name for subject in gap.subjects if subject.kind != "sector" and subject.name not in text] == []
    assert len(re.findall(r"^\| `[a-z_]+` \|", text, re.MULTILINE)) == len(PLANTED)
