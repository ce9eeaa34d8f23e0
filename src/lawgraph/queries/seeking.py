"""Search: wordings by their words, on a day or on any, laws and acts by number or title."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lawgraph.database.searching import exact_query, opening_query, shortened_query
from lawgraph.law.model import Version
from lawgraph.queries import across, values
from lawgraph.queries.asking import rows as _rows
from lawgraph.queries.query import Query
from lawgraph.queries.values import Hit, TouchedLaw

_MOST_HITS = 50
_MOST_LAWS = 20
_BEYOND = 2 ** 62
_STRETCHES = (200, 2_000, 20_000, _BEYOND)
"""How many of the best are looked at first, and how many more each time where too few of them apply on the day."""

_NUMBER = re.compile(r"\d+(?:-\d+)*")


@dataclass(frozen=True, slots=True)
class Within:
    """Limit a search to a law or a language, and put first what applied `on` a day."""

    law: str | None = None
    lang: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold what may be said of a provision on a day, and whether a wording that was found `applies` on it."""

    version: Version
    applies: bool


EVERYWHERE = Within()
"""No limit: all laws, all languages, all days alike."""


def search(conn: sqlite3.Connection, words: str, within: Within = EVERYWHERE) -> tuple[Hit, ...]:
    """Return the wordings with all the words, the best first; where there are none, those with words that begin so.

    With a day, those come first that apply on it, however far down the list of the best they stand.
    """
    for asked in _asked(words):
        found: list[sqlite3.Row] = []
        for rows in _best(conn, asked, within, within.on):
            found += [row for row in rows if row["applies"]]
            if len(found) >= _MOST_HITS:
                break
        if within.on and len(found) < _MOST_HITS:
            found += [row for row in next(_best(conn, asked, within, None), ()) if not row["applies"]]
        if found:
            return tuple(values.hit(row) for row in found[:_MOST_HITS])
    return ()


def _best(conn: sqlite3.Connection, asked: str, within: Within, day: date | None) -> Iterator[list[sqlite3.Row]]:
    """Give the wordings found that may apply on a day, the best first, a longer stretch of the list each time."""
    block = _rows(conn, across.BLOCK, law=within.law) if within.law else [{"first": 0, "after": _BEYOND}]
    skip = 0
    on, held_on = (each.isoformat() if each else None for each in (within.on, day))
    for most in _STRETCHES if block else ():
        rows = _rows(conn, across.SEARCH_TEXTS, words=asked, on=on, held_on=held_on, first=block[0]["first"],
                     after=block[0]["after"], most=most, skip=skip)
        yield [row for row in rows if within.lang in {None, row["lang"]}]
        skip += most
        if len(rows) < most:
            return


def search_acts(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Return the names of the acts whose number or title has all the words, the best first."""
    return tuple(row["name"] for row in _found(conn, across.SEARCH_ACTS, words))


def search_laws(conn: sqlite3.Connection, words: str, lang: str) -> tuple[TouchedLaw, ...]:
    """Return the laws whose number or title has all the words, the best first."""
    return tuple(TouchedLaw(row["id"], row["number"], row["title"], row["lang"])
                 for row in _found(conn, across.SEARCH_LAWS, words, lang=lang))


def standing_on(conn: sqlite3.Connection, hit: Hit, day: date) -> Standing | None:
    """Return how what a search found stands to a day; `None` where that lies before the law."""
    found = _rows(conn, across.OWN_ON_DAY, law=hit.law, lang=hit.lang, eid=hit.eid, on=day.isoformat(),
                  start=hit.start.isoformat())
    return next((Standing(values.version(row), bool(row["applies"])) for row in found), None)


def laws_with_numbers(conn: sqlite3.Connection, typed: str) -> tuple[str, ...]:
    """Return the laws that have an article with a number that somebody typed; not all where many have."""
    numbers = dict.fromkeys(_NUMBER.findall(typed))
    found = dict.fromkeys(row["law"] for number in numbers for row in _rows(
        conn, across.LAWS_WITH_ARTICLE, eid=f"art_{number}", most=_MOST_LAWS))
    return tuple(found)[:_MOST_LAWS]


def _found(conn: sqlite3.Connection, query: Query, words: str, **given: str | None) -> list[sqlite3.Row]:
    for asked in _asked(words):
        found = _rows(conn, query, words=asked, most=_MOST_HITS, **given)
        if found:
            return found
    return []


def _asked(words: str) -> Iterator[str]:
    """Give the questions that are asked for words one after the other, until one has an answer."""
    return filter(None, dict.fromkeys((exact_query(words), opening_query(words), shortened_query(words))))
