"""Begin jobs, see how far one's own are, cancel them; another's is as if it were not there."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord
from network_service.operations.access import permit
from network_service.operations.jobs.model import GIVEN, MADE, Job
from network_service.operations.jobs.run import JobRunner
from network_service.store.application import Json

OPERATIONS = {"import": "import", "preview_import": "import", "analyse": "analyse"}
"""Operations that may be a job, and the kind of job each is."""
_LONGEST_STEM, _LONGEST_SUFFIX = 48, 12
"""Characters, of four bytes at most."""


def begin_job(
    principal: Principal,
    runner: JobRunner,
    operation: str,
    province: str,
    *,
    asked: Mapping[str, Json],
    files: Sequence[tuple[str, bytes]],
    now: datetime,
) -> Job:
    """Have an operation done for the principal, with files by name; it asks for its own permission once more."""
    permit(principal, "jobs")
    permit(principal, operation, province)
    parameters = {**asked, "preview": operation == "preview_import"}
    job = Job(str(uuid4()), OPERATIONS[operation], principal, province, parameters, now)
    given = runner.folder_of(job.id) / GIVEN
    given.mkdir(mode=0o700)
    for number, (name, content) in enumerate(files):
        # By number, so that they keep their order, and two of one name are two.
        place = given / f"{number:02}"
        place.mkdir(mode=0o700)
        (place / _file_name(name)).write_bytes(content)
    return runner.start(job)


def _file_name(given: str) -> str:
    """The name of a file as a system takes it: no folder, no control characters, no more than 255 bytes in UTF-8."""
    name = "".join(one for one in given.replace("\\", "/").rpartition("/")[2] if one.isprintable())
    path = Path(name.strip(" ."))
    return f"{path.stem[:_LONGEST_STEM]}{path.suffix[:_LONGEST_SUFFIX]}" or "file"


def own_jobs(principal: Principal, runner: JobRunner) -> tuple[Job, ...]:
    """All that the principal began, the newest first."""
    permit(principal, "jobs")
    found = (job for job in runner.book.all() if job.principal.name == principal.name)
    return tuple(sorted(found, key=lambda job: (job.made, job.id), reverse=True))


def own_job(principal: Principal, runner: JobRunner, job_id: str) -> Job:
    """One of them; `UnknownRecord` for any other."""
    permit(principal, "jobs")
    job = runner.book.get(job_id)
    if job.principal.name != principal.name:
        raise UnknownRecord("job.unknown", id=job_id[:80])
    return job


def cancel_job(principal: Principal, runner: JobRunner, job_id: str) -> Job:
    """End one of them at once; one that has ended stays as it is."""
    return runner.cancel(own_job(principal, runner, job_id).id)


def file_of_job(principal: Principal, runner: JobRunner, job_id: str, name: str) -> Path:
    """A file that one of them made; `UnknownRecord` for one it did not."""
    job = own_job(principal, runner, job_id)
    path = runner.folder_of(job.id) / MADE / name
    if name not in job.files or not path.is_file():
        raise UnknownRecord("job.no_such_file", name=name[:80])
    return path
