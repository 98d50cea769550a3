"""Persons who are perhaps one: the same name twice, other titles, a family name misspelt, a nickname for a name.

Two people may well share a name, so that nearly all of it is for a person to look at: only where titles, names,
nickname and an affiliation are all the same are two records likely one. People are found by keys that both have, never
by comparing each with each.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from network_service.domain.nodes import Person
from network_service.domain.thai.text import match_form
from network_service.ingest.duplicates.pair import Pair, Reason, Verdict, strongest
from network_service.ingest.duplicates.spelling import without_marks

_ALL_PAIRS = 20  # people with one key of whom each pair is looked at; of more, each with the first
_LONG_ENOUGH = 3  # letters of a family name of which one may be wrong; of shorter ones another letter is another name


@dataclass(frozen=True, slots=True)
class _Names:
    """A person with the names in matching form."""

    person: Person
    given: str
    family: str
    nickname: str
    titles: tuple[str, ...]
    affiliations: frozenset[str]


def probable_duplicates(
    people: Iterable[Person],
    affiliations: Mapping[str, Collection[str]] | None = None,
    about: Collection[str] | None = None,
) -> list[Pair]:
    """Pairs of persons of one province who are perhaps one, the likely ones first.

    `affiliations` are ids of the actors that each person belongs to or represents. `about` are ids: only pairs with at
    least one of them are proposed; `None` means all.
    """
    belonging = affiliations or {}
    buckets: dict[tuple[str, ...], list[_Names]] = defaultdict(list)
    for person in sorted(people, key=lambda person: person.id):
        names = _names(person, frozenset(belonging.get(person.id, ())))
        for key in set(_keys(names)):
            buckets[(person.province, *key)].append(names)
    pairs = []
    for bucket in buckets.values():
        for one, other in _pairs_of(bucket):
            if about is None or one.person.id in about or other.person.id in about:
                pair = _judge(one, other)
                if pair is not None:
                    pairs.append(pair)
    return strongest(pairs)


def _names(person: Person, affiliations: frozenset[str]) -> _Names:
    given, family, nickname = (
        match_form(text or "").replace(" ", "") for text in (person.given_name, person.family_name, person.nickname)
    )
    return _Names(person, given, family, nickname, tuple(match_form(title) for title in person.titles), affiliations)


def _keys(names: _Names) -> Iterator[tuple[str, ...]]:
    """What two records of one person would have in common; each kind of reason has a key of its own."""
    if names.family:
        yield ("unmarked", without_marks(names.given), without_marks(names.family))
        # Two family names one letter apart become the same when one letter is left out, perhaps of each.
        for left_out in {names.family, *(names.family[:n] + names.family[n + 1 :] for n in range(len(names.family)))}:
            yield ("family", names.given, left_out)
        if names.nickname:
            yield ("nickname", names.family, names.nickname)
        yield ("nickname", names.family, names.given)
    else:
        yield ("alone", names.given)
    for actor in names.affiliations:
        yield ("affiliation", names.given, actor)


def _judge(one: _Names, other: _Names) -> Pair | None:
    """The pair with the first reason that holds, the strongest first; `None` where none does."""
    same_given, same_family = one.given == other.given, one.family == other.family
    shared = bool(one.affiliations & other.affiliations)
    verdict = Verdict.REVIEW
    if same_given and same_family:
        if one.titles != other.titles:
            code = "person_other_title"
        elif shared and one.nickname == other.nickname:
            code, verdict = "person_all_same", Verdict.LIKELY
        else:
            code = "person_same_name"
    elif _one_without_family(one, other):
        if not same_given or not shared:
            return None
        code = "person_without_family"
    elif same_given and _letter_apart(one.family, other.family):
        code = "person_family_near"
    elif same_family and _nicknamed(one, other):
        code = "person_nickname"
    elif without_marks(one.given) == without_marks(other.given) and without_marks(one.family) == without_marks(
        other.family
    ):
        code = "person_without_marks"
    elif same_given and shared and one.nickname and one.nickname == other.nickname:
        code = "person_other_family"
    else:
        return None
    score = round(fuzz.ratio(f"{one.given} {one.family}", f"{other.given} {other.family}"))
    return Pair(one.person.id, other.person.id, score, verdict, Reason(code))


def _one_without_family(one: _Names, other: _Names) -> bool:
    return bool(one.family) != bool(other.family)


def _letter_apart(one: str, other: str) -> bool:
    """Whether one letter was left out, added or mistaken, or two changed places."""
    return min(len(one), len(other)) >= _LONG_ENOUGH and OSA.distance(one, other, score_cutoff=1) <= 1


def _nicknamed(one: _Names, other: _Names) -> bool:
    """Whether the nickname of one is the other's, or stands where the other's given name does."""
    return any(
        called and called in (names.given, names.nickname)
        for called, names in ((one.nickname, other), (other.nickname, one))
    )


def _pairs_of(bucket: Sequence[_Names]) -> Iterable[tuple[_Names, _Names]]:
    if len(bucket) <= _ALL_PAIRS:
        return combinations(bucket, 2)
    return ((bucket[0], other) for other in bucket[1:])
