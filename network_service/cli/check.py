"""`network-service check`: look at a province's whole network for what contradicts itself."""

from collections.abc import Iterator
from itertools import groupby

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, print_some, progress_bar
from network_service.cli.exit_status import Exit, guarded
from network_service.cli.options import (
    DEFAULT_LANGUAGE,
    AsOfOption,
    JsonOption,
    LanguageOption,
    ProvinceOption,
    StoreOption,
)
from network_service.domain.integrity.violation import Violation, Weight
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import label
from network_service.messages import Messages, messages_in
from network_service.operations.check_network import NetworkCheck, check_stored_network
from network_service.operations.check_report import as_plain

ALIKE = 5
"""Records of which a rule says the very same that are listed: fourteen seats that cite one order are one thing to mend,
and listed all they would hide what is said of one record alone."""


@guarded
def check(
    province: ProvinceOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Check the network; the exit status is 1 where anything contradicts itself, 3 where the store is not sound."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=store)
    with bootstrap.open_store(settings) as opened, progress_bar(words, shown=not as_json) as progress:
        checked = check_stored_network(
            bootstrap.this_user(), opened, day=as_of or today_in_thailand(), province=province, progress=progress
        )
    if as_json:
        print_json(as_plain(checked, words))
    else:
        print_check(checked, words)
    if checked.unsound:
        raise typer.Exit(Exit.STORE)
    if checked.of(Weight.CONTRADICTION):
        raise typer.Exit(Exit.FAULTS)


def print_check(checked: NetworkCheck, words: Messages) -> None:
    """The store's own faults, then a table a rule, then how many there are."""
    for code in checked.unsound:
        print_line(words.text("check.unsound", reason=words.text(code)), style="bold red")
    for _, group in groupby(checked.violations, key=lambda one: one.code):
        _print_rule(list(group), checked, words)
    _print_due(checked, words)
    day = format_date(checked.day, words.language)
    told = {"province": checked.province, "count": len(checked.records), "day": day, "revision": checked.revision}
    print_line(words.text("check.records", **told))
    if not checked.violations:
        print_line(words.text("check.sound"), style="bold")
        return
    counts = {f"{weight}s": len(checked.of(weight)) for weight in Weight}
    print_line(words.text("check.counted", **counts), style="bold")


def _print_due(checked: NetworkCheck, words: Messages) -> None:
    """Agreements that end before long and stages that are due, the most pressing first."""
    rows = [
        (
            checked.name(one.record.id),
            words.text(f"check.due.{one.code}"),
            format_date(one.day, words.language),
            str((one.day - checked.day).days),
        )
        for one in checked.due
    ]
    if rows:
        headers = [words.text(f"check.due.header.{name}") for name in ("record", "what", "day", "days_left")]
        print_some(headers, rows, words, title=words.text("check.due.title", count=len(rows)))


def _print_rule(found: list[Violation], checked: NetworkCheck, words: Messages) -> None:
    title = words.text(
        "check.group",
        weight=words.text(f"check.weight.{found[0].weight}"),
        count=len(found),
        cure=checked.fault(found[0]).cure(words),
    )
    headers = [words.text(f"check.header.{name}") for name in ("record", "kind", "sentence", "id")]
    rows = [row for alike in _by_sentence(found, checked, words) for row in _rows(alike, checked, words)]
    print_some(headers, rows, words, title=title)


def _by_sentence(found: list[Violation], checked: NetworkCheck, words: Messages) -> list[list[Violation]]:
    groups: dict[str, list[Violation]] = {}
    for one in found:
        groups.setdefault(checked.fault(one).sentence(words), []).append(one)
    return list(groups.values())


def _rows(alike: list[Violation], checked: NetworkCheck, words: Messages) -> Iterator[tuple[str, str, str, str]]:
    """A row a record, the first few of those of which the same is said; then how many more there are."""
    sentence = checked.fault(alike[0]).sentence(words)
    for one in alike[:ALIKE]:
        kind = label("kind", checked.records[one.record_id].kind, words.language)
        yield checked.name(one.record_id), kind, sentence, one.record_id
    if len(alike) > ALIKE:
        yield words.text("import.more", count=len(alike) - ALIKE), "", "", ""
