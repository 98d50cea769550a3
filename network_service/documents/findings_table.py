"""Findings as rows for Excel and as plain data for programs."""

import json
from collections.abc import Sequence
from pathlib import Path

from network_service.documents.table import write_table_xlsx
from network_service.findings.finding import Finding
from network_service.findings.wording import remedy, sentence, severity_word, subject_word, title
from network_service.messages import LANGUAGES, Messages, messages_in

MOST_NAMES = 40
"""Names of subjects in one cell; a name is at most 500 characters."""

COLUMNS = ("number", "severity", "title", "sentence", "remedy", "subjects", "members_affected", "rule", "id")
"""Columns of the table, in order; their headers are messages `findings.column.<name>`."""


def findings_rows(findings: Sequence[Finding], words: Messages) -> list[list[str | int]]:
    """One row a finding, in the order given, in one language."""
    return [
        [
            number,
            severity_word(found.severity, words),
            title(found, words),
            sentence(found, words),
            remedy(found, words),
            _listed(subject_names(found, words.language)),
            found.members_affected,
            found.rule,
            found.id,
        ]
        for number, found in enumerate(findings, start=1)
    ]


def findings_headers(words: Messages) -> list[str]:
    """Headers of the table in one language."""
    return [words.text(f"findings.column.{name}") for name in COLUMNS]


def write_findings_xlsx(path: Path, findings: Sequence[Finding], words: Messages, *, synthetic: bool) -> None:
    """`findings.xlsx`: for people, headers and sentences in their language; invented data says so on every page."""
    write_table_xlsx(
        path,
        words.text("findings.sheet_synthetic" if synthetic else "findings.sheet"),
        findings_headers(words),
        findings_rows(findings, words),
        language=words.language,
        mark=words.text("analyse.synthetic") if synthetic else "",
    )


def findings_as_plain(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Findings as plain data, sentences in both languages."""
    return [
        {
            "id": found.id,
            "rule": found.rule,
            "severity": found.severity.value,
            "members_affected": found.members_affected,
            "subjects": [{"kind": s.kind, "id": s.id, "name": s.name} for s in found.subjects],
            "evidence": dict(found.evidence),
            "sentence": {language: sentence(found, messages_in(language)) for language in LANGUAGES},
            "remedy": {language: remedy(found, messages_in(language)) for language in LANGUAGES},
        }
        for found in findings
    ]


def write_findings_json(path: Path, findings: Sequence[Finding], about: dict[str, object]) -> None:
    """`findings.json`: the findings with what they were found on."""
    told = {**about, "findings": findings_as_plain(findings)}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2, default=list) + "\n", encoding="utf-8", newline="\n")


def _listed(names: Sequence[str]) -> str:
    """Names for one cell, which holds 32,767 characters: a part of 900 members has its names in `findings.json`."""
    return "; ".join(names if len(names) <= MOST_NAMES else [*names[:MOST_NAMES], f"… +{len(names) - MOST_NAMES}"])


def subject_names(found: Finding, language: str) -> list[str]:
    """Names of a finding's subjects; codes, such as sectors, by their word."""
    words = messages_in(language)
    return [subject_word(found, subject, words) for subject in found.subjects]
