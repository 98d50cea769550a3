from network_service.findings.population_group_not_served import population_group_not_served
from tests.findings.affairs import found, population, told
from tests.process.hand import actor, service, situation

GROUPS = [population("p1"), population("p2"), population("p3", "children"), population("p4", None)]


def test_groups_of_one_kind_are_told_together_and_of_no_kind_alone() -> None:
    served = situation("g1", population_groups=GROUPS, actors=[actor("g1", serves=("p3",))])
    farmers, nameless = sorted(found(population_group_not_served, served), key=lambda one: one.subjects[0].id)
    assert [(one.subjects[0].kind, one.subjects[0].id) for one in (farmers, nameless)] == [
        ("population_kind", "farmers"),
        ("population_group", "p4"),
    ]
    assert farmers.evidence["groups_not_served"] == ("p1", "p2")
    assert (farmers.severity.value, farmers.members_affected) == ("minor", 0)
    assert "มี 2 กลุ่มที่ยังไม่พบบันทึกว่ามีองค์กร กลุ่ม หรือบริการใดดูแล ได้แก่ กลุ่ม p1 และกลุ่ม p2" in told(farmers, "th")
    assert "(2 of 2 of the kind): กลุ่ม p1 and กลุ่ม p2." in told(farmers, "en")


def test_a_service_serves_while_it_goes_on() -> None:
    for status, count in ((None, 0), ("in_execution", 0), ("completed", 1), ("cancelled", 1)):
        given = situation(
            "g1",
            population_groups=GROUPS[:2],
            actors=[actor("g1", serves=("p2",))],
            services=[service("s", serves=("p1",), status=status)],
        )
        assert len(found(population_group_not_served, given)) == count


def test_who_is_no_member_serves_too() -> None:
    outside = situation("", population_groups=GROUPS[:1], actors=[actor("g1", serves=("p1",))])
    assert found(population_group_not_served, outside) == []


def test_nothing_is_said_where_it_is_not_recorded_whom_anybody_serves() -> None:
    assert found(population_group_not_served, situation("g1", population_groups=GROUPS)) == []


def test_the_matter_is_the_same_while_some_group_of_the_kind_is_not_served() -> None:
    def farmers(served: str) -> str:
        given = situation("g1", population_groups=GROUPS[:2], actors=[actor("g1", serves=(served,))])
        [finding] = found(population_group_not_served, given)
        return finding.id

    assert farmers("p1") == farmers("p2")
