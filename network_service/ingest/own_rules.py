"""How what a record's own rules refuse is told: a number beyond its bounds, and the field of a rule over several."""

BOUNDS = {
    "greater_than_equal": ("value.at_least", "ge"),
    "less_than_equal": ("value.at_most", "le"),
}
"""Code of the fault and name of the bound by pydantic's type of error."""

AT_FIELD = {
    "record.ends_before_start": "valid_to",
    "record.merged_into_itself": "into",
    "record.self_tie": "target",
    "record.signed_after_end": "signed_on",
    "activity.ends_before_start": "ended_on",
    "activity.feedback_before_activity": "feedback_published_on",
    "agreement.stage_of_other_kind": "stage",
    "assessment.award_at_other_phase": "award",
    "instrument.year_differs": "year",
    "membership.certificate_too_early": "certified_by",
    "population.too_few": "persons",
    "rating.more_raters_than_asked": "raters",
    "rating.too_few_raters": "mean",
}
"""The field at which a rule over several fields is told."""
