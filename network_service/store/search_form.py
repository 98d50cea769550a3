"""What a record is searched by, and what is searched for: one form for both, in every store."""

from collections.abc import Iterator

from network_service.domain.nodes import Person
from network_service.domain.record import Node, Record
from network_service.domain.thai.text import match_form
from network_service.errors import UsageError

LONGEST_SEARCH = 100
"""Characters of a text that may be searched for: the longest name of an office is about as long as two of these."""
_NAMES = ("name", "name_english", "nickname")


def search_form(record: Record) -> str:
    """The names of a node in match form, one a line; empty for a tie, and for a node without a name.

    No match form has a line end in it, so that no text that is searched for can reach from one name into the next.
    """
    if not isinstance(record, Node):
        return ""
    return "\n".join(dict.fromkeys(form for name in _names(record) if (form := match_form(name))))


def sought(text: str) -> str:
    """The match form of a text to be searched for, empty where it is blank; `UsageError` where it is too long."""
    if len(text) > LONGEST_SEARCH:
        raise UsageError("store.search_too_long", most=LONGEST_SEARCH)
    return match_form(text)


def _names(node: Node) -> Iterator[str]:
    """All that a node is called, what it is called first before the rest; a person without the titles."""
    if isinstance(node, Person):
        yield " ".join(part for part in (node.given_name, node.family_name) if part)
    for field in _NAMES:
        name = getattr(node, field, None)
        if isinstance(name, str):
            yield name
    yield from getattr(node, "aliases", ())
