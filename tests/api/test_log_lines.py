"""Log lines: one JSON object each, whatever the text; of an exception its kind and places, never what it says."""

from __future__ import annotations

import json
import logging
import sys

from network_service.api.log_lines import JsonLines


def line_of(text: str, *arguments: object, told: dict[str, object] | None = None, error: bool = False) -> str:
    record = logging.LogRecord("house", logging.WARNING, "x.py", 1, text, arguments, sys.exc_info() if error else None)
    if told is not None:
        record.told = told
    return JsonLines().format(record)


def test_a_line_stays_one_line_whatever_its_text_is():
    line = line_of("a\nb %s\u2028", '"} {"level": "ERROR"')
    assert line.splitlines() == [line]
    assert json.loads(line)["message"] == 'a\nb "} {"level": "ERROR"\u2028'
    assert json.loads(line)["level"] == "WARNING"


def test_fields_take_the_place_of_the_text():
    told = json.loads(line_of("GET /x", told={"route": "/x", "status": 401}))
    assert (told["route"], told["status"], "message" in told) == ("/x", 401, False)


def test_an_exception_is_told_without_its_text():
    try:
        raise ValueError("สมชาย ใจดี")
    except ValueError:
        line = line_of("failed", error=True)
    assert json.loads(line)["error"] == "ValueError"
    assert "test_an_exception_is_told_without_its_text" in json.loads(line)["places"][0]
    assert "สมชาย" not in json.loads(line).values()
    assert "\\u0e2a\\u0e21" not in line
