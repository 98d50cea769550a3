"""Rules: what is in force is not based on an instrument that no longer is (building step 4)."""

from collections.abc import Iterator
from datetime import date

from network_service.domain.cited_instruments import CitedInstruments
from network_service.domain.integrity.same_time import start_of
from network_service.domain.integrity.validity import LASTING
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Body, Instrument
from network_service.domain.record import Record
from network_service.domain.ties import AppointedTo, MemberOf, Supersedes

CITING = LASTING | {"body", "sub_network"}
"""Kinds of record that rest on an instrument while they hold."""


def cites_expired(whole: Whole) -> Iterator[Found]:
    """A record in force names an instrument that has ended by the day, and whose place no other has taken."""
    replaced = _replaced(whole)
    for record, field, instruments in _citing(whole):
        ended = all(one.valid_to is not None and one.valid_to <= whole.day for one in instruments)
        if ended and not all(one.id in replaced for one in instruments):
            yield Found(Spot(record.id, field), (Spot(instruments[0].id, "valid_to"),))


def cites_superseded(whole: Whole) -> Iterator[Found]:
    """A record in force names an instrument whose place another has taken by the day."""
    replaced = _replaced(whole)
    for record, field, instruments in _citing(whole):
        if all(one.id in replaced for one in instruments):
            yield Found(Spot(record.id, field), (Spot(replaced[instruments[0].id], "target"),))


def _replaced(whole: Whole) -> dict[str, str]:
    """By the instrument, the tie that says that another took its place by the day."""
    found = {}
    for tie in whole.of(Supersedes):
        newer = whole.find(tie.source, Instrument)
        if tie.holds_on(whole.day) and newer is not None and max(_in_force_from(newer), start_of(tie)) <= whole.day:
            found[tie.target] = tie.id
    return found


def _in_force_from(instrument: Instrument) -> date:
    return instrument.valid_from or instrument.signed_on or date.min


def _citing(whole: Whole) -> Iterator[tuple[Record, str, list[Instrument]]]:
    """Records in force on the day with the instruments that they may mean: a number may be that of several kinds.

    A record that names the same one in two fields comes once, with the field that is there for it.
    """
    instruments = whole.of(Instrument)
    if not instruments:
        return
    by_id = {one.id: one for one in instruments}
    cited = CitedInstruments((one.id, (one.name, one.citation, one.source_key)) for one in instruments)
    for record in whole.records.values():
        if record.kind not in CITING or not record.holds_on(whole.day):
            continue
        told: set[str] = set()
        certificate = whole.find(record.certified_by, Instrument) if isinstance(record, MemberOf) else None
        if certificate is not None:
            told.add(certificate.id)
            yield record, "certified_by", [certificate]
        for field, text in _texts(record):
            meant = [by_id[one] for one in cited.meant(text)]
            if meant and not told.issuperset(one.id for one in meant):
                told.update(one.id for one in meant)
                yield record, field, meant


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Body | AppointedTo) and record.order_number is not None:
        yield "order_number", record.order_number
    if record.source_instrument is not None:
        yield "source_instrument", record.source_instrument
