import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

import network_service.messages
from network_service.domain.vocabulary import ResourceKind, Sector
from network_service.findings.finding import Finding, Severity, Subject, Value
from network_service.findings.rules_of_gaps import RULES_OF_GAPS
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import enumerated, remedy, sentence, severity_word, subject_word, title
from network_service.messages import LANGUAGES, messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.affairs_gone_wrong import affairs_gone_wrong, findings_of_affairs
from tests.findings.networks import (
    body,
    gaps,
    measured,
    network,
    networks,
    organisation_linker,
    person_linker,
    personal_seats,
    seats,
)

THAI, ENGLISH = messages_in("th"), messages_in("en")
CODES = re.compile(
    "|".join([*(code for code in (*Sector, *ResourceKind) if "_" in code), "finding", "None", r"[{}()]{2}", r"[{}]"])
)


def pair(one: str, other: str, *, count: int = 3, unknown: int = 0) -> Finding:
    subjects = (Subject("sector", one, one), Subject("sector", other, other))
    told: dict[str, Value] = {
        "sector_one": one,
        "sector_other": other,
        "members_one": 1,
        "members_other": 3,
        "count": count,
        "unknown": unknown,
    }
    return Finding("sector_pair_without_ties", Severity.MAJOR, subjects, {}, told, 4)


def cut_off(names: tuple[str, ...], more: int) -> Finding:
    told: dict[str, Value] = {
        "name": "ก",
        "count": len(names) + more,
        "sectors": (),
        "names": names,
        "names_more": more,
    }
    return Finding("single_point_of_failure", Severity.MAJOR, (Subject("actor", "1", "ก"),), {}, told, 1)


def everything_wrong() -> Iterator[Snapshot]:
    """Networks that between them call for every sentence of the room."""
    linkers = [
        organisation_linker("g1"),
        person_linker("p1", "g2"),
        person_linker("p2", None),
        person_linker("p3", "g9"),
        person_linker("p4", "x1"),
    ]
    yield network(
        "b1 b2 b3 c1 g1 g2 g3 g4 p1 v1 v2 x1",
        "b1-b2 b2-b3 g1-g2 g2-g3 g3-g4 v1-v2 g1-x1",
        linkers=linkers,
        bodies=[body(name) for name in ("q1", "q2", "q3", "q4", "q5", "q6")],
        seats=(
            *seats("q1", "g1 b1 v1 x1"),
            *seats("q2", "g1 b1"),
            *seats("q4", "x1 x2"),
            *personal_seats("s", ["q1", "q2", "q3", "q5", "q6"]),
        ),
    )
    yield network("b1 g1 g2 g3", "g1-g2 g2-g3 g3-g1 g1-b1", linkers=linkers[:1], bodies=[body("q")])
    yield network("b1 g1 g2", "g1-g2", linkers=linkers[:2])
    yield network("b1 b2 g1 g2 g3 g4 g5", "g1-g2 g2-g3 g3-g4 g4-g5")


RULES = {rule.__name__ for rule in RULES_OF_GAPS}


def all_findings() -> list[Finding]:
    found = [one for snapshot in everything_wrong() for one in gaps(snapshot, measured(snapshot), Thresholds())]
    snapshot = network("g1 c1 c2", bodies=[body("q")], seats=seats("q", "g1"))
    wrong = [one for situation in affairs_gone_wrong() for one in findings_of_affairs(situation)]
    return [*found, *gaps(snapshot, measured(snapshot), Thresholds(required_sectors=frozenset({"state"}))), *wrong]


def sentence_codes(language: str) -> set[str]:
    """Codes of the sentences of the rules that need no more than `measured`, titles and remedies aside."""
    text = (Path(network_service.messages.__file__).parent / f"{language}.po").read_text(encoding="utf-8")
    codes = set(re.findall(r'^msgid "(finding\..+)"$', text, re.MULTILINE))
    return {code for code in codes if not re.search(r"\.(title|remedy|unknown)$", code) and code.split(".")[1] in RULES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_catalogue_is_said_of_some_network(language: str) -> None:
    gaps_told = {found.sentence for found in all_findings() if found.rule in RULES}
    assert gaps_told == sentence_codes(language)


@pytest.mark.parametrize("found", all_findings(), ids=lambda found: f"{found.sentence}-{found.id}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_title_sentence_and_remedy_are_words_without_codes(found: Finding, language: str) -> None:
    words = messages_in(language)
    for told in (
        title(found, words),
        sentence(found, words),
        remedy(found, words),
        severity_word(found.severity, words),
    ):
        assert told.strip()
        assert not CODES.search(told), told
        assert "  " not in told


@given(networks())
def test_whatever_is_found_can_be_said(snapshot: Snapshot) -> None:
    for found in gaps(snapshot, measured(snapshot), Thresholds()):
        for words in (THAI, ENGLISH):
            for told in (title(found, words), sentence(found, words), remedy(found, words)):
                assert not CODES.search(told), told


def test_a_pair_of_sectors_in_both_languages() -> None:
    found = pair("state", "civil_society")
    assert sentence(found, THAI) == (
        "ยังไม่พบบันทึกสายสัมพันธ์ระหว่างภาครัฐ (1 ราย) กับภาคประชาสังคม (3 ราย) แม้แต่คู่เดียว จากที่เป็นไปได้ 3 คู่"
    )
    assert sentence(found, ENGLISH) == (
        "No tie is recorded between government (1 member) and civil society (3 members); 3 pairs would be possible."
    )


def test_one_is_said_in_the_singular_and_thousands_with_a_comma() -> None:
    assert sentence(pair("state", "business", count=1), ENGLISH).endswith("1 pair would be possible.")
    assert "12,000 pairs" in sentence(pair("state", "business", count=12_000), ENGLISH)


def test_what_could_not_be_judged_follows_as_a_second_sentence() -> None:
    found = pair("state", "business", unknown=2)
    assert sentence(found, THAI).endswith(" ทั้งนี้ ยังไม่ทราบภาคส่วนของสมาชิก 2 ราย")
    assert sentence(found, ENGLISH).endswith(". The sectors of 2 members are not known.")


@pytest.mark.parametrize(
    ("words", "thai", "english"),
    [
        ([], "", ""),
        (["ก"], "ก", "ก"),
        (["ก", "ข"], "ก และข", "ก and ข"),
        (["ก", "ข", "ค"], "ก, ข และค", "ก, ข and ค"),
    ],
)
def test_a_list_reads_as_it_is_spoken(words: list[str], thai: str, english: str) -> None:
    assert enumerated(words, THAI) == thai
    assert enumerated(words, ENGLISH) == english


def test_a_list_that_is_too_long_says_how_many_more() -> None:
    found = cut_off(("ข", "ค"), 3)
    assert sentence(found, THAI).endswith("ได้แก่ ข, ค และอีก 3 ราย")
    assert sentence(found, ENGLISH).endswith(": ข, ค and 3 more.")
    assert sentence(cut_off(("ข", "ค"), 0), ENGLISH).endswith(": ข and ค.")


def test_a_name_that_is_not_known_is_said_to_be_so() -> None:
    found = cut_off(("ข",), 0)
    unnamed = replace(found, parameters={**found.parameters, "name": ""})
    assert "not known" in sentence(unnamed, ENGLISH)


def test_what_a_finding_is_about_is_told_by_its_name_or_the_word_for_its_code() -> None:
    found = pair("state", "civil_society")
    subjects = (
        Subject("actor", "1", "ก"),
        Subject("sector", "civil_society", "civil_society"),
        Subject("resource_kind", "local_wisdom", "local_wisdom"),
        Subject("population_kind", "older_persons", "older_persons"),
    )
    words = [subject_word(found, subject, ENGLISH) for subject in subjects]
    assert words == ["ก", "civil society", "local wisdom", "older persons"]
    assert subject_word(found, subjects[3], THAI) == "ผู้สูงอายุ"


def test_braces_in_a_name_are_only_text() -> None:
    assert "{x}" in sentence(cut_off(("{x}",), 0), ENGLISH)
