"""What every request of one installation shares; made once, by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from network_service.domain.principal import Principal
from network_service.operations.jobs.run import JobRunner
from network_service.operations.kept import Kept
from network_service.operations.kept_studies import KeptStudies
from network_service.operations.picture import Picture
from network_service.operations.sight.pseudonyms import Pseudonyms
from network_service.operations.sight.sights import Sights
from network_service.operations.study_network import AnalysisRules
from network_service.operations.workers import Workers
from network_service.store.base import Store
from network_service.store.query_library import QueryLibrary


@dataclass(frozen=True)
class Limits:
    """What one request may ask for."""

    body_bytes: int
    """Longest body, files apart."""
    file_bytes: int
    """Longest file."""


@dataclass(frozen=True)
class Service:
    """The parts of the service that a request works with, and the numbers it works by."""

    store: Store
    rules: AnalysisRules
    queries: QueryLibrary
    workers: Workers
    studies: KeptStudies
    jobs: JobRunner
    sights: Sights
    pictures: Kept[Picture]
    limits: Limits
    language: str
    now: Callable[[], datetime]
    today: Callable[[], date]
    trusted_proxies: frozenset[str]
    public: Principal | None = None
    """Who may look without an account; nobody where it is `None`."""

    @property
    def pseudonyms(self) -> Pseudonyms:
        """The pseudonyms of this installation."""
        assert self.sights.pseudonym_key
        return Pseudonyms(self.sights.pseudonym_key)
