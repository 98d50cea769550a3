"""The embedded store: one SQLite file, enough for an office."""

from network_service.store.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
