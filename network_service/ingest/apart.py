"""Parses a file in a process of its own, which may take so much memory and time, and is gone afterwards."""

import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from time import monotonic
from typing import IO, cast

from network_service.errors import RefusedForSafety
from network_service.ingest.content import NamedContent
from network_service.ingest.foreign.recognise import Hints, is_workbook
from network_service.ingest.limits import Limits
from network_service.ingest.parsing import Parsed, Parser, Told, parse
from network_service.ingest.steady import without_collector
from network_service.ingest.worker import OUT_OF_MEMORY, Answered, Failed, Job, Progressed
from network_service.ingest.xlsx.archive import DAMAGE

SMALL_BYTES = 512 * 1024
"""Files up to this size are parsed at once."""
SMALL_UNPACKED = 4 * 1024 * 1024
"""The same of a workbook unpacked: about 2,700 rows of 15 columns, read while another process would start.

The worst that the counts let pass in it is a tree of 250,000 elements, 175 MB.
"""

_MIB = 1024 * 1024
_NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # on Windows, what a session is elsewhere
_GLANCE = 0.2
"""Seconds between two looks at the clock and at the keyboard, which Windows does not show to one who waits."""
_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from network_service.ingest.worker import main; main()"
)
"""Isolated, so that no file of the folder in which somebody stands is taken for a module of Python."""


def parse_large_apart(
    files: Sequence[NamedContent], limits: Limits, hints: Hints, told: Told, *, memory: int, seconds: int
) -> Parsed:
    """Parse small files here and others apart: the verdict is the same, as both count."""
    if is_small(files):
        return parse(files, limits, hints, told)
    return parse_apart(files, limits, hints, told, memory=memory, seconds=seconds)


def is_small(files: Sequence[NamedContent]) -> bool:
    """Whether parsing the files cannot cost much: by their bytes, and by the sizes that archives state.

    Nothing can be unpacked beyond what its archive states. What is no sound archive is not opened at all.
    """
    if sum(len(one.content) for one in files) > SMALL_BYTES:
        return False
    unpacked = 0
    for one in files:
        if is_workbook(one.content):
            try:
                with zipfile.ZipFile(BytesIO(one.content)) as archive:
                    unpacked += sum(entry.file_size for entry in archive.infolist())
            except (*DAMAGE, ValueError, LookupError, struct.error):
                return False
    return unpacked <= SMALL_UNPACKED


def parse_apart(
    files: Sequence[NamedContent],
    limits: Limits,
    hints: Hints,
    told: Told,
    *,
    memory: int,
    seconds: int,
    by: Parser = parse,
) -> Parsed:
    """Parse in another process, of so many bytes of memory and seconds; whatever happens, it is gone afterwards.

    What the parser raises is raised here. `RefusedForSafety` where it takes too much or breaks down.
    """
    deadline = monotonic() + seconds
    with _process() as (process, heard):
        with suppress(BrokenPipeError):  # it ended before it had the job: its status tells why
            _send(cast(IO[bytes], process.stdin), Job(by, (tuple(files), limits, hints), memory, seconds))
        while True:
            if monotonic() > deadline:
                raise RefusedForSafety("safety.too_long", limit=seconds)
            try:
                answer = heard.get(timeout=_GLANCE)
            except queue.Empty:
                continue
            if isinstance(answer, Answered):
                return cast(Parsed, answer.value)
            if isinstance(answer, Failed):
                raise answer.error
            if not isinstance(answer, Progressed):
                raise _reason(process.wait(), memory, seconds)
            told(*answer)


@contextmanager
def _process() -> Iterator[tuple["subprocess.Popen[bytes]", "queue.SimpleQueue[object]"]]:
    """Another process and what is heard of it, killed and reaped at the end.

    It has a session of its own, so that it hears no Ctrl-C meant for us. It is not forked: threads of this process may
    hold locks.
    """
    process = subprocess.Popen(  # noqa: S603 - Python itself, with a constant
        [sys.executable, "-I", "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_NEW_GROUP,
    )
    heard: queue.SimpleQueue[object] = queue.SimpleQueue()
    given, answers = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
    listener = threading.Thread(target=_listen, args=(answers, heard), daemon=True)
    try:
        listener.start()
        yield process, heard
    finally:
        process.kill()
        process.wait()
        listener.join()
        answers.close()
        with suppress(OSError):  # what it was not told any more
            given.close()


def _send(stream: IO[bytes], job: Job) -> None:
    pickle.dump(sys.path, stream)
    pickle.dump(job, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def _listen(stream: IO[bytes], heard: "queue.SimpleQueue[object]") -> None:
    """Hand on what the other process says, and a `None` when it says no more."""
    try:
        with suppress(EOFError, pickle.UnpicklingError), without_collector():
            while True:
                heard.put(pickle.load(stream))  # noqa: S301 - our own process
    finally:
        heard.put(None)


def _reason(status: int, memory: int, seconds: int) -> Exception:
    """Why a process ended that gave no answer: by a signal, as a rule since memory ran out, or not at all started."""
    if sys.platform != "win32" and status == -signal.SIGXCPU:
        return RefusedForSafety("safety.too_long", limit=seconds)
    if status < 0 or status == OUT_OF_MEMORY:
        return RefusedForSafety("safety.too_much_memory", limit=memory // _MIB)
    return ChildProcessError(f"the parsing process ended with status {status}")
