"""How often a gate is tried: few in `make test`, many in `make nightly`; the code between is the same."""

from __future__ import annotations

import os

NIGHTLY = "NETWORK_SERVICE_NIGHTLY"


def trials(small: int, nightly: int) -> int:
    """Answer `small`, or `nightly` when the long gates run."""
    return nightly if os.environ.get(NIGHTLY) else small
