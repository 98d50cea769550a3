"""Tables: columns that sort, filter and show themselves, escaped and aligned."""

import builtins
import re

import pandas as pd
import pytest

from network_service.errors import MissingPart, UsageError
from network_service.notebook.table import SHOWN, Table, shown_value, table_of

WORK = Table({"name": ("ก้าว", "b", "c", "d"), "ties": (1, None, 7, 3), "sector": ("state", "state", None, "business")})


def test_rows_are_dicts_and_columns_are_tuples():
    assert list(WORK)[2] == {"name": "c", "ties": 7, "sector": None}
    assert WORK.columns == {"name": WORK["name"], "ties": WORK["ties"], "sector": WORK["sector"]}
    assert len(WORK) == 4


def test_columns_of_different_length_are_refused():
    with pytest.raises(ValueError, match="length"):
        Table({"a": (1,), "b": ()})


def test_changing_what_it_hands_out_does_not_change_a_table():
    WORK.columns.clear()
    assert len(WORK.columns) == 3


@pytest.mark.parametrize(("ascending", "order"), [(False, (7, 3, 1, None)), (True, (1, 3, 7, None))])
def test_sorting_puts_the_unknown_last_either_way(ascending: bool, order: tuple[int | None, ...]):
    assert WORK.sorted_by("ties", ascending=ascending)["ties"] == order


def test_equals_keep_their_order_either_way():
    table = Table({"a": (1, 1, 2), "b": ("x", "y", "z")})
    assert table.sorted_by("a")["b"] == ("z", "x", "y")
    assert table.sorted_by("a", ascending=True)["b"] == ("x", "y", "z")


def test_filtering_keeps_the_rows_with_all_values_also_the_unknown():
    assert WORK.where(sector="state", ties=1)["name"] == ("ก้าว",)
    assert WORK.where(sector=None)["name"] == ("c",)
    assert len(WORK.where(sector="nobody")) == 0


def test_some_columns_in_the_order_asked_for():
    assert tuple(WORK.only("ties", "name").columns) == ("ties", "name")
    assert WORK.first(2) == WORK.only("name", "ties", "sector").first(2)


@pytest.mark.parametrize("ask", [lambda: WORK["who"], lambda: WORK.only("who"), lambda: WORK.where(who=1)])
def test_a_column_that_is_not_there_is_an_error_that_names_those_there_are(ask):
    with pytest.raises(UsageError) as caught:
        ask()
    assert caught.value.parameters == {"name": "who", "known": "name, ties, sector"}


def test_text_is_aligned_by_what_thai_takes_and_not_by_letters():
    lines = repr(WORK.only("name", "ties")).splitlines()
    # ก้าว has four letters of which the tone mark takes no place.
    assert lines == ["name  ties", "ก้าว      1", "b        –", "c        7", "d        3"]


def test_long_tables_say_how_many_rows_there_are():
    long = Table({"n": range(SHOWN + 5)})
    assert repr(long).splitlines()[-1] == f"[{SHOWN} / {SHOWN + 5}]"
    assert f"[{SHOWN} / {SHOWN + 5}]" in long._repr_html_()
    assert len(re.findall("<tr>", long._repr_html_())) == SHOWN + 1


def test_long_texts_are_cut_to_one_line():
    (_, line) = repr(Table({"t": ("x" * 50 + "\n" + "y" * 50,)})).splitlines()
    assert len(line) == 60
    assert line.endswith("y…")


def test_html_runs_nothing_of_the_data():
    html = Table({"<b>": ('<script>alert("1")</script>', "a & b")})._repr_html_()
    assert "<script" not in html
    assert "<b>" not in html
    assert "a &amp; b" in html


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (0.123456, "0.1235"),
        (3.0, "3"),
        (123456.7, "123,457"),
        (True, "True"),
        ("ก", "ก"),
        (-0.00001, "-1e-05"),
    ],
)
def test_values_are_shown_short_and_the_unknown_as_a_dash(value, shown: str):
    assert shown_value(value) == shown


def test_a_table_without_rows_shows_its_columns():
    assert repr(table_of(("a", "b"), [])) == "a  b"
    assert len(Table({})) == 0
    assert repr(Table({})) == ""


def test_pandas_gets_the_columns_with_the_unknown_as_missing():
    frame = WORK.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns) == ["name", "ties", "sector"]
    assert frame["ties"].isna().tolist() == [False, True, False, False]
    assert frame["ties"].dropna().tolist() == [1, 7, 3]


def test_without_pandas_the_error_says_what_is_missing(monkeypatch: pytest.MonkeyPatch):
    real = builtins.__import__

    def without_pandas(name: str, *rest: object, **others: object) -> object:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest, **others)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(MissingPart, match=r"notebook\.no_pandas"):
        WORK.to_pandas()
