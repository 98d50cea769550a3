"""`network-service duplicates`: records that are probably one and the same, for a person to decide."""

from datetime import date
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import SHOWN, print_items, print_json, print_line, progress_bar
from network_service.cli.exit_status import guarded
from network_service.cli.options import (
    DEFAULT_LANGUAGE,
    JsonOption,
    LanguageOption,
    ProvinceOption,
    StoreOption,
    said,
)
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.thai.dates import format_date
from network_service.messages import Messages, messages_in
from network_service.operations.declare_different import declare_different
from network_service.operations.duplicates_report import as_plain
from network_service.operations.find_duplicates import Candidate, Difference, Duplicates, Proposal, find_duplicates

DifferentOption = Annotated[
    tuple[str, str] | None,
    typer.Option("--different", help=said("cli.option.different"), metavar="ID1 ID2", show_default=False),
]


@guarded
def duplicates(
    province: ProvinceOption = None,
    different: DifferentOption = None,
    reason: Annotated[
        str | None,
        typer.Option("--reason", help=said("cli.option.different_reason"), metavar="TEXT", show_default=False),
    ] = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """List probable duplicates with the command that would merge them; or remember that two records differ."""
    words = messages_in(language)
    settings, user, day = bootstrap.read_settings(store=store), bootstrap.this_user(), today_in_thailand()
    with bootstrap.open_store(settings) as opened, progress_bar(words, shown=not as_json) as progress:
        if different is not None:
            one, other = declare_different(user, opened, opened.application, *different, day, reason=reason)
            if as_json:
                print_json({"different": list(different)})
            else:
                print_line(words.text("duplicates.remembered", one=one, other=other))
            return
        found = find_duplicates(user, opened, opened.application, day=day, province=province, progress=progress)
    if as_json:
        print_json(as_plain(found))
    else:
        print_proposals(found, words)


def print_proposals(found: Duplicates, words: Messages) -> None:
    """The pairs with their reasons, and below each what to type."""
    print_line(words.text("duplicates.found", count=len(found.proposals), province=found.province), style="bold")
    if found.different:
        print_line(words.text("duplicates.left_out", count=len(found.different)))
        for one in found.different[:SHOWN]:
            print_line("  " + _difference(one, words))
    print_items(
        [
            (words.text(f"duplicate.verdict.{one.pair.verdict}"), _sentence(one, words), one.merge_command)
            for one in found.proposals[:SHOWN]
        ]
    )
    if len(found.proposals) > SHOWN:
        print_line(words.text("duplicates.more", count=len(found.proposals) - SHOWN))
    if found.proposals:
        print_line(words.text("duplicates.if_different", command=found.proposals[0].different_command))


def _difference(difference: Difference, words: Messages) -> str:
    declared = difference.declared
    day = format_date(date.fromisoformat(declared.on), words.language) if declared.on else "–"
    one, other = difference.one.name, difference.other.name
    told = words.text("duplicates.different", one=one, other=other, by=declared.by or "–", day=day)
    return f"{told}: {declared.reason}" if declared.reason else told


def _sentence(proposal: Proposal, words: Messages) -> str:
    one, other = (_candidate(candidate, words) for candidate in (proposal.gone, proposal.kept))
    reason = proposal.pair.reason.in_language(words.language)
    return words.text("duplicates.pair", one=one, other=other, reason=reason)


def _candidate(candidate: Candidate, words: Messages) -> str:
    return words.text("duplicates.candidate", name=candidate.name, id=candidate.id, count=candidate.ties)
