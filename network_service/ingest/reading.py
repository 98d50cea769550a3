"""Reads a file of ours whatever its form: the workbook, or the JSON export."""

from collections.abc import Mapping

from network_service.domain.record import Record

Known = Mapping[str, Record]
