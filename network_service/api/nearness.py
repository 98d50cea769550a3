"""Who asks from near: from this machine, or from where a trusted proxy stands."""

import ipaddress
from collections.abc import Iterable

from fastapi import Request


def is_near(request: Request, trusted: Iterable[str]) -> bool:
    """Whether a request came straight from this machine or a trusted address.

    One that was passed on is from afar, even where a proxy on this machine, that nobody declared, makes it look near.
    """
    if request.client is None or {"x-forwarded-for", "forwarded"} & set(request.headers):
        return False
    try:
        address = ipaddress.ip_address(request.client.host)
    except ValueError:
        return False
    return address.is_loopback or any(address in ipaddress.ip_network(one, strict=False) for one in trusted)
