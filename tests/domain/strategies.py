"""Whole valid networks for hypothesis: every kind of record, odd texts, periods, office codes, equal names."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import ValidationError

from network_service.domain import vocabulary as words
from network_service.domain.agreement_stages import stages_of
from network_service.domain.identity import id_from_code
from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES, TIE_TYPES
from network_service.domain.personal_data import personal_data_in
from network_service.domain.record import Record
from network_service.domain.references import FIELD_KINDS
from network_service.domain.thai.text import clean
from network_service.domain.ties import TIE_ENDS

PROVINCE = "TH-98"

_ODD = ["=1+1", "+66", "-", "@a", "'=x", "#N/A", "_x0041_", "a;b", "a\\;b", "\\", "007", "1/2569", "TRUE", "ตัวอย่าง"]
_LETTERS = "กขคงจนมยรลวสอฮะาิีุูเแโไใ่้์ำ๑๒ abcXYZ019.,;:'\"\\/=+-@&<>()ÅéΩ中\u200b\u00a0"
texts = (
    st.one_of(
        st.sampled_from(["สำนักงาน ก", "ชมรม ข", "สมาคม ค", "เครือข่าย ง"]),
        st.sampled_from(_ODD),
        st.text(_LETTERS, min_size=1, max_size=12),
    )
    .map(clean)
    .filter(lambda text: bool(text) and personal_data_in(text) is None)
)
"""Names and titles as records keep them; few, so that some records share theirs."""
days = st.dates(date(1890, 1, 1), date(2390, 12, 31))
"""Days of the eras that a workbook can say: a year of 2400 or more is Buddhist."""


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The value, or nothing."""
    return st.none() | strategy


def some(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    """A few different values in any order."""
    return st.lists(strategy, max_size=most, unique=True).map(tuple)


def _of_type(annotation: Any, metadata: Sequence[Any]) -> st.SearchStrategy[Any]:
    """Values that a field of a type may hold."""
    if get_origin(annotation) is Annotated:
        return _of_type(annotation.__origin__, (*annotation.__metadata__, *metadata))
    for mark in metadata:
        if isinstance(mark, words.Coded):
            return st.sampled_from(list(words.terms(mark.vocabulary)))
    if get_origin(annotation) in (Union, UnionType):
        (inner,) = (one for one in get_args(annotation) if one is not NoneType)
        return maybe(_of_type(inner, metadata))
    if get_origin(annotation) is tuple:
        return some(_of_type(get_args(annotation)[0], ()))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return st.sampled_from([code.value for code in annotation])
    least, most = _bounds(metadata)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        date: days,
        int: st.integers(0 if least is None else least, 10**9 if most is None else most),
        float: st.floats(0 if least is None else least, 1e6 if most is None else most, width=32),
        str: texts,
    }
    return simple[annotation]


def _bounds(metadata: Sequence[Any]) -> tuple[Any, Any]:
    marks = [inner for mark in metadata for inner in getattr(mark, "metadata", [mark])]
    least = next((mark.ge for mark in marks if hasattr(mark, "ge")), None)
    return least, next((mark.le for mark in marks if hasattr(mark, "le")), None)


def _own_fields(kind: str) -> dict[str, st.SearchStrategy[Any]]:
    """Strategies for the fields of a kind that neither all records nor references to others fill."""
    fields = RECORD_TYPES[kind].model_fields
    left_out = {*Record.model_fields, *FIELD_KINDS, "source", "target"}
    found = {name: _of_type(one.annotation, one.metadata) for name, one in fields.items() if name not in left_out}
    return found | {name: strategy for name, strategy in _SPECIAL.items() if name in found}


@st.composite
def _juristic_ids(draw: st.DrawFn) -> str:
    digits = "0" + "".join(map(str, draw(st.lists(st.integers(0, 9), min_size=11, max_size=11))))
    return digits + str((11 - sum((13 - place) * int(digit) for place, digit in enumerate(digits)) % 11) % 10)


_SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    "titles": some(st.sampled_from(["นาย", "นาง", "ผศ.", "ดร.", "คุณหญิง", "ร.ต.", "Mr.", "ก ข;ค"])),
    "juristic_id": maybe(_juristic_ids()),
    "file_sha256": maybe(st.text("0123456789abcdef", min_size=64, max_size=64)),
    "area_code": maybe(st.sampled_from(["98", "9801", "980101", "98010101"])),
    "number": maybe(st.sampled_from(["1", "12/2569", "ก 7"])),
    "persons": maybe(st.just(0) | st.integers(5, 10**6)),
}
_KEYED_TOGETHER = {
    # Fields that a rule binds to one another: what breaks it is left empty.
    "activity": ("ended_on", "feedback_published_on"),
    "agreement": ("stage", "signed_on"),
    "assessed_in": ("award",),
    "instrument": ("signed_on",),
    "member_of": ("certified_by",),
    "rating": ("mean", "raters"),
}


def _bound(kind: str, data: dict[str, Any]) -> Record:
    """The record, without those of the fields bound together that break a rule."""
    for dropped in ((), _KEYED_TOGETHER.get(kind, ())):
        try:
            return RECORD_TYPES[kind].model_validate({name: one for name, one in data.items() if name not in dropped})
        except ValidationError:
            if dropped or kind not in _KEYED_TOGETHER:
                raise
    raise AssertionError


_COMMON: dict[str, st.SearchStrategy[Any]] = {
    "source_instrument": maybe(texts),
    "recorded_by": maybe(texts),
    "confidence": st.sampled_from([one.value for one in words.Confidence]),
    "visibility": maybe(st.sampled_from([one.value for one in words.Visibility])),
    "note": maybe(texts),
}


@st.composite
def _identities(draw: st.DrawFn) -> dict[str, Any]:
    """An id with or without a code of the office, the id following from it or not."""
    key = draw(maybe(texts))
    if key is not None and draw(st.booleans()):
        return {"id": id_from_code(PROVINCE, key), "source_key": key}
    return {"id": str(draw(st.uuids(version=4))), "source_key": key}


@st.composite
def _periods(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(maybe(days))
    length = draw(maybe(st.integers(1, 4_000)))
    if length is None:
        return {"valid_from": first}
    return {"valid_from": first, "valid_to": (first or date(2026, 1, 1)) + timedelta(days=length)}


@st.composite
def _records(draw: st.DrawFn, kind: str, **given: Any) -> Record:
    plain = draw(st.booleans())  # half of the records say little, as in life
    common = {} if plain else {name: draw(strategy) for name, strategy in _COMMON.items()}
    own = {name: draw(strategy) for name, strategy in _own_fields(kind).items()}
    period = {} if plain else draw(_periods())
    return _bound(kind, {"kind": kind, "province": PROVINCE, **draw(_identities()), **common, **period, **own, **given})


@st.composite
def _named(draw: st.DrawFn, kind: str, nodes: Collection[Record]) -> dict[str, str] | None:
    """Ids for the fields that name other records; nothing where one is needed and there is none."""
    given = {}
    for field, info in RECORD_TYPES[kind].model_fields.items():
        if field not in FIELD_KINDS:
            continue
        ids = [one.id for one in nodes if one.kind in FIELD_KINDS[field]]
        if info.is_required() and not ids:
            return None
        if ids and (info.is_required() or draw(st.booleans())):
            given[field] = draw(st.sampled_from(ids))
    return given


def _with(record: Record, **fields: Any) -> Record:
    return type(record).model_validate({**record.model_dump(), **fields})


def _sound_node(record: Any, found: Mapping[str, Any]) -> Record | None:
    """The node, changed so that it contradicts no other; nothing where that cannot be."""
    if record.kind == "area" and record.area_code is not None and record.area_level is not None:
        levels = {2: "province", 4: "district", 6: "subdistrict", 8: "village"}
        return _with(record, area_level=levels[len(record.area_code)])
    if record.kind == "rating" and record.rating_kind == "trust":
        rater, target = record.rater_sector or "state", record.target_sector or "business"
        return _with(record, subject=None, rater_sector=rater, target_sector=target)
    if record.kind == "rating":
        return _with(record, target_sector=None) if record.subject is not None else None
    if record.kind == "agreement_stage":
        stages = stages_of(found[record.agreement].agreement_kind)
        return _with(record, stage=stages[len(found) % len(stages)].code) if stages else None
    return record


def _sound_tie(record: Any, found: Mapping[str, Any]) -> Record | None:
    """The tie, changed so that it contradicts no other record; nothing where that cannot be."""
    source, target = found[record.source], found[record.target]
    if getattr(record, "resource_kind", None) == "political_capital" and "person" in (source.kind, target.kind):
        return _with(record, resource_kind="knowledge")
    if record.kind in ("member_of", "appointed_to"):
        same = [one for one in found.values() if (one.kind, getattr(one, "source", "")) == (record.kind, record.source)]
        return None if any(one.target == record.target for one in same) else record
    if record.kind == "supersedes":
        made = list(found)  # what was made later takes the place of what was made before, so that none runs in a circle
        signed = source.signed_on is None or target.signed_on is None or source.signed_on >= target.signed_on
        return record if signed and made.index(source.id) > made.index(target.id) else None
    return record


@st.composite
def networks(draw: st.DrawFn, most: int = 3) -> list[Record]:
    """A province's network: one `province_network`, up to `most` nodes and ties of each other kind, all ends within.

    It is sound: its records may leave doubts, but contradict one another in nothing.
    """
    found: dict[str, Record] = {}

    def keep(record: Record) -> None:
        sound = _sound_tie(record, found) if record.kind in TIE_TYPES else _sound_node(record, found)
        if sound is not None:
            found.setdefault(sound.id, sound)

    keep(draw(_records("province_network")))
    for kind in NODE_TYPES:
        if kind in ("province_network", "merged"):
            continue
        for _ in range(draw(st.integers(0, most))):
            given = draw(_named(kind, found.values()))
            if given is not None:
                keep(draw(_records(kind, **given)))
    nodes = list(found.values())
    for kind in TIE_TYPES:
        sources, targets = TIE_ENDS[kind]
        pairs = [
            (one.id, other.id)
            for one in nodes
            for other in nodes
            if one is not other and one.kind in sources and other.kind in targets
        ]
        for _ in range(draw(st.integers(0, most)) if pairs else 0):
            source, target = draw(st.sampled_from(pairs))
            given = draw(_named(kind, nodes))
            assert given is not None
            keep(draw(_records(kind, source=source, target=target, **given)))
    return list(found.values())
