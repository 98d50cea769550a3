"""The language of an answer."""

from fastapi import Request

from network_service.messages import LANGUAGES


def language_of(request: Request) -> str:
    """What `?lang=` asks for, else the first language we speak that the reader prefers, else the installation's."""
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        return asked
    preferred = [
        part.partition(";")[0].strip().lower()[:2] for part in request.headers.get("accept-language", "").split(",")
    ]
    fallback: str = request.app.state.service.language
    return next((one for one in preferred if one in LANGUAGES), fallback)
