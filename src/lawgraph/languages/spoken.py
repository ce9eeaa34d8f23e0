"""Which languages there are, each by its name of three letters: how it prints units and days, and where its grammar is.

What pages and the command line say beside that are messages.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import lawgraph.languages
from lawgraph.languages.letters import NEVER
from lawgraph.languages.state import LISTED
from lawgraph.law.eid import Kind

if TYPE_CHECKING:
    from lawgraph.languages.amending import Amending
    from lawgraph.languages.tables import Citing, Clauses, Grammar, Layout, Notes, Words
_LETTERS = 3
_WORD = re.compile(r"[^\W\d_]+")


class DayForm(Enum):
    """How a day stands in a sentence."""

    PLAIN = "plain"
    ON = "on"
    AS_ON = "as on"
    FROM = "from"
    OF = "of"
    UNTIL = "until"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Endings:
    """Hold what follows the name of a month: "in July", "from July", "to July", "of July", "July and …"."""

    where: str = ""
    whence: str = ""
    whither: str = ""
    of: str = ""
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Ordinals:
    """Hold how units without a printed number are counted: in `words` from the first on, above them in digits.

    What follows the digits goes by the last spoken word of the number: its last digit, or its tens where that is 0.
    """

    words: tuple[str, ...]
    behind: str
    behind_some: Mapping[int, str] = field(default_factory=dict)

    def say(self, number: int) -> str:
        """Return the ordinal of a number from 1 on."""
        if number <= len(self.words):
            return self.words[number - 1]
        return f"{number}-{self.behind_some.get(number % 10 or number % 100, self.behind)}"


@dataclass(frozen=True, slots=True)
class PlaceNesting:
    """Hold how a unit is named as one of another: "of a point" by `genitives`, "its point" by `possessives`.

    Where words have a possessive the larger unit stands first, and what stands between two has both: its `endings` are
    those of a possessive by its last letter.
    """

    genitives: Mapping[str, str]
    possessives: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)

    def say(self, steps: Sequence[str]) -> str:
        """Return units, the smallest first, as one place."""
        smallest, *outer = steps
        if not self.possessives or not outer:
            return " ".join((smallest, *(_bent(each, self.genitives) for each in outer)))
        between = [_bent(each, self.possessives) for each in outer[-2::-1]]
        return " ".join((_bent(outer[-1], self.genitives), *(f"{each}{self.endings[each[-1]]}" for each in between),
                         _bent(smallest, self.possessives)))


def _bent(words: str, forms: Mapping[str, str]) -> str:
    return _WORD.sub(lambda word: forms.get(word[0], word[0]), words)


@dataclass(frozen=True, slots=True)
class Speech:
    """Hold the patterns in which a language prints units and days."""

    units: Mapping[Kind, str] = field(default_factory=dict)  # a unit with its number: "Article {}."
    ordinals: Mapping[Kind, Ordinals] = field(default_factory=dict)  # count the units that have none
    amounts: Mapping[int, str] = field(default_factory=dict)  # numbers of days and months in words
    nesting: PlaceNesting | None = None  # names a unit as one of another
    months: tuple[str, ...] = ()
    day: str = "{year}-{month}-{day}"  # a day, with one of the `months`
    forms: Mapping[DayForm, str] = field(default_factory=dict)  # set it in a sentence
    between_in_one_year: str = "{one} – {other}"
    between: str = "{one} – {other}"  # two days, as the next one
    span: str = "{first} – {last}"
    today: str = ""
    unknown: str = "?"
    endings: tuple[Endings, ...] = (Endings(),) * 12  # follow the months
    since: Mapping[int, str] = field(default_factory=dict)  # the word before a day of the month, if not the usual one
    usual_since: str = ""
    fixed: str = " (?<=№ )"  # a space at which no line may end; it stands first, which is quick to seek
    law: tuple[str, ...] = ()  # the forms in which messages name the law that they speak of
    other_kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the same of other kinds of act


@dataclass(frozen=True, slots=True)
class Language:
    """Hold what is particular to one language."""

    code: str  # its name of three letters, in paths and options
    tag: str  # its name in `lang` attributes
    name: str  # in English
    own_name: str
    module: str  # holds its `GRAMMAR`, which is large: it is loaded when a text is read, not where answers are printed
    speech: Speech = field(default_factory=Speech)
    letters: str = ""  # of its words, as a class of a pattern; empty where they tell nothing

    @property
    def words(self) -> "Words":
        """Its words for numbers and months, and the order of words."""
        return _grammar(self.module).words

    @property
    def notes(self) -> "Notes":
        """The grammar of its footnotes."""
        return _grammar(self.module).notes

    @property
    def layout(self) -> "Layout":
        """The words by which the lines of a law are told apart."""
        return _grammar(self.module).layout

    @property
    def clauses(self) -> "Clauses":
        """How a law speaks of its own commencement."""
        return _grammar(self.module).clauses

    @property
    def citing(self) -> "Citing":
        """How it cites units and acts."""
        return _grammar(self.module).citing

    @property
    def amending(self) -> "Amending":
        """How it words amendments."""
        return _grammar(self.module).amending


@cache
def _grammar(module: str) -> "Grammar":
    grammar: Grammar = import_module(module).GRAMMAR
    return grammar


@cache
def codes() -> tuple[str, ...]:
    """Return the names of all languages: the modules of this folder that have a name of three letters."""
    names = (module.name for module in iter_modules(lawgraph.languages.__path__))
    known = {name: place for place, name in enumerate(LISTED)}
    return tuple(sorted((name for name in names if len(name) == _LETTERS),
                        key=lambda name: (known.get(name, len(known)), name)))


@cache
def spoken(code: str) -> Language:
    """Return the language of a name; raise `KeyError` where there is none."""
    if code not in codes():
        raise KeyError(code)
    language: Language = import_module(f"lawgraph.languages.{code}").LANGUAGE
    return language


def says_today(text: str) -> bool:
    """Tell whether a word means today in some language."""
    return text.casefold() in {spoken(code).speech.today for code in codes()}


def written_in(words: str) -> tuple[str, ...]:
    """Return the languages in whose letters all the words are written; none where no language has these letters."""
    told = "".join(sign for sign in words.lower() if sign.isalpha())
    return tuple(code for code in codes() if told and spoken(code).letters
                 and re.fullmatch(f"[{spoken(code).letters}]+", told))


def is_of_another(line: str, code: str) -> bool:
    """Tell whether most of a line is in a language whose letters are those of this one and some more, or fewer.

    Words of several letters tell it: many with letters that this language lacks, or none with those that the other lacks.
    """
    words, own = re.findall(r"[^\W\d_]{2,}", line.casefold()), _alphabet(code)
    ours = [each for each in words if own.issuperset(each)]
    for other in (_alphabet(each) for each in codes() if each != code):
        theirs = [each for each in words if other.issuperset(each)]
        if own < other:
            strange = sum(not own.issuperset(each) for each in theirs)
            if strange >= _TELLING and 3 * strange > len(words):
                return True
        elif other < own and len(theirs) == len(ours) >= _ENOUGH:
            return True
    return False


_TELLING, _ENOUGH = 3, 10


@cache
def _alphabet(code: str) -> frozenset[str]:
    letters = re.compile(f"[{spoken(code).letters or NEVER}]")
    return frozenset(letter for letter in map(chr, range(0x61, 0x530)) if letters.fullmatch(letter))


def tagged(tag: str) -> str | None:
    """Return the name of the language that a `lang` attribute or a path names: "kk", "kaz"."""
    return next((code for code in codes() if tag in (code, spoken(code).tag)), None)
