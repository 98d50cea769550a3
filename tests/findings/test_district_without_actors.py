from network_service.findings.district_without_actors import district_without_actors
from network_service.process.situation import Situation
from network_service.snapshot.affairs.actors import ActorAffairs
from tests.findings.affairs import area, found, told
from tests.process.hand import actor, situation

AREAS = [
    area("d1", code="9801"),
    area("d2", code="9802"),
    area("t1", "subdistrict", "980101"),
    area("t0", "subdistrict"),
    area("whole", "province", "98"),
]


def province(*actors: ActorAffairs) -> Situation:
    return situation(" ".join(sorted(one.id for one in actors)), areas=AREAS, actors=actors)


def bare(*actors: ActorAffairs) -> list[str]:
    return [finding.subjects[0].id for finding in found(district_without_actors, province(*actors))]


def test_a_district_in_which_no_member_works_is_found() -> None:
    [finding] = found(district_without_actors, province(actor("g1", operates_in=("d1",))))
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("area", "d2")
    assert (finding.severity.value, finding.members_affected) == ("minor", 0)
    assert (finding.evidence["districts"], finding.evidence["districts_without_members"]) == (2, 1)
    assert "รายใดทำงานใน พื้นที่ d2 (จากทั้งหมด 2 อำเภอที่บันทึกไว้)" in told(finding, "th")
    assert "locally in พื้นที่ d2 (of 2 districts recorded)" in told(finding, "en")


def test_who_works_in_a_subdistrict_works_in_its_district() -> None:
    assert bare(actor("g1", operates_in=("t1",))) == ["d2"]


def test_who_works_in_the_whole_province_works_in_no_district_of_its_own() -> None:
    assert bare(actor("g1", operates_in=("whole",)), actor("k1", operates_in=("d1",))) == ["d2"]


def test_nothing_is_said_where_no_members_area_is_recorded() -> None:
    assert bare(actor("g1"), actor("k1", operates_in=("whole",))) == []


def test_who_is_no_member_does_not_count() -> None:
    actors = [actor("g1", operates_in=("d1",)), actor("k1", operates_in=("d2",))]
    assert len(found(district_without_actors, situation("g1", areas=AREAS, actors=actors))) == 1


def test_members_whose_area_nobody_can_place_are_said() -> None:
    actors = [
        actor("a1", area_level="district"),
        actor("b1"),
        actor("g1", operates_in=("d1",)),
        actor("g2", area_level="province"),
        actor("k1", operates_in=("t0",)),
        actor("k2", operates_in=("whole",)),
    ]
    [finding] = found(district_without_actors, province(*actors))
    assert finding.evidence["members_area_not_known"] == 3
    assert "Where 3 members work is not known." in told(finding, "en")


def test_a_district_without_a_code_is_known_by_its_id_alone() -> None:
    areas = [area("d1"), area("d2"), area("t1", "subdistrict", "980101")]
    actors = [actor("g1", operates_in=("d1",)), actor("k1", operates_in=("t1",))]
    findings = found(district_without_actors, situation("g1 k1", areas=areas, actors=actors))
    assert [finding.subjects[0].id for finding in findings] == ["d2"]
