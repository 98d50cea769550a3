"""Files out: the whole network in any format, and the template."""

import tempfile
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Annotated
from zipfile import ZIP_DEFLATED, ZipFile

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from network_service.api.asking import Asked
from network_service.api.conditional import NEVER_KEPT
from network_service.domain.principal import Principal
from network_service.errors import UsageError
from network_service.operations.access import permit
from network_service.operations.export_formats import FORMATS
from network_service.operations.export_network import export_network
from network_service.store.base import Store

router = APIRouter(tags=["exports"])


@router.get("/provinces/{code}/exports/{form}", summary="The network as a file | ส่งออกเครือข่ายเป็นไฟล์")
def export(
    asked: Asked,
    code: str,
    form: str,
    only_actors: Annotated[bool, Query(description="groups, organisations, persons and their ties alone")] = False,
) -> FileResponse:
    """The whole network in a format; several files come as one archive."""
    province = code.upper()
    permit(asked.principal, "export", province)
    if form not in FORMATS:
        raise UsageError("export.unknown_format", form=form[:40], known=", ".join(FORMATS))
    folder = Path(tempfile.mkdtemp(prefix="export-"))
    work = partial(
        exported,
        principal=asked.principal,
        folder=folder,
        form=form,
        province=province,
        language=asked.language,
        only_actors=only_actors,
    )
    try:
        path = asked.service.workers.done(work)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    return FileResponse(
        path,
        filename=path.name,
        headers={"Cache-Control": NEVER_KEPT},
        background=BackgroundTask(rmtree, folder, ignore_errors=True),
    )


def exported(
    store: Store,
    *,
    principal: Principal,
    folder: Path,
    form: str,
    province: str,
    language: str,
    only_actors: bool,
) -> Path:
    """The file of an export, or the archive of its files, written in another process."""
    out = folder / "network"
    out.mkdir()
    name = f"{province}{FORMATS[form].suffix}"
    made = export_network(
        principal, store, out / name, form=form, province=province, language=language, only_actors=only_actors
    )
    if len(made.files) == 1:
        return made.files[0]
    archive = folder / f"{province}-{form}.zip"
    with ZipFile(archive, "w", ZIP_DEFLATED) as zipped:
        for file in made.files:
            zipped.write(file, file.relative_to(out))
    return archive
