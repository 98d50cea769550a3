"""Findings of a province's network, and what becomes of them."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from network_service.api.asking import Asked
from network_service.api.conditional import NEVER_KEPT, version_seen
from network_service.documents.findings_table import findings_as_plain
from network_service.operations.finding_life.change_finding import UNCHANGED, FindingChange, change_finding
from network_service.operations.finding_life.follow_findings import follow_findings
from network_service.operations.finding_life.life import FindingLife
from network_service.operations.shown_figures import figures_of
from network_service.operations.study_network import StudyOptions

router = APIRouter(prefix="/provinces/{code}/findings", tags=["findings"])


class Handling(BaseModel):
    """What somebody does to a finding; what is left out stays, null takes owner or day away."""

    model_config = ConfigDict(extra="forbid")

    acknowledged: bool | None = None
    owner: str | None = Field(default=None, max_length=500, examples=["สำนักงานจังหวัด"])
    due_on: date | None = None
    note: str | None = Field(default=None, max_length=4_000)


@router.get("", summary="What is missing, and what would close it | ช่องว่างและวิธีปิด")
def findings(asked: Asked, response: Response, code: str, day: date | None = None) -> Any:
    """All findings of a day, the gravest first, sentences in both languages, with where each stands.

    After them come those that the data has closed, by rule alone.
    """
    service, province, on = asked.service, code.upper(), day or asked.service.today()
    made = figures_of(
        asked.principal, service.studies, StudyOptions(on, service.rules, province, thorough=False), "findings"
    )
    study = made.study
    followed = follow_findings(
        asked.principal,
        asked.store.application,
        province,
        study.findings,
        revision=study.found_on.revision,
        day=on,
        now=service.now(),
    )
    plain = {one["id"]: one for one in findings_as_plain(study.findings)}
    response.headers["Cache-Control"] = NEVER_KEPT
    items = [
        {"id": one.id, "rule": one.rule, "state": one.state, "since": one.since, **life_told(one.life),
         "finding": plain.get(one.id)}
        for one in followed
    ]  # fmt: skip
    return {"snapshot": study.found_on.content_hash, "revision": study.found_on.revision, "items": items}


@router.patch("/{finding_id}", summary="Handle a finding | จัดการช่องว่าง")
def handle(asked: Asked, request: Request, code: str, finding_id: str, handling: Handling) -> Any:
    """Acknowledge it, say who sees to it and until when, note something; `If-Match` is the `version` that was seen."""
    given = handling.model_fields_set
    change = FindingChange(
        acknowledged=handling.acknowledged,
        owner=handling.owner if "owner" in given else UNCHANGED,
        due_on=handling.due_on if "due_on" in given else UNCHANGED,
        note=handling.note,
    )
    state, life = change_finding(
        asked.principal,
        asked.store.application,
        code.upper(),
        finding_id,
        change,
        expected_version=version_seen(request),
        now=asked.service.now(),
    )
    return {"id": finding_id, "state": state, **life_told(life)}


def life_told(life: FindingLife) -> dict[str, Any]:
    """What people made of a finding; untouched it has version 0."""
    return {
        "version": life.version,
        "owner": life.owner,
        "due_on": life.due_on,
        "notes": [{"by": one.by, "at": one.at, "text": one.text} for one in life.notes],
    }
