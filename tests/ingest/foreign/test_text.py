"""A text file is read in the encoding that it is in, or refused; never is one letter taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.errors import InputError, UnreadableFile, UsageError
from network_service.ingest.foreign.text import ENCODINGS, decoded

THAI = "รหัส,ชื่อ\n1,สำนักงาน “จังหวัด” – ผู้ว่าฯ\n2,เครือข่ายป่าชุมชน\n"
FRENCH = "Id;Label\n1;Café associé\n2;Où\n"
MIXED_ENDS = THAI.replace("\n", "\r\n", 1).replace("2,", "\r2,")

CORPUS: list[tuple[str, bytes, str, bool, str]] = [
    ("UTF-8", THAI.encode(), THAI, False, "UTF-8"),
    ("UTF-8 with its mark, as Excel saves it", THAI.encode("utf-8-sig"), THAI, False, "UTF-8"),
    ("plain English", b"a,b\n1,2\n", "a,b\n1,2\n", False, "UTF-8"),
    ("UTF-8 of the West", FRENCH.encode(), FRENCH, False, "UTF-8"),
    ("UTF-16 with its mark, as Excel saves Unicode text", THAI.encode("utf-16"), THAI, False, "UTF-16"),
    ("UTF-16 the other way round", b"\xfe\xff" + THAI.encode("utf-16-be"), THAI, False, "UTF-16"),
    ("UTF-16 without a mark", THAI.encode("utf-16-le"), THAI, True, "UTF-16"),
    ("UTF-16 the other way round without a mark", THAI.encode("utf-16-be"), THAI, True, "UTF-16"),
    ("Windows-874, as Thai Excel saves CSV", THAI.encode("cp874"), THAI, True, "Windows-874"),
    ("mixed line ends", MIXED_ENDS.encode("cp874"), THAI.replace("\n2", "\n\n2"), True, "Windows-874"),
]

REFUSED: list[tuple[str, bytes, str, int]] = [
    ("French of Windows-1252", FRENCH.encode("cp1252"), "unreadable.not_thai", 2),
    ("accents that begin words only", "x\nécole Élan àcôté\n".encode("cp1252"), "unreadable.not_thai", 2),
    ("German whose ß and ö are a baht and a digit", "Id\nStraße Köln\n".encode("cp1252"), "unreadable.not_thai", 2),
    ("one sign of degrees", "Id\n25 °\n".encode("cp1252"), "unreadable.not_thai", 1),
    ("ü, which is no Thai letter", "Id\nZürich\n".encode("cp1252"), "unreadable.encoding", 2),
    ("UTF-8 with a bad byte", THAI.encode().replace(b"2,", b"\xff,"), "unreadable.damaged_utf_8", 3),
    ("UTF-8 cut within a letter", THAI.encode()[:-2], "unreadable.damaged_utf_8", 3),
    ("a mark of UTF-8 before other bytes", b"\xef\xbb\xbf" + b"\n\xa1\xa1\xa1", "unreadable.damaged_utf_8", 2),
    ("UTF-16 cut within a letter", THAI.encode("utf-16")[:-1], "unreadable.other_encoding", 3),
    ("UTF-32", THAI.encode("utf-32"), "unreadable.not_text", 1),
    ("a NUL in a text", b"a,b\n1,\x002\n", "unreadable.not_text", 2),
    ("the head of a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "unreadable.encoding", 1),
]


@pytest.mark.parametrize(
    ("content", "text", "guessed", "encoding"), [row[1:] for row in CORPUS], ids=[row[0] for row in CORPUS]
)
def test_the_encoding_is_found_and_said(content: bytes, text: str, guessed: bool, encoding: str):
    found = decoded(content)
    assert (found.text, found.encoding, found.guessed) == (text, encoding, guessed)
    assert bool(found.notes) == guessed


@pytest.mark.parametrize(("content", "code", "line"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_no_reading_fits_is_refused_with_its_line(content: bytes, code: str, line: int):
    with pytest.raises(UnreadableFile) as refused:
        decoded(content)
    assert (refused.value.code, refused.value.parameters["line"]) == (code, line)


def test_western_text_is_read_where_it_is_asked_for():
    for name in ("cp1252", "Windows-1252", "latin_1"):
        found = decoded(FRENCH.encode("cp1252"), name)
        assert (found.text, found.encoding, found.guessed) == (FRENCH, "Windows-1252", False)


def test_the_word_of_the_one_who_asks_stands_above_what_would_be_found():
    assert decoded("é".encode("cp874", "ignore") + b"ab\xe9", "windows-874").text == "ab้"
    assert decoded(THAI.encode("utf-16-be"), "utf-16").text == THAI
    assert decoded(THAI.encode("utf-16"), "UTF-16").text == THAI
    assert decoded(THAI.encode("utf-8-sig"), "UTF-8").text == THAI
    with pytest.raises(UnreadableFile) as refused:
        decoded(THAI.encode("cp874"), "utf-8")
    assert refused.value.code == "unreadable.other_encoding"


def test_an_encoding_that_nobody_knows_is_named_with_those_there_are():
    with pytest.raises(UsageError) as refused:
        decoded(b"a", "klingon")
    assert refused.value.code == "ingest.encoding_unknown"
    assert all(name in str(refused.value.parameters["known"]) for name in ENCODINGS)


def test_the_sample_is_the_first_line_that_another_encoding_would_read_otherwise():
    assert decoded("id,name\n1,plain\n2,บ้าน\n3,วัด\n".encode("cp874")).sample == "2,บ้าน"
    assert decoded(b"id,name\n").sample == ""


def test_of_a_long_line_the_sample_has_what_stands_around_the_letter():
    found = decoded(("id,name\n" + "x" * 300_000 + " บ้านไร่\n").encode("cp874"))
    assert found.sample == "x" * 39 + " บ้านไร่"


@given(
    st.text(
        st.characters(codec="cp874", min_codepoint=0x20, exclude_categories=["Cc"]) | st.sampled_from("กขคงจ\n"),
    )
)
def test_a_text_of_windows_874_is_read_as_it_was_written_or_refused(text: str):
    try:
        found = decoded(text.encode("cp874"))
    except UnreadableFile:
        return
    assert found.encoding == "UTF-8" or found.text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff")))
def test_every_text_of_utf_8_is_read_as_it_was_written(text: str):
    assert decoded(text.encode()).text == text
    assert decoded(text.encode("utf-8-sig")).text == text


@given(st.binary(max_size=200), st.sampled_from([None, *ENCODINGS]))
def test_any_bytes_are_a_text_or_a_refusal(content: bytes, encoding: str | None):
    try:
        found = decoded(content, encoding)
    except InputError:
        return
    assert "\0" not in found.text
    assert "\r" not in found.text
