"""Records as JSON: lossless, one record a line, for programs and for keeping."""

import json
from collections.abc import Iterable
from pathlib import Path

from network_service.documents.whole_file import whole_file
from network_service.domain.nodes import ProvinceNetwork
from network_service.domain.record import Record
from network_service.ingest.json_file import FORMAT, FORMAT_VERSION


def write_json(path: Path, records: Iterable[Record], province: str, revision: int | None = None) -> None:
    """Write a province's records; what is unknown is left out, and invented data says so at the top."""
    kept = list(records)
    synthetic = any(isinstance(one, ProvinceNetwork) and one.synthetic for one in kept)
    head: dict[str, object] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "province": province,
        "synthetic": synthetic,
    }
    if revision is not None:
        head["revision"] = revision
    with whole_file(path) as written, written.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "records": [')
        for place, record in enumerate(kept):
            file.write(",\n" if place else "\n")
            file.write(record.model_dump_json(exclude_none=True))
        file.write("\n]}\n")
