"""How each operation is called: one line an operation, for tests that go through all of them.

An operation of `MAY` that is not declared here fails `test_authorisation_matrix.py`.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import cast

from network_service import bootstrap
from network_service.documents.tables.table import Table
from network_service.domain.principal import Principal, Role
from network_service.domain.principal import Scope as AccessScope
from network_service.findings.finding import Finding, Severity, Subject
from network_service.messages import messages_in
from network_service.operations.accounts.account_log import read_account_log
from network_service.operations.accounts.change_account import AccountChange, change_account
from network_service.operations.accounts.change_password import change_password
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.enrol_totp import begin_totp, confirm_totp
from network_service.operations.accounts.first_administrator import first_administrator
from network_service.operations.accounts.issue_token import issue_token
from network_service.operations.accounts.list_accounts import list_accounts
from network_service.operations.accounts.log_out_everywhere import log_out_everywhere
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.revoke_token import list_tokens, revoke_token
from network_service.operations.accounts.sessions import SessionInfo
from network_service.operations.accounts.set_password import set_password
from network_service.operations.analyse_network import analyse_network
from network_service.operations.back_up import back_up
from network_service.operations.change_sets import change_sets
from network_service.operations.check_network import check_stored_network
from network_service.operations.compare_networks import CompareOptions, compare_networks
from network_service.operations.copy_store import copy_store
from network_service.operations.declare_different import declare_different
from network_service.operations.diagnose import diagnose
from network_service.operations.end_record import end_record
from network_service.operations.export_network import export_network
from network_service.operations.find_duplicates import find_duplicates
from network_service.operations.finding_life.change_finding import FindingChange, change_finding
from network_service.operations.finding_life.follow_findings import follow_findings
from network_service.operations.import_network import ImportOptions, import_network
from network_service.operations.jobs.book import JobBook
from network_service.operations.jobs.own_jobs import begin_job, own_job, own_jobs
from network_service.operations.jobs.run import JobRunner
from network_service.operations.kept_studies import KeptStudies, MadeStudy
from network_service.operations.list_provinces import list_provinces
from network_service.operations.load_sample import load_sample
from network_service.operations.maintain import ask_maintenance, begin_maintenance, end_maintenance
from network_service.operations.merge_records import merge_records
from network_service.operations.proposals.decide_proposal import approve_proposal, decline_proposal, list_proposals
from network_service.operations.proposals.own_proposals import own_proposals, withdraw_proposal
from network_service.operations.proposals.propose_change import propose_change
from network_service.operations.read_log import readings
from network_service.operations.record_history import record_history
from network_service.operations.records.change_record import change_record
from network_service.operations.records.create_record import create_record
from network_service.operations.records.list_records import list_records
from network_service.operations.records.one_record import one_record
from network_service.operations.records.query import RecordQuery
from network_service.operations.records.rating_means import rating_means
from network_service.operations.records.record_neighbours import record_neighbours
from network_service.operations.records.record_versions import record_versions
from network_service.operations.records.search_records import search_records
from network_service.operations.restore import restore
from network_service.operations.run_query import list_queries, run_query
from network_service.operations.saved_views import SavedView, remove_view, save_view, saved_views
from network_service.operations.shown_figures import figures_of, table_named
from network_service.operations.sight.pseudonyms import Pseudonyms
from network_service.operations.sight.sights import Sights
from network_service.operations.study_network import Study, StudyOptions
from network_service.operations.undo_change_set import undo_change_set
from network_service.operations.unmerge_records import unmerge_records
from network_service.operations.workers import Workers
from network_service.operations.write_template import TemplateOptions, write_template
from network_service.reference.regions import Division
from network_service.store.base import Store
from network_service.store.sqlite.raw_writer import SqliteRawWriter
from tests.operations.who import HERE, sights

DAY = date(2026, 10, 1)
NOW = datetime(2026, 10, 1, tzinfo=UTC)
WORDS = messages_in("en")
RULES = bootstrap.analysis_rules(bootstrap.read_settings())
QUERIES = bootstrap.query_library()
KEY = Pseudonyms(b"k" * 32)
NAMED = MadeStudy(cast("Study", None), {"ties": Table("ties", (), ())})
SECRET_NEW = "ปลาทูแม่กลองอร่อยมาก"
FINDING = Finding("isolate", Severity.MINOR, (Subject("actor", "1", "x"),), {}, {}, 1)


@dataclass(frozen=True)
class Target:
    """What an operation is asked about: everything it may be named by, of one province."""

    province: str
    record: str
    other: str
    person: str
    merged: str
    revision: int
    proposal: str
    view: str


@dataclass(frozen=True)
class World:
    """A store, and a folder for what operations write."""

    store: Store
    folder: Path

    @property
    def sights(self) -> Sights:
        """Sights on it."""
        return sights(self.store.application)


class Scope(Enum):
    """What of the target an operation is about, and so where it must find nothing."""

    RECORD = auto()
    """Something of a province: out of reach it is as if it did not exist."""
    PROVINCE = auto()
    """A whole province: one out of reach is refused whether there is anything of it or not."""
    OWN = auto()
    """What is the principal's own: anybody else's is as if it did not exist."""
    ALL = auto()
    """Nothing in particular: what is out of reach is left out."""
    APART = auto()
    """What rooms of their own test: here only who is refused for the role."""
    WHOLE = auto()
    """The whole store: for those alone who reach every province."""


Run = Callable[[World, Principal, Target], object]


@dataclass(frozen=True)
class Call:
    """How an operation is called; one that writes gets a world of its own each time."""

    scope: Scope
    run: Run
    writes: bool = False


def _analyse(world: World, who: Principal, at: Target) -> object:
    options = StudyOptions(as_of=DAY, rules=RULES, province=at.province, thorough=False)
    return analyse_network(who, world.store, world.store.application, world.folder / "analysis", options, WORDS)


def _import(world: World, who: Principal, at: Target, *, dry_run: bool) -> object:
    file = world.folder / "ties.csv"
    file.write_text("source,target\nnew one,new two\n", encoding="utf-8")
    return import_network(who, world.store, file, ImportOptions(day=DAY, province=at.province, dry_run=dry_run))


def _compare(world: World, who: Principal, at: Target) -> object:
    days = (DAY, DAY)
    return compare_networks(who, world.store, CompareOptions(rules=RULES, today=DAY, days=days, province=at.province))


def _restore(world: World, who: Principal, _: Target) -> object:
    copy = world.folder / "to-restore.sqlite"
    if not copy.exists():
        world.store.back_up(copy)
    return restore(who, world.store, copy)


def _copy(world: World, who: Principal, _: Target) -> object:
    return copy_store(who, world.store, lambda: SqliteRawWriter.open(world.folder / "copied.sqlite"))


def _create(world: World, who: Principal, at: Target) -> object:
    fields = {"kind": "group", "province": at.province, "name": "new"}
    return create_record(who, world.store, fields, world.sights)


def _change(world: World, who: Principal, at: Target) -> object:
    fields = {"name": "changed"}
    return change_record(who, world.store, at.record, fields, world.sights, expected_version=1)


def _list(world: World, who: Principal, at: Target) -> object:
    return list_records(who, world.store, RecordQuery(province=at.province, limit=200), world.sights)


def _neighbours(world: World, who: Principal, at: Target) -> object:
    told = world.sights.of(who, world.store).told(at.record)
    return record_neighbours(who, world.store, told, world.sights)


def _one(world: World, who: Principal, at: Target) -> object:
    return one_record(who, world.store, world.sights.of(who, world.store).told(at.record), world.sights)


def _search(world: World, who: Principal, at: Target) -> object:
    return search_records(who, world.store, "a", world.sights, province=at.province, limit=50)


def _propose(world: World, who: Principal, at: Target) -> object:
    asks = Principal(who.name, who.roles, who.provinces, at.person)
    fields, records = {"nickname": "new"}, world.store.application
    return propose_change(asks, world.store, records, fields, world.sights, expected_version=1, now=NOW)


def _follow(world: World, who: Principal, at: Target) -> object:
    records = world.store.application
    return follow_findings(who, records, at.province, [FINDING], revision=1, day=DAY, now=NOW)


def _change_finding(world: World, who: Principal, at: Target) -> object:
    change = FindingChange(note="seen")
    records = world.store.application
    return change_finding(who, records, at.province, FINDING.id, change, expected_version=0, now=NOW)


def _save_view(world: World, who: Principal, at: Target) -> object:
    return save_view(who, world.store.application, SavedView("mine", {}, (at.province,)), now=NOW)


def _remove_view(world: World, who: Principal, at: Target) -> object:
    return remove_view(who, world.store.application, at.view, expected_version=1, now=NOW)


def _figures(world: World, who: Principal, at: Target, operation: str) -> MadeStudy:
    def within(work: Callable[[Store], object]) -> Callable[[], object]:
        return partial(work, world.store)

    workers = Workers(make=lambda: ThreadPoolExecutor(1), within=within)
    options = StudyOptions(as_of=DAY, rules=RULES, province=at.province, thorough=False)
    try:
        return figures_of(who, KeptStudies(world.store, workers), options, operation)
    finally:
        workers.close()


class _Nothing:
    """A process that has ended."""

    def join(self) -> None:
        return

    def kill(self) -> None:
        return


def _runner(world: World) -> JobRunner:
    return JobRunner(JobBook(world.store.application, lambda: NOW), lambda _: _Nothing(), world.folder / "jobs")


def _session(who: Principal) -> SessionInfo:
    account = Account(who.name, who.roles, NOW, "", who.provinces, who.own_record, totp_secret="enrolled")
    return SessionInfo("key", account, NOW, NOW)


def _template(world: World, who: Principal, _: Target) -> object:
    return write_template(who, world.folder / f"{who.name}.xlsx", TemplateOptions(day=DAY))


CALLS: dict[str, Call] = {
    "import": Call(Scope.PROVINCE, lambda w, p, at: _import(w, p, at, dry_run=False), writes=True),
    "preview_import": Call(Scope.PROVINCE, lambda w, p, at: _import(w, p, at, dry_run=True)),
    "sample": Call(Scope.PROVINCE, lambda w, p, at: load_sample(p, w.store, [at.province])),
    "export": Call(
        Scope.PROVINCE, lambda w, p, at: export_network(p, w.store, w.folder / "out.json", province=at.province)
    ),
    "analyse": Call(Scope.PROVINCE, _analyse),
    "compare": Call(Scope.PROVINCE, _compare),
    "duplicates": Call(
        Scope.PROVINCE,
        lambda w, p, at: find_duplicates(p, w.store, w.store.application, day=DAY, province=at.province),
    ),
    "declare_different": Call(
        Scope.RECORD,
        lambda w, p, at: declare_different(p, w.store, w.store.application, at.record, at.other, DAY),
        writes=True,
    ),
    "undo": Call(Scope.RECORD, lambda w, p, at: undo_change_set(p, w.store, str(at.revision), dry_run=True)),
    "end": Call(Scope.RECORD, lambda w, p, at: end_record(p, w.store, at.record, DAY, with_ties=True), writes=True),
    "merge": Call(Scope.RECORD, lambda w, p, at: merge_records(p, w.store, at.record, at.other), writes=True),
    "unmerge": Call(Scope.RECORD, lambda w, p, at: unmerge_records(p, w.store, at.merged), writes=True),
    "history": Call(Scope.RECORD, lambda w, p, at: record_history(p, w.store, at.record)),
    "figures": Call(Scope.PROVINCE, lambda w, p, at: _figures(w, p, at, "figures")),
    "named_figures": Call(Scope.APART, lambda w, p, at: table_named(p, NAMED, "ties", KEY)),
    "findings": Call(Scope.PROVINCE, lambda w, p, at: _figures(w, p, at, "findings")),
    "map": Call(Scope.PROVINCE, lambda w, p, at: _figures(w, p, at, "map")),
    "jobs": Call(Scope.ALL, lambda w, p, at: own_jobs(p, _runner(w))),
    "jobs/one": Call(Scope.APART, lambda w, p, at: own_job(p, _runner(w), "none")),
    "jobs/begin": Call(
        Scope.APART,
        lambda w, p, at: begin_job(p, _runner(w), "analyse", at.province, asked={}, files=(), now=NOW),
    ),
    "first_administrator": Call(
        Scope.APART, lambda w, p, at: first_administrator(p, w.store.application, "ann", now=NOW), writes=True
    ),
    "create_account": Call(
        Scope.APART,
        lambda w, p, at: create_account(p, w.store.application, "ann", {Role.VIEWER}, provinces={HERE}, now=NOW),
        writes=True,
    ),
    "change_account": Call(
        Scope.APART, lambda w, p, at: change_account(p, w.store.application, "ann", AccountChange(), now=NOW)
    ),
    "list_accounts": Call(Scope.ALL, lambda w, p, at: list_accounts(p, w.store.application)),
    "set_password": Call(Scope.APART, lambda w, p, at: set_password(p, w.store.application, "ann", now=NOW)),
    "read_account_log": Call(Scope.WHOLE, lambda w, p, at: read_account_log(p, w.store.application)),
    "change_password": Call(
        Scope.APART, lambda w, p, at: change_password(w.store.application, _session(p), "old", SECRET_NEW, now=NOW)
    ),
    "enrol_totp": Call(Scope.APART, lambda w, p, at: begin_totp(w.store.application, _session(p))),
    "enrol_totp/confirm": Call(
        Scope.APART, lambda w, p, at: confirm_totp(w.store.application, _session(p), "123456", now=NOW)
    ),
    "log_out_everywhere": Call(
        Scope.APART, lambda w, p, at: log_out_everywhere(p, w.store.application, p.name, now=NOW)
    ),
    "issue_token": Call(
        Scope.APART,
        lambda w, p, at: issue_token(
            w.store.application, _session(p), "mine", {AccessScope.READ}, ends_on=NOW + timedelta(days=1), now=NOW
        ),
    ),
    "list_tokens": Call(Scope.ALL, lambda w, p, at: list_tokens(p, w.store.application, now=NOW)),
    "revoke_token": Call(Scope.APART, lambda w, p, at: revoke_token(p, w.store.application, "none", now=NOW)),
    "history/versions": Call(Scope.RECORD, lambda w, p, at: record_versions(p, w.store, at.record, w.sights)),
    "changes": Call(Scope.ALL, lambda w, p, _: change_sets(p, w.store)),
    "check": Call(Scope.PROVINCE, lambda w, p, at: check_stored_network(p, w.store, day=DAY, province=at.province)),
    "check/unnamed": Call(Scope.ALL, lambda w, p, _: check_stored_network(p, w.store, day=DAY)),
    "query": Call(
        Scope.PROVINCE,
        lambda w, p, at: run_query(p, w.store, QUERIES, "posts/list_vacant", {}, day=DAY, province=at.province),
    ),
    "list_queries": Call(Scope.ALL, lambda w, p, _: list_queries(p, QUERIES)),
    "template": Call(Scope.ALL, _template),
    "provinces": Call(Scope.ALL, lambda w, p, _: list_provinces(p, DAY, division=Division.REGION4)),
    "back_up": Call(Scope.WHOLE, lambda w, p, _: back_up(p, w.store, w.folder / "copy.sqlite", now=NOW)),
    "restore": Call(Scope.WHOLE, _restore, writes=True),
    "copy": Call(Scope.WHOLE, _copy),
    "maintenance": Call(Scope.WHOLE, lambda w, p, _: begin_maintenance(p, w.store), writes=True),
    "maintenance/end": Call(Scope.WHOLE, lambda w, p, _: end_maintenance(p, w.store), writes=True),
    "maintenance/ask": Call(Scope.ALL, lambda w, p, _: ask_maintenance(p, w.store)),
    "diagnose": Call(Scope.ALL, lambda w, p, _: diagnose(p, w.store, "here")),
    "list_records": Call(Scope.PROVINCE, _list),
    "one_record": Call(Scope.RECORD, _one),
    "record_neighbours": Call(Scope.RECORD, _neighbours),
    "search_records": Call(Scope.PROVINCE, _search),
    "rating_means": Call(Scope.PROVINCE, lambda w, p, at: rating_means(p, w.store, at.province, w.sights)),
    "create_record": Call(Scope.PROVINCE, _create, writes=True),
    "change_record": Call(Scope.RECORD, _change, writes=True),
    "propose_change": Call(Scope.RECORD, _propose, writes=True),
    "own_proposals": Call(Scope.ALL, lambda w, p, _: own_proposals(p, w.store.application)),
    "withdraw_proposal": Call(
        Scope.OWN, lambda w, p, at: withdraw_proposal(p, w.store.application, at.proposal, now=NOW), writes=True
    ),
    "list_proposals": Call(Scope.ALL, lambda w, p, _: list_proposals(p, w.store, w.store.application, w.sights)),
    "approve_proposal": Call(
        Scope.RECORD,
        lambda w, p, at: approve_proposal(p, w.store, w.store.application, at.proposal, w.sights, now=NOW),
        writes=True,
    ),
    "decline_proposal": Call(
        Scope.RECORD,
        lambda w, p, at: decline_proposal(p, w.store, w.store.application, at.proposal, w.sights, reason="no", now=NOW),
        writes=True,
    ),
    "follow_findings": Call(Scope.PROVINCE, _follow, writes=True),
    "change_finding": Call(Scope.RECORD, _change_finding, writes=True),
    "saved_views": Call(Scope.ALL, lambda w, p, _: saved_views(p, w.store.application)),
    "save_view": Call(Scope.PROVINCE, _save_view, writes=True),
    "remove_view": Call(Scope.OWN, _remove_view, writes=True),
    "read_log": Call(Scope.WHOLE, lambda w, p, _: readings(p, w.store.application)),
}
"""The calls of each operation in `MAY`; where one has several doors, the others come after a stroke."""


def operation_of(call: str) -> str:
    """The operation that a call is of."""
    return call.partition("/")[0]
