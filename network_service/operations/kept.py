"""What was made is kept by what decides it, the last used of it: orders of lists, pictures."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

KEPT = 16
"""Things kept: an order of 20,000 records takes some 5 MB, the picture of a province 1."""


class Kept(Generic[Thing]):
    """Things by their keys; the least recently used goes first."""

    def __init__(self, *, kept: int = KEPT) -> None:
        """Keep so many."""
        self._kept = kept
        self._lock = threading.Lock()
        self._things: OrderedDict[Hashable, Thing] = OrderedDict()

    def of(self, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """The thing of a key, made where it is not kept; two who ask at once may both make it."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        made = make()
        with self._lock:
            self._things[key] = made
            self._things.move_to_end(key)
            while len(self._things) > self._kept:
                self._things.popitem(last=False)
        return made
