"""Wordings: what a provision says, as a value that renders alike in English and Russian."""

from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random


class Lang(StrEnum):
    """A language of the judge's prints."""

    ENG = "eng"
    RUS = "rus"


TERMS = {
    Lang.ENG: ("kiln", "oven", "furnace", "hearth", "stove"),
    Lang.RUS: ("печь", "жаровня", "топка", "домна", "горелка"),
}
_SYLLABLES = ("ba", "do", "ka", "lo", "mu", "na", "po", "ra", "su", "ta", "vo", "za")
_SOUNDS = ("ба", "до", "ка", "ло", "му", "на", "по", "ра", "су", "та", "во", "за")
_PLACES = {
    Lang.ENG: ("of {name} burns", "of {name} is kept", "of {name} is not kept", "near {name} is lit on 12 days a year",
               "of {name} is let under Article 1 of this Law", "of {name} is what this Law is about"),
    Lang.RUS: ("селения {name} горит", "селения {name} хранится", "селения {name} не хранится",
               "близ {name} топится 12 дней в году", "селения {name} сдается внаем по статье 1 настоящего Закона",
               "селения {name} есть предмет настоящего Закона"),
}
_PREAMBLE = 5
"""The place of a preamble, which speaks of its law, as all preambles do; those before it are of rules."""
_OPENINGS = {
    Lang.ENG: ("the {term} ", "a master of the {term} ", "30 days a year the {term} "),
    Lang.RUS: ("{term} ", "мастерская, где {term} ", "30 дней в году {term} "),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: two different values render differently in each language."""

    name: int
    term: int
    place: int = 0
    opening: int = 0
    fixed: tuple[str, str] | None = None

    def render(self, lang: Lang) -> str:
        """Render the words without number, capital and end mark."""
        if self.fixed:
            return self.fixed[lang is Lang.RUS]
        sounds = _SYLLABLES if lang is Lang.ENG else _SOUNDS
        first, second = divmod(self.name, len(sounds))
        name = (sounds[first // len(sounds) % len(sounds)] + sounds[first % len(sounds)] + sounds[second]).capitalize()
        opening = _OPENINGS[lang][self.opening].format(term=TERMS[lang][self.term])
        return opening + _PLACES[lang][self.place].format(name=name)

    def replaced(self, old: int, new: int) -> "Wording":
        """Put one term for another, as an act that replaces words throughout does."""
        return replace(self, term=new) if self.term == old and not self.fixed else self


@dataclass(slots=True)
class Pen:
    """Writes ever new wordings."""

    rng: Random
    numbers: bool = False
    written: int = 0

    def new(self) -> Wording:
        """Write a wording that stands nowhere yet."""
        self.written += 7
        plain = not self.numbers or self.rng.random() < 0.8
        place = self.rng.randrange(3) if plain else self.rng.randrange(_PREAMBLE)
        return Wording(self.written, self.rng.randrange(3), place, 0 if plain else self.rng.randrange(3))

    def preamble(self) -> Wording:
        """Write a preamble."""
        return replace(self.new(), place=_PREAMBLE, opening=0)

    def title(self) -> Wording:
        """Write a heading."""
        self.written += 7
        return Wording(self.written, self.rng.randrange(3))

    def next_to(self, words: Wording) -> Wording:
        """Change a wording a little: one word, or all of it."""
        if words.place == _PREAMBLE:
            return self.preamble()
        if self.rng.random() < 0.5:
            return self.new()
        self.written += 7
        if self.rng.random() < 0.5:
            return replace(words, place=(words.place + 1) % 3, fixed=None)
        return replace(words, name=self.written, fixed=None)
