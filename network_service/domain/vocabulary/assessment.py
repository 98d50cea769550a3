"""What is asked and judged: surveys of trust and ability, and the phases of a province's assessment."""

from enum import StrEnum


class RatingKind(StrEnum):
    """What a survey asked about; only its mean and counts are kept, never one person's answer."""

    ACCEPTANCE = "acceptance"
    COMPETENCE = "competence"
    CULTURE = "culture"
    TRUST = "trust"


class AssessmentPhase(StrEnum):
    """Phases of a province's assessment, in their order (source plan of 2009, 2.2)."""

    PHASE1_DOCUMENT = "phase1_document"
    PHASE2_FIELD = "phase2_field"
    CONFIRM_VISIT = "confirm_visit"
    SUBCOMMITTEE_DECISION = "subcommittee_decision"
    AWARD = "award"
    LESSONS = "lessons"
    PUBLICATION = "publication"
