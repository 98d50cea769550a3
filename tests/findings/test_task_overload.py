import pytest

from network_service.findings.finding import Finding
from network_service.findings.task_overload import task_overload
from network_service.process.situation import Situation
from network_service.snapshot.affairs.work import TaskAffairs
from tests.findings.affairs import found, told
from tests.process.hand import linker, situation, task


def carrying(**tasks: int) -> list[TaskAffairs]:
    """So many tasks for each actor."""
    return [task(f"{actor}{number}", actor) for actor, count in tasks.items() for number in range(count)]


def only(situation: Situation) -> Finding:
    [finding] = found(task_overload, situation)
    return finding


@pytest.mark.parametrize(("most", "count"), [(6, 0), (7, 1)])
def test_more_than_three_times_the_median_is_too_much(most: int, count: int) -> None:
    """The median of 1, 2 and the most is 2: three times that is 6."""
    assert len(found(task_overload, situation("b1 g1 k1", tasks=carrying(b1=1, k1=2, g1=most)))) == count


def test_the_numbers_are_said() -> None:
    finding = only(situation("b1 g1 k1", tasks=carrying(b1=1, k1=1, g1=4)))
    assert (finding.evidence["tasks"], finding.evidence["median"], finding.severity.value) == (4, 1, "minor")
    assert "G1 รับผิดชอบ 4 ภารกิจ เกิน 3 เท่าของค่ามัธยฐาน ซึ่งอยู่ที่รายละ 1 ภารกิจ" in told(finding, "th")
    assert "G1 carries 4 tasks, more than 3 times the median of 1 (of 3 actors that carry any)." in told(finding, "en")


def test_a_median_between_two_numbers_is_said_as_it_is() -> None:
    tasks = carrying(a1=1, b1=1, k1=2, g1=5)
    assert "median of 1.5" in told(only(situation("a1 b1 g1 k1", tasks=tasks)), "en")


def test_to_be_asked_or_told_is_no_load_and_cancelled_tasks_are_none() -> None:
    asked = [task(f"c{number}", "b1", "k1", status="cancelled") for number in range(9)]
    assert found(task_overload, situation("b1 g1 k1", tasks=[*carrying(b1=1, g1=1, k1=1), *asked])) == []


def test_nothing_is_said_where_nobody_carries_anything() -> None:
    assert found(task_overload, situation("b1", tasks=[task("t")])) == []


def test_a_linker_is_major_and_one_who_is_no_member_affects_none() -> None:
    tasks = carrying(b1=1, k1=1, g1=4)
    assert only(situation("b1 g1 k1", tasks=tasks, linkers=[linker("g1")])).severity.value == "major"
    outside = situation("b1 k1", actors=situation("b1 g1 k1").affairs.actors, tasks=tasks)
    assert only(outside).members_affected == 0
