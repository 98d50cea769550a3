"""What the driver reports, told as errors of this service: no exception of it leaves the store."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    TransientError,
)

from network_service.errors import NetworkServiceError, StoreBusy, StoreError, StoreUnavailable, UsageError

_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
_WAITED = frozenset(
    {
        "Neo.TransientError.Transaction.LockAcquisitionTimeout",
        "Neo.ClientError.Transaction.LockAcquisitionTimeout",
        "Neo.TransientError.Transaction.DeadlockDetected",
        "Neo.TransientError.Transaction.MaximumTransactionLimitReached",
    }
)
_REFUSED = ("Neo.ClientError.Security.",)


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Raise this service's error for whatever the driver raises inside."""
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise error_of(error, address) from error
    except (OverflowError, UnicodeEncodeError) as error:  # an integer beyond 64 bits, a lone surrogate
        raise UsageError("store.unfit_value") from error


def error_of(error: DriverError | Neo4jError, address: str) -> NetworkServiceError:
    """The error of this service for one of the driver's; its own text could hold values, so it is never shown."""
    code = getattr(error, "code", None) or type(error).__name__
    if isinstance(error, AuthError) or code.startswith(_REFUSED):
        return StoreUnavailable("store.login_refused", path=address)
    if code in _WAITED:
        return StoreBusy("store.busy", path=address)
    if isinstance(error, ClientError) and code.startswith(_TIMED_OUT):
        return StoreUnavailable("query.too_slow", path=address)
    if isinstance(error, ConfigurationError):
        return StoreUnavailable("store.cannot_open", path=address)
    if isinstance(error, DriverError | TransientError):
        return StoreUnavailable("store.unreachable", path=address)
    return StoreError("store.failed", path=address, reason=code)
