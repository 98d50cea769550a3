"""Studies of networks, made apart and kept: who asks for one that is being made waits for that one."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from network_service.documents.tables.every_table import Judged, every_table
from network_service.documents.tables.table import Table
from network_service.domain.principal import local_operator
from network_service.operations.study_network import Study, StudyOptions, study_network
from network_service.operations.workers import Workers, outcome
from network_service.store.base import Store, StoreReader

KEPT = 12
"""Studies kept; that of 2,000 actors and 12,000 ties takes some 20 MB."""
_SERVICE = local_operator("service")
_Key = tuple[str | None, date, int | None, bool, int]


@dataclass(frozen=True)
class MadeStudy:
    """A study, and all that it gives as tidy tables by name."""

    study: Study
    tables: Mapping[str, Table]


class KeptStudies:
    """Studies by province, day, least strength, thoroughness and revision; the least recently asked for goes first."""

    def __init__(self, store: StoreReader, workers: Workers, *, kept: int = KEPT) -> None:
        """Study the networks of a store."""
        self._store, self._workers, self._kept = store, workers, kept
        self._lock = threading.Lock()
        self._studies: OrderedDict[_Key, Future[MadeStudy]] = OrderedDict()

    def of(self, options: StudyOptions) -> MadeStudy:
        """The study of these options at their revision, else the latest; what it raises it raises for all who wait.

        Whether somebody may see it is not asked here.
        """
        fixed = replace(options, revision=options.revision or self._store.revision(), thorough=bool(options.thorough))
        assert fixed.revision is not None
        key = (fixed.province, fixed.as_of, fixed.minimum_strength, bool(fixed.thorough), fixed.revision)
        with self._lock:
            coming = self._studies.get(key)
            if coming is None or (coming.done() and coming.exception() is not None):
                coming = self._studies[key] = self._workers.begin(partial(made_study, options=fixed))
            self._studies.move_to_end(key)
            while len(self._studies) > self._kept:
                self._studies.popitem(last=False)
        return outcome(coming)


def made_study(store: Store, *, options: StudyOptions) -> MadeStudy:
    """A study with its tables, as another process makes it."""
    study = study_network(_SERVICE, store, options)
    judged = Judged(study.readings, study.considerations, study.doubts, study.findings)
    tables = every_table(study.snapshot, study.measures, judged, study.at_length)
    return MadeStudy(study, {table.name: table for table in tables})
