"""Snapshot in, numbers out; one measure family a file."""
