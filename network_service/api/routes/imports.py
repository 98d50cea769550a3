"""Files in: previewed or written, as a job."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Response, UploadFile

from network_service.api.asking import Asked
from network_service.api.routes.jobs import job_told
from network_service.errors import UsageError
from network_service.operations.jobs.own_jobs import begin_job
from network_service.store.application import Json

router = APIRouter(tags=["imports"])
MOST_FILES = 10


@router.post("/provinces/{code}/imports", status_code=202, summary="Import files | นำเข้าไฟล์")
def import_files(
    asked: Asked,
    response: Response,
    code: str,
    files: Annotated[list[UploadFile], File(description="a workbook, JSON, or the files of another program")],
    preview: Annotated[bool, Form(description="say what would be written, write nothing")] = True,
    accept_good: Annotated[bool, Form(description="write the rows without a fault though others have one")] = False,
    replace: Annotated[list[str] | None, Form(description="sheets whose missing rows end today")] = None,
) -> Any:
    """Begin to import; the answer is the job. What it found and wrote is in the job's result when it is done."""
    if not 1 <= len(files) <= MOST_FILES:
        raise UsageError("api.too_many_files", most=MOST_FILES)
    parameters: dict[str, Json] = {
        "accept_good": accept_good,
        "replace": list(replace or ()),
        "day": asked.service.today().isoformat(),
        "language": asked.language,
    }
    job = begin_job(
        asked.principal,
        asked.service.jobs,
        "preview_import" if preview else "import",
        code.upper(),
        asked=parameters,
        files=[(one.filename or "file", one.file.read()) for one in files],
        now=asked.service.now(),
    )
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return job_told(job)
