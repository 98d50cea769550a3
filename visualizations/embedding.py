"""What a page carries inside itself, so that it loads nothing: scripts, fonts and data, each made harmless."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from markupsafe import Markup

_ROOM = Path(__file__).parent
_VENDORED = _ROOM / "vendored"
# Where each file of the font applies: the browser takes Thai letters from one and all others from the other.
_RANGES = {"latin": "U+0000-00FF, U+0131, U+2000-206F, U+2212", "thai": "U+0E01-0E5B, U+200C-200D, U+25CC"}
_WEIGHTS = (400, 700)
# Inside <script> only these could end the script or start a comment; U+2028 and U+2029 end a line in old parsers.
_DANGEROUS = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@cache
def script(name: str) -> Markup:
    """A script of the templates' folder, or a vendored one (`vis-network/...`), to stand between script tags."""
    text = _read(name)
    # Nothing in our scripts or the vendored ones may close the tag; a new version that does must not get through.
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError(f"{name} cannot stand inside a page")
    return Markup(text)  # noqa: S704 - a file of this package or one whose checksum is under test


@cache
def style(name: str) -> Markup:
    """A style sheet of the templates' folder."""
    return Markup(_read(name))  # noqa: S704 - a file of this package


@cache
def font_faces() -> Markup:
    """Sarabun, regular and bold, Thai and Latin, as style rules that carry the font."""
    rules = []
    for subset, letters in _RANGES.items():
        for weight in _WEIGHTS:
            held = (_VENDORED / "sarabun" / f"sarabun-{subset}-{weight}-normal.woff2").read_bytes()
            rules.append(
                "@font-face{font-family:Sarabun;font-style:normal;font-display:block;"
                f"font-weight:{weight};unicode-range:{letters};"
                f"src:url(data:font/woff2;base64,{b64encode(held).decode('ascii')}) format('woff2')}}"
            )
    return Markup("\n".join(rules))  # noqa: S704 - font files whose checksums are under test


def data_block(value: object) -> Markup:
    """A value as JSON that no parser of HTML or script can mistake for anything else."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escaped in _DANGEROUS.items():
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - every character that could matter is escaped above


def content_policy(scripts: Iterable[str]) -> str:
    """The content security policy of a page that runs exactly these scripts and loads nothing.

    Styles are allowed inline: vis-network adds its own style sheet when it starts. Without scripts none may run.
    """
    hashes = " ".join(f"'sha256-{_hash(text)}'" for text in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _read(name: str) -> str:
    """A file as the browser will see it: HTML turns every line end into one newline before a script is hashed."""
    folder = _VENDORED if "/" in name else _ROOM / "templates"
    return (folder / name).read_text(encoding="utf-8")
