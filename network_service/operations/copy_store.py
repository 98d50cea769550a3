"""Copy a whole store into an empty one: history, audit chain and application records, byte by byte."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from network_service.domain.principal import Principal
from network_service.errors import StoreDamaged, UsageError
from network_service.operations.access import permit_whole
from network_service.operations.progress import Progress, silent
from network_service.store.base import Store
from network_service.store.filling import fill
from network_service.store.raw import Head, RawWriter


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What was copied, the content hash at either end, and how many rows an earlier, interrupted copy had left."""

    head: Head
    source_hash: str
    target_hash: str
    resumed: int


def copy_store(
    principal: Principal,
    source: Store,
    open_target: Callable[[], AbstractContextManager[RawWriter]],
    *,
    anew: bool = False,
    progress: Progress = silent,
) -> CopyReport:
    """Copy all that the source holds at one moment; an interrupted copy is gone on with by the next.

    The source is checked and hashed before anything is written, so that a damaged one writes nothing. What an earlier
    copy left must be of the same content, or the copy is refused until it is begun `anew`.
    """
    permit_whole(principal, "copy")
    with source.raw() as reader:
        if not reader.of_one_moment and source.maintenance() is None:
            raise UsageError("copy.needs_maintenance")
        progress("progress.copy.check", 0, 0)
        if wrong := source.check():
            raise StoreDamaged("copy.source_unsound", reason=", ".join(wrong))
        head = reader.head()
        with open_target() as target:
            filled = fill(
                reader, target, anew=anew, steps=lambda step: partial(_tell, progress, _STAGES[step], head.total)
            )
    return CopyReport(head, filled.origin.content_hash, filled.content_hash, filled.resumed)


_STAGES = {"hash": "progress.copy.hash", "rows": "progress.copy.rows", "compare": "progress.copy.compare"}


def _tell(progress: Progress, stage: str, total: int, done: int) -> None:
    progress(stage, done, total)
