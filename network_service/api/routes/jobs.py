"""Jobs: how far they are, cancelling them, and what they made."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import FileResponse

from network_service.api.asking import Asked
from network_service.api.conditional import NEVER_KEPT
from network_service.operations.jobs.model import Job
from network_service.operations.jobs.own_jobs import begin_job, cancel_job, file_of_job, own_job, own_jobs

router = APIRouter(tags=["jobs"])


@router.get("/jobs", summary="Jobs of the asker | งานของผู้ใช้")
def every_job(asked: Asked) -> Any:
    """All jobs that the asker began, the newest first."""
    return {"items": [job_told(job) for job in own_jobs(asked.principal, asked.service.jobs)]}


@router.get("/jobs/{job_id}", summary="One job | งานหนึ่ง")
def one_job(asked: Asked, job_id: str) -> Any:
    """How far a job is, and what came of it."""
    return job_told(own_job(asked.principal, asked.service.jobs, job_id))


@router.delete("/jobs/{job_id}", summary="Cancel a job | ยกเลิกงาน")
def cancel(asked: Asked, job_id: str) -> Any:
    """End a job at once; one that has ended stays as it is."""
    return job_told(cancel_job(asked.principal, asked.service.jobs, job_id))


@router.get("/jobs/{job_id}/files/{name}", summary="A file that a job made | ไฟล์ที่งานสร้าง")
def made_file(asked: Asked, job_id: str, name: str) -> Response:
    """One of the files that the job lists."""
    path = file_of_job(asked.principal, asked.service.jobs, job_id, name)
    return FileResponse(path, filename=name, headers={"Cache-Control": NEVER_KEPT})


@router.post("/provinces/{code}/analyses", status_code=202, summary="Analyse at length | วิเคราะห์เชิงลึก")
def analyse(
    asked: Asked, response: Response, code: str, day: Annotated[str | None, Query(pattern=r"^\d{4}-\d\d-\d\d$")] = None
) -> Any:
    """Begin a job: every measure, those that take long too, the report, tables and the map, as files."""
    parameters = {"day": day or asked.service.today().isoformat(), "language": asked.language}
    job = begin_job(
        asked.principal,
        asked.service.jobs,
        "analyse",
        code.upper(),
        asked=parameters,
        files=(),
        now=asked.service.now(),
    )
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return job_told(job)


def job_told(job: Job) -> dict[str, Any]:
    """A job as it is told: never who else may see what."""
    told = job.as_json()
    del told["principal"]
    return told
