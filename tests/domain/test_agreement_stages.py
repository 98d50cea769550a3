"""Stages of agreements are those of the source report, with their shares, due days and overlap."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.agreement_stages import Stage, due_by_default, is_signed, stages_of
from network_service.domain.vocabulary import AgreementKind, terms

CONTRACT = {stage.number: stage for stage in stages_of("performance_contract")}


@pytest.mark.parametrize(
    ("kind", "count"),
    [("grant", 4), ("performance_contract", 9), ("commissioning", 6), ("mou", 0), ("public_action_contract", 0)],
)
def test_each_instrument_has_its_stages_in_their_order(kind: str, count: int):
    stages = stages_of(kind)
    assert len(stages) == count
    assert [int(stage.number.partition(".")[2]) for stage in stages] == list(range(1, count + 1))


def test_the_stages_are_the_words_of_their_vocabulary_and_delivery_is_shared():
    codes = [stage.code for kind in AgreementKind for stage in stages_of(kind)]
    assert set(codes) == set(terms("agreement_stage"))
    assert [code for code in set(codes) if codes.count(code) > 1] == ["deliver"]


def test_a_performance_contract_pays_80_then_20_percent():
    shares = {number: stage.share_percent for number, stage in CONTRACT.items() if stage.share_percent is not None}
    assert shares == {"2.5": 80, "2.7": 20}


def test_final_evaluation_and_settlement_overlap():
    parallels = {stage.code: stage.parallel for stage in CONTRACT.values() if stage.parallel}
    assert parallels == {"final_evaluation": "settlement", "settlement": "final_evaluation"}


@pytest.mark.parametrize(
    ("number", "ends_on", "due"),
    [
        ("2.8", date(2026, 9, 30), date(2026, 12, 30)),
        ("2.9", date(2026, 9, 30), date(2026, 11, 30)),
        ("2.8", date(2026, 11, 30), date(2027, 2, 28)),
        ("2.8", date(2027, 11, 30), date(2028, 2, 29)),
        ("2.9", date(2026, 10, 31), date(2026, 12, 31)),
        ("2.9", date(2026, 12, 31), date(2027, 2, 28)),
        ("2.7", date(2026, 9, 30), None),
    ],
)
def test_a_stage_falls_due_months_after_the_end(number: str, ends_on: date, due: date | None):
    assert due_by_default(CONTRACT[number], ends_on) == due


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2500, 1, 1)), st.integers(0, 60))
def test_a_due_day_lies_the_whole_months_later_and_never_skips_one(ends_on: date, months: int):
    due = due_by_default(Stage("grant", "1.1", "prepare", due_months_after_end=months), ends_on)
    assert due is not None
    assert (due.year - ends_on.year) * 12 + due.month - ends_on.month == months
    assert due.day == ends_on.day or 28 <= due.day < ends_on.day


@pytest.mark.parametrize(
    ("kind", "stage", "signed_on", "signed"),
    [
        ("mou", None, date(2026, 10, 1), True),
        ("mou", None, date(2026, 10, 2), False),
        ("mou", None, None, None),
        ("grant", "submit", date(2026, 10, 1), True),
        ("grant", "deliver", date(2026, 10, 2), False),
        ("grant", "submit", None, False),
        ("grant", "accept_funds", None, True),
        ("performance_contract", "evaluate_select", None, False),
        ("performance_contract", "settlement", None, True),
        ("commissioning", "set_service_model", None, False),
        ("commissioning", "deliver", None, True),
    ],
)
def test_an_agreement_is_signed_by_its_day_or_else_by_its_stage(
    kind: str, stage: str | None, signed_on: date | None, signed: bool | None
):
    assert is_signed(kind, stage, signed_on, date(2026, 10, 1)) is signed
