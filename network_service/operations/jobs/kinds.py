"""What jobs there are, and how each is done: by the operations that the command line uses too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from network_service.ingest.parsing import Parser
from network_service.messages import messages_in
from network_service.operations.analyse_network import analyse_network
from network_service.operations.analysis_report import as_plain as analysis_as_plain
from network_service.operations.import_network import ImportOptions, import_network
from network_service.operations.import_report import as_plain as import_as_plain
from network_service.operations.jobs.model import GIVEN, MADE, Job
from network_service.operations.progress import Progress
from network_service.operations.study_network import AnalysisRules, StudyOptions
from network_service.store.application import Json
from network_service.store.base import Store


@dataclass(frozen=True)
class Tools:
    """What a job's process has to work with."""

    store: Store
    folder: Path
    rules: AnalysisRules
    parser: Parser
    progress: Progress


def import_files(job: Job, tools: Tools) -> Json:
    """Import the files given, or preview that."""
    asked = job.asked
    files = [file for place in sorted((tools.folder / GIVEN).iterdir()) for file in place.iterdir()]
    language = str(asked.get("language", "th"))
    options = ImportOptions(
        day=date.fromisoformat(str(asked["day"])),
        province=job.province or None,
        dry_run=bool(asked.get("preview")),
        accept_good=bool(asked.get("accept_good")),
        replace=tuple(str(one) for one in _list(asked.get("replace"))),
        marked_copy=_marked(files, tools.folder / MADE),
        language=language,
    )
    report = import_network(job.principal, tools.store, files, options, tools.progress, tools.parser)
    told: Json = import_as_plain(report, messages_in(language))
    return told


def analyse(job: Job, tools: Tools) -> Json:
    """Everything that can be said of the network, the long measures too, as files."""
    asked = job.asked
    language = str(asked.get("language", "th"))
    options = StudyOptions(
        as_of=date.fromisoformat(str(asked["day"])), rules=tools.rules, province=job.province, thorough=True
    )
    out = tools.folder / MADE
    words = messages_in(language)
    store = tools.store
    analysis = analyse_network(job.principal, store, store.application, out, options, words, progress=tools.progress)
    told = analysis_as_plain(analysis)
    return {**told, "files": sorted(analysis.files)}


KINDS: Mapping[str, Callable[[Job, Tools], Json]] = {"import": import_files, "analyse": analyse}
"""How each kind of job is done."""


def _list(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list | tuple) else []


def _marked(files: list[Path], made: Path) -> Path | None:
    """Where the copy of a workbook with its faults marked goes."""
    if len(files) != 1 or files[0].suffix.lower() != ".xlsx":
        return None
    made.mkdir(exist_ok=True)
    return made / files[0].name
