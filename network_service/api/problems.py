"""Errors as `application/problem+json` (RFC 9457): a code, the sentence in the reader's language, places and cures."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from network_service.api.language import language_of
from network_service.domain.error_sentence import sentence_of
from network_service.errors import (
    FaultyInput,
    InputError,
    MissingPart,
    NetworkServiceError,
    NotPermitted,
    NotSignedIn,
    RefusedForSafety,
    StaleWrite,
    StoreError,
    TooManyTries,
    UnknownRecord,
    UsageError,
)
from network_service.ingest.fault import Fault
from network_service.messages import Messages, UnknownMessage, messages_in

STATUS_OF: tuple[tuple[type[NetworkServiceError], int], ...] = (
    (NotSignedIn, 401),
    (TooManyTries, 429),
    (NotPermitted, 403),
    (UnknownRecord, 404),
    (InputError, 422),
    (UsageError, 400),
    (StaleWrite, 412),
    (StoreError, 503),
    (RefusedForSafety, 413),
    (MissingPart, 501),
)
"""Status by error type; the first that fits counts."""
_OUT_OF_SCOPE = frozenset({"access.province"})
"""What lies outside the provinces of who asks is as if it were not there."""
_CODES = {
    "if_match.missing": 428,
    "idempotency.other_body": 422,
    "store.full": 507,
}
"""Codes whose status is another than that of their type."""
_TEXT = {"type": "string"}
_SHAPE = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        **dict.fromkeys(("type", "title", "code", "detail"), _TEXT),
        "status": {"type": "integer"},
        "faults": {"type": "array", "items": {"type": "object", "required": ["code", "message"]}},
        "faults_not_listed": {"type": "integer"},
    },
}
_TOLD = {"description": "Problem (RFC 9457)", "content": {"application/problem+json": {"schema": _SHAPE}}}
PROBLEMS: dict[int | str, dict[str, Any]] = {"4XX": _TOLD, "5XX": _TOLD}
"""What the description of the API says of every problem."""
RETRY_AFTER = {503: "2", 429: "60"}
MOST_FAULTS = 500
"""Faults of one file that an answer lists; the rest is counted."""


def status_of(error: NetworkServiceError) -> int:
    """The status of an error."""
    if error.code in _OUT_OF_SCOPE:
        return 404
    return _CODES.get(error.code) or next(status for kind, status in STATUS_OF if isinstance(error, kind))


class Problem(JSONResponse):
    """An answer that says what was wrong, where, and what to do."""

    media_type = "application/problem+json"


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    faults: Sequence[Mapping[str, object]] = (),
    more: int = 0,
    headers: Mapping[str, str] | None = None,
) -> Problem:
    """A problem of a status, with the faults it consists of."""
    content: dict[str, object] = {
        "type": f"urn:network-service:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
    }
    if faults:
        content |= {"faults": list(faults)}
    if more:
        content |= {"faults_not_listed": more}
    told = dict(headers or {})
    if status in RETRY_AFTER:
        told.setdefault("Retry-After", RETRY_AFTER[status])
    return Problem(content, status, told)


def as_problem(error: NetworkServiceError, language: str) -> Problem:
    """The problem that an error of the service is."""
    status = status_of(error)
    words = messages_in(language)
    code = "record.out_of_sight" if error.code in _OUT_OF_SCOPE else error.code
    sentence = words.text(code) if code != error.code else sentence_of(error, language)
    listed = [one for one in getattr(error, "faults", ()) if isinstance(one, Fault)]
    faults = [fault_told(one, words) for one in listed[:MOST_FAULTS]]
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    if isinstance(error, TooManyTries) and "seconds" in error.parameters:
        headers["Retry-After"] = str(error.parameters["seconds"])
    return problem(status, code, sentence, faults=faults, more=len(listed) - len(faults), headers=headers)


def fault_told(fault: Fault, words: Messages) -> dict[str, object]:
    """A fault with its place, its sentence and its cure; empty parts of the place are left out."""
    place = {"sheet": fault.sheet, "row": fault.row, "column": fault.column, "cell": fault.cell, "value": fault.value}
    return {
        "code": fault.code,
        **{name: value for name, value in place.items() if value not in ("", None)},
        "message": fault.sentence(words),
        "cure": fault.cure(words),
    }


def told_by(app: FastAPI) -> None:
    """Have an application answer every error that it knows as a problem; for all others see `Envelope`."""

    def of_service(request: Request, error: NetworkServiceError) -> Problem:
        request.state.problem = error.code
        if isinstance(error, FaultyInput):
            request.state.faults = len(error.faults)
        return as_problem(error, language_of(request))

    def of_request(request: Request, error: RequestValidationError) -> Problem:
        words = messages_in(language_of(request))
        faults = [_field(one, words) for one in error.errors()]
        return problem(422, "api.request_invalid", words.text("api.request_invalid"), faults=faults)

    def of_http(request: Request, error: HTTPException) -> Problem:
        words = messages_in(language_of(request))
        code = f"api.http_{error.status_code}"
        try:
            detail = words.text(code)
        except UnknownMessage:
            detail = HTTPStatus(error.status_code).phrase
        return problem(error.status_code, code, detail, headers=error.headers)

    app.add_exception_handler(NetworkServiceError, of_service)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, of_request)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, of_http)  # type: ignore[arg-type]


_FIELD_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "json_invalid": "not_json",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "string_too_short": "too_short",
    "too_short": "too_short",
    "greater_than_equal": "too_small",
    "greater_than": "too_small",
    "less_than_equal": "too_large",
    "less_than": "too_large",
    "enum": "not_a_choice",
    "literal_error": "not_a_choice",
    "date_from_datetime_parsing": "not_a_day",
    "date_parsing": "not_a_day",
    "string_pattern_mismatch": "wrong_form",
}


def _field(error: Mapping[str, object], words: Messages) -> dict[str, object]:
    """A field's fault; the value is not repeated, as it may be a password."""
    location = error.get("loc")
    path = ".".join(str(part) for part in location) if isinstance(location, tuple | list) else ""
    code = f"api.field_{_FIELD_CODES.get(str(error.get('type')), 'wrong')}"
    return {"code": code, "field": path, "message": words.text(code, field=path)}
