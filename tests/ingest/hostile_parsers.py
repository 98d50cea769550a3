"""Parsers that misbehave, each in one way; they run in another process, which finds them by name.

Little is imported here, so that the process is soon there.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from xml.parsers.expat import ExpatError

from network_service import errors
from network_service.errors import UnreadableFile

if TYPE_CHECKING:
    from network_service.ingest.content import NamedContent
    from network_service.ingest.foreign.recognise import Hints
    from network_service.ingest.limits import Limits
    from network_service.ingest.parsing import Parsed, Told

BEGUN = 1
"""Rows told by those that have begun, so that whoever waits can act while they run."""


def _begin(files: Sequence[NamedContent], told: Told) -> None:
    """Leave the process's number where the test looks for it, in the folder that the content names."""
    (Path(files[0].content.decode()) / "pid").write_text(str(os.getpid()))
    told(BEGUN, 0)


def allocates(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    _begin(files, told)
    kept = []
    while True:
        kept.append(bytes(1 << 20))


def allocates_small(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    _begin(files, told)
    kept: list[object] = []
    while True:
        kept = [kept, {}]


def loops(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    _begin(files, told)
    while True:
        pass


def sleeps(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    _begin(files, told)
    while True:
        threading.Event().wait()


def kills_itself(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    _begin(files, told)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def ends(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    _begin(files, told)
    os._exit(3)


def prints(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> Parsed:
    from network_service.ingest.parsing import OurJson

    _begin(files, told)
    print("not an answer", flush=True)
    os.write(1, b"nor this")
    return OurJson({"heard": hints.encoding})


def raises(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    """Raise the error of that name."""
    _begin(files, told)
    error = getattr(errors, hints.encoding or "")
    if error is errors.FaultyInput:
        raise error("a.code", ["one", "two"], path="ก.xlsx")
    raise error("a.code", limit=7, name="ก")


def raises_what_does_not_travel(files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told) -> NoReturn:
    class Local(Exception):  # no other process can find it
        pass

    _begin(files, told)
    raise Local("heard nonetheless")


def runs_out_within_the_parser_of_xml(
    files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told
) -> NoReturn:
    _begin(files, told)
    error = ExpatError("out of memory: line 1, column 0")
    error.code = 1
    raise UnreadableFile("unreadable.damaged") from error
