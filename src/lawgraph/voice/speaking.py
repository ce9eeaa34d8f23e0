"""A voice: whoever speaks to people asks it for the words of one language."""

from dataclasses import dataclass
from gettext import NullTranslations

from lawgraph.voice.catalogue import catalogue
from lawgraph.voice.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Voice:
    """Speak one language; messages are written in English and looked up in its catalogue."""

    tongue: Tongue
    messages: NullTranslations

    def say(self, message: str, **values: object) -> str:
        """Return a message with values at its `%(places)s`."""
        return self.messages.gettext(message) % values if values else self.messages.gettext(message)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a message in the form that goes with a number, which stands at `%(number)s`."""
        return self.messages.ngettext(one, many, number) % {"number": number, **values}


def voice_of(tongue: Tongue) -> Voice:
    """Return the voice of a language."""
    return Voice(tongue, catalogue(tongue))


ENGLISH = voice_of(Tongue.ENGLISH)
"""The voice of the command line, of data, and of pages without a prefix."""
