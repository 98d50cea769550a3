"""What the service logs: a JSON object a line, so that no text from outside can begin a line of its own."""

import json
import logging
import traceback
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """Each record with its time and level; of an exception the kind and the places, as its text could hold values."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            **(getattr(record, "told", None) or {"message": record.getMessage()}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            told["error"] = type(error).__name__
            places = traceback.extract_tb(error.__traceback__)
            told["places"] = [f"{place.filename}:{place.lineno} {place.name}" for place in places]
        return json.dumps(told, ensure_ascii=True, default=str)
