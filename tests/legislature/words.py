"""Invented sentences: short, plain, each with a name of its own, so that no two wordings are alike."""

from random import Random

NOUNS = ("keeper", "register", "beacon", "harbour", "lamp", "ferry", "tower", "warden", "bridge", "almanac", "bell")
PAIRS = (("keeper", "overseer"), ("register", "ledger"), ("beacon", "light signal"), ("harbour", "haven"),
         ("lamp", "lantern"), ("tower", "turret"))
"""Words that acts replace throughout the text; the new words never stand for a second replacement."""
AGAIN = (*PAIRS, ("overseer", "steward"), ("ledger", "roll of names"), ("haven", "port"), ("steward", "keeper"),
         ("northern ", ""), ("old ", ""), ("small ", ""))
"""The same where acts also replace what others brought, put it back, or delete words."""
_MORE = ("overseer", "ledger", "light signal", "haven", "lantern", "turret")
_VERBS = ("inspect", "paint", "keep", "lend", "repair", "count", "guard", "describe", "measure", "open")
_ADJECTIVES = ("northern", "old", "wooden", "public", "quiet", "seasonal", "small", "village")
_TAILS = ("", "", "", " without delay", " once in a season", " free of charge", " in daylight")
_ABOUT = ("Duties of the", "Care of the", "Opening of the", "Use of the")
_SHIPS = ("Swift", "Heron", "Gull of the North")
_SYLLABLES = tuple(f"{consonant}{vowel}" for consonant in "bdgklmnrstz" for vowel in "aeiou")


class Words:
    """Make sentences; each holds a place name that no other sentence of the same history holds."""

    def __init__(self, rng: Random) -> None:
        """Take chance from `rng`."""
        self._rng = rng
        self._count = rng.randrange(50, 2000)

    def heading(self) -> str:
        """Return a heading."""
        return f"{self._any(_ABOUT)} {self._noun()} of {self._place()}"

    def item(self) -> str:
        """Return the text of a point or an indent, without the mark that ends it."""
        return f"{self._any(_VERBS)} the {self._any(_ADJECTIVES)} {self._noun()} of {self._place()}{self._any(_TAILS)}"

    def sentence(self) -> str:
        """Return a whole sentence."""
        return f"The {self._noun()} of {self._place()} shall {self._doing()}{self._any(_TAILS)}."

    def lead_in(self) -> str:
        """Return a text that ends with a colon."""
        return f"The {self._noun()} of {self._place()} shall:"

    def item_lead_in(self) -> str:
        """Return the text of a point that has indents."""
        return f"{self._any(_VERBS)} at {self._place()}:"

    def preamble(self) -> str:
        """Return the text of a preamble."""
        return f"This Law determines the legal bases of the {self._noun()} of {self._place()}."

    def title(self) -> str:
        """Return the title of a law."""
        return f"On the {self._any(_ADJECTIVES)} {self._noun()} of {self._place()}"

    def more(self) -> str:
        """Return words that a text may get behind others, with the blank or the comma before them."""
        return self._any((f" and the {self._noun()} of {self._place()}", f", also at {self._place()}", f" within {self._rng.randrange(2, 99)} days",
                          " old", f", on the «{self._any(_SHIPS)}»"))

    def reworded(self, text: str) -> str:
        """Return a text of the same build, with another name and perhaps other words."""
        if text.endswith(":"):
            return self.lead_in() if text[0].isupper() else self.item_lead_in()
        return self.sentence() if text.endswith(".") else self.item()

    def _doing(self) -> str:
        return f"{self._any(_VERBS)} the {self._any(_ADJECTIVES)} {self._noun()}"

    def _noun(self) -> str:
        return self._any(NOUNS if self._rng.random() < 0.8 else _MORE)

    def _any(self, words: tuple[str, ...]) -> str:
        return words[int(self._rng.random() * len(words))]

    def _place(self) -> str:
        self._count += 1
        count, name = self._count, ""
        for _ in range(3):
            count, rest = divmod(count, len(_SYLLABLES))
            name = _SYLLABLES[rest] + name
        return name.capitalize()
