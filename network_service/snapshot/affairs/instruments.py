"""Orders, certificates and minutes: which are in force, and what still rests on one that no longer is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from network_service.domain.cited_instruments import CitedInstruments
from network_service.domain.integrity.citations import CITING
from network_service.domain.nodes import Instrument
from network_service.domain.vocabulary import InstrumentKind, Visibility
from network_service.snapshot.affairs.held import Held
from network_service.snapshot.people import shown_name

# A deputy signs for the governor by "... ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัด"; the title of a deputy alone is not his.
_GOVERNOR = re.compile(r"(?<!รอง)ผู้ว่าราชการ(?:จังหวัด|กรุงเทพมหานคร)|(?<!vice )(?<!deputy )\bgovernor\b")


@dataclass(frozen=True, slots=True)
class InstrumentAffairs:
    """An instrument that was signed or began by the day, whether or not it is still in force.

    `citation` is number and Buddhist year. `in_force` is false once it has ended or another has taken its place
    (`superseded_by`). `signed_by_governor` is `None` where nobody noted who signed.
    """

    id: str
    name: str
    instrument_kind: str
    citation: str | None
    signed_on: date | None
    signed_by_governor: bool | None
    in_force: bool
    starts_on: date | None
    expires_on: date | None
    superseded_by: str | None

    @property
    def is_order(self) -> bool:
        """Whether it is an order."""
        return self.instrument_kind == InstrumentKind.ORDER


@dataclass(frozen=True, slots=True)
class Cited:
    """A record in force that rests on instruments: a number may be that of several kinds, any of which may be meant."""

    record: str
    kind: str
    field: str
    instruments: tuple[str, ...]


def read_instruments(held: Held, today: date) -> tuple[tuple[InstrumentAffairs, ...], tuple[Cited, ...]]:
    """The instruments known by the day, ordered by id, and the records that cite them, by record and field.

    Instruments are the only records read beyond those that hold on the day, as what has lapsed may still be cited.
    """
    known = {one.id: one for one in held.reading.whole_records(["instrument"]) if isinstance(one, Instrument)}
    begun = {one: made for one, made in known.items() if (_begins(made) or date.min) <= today}
    replaced = {
        older: newer
        for newer, older in sorted(held.between("supersedes", [], known, begun), reverse=True)
        if older in begun
    }
    cited = CitedInstruments((one.id, (one.name, one.citation, one.source_key)) for one in begun.values())
    instruments = tuple(_instrument(begun[one], replaced.get(one), today) for one in sorted(begun))
    return instruments, _citing(held, cited, frozenset(begun)) if begun else ()


def _instrument(one: Instrument, superseded_by: str | None, today: date) -> InstrumentAffairs:
    return InstrumentAffairs(
        id=one.id,
        name=shown_name(one.name, one.visibility),
        instrument_kind=one.instrument_kind.value,
        citation=None if one.visibility is Visibility.RESTRICTED else one.citation,
        signed_on=one.signed_on,
        signed_by_governor=None if one.signed_by is None else _GOVERNOR.search(one.signed_by.casefold()) is not None,
        in_force=superseded_by is None and (one.valid_to is None or today < one.valid_to),
        starts_on=_begins(one),
        expires_on=one.valid_to,
        superseded_by=superseded_by,
    )


def _begins(one: Instrument) -> date | None:
    return one.valid_from or one.signed_on


def _citing(held: Held, cited: CitedInstruments, known: frozenset[str]) -> tuple[Cited, ...]:
    """Each record with what it cites; one that names the same in two fields comes once, with the field made for it."""
    told: dict[str, set[str]] = {}
    found = []
    for record, kind, field, instruments in _cited_texts(held, cited):
        meant = frozenset(instruments) & known
        if meant and not meant <= told.setdefault(record, set()):
            told[record] |= meant
            found.append(Cited(record, kind, field, tuple(sorted(meant))))
    return tuple(sorted(found, key=lambda one: (one.record, one.field)))


def _cited_texts(held: Held, cited: CitedInstruments) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    reading = held.reading
    for record, paper in reading.rows(["member_of"], ["id", "certified_by"]):
        if paper is not None:
            yield record, "member_of", "certified_by", (paper,)
    for record, kind, number in reading.rows(["body", "appointed_to"], ["id", "kind", "order_number"]):
        if number is not None:
            yield record, kind, "order_number", cited.meant(number)
    for record, kind, text in reading.rows(sorted(CITING), ["id", "kind", "source_instrument"]):
        if text is not None:
            yield record, kind, "source_instrument", cited.meant(text)
