"""Guards texts that a spreadsheet would run as formulas when it opens a CSV file, and takes the guard off again."""

import re

_STARTS = "=+\\-@\t\r\0＝＋－＠"  # full-width forms count: some programs fold them before they look
_DANGEROUS = re.compile(rf"'*[{_STARTS}]")
_GUARDED = re.compile(rf"'+[{_STARTS}]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*%?")


def guard(text: str) -> str:
    """The text with a leading apostrophe if a spreadsheet would otherwise take it for a formula.

    Plain numbers stay as they are. A text that begins with apostrophes before such a sign gets one more, so that
    `unguard` always gives back what was there.
    """
    return f"'{text}" if _DANGEROUS.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text
