"""Read the units that a wording names, by the rules of its language.

A reference is a row of atoms: units with numbers ("subparagraphs 1) and 2)"), units pointed at ("this article") and
acts, by number, title or name. Some languages go from the smallest unit outwards, others from the act inwards.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lawgraph.languages.letters import arabic
from lawgraph.languages.scanner import level, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import NUMBER, BareRule, NumberPlace, ThisRule, UnitRule
from lawgraph.law.eid import Kind


@dataclass(frozen=True, slots=True)
class Numeral:
    """Hold a number as printed at `start` to `end`, and in the form that eIds have."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """Hold units with their numbers; `kinds` are what the word can mean, likeliest first; none for an uncounted one."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    numerals: tuple[Numeral, ...]


@dataclass(frozen=True, slots=True)
class This:
    """Hold a unit that the text itself stands in: "this article", «настоящего Закона»."""

    start: int
    end: int
    kind: Kind


def units_of(rule: UnitRule, text: str, lang: str) -> Iterable[CitedUnit]:
    """Read all units of one rule in a levelled text."""
    for match in _unit(rule, lang).finditer(text):
        found = (_numeral(each, lang) for each in _counts(lang).finditer(text, *match.span()))
        yield CitedUnit(*match.span(), rule.kinds, tuple(each for each in found if each))


def bare_units_of(rule: BareRule, text: str) -> Iterable[CitedUnit]:
    """Read all unnumbered units of one rule in a levelled text."""
    return (CitedUnit(*match.span(), (rule.kind,), ()) for match in _word(rule.word).finditer(text))


def pointers_of(rule: ThisRule, text: str, lang: str) -> Iterable[This]:
    """Read all "this article" and its like of one rule in a levelled text."""
    pointed = rf"(?:{spoken(lang).citing.this})\s+(?:{rule.word})"
    return (This(*match.span(), rule.kind) for match in _word(pointed).finditer(text))


def read_units(text: str, lang: str) -> list[CitedUnit | This]:
    """Read every unit that a text names in one language, in no order."""
    words, citing = level(text), spoken(lang).citing
    counted = (each for rule in citing.units for each in units_of(rule, words, lang))
    bare = (each for rule in citing.bare for each in bare_units_of(rule, words))
    pointers = (each for rule in citing.these for each in pointers_of(rule, words, lang))
    return [*counted, *bare, *pointers]


@cache
def separator(lang: str) -> re.Pattern[str]:
    """Return the pattern of what stands between the numbers of a list."""
    return plain_pattern(spoken(lang).citing.separator)


@cache
def _unit(rule: UnitRule, lang: str) -> re.Pattern[str]:
    """unit = word number *(separator number), or, where numbers come first: number *(separator number) ["-"] word"""
    parting = f"(?:{spoken(lang).citing.separator})"
    number = _counted(lang) if rule.counted else NUMBER
    closed = r"(?:\)|(?!\w|[-.][0-9]))"
    if spoken(lang).words.number is NumberPlace.BEFORE_WORD:
        text = (rf"(?:{number}\)?(?:{parting}{number}\)?){{0,30}}\s?-?\s?(?:{rule.many})"
                rf"|{number}\)?\s?-?\s?(?:{rule.one}))(?!\w)")
    else:
        text = (rf"(?:(?P<many>{rule.many})|{rule.one})\s*{number}{closed}"
                rf"(?(many)(?:{parting}{number}{closed})*|(?:{parting}{number}\))*)")
    return plain_pattern(rf"(?<![\w-]){text}")


def _word(pattern: str) -> re.Pattern[str]:
    return plain_pattern(rf"(?<![\w-])(?:{pattern})(?!\w)")


def _counted(lang: str) -> str:
    return rf"(?:{NUMBER}|(?<!\w)(?:{'|'.join(spoken(lang).citing.ordinals)})(?!\w))"


@cache
def _counts(lang: str) -> re.Pattern[str]:
    return plain_pattern(_counted(lang))


def _numeral(match: re.Match[str], lang: str) -> Numeral | None:
    for place, words in enumerate(spoken(lang).citing.ordinals, 1):
        if re.fullmatch(words, match[0], re.IGNORECASE):
            return Numeral(str(place), *match.span())
    number = arabic(match[0])
    return Numeral(number, *match.span()) if number else None
