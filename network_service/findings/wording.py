"""Findings in words: codes become the reader's terms, tuples become lists that can be read aloud."""

from collections.abc import Sequence
from datetime import date

from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import label
from network_service.findings.finding import Finding, Severity, Subject, Value
from network_service.messages import Messages
from network_service.process.wording import condition_action, condition_sentence, condition_title, responsible_word

_MORE = "_more"
"""Ends the name of the parameter that says how many a list leaves out."""
_MEMBERS = "members_"
"""Begins the name of a parameter that is a number of members, said with its unit: a sentence has one plural of its
own.
"""
_BY_SECTOR = "by_sector"
"""Names the parameter that lists numbers by sector, each as the code, a space and the number."""
_CODED = {
    "sector": "sector",
    "resource_kind": "resource_kind",
    "population_kind": "population_group",
    "step": "building_step",
}
"""Vocabulary by how the name of a parameter begins that holds its codes, and by the kind of a subject that is one."""


def title(finding: Finding, messages: Messages) -> str:
    """The name of the finding's rule, in the language of the messages."""
    return messages.text(finding.title)


def severity_word(severity: Severity, messages: Messages) -> str:
    """The word for a severity."""
    return label("severity", severity, messages.language)


def sentence(finding: Finding, messages: Messages) -> str:
    """What was found, as one sentence; a second one follows where data not known could change the picture.

    A rule says how many records it could not judge in the parameter `unknown`; the second sentence is
    `finding.<rule>.unknown`.
    """
    told = messages.text(finding.sentence, **_in_words(finding, messages))
    unknown = finding.parameters.get("unknown")
    if not isinstance(unknown, int) or not unknown:
        return told
    return f"{told} {messages.text(f'finding.{finding.rule}.unknown', count=unknown)}"


def remedy(finding: Finding, messages: Messages) -> str:
    """What would close the finding."""
    return messages.text(finding.remedy, **_in_words(finding, messages))


def subject_word(finding: Finding, subject: Subject, messages: Messages) -> str:
    """What a subject of a finding is called: its name, or the word for its code."""
    if finding.condition is not None and subject.kind == "condition":
        return condition_title(finding.condition, messages)
    if subject.kind in _CODED:
        return label(_CODED[subject.kind], subject.id, messages.language)
    return subject.name


def enumerated(words: Sequence[str], messages: Messages) -> str:
    """Words as a list: `a`, `a and b`, `a, b and c`; nothing for none."""
    if len(words) < 2:
        return "".join(words)
    return messages.text("finding.list.and", first=", ".join(words[:-1]), last=words[-1])


def _in_words(finding: Finding, messages: Messages) -> dict[str, object]:
    """The parameters as the sentence takes them; the count of the rest of a list is part of the list's words."""
    parameters = finding.parameters
    words = {
        name: _word(name, value, parameters.get(name + _MORE), messages)
        for name, value in parameters.items()
        if not name.endswith(_MORE)
    }
    if finding.condition is None:
        return words
    return words | {
        "sentence": condition_sentence(finding.condition, messages),
        "action": condition_action(finding.condition, messages),
        "responsible": responsible_word(finding.condition.responsible, messages),
    }


def _word(name: str, value: Value, more: Value, messages: Messages) -> object:
    """One parameter in words; numbers stay numbers, so that the catalogue chooses the plural and the digits' form."""
    if value is None or value == "":
        return messages.text("not_known")
    if isinstance(value, tuple):
        words = [str(_word(name, each, None, messages)) for each in value]
        if isinstance(more, int) and more:
            return messages.text(f"finding.list.more.{name}", listed=", ".join(words), count=more)
        return enumerated(words, messages)
    if isinstance(value, date):
        return format_date(value, messages.language)
    if isinstance(value, str) and name == _BY_SECTOR:
        sector, _, count = value.partition(" ")
        return messages.text(
            "finding.list.by_sector", sector=label("sector", sector, messages.language), count=int(count)
        )
    vocabulary = next((_CODED[begin] for begin in _CODED if name.startswith(begin)), None)
    if isinstance(value, str) and vocabulary is not None:
        return label(vocabulary, value, messages.language)
    if name.startswith(_MEMBERS):
        return messages.text("finding.members", count=value)
    return value
