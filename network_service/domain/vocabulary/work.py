"""What is worked on: how far it is, and who has which part in it."""

from enum import StrEnum


class WorkStatus(StrEnum):
    """Where an issue, plan, service, activity or task stands."""

    PLANNED = "planned"
    OPEN = "open"
    IN_EXECUTION = "in_execution"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Responsibility(StrEnum):
    """What an actor is to a task: who does it, who answers for it, who is asked, who is told."""

    RESPONSIBLE = "responsible"
    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"
    INFORMED = "informed"
