"""The report as one HTML text that carries everything it needs and runs nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from network_service import __version__
from network_service.documents.report import figures, gaps, progress, situation
from network_service.documents.report.parts import ReportParts
from network_service.documents.report.telling import Telling
from network_service.domain.thai.dates import format_date
from network_service.findings.wording import enumerated
from network_service.messages import Messages
from visualizations.embedding import content_policy, font_faces
from visualizations.svg_map import render_svg

_ROOM = "network_service.documents.report"
# Browsers break lines at the Thai words of their dictionary. Chromium 156 reads these as two after some others: "one"
# after "less", "per cent" after "than", and "network" nearly anywhere; one of them stands in every second sentence.
_BROKEN = re.compile("หนึ่ง|ร้อยละ|เครือข่าย")
_WHOLE = r'<wbr><span class="whole">\g<0></span>'
_SHORT_HASH = 12  # as under the map: enough to tell any two states of a province apart


def render_report(parts: ReportParts, messages: Messages) -> str:
    """The report in the language of the catalogue; the same parts give the same text. Write it as UTF-8."""
    telling = Telling(parts, messages)
    page = _environment().get_template("report.html")
    html = page.render(
        t=messages.text,
        language=messages.language,
        policy=content_policy(()),
        fonts=font_faces(),
        style=_style(),
        sheet_foot=_sheet_foot(telling),
        cover=_cover(telling),
        tiles=situation.tiles(telling),
        sentences=situation.sentences(telling),
        sectors=situation.sectors(telling),
        doubts=situation.doubt_rows(telling),
        hidden=situation.hidden(telling),
        steps=progress.step_rows(telling),
        factors=progress.factor_rows(telling),
        considerations=progress.consideration_rows(telling),
        gaps=gaps.gap_rows(telling),
        first=gaps.FIRST,
        picture=_picture(parts),
        notes=_notes(telling),
        footer=parts.picture.footer if parts.picture else parts.no_picture,
        figures=figures.figure_rows(telling),
        tables=figures.tables(telling),
        methods=figures.method_rows(telling),
        again=_again(telling),
    )
    # Half a surrogate pair, which a broken export can carry, cannot be written as UTF-8.
    return html.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Cover:
    """What says which report this is."""

    network: str
    day: str
    revision: str
    hash: str
    synthetic: str


def _cover(telling: Telling) -> Cover:
    snapshot = telling.parts.snapshot
    return Cover(
        " · ".join(snapshot.network_names) or telling.text("map.untitled"),
        telling.text("map.as_of", date=format_date(snapshot.as_of, telling.messages.language)),
        telling.text("map.footer.revision", revision=snapshot.revision),
        telling.text("map.footer.hash", hash=snapshot.content_hash[:_SHORT_HASH]),
        telling.text("map.banner_synthetic") if snapshot.synthetic else "",
    )


def _again(telling: Telling) -> tuple[tuple[str, str], ...]:
    """All that must be the same for the figures to be the same."""
    snapshot, language = telling.parts.snapshot, telling.messages.language
    lens = snapshot.lens
    facts = {
        "program": f"network-service {__version__}",
        "provinces": enumerated(lens.provinces, telling.messages),
        "day": f"{lens.as_of.isoformat()} ({format_date(lens.as_of, language)})",
        "revision": str(snapshot.revision),
        "snapshot": snapshot.content_hash,
        "levels": enumerated([telling.word("actor_level", level) for level in lens.levels], telling.messages),
        "layers": enumerated([telling.word("layer", layer) for layer in lens.layers], telling.messages),
        "minimum_strength": "–" if lens.minimum_strength is None else str(lens.minimum_strength),
        "large_agreement": str(lens.large_agreement),
        "command": _command(lens.provinces, lens.as_of.isoformat(), lens.minimum_strength),
    }
    return tuple((telling.text(f"report.again.{name}"), text) for name, text in facts.items())


def _command(provinces: Sequence[str], day: str, strength: int | None) -> str:
    """The command that makes the folder in which this report lies."""
    least = "" if strength is None else f" --minimum-strength {strength}"
    return f"network-service analyse --province {provinces[0]} --as-of {day}{least} --out …"


def _notes(telling: Telling) -> tuple[str, ...]:
    """What is to be read before the map, but for the note that some findings are elsewhere: they are in this file."""
    picture = telling.parts.picture
    if picture is None:
        return ()
    elsewhere = len(telling.parts.findings) - len(picture.gaps)
    return tuple(note for note in picture.notes if note != telling.text("map.note_findings_elsewhere", count=elsewhere))


def _picture(parts: ReportParts) -> Markup:
    """The map as SVG, in which every text is escaped already."""
    if parts.picture is None:
        return Markup("")
    return Markup(render_svg(parts.picture, legend="right"))  # noqa: S704 - every text in it is escaped by its maker


def _sheet_foot(telling: Telling) -> Markup:
    """The foot of every printed sheet as a style rule: which report this is, and the number of the sheet."""
    cover = _cover(telling)
    parts = [cover.day, cover.revision, cover.hash]
    if telling.parts.snapshot.synthetic:
        parts.append(telling.text("map.synthetic"))
    before, _, rest = telling.text("report.sheet", page="\0", pages="\1").partition("\0")
    between, _, after = rest.partition("\1")
    number = f"{_quoted(before)} counter(page) {_quoted(between)} counter(pages) {_quoted(after)}"
    rule = f"@page{{@bottom-left{{content:{_quoted(' · '.join(parts))}}}@bottom-right{{content:{number}}}}}"
    return Markup(rule)  # noqa: S704 - every letter of a text is written as its number


def _quoted(text: str) -> str:
    """A text as a string of a style sheet, every letter by its number: nothing in it can end the string."""
    return '"' + "".join(f"\\{ord(letter):x} " for letter in text) + '"'


def _style() -> Markup:
    text = files(_ROOM).joinpath("templates", "report.css").read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - a file of this package


def _environment() -> Environment:
    """Our template; every value is escaped unless it was made harmless before."""
    made = Environment(
        loader=PackageLoader(_ROOM), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["whole"] = _whole
    return made


def _whole(text: str) -> Markup:
    """A text whose lines do not break inside a word that browsers take for two."""
    return Markup(_BROKEN.sub(_WHOLE, str(escape(text))))  # noqa: S704 - escaped before
