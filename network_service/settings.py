"""One frozen settings object; every setting is an environment variable `NETWORK_SERVICE_<NAME>` (docs/settings.md)."""

from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from network_service.domain.vocabulary import Sector

PREFIX = "NETWORK_SERVICE_"
"""Every setting's name in the environment begins with this."""


_ROUNDING = 1e-9
Weight = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole."""
Weights2 = Annotated[tuple[Weight, Weight], NoDecode]
"""Two parts that make one whole."""
Weights3 = Annotated[tuple[Weight, Weight, Weight], NoDecode]
"""Three parts that make one whole."""


def _default_store() -> str:
    return f"sqlite:///{user_data_path('network-service', appauthor=False).as_posix()}/network.sqlite"


class Settings(BaseSettings):
    """What an installation can set; read by `bootstrap` only, and handed on as plain values."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    store: str = Field(
        default_factory=_default_store, description="where the network is kept: sqlite:///PATH or neo4j://HOST:PORT"
    )
    neo4j_user: str = Field(default="neo4j", description="user of the service on a Neo4j server")
    neo4j_password_file: Path | None = Field(default=None, description="file with that user's password")
    neo4j_password: SecretStr = Field(
        default=SecretStr(""), description="that password itself, where there can be no file; never in the address"
    )
    language: Literal["th", "en"] = Field(default="th", description="language of sentences: th or en")
    audit_key_file: Path | None = Field(
        default=None, description="file with the key that seals audit entries (HMAC); at least 32 bytes"
    )
    required_sectors: Annotated[tuple[Sector, ...], NoDecode] = Field(
        default=(Sector.STATE, Sector.BUSINESS, Sector.CIVIL_SOCIETY, Sector.COMMUNITY, Sector.ACADEMIC),
        description="sectors that a network must have, separated by commas",
    )
    large_agreement_parties: int = Field(
        default=10, ge=2, description="agreements of more parties make a layer of their own"
    )
    strength_cover: float = Field(
        default=0.6, ge=0, le=1, description="least share of collaboration ties with a frequency for weighted measures"
    )
    cut_off_share: float = Field(
        default=0.10, ge=0, le=1, description="more than this share of the actors cut off is critical"
    )
    members_for_major: int = Field(
        default=3, ge=1, description="a finding that affects at least so many members is major"
    )
    body_sectors: int = Field(default=3, ge=1, description="least number of sectors on a body")
    support_body_sectors: int = Field(
        default=2, ge=1, description="least number of sectors on the support working group"
    )
    bodies_per_person: int = Field(default=3, ge=1, description="most bodies one person should sit on")
    least_diversity: float = Field(default=0.6, ge=0, le=1, description="step 1: least diversity of sectors (IQV)")
    largest_sector_share: float = Field(
        default=0.5, ge=0, le=1, description="step 1: greatest share of the members in one sector"
    )
    stakeholder_share: float = Field(
        default=0.8, ge=0, le=1, description="step 1: least share of an open issue's stakeholders that have a member"
    )
    group_members: int = Field(default=5, ge=1, description="step 2: a group of more people has a linker of its own")
    acting_linkers_share: float = Field(
        default=0.8, ge=0, le=1, description="step 2: least share of the linkers with a tie to another sector"
    )
    manager_reach: float = Field(
        default=0.8, ge=0, le=1, description="step 3: least share of the members within two steps of the manager"
    )
    manager_sectors: int = Field(
        default=3, ge=0, description="step 3: least number of other sectors the manager is tied to"
    )
    certified_share: float = Field(
        default=0.9, ge=0, le=1, description="step 4: least share of the members that are certified"
    )
    meeting_months: int = Field(default=6, ge=1, description="step 5: a body has met within so many months")
    members_with_role: float = Field(
        default=0.8, ge=0, le=1, description="step 6: least share of the members with a part in some task"
    )
    matching_assignments: float = Field(
        default=0.8, ge=0, le=1, description="step 6: least share of the assignments that suit the actor"
    )
    load_inequality: float = Field(
        default=0.4, ge=0, le=1, description="step 6: greatest Gini coefficient of the tasks carried"
    )
    factors_met: int = Field(default=7, ge=0, le=9, description="step 7: least number of success factors that are met")
    factor_met: float = Field(default=0.7, ge=0, le=1, description="a factor with at least this score is met")
    factor_partial: float = Field(
        default=0.4, ge=0, le=1, description="a factor with at least this score is partly met, below it unmet"
    )
    data_cover: float = Field(
        default=0.6, ge=0, le=1, description="least share of the data that must be there; below it it is not known"
    )
    least_raters: int = Field(default=5, ge=5, description="least number of raters behind a mean that is used")
    connector_weights: Weights3 = Field(
        default=(0.5, 0.3, 0.2), description="parts of the factor of connecting persons, separated by commas"
    )
    formal_weights: Weights3 = Field(
        default=(0.5, 0.3, 0.2), description="parts of the factor of formal relations, separated by commas"
    )
    culture_weights: Weights2 = Field(
        default=(0.6, 0.4), description="parts of the factor of integrative culture, separated by commas"
    )
    trust_gap_weight: float = Field(
        default=0.5, ge=0, le=1, description="how much of the gap between trust inside and across sectors is taken off"
    )
    tie_years: float = Field(default=5.0, gt=0, description="a tie of so many years counts as old as any")
    core_number: int = Field(default=2, ge=1, description="the k of the core whose members count for close ties")
    culture_sectors: int = Field(default=3, ge=1, description="least number of sectors in work that is shared")
    contract_sectors: int = Field(default=2, ge=1, description="least number of sectors party to an agreement")
    recent_months: int = Field(default=12, ge=1, description="what happened within so many months is of this year")
    sub_network_sectors: int = Field(default=3, ge=1, description="least number of sectors in a sub-network")
    community_sectors: int = Field(default=3, ge=1, description="least number of sectors in a community of practice")
    community_meetings: int = Field(
        default=4, ge=1, description="least number of meetings of a community of practice in that time"
    )
    stale_days: int = Field(default=365, ge=1, description="a record that nobody has checked for more days is stale")
    thin_pair_ratio: float = Field(
        default=0.5, ge=0, le=1, description="two sectors with a smaller share of the ties expected are thinly tied"
    )
    thin_pair_expected: float = Field(
        default=3.0, ge=0, description="least number of ties expected, below it thin pairs are not told"
    )
    community_ties: int = Field(default=1, ge=0, description="communities joined by so many ties are not bridged")
    community_members: int = Field(default=3, ge=1, description="least number of members of such a community")
    community_stability: float = Field(
        default=0.8, ge=0, le=1, description="least agreement between divisions into communities, below it none is told"
    )
    broker_share: float = Field(
        default=0.1, ge=0, le=1, description="more than this share of the brokerage across sectors is a strong broker's"
    )
    brokerage_paths: int = Field(
        default=10, ge=1, description="least number of ways between sectors, below it brokerage is not judged"
    )
    greatest_centralisation: float = Field(
        default=0.5, ge=0, le=1, description="greatest betweenness centralisation of the network"
    )
    state_brokerage_share: float = Field(
        default=0.5, ge=0, le=1, description="greatest share of the brokerage across sectors that state actors hold"
    )
    strong_frequency: int = Field(default=4, ge=1, le=5, description="a tie of at least this frequency is strong")
    overload_factor: float = Field(
        default=3.0, ge=1, description="more than this many times the median number of tasks is too many"
    )
    ending_days: int = Field(default=90, ge=1, description="what ends within so many days is told in time")
    one_sided_share: float = Field(
        default=0.5, ge=0, le=1, description="more than this share of the ties told by one side only is too much"
    )
    one_sided_pairs: int = Field(
        default=10, ge=1, description="least number of ties both sides could have told, for that share to be judged"
    )
    layout_seed: int = Field(default=11, ge=0, description="seed of the map's layout")
    chance_seed: int = Field(default=1, ge=0, description="seed of all that chance decides in figures")
    parse_memory: int = Field(
        default=1024, ge=256, description="megabytes that the process which parses a file may take"
    )
    parse_seconds: int = Field(default=600, ge=1, description="seconds that parsing a file may take")

    work_folder: Path | None = Field(
        default=None, description="folder for the files of jobs while the service runs; else the system's"
    )
    file_megabytes: int = Field(default=64, ge=1, description="greatest size of a file that the service takes")
    pseudonym_key_file: Path | None = Field(
        default=None, description="file with the key of researchers' pseudonyms (32 bytes or more); else a new one"
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="addresses or networks whose word on the asker's address counts, separated by commas"
    )
    public_view: bool = Field(default=False, description="whether what is public may be seen without an account")

    @field_validator(
        "required_sectors", "connector_weights", "formal_weights", "culture_weights", "trusted_proxies", mode="before"
    )
    @classmethod
    def _from_commas(cls, value: Any) -> Any:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("trusted_proxies")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        # No name and no `*`: whoever could make himself one of them would choose the address that counts as his.
        for one in value:
            ip_network(one, strict=False)
        return value

    @field_validator("connector_weights", "formal_weights", "culture_weights")
    @classmethod
    def _make_one_whole(cls, value: tuple[float, ...]) -> tuple[float, ...]:
        if abs(sum(value) - 1) > _ROUNDING:
            raise ValueError("weights that do not sum to 1")
        return value
