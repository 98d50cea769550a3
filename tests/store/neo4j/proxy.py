"""A proxy before a real Neo4j that cuts the connection at a chosen message, hangs, goes away and comes back."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from tests.store.neo4j.bolt import (
    ANSWER,
    HANDSHAKE,
    RECORD,
    Closed,
    Message,
    read_exactly,
    read_message,
    simple_handshake,
)

PASS, CUT_BEFORE, CUT_AFTER = "pass", "cut before", "cut after"


class BoltProxy:
    """Listens on a free port of this machine and speaks for a server; open it with `with`."""

    def __init__(self, server: tuple[str, int]) -> None:
        self.port = 0
        self.cuts = 0
        self.seen: Counter[int] = Counter()
        self._server = server
        self._lock = threading.Lock()
        self._flowing = threading.Event()
        self._flowing.set()
        self._waiting: dict[int, tuple[int, str]] = {}
        self._goes_down = False
        self._is_down = False
        self._listener: socket.socket | None = None
        self._links: list[_Link] = []
        self._accepting: threading.Thread | None = None

    @property
    def uri(self) -> str:
        """What a driver is given to come through here."""
        return f"bolt://127.0.0.1:{self.port}"

    def cut_before(self, message: Message, nth: int = 1) -> None:
        """At the nth such message from now: close both sides, and the server never sees it."""
        with self._lock:
            self._waiting[message] = (nth, CUT_BEFORE)

    def cut_after(self, message: Message, nth: int = 1) -> None:
        """At the nth such message from now: let the server do it and answer, then close both sides with no word."""
        with self._lock:
            self._waiting[message] = (nth, CUT_AFTER)

    def go_down_at_the_cut(self) -> None:
        """Take no connection after the next cut, until `stop` and `start`."""
        with self._lock:
            self._goes_down = True

    def let_pass(self) -> None:
        """Cut nothing that was not cut yet."""
        with self._lock:
            self._waiting.clear()

    def hang(self) -> None:
        """Take what comes, new connections too, and hand nothing on until `resume`."""
        self._flowing.clear()

    def resume(self) -> None:
        """Hand on again, what waited first."""
        self._flowing.set()

    def start(self) -> None:
        """Listen: the first time at a free port, later at the same one again."""
        self._goes_down = self._is_down = False
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, args=(self._listener,))
        self._accepting.start()

    def stop(self) -> None:
        """Be a server that is down: open connections break, new ones are refused."""
        if self._listener is None or self._accepting is None:
            return
        listener, self._listener = self._listener, None
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
            self._accepting.join()  # what woke it is this connection
        listener.close()
        for link in self._links:
            link.close()
        self._flowing.set()
        for link in self._links:
            link.join()
        self._links.clear()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            client, _ = listener.accept()
            if self._listener is not listener:
                client.close()
                return
            if self._is_down:
                client.close()
                continue
            try:
                upstream = socket.create_connection(self._server)
            except OSError:
                client.close()
                continue
            self._links.append(_Link(client, upstream, self._fate, self._flowing))

    def _fate(self, tag: int) -> str:
        """What becomes of a message of the client."""
        with self._lock:
            self.seen[tag] += 1
            nth, fate = self._waiting.pop(tag, (0, PASS))
            if nth > 1:
                self._waiting[tag] = (nth - 1, fate)
                return PASS
            if fate != PASS:
                self.cuts += 1
                self._is_down = self._goes_down
            return fate


class _Link:
    """One client's connection and the server's for it, with a thread for each direction."""

    def __init__(
        self,
        client: socket.socket,
        upstream: socket.socket,
        fate: Callable[[int], str],
        flowing: threading.Event,
    ) -> None:
        self._client = client
        self._upstream = upstream
        self._fate = fate
        self._flowing = flowing
        self._withheld = 0
        self._threads = [threading.Thread(target=self._run, args=(way,)) for way in (self._ask, self._answer)]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Break both connections; what was under way is lost."""
        for connection in (self._client, self._upstream):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def join(self) -> None:
        """Wait for both threads, and give the connections back."""
        for thread in self._threads:
            thread.join()
        self._client.close()
        self._upstream.close()

    def _run(self, way: Callable[[], None]) -> None:
        with suppress(Closed, OSError):
            way()
        self.close()

    def _ask(self) -> None:
        self._send(self._upstream, simple_handshake(read_exactly(self._client, HANDSHAKE)))
        number = 0
        while True:
            raw, tag = read_message(self._client)
            if tag is not None:
                number += 1
                fate = self._fate(tag)
                if fate == CUT_BEFORE:
                    return
                if fate == CUT_AFTER:
                    self._withheld = number
            self._send(self._upstream, raw)

    def _answer(self) -> None:
        self._send(self._client, read_exactly(self._upstream, ANSWER))
        number = 0
        while True:
            raw, tag = read_message(self._upstream)
            if tag not in (None, RECORD):
                number += 1
                if number == self._withheld:
                    return
            self._send(self._client, raw)

    def _send(self, to: socket.socket, raw: bytes) -> None:
        self._flowing.wait()
        to.sendall(raw)
