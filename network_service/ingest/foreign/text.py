"""The bytes of a text file as text: the encoding is found by proof where there is one, else refused, never mixed up."""

import codecs
import re
from dataclasses import dataclass

from network_service.errors import UnreadableFile, UsageError
from network_service.ingest.fault import Note, shown

UTF_8, UTF_16, THAI, WESTERN = "UTF-8", "UTF-16", "Windows-874", "Windows-1252"

_NAMES = {
    UTF_8: ("utf-8", "utf8", "utf-8-sig", "65001"),
    UTF_16: ("utf-16", "utf16", "utf-16le", "utf-16-le", "utf-16be", "utf-16-be", "unicode"),
    # Whoever says TIS-620 or ISO-8859-11 has a file of Windows-874, which is both of them and the quotation marks.
    THAI: ("windows-874", "cp874", "874", "tis-620", "tis620", "iso-8859-11"),
    WESTERN: ("windows-1252", "cp1252", "1252", "latin-1", "latin1", "iso-8859-1"),
}
ENCODINGS = tuple(_NAMES)
"""The encodings that may be asked for, by the name that people know."""

_KNOWN = ", ".join(ENCODINGS)
_BY_NAME = {name: encoding for encoding, names in _NAMES.items() for name in names}
_CODECS = {UTF_8: "utf-8", THAI: "cp874", WESTERN: "cp1252"}
_NOT_ASCII = bytes(range(0x80, 0x100))
_LOOKED_AT = 4_096
_JUDGED = 512 * 1024  # bytes before and after a bad one; marking 32 million bad ones takes four seconds
_MOSTLY = 0.9  # of the NULs of UTF-16 are halves of plain characters; a Thai character has a half that may be any byte

_LATIN = "A-Za-z"
_THAI_SIGN = "\u0e01-\u0e5b"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_LEADING = "\u0e40-\u0e44"
_NOT_THAI = re.compile(
    f"[{_LATIN}][{_MARKS}]"  # é of "café" is a mark
    f"|[{_LEADING}][{_LATIN}]"  # à and ä are vowels that stand before a Thai consonant
    f"|[{_LATIN}][{_THAI_SIGN}][{_LATIN}]"  # ö is a digit, ß the sign of the baht
)
_THAI_WORD = re.compile(f"[{_THAI_SIGN}]{{2}}")
_FOREIGN_LETTER = re.compile(r"[^\x00-\x7f]")
_BEFORE = 40
"""Characters of a line that a sample has before the one that matters: lines may be of any length."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with plain line ends, its encoding by the name people know, and whether that was only guessed."""

    text: str
    encoding: str
    guessed: bool = False

    @property
    def sample(self) -> str:
        """The first line that another encoding would read otherwise, cut; by it a person sees whether the guess holds.

        Empty where the whole text is plain English letters.
        """
        found = _FOREIGN_LETTER.search(self.text)
        return _around(self.text, found.start()) if found else ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the reader should be told: the encoding, where it was guessed, with a line to judge it by."""
        return (Note("encoding", {"encoding": self.encoding, "sample": self.sample}),) if self.guessed else ()


def decoded(content: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file in UTF-8, UTF-16 or Windows-874, or in the encoding that is asked for.

    UTF-8 and byte order marks prove themselves. Windows-874 is a guess: its codec takes Western text too, so it is
    refused where Thai could not read so. `UnreadableFile` where the bytes are no text of that encoding, `UsageError`
    where an encoding of that name is not known.
    """
    if encoding is not None:
        asked = _BY_NAME.get(encoding.strip().lower().replace("_", "-"))
        if asked is None:
            raise UsageError("ingest.encoding_unknown", encoding=encoding[:80], known=_KNOWN)
        return _plain(_as_asked(content, asked), asked)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _plain(_strict(content, "utf-16", UTF_16), UTF_16)
    if codec := _utf_16_without_mark(content):
        return _plain(_strict(content, codec, UTF_16), UTF_16, guessed=True)
    try:
        return _plain(content.decode("utf-8"), UTF_8)
    except UnicodeDecodeError as error:
        _refuse_damaged_utf_8(content, error.start)
    return _plain(_thai(content), THAI, guessed=True)


def _plain(text: str, encoding: str, *, guessed: bool = False) -> Decoded:
    """The text with plain line ends; NUL has no place in any text and is what a picture or a program is full of."""
    text = _with_plain_ends(text.removeprefix("\ufeff"))
    if "\0" in text:
        raise UnreadableFile("unreadable.not_text", line=text.count("\n", 0, text.index("\0")) + 1)
    return Decoded(text, encoding, guessed)


def _as_asked(content: bytes, encoding: str) -> str:
    if encoding != UTF_16:
        return _strict(content, _CODECS[encoding], encoding)
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return _strict(content, "utf-16" if marked else _utf_16_without_mark(content) or "utf-16-le", encoding)


def _strict(content: bytes, codec: str, encoding: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = _line(content, error.start, codec)
        raise UnreadableFile("unreadable.other_encoding", encoding=encoding, line=line, known=_KNOWN) from None


def _utf_16_without_mark(content: bytes) -> str | None:
    """The byte order of UTF-16 that no mark begins: commas and line ends are characters with a NUL on one side."""
    head = content[:_LOOKED_AT]
    first, second = head[::2].count(0), head[1::2].count(0)
    if len(content) % 2 or first + second < 2 or max(first, second) < _MOSTLY * (first + second):
        return None
    codec = "utf-16-le" if second > first else "utf-16-be"
    try:
        # A byte order mark is no part of such a text, and two NULs together are no character of any.
        return None if "\0" in content.decode(codec) else codec
    except UnicodeDecodeError:
        return None


def _refuse_damaged_utf_8(content: bytes, start: int) -> None:
    """Refuse UTF-8 with a few bad bytes: Windows-874 would read every Thai letter of it as three others."""
    around = content[max(0, start - _JUDGED) : start + _JUDGED]
    text = around.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - len(around.translate(None, _NOT_ASCII))
    if content.startswith(codecs.BOM_UTF8) or good > bad:
        raise UnreadableFile("unreadable.damaged_utf_8", line=_line(content, start, "utf-8"))


def _thai(content: bytes) -> str:
    """The text of Windows-874; `UnreadableFile` where no Thai reads so."""
    try:
        text = _with_plain_ends(content.decode("cp874"))
    except UnicodeDecodeError as error:
        line = _line(content, error.start, "cp874")
        raise UnreadableFile("unreadable.encoding", line=line, known=_KNOWN) from None
    found = _NOT_THAI.search(text)
    if found is None and _THAI_WORD.search(text):
        return text
    at = found.start() if found else 0
    shown_line = _around(text, at) if found else Decoded(text, THAI).sample
    line = text.count("\n", 0, at) + 1
    raise UnreadableFile("unreadable.not_thai", line=line, sample=shown_line, known=_KNOWN)


def _around(text: str, at: int) -> str:
    """The line of a place, as much of it as a sentence shows."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return shown(text[max(start, at - _BEFORE) : end if end >= 0 else None])


def _line(content: bytes, at: int, codec: str) -> int:
    """The line of a byte that cannot be read, counted in what can be read before it."""
    return _with_plain_ends(content[:at].decode(codec, "ignore")).count("\n") + 1


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
