"""Search: what somebody means by what is typed into one box, in any language, and what has the words that are left.

A day after the word "of" («от», «-дағы») is one of adoption: it names acts and laws. Any other one is the day asked
for. What is left is a place, where the law has it, else words to search for: wordings by their words, on a day or on
any, laws and acts by number or title.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from lawgraph.database.searching import exact_query, opening_query, shortened_query
from lawgraph.languages.printed import FoundDay, find_days, find_law_numbers
from lawgraph.languages.scanner import plain_pattern
from lawgraph.languages.spoken import DayForm, codes, spoken
from lawgraph.languages.state import CODES, COUNTRY_TYPED
from lawgraph.law.days import day_or_none
from lawgraph.law.eid import Eid
from lawgraph.law.errors import LawgraphError, UnknownProvision
from lawgraph.law.versions import Version
from lawgraph.parsing.citations.addresses import addresses
from lawgraph.parsing.citations.resolving import Resolution, resolve
from lawgraph.queries import values
from lawgraph.queries.answers import law_named, places
from lawgraph.queries.answers import rows as _rows
from lawgraph.queries.values import LawRow, TouchedLaw
from lawgraph.voice.names import short_name
from lawgraph.voice.speaking import Locale, voice_of

_WORD, _NUMBER = re.compile(r"[^\W\d_]{4,}"), re.compile(r"\d+(?:-\d+)*")
_RUN_TOGETHER = re.compile(r"(?<=\d)(?=[^\W\d_])")
_UNITS = ("art_1", "art_1__para_1", "art_1__point_1", "art_1__subpoint_1", "chp_1", "sec_1", "annex_1", "preamble")
_MOST_NEAR, _MOST_READ, _BEYOND = 5, 2000, 2 ** 62
_STATE = re.compile(rf"(?<!\w)(?:{COUNTRY_TYPED})(?!\w)", re.IGNORECASE)
_MOST_HITS = 50
_MOST_LAWS = 20
_STRETCHES = (60, 600, _BEYOND)
"""How many of the best are looked at first, and how many more each time where too few of them apply on the day."""
_ALIKE = 0.75
"""How alike a word must be to one that is known, from 0 to 1: one letter in four may be wrong."""


@dataclass(frozen=True, slots=True)
class ExcerptPiece:
    """Hold a stretch of an excerpt; `found` tells that it is one of the words searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold a wording that a search found, and the days from which and before which it is held."""

    law: str
    number: str
    lang: str
    eid: Eid
    start: date
    before: date | None
    excerpt: tuple[ExcerptPiece, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """Hold what was understood: a law, a place in it, the day asked for; `words` are what is left of what was typed.

    `assumed` tells that the law was not named and is the only one held. `acts` are those of the number or the day of
    adoption that was named. `near` are the places that may be meant where the law has no such one, `code` is the number
    of a code that was named and is not held, `adopted` a day on which no act is known to have been adopted.
    """

    words: str
    law: LawRow | None = None
    place: Resolution | None = None
    on: date | None = None
    acts: tuple[str, ...] = ()
    assumed: bool = False
    near: tuple[Eid, ...] = ()
    code: str | None = None
    adopted: date | None = None


def understood(conn: sqlite3.Connection, typed: str) -> Meant:
    """Return what is meant by what somebody typed; nothing that was typed is lost from its words."""
    day, adopted = _day(typed)
    words = _without(typed, day) if day else typed
    on = day.day if day and not adopted else None
    acts = _names(_rows(conn, "acts_adopted", day=day.day.isoformat())) if day and day.day and adopted else ()
    named, law, rest, code = _numbered(conn, words)
    if code:
        return Meant(" ".join(typed.split()), on=on, code=code)
    free = law is None and not named and not acts
    dated = _laws(_rows(conn, "laws_adopted", day=day.day.isoformat())) if free and adopted and day and day.day else ()
    few = _laws(_rows(conn, "first_laws", most=2)) if free and not dated else ()
    assumed = len(few) == 1
    law = next(iter(dated), law)
    unknown = day.day if day and adopted and not acts and law is None else None
    law = few[0] if assumed else law
    place, near = _place(conn, law, rest) if law else (None, ())
    return Meant(" ".join(rest.split()), None if assumed and place is None and not near else law, place, on,
                 tuple(dict.fromkeys((*named, *acts))), assumed and bool(place or near), near,
                 adopted=unknown)


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
    """Return what was typed with each word that stands in no wording as the likest one that does, if there is one."""
    block = next(iter(_rows(conn, "block", law=law) if law else ()), {"first": 0, "after": _BEYOND})
    found = _rows(conn, "wordings", first=block["first"], after=block["after"], most=_MOST_READ)
    texts = " ".join(row["text"] for row in found if row["text"])
    known = tuple(dict.fromkeys(_WORD.findall(texts.casefold())))
    told = _WORD.sub(lambda each: next(iter(get_close_matches(each[0].casefold(), known, 1, _ALIKE)), each[0]), typed)
    return told if told.casefold() != typed.casefold() else None


def place_named(conn: sqlite3.Connection, law: LawRow, rest: str) -> Resolution | None:
    """Return the place that is named, if need be with the words for units spelt as they should be."""
    return _place(conn, law, rest)[0]


def _place(conn: sqlite3.Connection, law: LawRow, rest: str) -> tuple[Resolution | None, tuple[Eid, ...]]:
    """Return the place that is named, else those that may be meant."""
    known = addresses(frozenset(each.eid for each in places(conn, law.id)))
    near: tuple[Eid, ...] = ()
    apart = _RUN_TOGETHER.sub(" ", rest)
    for words in dict.fromkeys((rest, apart, _WORD.sub(_spelt, apart))):
        try:
            return resolve(words, known), ()
        except UnknownProvision as error:
            near = near or tuple(map(Eid, error.meant))
        except LawgraphError:
            continue
    return None, near[:_MOST_NEAR]


def _spelt(word: re.Match[str]) -> str:
    near = get_close_matches(word[0].casefold(), _unit_words(), 1, _ALIKE)
    return near[0] if near else word[0]


@cache
def _unit_words() -> tuple[str, ...]:
    """Return the words for units in the languages of the pages."""
    named = (short_name(Eid(eid), voice_of(locale)) for locale in Locale for eid in _UNITS)
    return tuple(dict.fromkeys(word.casefold() for name in named for word in _WORD.findall(name)))


@dataclass(frozen=True, slots=True)
class Within:
    """Limit a search to a law or a language, and put first what applied `on` a day.

    So many wordings as the `window` holds are weighed against each other; of a common word any law has as good ones.
    """

    law: str | None = None
    lang: str | None = None
    on: date | None = None
    window: int = 10_000


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold what may be said of a provision on a day, and whether a wording that was found `applies` on it."""

    version: Version
    applies: bool


EVERYWHERE = Within()
"""No limit: all laws, all languages, all days alike."""


class OutOfTimeError(Exception):
    """A question that was ended before it was answered."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Hold what a search found, the best first; it is not `whole` where time ended before all had been looked at."""

    these: tuple[Hit, ...]
    whole: bool = True


def search(conn: sqlite3.Connection, words: str, within: Within = EVERYWHERE) -> Hits:
    """Return the wordings with all the words; where there are none, those with words that begin so.

    With a day, those come first that apply on it, however far down the list of the best they stand.
    """
    for asked in _asked(words):
        found, whole = _applying(conn, asked, within)
        if found or not whole:
            return Hits(tuple(hit(row) for row in found[:_MOST_HITS]), whole)
    return Hits(())


def _applying(conn: sqlite3.Connection, asked: str, within: Within) -> tuple[list[sqlite3.Row], bool]:
    """Return a page of the wordings found, and whether time was left to look at as many as that takes."""
    found: list[sqlite3.Row] = []
    try:
        for rows in _best(conn, asked, within, within.on):
            found += [row for row in rows if row["applies"]]
            if len(found) >= _MOST_HITS:
                return found, True
        if within.on:
            found += [row for row in next(_best(conn, asked, within, None), ()) if not row["applies"]]
    except OutOfTimeError:
        return found, False
    return found, True


def _best(conn: sqlite3.Connection, asked: str, within: Within, day: date | None) -> Iterator[list[sqlite3.Row]]:
    """Give the wordings found that may apply on a day, window by window, of each the best ones first."""
    block = _rows(conn, "block", law=within.law) if within.law else [{"first": 0, "after": _BEYOND}]
    on, held_on = (each.isoformat() if each else None for each in (within.on, day))
    first, seen = (block[0]["first"], within.window) if block else (0, 0)
    while seen == within.window:
        skip, start = 0, first
        for most in _STRETCHES:
            rows = _rows(conn, "search_texts", words=asked, on=on, held_on=held_on, lang=within.lang, first=start,
                         after=block[0]["after"], window=within.window, most=most, skip=skip)
            first, seen = (rows[0]["last"] + 1, rows[0]["seen"]) if rows else (first, skip and seen)
            yield rows
            skip += most
            if len(rows) < most:
                break


def search_acts(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Return the names of the acts whose number or title has all the words, the best first."""
    return _names(_found(conn, "search_acts", words))


def search_laws(conn: sqlite3.Connection, words: str, lang: str) -> tuple[TouchedLaw, ...]:
    """Return the laws whose number or title has all the words, the best first."""
    return tuple(TouchedLaw(row["id"], row["number"], row["kind"], row["title"], row["lang"])
                 for row in _found(conn, "search_laws", words, lang=lang))


def standings_on(conn: sqlite3.Connection, hits: Sequence[Hit], day: date) -> tuple[Standing | None, ...]:
    """Return how each wording that a search found stands to a day; `None` where that lies before the law."""
    told = json.dumps([(each.law, each.lang, each.eid, each.start.isoformat()) for each in hits])
    found = {row["place"]: Standing(values.version(row), bool(row["applies"]))
             for row in _rows(conn, "own_on_day", hits=told, on=day.isoformat())}
    return tuple(found.get(place) for place in range(len(hits)))


def laws_with_numbers(conn: sqlite3.Connection, typed: str) -> tuple[str, ...]:
    """Return the laws that have an article with a number that somebody typed; not all where many have."""
    numbers = dict.fromkeys(_NUMBER.findall(typed))
    found = dict.fromkeys(row["law"] for number in numbers for row in _rows(
        conn, "laws_with_article", eid=f"art_{number}", most=_MOST_LAWS))
    return tuple(found)[:_MOST_LAWS]


def _found(conn: sqlite3.Connection, query: str, words: str, **given: str | None) -> list[sqlite3.Row]:
    for asked in _asked(words):
        found = _rows(conn, query, words=asked, most=_MOST_HITS, **given)
        if found:
            return found
    return []


def _asked(words: str) -> Iterator[str]:
    """Give the questions that are asked for words one after the other, until one has an answer."""
    return filter(None, dict.fromkeys((exact_query(words), opening_query(words), shortened_query(words))))


def hit(row: values.Row) -> Hit:
    """Return what a search found; in its excerpt the words found stand between two control characters."""
    before, *marked = row["excerpt"].split("\x02")
    pieces = [ExcerptPiece(before, found=False)]
    for each in marked:
        found, _, after = each.partition("\x03")
        pieces += [ExcerptPiece(found, found=True), ExcerptPiece(after, found=False)]
    return Hit(row["law"], row["number"], row["lang"], Eid(row["eid"]), date.fromisoformat(row["from_latest"]),
               day_or_none(row["before_earliest"]), tuple(each for each in pieces if each.text))
