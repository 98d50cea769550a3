"""The content hash that stands beside every figure: same content, same hash, whatever the date or revision."""

import hashlib
import json
from dataclasses import asdict

from network_service.snapshot.model import Snapshot


def content_hash(snapshot: Snapshot) -> str:
    """SHA-256 (hex) over all that the snapshot shows, without the lens, revision and counts of what is hidden.

    Arrays enter as little-endian bytes, so that machines of either order agree; -0.0 and nan have one form each, as
    strengths are whole numbers or nan.
    """
    actors, ties = snapshot.actors, snapshot.ties
    told = {
        "networks": snapshot.network_names,
        "synthetic": snapshot.synthetic,
        "actors": [actors.ids, actors.names, actors.levels, actors.sectors, actors.area_levels],
        "certified": sorted(snapshot.certified),
        "people": snapshot.people,
        "bodies": [asdict(body) for body in snapshot.bodies],
        "seats": [asdict(seat) for seat in snapshot.seats],
        "linkers": [asdict(linker) for linker in snapshot.linkers],
        "managers": [asdict(manager) for manager in snapshot.managers],
        "sub_networks": [asdict(network) for network in snapshot.sub_networks],
    }
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
    for array, kind in ((ties.source, "<i4"), (ties.target, "<i4"), (ties.layer, "<i1"), (ties.strength, "<f8")):
        digest.update(array.astype(kind).tobytes())
    return digest.hexdigest()
