"""How a comparison tells of members, ties and what people hold, in sentences."""

from collections.abc import Iterable

from network_service.analysis.change.actors import ActorChanges, Altered, Moved
from network_service.analysis.change.roles import RoleChange, Turn, What
from network_service.analysis.change.structure import StructureChange
from network_service.analysis.change.ties import TieChange, TieChanges, TieMove
from network_service.cli.console import SHOWN, print_line
from network_service.domain.thai.sorting import sort_key
from network_service.domain.vocabulary import label, terms
from network_service.messages import Messages

_ALTERED = {
    "level": "actor_level",
    "sector": "sector",
    "area_level": "area_level",
    "status": "membership_status",
}
"""Vocabulary of the codes of each field of an actor; a name has none."""
_VALUES = {
    What.BODY: ("body_kind",),
    What.SEAT: ("body_role",),
    What.MANAGER: ("manager_role",),
    What.SUB_NETWORK: ("sub_network_kind",),
    What.AGREEMENT: ("agreement_kind", "agreement_stage"),
    What.PARTY: ("party_role",),
}
"""Vocabularies of the values of what people hold; the sitter's is a name."""

TIES = 10
"""Ties of which it is told what became of them; the table in the file has all."""


def print_structure(structure: StructureChange, words: Messages) -> None:
    """Members, ties and roles, each under its heading; what did not change is not told of."""
    _print_actors(structure.actors, words)
    _print_ties(structure, words)
    if structure.roles:
        print_line(words.text("compare.roles", count=len(structure.roles)), style="bold")
        print_sentences((_role(one, words) for one in structure.roles), words)


def print_sentences(sentences: Iterable[str], words: Messages, most: int = SHOWN) -> None:
    """The first sentences, a line each, and how many more there are."""
    told = list(sentences)
    for one in told[:most]:
        print_line(f"  · {one}")
    if len(told) > most:
        print_line("    " + words.text("import.more", count=len(told) - most))


def _print_actors(actors: ActorChanges, words: Messages) -> None:
    if not (actors.joined or actors.left or actors.altered):
        return
    before, after = actors.sizes
    counts = {
        "joined": len(actors.joined),
        "left": len(actors.left),
        "altered": len({one.id for one in actors.altered}),
    }
    print_line(words.text("compare.actors", before=before, after=after, **counts), style="bold")
    print_sentences((_moved("joined", one, words) for one in _by_name(actors.joined)), words)
    print_sentences((_moved("left", one, words) for one in _by_name(actors.left)), words)
    print_sentences((_altered(one, words) for one in actors.altered), words)


def _by_name(moved: Iterable[Moved]) -> list[Moved]:
    return sorted(moved, key=lambda one: sort_key(one.name))


def _moved(way: str, one: Moved, words: Messages) -> str:
    sector = words.text("not_known") if one.sector is None else label("sector", one.sector, words.language)
    return words.text(f"compare.{way}.{one.elsewhere.value}", name=one.name, sector=sector)


def _altered(one: Altered, words: Messages) -> str:
    before, after = (_value(_ALTERED.get(one.field), value, words) for value in (one.before, one.after))
    return words.text(f"compare.altered.{one.field}", name=one.name, before=before, after=after)


def _value(vocabulary: str | None, value: str | None, words: Messages) -> str:
    if value is None:
        return words.text("not_known")
    return value if vocabulary is None else label(vocabulary, value, words.language)


def _print_ties(structure: StructureChange, words: Messages) -> None:
    ties = structure.ties
    if ties.changes:
        print_line(_counted(ties, words), style="bold")
        with_members = sum(one.with_member for one in ties.changes)
        if with_members:
            print_line(words.text("compare.ties.with_members", count=with_members))
    for layer in structure.layers.values():
        if layer.changes:
            print_line(_counted(layer, words))
    for move in TieMove:
        print_sentences((_tie(one, words) for one in _telling_first(ties.of(move))), words, TIES)


def _counted(ties: TieChanges, words: Messages) -> str:
    before, after = ties.sizes
    counts = {move.value: len(ties.of(move)) for move in TieMove}
    layer = words.text("compare.ties.all") if ties.layer is None else label("layer", ties.layer.value, words.language)
    told = words.text("compare.ties", layer=layer, before=before, after=after, **counts)
    noted = counts[TieMove.STRENGTH_LEARNT] + counts[TieMove.STRENGTH_LOST]
    return f"{told} {words.text('compare.ties.noted', count=noted)}" if noted else told


def _telling_first(changes: Iterable[TieChange]) -> list[TieChange]:
    """Ties between those who stayed first: the others only follow from who came and went."""
    return sorted(changes, key=lambda one: (one.with_member, *map(sort_key, sorted(one.names, key=sort_key))))


def _tie(one: TieChange, words: Messages) -> str:
    first, second = sorted(one.names, key=sort_key)
    code = f"compare.tie.{one.move.value}"
    if one.move in (TieMove.MADE, TieMove.ENDED) and one.before is None and one.after is None:
        return words.text(f"{code}.plain", one=first, other=second)
    before, after = ("" if value is None else f"{value:g}" for value in (one.before, one.after))
    return words.text(code, one=first, other=second, before=before, after=after)


def _role(one: RoleChange, words: Messages) -> str:
    told = words.text(f"compare.role.{one.what.value}", name=one.name, of=one.of_name or "")
    before, after = (_values(one.what, values, words) for values in (one.before, one.after))
    if one.turn is not Turn.ALTERED:
        before = after = before or after
    turn = one.turn.value if before or one.turn is Turn.ALTERED else f"{one.turn.value}.plain"
    return words.text(f"compare.turn.{turn}", told=told, before=before or "-", after=after or "-")


def _values(what: What, values: tuple[str, ...], words: Messages) -> str:
    if what is What.LINKER:
        return ", ".join(words.text(f"compare.linker.{value}") for value in values)
    vocabularies = _VALUES.get(what, ())
    return ", ".join(
        next((label(one, value, words.language) for one in vocabularies if value in terms(one)), value)
        for value in values
    )
