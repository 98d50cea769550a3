"""Which of many names are near enough to be looked at one by one; the rest is passed over in bulk."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist, cpdist

from network_service.ingest.duplicates.telling import Told

_ROWS = 256  # names compared with all at once: at 20,000 names, two tables of 20 MB
_NEAREST = 20  # of each name; who has more near ones than that is of a family of names, not a duplicate
_ONE_BYTE = {letter: letter - 0xE00 + 0x80 for letter in range(0xE00, 0xE80)}
"""Thai letters in one byte each: a comparison then takes 27 ns instead of 170. What else has such bytes is judged
later, letter by letter."""
_FEW = 20  # no more than are kept of each name
_SLIPS_IN_PLACE = 1

_Numbers = NDArray[np.int64]
_Scores = NDArray[np.float32]


def may_be_one_place(one: str, other: str) -> bool:
    """Whether two places of one level are perhaps one, misspelt: not more than a letter apart."""
    return Levenshtein.distance(one, other, score_cutoff=_SLIPS_IN_PLACE) <= _SLIPS_IN_PLACE


def near_pairs(names: Sequence[Told], cutoff: int, about: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Which two names have at least the score `cutoff` and may be of one thing.

    At least one of a pair is one of those it is `about`. Two names that both have a number, or both a place of one
    level, and not the same ones, are left out: they are two things. So are, of each name, all but the twenty nearest.
    """
    order = sorted(range(len(names)), key=lambda place: len(names[place].compact.text))
    ordered = [names[place] for place in order]
    is_asked = np.asarray([about[place] for place in order], dtype=bool)
    table = _Table(ordered, cutoff)
    for rows, others in _blocks([" ".join(name.numbers) for name in ordered], is_asked):
        for one, other in table.near(rows, others):
            yield order[one], order[other]


def _blocks(numbers: Sequence[str], is_asked: NDArray[np.bool_]) -> Iterator[tuple[_Numbers, _Numbers]]:
    """Which names are compared with which others, by the numbers they say: no two of different numbers are.

    Both are in the order of the names. All the asked ones of the others are among the first, or none is.
    """
    has_number = np.asarray([bool(number) for number in numbers], dtype=bool)
    without, having = np.flatnonzero(~has_number), np.flatnonzero(has_number)
    asked_without = without[is_asked[without]]
    yield asked_without, without
    yield asked_without, having
    yield having[is_asked[having]], without[~is_asked[without]]
    of_number: dict[str, list[int]] = defaultdict(list)
    for place in having.tolist():
        of_number[numbers[place]].append(place)
    for places in of_number.values():
        if len(places) > 1:
            others = np.asarray(places, dtype=np.int64)
            yield others[is_asked[others]], others


class _Table:
    """Names sorted by length, in the forms in which they are compared."""

    def __init__(self, names: Sequence[Told], cutoff: int) -> None:
        self._cutoff = cutoff
        self._texts = [
            [form.text.translate(_ONE_BYTE) for form in forms]
            for forms in ([name.compact for name in names], [name.sorted_words for name in names])
        ]
        self._short = np.asarray([len(name.compact.text) for name in names], dtype=np.int64)
        self._long = np.asarray([len(name.sorted_words.text) for name in names], dtype=np.int64)
        # The score is twice the shared letters of all: of two texts the longer may have this many times the letters.
        self._times = (200 - cutoff) / cutoff
        self._tellers = _tellers(names)

    def near(self, rows: _Numbers, others: _Numbers) -> Iterator[tuple[int, int]]:
        """Pairs of a row and one of the others, each once though both may be rows."""
        if len(others) <= _FEW:
            yield from self._near_of_few(rows.tolist(), others.tolist())
            return
        is_row = np.isin(others, rows)
        met_twice = bool(is_row.all())
        for start in range(0, len(rows), _ROWS):
            some = rows[start : start + _ROWS]
            wanted = self._band(some, others)
            if met_twice:
                wanted &= others >= some[0]  # the shorter ones have been met
            within, again = others[wanted], is_row[wanted]
            scores = np.maximum(*(self._scores(texts, some, within) for texts in self._texts))
            near, columns = np.nonzero(scores)
            ones, found = some[near], within[columns]
            kept = (ones < found) | ~again[columns]
            for teller in self._tellers:
                kept[kept] = teller.may_be_one(ones[kept], found[kept])
            yield from _nearest(ones[kept], found[kept], scores[near[kept], columns[kept]])

    def _near_of_few(self, rows: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The same one by one: setting up arrays for a handful takes a hundred times as long."""
        for one in rows:
            for other in others:
                if one == other or (other < one and other in rows):
                    continue
                is_near = any(fuzz.ratio(texts[one], texts[other], score_cutoff=self._cutoff) for texts in self._texts)
                if is_near and all(teller.may_be_one_pair(one, other) for teller in self._tellers):
                    yield one, other

    def _band(self, rows: _Numbers, others: _Numbers) -> NDArray[np.bool_]:
        """Which of the others are as long as one must be to reach the score with a row."""
        longest, shortest = self._long[rows].max(), self._short[rows].min()
        short, long = self._short[others], self._long[others]
        kept: NDArray[np.bool_] = (short <= longest * self._times) & (long * self._times >= shortest)
        return kept

    def _scores(self, texts: Sequence[str], rows: _Numbers, others: _Numbers) -> _Scores:
        ones, theirs = [texts[row] for row in rows], [texts[other] for other in others]
        return cdist(ones, theirs, scorer=fuzz.ratio, score_cutoff=self._cutoff, dtype=np.float32)


def _nearest(ones: _Numbers, others: _Numbers, scores: _Scores) -> Iterator[tuple[int, int]]:
    """Of each name the nearest of the others."""
    ranked = np.lexsort((others, -scores, ones))
    begins = np.searchsorted(ones[ranked], ones[ranked])
    kept = ranked[np.arange(len(ranked)) - begins < _NEAREST]
    return zip(ones[kept].tolist(), others[kept].tolist(), strict=True)


class _Teller:
    """The places of a level that names say, as numbers: 0 where a name says none."""

    def __init__(self, said: Sequence[str]) -> None:
        self._texts = ["", *sorted(set(said) - {""})]
        numbers = {text: number for number, text in enumerate(self._texts)}
        self._said = np.asarray([numbers[text] for text in said], dtype=np.int64)

    def may_be_one_pair(self, one: int, other: int) -> bool:
        """Whether two names do not say two different places."""
        here, there = self._said[one], self._said[other]
        return bool(here == there or not here or not there) or may_be_one_place(self._texts[here], self._texts[there])

    def may_be_one(self, ones: _Numbers, others: _Numbers) -> NDArray[np.bool_]:
        """Of pairs of names, whether they do not say two different places."""
        here, there = self._said[ones], self._said[others]
        kept: NDArray[np.bool_] = (here == there) | (here == 0) | (there == 0)
        unsure = np.flatnonzero(~kept)
        if len(unsure):
            pairs, back = np.unique(here[unsure] * len(self._texts) + there[unsure], return_inverse=True)
            first, second = np.divmod(pairs, len(self._texts))
            apart = cpdist(
                [self._texts[place] for place in first],
                [self._texts[place] for place in second],
                scorer=Levenshtein.distance,
                score_cutoff=_SLIPS_IN_PLACE,
            )
            kept[unsure] = (apart <= _SLIPS_IN_PLACE)[back]
        return kept


def _tellers(names: Sequence[Told]) -> list[_Teller]:
    levels = sorted({level for name in names for level in name.places})
    return [_Teller([name.places.get(level, "") for name in names]) for level in levels]
