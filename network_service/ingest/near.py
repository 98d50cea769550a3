"""Proposes the names that were probably meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

_CLOSE_ENOUGH = 0.6  # difflib's own default; "สำนักงานสาธารณสุข" against "สำนักงานสาธารณะสุข" has 0.97
_COMPARED = 30  # names compared letter by letter: those that share most pairs of letters
_LONGEST = 200  # letters compared; the comparison is quadratic


def nearest(text: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Up to `most` of the names that resemble the text, the nearest first."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text[:_LONGEST].casefold())
    found = []
    for name in names:
        matcher.set_seq1(name[:_LONGEST].casefold())
        if matcher.quick_ratio() >= _CLOSE_ENOUGH and (ratio := matcher.ratio()) >= _CLOSE_ENOUGH:
            found.append((-ratio, name))
    return tuple(name for _, name in sorted(found)[:most])


class NearNames:
    """Proposals among many names: only those that share pairs of letters with a text are compared."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for pair in _pairs(name):
                self._by_pair[pair].append(name)

    def nearest(self, text: str) -> tuple[str, ...]:
        """Up to three names that resemble the text."""
        shared: Counter[str] = Counter()
        for pair in _pairs(text):
            shared.update(self._by_pair.get(pair, ()))
        return nearest(text, (name for name, _ in shared.most_common(_COMPARED)))


def _pairs(text: str) -> set[str]:
    folded = text[:_LONGEST].casefold()
    return {folded[place : place + 2] for place in range(len(folded) - 1)}
