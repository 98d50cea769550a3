"""Writes while the disk fails at one call, for `test_fault_sweep.py`: each turn is a process of its own.

Run as a program under `strace`, which lets the call number BURNT of a system call fail in every process. Turn `n` makes
BURNT - n such calls on a file beside before it begins, so that its own n-th call is the one that fails.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from network_service.errors import NetworkServiceError
from tests.store.records import change_set
from tests.store.sqlite.sets import opened, records_of

BURNT = 400
SETS = 3

BURN: dict[str, Callable[[int], object]] = {
    "pwrite64": lambda file: os.pwrite(file, b"x", 0),
    "fdatasync": os.fdatasync,
}


def nothing() -> None:
    """Nothing happens here."""


def turn(live: Path, before: Callable[[], None] = nothing, after: Callable[[], None] = nothing) -> dict[str, object]:
    """Open a store and write some change sets; what was acknowledged, what was told, and whether reading went on.

    `before` happens before the store is opened, `after` when it is.
    """
    told: list[str] = []
    acknowledged: list[int] = []
    before()
    try:
        store = opened(live)
    except NetworkServiceError as error:
        told.append(error.code)
        store = opened(live)
    after()
    for number in range(1, 1 + SETS):
        try:
            store.apply(change_set(*records_of(number), key=str(number)))
            acknowledged.append(number)
        except NetworkServiceError as error:
            told.append(error.code)
    read = len({one.record.note for one in store.records()})
    return {"acknowledged": acknowledged, "told": told, "read": read}


def main(call: str, folder: Path, turns: list[int]) -> None:
    """One process a turn; a line of JSON each."""
    for number in turns:
        child = os.fork()
        if child == 0:
            scratch = os.open(folder / "scratch", os.O_CREAT | os.O_RDWR)

            def burn(file: int = scratch, times: int = BURNT - number) -> None:
                for _ in range(times):
                    BURN[call](file)

            os.write(1, (json.dumps({"turn": number, **turn(folder / f"{number}.sqlite", burn)}) + "\n").encode())
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [int(one) for one in sys.argv[3:]])
