"""No test reaches the network: what leaves this machine, a name look-up included, is refused."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class NetworkRefusedError(AssertionError):
    """A test tried to speak to another machine. An assertion, so that no `except OSError` swallows it."""


def is_loopback(host: object) -> bool:
    """Whether a socket address's host is this machine; a name other than `localhost` is not."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_foreign(address: object) -> None:
    host = address[0] if isinstance(address, tuple) else None  # a path or bytes: a socket of this machine's file system
    if not is_loopback(host):
        raise NetworkRefusedError(f"a test may not reach the network; it tried {address!r}")


def _guarded_method(original: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: socket.socket, *arguments: Any) -> Any:
        _refuse_foreign(arguments[-1])  # connect(address), sendto(data, [flags,] address)
        return original(self, *arguments)

    return method


def _guarded_lookup(original: Callable[..., Any]) -> Callable[..., Any]:
    def lookup(host: object, *arguments: Any, **options: Any) -> Any:
        _refuse_foreign((host,))
        return original(host, *arguments, **options)

    return lookup


@contextmanager
def network_refused() -> Iterator[None]:
    """Hold the guard up while the block runs. Child processes are not covered: they answer for themselves."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded_method(getattr(socket.socket, name)))
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, name, _guarded_lookup(getattr(socket, name)))
        yield
