"""Loads the gettext catalogue of a language and makes sentences of codes and parameters."""

import gettext
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("th", "en")
"""Languages of the catalogue; the first is what officials see when nothing else is asked for."""


class UnknownMessage(LookupError):
    """The catalogue has no sentence for a code."""


class Messages:
    """The sentences of one language, found by code."""

    def __init__(self, language: str) -> None:
        """Load the catalogue of a language; `ValueError` for one that is not in `LANGUAGES`."""
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue in {language!r}; there are {', '.join(LANGUAGES)}")
        self.language = language
        self._translations = _load(language)

    def text(self, code: str, /, **parameters: object) -> str:
        """The sentence of a code; `count` chooses singular or plural where the language has both."""
        count = parameters.get("count")
        sentence = self._translations.ngettext(code, code, count) if isinstance(count, int) else code
        if sentence == code:
            sentence = self._translations.gettext(code)
        if sentence == code:
            raise UnknownMessage(code)
        return sentence.format(**parameters)


@cache
def messages_in(language: str) -> Messages:
    """The catalogue of a language, loaded once a process."""
    return Messages(language)


def _load(language: str) -> gettext.GNUTranslations:
    """Compile the .po text in memory: no compiled file is kept that could differ from its source."""
    source = files(__package__).joinpath(f"{language}.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
