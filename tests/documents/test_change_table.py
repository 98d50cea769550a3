"""`change.csv` says each thing that changed in a row, with what it was and what it is."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from network_service.analysis.change.figures import ActorMove, ActorMoves, FigureMove
from network_service.analysis.change.structure import compare_structure
from network_service.documents.change_table import COLUMNS, change_rows, write_change_csv
from network_service.findings.change import compare_findings
from network_service.findings.finding import Finding, Severity, Subject
from network_service.process.change import ReadinessChange, compare_readiness
from network_service.process.readiness import read_readiness
from tests.analysis.change.hand import say
from tests.process.hand import agreement, linker, situation

NOTHING = compare_findings([], [])
BEFORE = say("b1 g1 k1", "g1-b1:2 g1-k1")
AFTER = say(
    "b1 g1 x1",
    "g1-b1:3 g1-x1@resource",
    day=date(2026, 2, 15),
    sectors={"b1": "community"},
    linkers=[linker("g1")],
    agreements=[agreement("m", "b1")],
)


def rows(what: str, after: Any = AFTER, figures: Any = (), findings: Any = NOTHING) -> list[tuple[Any, ...]]:
    structure = compare_structure(BEFORE[0], after[0], BEFORE[1], after[1])
    told = change_rows(structure, figures, findings, ReadinessChange((), ()))
    return [row[1:] for row in told if row[0] == what]


def test_the_first_rows_say_what_was_compared():
    assert rows("compared") == [
        ("day", "", "", date(2026, 1, 15), date(2026, 2, 15), None),
        ("revision", "", "", 1, 1, None),
        ("snapshot", "", "", "", "", None),
        ("cause", "", "", None, "world", None),
    ]
    lens = AFTER[0].lens.model_copy(update={"minimum_strength": 2})
    assert ("lens", "minimum_strength", "", None, None, None) in rows(
        "compared", (replace(AFTER[0], lens=lens), AFTER[1])
    )


def test_actors_have_a_row_each_with_their_sector():
    assert rows("actor") == [
        ("joined", "x1", "X1", "absent", "member", None),
        ("left", "k1", "K1", "member", "absent", "community"),
        ("sector", "b1", "B1", "business", "community", None),
    ]
    assert ("actors", "", "", 3, 3, None) in rows("size")


def test_ties_have_a_row_of_all_layers_and_one_of_their_own():
    assert rows("tie") == [
        ("strengthened", "b1|g1", "B1 – G1", 2.0, 3.0, None),
        ("ended", "g1|k1", "G1 – K1", None, None, None),
        ("made", "g1|x1", "G1 – X1", None, None, None),
    ]
    assert rows("tie_resource") == [("made", "g1|x1", "G1 – X1", None, None, None)]
    assert [row[0] for row in rows("tie_collaboration")] == ["strengthened", "ended"]


def test_what_people_hold_has_the_ids_and_names_of_both():
    assert rows("linker")[0][:2] == ("begun", "p-g1|g1")
    assert rows("linker")[0][4] == "accepted"
    assert rows("agreement") == [("begun", "m", "ข้อตกลง m", None, "mou", None)]
    assert rows("party") == [("begun", "b1|m", "B1 – ข้อตกลง m", None, None, None)]


def test_figures_say_which_way_they_went_and_what_is_not_known_stays_empty():
    figures = [
        FigureMove("density", 0.5, 0.25, None, None),
        FigureMove("transitivity", 0.5, 0.5, None, None),
        FigureMove("reciprocity", None, 0.5, "measure.reason.no_collaboration_tie", None),
        ActorMoves("degree_count", 0.0, (ActorMove("g1", "G1", "state", 1, 2),), 0),
    ]
    assert rows("measure", figures=figures) == [
        ("fell", "density", "density", 0.5, 0.25, None),
        ("same", "transitivity", "transitivity", 0.5, 0.5, None),
        ("not_known", "reciprocity", "reciprocity", None, 0.5, None),
    ]
    assert rows("actor_degree_count", figures=figures) == [("rose", "g1", "G1", 1, 2, "state")]


def test_findings_that_opened_closed_moved_and_stayed_are_told_apart():
    def isolate(on: str, severity: Severity = Severity.MINOR) -> Finding:
        told = {"name": on, "others": 3, "count": 3}
        return Finding("isolate", severity, (Subject("actor", on, on),), {}, told, 1)

    change = compare_findings(
        [isolate("a"), isolate("b"), isolate("c")], [isolate("b"), isolate("c", Severity.MAJOR), isolate("d")]
    )
    told = rows("finding", findings=change)
    assert [(row[0], row[3], row[4]) for row in told] == [
        ("opened", None, "minor"),
        ("closed", "minor", None),
        ("severity_moved", "minor", "major"),
        ("still_open", "minor", "minor"),
    ]
    assert "d" in told[0][2]


def test_the_file_has_all_steps_conditions_and_factors_and_says_that_data_is_invented(tmp_path: Path):
    before, after = (read_readiness(situation(actors, "g1-b1")) for actors in ("g1 b1", "g1 b1 v1 k1 a1"))
    structure = compare_structure(BEFORE[0], BEFORE[0], BEFORE[1], BEFORE[1])
    path = tmp_path / "change.csv"
    write_change_csv(path, structure, (), NOTHING, compare_readiness(before, after), synthetic=True)
    told = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert tuple(told[0]) == (*COLUMNS, "synthetic")
    assert {row["synthetic"] for row in told} == {"TRUE"}
    assert [sum(row["what"] == what for row in told) for what in ("step", "factor")] == [7, 9]
    condition = next(row for row in told if row["id"] == "required_sectors")
    assert [condition[name] for name in ("what", "kind", "before", "after")] == ["condition", "moved", "false", "true"]
    assert not any(row["what"] in {"actor", "tie", "finding"} for row in told)
