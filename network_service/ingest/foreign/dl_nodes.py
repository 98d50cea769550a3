"""The nodes of a UCINET DL file: numbered rows, and numbered columns where those are of another kind."""

from collections.abc import Iterator

from network_service.errors import UnreadableFile
from network_service.ingest.foreign.dl_header import Label
from network_service.ingest.foreign.labels import split_label
from network_service.ingest.foreign.plain_lines import count_of
from network_service.ingest.raw import CellTrouble, CellValue, RawRow


class NodeList:
    """Nodes of one mode, as many as the header says, of which some have labels.

    `open` nodes get their labels from the data, in the order of their first mention. A label that ends with a record's
    id in brackets, as our export writes those that would not be unique, names that record.
    """

    def __init__(self, count: int, labels: list[Label], line: int, first: int, is_open: bool) -> None:
        self.count, self._line, self._first, self._open = count, line, first, is_open
        self._labels: list[Label] = []
        self._places: dict[str, int] = {}
        for label in labels:
            self.add(label)

    @property
    def texts(self) -> list[str]:
        """The labels known so far."""
        return [label.text for label in self._labels]

    def add(self, label: Label) -> None:
        """Give the next node its label."""
        if len(self._labels) >= self.count:
            raise UnreadableFile("unreadable.dl_labels", found=len(self._labels) + 1, expected=self.count)
        self._places.setdefault(label.text, len(self._labels))
        self._labels.append(label)

    def key(self, place: int) -> str:
        """What ties name the node at a place, from 0 on, by."""
        record_id = split_label(self._labels[place].text)[1] if place < len(self._labels) else None
        return record_id or str(self._first + place)

    def named(self, token: str, line: int) -> CellValue:
        """What ties name the node by that a token means: its label where labels are in the data, else its number."""
        if self._open:
            if token not in self._places:
                self.add(Label(token, line))
            return self.key(self._places[token])
        number = count_of(token)
        if number is not None and 0 < number <= self.count:
            return self.key(number - 1)
        return self.key(self._places[token]) if token in self._places else CellTrouble("node.not_in_file", token)

    def rows(self, mode: int | None) -> Iterator[RawRow]:
        """A row for each node: what ties name it by, label, mode."""
        for place in range(self.count):
            label = self._labels[place] if place < len(self._labels) else Label("", self._line)
            yield RawRow(label.line, (self.key(place), split_label(label.text)[0] or None, mode))
