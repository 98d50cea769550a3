"""Those who ask, one for each role, and what an installation shows them records through."""

from collections.abc import Callable

from network_service.domain.principal import Principal, Role
from network_service.operations.read_log import ReadLog
from network_service.operations.sight.sights import Sights
from network_service.store.application import ApplicationRecords

HERE, THERE = "TH-98", "TH-97"
KEY = b"a key for tests alone, of 32 byte"


def who(*roles: str, provinces: str | None = HERE, own_record: str | None = None) -> Principal:
    """Somebody with roles, in one province or (with `None`) in all."""
    reach = None if provinces is None else frozenset({provinces})
    return Principal("+".join(roles), frozenset(map(Role, roles)), reach, own_record)


class ByHand:
    """A timer that calls when it is told to."""

    def __init__(self) -> None:
        self.due: list[tuple[float, Callable[[], None]]] = []

    def __call__(self, seconds: float, call: Callable[[], None]) -> None:
        self.due.append((seconds, call))

    def ring(self) -> None:
        due, self.due = self.due, []
        for _, call in due:
            call()


def sights(application: ApplicationRecords) -> Sights:
    """Sights whose log waits until it is closed."""
    return Sights(ReadLog(application, later=ByHand()), KEY)
