"""Tries of sign-ins, counted in the store, so that all processes of the service count together.

A try is taken before the password is looked at and given back if it was right: of a hundred at once, as many are looked
at as were free, not a hundred.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from network_service.errors import StaleWrite, TooManyTries
from network_service.operations.accounts.throttle import (
    ATTACK,
    FREE,
    FREE_UNDER_ATTACK,
    WINDOW,
    Tries,
    one_more,
    seconds_left,
)
from network_service.store.application import ApplicationRecords, Entry, Json, time_text

COLLECTION = "sign_in_tries"
"""Collection of application records; keys are digests, as what is typed for a name may be a password."""

_REPEATS = 10  # so many others may count the same account and address between our look and our write
_IPV6_SITE = 64  # bits: one house has them all, and could try from each of its 2^64 addresses


@dataclass(frozen=True, slots=True)
class Taken:
    """A try that was counted: where, and what stood there before."""

    key: str
    version: int
    before: Tries | None
    free: int


def take_try(application: ApplicationRecords, name: str, address: str, now: datetime) -> Taken:
    """Count one try of a name from an address, or raise `TooManyTries` with the seconds left to wait."""
    place = place_of(address)
    free = FREE_UNDER_ATTACK if place != "loopback" and _failures(application, name)[0] >= ATTACK else FREE
    key = _key(name, place)
    for _ in range(_REPEATS):
        entry = application.get(COLLECTION, key)
        before = _tries(entry)
        left = seconds_left(before, now, free)
        if left > 0:
            raise TooManyTries("account.too_many_tries", seconds=ceil(left))
        after = one_more(before, now, free)
        try:
            put = _put(application, key, after, entry.version if entry else 0, after.forgotten_on(free))
        except StaleWrite:
            continue
        return Taken(key, put.version, before, free)
    raise TooManyTries("account.too_many_tries", seconds=1)


def give_back(application: ApplicationRecords, taken: Taken, now: datetime) -> None:
    """Uncount a try that did not show whether the password is known; a try counted since then stays, and this too."""
    if taken.before is None:
        forget_tries(application, taken, now)
        return
    try:
        _put(application, taken.key, taken.before, taken.version, taken.before.forgotten_on(taken.free))
    except StaleWrite:
        return


def forget_tries(application: ApplicationRecords, taken: Taken, now: datetime) -> None:
    """Begin anew after a sign-in; where another tries at the same moment, its count stays."""
    try:
        application.put(COLLECTION, taken.key, None, expected_version=taken.version, expires_at=now)
    except StaleWrite:
        return


def count_failure(application: ApplicationRecords, name: str, now: datetime) -> None:
    """Count a failure of an account, wherever from; a few that collide may count as one, as only the scale matters."""
    count, entry = _failures(application, name)
    end = entry.expires_at if entry and entry.expires_at else now + WINDOW
    try:
        application.put(
            COLLECTION, _key(name, ""), count + 1, expected_version=entry.version if entry else 0, expires_at=end
        )
    except StaleWrite:
        return


def place_of(address: str) -> str:
    """What counts as one address: the loopback, an IPv4 address, a site of IPv6, or the text itself."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, IPv6Address):
        ip = ip.ipv4_mapped or ip
    if ip.is_loopback:
        return "loopback"
    return str(ip_network((ip, _IPV6_SITE), strict=False)) if isinstance(ip, IPv6Address) else str(ip)


def _failures(application: ApplicationRecords, name: str) -> tuple[int, Entry | None]:
    entry = application.get(COLLECTION, _key(name, ""))
    return (entry.value if entry and isinstance(entry.value, int) else 0), entry


def _key(name: str, place: str) -> str:
    return hashlib.sha256(f"{name}\n{place}".encode("utf-8", "surrogatepass")).hexdigest()


def _tries(entry: Entry | None) -> Tries | None:
    if entry is None or not isinstance(entry.value, dict):
        return None
    return Tries(int(entry.value["count"]), datetime.fromisoformat(entry.value["last_on"]))


def _put(application: ApplicationRecords, key: str, tries: Tries, version: int, end: datetime) -> Entry:
    value: dict[str, Json] = {"count": tries.count, "last_on": time_text(tries.last_on)}
    return application.put(COLLECTION, key, value, expected_version=version, expires_at=end)
