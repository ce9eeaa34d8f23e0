"""The languages in which pages speak, apart from the language of the law's text."""

from enum import StrEnum

from lawgraph.languages.spoken import spoken, tagged
from lawgraph.languages.state import FIRST


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
