"""Measures, readiness, findings and comparison of a province's network."""

import csv
import io
from datetime import date
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from network_service.api.asking import Asked, Asking
from network_service.api.conditional import NEVER_KEPT, PRIVATE, tag_of, unchanged
from network_service.documents.summary import about_snapshot
from network_service.documents.tables.table import Table
from network_service.domain.principal import Principal
from network_service.ingest.formula_guard import guard
from network_service.operations.access import permit
from network_service.operations.compare_networks import CompareOptions, compare_networks
from network_service.operations.comparison_report import as_plain
from network_service.operations.seen_snapshot import told_networks
from network_service.operations.shown_figures import figures_of, shown_tables, table_named
from network_service.operations.study_network import StudyOptions
from network_service.store.base import Store

router = APIRouter(prefix="/provinces/{code}", tags=["figures"])
Strength = Annotated[int | None, Query(ge=1, le=5, description="ties of this frequency or more alone")]
Revision = Annotated[int | None, Query(ge=1, description="as the network was known at a revision; else the latest")]


@router.get("/snapshot", summary="The network of a day | เครือข่าย ณ วันหนึ่ง")
def snapshot(
    asked: Asked, request: Request, response: Response, code: str, day: date | None = None,
    minimum_strength: Strength = None, revision: Revision = None,
) -> Any:  # fmt: skip
    """What is looked at: revision, content hash, lens, how much the lens hides, how many actors and ties there are."""
    options, tag = _options(asked, "snapshot", code, day, minimum_strength, revision)
    if same := unchanged(request, tag):
        return same
    made = figures_of(asked.principal, asked.service.studies, options)
    shown = made.study.snapshot
    response.headers.update({"ETag": tag, "Cache-Control": PRIVATE})
    about = {**about_snapshot(shown), "network": list(told_networks(asked.principal, shown))}
    return {**about, "actors": len(shown.actors), "ties": len(shown.undirected)}


@router.get("/figures", summary="Tables of figures, with their columns | ตารางตัวเลขทั้งหมดและคำอธิบายคอลัมน์")
def every_table(asked: Asked, request: Request, response: Response, code: str, day: date | None = None) -> Any:
    """The tables the asker may see, with what each column means and what an empty cell says."""
    options, tag = _options(asked, "tables", code, day, None, None)
    if same := unchanged(request, tag):
        return same
    made = figures_of(asked.principal, asked.service.studies, options)
    response.headers.update({"ETag": tag, "Cache-Control": PRIVATE})
    tables = shown_tables(asked.principal, made, asked.service.pseudonyms)
    return {"items": [_explained(asked, table) for table in tables.values()]}


@router.get("/figures/{name}", summary="One table of figures | ตารางตัวเลขหนึ่งตาราง")
def one_table(
    asked: Asked, request: Request, response: Response, code: str, name: str, day: date | None = None,
    minimum_strength: Strength = None, revision: Revision = None,
    form: Annotated[Literal["json", "csv"], Query(alias="format")] = "json",
) -> Any:  # fmt: skip
    """Rows of a table as JSON or CSV. The hash of the snapshot they were made from stands beside them."""
    options, tag = _options(asked, f"{name}.{form}", code, day, minimum_strength, revision)
    if same := unchanged(request, tag):
        return same
    made = figures_of(asked.principal, asked.service.studies, options)
    table = table_named(asked.principal, made, name, asked.service.pseudonyms)
    headers = {"ETag": tag, "Cache-Control": NEVER_KEPT}
    if form == "csv":
        disposition = {"Content-Disposition": f'attachment; filename="{table.name}.csv"'}
        return Response(_csv(table), media_type="text/csv; charset=utf-8", headers=headers | disposition)
    response.headers.update(headers)
    return {
        "snapshot": made.study.snapshot.content_hash,
        "revision": made.study.snapshot.revision,
        "columns": list(table.headers),
        "rows": [list(row) for row in table.rows],
    }


@router.get("/readiness", summary="The seven steps and nine factors | เจ็ดขั้นตอนและเก้าปัจจัย")
def readiness(asked: Asked, request: Request, response: Response, code: str, day: date | None = None) -> Any:
    """How far each step and factor is, in words and figures; evidence by name is for officers."""
    options, tag = _options(asked, "readiness", code, day, None, None)
    if same := unchanged(request, tag):
        return same
    made = figures_of(asked.principal, asked.service.studies, options)
    response.headers.update({"ETag": tag, "Cache-Control": NEVER_KEPT})
    key = asked.service.pseudonyms
    steps, factors = (table_named(asked.principal, made, name, key) for name in ("readiness", "factors"))
    return {"conditions": _rows(steps), "factors": _rows(factors), "snapshot": made.study.found_on.content_hash}


@router.get("/comparison", summary="Two days or two revisions compared | เปรียบเทียบสองช่วงเวลา")
def comparison(
    asked: Asked, request: Request, response: Response, code: str,
    before: date | None = None, after: date | None = None,
    revision_before: Revision = None, revision_after: Revision = None, day: date | None = None,
) -> Any:  # fmt: skip
    """Who joined and left, ties made and ended, figures before and after, findings opened and closed."""
    permit(asked.principal, "compare", code)
    today = asked.service.today()
    parts = ("comparison", code, before, after, revision_before, revision_after, day, today)
    tag = tag_of(*parts, asked.store.revision(), asked.sight)
    if same := unchanged(request, tag):
        return same
    options = CompareOptions(
        rules=asked.service.rules,
        today=today,
        days=(before, after),
        revisions=(revision_before, revision_after),
        as_of=day,
        province=code,
    )
    response.headers.update({"ETag": tag, "Cache-Control": NEVER_KEPT})
    return asked.service.workers.done(partial(compared, principal=asked.principal, options=options))


def compared(store: Store, *, principal: Principal, options: CompareOptions) -> dict[str, Any]:
    """A comparison as plain data, made in another process."""
    return as_plain(compare_networks(principal, store, options))


def _options(
    asked: Asking, what: str, code: str, day: date | None, strength: int | None, revision: int | None
) -> tuple[StudyOptions, str]:
    """What is asked of a network, and the tag of the answer: by day, revision and who asks."""
    today = day or asked.service.today()
    options = StudyOptions(today, asked.service.rules, code.upper(), strength, thorough=False, revision=revision)
    tag = tag_of(what, options.province, today, strength, revision or asked.store.revision(), asked.sight)
    return options, tag


def _explained(asked: Asking, table: Table) -> dict[str, Any]:
    words = asked.words
    return {
        "name": table.name,
        "title": words.text(table.title),
        "rows": len(table.rows),
        "columns": [
            {
                "code": column.code,
                "kind": column.kind.value,
                "meaning": words.text(column.meaning),
                "unit": column.unit.value,
                "missing": words.text(column.missing),
                "vocabulary": column.vocabulary or None,
                "source": column.source or None,
            }
            for column in table.columns
        ],
    }


def _rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.headers, row, strict=True)) for row in table.rows]


def _csv(table: Table) -> str:
    """CSV as the command line writes it: no text that a spreadsheet would run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.headers)
    writer.writerows([guard(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows)
    return text.getvalue()
