"""Every piece of evidence that a rule or a condition can give is said in words, and no word is left over."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from network_service.documents.report.evidence import SAID, evidence_rows, evidence_word
from network_service.documents.report.telling import Telling
from network_service.domain.vocabulary import Sector
from network_service.findings.finding import Finding, Severity, Value
from network_service.messages import LANGUAGES, messages_in
from network_service.process.factor import Status
from tests.documents.report_parts import parts
from tests.messages.test_catalogue import sentences
from tests.process.hand import situation

ROOT = Path(__file__).parents[2] / "network_service"
SOURCES = (*(ROOT / "findings").glob("*.py"), *(ROOT / "process" / "steps").glob("*.py"))
# Where the word is one for every sector.
OF_SECTORS = {"members_of", "stale_of"}
THAI, ENGLISH = messages_in("th"), messages_in("en")


def given(tree: ast.Module) -> Iterator[ast.expr]:
    """What a module passes as the evidence of a finding or a condition."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Finding", "Condition"}:
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "evidence")
            if node.func.id == "Condition" and len(node.args) > 5:
                yield node.args[5]


def made(expression: ast.expr, tree: ast.Module) -> ast.expr:
    """The dictionary itself, where the evidence is made by a function or has a name."""
    for node in ast.walk(tree):
        match expression, node:
            case ast.Call(func=ast.Name(id=wanted)), ast.FunctionDef(name=name) if name == wanted:
                return next(one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)
            case ast.Name(id=wanted), ast.Assign(targets=[ast.Name(id=name)], value=value) if name == wanted:
                return value
    return expression


def names(expression: ast.expr) -> Iterator[str]:
    """The keys of a dictionary; those that end in a code are told for every code."""
    if isinstance(expression, ast.DictComp):
        yield from keys(expression.key)
        return
    assert isinstance(expression, ast.Dict), ast.unparse(expression)
    for key, value in zip(expression.keys, expression.values, strict=True):
        if key is not None:
            yield from keys(key)
        elif "condition.evidence" not in ast.unparse(value):
            yield from names(value)


def keys(expression: ast.expr) -> Iterator[str]:
    if isinstance(expression, ast.Constant):
        yield str(expression.value)
        return
    assert isinstance(expression, ast.JoinedStr), ast.unparse(expression)
    begin, ending = expression.values
    assert isinstance(begin, ast.Constant)
    codes = Status if "status" in ast.unparse(ending) else Sector
    yield from (f"{begin.value}{code.value}" for code in codes)


def every_name() -> set[str]:
    trees = [ast.parse(source.read_text(encoding="utf-8")) for source in SOURCES]
    return {name for tree in trees for one in given(tree) for name in names(made(one, tree))}


def test_the_rules_are_read_whole() -> None:
    found = every_name()
    assert {"cut_off", "seats_ending", "stale_community", "factors_partial", "tasks_wrong", "members_state"} <= found
    assert len(found) > 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_of_evidence_has_a_word(language: str) -> None:
    words = messages_in(language)
    told = {name: evidence_word(name, words) for name in every_name() - {"value", "threshold"}}
    thai = {name for name, word in told.items() if any("ก" <= letter <= "๛" for letter in word)}
    assert thai == (told.keys() if language == "th" else set())
    assert not [word for word in told.values() if "_" in word]


def test_no_word_is_left_over() -> None:
    said = {code.removeprefix("evidence.") for code in sentences("th") if code.startswith("evidence.")}
    assert said - OF_SECTORS - {"yes", "no"} <= every_name()


def told(language: str = "th", **evidence: Value) -> dict[str, str]:
    """Words and values of a finding of a network of three members."""
    hand = situation("g1 g2 b1", "g1-g2 g2-b1")
    telling = Telling(parts(hand.snapshot, hand.affairs), messages_in(language))
    return dict(evidence_rows(Finding("isolate", Severity.MINOR, (), evidence, {}, 0), telling))


def test_shares_are_percentages_and_counts_have_separators() -> None:
    assert told(cut_off=1234, share=0.12676) == {"สมาชิกที่จะถูกตัดขาด": "1,234", "คิดเป็นสัดส่วน": "12.7%"}
    assert told(expected=1234.5, ratio=0.3194) == {
        THAI.text("evidence.expected"): "1,234",
        THAI.text("evidence.ratio"): "0.3194",
    }


def test_codes_days_and_answers_are_words() -> None:
    found = told("en", sector="state", gate="identify_linkers", last_day="2026-11-15", only_member_of_its_sector=True)
    assert found["last day"] == "15 November 2026"
    assert found["only member of its sector"] == "yes"
    assert not {"state", "identify_linkers"} & set(found.values())


def test_a_list_is_read_with_and_and_its_rest_is_counted() -> None:
    assert told(sectors_missing=("community", "academic"))["ภาคส่วนที่ยังขาด"] == "ชุมชน และภาควิชาการ"
    hidden = tuple(f"0000000{place}-0000-0000-0000-000000000000" for place in range(5))
    assert told("en", tasks_wrong=hidden)["tasks that lack someone"] == "5"
    more = told("en", sectors_missing=("community", "academic", "business", "state"))["sectors missing"]
    assert more.endswith(" and 1 more")


def test_what_is_not_known_or_empty_is_left_out() -> None:
    assert told(sectors_cut_off=(), gate=None, cut_off=0) == {"สมาชิกที่จะถูกตัดขาด": "0"}


def test_what_the_sentence_of_a_condition_says_is_not_said_again() -> None:
    hand = situation("g1 g2 b1", "g1-g2 g2-b1")
    made_of = parts(hand.snapshot, hand.affairs)
    failing = [one for one in made_of.findings if one.condition is not None]
    assert failing
    for one in failing:
        assert one.evidence.keys() >= SAID
        bare = replace(one, evidence={name: value for name, value in one.evidence.items() if name not in SAID})
        telling = Telling(made_of, ENGLISH)
        assert evidence_rows(one, telling) == evidence_rows(bare, telling)
