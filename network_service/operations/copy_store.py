"""Copy a whole store into an empty one: history, audit chain and application records, byte by byte."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from network_service.domain.principal import Principal
from network_service.errors import StoreDamaged, UsageError
from network_service.operations.access import permit
from network_service.operations.progress import Progress, silent
from network_service.store.base import Store
from network_service.store.content_hash import content_hash
from network_service.store.raw import Head, Origin, RawReader, RawWriter, Section


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

    The source is checked and hashed before the target is opened, so that a damaged one writes nothing. Hashing costs a
    second reading of the source, and is what makes going on sound: what was copied before is a part of the same
    content, or the copy is refused until it is begun `anew`. The target opens to others once its own hash is the same.
    """
    permit(principal, "copy", *source.provinces())
    progress("progress.copy.check", 0, 0)
    if wrong := source.check():
        raise StoreDamaged("copy.source_unsound", reason=", ".join(wrong))
    with source.raw() as reader:
        if not reader.of_one_moment and source.maintenance() is None:
            raise UsageError("copy.needs_maintenance")
        head = reader.head()
        origin = Origin(head, content_hash(reader, _told(progress, "progress.copy.hash", head)))
        with open_target() as target:
            target.begin(origin, anew=anew)
            resumed = _fill(reader, target, head, progress)
            target_hash = target.finish(_told(progress, "progress.copy.compare", head))
    return CopyReport(head, origin.content_hash, target_hash, resumed)


def _fill(reader: RawReader, target: RawWriter, head: Head, progress: Progress) -> int:
    """Write what the target lacks; how many rows it had."""
    before = {section: target.done(section) for section in Section}
    resumed = done = sum(count for _, count in before.values())
    for section in Section:
        for page in reader.pages(section, after=before[section][0]):
            target.write(section, page)
            done += len(page)
            progress("progress.copy.rows", done, head.total)
    return resumed


def _told(progress: Progress, stage: str, head: Head) -> Callable[[int], None]:
    return partial(_tell, progress, stage, head.total)


def _tell(progress: Progress, stage: str, total: int, done: int) -> None:
    progress(stage, done, total)
