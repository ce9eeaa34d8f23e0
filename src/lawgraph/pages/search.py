"""The page of a search: provisions by their words or their number, and acts."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from lawgraph.citations.resolving import resolve
from lawgraph.errors import LawgraphError
from lawgraph.names import provision_name
from lawgraph.pages import paths
from lawgraph.pages.answers import last_day
from lawgraph.pages.values import ActLink, Head, Link
from lawgraph.pages.volume import Volume, act_link
from lawgraph.queries import Hit, Piece, acts, search, search_acts

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class FoundText:
    """Hold one wording that has the words, and the days on which it is held."""

    name: str
    law: str
    path: str
    lang: str
    first: date
    last: date | None
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hold what a search found; `typed` is empty where nothing was asked."""

    head: Head
    typed: str
    provisions: tuple[Link, ...]
    acts: tuple[ActLink, ...]
    texts: tuple[FoundText, ...]
    laws: tuple[Volume, ...]


def search_page(conn: sqlite3.Connection, typed: str, held: tuple[Volume, ...]) -> SearchPage:
    """Return what is found by words, by the number of an act, or by the number of a provision as people type it."""
    words = " ".join(typed[:_LONGEST].split())
    head = Head(f"Search: {words}" if words else "Search", paths.SEARCH, (Link("Search", paths.SEARCH),))
    if not words:
        return SearchPage(head, words, (), (), (), held)
    rows = {each.act.name: each for each in acts(conn)}
    numbers = {each.law.id: each.law.number for each in held}
    return SearchPage(
        head, words, tuple(link for volume in held for link in _named(volume, words)),
        tuple(act_link(rows[name], "eng") for name in search_acts(conn, words) if name in rows),
        tuple(_text(each, numbers) for each in search(conn, words)), held)


def _named(volume: Volume, words: str) -> tuple[Link, ...]:
    """Return the provision that the words name, if they name one."""
    try:
        eid = resolve(words, frozenset(each.eid for each in volume.places)).eid
    except LawgraphError:
        return ()
    return (Link(f"{provision_name(eid)} – Law {volume.law.number}", volume.path_of(eid)),)


def _text(hit: Hit, numbers: dict[str, str]) -> FoundText:
    return FoundText(provision_name(hit.eid), numbers[hit.law], paths.provision(hit.law, hit.lang, hit.eid), hit.lang,
                     hit.start, last_day(hit.before), hit.excerpt)
