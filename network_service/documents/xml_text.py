"""Text as XML takes it: any text of ours stands in a file that every parser reads, and comes back the same."""

import re

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot say even with a reference; records hold none of it, as they are cleaned."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_QUOTED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def in_element(text: str) -> str:
    """The text as it stands between tags; `]]>` is escaped with every other sign of that kind."""
    return _IMPOSSIBLE.sub("", text).translate(_ESCAPES)


def in_quotes(text: str) -> str:
    """The text as an attribute's value, quotation marks around it."""
    return f'"{_IMPOSSIBLE.sub("", text).translate(_QUOTED)}"'
