"""Which instruments a text means: papers cite an order by its name, its number, or a number within a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable

from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import match_form

# A word of its own, as "1/10/2569" is a day and no order 10/2569; or what stands behind ที่ without a space.
_CITED = re.compile(r"(?<![^\s(])[^\s/(]*[0-9]/[0-9]{4}(?![0-9])")
_CITED_JOINED = re.compile(r"(?<=ที่)[0-9]+/[0-9]{4}(?![0-9])")
_STROKE = re.compile(r"\s*/\s*")


class CitedInstruments:
    """Instruments by the texts they go by; a number may be that of several kinds, so that one text may mean several."""

    def __init__(self, instruments: Iterable[tuple[str, Iterable[str | None]]]) -> None:
        """Know these: the id of each, and its name, its number with its year and the office's own code."""
        self._by_text: dict[str, list[str]] = defaultdict(list)
        for instrument, texts in instruments:
            for text in {_form(text or "") for text in texts} - {""}:
                self._by_text[text].append(instrument)
        self._read: dict[str, tuple[str, ...]] = {}

    def meant(self, text: str) -> tuple[str, ...]:
        """Ids by a name or a number, else by a number within the text, such as that of "order no. 12/2569"."""
        if text not in self._read:
            self._read[text] = self._look_up(text)
        return self._read[text]

    def _look_up(self, text: str) -> tuple[str, ...]:
        plain = _STROKE.sub("/", to_arabic(text))
        for form in map(_form, (plain, *_CITED.findall(plain), *_CITED_JOINED.findall(plain))):
            if form in self._by_text:
                return tuple(self._by_text[form])
        return ()


def _form(text: str) -> str:
    return match_form(to_arabic(text)).replace(" ", "")
