"""Every sentence a person reads, in one catalogue a language, and its only loader."""

from network_service.messages.catalogue import LANGUAGES, Messages, UnknownMessage, messages_in

__all__ = ["LANGUAGES", "Messages", "UnknownMessage", "messages_in"]
