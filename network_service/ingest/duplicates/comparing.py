"""Judges two names: how near they are, and whether what differs is a slip or tells two things apart."""

from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from network_service.ingest.duplicates.pair import Reason, Verdict
from network_service.ingest.duplicates.spelling import is_slip
from network_service.ingest.duplicates.telling import DIRECTION, NAME, NUMBER, PLACE, UNMARKED, Marked, Told

LIKELY = 88
"""Score from which two names without anything that tells them apart are likely one (tried on pairs: decision 15)."""
REVIEW = 80
"""Score from which a person should look."""
_SLIPS = 2  # in one name; more are another name
_BRIDGE = 2  # equal letters between two differences that make no word of their own: what differs is one piece
_GUARDS = {
    NUMBER: "number",
    PLACE: "place",
    DIRECTION: "direction",
    NAME: "name",
}  # in the order in which they are told


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two names alone say."""

    score: int
    verdict: Verdict
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one text has where the other has something else, and what is marked in it."""

    here: str
    there: str
    marks: frozenset[str]


def compare(one: Told, other: Told) -> Judgement | None:
    """The judgement on two names, the same in either order; `None` where they are too far apart."""
    if other.order < one.order:
        found = compare(other, one)  # where letters could be matched in two ways, the order would choose
        return found and Judgement(found.score, found.verdict, found.reason.turned())
    by_form = [
        (fuzz.ratio(here.text, there.text), here, there)
        for here, there in ((one.compact, other.compact), (one.sorted_words, other.sorted_words))
    ]
    exact, here, there = max(by_form, key=lambda form: form[0])
    score = round(exact)
    if exact < REVIEW:
        return None
    pieces = _pieces(here, there)
    only_slips = _are_slips([piece for piece in pieces if not piece.marks], one, other)
    if not only_slips and fuzz.ratio(one.core, other.core) < REVIEW:
        return None  # all offices of a place have near names; what they are for must be near too
    reason = _told_apart(pieces, one, other)
    if reason is not None or not only_slips:
        return Judgement(score, Verdict.REVIEW, reason or Reason("other_word"))
    if not pieces:
        return Judgement(score, Verdict.LIKELY, Reason("same_name"))
    return Judgement(score, Verdict.LIKELY if exact >= LIKELY else Verdict.REVIEW, Reason("spelling"))


def _told_apart(pieces: list[_Piece], one: Told, other: Told) -> Reason | None:
    """The guard: why two near names are perhaps two things."""
    for mark, guard in _GUARDS.items():
        for piece in pieces:
            if mark in piece.marks:
                return Reason(f"other_{guard}", {"one": piece.here.strip() or "-", "other": piece.there.strip() or "-"})
    if one.level != other.level:
        return Reason("other_level", {"one": one.level or "-", "other": other.level or "-"})
    return None


def _are_slips(pieces: list[_Piece], one: Told, other: Told) -> bool:
    """Whether what differs, besides places and the like, is spelling."""
    known_words = one.of_office or other.of_office  # where one has it misspelt
    return len(pieces) <= _SLIPS and all(is_slip(one.here, one.there, known_words=known_words) for one in pieces)


def _pieces(here: Marked, there: Marked) -> list[_Piece]:
    """What differs, as few pieces as possible; where it lies in a marked word, that whole word."""
    blocks: list[tuple[int, int, int, int]] = []
    for step in Levenshtein.opcodes(here.text, there.text):
        if step.tag == "equal":
            continue
        if blocks and step.src_start - blocks[-1][1] < _BRIDGE:
            start, _, other_start, _ = blocks.pop()
            blocks.append((start, step.src_end, other_start, step.dest_end))
        else:
            blocks.append((step.src_start, step.src_end, step.dest_start, step.dest_end))
    pieces = []
    for start, end, other_start, other_end in blocks:
        marks = {*_marked(here, start, end), *_marked(there, other_start, other_end)} - {UNMARKED}
        if marks:
            rooms = _room(here, start, end), _room(there, other_start, other_end)
            left, right = (max(sides) for sides in zip(*rooms, strict=True))
            start, end = max(0, start - left), end + right
            other_start, other_end = max(0, other_start - left), other_end + right
        pieces.append(_Piece(here.text[start:end], there.text[other_start:other_end], frozenset(marks)))
    return pieces


def _marked(text: Marked, start: int, end: int) -> set[str]:
    """What is marked in a piece; where it is empty, what the gap lies within."""
    if start < end:
        return set(text.marks[start:end])
    around = text.marks[max(0, start - 1) : start + 1]
    return {around[0]} if len(around) == 2 and around[0] == around[1] else set()


def _room(text: Marked, start: int, end: int) -> tuple[int, int]:
    """By how many letters the marked words that a piece begins or ends in go beyond it, before and behind."""
    bounds = [0, *(place for place, (a, b) in enumerate(pairwise(text.marks), 1) if a != b), len(text.marks)]
    touched = [
        (low, high) for low, high in pairwise(bounds) if text.marks[low] != UNMARKED and low < end and start < high
    ]
    if not touched:
        return 0, 0
    return max(0, start - touched[0][0]), max(0, touched[-1][1] - end)
