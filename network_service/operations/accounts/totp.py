"""Codes of a telephone (TOTP): six digits of the half minute, each good once."""

import hmac
from datetime import datetime

import pyotp

from network_service.domain.thai.digits import to_arabic

STEP = 30
"""Seconds of one code."""
_EITHER_SIDE = 1  # steps a telephone's clock may be wrong
ISSUER = "network-service"
"""The name under which a telephone lists the code."""


def new_secret() -> str:
    """A secret for an account's telephone, as it is typed: 160 bits."""
    return pyotp.random_base32()


def enrolment_address(secret: str, name: str) -> str:
    """What a telephone reads from a picture of squares: secret, account and issuer."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def counter_of(secret: str, code: str, now: datetime, used: int) -> int | None:
    """The counter that a code is of, or `None` where it is of none near now, or of one used already."""
    typed = to_arabic("".join(code.split())).encode("utf-8", "surrogatepass")
    made = pyotp.TOTP(secret)
    step = int(now.timestamp()) // STEP
    near = range(step - _EITHER_SIDE, step + _EITHER_SIDE + 1)
    right = [counter for counter in near if hmac.compare_digest(made.generate_otp(counter).encode(), typed)]
    return next((counter for counter in right if counter > used), None)
