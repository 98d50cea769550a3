"""Jobs: how far they are, cancelling them, and what they made."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from network_service.api.asking import Asked, Asking
from network_service.errors import UnknownRecord
from network_service.operations.access import permit
from network_service.operations.jobs.kinds import MADE
from network_service.operations.jobs.model import Job
from network_service.store.application import Json

router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.get("", summary="Jobs of the asker | งานของผู้ใช้")
def own_jobs(asked: Asked) -> Any:
    """All jobs that the asker began, the newest first."""
    permit(asked.principal, "jobs")
    found = [job for job in asked.service.jobs.book.all() if job.principal.name == asked.principal.name]
    return {"items": [job_told(job) for job in sorted(found, key=lambda job: job.made, reverse=True)]}


@router.get("/{job_id}", summary="One job | งานหนึ่ง")
def one_job(asked: Asked, job_id: str) -> Any:
    """How far a job is, and what came of it."""
    return job_told(_own(asked, job_id))


@router.delete("/{job_id}", summary="Cancel a job | ยกเลิกงาน")
def cancel(asked: Asked, job_id: str) -> Any:
    """End a job at once; one that has ended stays as it is."""
    return job_told(asked.service.jobs.cancel(_own(asked, job_id).id))


@router.get("/{job_id}/files/{name}", summary="A file that a job made | ไฟล์ที่งานสร้าง")
def made_file(asked: Asked, job_id: str, name: str) -> Response:
    """One of the files that the job lists."""
    job = _own(asked, job_id)
    if name not in job.files:
        raise UnknownRecord("job.no_such_file", name=name[:80])
    path = asked.service.jobs.folder_of(job.id) / MADE / name
    if not path.is_file():
        raise UnknownRecord("job.no_such_file", name=name[:80])
    return FileResponse(path, filename=name)


def begin(asked: Asking, kind: str, province: str, parameters: dict[str, Json], files: dict[str, bytes]) -> Job:
    """Begin a job of the asker with some files."""
    job = Job(str(uuid4()), kind, asked.principal, province, parameters, asked.service.now())
    given = asked.service.jobs.folder_of(job.id) / "given"
    given.mkdir(mode=0o700)
    for name, content in files.items():
        (given / Path(name).name).write_bytes(content)
    return asked.service.jobs.start(job)


def job_told(job: Job) -> dict[str, Any]:
    """A job as it is told: never who else may see what."""
    told = job.as_json()
    del told["principal"]
    return told


def _own(asked: Asking, job_id: str) -> Job:
    """A job that the asker began; another's is as if it were not there."""
    permit(asked.principal, "jobs")
    job = asked.service.jobs.book.get(job_id)
    if job.principal.name != asked.principal.name:
        raise UnknownRecord("job.unknown", id=job_id[:80])
    return job
