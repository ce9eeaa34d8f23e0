"""Lists of laws, a hundred on a page: by the letter of what they are on, by year of adoption, by kind.

Each list is a page of plain links, so it works without a script and on a static site. A page asks the database for
what it shows and no more, however many laws are held.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from lawgraph.law.authors import ActKind
from lawgraph.queries.listing import ListedLaw, Listing, Share, Window, count_laws, initials, kinds, listed_laws, years
from lawgraph.site.pages import paths
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.section import PageContext, Section
from lawgraph.site.pages.values import Link, PageHead
from lawgraph.voice.names import HTML_LANGUAGES, act_kind
from lawgraph.voice.speaking import Voice

ON_A_PAGE = 100
"""How many laws, or findings, stand on one page of a list."""

Paged = Callable[[int], str]
"""Gives the path of a page of a list."""

LETTER, YEAR, KIND = "letter", "year", "kind"
_NUMBER = re.compile(r"[1-9]\d{0,4}")
_TEXTS = {html: lang for lang, html in HTML_LANGUAGES.items()}


@dataclass(frozen=True, slots=True)
class Way:
    """Lead to one list, with how many laws it holds; `open` tells that it is the one shown."""

    link: Link
    count: int
    open: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """Hold all lists of laws: by letter, by year, by kind."""

    letters: tuple[Way, ...]
    years: tuple[Way, ...]
    kinds: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Turning:
    """Hold which page of a list is shown, of how many, and the ones before and after it."""

    number: int
    of: int
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class ListedRow:
    """Hold a law of a list with its page."""

    law: ListedLaw
    path: str


@dataclass(frozen=True, slots=True)
class LawsPage(Page):
    """Hold one page of a list of laws."""

    template = "laws.html"
    alone = True

    count: int
    rows: tuple[ListedRow, ...]
    ways: Ways
    turning: Turning

    def data(self, build: str | None) -> str:
        """Return the laws of this page of the list."""
        laws = [{"id": row.law.id, "number": row.law.number, "adopted": row.law.adopted, "title": row.law.title,
                 "langs": row.law.languages, "path": row.path} for row in self.rows]
        return written({"build": build, "count": self.count, "page": self.turning.number, "of": self.turning.of,
                        "laws": laws})


def laws_page(conn: sqlite3.Connection, steps: tuple[str, ...], voice: Voice) -> LawsPage | None:
    """Return the page of a list, by the steps of its path behind `/laws`; `None` where there is no such page."""
    *named, typed = steps if len(steps) % 2 else (*steps, "1")
    shelf = _shelf(tuple(named))
    if shelf is None or not _NUMBER.fullmatch(typed):
        return None
    number, path = int(typed), _path(*named)
    counts = {lang: count_laws(conn, shelf, lang) for lang in HTML_LANGUAGES}
    turning = turning_of(number, max(counts.values()), path)
    if turning is None or (named and not any(counts.values())):
        return None
    own = Link(_title(shelf, voice), path(number))
    everything = Link(voice.say("All laws held"), paths.laws())
    head = PageHead(own.text, own.path, (everything, own) if named else (everything,))
    rows = listed_rows(conn, shelf, voice, Window(ON_A_PAGE, (number - 1) * ON_A_PAGE))
    return LawsPage(head, counts[text_lang(voice)], rows, ways(conn, voice, path(1)), turning)


def listed_rows(conn: sqlite3.Connection, shelf: Listing, voice: Voice, stretch: Window) -> tuple[ListedRow, ...]:
    """Return laws of a list as its page shows them."""
    return tuple(ListedRow(each, paths.law(each.id, each.languages[0]))
                 for each in listed_laws(conn, shelf, text_lang(voice), stretch))


def ways(conn: sqlite3.Connection, voice: Voice, shown: str = "") -> Ways:
    """Return the ways to all lists; `shown` is the path of the one that is open."""
    return Ways(_ways(LETTER, initials(conn, text_lang(voice)), shown), _ways(YEAR, years(conn), shown),
                tuple(_way(KIND, each, act_kind(ActKind(each.name), voice), shown) for each in kinds(conn)))


def all_lists(conn: sqlite3.Connection) -> Iterator[str]:
    """Give the paths of all pages of all lists, with the letters of each language of the interface."""
    letters: dict[str, int] = {}
    for lang in HTML_LANGUAGES:
        letters |= {each.name: max(each.count, letters.get(each.name, 0)) for each in initials(conn, lang)}
    lists: list[tuple[tuple[str, ...], int]] = [((), count_laws(conn, Listing()))]
    lists += [((LETTER, letter), count) for letter, count in letters.items()]
    lists += [((YEAR, each.name), each.count) for each in years(conn)]
    lists += [((KIND, each.name), each.count) for each in kinds(conn)]
    for named, count in lists:
        yield from pages_of(_path(*named), count)


def pages_of(path: Paged, count: int) -> Iterator[str]:
    """Give the paths of all pages of a list that holds so much."""
    return (path(number) for number in range(1, _pages(count) + 1))


def turning_of(number: int, count: int, path: Paged) -> Turning | None:
    """Return which page of a list is shown, of how many; `None` where there are not so many."""
    of = _pages(count)
    if not 1 <= number <= of:
        return None
    return Turning(number, of, path(number - 1) if number > 1 else None, path(number + 1) if number < of else None)


def text_lang(voice: Voice) -> str:
    """Return the language of texts that a voice speaks."""
    return _TEXTS[voice.locale]


def _ways(by: str, shares: Iterable[Share], shown: str) -> tuple[Way, ...]:
    return tuple(_way(by, each, each.name, shown) for each in shares)


def _way(by: str, share: Share, text: str, shown: str) -> Way:
    path = paths.laws(by, share.name)
    return Way(Link(text, path), share.count, path == shown)


def _shelf(named: tuple[str, ...]) -> Listing | None:
    match named:
        case ():
            return Listing()
        case (by, letter) if by == LETTER:
            return Listing(initial=letter)
        case (by, year) if by == YEAR:
            return Listing(year=year)
        case (by, kind) if by == KIND and kind in set(ActKind):
            return Listing(kind=kind)
    return None


def _title(shelf: Listing, voice: Voice) -> str:
    if shelf.initial:
        return voice.say("Laws under the letter %(letter)s", letter=shelf.initial)
    if shelf.year:
        return voice.say("Laws adopted in %(year)s", year=shelf.year)
    if shelf.kind:
        return voice.say("Laws of one kind: %(kind)s", kind=act_kind(ActKind(shelf.kind), voice))
    return voice.say("All laws held")


def _path(*named: str) -> Paged:
    return lambda number: paths.laws(*named, page=number)


def _pages(count: int) -> int:
    return max(ceil(count / ON_A_PAGE), 1)


def _open(context: PageContext, steps: tuple[str, ...]) -> LawsPage | None:
    return laws_page(context.conn, steps, context.voice)


LISTS = Section("laws", _open, all_lists)
