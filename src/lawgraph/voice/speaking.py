"""A voice: whoever speaks to people asks it for the words of one language.

Messages are English in the code and the templates; other languages stand in `messages/ru.po` and `kk.po`, files of GNU
gettext, for which translators have tools; babel reads them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum, auto
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from lawgraph.languages.spoken import spoken, tagged
from lawgraph.languages.state import FIRST
from lawgraph.law.errors import CountedPhrase, Phrase, template_root


class Locale(StrEnum):
    """Name a language of the interface as `lang` attributes and paths do: those that have a catalogue of messages."""

    ENGLISH = "en"
    RUSSIAN = "ru"
    KAZAKH = "kk"

    @property
    def own_name(self) -> str:
        """The name of the language in itself, as a reader looks for it."""
        return spoken(self.letters).own_name

    @property
    def letters(self) -> str:
        """The letters by which texts in the same language go: "eng"."""
        return tagged(self.value) or FIRST


@cache
def catalogue(locale: Locale) -> NullTranslations:
    """Return the messages of a language; English needs none."""
    if locale is Locale.ENGLISH:
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415  (slow to load, and English needs none of it)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with (template_root() / "messages" / f"{locale}.po").open("rb") as file:
        known = read_po(file, locale=str(locale))
    compiled = BytesIO()
    write_mo(compiled, known)
    compiled.seek(0)
    return GNUTranslations(compiled)


class _OfAnotherKind(NullTranslations):
    """Say what a catalogue says, with other words for the law of which it speaks: those of a code, of an order."""

    def __init__(self, told: NullTranslations, words: Mapping[str, str]) -> None:
        super().__init__()
        self._told, self._words = told, words
        self._law = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")

    def gettext(self, message: str) -> str:
        """Return a message; one that begins with the kind of an act names any act, and is left alone."""
        return self._named(message, self._told.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return a message in the form that goes with a number."""
        return self._named(msgid1, self._told.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        """Return a message that depends on its context; none of these speaks of the law."""
        return self._told.pgettext(context, message)

    def _named(self, message: str, told: str) -> str:
        return told if _ANY_ACT.match(message) else self._law.sub(lambda found: self._words[found[0]], told)


_ANY_ACT = re.compile(r"(?:Constitutional )?Law\b")


@cache
def _speaking_of(told: NullTranslations, locale: Locale, kind: str) -> NullTranslations:
    speech = spoken(locale.letters).speech
    words = speech.other_kinds.get(kind)
    return _OfAnotherKind(told, dict(zip(speech.law, words, strict=True))) if words else told


class Tense(Enum):
    """Tell how a day that was asked for lies to today."""

    PAST = auto()
    TODAY = auto()
    LATER = auto()


@dataclass(frozen=True, slots=True)
class Voice:
    """Speak one language; messages are written in English and looked up in its catalogue.

    One that knows which day is `today` speaks of it and of later days in their own tenses, any other as of past days.
    """

    locale: Locale
    messages: NullTranslations
    today: date | None = None

    def at(self, today: date) -> "Voice":
        """Return the same voice on a day that it calls today."""
        return replace(self, today=today)

    def of(self, kind: str) -> "Voice":
        """Return the same voice speaking of an act of a kind, which it calls a code or an order in place of a law."""
        return replace(self, messages=_speaking_of(catalogue(self.locale), self.locale, kind))

    def tense(self, day: date) -> Tense:
        """Return the tense in which a day is spoken of."""
        if self.today is None or day < self.today:
            return Tense.PAST
        return Tense.TODAY if day == self.today else Tense.LATER

    def say(self, message: str, **values: object) -> str:
        """Return a message with values at its `%(places)s`."""
        return self.messages.gettext(message) % values if values else self.messages.gettext(message)

    def retell(self, words: str) -> str:
        """Return words that were told in English as this language says them; others, as names are, stay as they are."""
        if not isinstance(words, Phrase):
            return words
        if isinstance(words, CountedPhrase):
            return self.count(words.message, words.many, words.number, **words.values)
        values = {name: self.retell(each) if isinstance(each, str) else each for name, each in words.values.items()}
        return self.say(words.message, **values)

    def say_as(self, context: str, message: str, **values: object) -> str:
        """Return a message that other languages say otherwise from context to context."""
        return self.messages.pgettext(context, message) % values

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return a message in the form that goes with a number, which stands at `%(number)s`, in words if given so."""
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
