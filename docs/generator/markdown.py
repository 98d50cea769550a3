"""The little Markdown that the generated documents are made of."""

from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by `make docs`; edit the code or the data that it follows from, not this file. -->"
"""The first line of every generated document."""


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; marks that would end a cell are written so that they do not."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") or "—" for cell in line) + " |" for line in lines)


def page(*parts: str) -> str:
    """A document of parts with an empty line between them."""
    return "\n\n".join((NOTICE, *parts)) + "\n"


def code(*words: str) -> str:
    """Words as code, separated by commas."""
    return ", ".join(f"`{word}`" for word in words)
