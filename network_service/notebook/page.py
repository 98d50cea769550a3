"""What a notebook shows of a network: what it is, how sure it is, how far it is built, and what holds it back."""

from collections.abc import Iterable, Sequence
from html import escape

from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import label
from network_service.messages import Messages
from network_service.notebook.table import Table
from network_service.operations.study_network import Study
from network_service.process.wording import step_title


def network_page(study: Study, findings: Table, words: Messages) -> str:
    """The page as HTML; every text of the data is escaped."""
    snapshot, language = study.snapshot, words.language
    day = format_date(snapshot.as_of, language)
    hidden = snapshot.hidden
    told = [
        words.text("analyse.size", actors=len(snapshot.actors), ties=len(snapshot.undirected)),
        words.text("analyse.hidden", actors=hidden.actors, ties=hidden.ties),
        *([words.text("analyse.synthetic")] if snapshot.synthetic else []),
    ]
    steps = [(step_title(step, words), label("readiness", step.state, language)) for step in study.readings.steps]
    severities = [label("severity", str(severity), language) for severity in findings["severity"]]
    found = zip(severities, map(str, findings["sentence"]), map(str, findings["remedy"]), strict=True)
    looked_at = words.text("analyse.looked_at", network=", ".join(snapshot.network_names), day=day)
    return (
        f'<section lang="{language}"><h3>{escape(looked_at)}</h3>'
        + "".join(f"<p>{escape(sentence)}</p>" for sentence in told)
        + _rows(steps)
        + f"<p><strong>{escape(words.text('analyse.findings', count=len(findings)))}</strong></p>"
        + _rows(found)
        + f"<p><small>{escape(snapshot.content_hash)}</small></p></section>"
    )


def _rows(rows: Iterable[Sequence[str]]) -> str:
    body = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in row) + "</tr>" for row in rows
    )
    return f"<table><tbody>{body}</tbody></table>"
