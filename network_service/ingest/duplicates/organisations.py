"""Groups and organisations that are probably one: by name, by other name, by the number of the register."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from network_service.domain.nodes import Actor
from network_service.domain.thai.offices import expand_offices
from network_service.domain.thai.text import match_form
from network_service.ingest.duplicates.candidates import may_be_one_place, near_pairs
from network_service.ingest.duplicates.comparing import REVIEW, Judgement, compare
from network_service.ingest.duplicates.pair import Pair, Reason, Verdict, strongest
from network_service.ingest.duplicates.telling import Places, Told, told

_ALL_PAIRS = 20  # records of one name of which each pair is proposed; of more, each with the first
_DISTRICT = re.compile("^(?:อำเภอ|เขต) *")
_SHARED = 2  # records that may share another name as proof; "อบต." as the other name of many is none


def probable_duplicates(
    actors: Iterable[Actor], places: Collection[str] = (), about: Collection[str] | None = None
) -> list[Pair]:
    """Pairs of actors of one province that are probably one, the likely ones first.

    `places` are names of places of the country and of the province, which tell two names apart. `about` are ids: only
    pairs with at least one of them are proposed; `None` means all.
    """
    by_province: dict[str, list[Actor]] = defaultdict(list)
    for actor in sorted(actors, key=lambda actor: actor.id):
        by_province[actor.province].append(actor)
    known = Places([*places])
    pairs: list[Pair] = []
    for within in by_province.values():
        pairs += _within(within, known, about)
    return strongest(pairs)


def _within(actors: Sequence[Actor], places: Places, about: Collection[str] | None) -> list[Pair]:
    asked = {actor.id for actor in actors} if about is None else set(about)
    names = _Names(actors, places)
    pairs = [*names.same(asked), *names.near(asked)]
    for number, owners in _by_register(actors).items():
        reason = Reason("same_juristic_id", {"number": number})
        pairs += [
            Pair(one.id, other.id, 100, Verdict.LIKELY, reason)
            for one, other in _pairs_of(owners)
            if one.id in asked or other.id in asked
        ]
    return pairs


class _Names:
    """The names of actors, each different one once, with who has it."""

    def __init__(self, actors: Sequence[Actor], places: Places) -> None:
        self._main = {actor.id: told(actor.name, places) for actor in actors}
        owners: dict[tuple[str, str], dict[str, Actor]] = defaultdict(dict)
        forms: dict[tuple[str, str], Told] = {}
        for actor in actors:
            for name in (self._main[actor.id], *(told(alias, places) for alias in actor.aliases)):
                if name.compact.text:
                    forms[name.key] = min(forms.get(name.key, name), name, key=lambda form: form.order)
                    owners[name.key][actor.id] = actor
        self._told = [forms[key] for key in sorted(forms)]
        self._owners = [list(owners[name.key].values()) for name in self._told]

    def same(self, asked: Collection[str]) -> Iterator[Pair]:
        """Actors with one name."""
        for name, owners in zip(self._told, self._owners, strict=True):
            by_main = {actor.id for actor in owners if self._main[actor.id].key == name.key}
            proof = len(owners) <= _SHARED
            for one, other in _pairs_of(owners):
                if one.id not in asked and other.id not in asked:
                    continue
                if one.id in by_main and other.id in by_main:
                    yield self._pair(one, other, Judgement(100, Verdict.LIKELY, Reason("same_name")))
                else:
                    verdict = Verdict.LIKELY if proof else Verdict.REVIEW
                    yield self._pair(one, other, Judgement(100, verdict, Reason("same_alias")))

    def near(self, asked: Collection[str]) -> Iterator[Pair]:
        """Actors with near names."""
        about = [any(owner.id in asked for owner in owners) for owners in self._owners]
        for first, second in near_pairs(self._told, REVIEW, about):
            one_name, other_name = self._told[first], self._told[second]
            judgement = None if one_name.is_short or other_name.is_short else compare(one_name, other_name)
            if judgement is None:
                continue
            for one in self._owners[first][:_ALL_PAIRS]:
                for other in self._owners[second][:_ALL_PAIRS]:
                    if one.id != other.id and (one.id in asked or other.id in asked):
                        yield self._pair(one, other, judgement)

    def _pair(self, one: Actor, other: Actor, judgement: Judgement) -> Pair:
        """The pair, of which more is known than the names that were compared."""
        reason, verdict = judgement.reason, judgement.verdict
        if other.id < one.id:
            one, other, reason = other, one, reason.turned()
        if verdict is Verdict.LIKELY and (against := _against(one, other, self._main)) is not None:
            reason, verdict = against, Verdict.REVIEW
        return Pair(one.id, other.id, judgement.score, verdict, reason)


def _against(one: Actor, other: Actor, main: dict[str, Told]) -> Reason | None:
    """What speaks against two actors being one though a name of theirs is the same."""
    districts = {_bare_district(actor.district) for actor in (one, other) if actor.district}
    if len(districts) > 1:
        return Reason("other_place", {"one": one.district or "-", "other": other.district or "-"})
    if one.kind != other.kind:
        return Reason("other_kind")
    here, there = main[one.id], main[other.id]
    if here.numbers and there.numbers and here.numbers != there.numbers:
        return Reason("other_number", {"one": " ".join(here.numbers), "other": " ".join(there.numbers)})
    for level in sorted(here.places.keys() & there.places.keys()):
        if not may_be_one_place(here.places[level], there.places[level]):
            return Reason("other_place", {"one": here.places[level], "other": there.places[level]})
    return None


def _bare_district(name: str) -> str:
    return _DISTRICT.sub("", match_form(expand_offices(name)))


def _by_register(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.juristic_id:
            found[actor.juristic_id].append(actor)
    return found


def _pairs_of(owners: Sequence[Actor]) -> Iterable[tuple[Actor, Actor]]:
    if len(owners) <= _ALL_PAIRS:
        return combinations(owners, 2)
    return ((owners[0], other) for other in owners[1:])
