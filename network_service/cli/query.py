"""`network-service query NAME`: a question of the library, answered as a table, CSV or JSON."""

import csv
import sys
from datetime import date
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, print_some, print_table
from network_service.cli.exit_status import guarded
from network_service.cli.options import (
    DEFAULT_LANGUAGE,
    AsOfOption,
    JsonOption,
    LanguageOption,
    ProvinceOption,
    StoreOption,
    said,
)
from network_service.cli.query_words import as_plain, cell, column_word, explained, shown
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.thai.dates import format_date
from network_service.errors import UsageError
from network_service.ingest.formula_guard import guard
from network_service.messages import Messages, messages_in
from network_service.operations.run_query import Answer, list_queries, run_query


@guarded
def query(
    name: Annotated[
        str | None, typer.Argument(help=said("cli.argument.query"), metavar="NAME", show_default=False)
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", help=said("cli.option.param"), metavar="NAME=VALUE", show_default=False),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help=said("cli.option.list_queries"))] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help=said("cli.option.csv"))] = False,
    province: ProvinceOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Answer a question, or list the questions with what each takes."""
    words, user, library = messages_in(language), bootstrap.this_user(), bootstrap.query_library()
    if listing or name is None:
        found = list_queries(user, library)
        if as_json:
            print_json([as_plain(one) for one in found])
            return
        headers = [words.text(f"query.list.{header}") for header in ("name", "purpose", "parameters")]
        both = [(one, "\n".join(one.purpose[each] for each in ("th", "en"))) for one in found]
        print_table(headers, [(one.name, purpose, explained(one, words)) for one, purpose in both])
        print_line(words.text("query.list.how"))
        return
    given = _named_values(parameters or [])
    settings = bootstrap.read_settings(store=store)
    with bootstrap.open_store(settings) as opened:
        day = as_of or today_in_thailand()
        answer = run_query(user, opened, library, name, given, day=day, province=province)
    if as_json:
        _print_as_json(answer)
    elif as_csv:
        _print_as_csv(answer)
    else:
        _print_as_table(answer, words)


def _named_values(given: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.strip() or name.strip() in values:
            raise UsageError("query.bad_parameter", given=one)
        values[name.strip()] = value.strip()
    return values


def _print_as_json(answer: Answer) -> None:
    names = list(answer.columns)
    print_json(
        {
            "query": answer.query.name,
            "parameters": dict(answer.parameters),
            "revision": answer.revision,
            "rows": [dict(zip(names, row, strict=True)) for row in answer.rows],
        }
    )


def _print_as_csv(answer: Answer) -> None:
    """Codes and ISO days under the names of the columns; no text that a spreadsheet would run; empty is not known."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(list(answer.columns))
    writer.writerows([guard(value) if isinstance(value, str) else value for value in row] for row in answer.rows)


def _print_as_table(answer: Answer, words: Messages) -> None:
    """The question in the reader's language, its rows in words, how many, of which day and revision."""
    query, day = answer.query, format_date(date.fromisoformat(str(answer.parameters["day"])), words.language)
    fields = shown(query)
    headers = [column_word(field, words) for field in fields]
    columns = [[cell(field, value, words) for value in answer.columns[field.name]] for field in fields]
    rows = list(zip(*columns, strict=True))
    print_line(query.purpose[words.language], style="bold")
    if rows:
        print_some(headers, rows, words)
    told = {"province": answer.parameters["province"], "day": day, "revision": answer.revision}
    print_line(words.text("query.rows", count=len(rows), **told))
