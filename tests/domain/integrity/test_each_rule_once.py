"""Whole networks of which each rule is broken once: that is found and nothing else, at its cell of a workbook."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import Workbook, load_workbook

from network_service.documents.json_export import write_json
from network_service.documents.workbook_export import write_workbook
from network_service.domain.integrity.rules import CONTRADICTIONS, DOUBTS, RULES, check_network
from network_service.domain.integrity.violation import Spot, Weight
from network_service.domain.record import Record
from network_service.ingest.fault import At, Fault
from network_service.ingest.reading import read_file
from tests.domain.integrity.breaking import CONTRADICTING, DAY, DOUBTFUL, Broken
from tests.domain.strategies import PROVINCE, networks
from tests.ingest.exported import cell_of

LAW = settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # Shrinking a whole network takes minutes, and tells no more.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
BROKEN = CONTRADICTING | DOUBTFUL


def expected(workbook: Workbook, rule: str, broken: Broken) -> tuple[str, str, str]:
    """Code, sheet and cell of the fault that tells of a broken rule."""
    record_id, field = broken.spots[-1]
    record = next(one for one in broken.records if one.id == record_id)
    return (broken.told_as or f"integrity.{rule}", *cell_of(workbook, record, field))


def own(faults: tuple[Fault, ...]) -> list[tuple[str, str, str]]:
    return [(fault.code, fault.sheet, fault.cell) for fault in faults if not fault.is_consequence]


def test_every_rule_is_broken_here():
    assert [rule.code for rule in CONTRADICTIONS] == [f"integrity.{name}" for name in CONTRADICTING]
    assert [rule.code for rule in DOUBTS] == [f"integrity.{name}" for name in DOUBTFUL]
    assert len({rule.code for rule in RULES}) == len(RULES)


@given(records=networks())
@LAW
def test_a_sound_network_contradicts_itself_in_nothing(records: list[Record]):
    assert check_network(records, DAY, CONTRADICTIONS) == []


@pytest.mark.parametrize("rule", BROKEN)
@given(records=networks(most=1))
@settings(LAW, max_examples=2)
def test_a_rule_broken_once_is_found_once_and_nothing_else(rule: str, records: list[Record]):
    broken = BROKEN[rule]
    before = set(check_network(records, DAY))
    (found,) = set(check_network([*records, *broken.records], DAY)) - before
    assert found.code == f"integrity.{rule}"
    assert found.weight is (Weight.CONTRADICTION if rule in CONTRADICTING else Weight.DOUBT)
    spots = {Spot(*spot) for spot in broken.spots}
    if rule == "second_network":
        spots.add(Spot(records[0].id, "name"))
    assert set(found.spots) == spots
    assert before <= set(check_network([*records, *broken.records], DAY))


@pytest.mark.parametrize("rule", CONTRADICTING)
@given(records=networks(most=1))
@settings(LAW, max_examples=1)
def test_an_import_names_the_very_cell(tmp_path_factory: pytest.TempPathFactory, rule: str, records: list[Record]):
    broken = CONTRADICTING[rule]
    path = tmp_path_factory.mktemp("broken") / "network.xlsx"
    write_workbook(path, [*records, *broken.records], "th")
    imported = read_file(path).assemble({})
    assert own(imported.faults) == [expected(load_workbook(path, read_only=True), rule, broken)]
    assert check_network(imported.records, DAY, CONTRADICTIONS) == []


@given(records=networks(most=1))
@settings(LAW, max_examples=2)
def test_all_contradictions_of_a_file_are_told_at_once(tmp_path_factory: pytest.TempPathFactory, records: list[Record]):
    path = tmp_path_factory.mktemp("broken") / "network.xlsx"
    write_workbook(path, [*records, *(one for broken in CONTRADICTING.values() for one in broken.records)], "th")
    imported = read_file(path).assemble({})
    workbook = load_workbook(path, read_only=True)
    told = [expected(workbook, rule, broken) for rule, broken in CONTRADICTING.items()]
    assert sorted(own(imported.faults)) == sorted(told)
    assert check_network(imported.records, DAY, CONTRADICTIONS) == []


@pytest.mark.parametrize("first", range(0, len(DOUBTFUL), 5))
def test_an_import_accepts_what_is_doubtful_and_notes_its_row(tmp_path: Path, first: int):
    """Five rules a workbook, as so many have a line of their own."""
    some = dict(list(DOUBTFUL.items())[first : first + 5])
    path = tmp_path / "network.xlsx"
    write_workbook(
        path, [*CONTRADICTING["second_network"].records, *(r for b in some.values() for r in b.records)], "th"
    )
    imported = read_file(path).assemble({}, day=DAY)
    assert imported.faults == ()
    workbook = load_workbook(path, read_only=True)
    for rule, broken in some.items():
        (note,) = [one for one in imported.notes if one.code == "doubt" and one.parameters["said"].code.endswith(rule)]
        _, sheet, where = expected(workbook, rule, broken)
        assert note.parameters["places"] == (At(sheet, int(where.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))),)


@pytest.mark.parametrize("rule", CONTRADICTING)
def test_json_is_refused_for_the_same(tmp_path: Path, rule: str):
    broken = CONTRADICTING[rule]
    network = CONTRADICTING["second_network"].records[0]
    first = network.model_copy(update={"id": "0" * 8 + "-0000-0000-0000-" + "0" * 12, "name": "ก"})
    write_json(tmp_path / "network.json", [first, *broken.records], PROVINCE)
    imported = read_file(tmp_path / "network.json").assemble({})
    (fault,) = [fault for fault in imported.faults if not fault.is_consequence]
    field = "id" if rule == "second_network" else broken.spots[-1][1]
    number = 2 + [one.id for one in broken.records].index(broken.spots[-1][0])
    assert (fault.code, fault.row, fault.column) == (broken.told_as or f"integrity.{rule}", number, field)
    assert check_network(imported.records, DAY, CONTRADICTIONS) == []
