"""The composition root: the only file that reads settings and names concrete stores."""

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from secrets import token_bytes
from typing import Any

from pydantic import ValidationError

from network_service.domain.principal import Principal, local_operator
from network_service.errors import StoreUnavailable, UsageError
from network_service.findings.thresholds import Thresholds
from network_service.ingest.apart import parse_large_apart
from network_service.ingest.parsing import Parser
from network_service.messages import LANGUAGES
from network_service.operations.jobs.book import JobBook
from network_service.operations.jobs.kinds import Tools
from network_service.operations.jobs.process import Heart, run_job
from network_service.operations.jobs.run import JobRunner, Running
from network_service.operations.study_network import AnalysisRules
from network_service.operations.workers import Workers
from network_service.process.standards import Standards
from network_service.settings import PREFIX, Settings
from network_service.store.base import Store
from network_service.store.neo4j import Credentials, Neo4jStore
from network_service.store.neo4j.driver import SCHEMES
from network_service.store.neo4j.raw_writer import Neo4jRawWriter
from network_service.store.query_library import QueryLibrary
from network_service.store.raw import RawWriter
from network_service.store.sqlite.raw_writer import SqliteRawWriter
from network_service.store.sqlite.store import SqliteStore

SQLITE_SCHEME = "sqlite:///"
SHORTEST_KEY = 32
_MIB = 1024 * 1024


def read_settings(**overrides: object) -> Settings:
    """The installation's settings; `UsageError` naming every setting that cannot be used."""
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = ", ".join(PREFIX + str(fault["loc"][0]).upper() for fault in error.errors() if fault["loc"])
        raise UsageError("settings.invalid", names=wrong or PREFIX) from error


@contextmanager
def handed_on(**given: object) -> Iterator[None]:
    """Have this process, and those begun by it while the block runs, find settings in the environment as given."""
    names = {PREFIX + name.upper(): str(value) for name, value in given.items() if value is not None}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def default_language() -> str:
    """Language of the installation, also where its settings cannot be used otherwise."""
    try:
        return read_settings().language
    except UsageError:
        return LANGUAGES[0]


def this_user() -> Principal:
    """Who runs the command line, as the system knows them: environment variables could name anybody."""
    try:
        if sys.platform == "win32":
            return local_operator(os.getlogin())
        import pwd

        return local_operator(pwd.getpwuid(os.getuid()).pw_name)
    except (OSError, KeyError):
        # A container may run a numeric user without a name, a service may have no terminal.
        return local_operator("unknown")


def analysis_rules(settings: Settings) -> AnalysisRules:
    """The numbers that measures, findings and map work with."""
    return AnalysisRules(
        thresholds=Thresholds(**_numbers(Thresholds, settings)),
        standards=process_standards(settings),
        large_agreement=settings.large_agreement_parties,
        strength_cover=settings.strength_cover,
        layout_seed=settings.layout_seed,
        chance_seed=settings.chance_seed,
    )


def process_standards(settings: Settings) -> Standards:
    """The numbers that steps, factors and considerations are judged by; each is a setting of the same name."""
    return Standards(**_numbers(Standards, settings))


def _numbers(kind: type[Standards | Thresholds], settings: Settings) -> dict[str, Any]:
    """The fields of a kind that are settings, each under the same name."""
    names = {field.name for field in fields(kind)} & Settings.model_fields.keys()
    return {name: getattr(settings, name) for name in names} | {
        "required_sectors": frozenset(settings.required_sectors)
    }


@contextmanager
def worker_pool() -> Iterator[Executor]:
    """Processes for what computes long, as many as there are cores; none is started before there is work for two."""
    # Not forked: the progress bar's thread, and igraph's and numpy's own, do not live through it.
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def service_workers(settings: Settings) -> Workers:
    """The processes in which a service computes; each opens the store for itself and keeps it open."""
    return Workers(
        make=lambda: ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_serve_parent),
        within=lambda work: partial(_with_store, settings, work),
    )


def job_runner(settings: Settings, store: Store, now: Callable[[], datetime]) -> JobRunner:
    """Who runs the jobs of a service, each in a process of its own."""

    def begin(job_id: str) -> Running:
        # No daemon: an analysis has processes of its own, which daemons may not.
        process = get_context("spawn").Process(target=_do_job, args=(settings, job_id), name=f"job-{job_id}")
        process.start()
        return process

    return JobRunner(JobBook(store.application, now), begin, _jobs_folder(settings))


def _do_job(settings: Settings, job_id: str) -> None:
    """What the process of a job does."""
    _serve_parent()

    def now() -> datetime:
        return datetime.now(UTC)

    with open_store(settings, must_exist=True) as store:

        def tools(heart: Heart) -> Tools:
            folder = _jobs_folder(settings) / job_id
            return Tools(store, folder, analysis_rules(settings), file_parser(settings), heart)

        run_job(JobBook(store.application, now), job_id, tools, now)


def _end() -> None:
    os._exit(1)


def end_with_parent(end: Callable[[], object] = _end) -> None:
    """Where the process that began this one ends without a word, end this one too; it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def wait(of: BaseProcess) -> None:
            of.join()
            end()

        threading.Thread(target=wait, args=(parent,), daemon=True).start()


def _serve_parent() -> None:
    """The same, and leave Ctrl-C to it: a terminal sends that to all at once, and the service ends its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


def _jobs_folder(settings: Settings) -> Path:
    return (settings.work_folder or Path(tempfile.gettempdir()) / "network-service") / "jobs"


_OPENED: dict[str, Store] = {}


def _with_store(settings: Settings, work: Callable[[Store], object]) -> object:
    """Do a work in this process, with the store that it opened at its first; one that failed is opened anew."""
    if settings.store not in _OPENED:
        engine = _engine(settings)
        if not engine.exists(settings):  # moved away for a moment: no other must be made in its place
            raise StoreUnavailable("store.absent", path=settings.store)
        _OPENED[settings.store] = engine.opened(settings).__enter__()
    try:
        return work(_OPENED[settings.store])
    except StoreUnavailable:
        _OPENED.pop(settings.store).__exit__(None, None, None)
        raise


def file_parser(settings: Settings) -> Parser:
    """Who parses the files that people give: large ones in a process of their own, as bounded as settings say."""
    return partial(parse_large_apart, memory=settings.parse_memory * _MIB, seconds=settings.parse_seconds)


def store_exists(settings: Settings) -> bool:
    """Whether the store the settings name is there already: a file may not be; a server is asked when it is opened."""
    return _engine(settings).exists(settings)


@contextmanager
def open_store(settings: Settings, *, must_exist: bool = False) -> Iterator[Store]:
    """The store the settings name, closed at the end; made where it does not exist yet, unless it must exist."""
    engine = _engine(settings)
    if must_exist and not engine.exists(settings):
        raise StoreUnavailable("store.absent", path=settings.store)
    with engine.opened(settings) as store:
        yield store


def fill_store(settings: Settings) -> AbstractContextManager[RawWriter]:
    """The store the settings name, to be filled from another."""
    return _engine(settings).filled(settings)


@dataclass(frozen=True, slots=True)
class _Engine:
    """How stores of one kind are looked for, opened and filled."""

    exists: Callable[[Settings], bool]
    opened: Callable[[Settings], AbstractContextManager[Store]]
    filled: Callable[[Settings], AbstractContextManager[RawWriter]]


def _engine(settings: Settings) -> _Engine:
    scheme = settings.store.split("://")[0]
    try:
        return _ENGINES[scheme]
    except KeyError:
        raise UsageError("settings.store_scheme", store=scheme) from None


def _sqlite_path(settings: Settings) -> Path:
    """Where the store's file is; `UsageError` where the address names none."""
    if not settings.store.startswith(SQLITE_SCHEME) or len(settings.store) == len(SQLITE_SCHEME):
        raise UsageError("settings.store_scheme", store=settings.store)
    try:
        return Path(settings.store.removeprefix(SQLITE_SCHEME)).expanduser()
    except RuntimeError as error:
        raise UsageError("settings.store_scheme", store=settings.store) from error


def query_library() -> QueryLibrary:
    """The questions that come with the program, which every store answers."""
    return QueryLibrary()


def _sqlite_place(settings: Settings) -> Path:
    """The same, with its folder made."""
    path = _sqlite_path(settings)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable("store.folder", path=str(path.parent), reason=error.strerror or "") from error
    return path


def _open_sqlite(settings: Settings) -> AbstractContextManager[Store]:
    return SqliteStore.open(_sqlite_place(settings), audit_key=_audit_key(settings.audit_key_file))


def _fill_sqlite(settings: Settings) -> AbstractContextManager[RawWriter]:
    return SqliteRawWriter.open(_sqlite_place(settings), audit_key=_audit_key(settings.audit_key_file))


def _open_neo4j(settings: Settings) -> AbstractContextManager[Store]:
    key = _audit_key(settings.audit_key_file)
    return Neo4jStore.open(settings.store, _credentials(settings), audit_key=key)


def _fill_neo4j(settings: Settings) -> AbstractContextManager[RawWriter]:
    key = _audit_key(settings.audit_key_file)
    return Neo4jRawWriter.open(settings.store, _credentials(settings), audit_key=key)


def _credentials(settings: Settings) -> Credentials:
    """Who the service is to a server: a password in the address would stand in lists of processes and in logs."""
    if "@" in settings.store:
        raise UsageError("settings.password_in_address")
    password = settings.neo4j_password.get_secret_value()
    if settings.neo4j_password_file is not None:
        try:
            password = settings.neo4j_password_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError("settings.password_unreadable", path=str(settings.neo4j_password_file)) from error
    if not password:
        raise UsageError("settings.password_missing")
    return Credentials(settings.neo4j_user, password)


_NEO4J = _Engine(lambda _: True, _open_neo4j, _fill_neo4j)
_ENGINES = {
    "sqlite": _Engine(lambda settings: _sqlite_path(settings).exists(), _open_sqlite, _fill_sqlite),
    **dict.fromkeys((scheme.removesuffix("://") for scheme in SCHEMES), _NEO4J),
}
"""Kinds of store by the scheme of their address."""


def pseudonym_key(settings: Settings) -> bytes:
    """The key of researchers' pseudonyms; without a file a new one each time, so that they do not last."""
    if settings.pseudonym_key_file is None:
        return token_bytes(SHORTEST_KEY)
    return _key(settings.pseudonym_key_file, "pseudonym_key")


def _audit_key(file: Path | None) -> bytes | None:
    return None if file is None else _key(file, "audit_key")


def _key(file: Path, name: str) -> bytes:
    """The key in a file; `UsageError` where it cannot be read or is too short to keep anything."""
    try:
        key = file.read_bytes().strip()
    except OSError as error:
        raise UsageError(f"settings.{name}_unreadable", path=str(file), reason=error.strerror or "") from error
    if len(key) < SHORTEST_KEY:
        raise UsageError(f"settings.{name}_short", path=str(file), least=SHORTEST_KEY)
    return key
