"""Tables of steps, factors, considerations, doubt and findings: the values judged, and the words of both languages."""

import json

from network_service.documents.findings_table import COLUMNS, findings_rows
from network_service.messages import messages_in
from network_service.process.wording import condition_action, condition_sentence, factor_sentence
from tests.documents.tables.made import FINDING, judged, records, tables

THAI, ENGLISH = messages_in("th"), messages_in("en")


def test_readiness_has_every_condition_with_its_words():
    rows = records(tables()["readiness"])
    told = [(step, one) for step in judged().readings.steps for one in step.conditions]
    assert len(rows) == len(told)
    for row, (step, one) in zip(rows, told, strict=True):
        assert (row["step"], row["step_state"], row["condition"]) == (step.code, step.state, one.code)
        assert (row["state"], row["value"], row["threshold"]) == (one.state, one.value, one.threshold)
        assert (row["sentence_thai"], row["action_thai"]) == (
            condition_sentence(one, THAI),
            condition_action(one, THAI),
        )
        assert row["action_english"] == condition_action(one, ENGLISH)
        assert (row["action_thai"] is None) == (one.state == "true")
        assert json.loads(str(row["evidence"])).keys() == one.evidence.keys()
    assert {row["state"] for row in rows} == {"true", "false", "unknown"}


def test_factors_have_score_and_parts():
    factors = judged().readings.factors
    rows = records(tables()["factors"])
    assert [(row["factor"], row["score"], row["status"], row["cover"]) for row in rows] == [
        (one.code, one.score, one.status, one.cover) for one in factors
    ]
    assert [row["sentence_english"] for row in rows] == [factor_sentence(one, ENGLISH) for one in factors]
    parts = records(tables()["factor_parts"])
    assert [(row["factor"], row["part"], row["value"], row["cover"]) for row in parts] == [
        (one.code, part.code, part.value, part.cover) for one in factors for part in one.parts
    ]


def test_considerations_tell_counts_from_shares():
    figures = [(one.code, figure) for one in judged().considerations for figure in one.figures]
    for row, (consideration, figure) in zip(records(tables()["considerations"]), figures, strict=True):
        assert (row["consideration"], row["figure"], row["value"]) == (consideration, figure.code, figure.value)
        assert row["unit"] == ("count" if figure.is_count else "share")
        assert row["title_thai"] == THAI.text(figure.title)


def test_doubt_says_of_how_many_records_and_that_age_is_in_years():
    rows = records(tables()["doubt"])
    assert [(row["figure"], row["value"], row["records"]) for row in rows] == [
        (one.code, one.value, one.n) for one in judged().doubts
    ]
    assert {row["figure"] for row in rows if row["unit"] == "years"} == {"age_years"}


def test_findings_have_english_columns_and_the_sentences_of_both_languages():
    table = tables()["findings"]
    assert table.headers == (*COLUMNS, "sentence_thai", "remedy_thai", "synthetic")
    (row,) = records(table)
    (thai,), (english,) = findings_rows([FINDING], THAI), findings_rows([FINDING], ENGLISH)
    assert [row[name] for name in COLUMNS] == english
    assert row["sentence_thai"] == thai[COLUMNS.index("sentence")]
    assert row["remedy_thai"] == thai[COLUMNS.index("remedy")]
