"""A map as it is sent: drawn in another process, kept as bytes, plain and compressed."""

import gzip
import json
from dataclasses import asdict, dataclass

from network_service.domain.principal import Principal
from network_service.operations.draw_map import draw_sector_map
from network_service.operations.kept_studies import MadeStudy
from network_service.operations.read_log import ReadLog
from network_service.operations.sight.sights import Sights
from network_service.operations.study_network import AnalysisRules
from network_service.store.base import Store
from visualizations.pyvis_map import render_map

_EFFORT = 6  # 9 takes twice as long for 2 % less


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a map, and the same compressed: done once, not for each who asks."""

    plain: bytes
    zipped: bytes


def sector_picture(
    store: Store,
    *,
    principal: Principal,
    made: MadeStudy,
    rules: AnalysisRules,
    language: str,
    pseudonym_key: bytes | None,
    as_page: bool,
) -> Picture:
    """The sector map of a study as a principal may see it: the model as JSON, or one page that carries everything."""
    sights = Sights(ReadLog(store.application), pseudonym_key)
    model = draw_sector_map(principal, store, made, rules, language, sights).model
    plain = render_map(model) if as_page else json.dumps(asdict(model), ensure_ascii=False, separators=(",", ":"))
    content = plain.encode()
    return Picture(content, gzip.compress(content, _EFFORT, mtime=0))
