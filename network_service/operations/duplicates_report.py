"""Proposed duplicates as plain data, for machines: codes, and sentences in every language."""

from typing import Any

from network_service.messages import LANGUAGES
from network_service.operations.find_duplicates import Candidate, Duplicates


def as_plain(found: Duplicates) -> dict[str, Any]:
    """The proposals in their order, with what to type for each answer."""
    return {
        "province": found.province,
        "revision": found.revision,
        "declared_different": len(found.different),
        "different": [
            {
                "one": _candidate(one.one),
                "other": _candidate(one.other),
                "by": one.declared.by or None,
                "on": one.declared.on or None,
                "reason": one.declared.reason or None,
            }
            for one in found.different
        ],
        "proposals": [
            {
                "verdict": proposal.pair.verdict.value,
                "score": proposal.pair.score,
                "reason": proposal.pair.reason.code,
                "parameters": dict(proposal.pair.reason.parameters),
                "sentences": {language: proposal.pair.reason.in_language(language) for language in LANGUAGES},
                "gone": _candidate(proposal.gone),
                "kept": _candidate(proposal.kept),
                "merge": proposal.merge_command,
                "different": proposal.different_command,
            }
            for proposal in found.proposals
        ],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {"id": candidate.id, "kind": candidate.kind, "name": candidate.name, "ties": candidate.ties}
