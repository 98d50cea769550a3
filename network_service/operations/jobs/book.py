"""All jobs, kept among the application records, so that they outlive the process that ran them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from network_service.errors import StaleWrite, UnknownRecord
from network_service.operations.jobs.model import ENDED, Job, JobState
from network_service.store.application import ApplicationRecords, Entry

COLLECTION = "job"
KEPT_DAYS = 30
"""Days for which a job is told of."""
SILENT_SECONDS = 180
"""A job of which nothing was heard for so long has died: one that runs says something each second, and whoever keeps
one waiting does so each minute."""
_TRIES = 20


class JobBook:
    """Reads and changes jobs; two who change one at once both count."""

    def __init__(self, application: ApplicationRecords, now: Callable[[], datetime]) -> None:
        """Keep them among these records."""
        self._application, self.now = application, now

    def add(self, job: Job) -> Job:
        """Write down a new job."""
        expires = self.now() + timedelta(days=KEPT_DAYS)
        self._application.put(COLLECTION, job.id, job.as_json(), expected_version=0, expires_at=expires)
        return job

    def get(self, job_id: str) -> Job:
        """The job of an id; `UnknownRecord` where there is none."""
        return _job(self._entry(job_id))

    def all(self) -> Iterator[Job]:
        """All jobs, in no order."""
        return (_job(entry) for entry in self._application.entries(COLLECTION))

    def change(self, job_id: str, **fields: object) -> Job:
        """Change some fields of a job that has not ended; one that has stays as it is, and is what comes back."""
        for _ in range(_TRIES):
            entry = self._entry(job_id)
            job = _job(entry)
            if job.state in ENDED:
                return job
            changed = replace(job, **fields)  # type: ignore[arg-type]
            try:
                self._application.put(
                    COLLECTION, job_id, changed.as_json(), expected_version=entry.version, expires_at=entry.expires_at
                )
            except StaleWrite:
                continue
            return changed
        raise StaleWrite("job.busy", id=job_id)

    def end(self, job_id: str, state: JobState, **fields: object) -> Job:
        """Let a job end; one that has ended already stays as it is."""
        return self.change(job_id, state=state, ended=self.now(), **fields)

    def bury(self) -> int:
        """Say of each job whose process has been silent for too long that it died; how many there were."""
        since = self.now() - timedelta(seconds=SILENT_SECONDS)
        silent = [job.id for job in self.all() if job.state not in ENDED and (job.beat or job.made) < since]
        for job_id in silent:
            self.end(job_id, JobState.DIED)
        return len(silent)

    def _entry(self, job_id: str) -> Entry:
        entry = self._application.get(COLLECTION, job_id)
        if entry is None:
            raise UnknownRecord("job.unknown", id=job_id[:80])
        return entry


def _job(entry: Entry) -> Job:
    return Job.from_json(cast("dict[str, object]", entry.value))
