"""Every number the rules judge by, in one place; an installation hands in its own."""

from dataclasses import dataclass

from network_service.domain.vocabulary import BodyKind, Sector


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers of the rules; the source report gives none, so each is a default that an office may change."""

    required_sectors: frozenset[str] = frozenset(
        {Sector.STATE, Sector.BUSINESS, Sector.CIVIL_SOCIETY, Sector.COMMUNITY, Sector.ACADEMIC}
    )
    """Sectors a network must have."""
    cut_off_share: float = 0.10
    """Cutting off more than this share of all actors is critical."""
    members_for_major: int = 3
    """A finding that affects at least so many members is major, unless its rule says otherwise."""
    acting_linkers_share: float = 0.80
    """Step 2 asks that at least this share of the linkers act as one."""
    body_sectors: int = 3
    """Step 5: least number of sectors on a body."""
    support_body_sectors: int = 2
    """Step 5: least number of sectors on the working group that supports provincial administration."""
    bodies_per_person: int = 3
    """Step 5: most bodies one person may sit on."""
    names_listed: int = 5
    """Most names a sentence lists before it says how many more there are."""
    # Of the affairs of the network.
    strong_frequency: int = 4
    """A tie of at least this frequency is strong: 4 is weekly."""
    recent_months: int = 12
    """An activity within so many months shows that a member takes part."""
    overload_factor: float = 3.0
    """Who carries more than this many times the median number of tasks carries too many."""
    ending_days: int = 90
    """What ends within so many days is told in time."""
    stale_days: int = 365
    """A record that nobody has checked for more days than this is stale."""
    one_sided_share: float = 0.5
    """More than this share of the ties told by one side only is too much to trust."""
    one_sided_pairs: int = 10
    """Least number of ties that both sides could have told, for that share to be judged."""

    # Of structure.
    thin_pair_ratio: float = 0.5
    """Two sectors with fewer ties than this share of those that their sizes would give are too thinly tied."""
    thin_pair_expected: float = 3.0
    """Where fewer ties than this would be expected, too few are no sign of anything."""
    community_ties: int = 1
    """Communities joined by so many ties at most are not bridged."""
    community_members: int = 3
    """Fewer members are no community that could be bridged."""
    community_stability: float = 0.8
    """Where two divisions into communities agree less than this, their borders are too uncertain to lean on."""
    broker_share: float = 0.1
    """Who holds more than this share of all brokerage across sectors is a strong broker; there are nine at most."""
    brokerage_paths: int = 10
    """Fewer ways between others of different sectors are too few to say who holds them."""
    manager_reach: float = 0.8
    """Step 3: least share of the members within two steps of the manager."""
    greatest_centralisation: float = 0.5
    """Greatest betweenness centralisation; above it reaching each other depends too much on one actor."""
    state_brokerage_share: float = 0.5
    """Greatest share of the brokerage across sectors that state actors should hold."""

    def sectors_on(self, body_kind: str) -> int:
        """Least number of sectors on a body of a kind."""
        return self.support_body_sectors if body_kind == BodyKind.PROVINCIAL_SUPPORT_WG else self.body_sectors
