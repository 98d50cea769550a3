"""Reads a file of ours whatever its form: the workbook, or the JSON export."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from network_service.domain.record import Record
from network_service.ingest.imported import Imported

Known = Mapping[str, Record]
