"""Passwords as argon2id hashes: at most two are computed at once, and an unknown name takes as long as a known one."""

import secrets
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from network_service.errors import InputError, TooManyTries

MEMORY_KIB = 19 * 1024
"""Memory of one hash: 19 MiB in two passes is the least that is advised for argon2id; it takes about 20 ms."""
PASSES = 2
AT_ONCE = 2
"""Hashes at once: a flood of sign-ins takes 38 MiB and two cores for a moment, never the machine."""
PATIENCE = 1.0
"""Seconds to wait for a place."""
WAITING = 16
"""Who may wait at once: they hold threads of the service, of which there are 40, and others want their maps."""
LONGEST = 1024
"""Bytes of a password; more would let a stranger have us hash megabytes."""


class Hasher:
    """Makes and checks hashes."""

    def __init__(
        self,
        *,
        memory_kib: int = MEMORY_KIB,
        passes: int = PASSES,
        at_once: int = AT_ONCE,
        waiting: int = WAITING,
        patience: float = PATIENCE,
    ) -> None:
        """Hash with these costs; the hash nobody's password has is made here, so that the first sign-in has it."""
        self._argon = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1)
        self._places = BoundedSemaphore(at_once)
        # In threads of its own, as many as places: the allocator keeps the memory of a hash for the thread that asked,
        # and 50 sign-ins in 50 threads grew the process by 286 MB, in two by 59.
        self._threads = ThreadPoolExecutor(at_once, "hash")
        self._door = BoundedSemaphore(at_once + waiting)
        self._patience = patience
        self._nobodys = self._argon.hash(secrets.token_bytes(32))

    def hashed(self, password: str) -> str:
        """The hash to keep, with its costs and salt in it."""
        typed = _bytes(password)
        with self._place():
            return self._threads.submit(self._argon.hash, typed).result()

    def verified(self, password: str, kept: str | None) -> bool:
        """Whether the password is that of the hash kept; for `None`, the account nobody has, the same work and no."""
        typed = _bytes(password)
        with self._place():
            try:
                self._threads.submit(self._argon.verify, kept or self._nobodys, typed).result()
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def outgrown(self, kept: str) -> bool:
        """Whether a hash was made at other costs than ours and is to be made anew."""
        return self._argon.check_needs_rehash(kept)

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._door.acquire(blocking=False):
            raise TooManyTries("account.busy", seconds=1)
        try:
            if not self._places.acquire(timeout=self._patience):
                raise TooManyTries("account.busy", seconds=1)
            try:
                yield
            finally:
                self._places.release()
        finally:
            self._door.release()


@cache
def standard_hasher() -> Hasher:
    """The one of this process."""
    return Hasher()


def require_hashable(password: str) -> None:
    """Refuse what is too long to be anybody's password, before anything is done with it."""
    if len(password) > LONGEST or len(password.encode("utf-8", "surrogatepass")) > LONGEST:
        raise InputError("account.password_long", most=LONGEST)


def _bytes(password: str) -> bytes:
    """The same for the same password, whatever keyboard composed its characters."""
    require_hashable(password)
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
