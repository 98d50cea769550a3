"""Labels of nodes in files of ours for programs that know nodes by label alone: one not unique ends with an id."""

import re
from typing import NamedTuple

_WITH_ID = re.compile(r"\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]$")
_ID_LENGTH = 38
"""Characters of an id in brackets."""


class SplitLabel(NamedTuple):
    """A label without the id at its end, and the id, which most labels do not have."""

    text: str
    id: str | None


def split_label(label: str) -> SplitLabel:
    """Take a record's id in brackets from the end of a label."""
    found = _WITH_ID.match(label, max(0, len(label) - _ID_LENGTH))
    return SplitLabel(label, None) if found is None else SplitLabel(label[:-_ID_LENGTH].strip(), found[1])
