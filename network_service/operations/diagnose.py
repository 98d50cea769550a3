"""What is installed, what is missing, where the store is and whether it is sound."""

import platform
import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, requires, version

from network_service import __version__
from network_service.domain.principal import Principal
from network_service.errors import NetworkServiceError
from network_service.operations.access import permit
from network_service.store.base import Store


class State(StrEnum):
    """How one part is."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One part that was looked at: a message code for its name, what was seen, and the cure's code where it is bad.

    `reasons` are the codes of what is wrong, where there are sentences for it.
    """

    name: str
    state: State
    seen: str
    cure: str | None = None
    reasons: tuple[str, ...] = ()


def diagnose(
    principal: Principal, store: Store | NetworkServiceError | None, place: str, *, audit_head: str | None = None
) -> tuple[Check, ...]:
    """Look at the program and its store.

    `store` is `None` where none has been made yet at `place`, or the error that opening it ended in. `audit_head` is
    one that was kept outside: the store's audit must hold it.
    """
    permit(principal, "diagnose")
    checks = [
        Check("doctor.program", State.GOOD, __version__),
        Check("doctor.python", State.GOOD, f"{platform.python_version()} ({sys.platform})"),
    ]
    checks += [_package(name) for name in _needed()]
    return (*checks, *_store(store, place, audit_head))


def _needed() -> list[str]:
    """The packages the program was installed to need, without those of extras; none where it runs uninstalled."""
    try:
        stated = requires("network-service") or []
    except PackageNotFoundError:
        return []
    return sorted(found[0] for need in stated if "extra" not in need and (found := re.match(r"[\w.-]+", need)))


def _package(name: str) -> Check:
    try:
        return Check("doctor.package", State.GOOD, f"{name} {version(name)}")
    except PackageNotFoundError:
        return Check("doctor.package", State.BAD, name, cure="doctor.package.cure")


def _store(store: Store | NetworkServiceError | None, place: str, audit_head: str | None) -> list[Check]:
    if store is None:
        return [Check("doctor.store", State.NOTE, place, cure="doctor.store.absent")]
    if isinstance(store, NetworkServiceError):
        return [Check("doctor.store", State.BAD, f"{place}: {store.code}", cure="doctor.store.cure")]
    checks = [
        Check("doctor.store", State.GOOD, ", ".join(f"{name}: {told}" for name, told in store.describe().items())),
        Check("doctor.provinces", State.GOOD, ", ".join(store.provinces()) or "-"),
    ]
    wrong = tuple(store.check(audit_head=audit_head))
    if wrong:
        return [*checks, Check("doctor.soundness", State.BAD, ", ".join(wrong), "doctor.unsound.cure", wrong)]
    return [*checks, Check("doctor.soundness", State.GOOD, f"revision {store.revision()}")]
