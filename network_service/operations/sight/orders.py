"""The order of a list, kept between its pages: reading and ordering 20,000 records takes 4 s, a page of them .03."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Order = TypeVar("Order")

KEPT = 16
"""Orders kept: one of 20,000 records takes some 5 MB."""


class KeptOrders(Generic[Order]):
    """Orders by what decides them: who asks, for what, and as of which revision; the least recently used goes first."""

    def __init__(self, *, kept: int = KEPT) -> None:
        """Keep so many."""
        self._kept = kept
        self._lock = threading.Lock()
        self._orders: OrderedDict[Hashable, Order] = OrderedDict()

    def of(self, key: Hashable, make: Callable[[], Order]) -> Order:
        """The order of a key, made where it is not kept; two who ask at once may both make it."""
        with self._lock:
            if key in self._orders:
                self._orders.move_to_end(key)
                return self._orders[key]
        made = make()
        with self._lock:
            self._orders[key] = made
            self._orders.move_to_end(key)
            while len(self._orders) > self._kept:
                self._orders.popitem(last=False)
        return made
