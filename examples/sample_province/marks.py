"""Marks on single records: who may see them, who entered them, what was remarked."""

from examples.ledger import Ledger
from examples.sample_province.entries import key_of
from examples.sample_province.tables import rows
from network_service.domain.record import Record, Tie


def mark(ledger: Ledger) -> None:
    """Set what the table of marks says, each on exactly one record."""
    for row in rows("marks"):
        (record,) = records_meant(ledger.records(), ledger, row)
        ledger.change(record.id, **{row["field"]: row["value"]})


def records_meant(records: list[Record], ledger: Ledger, row: dict[str, str]) -> list[Record]:
    """The node of a row without a target, else its ties; an empty source means whatever it is."""
    source = ledger.id_of(key_of(row["source"])) if row["source"] else None
    if not row["target"]:
        return [record for record in records if record.id == source]
    target = ledger.id_of(key_of(row["target"]))
    return [
        record
        for record in records
        if isinstance(record, Tie)
        and record.kind == row["kind"]
        and record.source == (source or record.source)
        and record.target == target
    ]
