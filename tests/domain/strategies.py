"""Whole valid networks for hypothesis: every kind of record, odd texts, periods, office codes, equal names."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from network_service.domain import vocabulary as words
from network_service.domain.identity import id_from_code
from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES, TIE_TYPES
from network_service.domain.record import Record
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
    .filter(bool)
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


def _codes(enum: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([code.value for code in enum])


_VERIFIED = {"last_verified_on": maybe(days), "verifier": maybe(texts)}
_ACTOR = {
    "name": texts,
    "name_english": maybe(texts),
    "aliases": some(texts),
    "sector": maybe(_codes(words.Sector)),
    "area_level": maybe(_codes(words.AreaLevel)),
    "district": maybe(texts),
    **_VERIFIED,
}
_FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "province_network": {"name": texts, "purpose": maybe(texts), "synthetic": st.booleans()},
    "organization": _ACTOR,
    "group": _ACTOR,
    "person": {
        "titles": some(st.sampled_from(["นาย", "นาง", "ผศ.", "ดร.", "คุณหญิง", "ร.ต.", "Mr.", "ก ข;ค"])),
        "given_name": texts,
        "family_name": maybe(texts),
        "nickname": maybe(texts),
        **_VERIFIED,
    },
    "post": {"name": texts},
    "sub_network": {"name": texts, "sub_network_kind": _codes(words.SubNetworkKind), "purpose": maybe(texts)},
    "body": {"name": texts, "body_kind": _codes(words.BodyKind), "order_number": maybe(texts), "purpose": maybe(texts)},
    "agreement": {"name": texts, "agreement_kind": _codes(words.AgreementKind), "objective": maybe(texts)},
    "belongs_to": {},
    "holds_post": {},
    "represents": {},
    "member_of": {"status": _codes(words.MembershipStatus)},
    "appointed_to": {"role": _codes(words.BodyRole), "order_number": maybe(texts), "clause": maybe(texts)},
    "links": {"to_sectors": some(_codes(words.Sector)), "accepted_on": maybe(days)},
    "manages": {"role": _codes(words.ManagerRole), "sector": maybe(_codes(words.Sector))},
    "collaborates_with": {
        "frequency": maybe(st.integers(1, 5)),
        "topics": some(texts),
        "formal": maybe(st.booleans()),
    },
    "shares_resource": {"resource_kind": _codes(words.ResourceKind), "amount": maybe(texts)},
    "party_to": {"role": _codes(words.PartyRole)},
}
_COMMON: dict[str, st.SearchStrategy[Any]] = {
    "source_instrument": maybe(texts),
    "recorded_by": maybe(texts),
    "confidence": _codes(words.Confidence),
    "visibility": maybe(_codes(words.Visibility)),
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
    own = {name: draw(strategy) for name, strategy in _FIELDS[kind].items()}
    period = {} if plain else draw(_periods())
    return RECORD_TYPES[kind].model_validate(
        {"kind": kind, "province": PROVINCE, **draw(_identities()), **common, **period, **own, **given}
    )


@st.composite
def networks(draw: st.DrawFn, most: int = 3) -> list[Record]:
    """A province's network: one `province_network`, up to `most` nodes and ties of each other kind, all ends within."""
    found: dict[str, Record] = {}

    def keep(record: Record) -> None:
        found.setdefault(record.id, record)

    keep(draw(_records("province_network")))
    for kind in NODE_TYPES:
        if kind == "province_network":
            continue
        for _ in range(draw(st.integers(0, most))):
            given = {}
            organizations = [one.id for one in found.values() if one.kind == "organization"]
            if kind in ("post", "organization") and organizations and draw(st.booleans()):
                field = "parent" if kind == "organization" else "organization"
                given = {field: draw(st.sampled_from(organizations))}
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
            keep(draw(_records(kind, source=source, target=target)))
    return list(found.values())
