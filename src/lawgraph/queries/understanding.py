"""What somebody means by what is typed into one box, in any language: a day, a law, a place in it, an act.

A day after the word "of" («от», «-дағы») is one of adoption: it names acts and laws. Any other one is the day asked
for. What is left is a place, where a law has it, else words to search for.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from lawgraph.languages.printed import FoundDay, find_days, find_law_numbers
from lawgraph.languages.scanner import plain_pattern
from lawgraph.languages.spoken import DayForm, codes, spoken
from lawgraph.languages.state import CODES, COUNTRY_TYPED, ids_typed
from lawgraph.law.eid import PREFIXES, Eid
from lawgraph.law.errors import LawgraphError, UnknownProvision
from lawgraph.parsing.citations.addresses import CitedUnit, addresses, read_units
from lawgraph.parsing.citations.resolving import Resolution, resolve
from lawgraph.queries import values
from lawgraph.queries.answers import languages, law_named, names_adopted, places
from lawgraph.queries.answers import rows as _rows
from lawgraph.queries.values import LawRow
from lawgraph.voice.names import short_name
from lawgraph.voice.speaking import Locale, voice_of

_WORD, _NUMBER = re.compile(r"[^\W\d_]{4,}"), re.compile(r"\d+(?:-\d+)*")
_RUN = re.compile(r"\w+")
_RUN_TOGETHER = re.compile(r"(?<=\d)(?=[^\W\d_])")
_UNITS = ("art_1", "art_1__para_1", "art_1__point_1", "art_1__subpoint_1", "chp_1", "sec_1", "annex_1", "preamble")
_MOST_NEAR, _MOST_READ, _MOST_LAWS, _BEYOND = 5, 2000, 20, 2 ** 62
_STATE = re.compile(rf"(?<!\w)(?:{COUNTRY_TYPED})(?!\w)", re.IGNORECASE)
_ALIKE = 0.75
"""How alike a word must be to one that is known, from 0 to 1: one letter in four may be wrong."""


@dataclass(frozen=True, slots=True)
class NearPlace:
    """Hold a place of a law that may be meant."""

    law: LawRow
    eid: Eid


@dataclass(frozen=True, slots=True)
class Meant:
    """Hold what was understood: a law, a place in it, the day asked for; `words` are what is left of what was typed.

    `assumed` tells that the law was not named and is the only one held. `acts` are those of the number or the day of
    adoption that was named. `near` are the places that may be meant where no law has such a one, `code` is the number
    of a code that was named and is not held, `unknown` that of an act of which nothing is known, `adopted` a day on
    which no act is known to have been adopted.
    """

    words: str
    law: LawRow | None = None
    place: Resolution | None = None
    on: date | None = None
    acts: tuple[str, ...] = ()
    assumed: bool = False
    near: tuple[NearPlace, ...] = ()
    code: str | None = None
    unknown: str | None = None
    adopted: date | None = None

    @property
    def only_a_day(self) -> bool:
        """Tell whether nothing but a day was typed."""
        return self.on is not None and not (self.words or self.law or self.acts)


def understood(conn: sqlite3.Connection, typed: str) -> Meant:
    """Return what is meant by what somebody typed; nothing that was typed is lost from its words."""
    day, adopted = _day(typed)
    words = _without(typed, day) if day else typed
    on = day.day if day and not adopted else None
    acts = names_adopted(conn, day.day) if day and day.day and adopted else ()
    named, law, rest, code = _numbered(conn, words)
    if code:
        return Meant(" ".join(typed.split()), on=on, code=code)
    free = law is None and not named and not acts
    dated = _laws(_rows(conn, "laws_adopted", day=day.day.isoformat())) if free and adopted and day and day.day else ()
    few = first_laws(conn, _MOST_NEAR + 1) if free and not dated else ()
    assumed = len(few) == 1
    law = next(iter(dated), law)
    nobodys = day.day if day and adopted and not acts and law is None else None
    law = few[0] if assumed else law
    place, near = _place(conn, law, rest) if law else (None, _near_in(conn, few, rest))
    strange = () if named or (law and not assumed) else find_law_numbers(words)
    return Meant(" ".join(rest.split()), None if assumed and place is None and not near else law, place, on,
                 tuple(dict.fromkeys((*named, *acts))), assumed and bool(place or near), near,
                 unknown=next((each.number for each in strange), None), adopted=nobodys)


def first_laws(conn: sqlite3.Connection, most: int) -> tuple[LawRow, ...]:
    """Return the first laws held."""
    return _laws(_rows(conn, "first_laws", most=most))


def _near_in(conn: sqlite3.Connection, laws: tuple[LawRow, ...], words: str) -> tuple[NearPlace, ...]:
    """Return the nearest place in each of few laws, where none of them has the one that is named."""
    if len(laws) > _MOST_NEAR or not (_NUMBER.search(words) or named_in(words)):
        return ()
    found = [(law, *_place(conn, law, words)) for law in laws]
    return () if any(place for _, place, _ in found) else tuple(each for *_, near in found for each in near[:1])


def named_in(words: str) -> tuple[str, ...]:
    """Return the languages in which units of laws are named by what was typed."""
    return tuple(lang for lang in codes() if read_units(words, lang))


def text_for(conn: sqlite3.Connection, law: str, words: str, shown: str) -> str:
    """Return the language in which a law is shown: that of the units that were typed, else that of the page."""
    held = languages(conn, law)
    return next((each for each in (*named_in(words), shown) if each in held), held[0])


def _laws(found: Iterable[sqlite3.Row]) -> tuple[LawRow, ...]:
    return tuple(values.law(row) for row in found)


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


def _numbered(conn: sqlite3.Connection, words: str
              ) -> tuple[tuple[str, ...], LawRow | None, str, str | None]:
    """Return the acts and the law that were typed by a number or the name of a code, the words without it, and the
    number of a code of which nothing is held."""
    kinds = plain_pattern(rf"(?<!\w)(?:{'|'.join(spoken(code).citing.typed for code in codes())})\s*$")
    numbers = [(each.number, f"{kinds.sub('', words[:each.start])} {words[each.end:]}")
               for each in find_law_numbers(words)]
    numbers += [(told, f"{words[:each.start()]} {words[each.end():]}")
                for each in _RUN.finditer(words) for told in ids_typed(each[0])]
    coded = _coded(words)
    for number, left in (*numbers, *coded):
        try:
            return (), law_named(conn, number), left, None
        except LawgraphError:
            acts = _names(_rows(conn, "act", act=number))
            if acts and not coded:
                return acts, None, left, None
    return (), None, words, coded[0][0] if coded else None


def _coded(words: str) -> tuple[tuple[str, str], ...]:
    """Return the number of the code that was named, with the words without it; a mere abbreviation counts where the
    state or a number stands beside it."""
    if not any(sign.isdigit() for sign in words) and not _STATE.search(words):
        return ()
    found = ((number, match) for number, pattern in _code_patterns() if (match := pattern.search(words)))
    return tuple((number, f"{words[:match.start()]} {words[match.end():]}")
                 for number, match in sorted(found, key=lambda each: each[1].start() - each[1].end()))[:1]


@cache
def _code_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    state = rf"(?:\s*(?:{COUNTRY_TYPED}))?"
    return tuple((number, re.compile(rf"(?<!\w)(?:(?:{COUNTRY_TYPED})\s*)?(?:{names})(?!\w){state}", re.IGNORECASE))
                 for number, names in CODES.items())


def _names(found: Iterable[sqlite3.Row]) -> tuple[str, ...]:
    return tuple(row["name"] for row in found)


def acts_near(conn: sqlite3.Connection, day: date) -> tuple[str, ...]:
    """Return the names of the acts whose days of adoption are nearest to a day."""
    return _names(_rows(conn, "acts_adopted_near", day=day.isoformat(), most=_MOST_NEAR))


def respelt(conn: sqlite3.Connection, typed: str, law: str | None) -> str | None:
    """Return the words typed that stand in some wording, spelt as there; the longest one where that is all of them."""
    block = next(iter(_rows(conn, "block", law=law) if law else ()), {"first": 0, "after": _BEYOND})
    found = _rows(conn, "wordings", first=block["first"], after=block["after"], most=_MOST_READ)
    texts = " ".join(row["text"] for row in found if row["text"])
    known = dict.fromkeys(_WORD.findall(texts.casefold()))
    told = [near for each in _WORD.findall(typed.casefold()) if (near := _likest(each, known))]
    whole = " ".join(told)
    if whole != typed.casefold():
        return whole or None
    return max(told, key=len) if len(told) > 1 else None


def _likest(word: str, known: Mapping[str, None]) -> str | None:
    """Return the known word that is most like one that was typed; one for units means a place."""
    if word in known:
        return word
    unit = get_close_matches(word, _unit_words(), 1, _ALIKE)
    return None if unit else next(iter(get_close_matches(word, known, 1, _ALIKE)), None)


def place_named(conn: sqlite3.Connection, law: LawRow, rest: str) -> Resolution | None:
    """Return the place that is named, if need be with the words for units spelt as they should be."""
    return _place(conn, law, rest)[0]


def _place(conn: sqlite3.Connection, law: LawRow, rest: str) -> tuple[Resolution | None, tuple[NearPlace, ...]]:
    """Return the place that is named, else those that may be meant."""
    known = addresses(frozenset(each.eid for each in places(conn, law.id)))
    near: tuple[str, ...] = ()
    apart = _RUN_TOGETHER.sub(" ", rest)
    for words in dict.fromkeys((rest, apart, _WORD.sub(_spelt, apart))):
        try:
            return resolve(words, known), ()
        except UnknownProvision as error:
            near = near or error.meant
        except LawgraphError:
            continue
    return None, tuple(NearPlace(law, Eid(each)) for each in near[:_MOST_NEAR])


def _spelt(word: re.Match[str]) -> str:
    near = get_close_matches(word[0].casefold(), _unit_words(), 1, _ALIKE)
    return near[0] if near else word[0]


@cache
def _unit_words() -> tuple[str, ...]:
    """Return the words for units in the languages of the pages."""
    named = (short_name(Eid(eid), voice_of(locale)) for locale in Locale for eid in _UNITS)
    return tuple(dict.fromkeys(word.casefold() for name in named for word in _WORD.findall(name)))


def laws_with(conn: sqlite3.Connection, typed: str) -> tuple[str, ...]:
    """Return the laws that have an article with a number, or a unit, that somebody typed; not all where many have."""
    eids = dict.fromkeys((*(f"art_{number}" for number in _NUMBER.findall(typed)), *_units_typed(typed)))
    found = dict.fromkeys(row["law"] for eid in eids for row in _rows(conn, "laws_with", eid=eid, most=_MOST_LAWS))
    return tuple(found)[:_MOST_LAWS]


def _units_typed(typed: str) -> Iterator[str]:
    """Give the address of each unit that was typed, as it stands where nothing encloses it."""
    for unit in (each for lang in codes() for each in read_units(typed, lang) if isinstance(each, CitedUnit)):
        for kind in unit.kinds:
            yield from (f"{PREFIXES[kind]}_{each.number}" for each in unit.numerals)
            if not unit.numerals:
                yield PREFIXES[kind]
