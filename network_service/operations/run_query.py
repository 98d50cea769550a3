"""Ask a question of the library about one province; list the questions there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from network_service.domain.principal import Principal
from network_service.operations.access import permit
from network_service.operations.province import province_meant
from network_service.operations.query_parameters import as_asked, day_in
from network_service.store.base import Columns, StoreReader
from network_service.store.query_library import NamedQuery, QueryLibrary


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question as columns, with what was asked: the province, the day and the other values as bound."""

    query: NamedQuery
    parameters: Mapping[str, str | int]
    revision: int
    columns: Columns

    @property
    def rows(self) -> list[tuple[object, ...]]:
        """The same, row by row."""
        return list(zip(*self.columns.values(), strict=True))


def list_queries(principal: Principal, library: QueryLibrary) -> tuple[NamedQuery, ...]:
    """All questions by name."""
    permit(principal, "list_queries")
    return tuple(library.get(name) for name in library.names)


def run_query(
    principal: Principal,
    store: StoreReader,
    library: QueryLibrary,
    name: str,
    given: Mapping[str, str],
    *,
    day: date,
    province: str | None = None,
) -> Answer:
    """Ask a question, with values as people type them: days in either era, words of vocabularies, names of records.

    `province` and `day` count where the values do not name them. The principal must reach the province: every question
    reads the records of that one only. `UnknownRecord` for a question that the library has not, `UsageError` for a
    value that does not fit, `StoreUnavailable` where the time for questions is over.
    """
    permit(principal, "query")
    query = library.get(name)
    values = dict(given)
    code = province_meant(principal, "query", store, values.pop("province", province))
    asked = day_in(query, "day", values.pop("day", None)) or day
    fitted = as_asked(principal, store, query, values, province=code)
    parameters = query.bind({**fitted, "province": code, "day": asked})
    revision = store.revision()
    return Answer(query, parameters, revision, store.run_query(name, parameters))
