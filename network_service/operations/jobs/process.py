"""What the process of a job does: it works, says each second that it lives, and ends when the job was cancelled."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from network_service.domain.error_sentence import sentence_of
from network_service.errors import NetworkServiceError
from network_service.operations.jobs.book import JobBook
from network_service.operations.jobs.kinds import KINDS, Tools
from network_service.operations.jobs.model import MADE, Job, JobState

_BEAT_SECONDS = 1.0


class _CancelledError(Exception):
    """The job was cancelled by somebody whose process is not this one's parent."""


class Heart:
    """Tells the book how far a job is, once a second at most."""

    def __init__(self, book: JobBook, job_id: str, now: Callable[[], datetime]) -> None:
        """Tell of this job."""
        self._book, self._id, self._now = book, job_id, now
        self._last = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note a step; raises where the job was cancelled."""
        if time.monotonic() - self._last < _BEAT_SECONDS:
            return
        self._last = time.monotonic()
        job = self._book.change(self._id, state=JobState.RUNNING, stage=stage, done=done, total=total, beat=self._now())
        if job.state is JobState.CANCELLED:
            raise _CancelledError


def run_job(book: JobBook, job_id: str, tools: Callable[[Heart], Tools], now: Callable[[], datetime]) -> None:
    """Do a job and write down what came of it; errors of the service are its outcome, others end the process."""
    heart = Heart(book, job_id, now)
    heart("", 0, 0)
    job = book.get(job_id)
    if job.state is not JobState.RUNNING:
        return
    given = tools(heart)
    try:
        result = KINDS[job.kind](job, given)
    except _CancelledError:
        return
    except NetworkServiceError as error:
        book.end(job_id, JobState.FAILED, error=_told(error, job))
        return
    book.end(job_id, JobState.DONE, result=result, files=_made(given.folder))


def _told(error: NetworkServiceError, job: Job) -> dict[str, str]:
    return {"code": error.code, "message": sentence_of(error, str(job.asked.get("language", "th")))}


def _made(folder: Path) -> tuple[str, ...]:
    made = folder / MADE
    return tuple(sorted(one.name for one in made.iterdir())) if made.is_dir() else ()
