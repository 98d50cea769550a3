"""Conditions, factors and figures in words: codes become the reader's terms, tuples lists that can be read aloud."""

from collections.abc import Mapping, Sequence
from datetime import date

from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import Sector, label
from network_service.messages import Messages
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.consideration import Figure
from network_service.process.doubt import Doubt
from network_service.process.factor import Factor, Part
from network_service.process.judging import Value

LISTED = 5
"""Most names that a sentence lists before it says how many more there are."""
_CODED = {
    "sector": "sector",
    "level": "actor_level",
    "body_kind": "body_kind",
    "factor": "success_factor",
}
"""Vocabulary by how the name of a parameter begins that holds its codes."""


def step_title(step: Step, messages: Messages) -> str:
    """The name of a step."""
    return label("building_step", step.code, messages.language)


def condition_title(condition: Condition, messages: Messages) -> str:
    """What a condition asks for."""
    return messages.text(condition.title, **in_words(condition.told, messages))


def condition_sentence(condition: Condition, messages: Messages) -> str:
    """What was found, or what is not known."""
    return messages.text(condition.sentence, **in_words(condition.told, messages))


def condition_action(condition: Condition, messages: Messages) -> str | None:
    """The next action, or `None` where the condition holds."""
    if condition.action is None:
        return None
    return messages.text(condition.action, **in_words(condition.told, messages))


def factor_title(factor: Factor, messages: Messages) -> str:
    """The name of a factor."""
    return label("success_factor", factor.code, messages.language)


def factor_sentence(factor: Factor, messages: Messages) -> str:
    """What was found, or what is not known."""
    return messages.text(factor.sentence, **in_words(factor.told, messages))


def factor_action(factor: Factor, messages: Messages) -> str | None:
    """The next action, or `None` where the factor is met."""
    return None if factor.action is None else messages.text(factor.action, **in_words(factor.told, messages))


def part_title(factor: Factor, part: Part, messages: Messages) -> str:
    """What a part of a factor's score is; those of the accepted leader are sectors."""
    if part.code in frozenset(Sector):
        return messages.text(f"factor_part.{factor.code}", sector=label("sector", part.code, messages.language))
    return messages.text(f"factor_part.{factor.code}.{part.code}")


def figure_title(figure: Figure | Doubt, messages: Messages) -> str:
    """What a figure of a consideration, or one of doubt, is."""
    return messages.text(figure.title)


def responsible_word(responsible: Responsible, messages: Messages) -> str:
    """Who must act."""
    return messages.text(f"responsible.{responsible.value}")


def in_words(told: Mapping[str, Value], messages: Messages) -> dict[str, object]:
    """Parameters as sentences take them; numbers stay numbers, so that the catalogue chooses their form.

    A share can also be said as `<name>_percent`, as Thai puts the word before the number. `all` are the sectors and the
    names together, for sentences in which either may be missing.
    """
    words = {name: _word(name, value, messages) for name, value in told.items()}
    words |= {f"{name}_percent": 100 * value for name, value in told.items() if isinstance(value, float)}
    each = [word for name in ("sectors", "names") for word in _words(name, told.get(name), messages)]
    return {**words, "all": _listed(each, messages)}


def _word(name: str, value: Value, messages: Messages) -> object:
    if value is None or value == "":
        return messages.text("not_known")
    if isinstance(value, tuple):
        return _listed(_words(name, value, messages), messages)
    if isinstance(value, date):
        return format_date(value, messages.language)
    return _term(name, value, messages) if isinstance(value, str) else value


def _words(name: str, value: Value, messages: Messages) -> list[str]:
    return [_term(name, one, messages) for one in value] if isinstance(value, tuple) else []


def _term(name: str, value: str, messages: Messages) -> str:
    vocabulary = next((_CODED[begin] for begin in _CODED if name.startswith(begin)), None)
    return value if vocabulary is None else label(vocabulary, value, messages.language)


def _listed(words: Sequence[str], messages: Messages) -> str:
    """Words as a list: `a`, `a and b`, `a, b and c`, or `a, b and 7 more`; a dash for none."""
    if len(words) > LISTED:
        return messages.text("process.list.more", listed=", ".join(words[:LISTED]), count=len(words) - LISTED)
    if len(words) < 2:
        return "".join(words) or "–"
    return messages.text("finding.list.and", first=", ".join(words[:-1]), last=words[-1])
