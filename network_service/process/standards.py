"""Every number that steps, factors and considerations are judged by; an installation hands in its own."""

from dataclasses import dataclass

from network_service.domain.vocabulary import BodyKind, Sector


@dataclass(frozen=True, slots=True)
class Standards:
    """The numbers of readiness; the source report gives none, so each is a default that an office may change."""

    required_sectors: frozenset[str] = frozenset(
        {Sector.STATE, Sector.BUSINESS, Sector.CIVIL_SOCIETY, Sector.COMMUNITY, Sector.ACADEMIC}
    )
    """Sectors a network must have; the k of the formulas is their number."""
    least_diversity: float = 0.6
    """Step 1: least diversity of sectors (IQV)."""
    largest_sector_share: float = 0.5
    """Step 1: greatest share of the members that one sector may have."""
    stakeholder_share: float = 0.8
    """Step 1: least share of an open issue's stakeholders that have a member."""
    group_members: int = 5
    """Step 2: a group of more people than this has a linker of its own."""
    acting_linkers_share: float = 0.8
    """Step 2: least share of the linkers that have a tie to another sector."""
    manager_reach: float = 0.8
    """Step 3: least share of the other members within two steps of the manager's actor."""
    manager_sectors: int = 3
    """Step 3: least number of other sectors that the manager's actor is tied to."""
    certified_share: float = 0.9
    """Step 4: least share of the active members that are certified."""
    body_sectors: int = 3
    """Step 5: least number of sectors on a body."""
    support_body_sectors: int = 2
    """Step 5: least number of sectors on the working group that supports provincial administration."""
    meeting_months: int = 6
    """Step 5: a body has met within so many months."""
    bodies_per_person: int = 3
    """Step 5: most bodies one person may sit on."""
    members_with_role: float = 0.8
    """Step 6: least share of the members that have a part in some task."""
    matching_assignments: float = 0.8
    """Step 6: least share of the assignments that suit the actor's resources or field, and its area."""
    load_inequality: float = 0.4
    """Step 6: greatest Gini coefficient of the number of tasks carried."""
    factors_met: int = 7
    """Step 7: least number of success factors that are met."""
    factor_met: float = 0.7
    """A factor whose score is at least this is met."""
    factor_partial: float = 0.4
    """A factor whose score is at least this is partly met, below it unmet."""
    data_cover: float = 0.6
    """Least share of the data that must be there; below it a figure is not known."""
    least_raters: int = 5
    """Least number of raters behind a mean that is used."""
    connector_weights: tuple[float, float, float] = (0.5, 0.3, 0.2)
    """`connector_persons`: sectors with a linker, linkers who broker, sectors that do not hang on one linker."""
    formal_weights: tuple[float, float, float] = (0.5, 0.3, 0.2)
    """`formal_relations`: certified members, ties with a formal basis, an order of the governor."""
    culture_weights: tuple[float, float] = (0.6, 0.4)
    """`integrative_culture`: the survey, work shared by several sectors."""
    trust_gap_weight: float = 0.5
    """`mutual_trust`: how much of the gap between trust inside and across sectors is taken off."""
    tie_years: float = 5.0
    """`tie_closeness`: a tie of so many years counts as old as any."""
    core_number: int = 2
    """`tie_closeness`: the k of the core that counts."""
    culture_sectors: int = 3
    """`integrative_culture`: least number of sectors in work that is shared."""
    contract_sectors: int = 2
    """`contract_tools`: least number of sectors among the parties of an agreement."""
    recent_months: int = 12
    """What happened within so many months is of this year."""
    sub_network_sectors: int = 3
    """`direction`: least number of sectors in a sub-network."""
    community_sectors: int = 3
    """`ultimate_goal`: least number of sectors in a community of practice."""
    community_meetings: int = 4
    """`ultimate_goal`: least number of meetings of a community of practice in the recent months."""
    stale_days: int = 365
    """A record that nobody has checked for more days than this is stale."""

    def sectors_on(self, body_kind: str) -> int:
        """Least number of sectors on a body of a kind."""
        return self.support_body_sectors if body_kind == BodyKind.PROVINCIAL_SUPPORT_WG else self.body_sectors
