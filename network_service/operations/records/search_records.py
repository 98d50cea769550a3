"""Find records by a part of one of their names, while it is being typed."""

from collections.abc import Iterable, Iterator, Sequence

from network_service.domain.principal import Principal
from network_service.domain.thai.text import match_form
from network_service.errors import UsageError
from network_service.operations.access import permit
from network_service.operations.records.list_records import provinces_within
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sight import Sight
from network_service.operations.sight.sights import Sights
from network_service.store.base import StoreReader

MOST_FOUND = 50
"""Records that one search finds at most: who sees none of them fit types another letter."""
_NAMES = ("name", "name_english", "nickname", "aliases")
_WIDER = 8


def search_records(
    principal: Principal,
    store: StoreReader,
    text: str,
    sights: Sights,
    *,
    province: str | None = None,
    kinds: Sequence[str] = (),
    limit: int = 20,
) -> tuple[Shown, ...]:
    """Nodes one of whose names, among those that the principal sees, contains a text in any Thai spelling.

    Those with a name that begins with it come first. Who sees pseudonyms finds nothing: a name that is found by its
    letters is no secret.
    """
    permit(principal, "search_records")
    if not 1 <= limit <= MOST_FOUND:
        raise UsageError("records.limit", most=MOST_FOUND)
    sight = sights.of(principal, store)
    provinces = provinces_within(principal, store, province)
    if sight.pseudonyms:
        return ()
    found: list[Shown] = []
    for one in provinces:
        found += _found(sight, store, text, one, kinds, limit)
    form = match_form(text)
    found.sort(key=lambda one: not any(name.startswith(form) for name in _names(one)))
    shown = tuple(found[:limit])
    sights.logged(principal, "search_records", shown)
    return shown


def _found(
    sight: Sight, store: StoreReader, text: str, province: str, kinds: Sequence[str], limit: int
) -> Iterable[Shown]:
    """As many as are asked for, of those that are seen: what is hidden is passed over, however much it is."""
    form, wanted = match_form(text), limit
    while True:
        hits = store.search(text, province=province, kinds=kinds, limit=wanted)
        seen = [one for one in sight.shown_all(hits) if one is not None]
        fitting = [one for one in seen if any(form in name for name in _names(one))]
        if len(fitting) >= limit or len(hits) < wanted:
            return fitting[:limit]
        wanted *= _WIDER


def _names(shown: Shown) -> Iterator[str]:
    """All that it is called, as far as it is shown, in the form that is searched."""
    if shown.kind == "person":
        yield match_form(" ".join(str(shown.fields[one]) for one in ("given_name", "family_name") if shown.fields[one]))
    for field in _NAMES:
        value = shown.fields.get(field)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str):
                yield match_form(one)
