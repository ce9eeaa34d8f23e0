"""What somebody means by what is typed into one box: the law, the place in it and the day, said in any language.

A day after the word "of" («от», «-дағы») is one of adoption: it names acts and laws. Any other one is the day asked
for. What is left is a place, where the law has it, else words to search for.
"""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from lawgraph.languages.printed import FoundDay, find_days, find_law_numbers
from lawgraph.languages.scanner import plain_pattern
from lawgraph.languages.speech import DayForm
from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.eid import Eid
from lawgraph.law.errors import LawgraphError
from lawgraph.parsing.citations.addresses import addresses
from lawgraph.parsing.citations.resolving import Resolution, resolve
from lawgraph.queries import across
from lawgraph.queries.answers import law_named, laws, places
from lawgraph.queries.asking import rows as _rows
from lawgraph.queries.values import LawRow
from lawgraph.voice.locale import Locale
from lawgraph.voice.names import short_name
from lawgraph.voice.speaking import voice_of

_WORD = re.compile(r"[^\W\d_]{4,}")
_UNITS = ("art_1", "art_1__para_1", "art_1__point_1", "art_1__subpoint_1", "chp_1", "sec_1", "annex_1", "preamble")
_ALIKE = 0.75
"""How alike a word must be to one that is known, from 0 to 1: one letter in four may be wrong."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Hold what was understood: a law, a place in it, the day asked for; `words` are what is left of what was typed.

    `assumed` tells that the law was not named and is the only one held. `acts` are those of the number or the day of
    adoption that was named.
    """

    words: str
    law: LawRow | None = None
    place: Resolution | None = None
    on: date | None = None
    acts: tuple[str, ...] = ()
    assumed: bool = False


def understood(conn: sqlite3.Connection, typed: str) -> Meant:
    """Return what is meant by what somebody typed; nothing that was typed is lost from its words."""
    day, adopted = _day(typed)
    words = _without(typed, day) if day else typed
    on = day.day if day and not adopted else None
    acts = _adopted_on(conn, day.day) if day and day.day and adopted else ()
    named, law, rest = _numbered(conn, words)
    only = laws(conn) if law is None and not named else ()
    assumed = len(only) == 1
    law = only[0] if assumed else law
    place = place_named(conn, law, rest) if law else None
    return Meant(" ".join(rest.split()), None if assumed and place is None else law, place, on,
                 tuple(dict.fromkeys((*named, *acts))), assumed and place is not None)


def _day(typed: str) -> tuple[FoundDay | None, bool]:
    """Return the first day that was typed with four figures of the year, and whether it is one of adoption."""
    for lang in codes():
        for each in find_days(typed, lang):
            if each.day and str(each.day.year) in each.text:
                return each, _is_adoption(typed, each, lang)
    return None, False


def _is_adoption(typed: str, found: FoundDay, lang: str) -> bool:
    before, after = spoken(lang).speech.forms[DayForm.OF].split("{day}")
    if before.strip():
        return typed[:found.start].casefold().rstrip().endswith(before.strip())
    ends = {each.where + each.of for each in spoken(lang).speech.endings if after}
    return any(found.text.endswith(each) or typed[found.end:].startswith(each) for each in ends)


def _without(typed: str, day: FoundDay) -> str:
    """Return what was typed without a day and the small word before it."""
    forms = {spoken(lang).speech.forms[form].split("{day}")[0].strip() for lang in codes()
             for form in (DayForm.ON, DayForm.AS_ON, DayForm.OF)}
    before, after = typed[:day.start].rstrip(), typed[day.end:]
    last = before.rpartition(" ")[2]
    return f"{before.removesuffix(last) if last.casefold() in forms and last else before} {after}"


def _numbered(conn: sqlite3.Connection, words: str) -> tuple[tuple[str, ...], LawRow | None, str]:
    """Return the acts and the law with a number that was typed, and the words without it."""
    kinds = plain_pattern(rf"(?<!\w)(?:{'|'.join(spoken(code).citing.typed for code in codes())})\s*$")
    for each in find_law_numbers(words):
        left = f"{kinds.sub('', words[:each.start])} {words[each.end:]}"
        try:
            return (), law_named(conn, each.number), left
        except LawgraphError:
            acts = tuple(row["name"] for row in _rows(conn, across.ACT, act=each.number))
            if acts:
                return acts, None, left
    return (), None, words


def _adopted_on(conn: sqlite3.Connection, day: date) -> tuple[str, ...]:
    return tuple(row["name"] for row in _rows(conn, across.ACTS_ADOPTED, day=day.isoformat()))


def place_named(conn: sqlite3.Connection, law: LawRow, rest: str) -> Resolution | None:
    """Return the place that is named, if need be with the words for units spelt as they should be."""
    known = addresses(frozenset(each.eid for each in places(conn, law.id)))
    for words in dict.fromkeys((rest, _WORD.sub(_spelt, rest))):
        try:
            return resolve(words, known)
        except LawgraphError:
            continue
    return None


def _spelt(word: re.Match[str]) -> str:
    near = get_close_matches(word[0].casefold(), _unit_words(), 1, _ALIKE)
    return near[0] if near else word[0]


@cache
def _unit_words() -> tuple[str, ...]:
    """Return the words for units in the languages of the pages."""
    named = (short_name(Eid(eid), voice_of(locale)) for locale in Locale for eid in _UNITS)
    return tuple(dict.fromkeys(word.casefold() for name in named for word in _WORD.findall(name)))
