"""As much of Bolt as a proxy must see: where a message ends, and which it is."""

from __future__ import annotations

import socket
from enum import IntEnum

HANDSHAKE = 20  # four bytes that say Bolt, then four proposals of four bytes
ANSWER = 4
# The proposal to list versions at length, which makes the handshake as long as either side likes. Taken out, each side
# says one thing more: the version.
MANIFEST = b"\x00\x00\x01\xff"
NO_PROPOSAL = bytes(4)
RECORD = 0x71  # every other answer ends a request


class Message(IntEnum):
    """What a client may ask."""

    HELLO = 0x01
    GOODBYE = 0x02
    RESET = 0x0F
    RUN = 0x10
    BEGIN = 0x11
    COMMIT = 0x12
    ROLLBACK = 0x13
    PULL = 0x3F
    ROUTE = 0x66
    LOGON = 0x6A


class Closed(Exception):
    """The other side has gone."""


def read_exactly(connection: socket.socket, size: int) -> bytes:
    """So many bytes, however they arrive."""
    parts = []
    while size:
        try:
            part = connection.recv(min(size, 65_536))
        except OSError as error:
            raise Closed from error
        if not part:
            raise Closed
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def read_message(connection: socket.socket) -> tuple[bytes, int | None]:
    """A message as it came, chunk by chunk, and its tag; `None` for the empty one that only says: still here."""
    parts = []
    tag = None
    while True:
        header = read_exactly(connection, 2)
        parts.append(header)
        length = int.from_bytes(header, "big")
        if not length:
            return b"".join(parts), tag
        parts.append(read_exactly(connection, length))
        if tag is None:
            tag = parts[-1][1]  # after the byte that says how many fields the structure has


def simple_handshake(proposals: bytes) -> bytes:
    """The client's handshake without the proposal of a longer one."""
    return b"".join(
        NO_PROPOSAL if part == MANIFEST else part
        for part in (proposals[start : start + ANSWER] for start in range(0, HANDSHAKE, ANSWER))
    )
