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


_OWN_NAMES = {Tongue.ENGLISH: "English", Tongue.RUSSIAN: "Русский", Tongue.KAZAKH: "Қазақша"}
