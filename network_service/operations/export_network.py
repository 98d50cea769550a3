"""Write all records of a province to a file, in whatever format another program reads."""

from dataclasses import dataclass
from pathlib import Path

from network_service.domain.field_classes import class_of, reaches
from network_service.domain.merged import Merged
from network_service.domain.nodes import Rating
from network_service.domain.principal import Principal
from network_service.errors import UsageError
from network_service.operations.export_formats import FORMATS, Content, Left, format_meant
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.operations.sight.levels import level_of
from network_service.store.base import StoreReader


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the format, all files, and how many records the province has.

    `left` says what the files leave out; where it is empty, they can be imported again without loss.
    """

    province: str
    revision: int
    form: str
    files: tuple[Path, ...]
    records: int
    left: tuple[Left, ...]


def export_network(
    principal: Principal,
    store: StoreReader,
    out: Path,
    *,
    form: str | None = None,
    province: str | None = None,
    language: str = "th",
    only_actors: bool = False,
    progress: Progress = silent,
) -> Exported:
    """Write every current record of a province, ended ones too; the format is `form`, else the file's suffix.

    With `only_actors` formats of nodes and ties have groups, organisations and persons and the ties between them alone.
    Ratings are told in aggregates only, and go to the local operator alone. All files of a format are written or none.
    """
    wanted = format_meant(form, out)
    format_ = FORMATS[wanted]
    if only_actors and not format_.is_graph:
        graphs = ", ".join(word for word, one in FORMATS.items() if one.is_graph)
        raise UsageError("export.only_actors_not_here", form=wanted, known=graphs)
    code = province_meant(principal, "export", store, province)
    revision = store.revision()
    progress("progress.reading_store", 0, 0)
    present = [found.record for found in store.records(province=code, revision=revision)]
    records = [
        one for one in present if not isinstance(one, Rating | Merged) or reaches(level_of(principal), class_of(one))
    ]
    progress("progress.writing_file", 0, 0)
    content = Content(records, code, revision, language, only_actors)
    outcome = format_.write(out, content)
    others = [Left("export.left.others", content.others())] if only_actors else []
    if len(records) < len(present):
        others.append(Left("export.left.ratings", len(present) - len(records)))
    left = (*others, *([outcome.left] if outcome.left else []))
    return Exported(code, revision, wanted, outcome.files, len(records), left)
