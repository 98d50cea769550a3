"""Files changed as bad disks, bad programs and bad people change them; the same change for the same chance."""

import random
import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

Change = Callable[[bytes, bytes, random.Random], bytes]
"""Changes a content, perhaps by pieces of another of its format."""

_NUMBER = re.compile(rb"[0-9]+")
_UNIT = re.compile(
    rb"<(row|c|node|edge|data|attvalue|key|si)\b(?:[^<>]*/>|[^<>]*[^/<>]>(?:(?!<\1\b).)*?</\1>)|\{[^{}]*\},?", re.DOTALL
)
"""A part of markup or JSON that can go, or come twice, with the rest still whole."""
_TEXT_LETTER = re.compile(rb"[a-z](?![^<>]*>)")
_SIZES = (0, 1, 7, 60, 400)
_NUMBERS = (
    *(b"0", b"-1", b"00", b"3.5", b"NaN", b"Infinity", b"1e308", b"1e999", b"999999999", b"2147483648", b"1.0"),
    *(b"18446744073709551616", b"9" * 400, "๑๒".encode(), "²".encode()),
)
_WORDS = (
    *(
        b'"',
        b"'",
        b"\0",
        b"<",
        b">",
        b"&",
        b";",
        b",",
        b"\t",
        b"\r",
        b"\n",
        b"\n\n",
        b"|",
        b"*",
        b"%",
        b"[",
        b"]}",
        b"\\",
    ),
    *(b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\\ud800", b"\\u0000", b"&#0;", b"&#3585;", b"]]>"),
    *(b"../x", b"=1+1", b"'=1", b"null", b"true", b"<node>", b"</node>", b"<edge>", b"<data key='x'>", b"*Vertices 3"),
    *("\u202e".encode(), "\u200b".encode(), "ำ".encode(), "\u2028".encode(), "\U0001f600".encode(), b"<!DOCTYPE x>"),
)


def mutated(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The content with one to four changes; of an archive mostly the parts inside are changed, and packed again."""
    if content.startswith(b"PK") and chance.random() < 0.9:
        return _repacked(content, others, chance)
    changes = _GENTLE if chance.random() < 0.7 else _ROUGH
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = chance.choice(changes)(content, chance.choice(others), chance) or b" "
    return content


def _repacked(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    wanted = [name for name in parts if name.startswith("xl/worksheets/sheet") or chance.random() < 0.2]
    for name in chance.sample(wanted, min(len(wanted), chance.choice((1, 1, 2)))):
        with zipfile.ZipFile(BytesIO(chance.choice(others))) as other:
            piece = other.read(name) if name in other.namelist() else b"<c/>"
        parts[name] = mutated(parts[name], [piece], chance)
    if chance.random() < 0.05:
        del parts[chance.choice(list(parts))]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _span(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content))
    return start, min(len(content), start + chance.choice(_SIZES))


def _flip(content: bytes, _: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 12))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(content: bytes, _: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _drop(content: bytes, _: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _repeat(content: bytes, _: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 2, 50)) + content[end:]


def _splice(content: bytes, other: bytes, chance: random.Random) -> bytes:
    (start, end), (begin, stop) = _span(content, chance), _span(other, chance)
    return content[:start] + other[begin:stop] + content[end:]


def _word(content: bytes, _: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + chance.choice(_WORDS) + content[chance.choice((start, end)) :]


def _number(content: bytes, _: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(content))
    if not found:
        return content
    place = chance.choice(found)
    return content[: place.start()] + chance.choice(_NUMBERS) + content[place.end() :]


def _encoding(content: bytes, _: bytes, chance: random.Random) -> bytes:
    encodings = chance.choice((("utf-8", "cp874"), ("utf-8", "utf-16"), ("cp874", "utf-8"), ("utf-8", "utf-8-sig")))
    return content.decode(encodings[0], "replace").encode(encodings[1], "replace")


def _lines(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """A line is dropped, doubled, moved, or comes from another file."""
    lines, others = content.splitlines(keepends=True), other.splitlines(keepends=True) or [b"\n"]
    place = chance.randrange(len(lines))
    kind = chance.randrange(4)
    taken = lines.pop(place) if kind in (0, 2) else lines[place]
    if kind in (1, 2):
        lines.insert(chance.randrange(len(lines) + 1), taken)
    elif kind == 3:
        lines.insert(place, chance.choice(others))
    return b"".join(lines)


def _units(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """A whole element or object is dropped, doubled, moved, or comes from another file."""
    found = list(_UNIT.finditer(content))
    if not found:
        return _lines(content, other, chance)
    one, place = chance.choice(found), chance.choice(found).start()
    kind = chance.randrange(4)
    pieces = [found[0] for found in _UNIT.finditer(other)] if kind == 3 else []
    piece = chance.choice(pieces) if pieces else one[0]
    if kind != 0:
        content = content[:place] + piece + content[place:]
    moved = len(piece) if kind == 2 and place <= one.start() else 0
    return content[: one.start() + moved] + content[one.end() + moved :] if kind in (0, 2) else content


def _letter(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """A letter is another one: what a typist does. Outside of tags, where there are any."""
    places = [found.start() for found in _TEXT_LETTER.finditer(content)]
    if not places:
        return content
    place = chance.choice(places)
    return content[:place] + bytes([chance.randrange(97, 123)]) + content[place + 1 :]


_GENTLE: tuple[Change, ...] = (_units, _units, _number, _letter)
"""After which most files can still be read."""
_ROUGH: tuple[Change, ...] = (_flip, _cut, _drop, _repeat, _splice, _word, _number, _encoding, _lines)
