"""The map's words: title, subtitle, footer, summary, headings and rows, all from the catalogue and the vocabulary."""

import re
from collections.abc import Sequence

from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import label
from network_service.findings.wording import enumerated
from network_service.maps.palette import UNKNOWN
from network_service.messages import Messages
from network_service.reference.provinces import BANGKOK, is_synthetic, province
from network_service.snapshot.model import Snapshot

_PROVINCE = "จังหวัด"
_KNOWN_DIGITS = 12  # of the content hash: enough to tell any two states of a province apart


def province_shown(snapshot: Snapshot) -> str | None:
    """How names on the map call the province it is of; `None` where it is of several, which the name tells apart.

    An invented province is in no list: it is called as its network calls it.
    """
    if len(snapshot.lens.provinces) != 1:
        return None
    (code,) = snapshot.lens.provinces
    if not is_synthetic(code):
        name = province(code).thai
        return name if code == BANGKOK else f"{_PROVINCE}{name}"
    found = re.search(rf"{_PROVINCE}\S+", " ".join(snapshot.network_names))
    return found[0] if found else None


def sector_word(group: str, messages: Messages) -> str:
    """The word of a sector's code or of `UNKNOWN`."""
    return messages.text("map.sector_unknown") if group == UNKNOWN else label("sector", group, messages.language)


def word_of(vocabulary: str, code: str | None, messages: Messages) -> str:
    """The word of a code, or that it is not known."""
    return messages.text("not_known") if code is None else label(vocabulary, code, messages.language)


def heading(group: str, count: int, messages: Messages) -> str:
    """A disc's heading: the sector and how many members it has."""
    sector = sector_word(group, messages)
    return messages.text("map.heading", sector=sector, members=count) if count else missing_heading(sector, messages)


def missing_heading(sector: str, messages: Messages) -> str:
    """The heading of a required sector without members."""
    return messages.text("map.heading_missing", sector=sector)


def title(snapshot: Snapshot, messages: Messages) -> str:
    """The names of the networks shown."""
    return " · ".join(snapshot.network_names) or messages.text("map.untitled")


def subtitle(snapshot: Snapshot, ties: int, messages: Messages) -> str:
    """Date, actors, ties, and whether the data are synthetic."""
    parts = [
        messages.text("map.as_of", date=format_date(snapshot.as_of, messages.language)),
        messages.text("map.actors", count=len(snapshot.actors), number=f"{len(snapshot.actors):,}"),
        messages.text("map.ties", count=ties, number=f"{ties:,}"),
    ]
    return " · ".join(parts + ([messages.text("map.synthetic")] if snapshot.synthetic else []))


def footer(snapshot: Snapshot, seed: int, messages: Messages) -> str:
    """What size means, through which lens, and the revision, hash and seed that make the picture again."""
    lens = snapshot.lens
    language = messages.language
    layers = enumerated([label("layer", layer, language) for layer in lens.layers], messages)
    levels = enumerated([label("actor_level", level, language) for level in lens.levels], messages)
    parts = [
        messages.text("map.footer.size"),
        messages.text("map.footer.lens", levels=levels, layers=layers),
        messages.text("map.footer.revision", revision=snapshot.revision),
        messages.text("map.footer.hash", hash=snapshot.content_hash[:_KNOWN_DIGITS]),
        messages.text("map.footer.seed", seed=seed),
    ]
    if lens.minimum_strength is not None:
        parts.insert(2, messages.text("map.footer.strength", strength=lens.minimum_strength))
    return " · ".join(parts)


def summary(title_text: str, subtitle_text: str, headings: Sequence[str], gaps: int, messages: Messages) -> str:
    """The picture in one paragraph, for those who do not see it."""
    told = messages.text("map.summary", title=title_text, subtitle=subtitle_text, sectors=", ".join(headings))
    return f"{told} {messages.text('map.summary_gaps', count=gaps)}"
