"""How an error becomes a sentence, whichever door it is said at."""

from datetime import date

from network_service.domain.thai.dates import format_date
from network_service.errors import NetworkServiceError
from network_service.messages import UnknownMessage, messages_in


def sentence_of(error: NetworkServiceError, language: str) -> str:
    """The error's sentence in a language; code and parameters where a sentence is missing, never nothing."""
    told = {
        name: format_date(value, language) if isinstance(value, date) else value
        for name, value in error.parameters.items()
    }
    try:
        return messages_in(language).text(error.code, **told)
    except (UnknownMessage, KeyError, IndexError):
        return str(error)
