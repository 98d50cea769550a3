"""An effect in words: who would do what, and which figures would then be another."""

from network_service.domain.vocabulary import label
from network_service.findings.closing.effect import Effect
from network_service.findings.wording import enumerated
from network_service.messages import Messages

_SHARES = frozenset({"largest_cut_off", "inside_density", "outside_density", "manager_reach", "global_efficiency"})
"""Figures that are told in per cent."""


def effect_sentence(effect: Effect, messages: Messages) -> str:
    """What closing would change, as one sentence; differences too small to be told are left out."""
    told = [change for name in effect.changed if (change := _change(name, effect, messages)) is not None]
    of = effect.proposal.of
    sector = of is not None and of.kind == "sector"
    named = {
        "one": effect.proposal.actors[0].name,
        "other": effect.proposal.actors[-1].name,
        "of": "" if of is None else label("sector", of.id, messages.language) if sector else of.name,
        "changes": enumerated(told, messages) if told else messages.text("effect.nothing"),
    }
    return messages.text(f"effect.{effect.proposal.kind}", **named)


def _change(name: str, effect: Effect, messages: Messages) -> str | None:
    before, after = effect.before[name], effect.after[name]
    if before is not None and after is not None and abs(after - before) < _unit(name, before):
        return None
    moves = "changes" if before is None or after is None else "rises" if after > before else "falls"
    return messages.text(
        f"effect.figure.{name}",
        moves=messages.text(f"effect.{moves}"),
        before=_number(name, before, messages),
        after=_number(name, after, messages),
    )


def _unit(name: str, value: float | int) -> float:
    """The smallest difference that is told: a tenth of a per cent, a hundredth of an index, one of what is counted."""
    if name in _SHARES:
        return 0.001
    return 0.01 if isinstance(value, float) else 1


def _number(name: str, value: float | int | None, messages: Messages) -> str:
    if value is None:
        return messages.text("not_known")
    if name in _SHARES:
        return messages.text("effect.percent", value=100 * value)
    return f"{value:+.2f}" if isinstance(value, float) else f"{value:,}"
