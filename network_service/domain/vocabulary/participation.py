"""Participation of the public: its level, and who set it going."""

from enum import StrEnum


class Iap2Level(StrEnum):
    """The five levels of public participation; a lower level is no failure by itself (source talk of 2007)."""

    INFORM = "inform"
    CONSULT = "consult"
    INVOLVE = "involve"
    COLLABORATE = "collaborate"
    EMPOWER = "empower"


class Origin(StrEnum):
    """Who set an engagement going: the people themselves, or an office (source report, chapter 1)."""

    ORGANIC = "organic"
    INDUCED = "induced"
