"""All six considerations of one network on one day."""

from collections.abc import Callable

from network_service.process.consideration import Consideration
from network_service.process.considerations.design import design
from network_service.process.considerations.direction import direction
from network_service.process.considerations.formation import formation
from network_service.process.considerations.functions import functions
from network_service.process.considerations.ultimate_goal import ultimate_goal
from network_service.process.considerations.working_style import working_style
from network_service.process.situation import Situation

CONSIDERATIONS: tuple[Callable[[Situation], Consideration], ...] = (
    formation,
    design,
    functions,
    working_style,
    direction,
    ultimate_goal,
)
"""Considerations 3.4.1 to 3.4.6; the seventh is the seven steps."""


def read_considerations(situation: Situation) -> tuple[Consideration, ...]:
    """What the report tells of each."""
    return tuple(consideration(situation) for consideration in CONSIDERATIONS)
