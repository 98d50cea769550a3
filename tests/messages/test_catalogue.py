"""Both languages say everything, with the same parameters, and nothing is left over."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from network_service.messages import LANGUAGES, Messages, UnknownMessage, messages_in

ROOM = Path(__file__).parents[2] / "network_service"
FIELD = re.compile(r"\{(\w+)[^{}]*\}")


def catalogue(language: str) -> Catalog:
    with (ROOM / "messages" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def sentences(language: str) -> dict[str, list[str]]:
    found = {}
    for message in catalogue(language):
        code = message.id[0] if isinstance(message.id, tuple) else message.id
        if code:
            found[code] = [message.string] if isinstance(message.string, str) else list(message.string)
    return found


def test_both_languages_have_the_same_codes():
    assert sentences("th").keys() == sentences("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_and_no_code_stands_twice(language: str):
    text = (ROOM / "messages" / f"{language}.po").read_text(encoding="utf-8")
    codes = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert len(codes) == len(set(codes)), {code for code in codes if codes.count(code) > 1}
    assert not [code for code, forms in sentences(language).items() if not all(form.strip() for form in forms)]


def test_a_sentence_uses_the_same_parameters_in_both_languages():
    thai, english = sentences("th"), sentences("en")
    differing = {}
    for code in thai:
        told = {field for form in thai[code] for field in FIELD.findall(form)} - {"count"}
        said = {field for form in english[code] for field in FIELD.findall(form)} - {"count"}
        if told != said:
            differing[code] = (told, said)
    assert not differing


def test_thai_sentences_use_sara_am_as_one_letter_and_no_doubled_sara_e():
    wrong = [code for code, forms in sentences("th").items() for form in forms if "เเ" in form or "ํา" in form]
    assert not wrong


def test_plural_follows_the_count():
    english = messages_in("en")
    one, many = english.text("import.rows_read", count=1), english.text("import.rows_read", count=2)
    assert one != many.replace("2", "1")


def test_an_unknown_code_is_an_error_and_not_a_sentence():
    with pytest.raises(UnknownMessage):
        messages_in("th").text("no.such.code")
    with pytest.raises(ValueError, match="no catalogue"):
        Messages("fr")


def test_braces_in_a_value_are_only_text():
    assert "{x}" in messages_in("en").text("store.folder", path="{x}", reason="r")
