"""The bytes of a file, no more than allowed: held in memory, so that it cannot change while it is judged."""

from pathlib import Path
from typing import NamedTuple

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import Limits

_MIB = 1024 * 1024


class NamedContent(NamedTuple):
    """A file's name, which only sentences use, and its bytes."""

    name: str
    content: bytes


def content_of(source: Path | bytes, limits: Limits) -> bytes:
    """Read a file whole; `UnreadableFile` where it cannot be opened or is empty, `RefusedForSafety` where too large."""
    if isinstance(source, bytes):
        content = source
    else:
        try:
            with source.open("rb") as file:
                content = file.read(limits.file_bytes + 1)
        except OSError as error:
            raise UnreadableFile("unreadable.no_file", path=str(source), reason=error.strerror or "") from error
    if len(content) > limits.file_bytes:
        raise RefusedForSafety("safety.file_too_large", limit=limits.file_bytes // _MIB)
    if not content:
        raise UnreadableFile("unreadable.empty_file")
    return content
