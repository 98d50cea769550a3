"""What somebody says about the columns of a file that its own headers do not."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from network_service.errors import UnreadableFile, UsageError
from network_service.ingest.content import content_of
from network_service.ingest.foreign.words import NODES, TIES, fields_of
from network_service.ingest.limits import LIMITS
from network_service.ingest.sheets.wording import heading_form

NOT_READ = "-"
"""Said of a column that is not to be read."""

_PARTS = (NODES, TIES)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What columns mean: by part and header in the form compared, a constant of `network.py` or a column of ours."""

    columns: Mapping[tuple[str, str], str] = field(default_factory=dict)
    headers: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def meaning(self, part: str, header: str) -> str | None:
        """What a header means; `None` where nobody said."""
        return self.columns.get((part, heading_form(header)))

    def __or__(self, other: "ColumnMapping") -> "ColumnMapping":
        """Both, the other's word counting more."""
        return ColumnMapping({**self.columns, **other.columns}, {**self.headers, **other.headers})


def mapping_of(said: Iterable[str]) -> ColumnMapping:
    """Read what was said as `COLUMN=field`, with `nodes.` or `ties.` before it where only that part is meant.

    `UsageError` where a field is none of ours, naming those there are.
    """
    mapping = ColumnMapping()
    for one in said:
        header, equals, meant = one.rpartition("=")
        part, dot, rest = header.partition(".")
        only = part.strip().lower() if dot and part.strip().lower() in _PARTS else None
        header, meant = (rest if only else header).strip(), meant.strip().lower()
        if not equals or not header:
            raise UsageError("mapping.not_a_pair", said=one[:80])
        parts = [name for name in ((only,) if only else _PARTS) if meant == NOT_READ or meant in fields_of(name)]
        if not parts:
            known = ", ".join(dict.fromkeys(name for name in (only and (only,)) or _PARTS for name in fields_of(name)))
            raise UsageError("mapping.unknown_field", field=meant[:80], known=known)
        mapping |= ColumnMapping(
            {(name, heading_form(header)): meant for name in parts},
            {(name, heading_form(header)): header for name in parts},
        )
    return mapping


def mapping_from(content: bytes) -> ColumnMapping:
    """Read a saved mapping; `UnreadableFile` where it is none."""
    try:
        parts = json.loads(content_of(content, LIMITS))
        said = [f"{part}.{header}={meant}" for part, columns in parts.items() for header, meant in columns.items()]
        if not parts.keys() <= set(_PARTS):
            raise ValueError("unknown part")
    except (ValueError, AttributeError, RecursionError) as error:
        raise UnreadableFile("unreadable.mapping") from error
    return mapping_of(said)


def as_saved(mapping: ColumnMapping) -> str:
    """A mapping as it is saved: for each part its headers, with what each means."""
    saved: dict[str, dict[str, str]] = {part: {} for part in _PARTS}
    for (part, form), meant in mapping.columns.items():
        saved[part][mapping.headers[part, form]] = meant
    return json.dumps(saved, ensure_ascii=False, indent=2) + "\n"
