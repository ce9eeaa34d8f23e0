"""A voice: whoever speaks to people asks it for the words of one language."""

from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations

from lawgraph.voice.catalogue import catalogue
from lawgraph.voice.locale import Locale


@dataclass(frozen=True, slots=True)
class Voice:
    """Speak one language; messages are written in English and looked up in its catalogue."""

    locale: Locale
    messages: NullTranslations

    def say(self, message: str, **values: object) -> str:
        """Return a message with values at its `%(places)s`."""
        return self.messages.gettext(message) % values if values else self.messages.gettext(message)

    def say_as(self, context: str, message: str, **values: object) -> str:
        """Return a message that other languages say otherwise from context to context."""
        return self.messages.pgettext(context, message) % values

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a message in the form that goes with a number, which stands at `%(number)s`."""
        return self.messages.ngettext(one, many, number) % {"number": number, **values}


@cache
def voice_of(locale: Locale) -> Voice:
    """Return the voice of a language."""
    return Voice(locale, catalogue(locale))


ENGLISH = voice_of(Locale.ENGLISH)
"""The voice of the command line, of data, and of pages without a prefix."""


def message(text: str) -> str:
    """Mark a message of a table, which is said later, for the catalogue."""
    return text


def capitalized(text: str) -> str:
    """Return words as they begin a sentence."""
    return text[:1].upper() + text[1:]
