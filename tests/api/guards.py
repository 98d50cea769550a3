"""The guards that each request meets, watched and taken out one at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role
from network_service.operations import access


class Guards:
    """Stands in the way of every guard: the roles of each operation, and each place that asks for a province.

    `met` are the guards met since it was last emptied; `open` is the one that lets everybody through. A guard is
    `role:OPERATION`, `scope:OPERATION` for the province that `permit` asks for, or `scope:FILE:FUNCTION` elsewhere.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Stand there until the patch is undone."""
        self.met: set[str] = set()
        self.open: str | None = None
        guards, may = self, dict(access.MAY)
        self._may = may

        class Watched(dict[str, frozenset[Role]]):
            def get(self, operation: str, default: object = None) -> frozenset[Role]:
                return frozenset(Role) if guards._passes(f"role:{operation}") else may.get(operation, frozenset())

        def may_reach(principal: Principal, province: str) -> bool:
            if guards._passes(_asking_place()):
                return True
            return principal.provinces is None or province in principal.provinces

        patch.setattr(access, "MAY", Watched(may))
        patch.setattr(Principal, "may_reach", may_reach)

    def holds(self, guard: str, role: Role) -> bool:
        """Whether the guard of an operation is in the way of a role."""
        return role not in self._may[guard.removeprefix("role:")]

    @contextmanager
    def without(self, guard: str) -> Iterator[None]:
        """A service in which one guard is missing, until the block ends."""
        self.open = guard
        try:
            yield
        finally:
            self.open = None

    def _passes(self, guard: str) -> bool:
        self.met.add(guard)
        return guard == self.open


def _asking_place() -> str:
    """Who asks whether a province is within reach."""
    frame = sys._getframe(2)
    while frame.f_code.co_name.startswith("<") and frame.f_back:  # a comprehension or a lambda
        frame = frame.f_back
    if frame.f_code.co_name == "permit":
        return f"scope:{frame.f_locals['operation']}"
    return f"scope:{Path(frame.f_code.co_filename).stem}:{frame.f_code.co_name}"
