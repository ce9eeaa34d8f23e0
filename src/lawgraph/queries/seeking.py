"""Words are sought: when they stood in one law, and which wordings, laws and acts of all have them.

Of one law it is told where words came in and fell away, by which acts, and where that cannot be told. Beside a wording
that is not held nothing came in and nothing fell away: the words may have stood there, too.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from lawgraph.database.searching import exact_query, normal, opening_query, shortened_query
from lawgraph.law.days import DayBounds, day_or_none, unknown_last
from lawgraph.law.eid import Eid
from lawgraph.law.errors import LawgraphError
from lawgraph.law.versions import Presence, Version
from lawgraph.queries import values
from lawgraph.queries.answers import Base, check_language, lives_of
from lawgraph.queries.answers import rows as _rows
from lawgraph.queries.values import TouchedLaw

LONGEST = 200
_THERE = {Presence.YES, Presence.PRESUMED}
_MOST_HITS, _BEYOND = 50, 2 ** 62
_STRETCHES = (60, 600, _BEYOND)
"""How many of the best are looked at first, and how many more each time where too few of them apply on the day."""


class WordlessQuestion(LawgraphError):
    """Nothing that a text could hold was asked for."""


class Border(StrEnum):
    """What lies beside the days on which words stand in a provision.

    `changed`: the wording there is held and lacks them, or the provision was surely not in operation; `not_held`: what
    it said there is not held; `open`: nothing is known to follow.
    """

    CHANGED = "changed"
    NOT_HELD = "not_held"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class WordsTurn:
    """Hold how words came in or fell away: the first day with them, or without them, and the acts behind it.

    `sure` where the wordings on both sides are surely those of their days; without a change `bounds` tell the first day
    on which they are known to have stood there, or on which that is known no more.
    """

    border: Border
    bounds: DayBounds
    acts: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """Hold a stretch of days on which words stood in one provision, version by version, and how it begins and ends."""

    eid: Eid
    versions: tuple[Version, ...]
    came: WordsTurn
    went: WordsTurn


@dataclass(frozen=True, slots=True)
class WordsFound:
    """Hold all appearances of words in a law, in its order; `unheld` are provisions that may have had them on days of
    which their wording is not held."""

    words: str
    appearances: tuple[Appearance, ...]
    unheld: tuple[Eid, ...]

    @property
    def first(self) -> date | None:
        """The first day on which they are surely known to have been in operation."""
        return min((each.start.latest for each in self._sure if each.start.latest), default=None)

    @property
    def last(self) -> Version | None:
        """The last version that surely had them; it may have no known end."""
        return max(self._sure, key=lambda each: unknown_last(each.before.earliest), default=None)

    @property
    def _sure(self) -> list[Version]:
        return [each for found in self.appearances for each in found.versions if each.sure]


def appearances(base: Base, law: str, lang: str, words: str) -> WordsFound:
    """Return when words stood in the provisions of a law; raise `WordlessQuestion` or `UnknownLanguage`."""
    has = _finder(words)
    check_language(base, law, lang)
    lives = lives_of(base, law, lang)
    found = tuple(each for eid, versions in lives.items() for each in _in_life(eid, versions, has))
    return WordsFound(words.strip(), found, tuple(
        eid for eid, versions in lives.items() if any(each.unheld for each in versions)))


def _finder(words: str) -> Callable[[str], bool]:
    """Return what tells whether a text has words, whole and in a row; a star stands for any ending of a word."""
    parts = normal(words[:LONGEST]).replace("\0", " ").split()
    while parts and not any(map(str.isalnum, parts[-1])):
        parts.pop()
    if not parts:
        raise WordlessQuestion(repr(words), "there are no words in it", "name some: lawgraph find probation 271-IV")
    pattern = re.compile(r"\s+".join(map(_pattern, parts)))
    return lambda text: pattern.search(" ".join(normal(text).split())) is not None


def _pattern(part: str) -> str:
    word = part.strip()
    bare = word.rstrip("*")
    return (r"(?<!\w)" if bare[:1].isalnum() else "") + re.escape(bare) + (r"\w*" if bare != word else r"(?!\w)")


def _in_life(eid: Eid, versions: Sequence[Version], has: Callable[[str], bool]) -> Iterator[Appearance]:
    place = 0
    for there, group in groupby(versions, key=lambda each: each.text is not None and has(each.text)):
        own = tuple(group)
        if there:
            before = versions[place - 1] if place else None
            after = next(iter(versions[place + len(own):]), None)
            yield Appearance(eid, own, _coming(before, own), _going(own, after))
        place += len(own)


def _coming(before: Version | None, own: Sequence[Version]) -> WordsTurn:
    settled = next((each for each in own if each.in_operation in _THERE), None)
    known = before is None or not before.unheld
    bounds = DayBounds(own[0].start.earliest if known else None, settled.start.latest if settled else None,
                       own[0].start.basis)
    if not known:
        return WordsTurn(Border.NOT_HELD, bounds, (), sure=False)
    return WordsTurn(Border.CHANGED, bounds, own[0].introduced_by, _both_sure(before, settled))


def _going(own: Sequence[Version], after: Version | None) -> WordsTurn:
    settled = next((each for each in reversed(own) if each.in_operation in _THERE), None)
    earliest = settled.before.earliest if settled else None
    if after is None and own[-1].before.earliest is None:
        return WordsTurn(Border.OPEN, DayBounds(None, None, own[-1].before.basis), (), sure=False)
    if after is not None and after.unheld:
        return WordsTurn(Border.NOT_HELD, DayBounds(earliest, None, own[-1].before.basis), (), sure=False)
    bounds = DayBounds(earliest, own[-1].before.latest, own[-1].before.basis)
    return WordsTurn(Border.CHANGED, bounds, own[-1].ended_by, _both_sure(after, settled))


def _both_sure(beside: Version | None, settled: Version | None) -> bool:
    return settled is not None and settled.sure and (
        beside is None or beside.in_operation is Presence.NO or beside.sure)


def spans(versions: Iterable[Version]) -> Iterator[tuple[date | None, date | None, Version]]:
    """Give stretches of days of which the same is sure, each with its first day, the day behind it, and a version."""
    for _, group in groupby(versions, key=lambda each: (each.in_operation, each.wording)):
        own = tuple(group)
        yield own[0].start.latest, own[-1].before.earliest, own[0]


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
