"""Records as rows of our sheets: lossless, so that reading them back changes nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from network_service.documents.reference_names import ReferenceNames
from network_service.documents.workbook_layout import Row
from network_service.domain.identity import id_from_code, id_of_tie, is_record_id
from network_service.domain.keys import KEYED_BY_OTHERS
from network_service.domain.nodes import ProvinceNetwork
from network_service.domain.record import Record, Tie
from network_service.domain.references import kinds_named
from network_service.domain.ties import MemberOf, seat_kind
from network_service.domain.vocabulary import Confidence
from network_service.ingest.assembly.rows import is_example
from network_service.ingest.sheets.column import Column, Sheet, ValueType
from network_service.ingest.values import NOT_A_MEMBER, Written, write_value


class RecordRows:
    """The records by sheet, and how each is written, in `th` or `en`."""

    def __init__(self, records: Collection[Record], language: str, beside: Iterable[Record] = ()) -> None:
        """`beside` are records without rows of their own, which those with rows may name."""
        self._language = language
        self._by_kind: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            self._by_kind[record.kind].append(record)
        self._known = {record.id: record for record in (*beside, *records)}
        self._network = next((one for one in self._known.values() if isinstance(one, ProvinceNetwork)), None)
        self.names = ReferenceNames(self._known)
        self._memberships = self._province_memberships()

    @property
    def network(self) -> ProvinceNetwork | None:
        """The province's network, if it is among the records."""
        return self._network

    @property
    def is_synthetic(self) -> bool:
        """Whether the network says that it is invented."""
        return self._network is not None and self._network.synthetic

    def rows(self, sheet: Sheet) -> Iterable[Row]:
        """The rows of a sheet, in the order in which the records came."""
        for _, row in self.records(sheet):
            yield row

    def records(self, sheet: Sheet) -> Iterable[tuple[Record, Row]]:
        """The records that have a row of their own on a sheet, each with it."""
        for kind in sheet.kinds:
            for record in self._by_kind[kind]:
                if not (isinstance(record, MemberOf) and self._folded(record.source) == record):
                    yield record, self._row(sheet, record)

    def _row(self, sheet: Sheet, record: Record) -> Row:
        folded = self._folded(record.id)
        row: dict[str, Written] = {}
        for column in sheet.columns:
            if column.part:
                value = (
                    getattr(folded, column.field) if folded is not None else self._no_membership(sheet, record, column)
                )
            elif column.type is ValueType.REFERENCE:
                row[column.code] = self._reference(record, column)
                continue
            else:
                value = self._value(record, column)
            row[column.code] = write_value(column, value, self._language)
        return row

    def _value(self, record: Record, column: Column) -> object:
        if column.field:
            value = getattr(record, column.field, None)
            return None if column.code == "source_key" and _code(record) != record.id else value
        if column.code == "id":
            return _code(record)
        if column.code == "seat_kind" and isinstance(record, Tie):
            holder = self._known.get(record.source)
            return seat_kind(holder.kind) if holder is not None else None
        return record.province

    def _reference(self, record: Record, column: Column) -> str | None:
        meant: str | None = getattr(record, column.field, None)
        if meant is None or (column.means_network_if_empty and self._network is not None and meant == self._network.id):
            return None
        named = self._known.get(meant)
        if named is not None and named.kind in KEYED_BY_OTHERS:
            return _code(named)  # no name means it in a file that is read into an empty store
        return self.names.name(meant, kinds_named(record.kind, column.field))

    def _province_memberships(self) -> Mapping[str, list[MemberOf]]:
        found: dict[str, list[MemberOf]] = defaultdict(list)
        for record in self._known.values():
            if isinstance(record, MemberOf) and self._network is not None and record.target == self._network.id:
                found[record.source].append(record)
        return found

    def _folded(self, actor: str) -> MemberOf | None:
        """The membership that the actor's own row can say whole: a single one with nothing unusual about it."""
        memberships = self._memberships.get(actor, [])
        return memberships[0] if len(memberships) == 1 and _is_plain(memberships[0]) else None

    def _no_membership(self, sheet: Sheet, record: Record, column: Column) -> str | None:
        """Where a row of actors would make a member by its silence, it says that there is none."""
        silent = not sheet.members or column.field != "status" or record.id in self._memberships
        return None if silent else NOT_A_MEMBER


def _code(record: Record) -> str:
    """The office's own code where the id follows from it, else the id."""
    key = record.source_key
    if key is None or is_record_id(key) or is_example(key) or id_from_code(record.province, key) != record.id:
        return record.id
    return key


def _is_plain(tie: MemberOf) -> bool:
    unusual = (tie.certified_by, tie.source_key, tie.source_instrument, tie.recorded_by, tie.visibility, tie.note)
    derived = id_of_tie(tie.province, tie.kind, tie.source, tie.target)
    return not any(unusual) and tie.confidence is Confidence.REPORTED and tie.id == derived
