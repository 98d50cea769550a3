"""How the command line prints: tables and lines in rich, progress on standard error, JSON on standard output."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from network_service.messages import Messages
from network_service.operations.progress import Progress as Report
from network_service.operations.progress import silent

SHOWN = 50
"""Rows of a table or list printed before the rest is only counted; `--json` gives all."""


def print_json(value: object) -> None:
    """One JSON document on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def print_line(text: str, *, style: str = "") -> None:
    """One line on standard output; what looks like markup in it is text."""
    Console(highlight=False, emoji=False, soft_wrap=True).print(escape(text), style=style)


def print_table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "") -> None:
    """A table on standard output, as wide as the window."""
    table = Table(title=escape(title) or None, title_justify="left", header_style="bold")
    for header in headers:
        # Thai has no spaces to break at: what does not fit is folded, as cutting it would lose it.
        table.add_column(escape(header), overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console(highlight=False, emoji=False).print(table)


def print_some(headers: Sequence[str], rows: Sequence[Sequence[str]], words: Messages, *, title: str = "") -> None:
    """A table of the first rows, and how many more there are."""
    print_table(headers, rows[:SHOWN], title=title)
    if len(rows) > SHOWN:
        print_line(words.text("import.more", count=len(rows) - SHOWN))


def print_items(items: Sequence[tuple[str, str, str]]) -> None:
    """A numbered list on standard output: of each item a mark, what it says, and below that what to do."""
    grid = Table.grid(
        Column(justify="right", no_wrap=True), Column(no_wrap=True), Column(overflow="fold"), padding=(0, 1)
    )
    for number, (mark, text, cure) in enumerate(items, start=1):
        grid.add_row(f"{number}.", f"[bold]{escape(mark)}[/]", escape(text))
        grid.add_row("", "", f"[green]→ {escape(cure)}[/]", end_section=True)
    Console(highlight=False, emoji=False).print(grid)


@contextmanager
def progress_bar(messages: Messages, *, shown: bool) -> Iterator[Report]:
    """A bar on standard error while the block runs, one row a stage; nothing where it is not wanted or not a window."""
    console = Console(stderr=True)
    if not shown or not console.is_terminal:
        yield silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(messages.text(stage), total=total or None)
            bar.update(tasks[stage], completed=done, total=total or None)

        yield report
