"""Rules: what is in force is not based on an instrument that no longer is (building step 4)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from network_service.domain.integrity.same_time import start_of
from network_service.domain.integrity.validity import LASTING
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Body, Instrument
from network_service.domain.record import Record
from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import match_form
from network_service.domain.ties import AppointedTo, MemberOf, Supersedes

# A word of its own, as "1/10/2569" is a day and no order 10/2569; or what stands behind ที่ without a space.
_CITED = re.compile(r"(?<![^\s(])[^\s/(]*[0-9]/[0-9]{4}(?![0-9])")
_CITED_JOINED = re.compile(r"(?<=ที่)[0-9]+/[0-9]{4}(?![0-9])")
_STROKE = re.compile(r"\s*/\s*")
_CITING = LASTING | {"body", "sub_network"}


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
    by_text: dict[str, list[Instrument]] = defaultdict(list)
    for one in instruments:
        for text in {_form(one.name), _form(one.citation or ""), _form(one.source_key or "")} - {""}:
            by_text[text].append(one)
    read: dict[str, list[Instrument]] = {}
    for record in whole.records.values():
        if record.kind not in _CITING or not record.holds_on(whole.day):
            continue
        told: set[str] = set()
        certificate = whole.find(record.certified_by, Instrument) if isinstance(record, MemberOf) else None
        if certificate is not None:
            told.add(certificate.id)
            yield record, "certified_by", [certificate]
        for field, text in _texts(record):
            if text not in read:
                read[text] = _meant(text, by_text)
            if read[text] and not told.issuperset(one.id for one in read[text]):
                told.update(one.id for one in read[text])
                yield record, field, read[text]


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Body | AppointedTo) and record.order_number is not None:
        yield "order_number", record.order_number
    if record.source_instrument is not None:
        yield "source_instrument", record.source_instrument


def _meant(text: str, by_text: dict[str, list[Instrument]]) -> list[Instrument]:
    """By its name or its number, else by a number within it, such as that of "order no. 12/2569"."""
    plain = _STROKE.sub("/", to_arabic(text))
    for form in map(_form, (plain, *_CITED.findall(plain), *_CITED_JOINED.findall(plain))):
        if form in by_text:
            return by_text[form]
    return []


def _form(text: str) -> str:
    return match_form(to_arabic(text)).replace(" ", "")
