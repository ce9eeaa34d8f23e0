"""Search: wordings by their words, on a day or on any, laws and acts by number or title."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.database.searching import exact_query, opening_query, shortened_query
from lawgraph.law.days import day_or_none
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Version
from lawgraph.queries import values
from lawgraph.queries.answers import rows as _rows
from lawgraph.queries.values import TouchedLaw

_MOST_HITS, _BEYOND = 50, 2 ** 62
_STRETCHES = (60, 600, _BEYOND)
"""How many of the best are looked at first, and how many more each time where too few of them apply on the day."""


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
    return tuple(row["name"] for row in _found(conn, "search_acts", words))


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
