"""Bring invented provinces that come with the program into the store, file after file as they were sent."""

import hashlib
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from network_service.domain.principal import Principal
from network_service.errors import UsageError
from network_service.operations.access import permit
from network_service.operations.import_network import ImportOptions, import_network
from network_service.operations.progress import Progress, silent
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCES, sample_files
from network_service.store.base import StoreWriter


@dataclass(frozen=True, slots=True)
class LoadedProvince:
    """What came of one province: files imported now, versions written; none where all had been imported before."""

    province: str
    files: int
    written: int


def load_sample(
    principal: Principal, store: StoreWriter, provinces: Sequence[str], progress: Progress = silent
) -> tuple[LoadedProvince, ...]:
    """Import the files of each province in their order, one revision each; a file imported before is passed over.

    `UsageError` before anything is written: for a province that does not come with the program, and for one of which
    the store holds records from elsewhere, as the first of our files would overwrite them.
    """
    meant = tuple(dict.fromkeys(province.upper() for province in provinces))
    permit(principal, "sample", *meant)
    for province in meant:
        if province not in SAMPLE_PROVINCES:
            raise UsageError("sample.unknown_province", province=province, known=", ".join(SAMPLE_PROVINCES))
    imported = {entry.about.get("file_sha256") for entry in store.audit()}
    present = frozenset(store.provinces())
    for province in meant:
        with sample_files(province) as paths:
            if province in present and _checksum(paths[0]) not in imported:
                raise UsageError("sample.province_taken", province=province)
    # Of a province whose imports were all undone nothing is there: it is loaded as if for the first time.
    return tuple(
        _load(principal, store, province, imported if province in present else frozenset(), progress)
        for province in meant
    )


def _load(
    principal: Principal, store: StoreWriter, province: str, imported: Set[str | None], progress: Progress
) -> LoadedProvince:
    with sample_files(province) as paths:
        waiting = [path for path in paths if _checksum(path) not in imported]
        written = 0
        for done, path in enumerate(waiting):
            progress("progress.sample", done, len(waiting))
            written += import_network(principal, store, path, ImportOptions(day=SAMPLE_DAY)).written
        progress("progress.sample", len(waiting), len(waiting))
    return LoadedProvince(province, len(waiting), written)


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
