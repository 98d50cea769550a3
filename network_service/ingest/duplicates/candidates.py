"""Which of many names are near enough to be looked at one by one; the rest is passed over in bulk."""

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
    tables = [
        [form.text.translate(_ONE_BYTE) for form in forms]
        for forms in ([name.compact for name in ordered], [name.sorted_words for name in ordered])
    ]
    is_asked = np.asarray([about[place] for place in order], dtype=bool)
    bands = _Bands(ordered, cutoff)
    tellers = _tellers(ordered)
    asked = np.flatnonzero(is_asked)
    for start in range(0, len(asked), _ROWS):
        rows = asked[start : start + _ROWS]
        first, last = bands.of(rows)
        if is_asked.all():
            first = int(rows[0])  # the shorter ones have been met
        scores = np.maximum(*(_scores(texts, rows, first, last, cutoff) for texts in tables))
        near, columns = np.nonzero(scores)
        ones, others = rows[near], columns + first
        # Two that are both asked for are met twice: once counts.
        kept = (ones < others) | ~is_asked[others]
        for teller in tellers:
            kept[kept] = teller.may_be_one(ones[kept], others[kept])
        found = _nearest(ones[kept], others[kept], scores[near[kept], columns[kept]])
        yield from ((order[one], order[other]) for one, other in found)


class _Bands:
    """How long the others may be of which a name can reach the score at all: names are sorted by length."""

    def __init__(self, ordered: Sequence[Told], cutoff: int) -> None:
        self._short = np.asarray([len(name.compact.text) for name in ordered], dtype=np.int64)
        self._long = np.asarray([len(name.sorted_words.text) for name in ordered], dtype=np.int64)
        # The score is twice the shared letters of all: of two texts the longer may have this many times the letters.
        self._times = (200 - cutoff) / cutoff

    def of(self, rows: _Numbers) -> tuple[int, int]:
        """The first of the others, and the one after the last."""
        longest, shortest = self._long[rows].max(), self._short[rows].min()
        within = np.flatnonzero((self._short <= longest * self._times) & (self._long * self._times >= shortest))
        return int(within[0]), int(within[-1]) + 1


def _scores(texts: Sequence[str], rows: _Numbers, first: int, last: int, cutoff: int) -> _Scores:
    asked = [texts[row] for row in rows]
    return cdist(asked, texts[first:last], scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.float32)


def _nearest(ones: _Numbers, others: _Numbers, scores: _Scores) -> Iterator[tuple[int, int]]:
    """Of each name the nearest of the others."""
    ranked = np.lexsort((others, -scores, ones))
    begins = np.searchsorted(ones[ranked], ones[ranked])
    kept = ranked[np.arange(len(ranked)) - begins < _NEAREST]
    return zip(ones[kept].tolist(), others[kept].tolist(), strict=True)


class _Teller:
    """One thing that names say, as numbers: 0 where a name does not say it."""

    def __init__(self, said: Sequence[str], *, exact: bool) -> None:
        self._texts = ["", *sorted(set(said) - {""})]
        numbers = {text: number for number, text in enumerate(self._texts)}
        self._said = np.asarray([numbers[text] for text in said], dtype=np.int64)
        self._exact = exact

    def may_be_one(self, ones: _Numbers, others: _Numbers) -> NDArray[np.bool_]:
        """Of pairs of names, whether they do not say two different things."""
        here, there = self._said[ones], self._said[others]
        kept: NDArray[np.bool_] = (here == there) | (here == 0) | (there == 0)
        unsure = np.flatnonzero(~kept)
        if len(unsure) and not self._exact:
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
    return [
        _Teller([" ".join(name.numbers) for name in names], exact=True),
        *(_Teller([name.places.get(level, "") for name in names], exact=False) for level in levels),
    ]
