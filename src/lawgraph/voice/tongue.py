"""The languages in which pages speak, apart from the language of the law's text."""

from enum import StrEnum


class Tongue(StrEnum):
    """Name a language of the interface as `lang` attributes and paths do."""

    ENGLISH = "en"
    RUSSIAN = "ru"
    KAZAKH = "kk"

    @property
    def own_name(self) -> str:
        """The name of the language in itself, as a reader looks for it."""
        return _OWN_NAMES[self]

    @property
    def letters(self) -> str:
        """The letters by which texts in the same language go: "eng"."""
        return _LETTERS[self]


_OWN_NAMES = {Tongue.ENGLISH: "English", Tongue.RUSSIAN: "Русский", Tongue.KAZAKH: "Қазақша"}
_LETTERS = {Tongue.ENGLISH: "eng", Tongue.RUSSIAN: "rus", Tongue.KAZAKH: "kaz"}
