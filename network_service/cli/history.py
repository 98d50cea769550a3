"""`network-service history RECORD`: who changed what of a record, and when."""

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.corrections import RecordArgument, fields_in_words, moment, operation_word, print_some
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, ProvinceOption, StoreOption
from network_service.domain.vocabulary import label
from network_service.messages import Messages, messages_in
from network_service.operations.correction_report import history_as_plain
from network_service.operations.record_history import HistoryReport, RecordHistory, record_history
from network_service.operations.record_names import called


@guarded
def history(
    record: RecordArgument,
    province: ProvinceOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Print all versions of a record, and of the one it was merged into."""
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        report = record_history(bootstrap.this_user(), opened, record, province=province)
    if as_json:
        print_json(history_as_plain(report))
        return
    words = messages_in(language)
    for place, one in enumerate(report.histories):
        if place:
            print_line(words.text("history.merged_into", name=called(one.record, report.names)))
        print_history(one, report, words)


def print_history(history_of_one: RecordHistory, report: HistoryReport, words: Messages) -> None:
    """One record's steps as a table, oldest first."""
    record = history_of_one.record
    kind = label("kind", record.kind, words.language)
    print_line(words.text("history.of", name=called(record, report.names), kind=kind, id=record.id), style="bold")
    headers = [words.text(f"history.{name}") for name in ("revision", "moment", "who", "operation", "action", "fields")]
    rows = [
        (
            str(step.entry.revision),
            moment(step.entry, words.language),
            step.entry.principal,
            operation_word(step.entry, words),
            words.text(f"import.action.{step.action}"),
            fields_in_words(step.record, step.fields, report.names, words),
        )
        for step in history_of_one.steps
    ]
    print_some(headers, rows, words)
