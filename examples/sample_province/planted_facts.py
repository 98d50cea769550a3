"""What else is planted in the sample, for figures and rules over the records of the whole province, as data.

Subjects are keys of the tables (`task:t07`); `number` is what a count or a share over the records must come to on the
sample's day. Where a figure leaves a choice of formula, the subjects hold under each.
"""

from dataclasses import dataclass

FISCAL_YEAR = (2025, 10, 1)
"""First day of the fiscal year 2569, which ends the day before the sample's day."""


@dataclass(frozen=True, slots=True)
class PlantedFact:
    """Something to be found: for which figure or rule, about what, with which number, and why it is so."""

    figure: str
    subjects: tuple[str, ...]
    why: str
    number: float | None = None


PLANTED_FACTS = (
    PlantedFact("paper_member", ("actor:salt",), "certified, and without tie, task or activity in twelve months"),
    PlantedFact(
        "task_without_accountable",
        ("task:t07", "task:t11", "task:t13"),
        "somebody is responsible, nobody answers for it",
    ),
    PlantedFact(
        "task_overload",
        ("actor:civnet",),
        "a part in nine tasks, more than three times the median (one) of those with any part",
        9,
    ),
    PlantedFact(
        "agreement_ending", ("agreement:elders", "agreement:food", "agreement:tourism"), "each ends within 90 days"
    ),
    PlantedFact("ended_and_used", ("agreement:work",), "ended on 31 March 2026; the service it covers goes on"),
    PlantedFact("agreement_incomplete", ("agreement:food",), "covers a service without naming a resource"),
    PlantedFact(
        "stage_overdue",
        ("agreement:care", "agreement:work"),
        "monitoring since September, the final evaluation since July",
    ),
    PlantedFact("superseded_and_cited", ("instrument:o902",), "the strategic partners' seats still cite it"),
    PlantedFact("expired_and_cited", ("instrument:c2",), "memberships still rest on it", 8),
    PlantedFact(
        "certified_without_paper",
        ("actor:arts", "actor:ricemills", "actor:roadsafe"),
        "nobody noted which paper certified them",
    ),
    PlantedFact("body_not_meeting", ("body:monitoring",), "last met on 20 February 2026"),
    PlantedFact("community_active", ("community_of_practice:watercop",), "meets every quarter and published a lesson"),
    PlantedFact("community_asleep", ("community_of_practice:carecop",), "last met in September 2025, no lesson"),
    PlantedFact("response_too_low", ("business",), "9 of 20 answered the survey 1/2569", 0.45),
    PlantedFact("cell_too_small", ("academic", "business"), "four raters: their trust in business has no mean", 4),
    PlantedFact("acceptance_lowest", ("business",), "the lowest mean over the five sectors for the governor", 3.4),
    PlantedFact(
        "decided_without_participation",
        ("issue:elders", "issue:prices", "plan:cluster"),
        "no feedback; only informed before; asked after the decision",
    ),
    PlantedFact(
        "decided_with_participation",
        ("issue:dust", "issue:waste", "issue:water", "plan:plan2570"),
        "consulted before the decision, with feedback published",
    ),
    PlantedFact(
        "promise_not_kept", ("activity:a04", "activity:a08", "activity:a12"), "what the public was told did not come"
    ),
    PlantedFact(
        "stakeholder_not_member", ("actor:builders", "actor:school"), "named for an issue, and no active member"
    ),
    PlantedFact(
        "need_matched",
        ("actor:assembly", "actor:dustwatch", "actor:elders", "actor:health"),
        "an offer of that kind within two steps, which this offerer has not shared with it yet",
    ),
    PlantedFact("thin_pair", ("business", "community"), "no tie at all", 0),
    PlantedFact("thin_pair", ("citizen", "community"), "two ties", 2),
    PlantedFact("thin_pair", ("civil_society", "community"), "nine ties, less than half of what is expected", 9),
    PlantedFact("stale", (), "of all 150 actors, those last checked more than 365 days ago", 17),
    PlantedFact("never_verified", (), "of all 150 actors, those that nobody ever checked", 7),
)
"""Every planted fact; `planted.PLANTED` holds the gaps that the rules of the first release find."""


@dataclass(frozen=True, slots=True)
class PlantedPast:
    """Something that the store says otherwise at an earlier revision: until which one, and what it said."""

    subject: str
    until_revision: int
    said: str


PLANTED_PAST = (
    PlantedPast("actor:power", 3, "sector state: a slip"),
    PlantedPast("actor:ricemills", 4, "a misspelt name: a slip"),
    PlantedPast("person:health_chair", 7, "another family name: a slip"),
    PlantedPast("agreement:care", 4, "a budget of 36,000,000 baht: one nought too many"),
    PlantedPast("body:support", 5, "order 216/2568, before 120/2569 took its place"),
    PlantedPast("person:research_head", 5, "still links academia, though that ended with 2025"),
    PlantedPast("actor:socialent", 2, "still works with the weavers, though that ended on 30 June 2025"),
    PlantedPast("actor:builders", 3, "still a certified member, though that ended on 30 November 2025"),
)
"""What became known late or was put right, with the last revision of a fresh store that says it the old way."""
