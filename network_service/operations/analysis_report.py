"""An analysis as plain data, for machines."""

from typing import Any

from network_service.documents.findings_table import findings_as_plain
from network_service.operations.analyse_network import Analysis


def as_plain(analysis: Analysis) -> dict[str, Any]:
    """The snapshot's hash, the files by name, what the lens hides, and the findings in both languages."""
    study = analysis.study
    hidden = study.snapshot.hidden
    return {
        "snapshot": study.snapshot.content_hash,
        "revision": study.snapshot.revision,
        "files": {name: str(path) for name, path in analysis.files.items()},
        "no_map": analysis.no_map.code if analysis.no_map else None,
        "hidden": {"actors": hidden.actors, "ties": hidden.ties, "roles": hidden.roles_not_in_force},
        "findings": findings_as_plain(study.findings),
    }
