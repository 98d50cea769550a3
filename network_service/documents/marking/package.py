"""The parts of a workbook's archive, how they refer to one another, and what kind each is."""

import posixpath
import zipfile
from pathlib import Path
from typing import IO, NamedTuple
from xml.sax.saxutils import quoteattr

from network_service.documents.marking.markup import Markup
from network_service.errors import UnreadableFile
from network_service.ingest.xlsx.archive import Archive

CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""The names of the kinds of relation, and of the attributes that refer to one."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE_IN = (1980, 1, 1, 0, 0, 0)  # the first day an archive knows, so that the same input gives the same bytes


class Relation(NamedTuple):
    """That one part refers to another, by an id."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a judged archive, some of them changed."""

    def __init__(self, archive: Archive) -> None:
        """Begin with nothing changed."""
        self._archive = archive
        self._changed: dict[str, bytes] = {}

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._changed or self._archive.has(name)

    def read(self, name: str) -> bytes:
        """A part as it is now; `UnreadableFile` where there is none."""
        if name in self._changed:
            return self._changed[name]
        if not self._archive.has(name):
            raise UnreadableFile("unreadable.damaged")
        with self._archive.stream(name) as part:
            return part.read()

    def write(self, name: str, content: bytes | str) -> None:
        """Change a part, or add one."""
        self._changed[name] = content.encode() if isinstance(content, str) else content

    def free_name(self, pattern: str) -> str:
        """The first name of a pattern with `{}` that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to; targets are names of parts, or as they stand where they lead outside."""
        name = _relations_of(part)
        if not self.has(name):
            return []
        found = []
        for one in Markup(self.read(name)).children:
            told = one.attributes
            target = told.get("Target", "")
            if told.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
            found.append(Relation(told.get("Id", ""), told.get("Type", ""), target))
        return found

    def target(self, part: str, relation_id: str) -> str:
        """The part that a relation of a part leads to; one that does not exist where it leads nowhere."""
        return next((one.target for one in self.relations(part) if one.id == relation_id), "")

    def target_of_kind(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part refers to."""
        return next((one.target for one in self.relations(part) if one.kind == f"{RELATIONS}/{kind}"), None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another; the id by which it does."""
        taken = {one.id for one in self.relations(part)}
        new = next(name for number in range(1, len(taken) + 2) if (name := f"networkService{number}") not in taken)
        name = _relations_of(part)
        empty = f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
        markup = Markup(self.read(name) if self.has(name) else empty)
        markup.append(
            markup.tags[0],
            f"<{markup.prefix}Relationship Id={quoteattr(new)} Type={quoteattr(f'{RELATIONS}/{kind}')} "
            f"Target={quoteattr('/' + target)}/>",
        )
        self.write(name, markup.result())
        return new

    def content_type(self, part: str) -> str:
        """What kind a part says it is, where it says so itself."""
        kinds = Markup(self.read(CONTENT_TYPES)).children
        return next(
            (one.attributes.get("ContentType", "") for one in kinds if one.attributes.get("PartName") == f"/{part}"), ""
        )

    def declare(self, part: str, kind: str) -> None:
        """Say what kind a part is; one with the extension .vml says it for all of that extension."""
        markup = Markup(self.read(CONTENT_TYPES))
        for_all = part.endswith(".vml")
        if for_all and any(one.attributes.get("Extension", "").lower() == "vml" for one in markup.children):
            return
        told = 'Default Extension="vml"' if for_all else f"Override PartName={quoteattr('/' + part)}"
        # Defaults before overrides, as office programs write them.
        place = markup.children[0] if for_all and markup.children else None
        markup.insert_before(place, f"<{markup.prefix}{told} ContentType={quoteattr(kind)}/>")
        self.write(CONTENT_TYPES, markup.result())

    def save(self, file: Path | IO[bytes]) -> None:
        """Write all parts, the kinds first, as readers of streams expect."""
        names = dict.fromkeys((CONTENT_TYPES, *self._archive.names, *self._changed))
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
            for name in names:
                entry = zipfile.ZipInfo(name, _MADE_IN)
                entry.compress_type = zipfile.ZIP_DEFLATED
                written.writestr(entry, b"" if name.endswith("/") else self.read(name))


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
