"""Open a store, or the sample provinces in a temporary one, and look at networks in it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from network_service import bootstrap
from network_service.domain.error_sentence import sentence_of
from network_service.domain.thai.clock import today_in_thailand
from network_service.errors import NetworkServiceError
from network_service.notebook.network import ProvinceNetwork
from network_service.operations.load_sample import load_sample
from network_service.operations.study_network import StudyOptions, study_network
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE


class OpenStore:
    """A store that is open for looking at networks; leaving its context, or `close`, closes it.

    Made by `open_store` and `open_sample`. `day` is the day networks are shown for unless another is asked for.
    """

    def __init__(self, address: str | None, *, language: str | None, day: date, held: ExitStack) -> None:
        """Open what is at the address; `held` is closed with it."""
        settings = bootstrap.read_settings(store=address, language=language)
        self.address = settings.store
        self.language: str = settings.language
        self.day = day
        self._rules = bootstrap.analysis_rules(settings)
        self._user = bootstrap.this_user()
        with _said(self.language):
            self._store = held.enter_context(bootstrap.open_store(settings, must_exist=True))
        self._held = held.pop_all()

    @property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces the store has something of."""
        with _said(self.language):
            return self._store.provinces()

    @property
    def revision(self) -> int:
        """Number of the last change of what is stored; each earlier one can be looked at still."""
        with _said(self.language):
            return self._store.revision()

    def network(
        self,
        province: str | None = None,
        *,
        as_of: date | str | None = None,
        revision: int | None = None,
        minimum_strength: int | None = None,
    ) -> ProvinceNetwork:
        """A province's network on a day, as a revision told of it.

        `province` may be left out where the store has one only. `as_of` is a day or its ISO form, by default `day`;
        `revision` by default the last. With `minimum_strength` (1 to 5) weaker ties, and those of unknown strength, are
        hidden from measures and tables, while findings and readiness stay about all that is recorded.
        """
        day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of or self.day
        options = StudyOptions(
            as_of=day,
            rules=self._rules,
            province=province,
            minimum_strength=minimum_strength,
            thorough=False,
            revision=revision,
        )
        with _said(self.language):
            return ProvinceNetwork(study_network(self._user, self._store, options), self._rules, self.language)

    def close(self) -> None:
        """Close the store; networks taken from it stay."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<OpenStore {self.address}: {', '.join(self.provinces) or '-'}; revision {self.revision}>"


def open_store(address: str | Path | None = None, *, language: str | None = None) -> OpenStore:
    """Open a store that is there: a file's path, or an address as the settings have it; by default the settings' own.

    >>> store = open_store("absent.sqlite", language="en")
    Traceback (most recent call last):
    network_service.errors.StoreUnavailable: store.absent(path='sqlite:///absent.sqlite')
    There is no store at sqlite:///absent.sqlite. Check the address.
    """
    told = str(address) if address is not None and "://" in str(address) else None
    if address is not None and told is None:
        told = bootstrap.SQLITE_SCHEME + Path(address).as_posix()
    with ExitStack() as held:
        return OpenStore(told, language=language, day=today_in_thailand(), held=held)


def open_sample(*provinces: str, language: str | None = None) -> OpenStore:
    """The sample province (`TH-98`), or those named, in a store of its own that goes when it is closed.

    They are invented, and made for one day, which is `day` here. `TH-98` takes some seconds: its twelve monthly files
    are imported one after the other, so that there is a past to look at.
    """
    with ExitStack() as held:
        folder = held.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))
        address = bootstrap.SQLITE_SCHEME + (Path(folder) / "sample.sqlite").as_posix()
        settings = bootstrap.read_settings(store=address, language=language)
        with _said(settings.language), bootstrap.open_store(settings) as store:
            load_sample(bootstrap.this_user(), store, provinces or (SAMPLE_PROVINCE,))
        return OpenStore(address, language=language, day=SAMPLE_DAY, held=held)


@contextmanager
def _said(language: str) -> Iterator[None]:
    """Errors bring their sentence with them, so that a notebook shows more than a code."""
    try:
        yield
    except NetworkServiceError as error:
        error.add_note(sentence_of(error, language))
        raise
