"""What a visitor asked for, as typed."""

import re
from dataclasses import dataclass, fields

_ILLEGIBLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Hold what a visitor asked for: the path, and what forms add to it (a day, two days, words to search for)."""

    path: str
    on: str = ""
    first: str = ""
    last: str = ""
    words: str = ""
    law: str = ""
    lang: str = ""

    @property
    def legible(self) -> "PageRequest":
        """The same without what no text can hold: control characters, and halves of characters."""
        return PageRequest(*(_ILLEGIBLE.sub("\ufffd", getattr(self, each.name)) for each in fields(self)))
