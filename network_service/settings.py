"""One frozen settings object; every setting is an environment variable `NETWORK_SERVICE_<NAME>` (docs/settings.md)."""

from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from network_service.domain.vocabulary import Sector

PREFIX = "NETWORK_SERVICE_"
"""Every setting's name in the environment begins with this."""


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
        default=0.10, ge=0, le=1, description="a single point that cuts off more than this share of actors is critical"
    )
    body_sectors: int = Field(default=3, ge=1, description="least number of sectors on a body")
    support_body_sectors: int = Field(
        default=2, ge=1, description="least number of sectors on the support working group"
    )
    bodies_per_person: int = Field(default=3, ge=1, description="most bodies one person should sit on")
    layout_seed: int = Field(default=11, ge=0, description="seed of the map's layout")
    parse_memory: int = Field(
        default=1024, ge=256, description="megabytes that the process which parses a file may take"
    )
    parse_seconds: int = Field(default=600, ge=1, description="seconds that parsing a file may take")

    @field_validator("required_sectors", mode="before")
    @classmethod
    def _from_commas(cls, value: Any) -> Any:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value
