"""Snapshots already loaded, found by lens and revision, so that asking whether anything changed costs no load."""

from collections import OrderedDict

from network_service.domain.lens import Lens
from network_service.snapshot.build import build_snapshot
from network_service.snapshot.model import Snapshot
from network_service.store.base import StoreReader

KEPT = 8
"""Snapshots kept: one of 20,000 actors and 120,000 ties takes about 20 MB."""


class Snapshots:
    """Snapshots of one store; the least recently used is dropped."""

    def __init__(self, reader: StoreReader, *, kept: int = KEPT) -> None:
        """Read from this store, keeping this many."""
        self._reader = reader
        self._kept = kept
        self._loaded: OrderedDict[Lens, Snapshot] = OrderedDict()

    def through(self, lens: Lens) -> Snapshot:
        """The snapshot a lens shows now; one indexed read where it is loaded already."""
        fixed = lens.model_copy(
            update={"revision": self._reader.revision() if lens.revision is None else lens.revision}
        )
        if fixed not in self._loaded:
            self._loaded[fixed] = build_snapshot(self._reader, fixed)
            if len(self._loaded) > self._kept:
                self._loaded.popitem(last=False)
        self._loaded.move_to_end(fixed)
        return self._loaded[fixed]
