"""Names that stand for ids: the same for the same key, and nobody finds the id of one without the key."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field

_BYTES = 10
"""Bytes of the digest that are kept: 80 bits, so that among a million records two alike are not to be expected."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Pseudonyms under one secret key: HMAC-SHA-256 of the id in sixteen letters and digits."""

    key: bytes = field(repr=False)

    def of(self, record_id: str) -> str:
        """The pseudonym of an id."""
        told = hmac.new(self.key, record_id.encode(), hashlib.sha256).digest()[:_BYTES]
        return base64.b32encode(told).decode().lower()
