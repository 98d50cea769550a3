"""The process in which a file is parsed: it takes one job from standard input, and answers on standard output.

What is said, one pickle after the other: `Progressed` any number of times, then `Answered` or `Failed`. Where memory
runs out nothing more can be said, and the exit status tells it.
"""

import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple
from xml.parsers.expat import ExpatError

OUT_OF_MEMORY = 71
"""Exit status that says so; Python itself ends with 0, 1 or 2."""
_EXPAT_OUT_OF_MEMORY = 1


class Job(NamedTuple):
    """A call, and what it may cost: bytes of memory and seconds of the processor.

    The call gets, after `arguments`, what it may call to say how far it is.
    """

    call: Callable[..., object]
    arguments: tuple[object, ...]
    memory: int
    seconds: int


class Progressed(NamedTuple):
    """How far the call is."""

    done: int
    total: int


class Answered(NamedTuple):
    """What the call returned."""

    value: object


class Failed(NamedTuple):
    """What the call raised."""

    error: Exception


def main() -> None:
    """Do the one job, and end without a word to anybody else."""
    # numpy, which some readers bring along, would set aside memory for a thread a core.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    try:
        job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
        threading.Thread(target=_end_with_parent, daemon=True).start()
        _limit(job)
        _say(answers, _outcome(job, answers))
        answers.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BrokenPipeError:
        os._exit(1)
    os._exit(0)  # nothing is left to be put in order, and millions of objects need not be freed one by one


def _outcome(job: Job, answers: BinaryIO) -> Answered | Failed:
    def told(done: int, total: int) -> None:
        _say(answers, Progressed(done, total))
        answers.flush()

    try:
        return Answered(job.call(*job.arguments, told))
    except Exception as error:
        if any(_is_memory(one) for one in _chain(error)):
            raise MemoryError from error
        return Failed(_portable(error))


def _say(answers: BinaryIO, answer: Progressed | Answered | Failed) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)


def _end_with_parent() -> None:
    """Standard input stays open as long as the other process lives and wants an answer."""
    with suppress(OSError):
        os.read(0, 1)
    os._exit(1)


def _limit(job: Job) -> None:
    """Bound memory and time where the system can; elsewhere the counts of `Limits` alone bound them."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, job.memory), (resource.RLIMIT_CPU, job.seconds)):
        _, hard = resource.getrlimit(kind)
        with suppress(ValueError, OSError):  # macOS refuses the first
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_memory(error: BaseException) -> bool:
    """Whether memory ran out, which the XML parser tells as an error of the file."""
    return isinstance(error, MemoryError) or (isinstance(error, ExpatError) and error.code == _EXPAT_OUT_OF_MEMORY)


def _portable(error: Exception) -> Exception:
    """The error with its trace as a note, as traces themselves stay behind; its words alone where it cannot travel."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - whatever its class does when it is made anew
        return RuntimeError("".join(traceback.format_exception(error)))
    return error
