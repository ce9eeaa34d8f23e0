"""What a person is told when an input cannot be used: one line with place, surprise and remedy.

Faults in the *sources of law* are no errors: they are `Finding` values (see `model`), collected and shown.
"""

from typing import Self


class LawgraphError(Exception):
    """Stop with one line that names the place, what is wrong there and what to do.

    Who tells it otherwise goes by the class, and by what a name that is not clear may have `meant`; not by the words.
    """

    def __init__(self, place: str, surprise: str, remedy: str, meant: tuple[str, ...] = ()) -> None:
        super().__init__(f"{place}: {surprise}; {remedy}")
        self.place, self.surprise, self.remedy, self.meant = place, surprise, remedy, meant

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str, tuple[str, ...]]]:
        """Tell how to make it again: it may travel from the process that met it."""
        return type(self), (self.place, self.surprise, self.remedy, self.meant)


class DayError(LawgraphError):
    """A day that does not exist or is not written as YYYY-MM-DD."""


class EidError(LawgraphError):
    """An address that does not follow the grammar of eIds."""


class UnknownLaw(LawgraphError):
    """A law that the database does not hold."""


class UnclearLaw(UnknownLaw):
    """A number that several laws have."""


class UnknownLanguage(UnknownLaw):
    """A language in which no text of a law is held."""


class UnknownAct(LawgraphError):
    """An act that the database does not hold."""


class UnknownProvision(LawgraphError):
    """A provision that the law has never had, as far as the sources tell."""


class UnclearProvision(UnknownProvision):
    """Words that can mean several provisions."""


class UnreadProvision(UnknownProvision):
    """Words that name no provision."""


class SourceError(LawgraphError):
    """A file that cannot be read as the text of a law."""


class FactError(LawgraphError):
    """A record in `amendments/` or `notes.toml` that breaks the documented schema."""


class DatabaseError(LawgraphError):
    """A database that is missing, of another version, or made from other sources."""
