"""The codebook: what every column of every table means, made from the columns themselves."""

from collections.abc import Iterable, Sequence

from network_service.documents.tables.both_languages import in_both, sentence_in_both
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.domain.vocabulary import terms
from network_service.messages import LANGUAGES, Messages, messages_in

_COLUMNS = (
    Column("table", Kind.TEXT, "column.codebook.table"),
    Column("column", Kind.TEXT, "column.codebook.column"),
    Column("type", Kind.TEXT, "column.codebook.type"),
    Column("unit", Kind.TEXT, "column.unit"),
    Column("range", Kind.TEXT, "column.codebook.range", missing="missing.no_range"),
    *in_both("meaning", "column.codebook.meaning"),
    *in_both("missing", "column.codebook.missing"),
    Column("codes", Kind.TEXT, "column.codebook.codes", missing="missing.no_codes"),
    Column("source", Kind.TEXT, "column.source", missing="missing.no_source"),
)


def codebook_table(tables: Sequence[Table], *, synthetic: bool) -> Table:
    """One row a column of the tables, and of the codebook itself."""
    itself = Table.of("codebook", _COLUMNS, (), synthetic=synthetic)
    rows = (_row(table, column) for table in (*tables, itself) for column in table.columns)
    return Table.of("codebook", _COLUMNS, rows, synthetic=synthetic)


def codebook_text(tables: Sequence[Table]) -> str:
    """The same as Markdown, Thai first, to be read beside the files."""
    itself = codebook_table((), synthetic=False)
    parts = ["# " + " / ".join(words.text("codebook.title") for words in _both())]
    parts += [words.text("codebook.introduction") for words in _both()]
    parts += [_explained("codebook.kind", Kind), _explained("codebook.unit", Unit)]
    parts += [_section(table) for table in (*tables, itself)]
    return "\n\n".join(parts) + "\n"


def _row(table: Table, column: Column) -> tuple[str | None, ...]:
    return (
        *(table.name, column.code, column.kind.value, column.unit.value, _range(column) or None),
        *(*sentence_in_both(column.meaning), *sentence_in_both(column.missing)),
        *(_codes(column) or None, column.source or None),
    )


def _range(column: Column) -> str:
    """Between what the figures lie, as an interval."""
    if column.bounds is None:
        return ""
    least, most = column.bounds
    return f"{'(-∞' if least is None else f'[{least:g}'}, {'∞)' if most is None else f'{most:g}]'}"


def _codes(column: Column) -> str:
    """The codes of a vocabulary with their words."""
    if not column.vocabulary:
        return ""
    return "; ".join(f"{code} = {term.thai} / {term.english}" for code, term in terms(column.vocabulary).items())


def _both() -> Iterable[Messages]:
    return map(messages_in, LANGUAGES)


def _explained(prefix: str, codes: Iterable[Kind] | Iterable[Unit]) -> str:
    title = " / ".join(words.text(prefix) for words in _both())
    lines = (
        f"- `{code.value}`: " + " / ".join(words.text(f"{prefix}.{code.value}") for words in _both()) for code in codes
    )
    return "\n".join((f"**{title}**", "", *lines))


def _section(table: Table) -> str:
    head = " | ".join(
        " / ".join(words.text(f"codebook.head.{name}") for words in _both())
        for name in ("column", "type", "unit", "range", "meaning", "missing", "codes", "source")
    )
    lines = [
        f"## {table.name}",
        "",
        "\n\n".join(words.text(table.title) for words in _both()),
        "",
        f"| {head} |",
        "|---" * 8 + "|",
    ]
    for column in table.columns:
        _, code, kind, unit, range_, *told, codes, source = _row(table, column)
        thai, english, empty_thai, empty_english = (str(one) for one in told)
        about = (f"{thai}<br>{english}", f"{empty_thai}<br>{empty_english}")
        cells = (f"`{code}`", kind, unit, range_, *about, codes, source)
        lines.append("| " + " | ".join(_cell(cell or "") for cell in cells) + " |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    """A text that does not end its cell."""
    return text.replace("|", "\\|")
