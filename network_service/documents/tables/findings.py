"""`findings`: what the rules found, by English column codes for programs, in words of both languages."""

from collections.abc import Sequence

from network_service.documents.findings_table import COLUMNS, findings_rows
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.findings.finding import Finding
from network_service.messages import messages_in

_KINDS = {"number": Kind.INTEGER, "members_affected": Kind.INTEGER}
_COLUMNS = (
    *(
        Column(
            name,
            _KINDS.get(name, Kind.TEXT),
            f"column.findings.{name}",
            Unit.COUNT if name == "members_affected" else Unit.NONE,
            missing="missing.nobody_named" if name == "subjects" else "missing.never",
        )
        for name in COLUMNS
    ),
    Column("sentence_thai", Kind.TEXT, "column.findings.sentence_thai"),
    Column("remedy_thai", Kind.TEXT, "column.findings.remedy_thai"),
)


def findings_table(findings: Sequence[Finding], *, synthetic: bool) -> Table:
    """One row a finding, in the order given."""
    thai, english = (findings_rows(findings, messages_in(language)) for language in ("th", "en"))
    place = COLUMNS.index("sentence")
    rows = ((*row, *told[place : place + 2]) for row, told in zip(english, thai, strict=True))
    return Table.of("findings", _COLUMNS, rows, synthetic=synthetic)
