"""What of a study's tables somebody is shown: figures without names everybody, named ones officers.

A named list of figures reads as a judgement of people. Researchers get the same rows under pseudonyms.
"""

from collections.abc import Callable, Mapping

from network_service.documents.table import Cell
from network_service.documents.tables.table import Kind, Table
from network_service.domain.principal import Principal, Role
from network_service.errors import UnknownRecord
from network_service.operations.access import permit
from network_service.operations.kept_studies import KeptStudies, MadeStudy
from network_service.operations.sight.pseudonyms import Pseudonyms
from network_service.operations.study_network import StudyOptions

UNNAMED = frozenset(
    {"network", "mixing", "sector_pairs", "sectors", "community_summary", "robustness", "doubt"}
    | {"readiness", "factors", "factor_parts", "considerations"}
)
"""Tables whose rows are no actor, tie, body or finding; of them only the evidence names anybody."""
OFFICERS = frozenset({Role.NETWORK_MANAGER, Role.GOVERNORS_OFFICE, Role.LOCAL_OPERATOR})
"""Who is shown names."""
_NAMING = frozenset({"name", "evidence", "sentence", "remedy", "subjects", "members"})
_IDS = frozenset({"id", "source", "target", "first", "second", "other", "cut_off_ids", "holders"})
_CITING = frozenset({"key_players"})
"""Tables of actors whose `source` is that of a method."""
_FINDINGS = frozenset({"findings"})


def figures_of(
    principal: Principal, studies: KeptStudies, options: StudyOptions, operation: str = "figures"
) -> MadeStudy:
    """The study of a province within the principal's reach; everything of it is asked for here first."""
    assert options.province is not None
    permit(principal, operation, options.province)
    return studies.of(options)


def shown_tables(principal: Principal, made: MadeStudy, pseudonyms: Pseudonyms) -> Mapping[str, Table]:
    """The tables that a principal may see, by name, each without what it may not."""
    return {
        name: shown_table(principal, table, pseudonyms)
        for name, table in made.tables.items()
        if name in UNNAMED or _may_see_named(principal, name)
    }


def table_named(principal: Principal, made: MadeStudy, name: str, pseudonyms: Pseudonyms) -> Table:
    """One of them; `UnknownRecord` for one there is not, `NotPermitted` for one that is not for the principal."""
    if name not in made.tables:
        raise UnknownRecord("figures.unknown_table", name=name[:80], known=", ".join(made.tables))
    if name not in UNNAMED:
        permit(principal, "findings" if name in _FINDINGS else "named_figures")
    return shown_table(principal, made.tables[name], pseudonyms)


def shown_table(principal: Principal, table: Table, pseudonyms: Pseudonyms) -> Table:
    """The table as it is for officers; for all others without names, and with pseudonyms in place of ids."""
    if principal.roles & OFFICERS:
        return table
    kept = [place for place, column in enumerate(table.columns) if not _names(column.code)]
    change: list[Callable[[Cell], Cell]] = [
        (lambda cell: _pseudonyms(cell, pseudonyms)) if _is_id(table, place) else (lambda cell: cell) for place in kept
    ]
    rows = (tuple(made(row[place]) for made, place in zip(change, kept, strict=True)) for row in table.rows)
    return Table(table.name, tuple(table.columns[place] for place in kept), tuple(rows), table.methods)


def _may_see_named(principal: Principal, name: str) -> bool:
    allowed = OFFICERS if name in _FINDINGS else OFFICERS | {Role.RESEARCHER}
    return bool(principal.roles & allowed)


def _names(code: str) -> bool:
    return code in _NAMING or code.startswith(("sentence_", "action_")) or code.endswith(("_name", "_names"))


def _is_id(table: Table, place: int) -> bool:
    column = table.columns[place]
    if column.code == "source" and table.name in _CITING:
        return False
    return table.name not in UNNAMED and column.kind is Kind.TEXT and column.code in _IDS


def _pseudonyms(cell: Cell, pseudonyms: Pseudonyms) -> Cell:
    """Pseudonyms of an id, or of several that stand in one cell."""
    return " ".join(pseudonyms.of(one) for one in cell.split()) if isinstance(cell, str) else cell
