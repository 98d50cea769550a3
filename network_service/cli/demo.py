"""`network-service demo`: the sample province into a fresh store, its findings in words, its map in a file."""

from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.analyse import print_findings
from network_service.cli.console import print_line, progress_bar
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, LanguageOption, said
from network_service.errors import UsageError
from network_service.messages import messages_in
from network_service.operations.analyse_network import analyse_network
from network_service.operations.load_sample import load_sample
from network_service.operations.study_network import StudyOptions
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE

STORE_NAME = "demo.sqlite"


@guarded
def demo(
    out: Annotated[
        Path, typer.Option("--out", help=said("cli.option.out_folder"), metavar="DIR", file_okay=False)
    ] = Path("demo-output"),
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:
    """Show what the program does, on invented data; nothing of the installation's own store is touched."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=f"{bootstrap.SQLITE_SCHEME}{_fresh(out).as_posix()}")
    user = bootstrap.this_user()
    with bootstrap.open_store(settings) as store, progress_bar(words, shown=True) as progress:
        (loaded,) = load_sample(user, store, (SAMPLE_PROVINCE,), progress)
        options = StudyOptions(as_of=SAMPLE_DAY, rules=bootstrap.analysis_rules(settings))
        with bootstrap.worker_pool() as pool:
            analysis = analyse_network(
                user, store, store.application, out, options, words, executor=pool, progress=progress
            )
    print_line(words.text("demo.imported", files=loaded.files, written=loaded.written))
    print_findings(analysis, words)
    print_line(words.text("demo.open_it"))


def _fresh(out: Path) -> Path:
    """Where the demonstration's store goes, without what an earlier run left there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for suffix in ("", "-wal", "-shm"):
            (out / f"{STORE_NAME}{suffix}").unlink(missing_ok=True)
    except OSError as error:
        raise UsageError("cli.unwritable", path=str(out), reason=error.strerror or "") from error
    return out.resolve() / STORE_NAME
