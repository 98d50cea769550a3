"""Write all records of a province to a file that can be imported again without change."""

from dataclasses import dataclass
from pathlib import Path

from network_service.documents.json_export import write_json
from network_service.documents.workbook_export import write_workbook
from network_service.domain.principal import Principal
from network_service.errors import UsageError
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.store.base import StoreReader

FORMATS = ("xlsx", "json")
"""Formats by the suffix of the file."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    province: str
    revision: int
    records: int


def export_network(
    principal: Principal,
    store: StoreReader,
    out: Path,
    *,
    form: str | None = None,
    province: str | None = None,
    language: str = "th",
    progress: Progress = silent,
) -> Exported:
    """Write every current record of a province, ended ones too; the format is `form`, else the file's suffix."""
    wanted = form or out.suffix.lower().lstrip(".")
    if wanted not in FORMATS:
        raise UsageError("export.unknown_format", form=wanted or "-", known=", ".join(FORMATS))
    code = province_meant(principal, "export", store, province)
    revision = store.revision()
    progress("progress.reading_store", 0, 0)
    records = [found.record for found in store.records(province=code, revision=revision)]
    progress("progress.writing_file", 0, 0)
    if wanted == "json":
        write_json(out, records, province=code, revision=revision)
    else:
        write_workbook(out, records, language)
    return Exported(code, revision, len(records))
