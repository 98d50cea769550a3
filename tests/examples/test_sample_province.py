"""The sample province is whole, believable, invented, and the same every time."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from importlib.resources import files
from typing import Any

import pytest

from examples.sample_province import BEGINS, PROVINCE, TODAY, sample_records
from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.merged import Merged
from network_service.domain.record import Record
from network_service.domain.thai.names import split_person_name
from network_service.domain.ties import TIE_ENDS
from network_service.domain.vocabulary import (
    AgreementKind,
    AreaLevel,
    BodyKind,
    BodyRole,
    MembershipStatus,
    ResourceKind,
    Sector,
    SubNetworkKind,
)
from network_service.operations.duplicate_pairs import duplicate_pairs
from tests.examples.sample_reading import Reading, read_sample
from tests.house.tree import ROOT

RECORDS = sample_records()
BY_ID: dict[str, Any] = {record.id: record for record in RECORDS}
# Endings that say "not real": assumed, a sample, a trial.
INVENTED_ENDINGS = ("สมมุติ", "ตัวอย่าง", "ทดลอง")
# Widespread family names; none may be met in the sample.
KNOWN_FAMILY_NAMES = """
    แซ่ตั้ง แซ่ลิ้ม แซ่ลี แซ่เฮง แซ่อึ้ง แซ่โค้ว ทองดี ทองคำ บุญมา บุญมี ศรีสุข สุขใจ ใจดี แก้วมณี แสงทอง จันทร์แก้ว วงศ์ใหญ่ สายทอง คำแก้ว
    พรหมมา อินทร์แก้ว สุวรรณ ศรีวิชัย ชัยวงศ์ ไชยวงศ์ บัวแก้ว ดวงแก้ว มีสุข พิมพ์ทอง เพ็ชรรัตน์
"""


def of(*kinds):
    return [record for record in RECORDS if record.kind in kinds]


@pytest.fixture(scope="module")
def today() -> Reading:
    return read_sample()


def test_no_two_records_look_like_one_but_the_pairs_that_the_documentation_names():
    text = (ROOT / "docs" / "sample.md").read_text(encoding="utf-8")
    pairs = duplicate_pairs([record for record in RECORDS if record.holds_on(TODAY)])
    assert [str(pair.verdict) for pair in pairs] == ["review"] * 3
    assert all(BY_ID[one].name in text for pair in pairs for one in (pair.one, pair.other))


def test_there_are_about_150_actors_over_all_sectors():
    sectors = Counter(actor.sector for actor in of("group", "organization"))
    assert sectors == {
        Sector.STATE: 38,
        Sector.CIVIL_SOCIETY: 29,
        Sector.COMMUNITY: 31,
        Sector.BUSINESS: 20,
        Sector.ACADEMIC: 12,
        Sector.CITIZEN: 10,
        Sector.POLITICAL: 4,
        Sector.OTHER_STAKEHOLDER: 6,
    }
    assert {actor.area_level for actor in of("group", "organization")} == set(AreaLevel)


def test_people_ties_and_agreements_are_as_many_as_a_province_would_declare():
    kinds = Counter(record.kind for record in RECORDS)
    assert 40 <= kinds["person"] <= 50
    assert 300 <= kinds["collaborates_with"] <= 380
    assert 10 <= kinds["agreement"] <= 12
    assert {record.agreement_kind for record in of("agreement")} == set(AgreementKind)
    assert {record.resource_kind for record in of("shares_resource")} == set(ResourceKind)


def test_ids_are_unique_and_every_record_is_of_the_sample_province():
    assert len(BY_ID) == len(RECORDS)
    assert {record.province for record in RECORDS} == {PROVINCE}
    assert not 10 <= int(PROVINCE.removeprefix("TH-")) <= 96


def test_the_network_says_that_it_is_invented():
    (network,) = of("province_network")
    assert network.synthetic
    assert network.name == "เครือข่ายบริหารกิจการสาธารณะ จังหวัดตัวอย่าง"


def test_every_tie_joins_records_of_the_kinds_it_may_join():
    for tie in of(*TIE_ENDS):
        sources, targets = TIE_ENDS[tie.kind]
        assert BY_ID[tie.source].kind in sources
        assert BY_ID[tie.target].kind in targets


def test_parents_and_posts_name_organisations_of_the_sample():
    named = [actor.parent for actor in of("organization") if actor.parent]
    named += [post.organization for post in of("post")]
    assert len(named) > 25
    assert {BY_ID[organisation].kind for organisation in named} == {"organization"}


def test_two_builds_are_equal_and_do_not_share_their_list():
    again = sample_records()
    assert again == RECORDS
    assert again is not RECORDS


def test_another_process_with_another_hash_seed_builds_the_same():
    program = (
        "import hashlib; from examples.sample_province import sample_records; "
        "print(hashlib.sha256('\\n'.join(r.model_dump_json() for r in sample_records()).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_each_of_the_four_sub_networks_has_a_co_ordinator_and_active_members_of_three_sectors(today):
    assert Counter(record.sub_network_kind for record in of("sub_network")) == dict.fromkeys(SubNetworkKind, 1)
    for network in of("sub_network"):
        members = [tie.source for tie in today.of("member_of") if tie.target == network.id]
        assert set(members) <= set(today.network)
        assert len({today.sector(member) for member in members}) >= 3
        assert [tie.role for tie in today.of("manages") if tie.target == network.id] == ["co_ordinator"]


def test_each_of_the_five_bodies_has_an_order_a_chair_and_a_secretary(today):
    assert Counter(body.body_kind for body in of("body")) == dict.fromkeys(BodyKind, 1)
    for body in of("body"):
        roles = Counter(seat.role for seat in today.of("appointed_to") if seat.target == body.id)
        assert roles[BodyRole.CHAIR] == roles[BodyRole.SECRETARY] == 1
        assert body.order_number


def test_seats_are_held_by_persons_posts_and_organisations_and_some_were_replaced(today):
    assert {BY_ID[seat.source].kind for seat in today.of("appointed_to")} == {"person", "post", "group", "organization"}
    over = [seat for seat in of("appointed_to") if seat.valid_to and seat.valid_to <= TODAY]
    assert len(over) >= 3
    assert any(seat.valid_from == old.valid_to for old in over for seat in of("appointed_to"))


def test_who_sits_on_a_seat_is_known_except_where_the_post_is_vacant(today):
    unknown = {
        today.by_id[seat.source].display_name for seat in today.of("appointed_to") if not today.sitter(seat.source)
    }
    assert unknown == {"อุตสาหกรรมจังหวัดตัวอย่าง"}


def test_there_is_one_lead_manager_and_one_deputy(today):
    (network,) = of("province_network")
    assert sorted(tie.role for tie in today.of("manages") if tie.target == network.id) == ["deputy", "lead"]


def test_members_of_every_status_and_all_three_levels(today):
    (network,) = of("province_network")
    memberships = [tie for tie in today.of("member_of") if tie.target == network.id]
    status = Counter(tie.status for tie in memberships)
    assert set(status) == set(MembershipStatus)
    assert all(status[few] <= 4 for few in ("invited", "suspended", "ended"))
    assert len(today.network) == 142
    assert {BY_ID[tie.source].kind for tie in memberships} == {"person", "group", "organization"}
    assert Counter(tie.source for tie in memberships).most_common(1)[0][1] == 1


def test_some_ties_ended_and_none_begins_after_the_day_of_the_sample():
    ended = [tie for tie in of("collaborates_with") if tie.valid_to]
    assert len(ended) == 8
    assert all(record.valid_from <= TODAY for record in RECORDS if record.valid_from)
    assert min(tie.valid_from for tie in of("member_of")) == BEGINS


def test_nobody_sits_links_or_signs_before_joining(today):
    (network,) = of("province_network")
    joined: dict[str, Any] = {}
    for tie in of("member_of"):
        if tie.target == network.id:
            joined[tie.source] = min(tie.valid_from, joined.get(tie.source, TODAY))
    early = [
        (BY_ID[tie.source].name, BY_ID[tie.target].name)
        for tie in of("appointed_to", "links", "party_to")
        if BY_ID[tie.source].kind in {"group", "organization"} and tie.valid_from < joined[tie.source]
    ]
    assert early == []


def test_most_frequencies_are_known_and_some_are_not(today):
    frequencies = [tie.frequency for tie in today.of("collaborates_with")]
    known = [frequency for frequency in frequencies if frequency is not None]
    assert 0.8 < len(known) / len(frequencies) < 0.95
    assert set(known) == {1, 2, 3, 4, 5}


def test_most_actors_were_verified_within_the_year_and_some_were_not():
    verified = [actor.last_verified_on for actor in of("group", "organization")]
    dates = [day for day in verified if day]
    fresh = sum(TODAY - day <= timedelta(days=365) for day in dates)
    assert 0.7 < fresh / len(verified) < 0.95
    assert fresh < len(dates)
    assert max(dates) < TODAY


def test_ties_are_spread_unevenly_and_the_state_is_the_hub(today):
    degrees = sorted((degree for _, degree in today.network.degree), reverse=True)
    median = degrees[len(degrees) // 2]
    assert degrees[0] >= 8 * median
    hub = max(today.network, key=today.network.degree)
    assert today.sector(hub) == Sector.STATE


def test_ties_within_sectors_are_denser_than_between_them(today):
    sizes = Counter(today.sector(actor) for actor in today.network)
    inside_pairs = sum(size * (size - 1) / 2 for size in sizes.values())
    all_pairs = len(today.network) * (len(today.network) - 1) / 2
    inside = sum(today.sector(one) == today.sector(other) for one, other in today.network.edges)
    between = today.network.number_of_edges() - inside
    assert inside / inside_pairs > 3 * between / (all_pairs - inside_pairs)


def test_every_person_has_a_family_name_of_their_own_that_says_it_is_invented():
    people = of("person")
    surnames = [person.family_name for person in people]
    assert len(set(surnames)) == len(people)
    for surname in surnames:
        assert surname.endswith(INVENTED_ENDINGS)
        assert surname.removesuffix(next(end for end in INVENTED_ENDINGS if surname.endswith(end)))
    assert not set(KNOWN_FAMILY_NAMES.split()).intersection(surnames)
    assert len({person.given_name for person in people}) == len(people)


def test_names_of_people_are_well_formed_thai_and_come_apart_again():
    for person in of("person"):
        assert re.fullmatch("[ก-๎]+", person.given_name + person.family_name)
        parts = split_person_name(person.display_name)
        assert (parts.titles, parts.given_name, parts.family_name) == (
            person.titles,
            person.given_name,
            person.family_name,
        )


def test_names_of_a_kind_and_abbreviations_are_not_used_twice():
    for kinds in (("group", "organization"), ("post",), ("body",), ("agreement",)):
        names = [record.name for record in of(*kinds)]
        assert len(set(names)) == len(names)
    aliases = [alias for actor in of("group", "organization") for alias in actor.aliases]
    assert len(set(aliases)) == len(aliases) > 40


def test_the_eight_districts_are_numbered_as_the_province_and_actors_lie_in_them():
    text = files("examples.sample_province").joinpath("data", "districts.csv").read_text(encoding="utf-8")
    districts = list(csv.DictReader(text.splitlines()))
    assert [row["code"] for row in districts] == [f"98{number:02}" for number in range(1, 9)]
    assert {actor.district for actor in of("group", "organization") if actor.district} == {
        row["name"] for row in districts
    }
    # The open sea: between these parallels and meridians the Gulf of Thailand has no island.
    assert all(9.5 < float(row["latitude"]) < 10.5 and 100.8 < float(row["longitude"]) < 101.4 for row in districts)


COMMON = set(Record.model_fields)
OF_OTHER_PROGRAMS = {"source_type", "mutual", "weight"}
"""Fields that files of other programs fill; the sample is what an office enters."""


def test_every_kind_of_record_and_every_field_of_its_own_is_used():
    unused = []
    for kind, type_ in RECORD_TYPES.items():
        if type_ is Merged:  # The sample is read from what an office enters, and merging is done to what was entered.
            continue
        # Groups and organisations share their fields, and some are of one of the two only: no group is registered.
        alike = of("group", "organization") if kind in {"group", "organization"} else of(kind)
        assert of(kind), kind
        for name, field in type_.model_fields.items():
            if name not in COMMON | OF_OTHER_PROGRAMS and all(
                getattr(one, name, None) == field.default for one in alike
            ):
                unused.append((kind, name))
    assert unused == []
    for name in COMMON - {"id", "province", "kind"}:
        assert len({getattr(record, name) for record in RECORDS}) > 1, name
