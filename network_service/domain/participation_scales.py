"""The scales of participation: which techniques suit a level, and which levels of two scales lie near each other."""

from functools import cache

from network_service.domain.data_rows import data_rows
from network_service.domain.vocabulary import Iap2Level


@cache
def techniques_of(level: Iap2Level) -> tuple[str, ...]:
    """The example techniques of a level, codes of `iap2_technique` (the table of the 2007 talk)."""
    return tuple(row["technique"] for row in data_rows("iap2") if row["level"] == level)


@cache
def near_levels(scale: str, code: str, other_scale: str) -> tuple[str, ...]:
    """Codes of another scale that lie near a code of this one, for filters only; `()` where the table has none.

    Scales are `iap2_level`, `interaction_form` and `ladder_rung`. Each scale is stored as it was entered: this table is
    ours and no source's, its bands overlap, and nothing may be stored or reported that was derived by it.
    """
    rows = data_rows("participation_crosswalk")
    bands = {row["band"] for row in rows if (row["scale"], row["code"]) == (scale, code)}
    return tuple(dict.fromkeys(row["code"] for row in rows if row["scale"] == other_scale and row["band"] in bands))
