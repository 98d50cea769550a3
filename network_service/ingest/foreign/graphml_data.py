"""Keys of GraphML and what stands under them: plain values, and the drawings of yEd with a label in them."""

from dataclasses import dataclass, field

from network_service.ingest.foreign.gathered import number
from network_service.ingest.foreign.markup import local
from network_service.ingest.raw import CellValue

_WHOLE, _DECIMAL = frozenset({"int", "long", "integer"}), frozenset({"float", "double"})
_LABELS = frozenset({"NodeLabel", "EdgeLabel", "Label.Text"})
"""Elements whose text a person reads in the drawing: of yEd, and of the programs of its maker that came later."""


@dataclass(slots=True)
class Key:
    """What a key declares: of what, under which name, of which type, and the value where none is said."""

    id: str
    of: str
    name: str
    type: str
    default: str | None = None

    def value(self, text: str) -> CellValue:
        """A value of the type declared; the text as it stands where it is none."""
        if self.type == "boolean" and text.lower() in ("true", "false"):
            return text.lower() == "true"
        return number(text, whole=self.type in _WHOLE) if self.type in _WHOLE | _DECIMAL else text


@dataclass(slots=True)
class Data:
    """The `data` element that is open: its own text, and of a drawing in it the labels and the ends of an arrow.

    One serves a whole file, as a file of 150,000 rows has millions of such elements.
    """

    key: str = ""
    labels: list[str] = field(default_factory=list)
    arrows: tuple[str, str] | None = None
    drawings: list[str] = field(default_factory=list)
    _tags: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _label: list[str] = field(default_factory=list)

    def open(self, key: str) -> None:
        """Another `data` element begins."""
        self.key, self.arrows = key, None
        for one in (self.labels, self.drawings, self._text):
            one.clear()

    @property
    def value(self) -> str | None:
        """The text outside any drawing."""
        return "".join(self._text).strip() or None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element of a drawing begins."""
        name = local(tag)
        if not self._tags:
            self.drawings.append(tag)
        if name in _LABELS:
            self._label.clear()
        elif name == "Arrows":
            self.arrows = (attributes.get("source", "none"), attributes.get("target", "none"))
        self._tags.append(name)

    def end(self) -> bool:
        """The innermost element ends; whether that was the `data` element itself."""
        if not self._tags:
            return True
        if self._tags.pop() in _LABELS and (text := "".join(self._label).strip()):
            self.labels.append(text)
        return False

    def text(self, text: str) -> None:
        """Text stands in the innermost element; in a drawing only a label's is kept."""
        if not self._tags:
            self._text.append(text)
        elif self._tags[-1] in _LABELS:
            self._label.append(text)
