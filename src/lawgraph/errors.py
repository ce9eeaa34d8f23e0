"""What a person is told when an input cannot be used: one line with place, surprise and remedy.

Faults in the *sources of law* are no errors: they are `Finding` values (see `model`), collected and shown.
"""

from typing import Self


class LawgraphError(Exception):
    """Stop with one line that names the place, what is wrong there and what to do."""

    def __init__(self, place: str, surprise: str, remedy: str) -> None:
        super().__init__(f"{place}: {surprise}; {remedy}")
        self.place, self.surprise, self.remedy = place, surprise, remedy

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str]]:
        """Tell how to make it again: it may travel from the process that met it."""
        return type(self), (self.place, self.surprise, self.remedy)


class DayError(LawgraphError):
    """A day that does not exist or is not written as YYYY-MM-DD."""


class EidError(LawgraphError):
    """An address that does not follow the grammar of eIds."""


class UnknownLaw(LawgraphError):
    """A law that the database does not hold."""


class UnknownProvision(LawgraphError):
    """A provision that the law has never had, as far as the sources tell."""


class SourceError(LawgraphError):
    """A file that cannot be read as the text of a law."""


class FactError(LawgraphError):
    """A record in `amendments/` or `notes.toml` that breaks the documented schema."""


class DatabaseError(LawgraphError):
    """A database that is missing, of another version, or made from other sources."""
