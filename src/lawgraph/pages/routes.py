"""From a path to its page: one door for the server, and the same pages for the static site.

A path that is nearly right (a law by its number, a provision as people type it, two days in the wrong order) moves to
the right one; a path that means nothing stops with a page that helps.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.citations.addresses import nearest, steps_of
from lawgraph.citations.resolving import resolve
from lawgraph.eid import Eid
from lawgraph.errors import EidError, UnknownLaw, UnknownProvision
from lawgraph.names import provision_name
from lawgraph.pages import paths
from lawgraph.pages.act import ActPage, act_page
from lawgraph.pages.diff import ComparisonsPage, DiffPage, comparisons_page, diff_page
from lawgraph.pages.home import AboutPage, FindingsPage, HomePage, about_page, findings_page, home_page
from lawgraph.pages.law import LawOnDayPage, LawPage, law_on_day_page, law_page
from lawgraph.pages.life import LifePage, life_page
from lawgraph.pages.provision import ProvisionOnDayPage, provision_on_day_page
from lawgraph.pages.search import SearchPage, search_page
from lawgraph.pages.values import Link
from lawgraph.pages.volume import Volume, open_volume
from lawgraph.pages.wrong import not_held, nothing_there, read_day
from lawgraph.queries import UnknownAct, languages, law_named, laws
from lawgraph.voice import ENGLISH, Voice

Page = (HomePage | LawPage | LawOnDayPage | LifePage | ProvisionOnDayPage | DiffPage | ComparisonsPage | ActPage
        | FindingsPage | AboutPage | SearchPage)

_TO_HOME = Link("To the laws held", paths.HOME)
_TO_SEARCH = Link("Search", paths.SEARCH)


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold what a visitor asked for: the path, and what forms add to it (a day, two days, words)."""

    path: str
    on: str = ""
    first: str = ""
    last: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """Lead to the path that was meant."""

    path: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a request in the course of being answered, in the language of `voice`; `open` reads what all pages of a law
    share, in whatever language they speak."""

    conn: sqlite3.Connection
    asked: Asked
    today: date
    voice: Voice = ENGLISH
    open: Callable[[sqlite3.Connection, str, str, date], Volume] = open_volume


def answer(reading: Reading) -> Page | Moved:
    """Return the page at a path, or the path that was meant; raise `Unanswerable` where there is neither."""
    steps = tuple(reading.asked.path.strip("/").split("/"))
    try:
        return _beside_the_laws(reading, steps) if steps[0] != "law" else _of_a_law(reading, steps[1:])
    except UnknownLaw as error:
        raise not_held(reading.asked.path, error, _TO_HOME) from None
    except UnknownAct as error:
        raise not_held(reading.asked.path, error, _TO_SEARCH) from None


def _beside_the_laws(reading: Reading, steps: tuple[str, ...]) -> Page | Moved:
    conn = reading.conn
    match steps:
        case ("",):
            return home_page(_volumes(reading))
        case ("findings",):
            return findings_page(conn, _volumes(reading))
        case ("about",):
            return about_page(_volumes(reading))
        case ("search",):
            return search_page(conn, reading.asked.words, _volumes(reading))
        case ("act", name):
            page = act_page(conn, name, _volumes(reading))
            return page if page.row.act.name == name else Moved(page.head.path)
    raise nothing_there(reading.asked.path, "There is no such page.", _TO_HOME)


def _volumes(reading: Reading) -> tuple[Volume, ...]:
    """Return every law held, each in its first language."""
    return tuple(_volume(reading, each.id, languages(reading.conn, each.id)[0]) for each in laws(reading.conn))


def _volume(reading: Reading, law: str, lang: str) -> Volume:
    return replace(reading.open(reading.conn, law, lang, reading.today), voice=reading.voice)


def _of_a_law(reading: Reading, steps: tuple[str, ...]) -> Page | Moved:
    if not steps:
        return Moved(paths.HOME)
    law = law_named(reading.conn, steps[0])
    lang = languages(reading.conn, law.id)[0]
    if len(steps) == 1:
        return Moved(paths.law(law.id, lang))
    if steps[1] not in languages(reading.conn, law.id):
        raise nothing_there(reading.asked.path, f"The text of this law is not held in the language “{steps[1]}”.",
                            Link(f"Law {law.number}", paths.law(law.id, lang)))
    if law.id != steps[0]:
        return Moved("/".join(("/law", law.id, *steps[1:])))
    return _in_a_volume(reading, _volume(reading, law.id, steps[1]), steps[2:])


def _in_a_volume(reading: Reading, volume: Volume, steps: tuple[str, ...]) -> Page | Moved:
    asked = reading.asked
    match steps:
        case ():
            return Moved(volume.on(_day(reading, asked.on, f"{volume.path}/on/{{}}"))) if asked.on else \
                law_page(reading.conn, volume)
        case ("on", day):
            return law_on_day_page(reading.conn, volume, _day(reading, day, f"{volume.path}/on/{{}}"))
        case ("on",):
            return Moved(volume.path)
        case ("diff", *days):
            return _compared(reading, volume, tuple(days))
        case (typed, *rest):
            return _of_a_provision(reading, volume, typed, tuple(rest))
    raise nothing_there(asked.path, "There is no such page.", Link(f"Law {volume.law.number}", volume.path))


def _compared(reading: Reading, volume: Volume, typed: tuple[str, ...]) -> Page | Moved:
    asked, base = reading.asked, paths.comparisons(volume.law.id, volume.lang)
    days = typed or tuple(each for each in (asked.first, asked.last) if each)
    if not days:
        return comparisons_page(volume)
    if len(days) != 2:
        raise nothing_there(asked.path, "A comparison needs two days.", Link("Compare two days", base))
    first = _day(reading, days[0], f"{base}/{{}}/{_brace_free(days[1])}")
    last = _day(reading, days[1], f"{base}/{_brace_free(days[0])}/{{}}")
    if not typed or first > last:
        return Moved(paths.diff(volume.law.id, volume.lang, min(first, last), max(first, last)))
    return diff_page(reading.conn, volume, first, last)


def _of_a_provision(reading: Reading, volume: Volume, typed: str, rest: tuple[str, ...]) -> Page | Moved:
    eid = _meant(reading, volume, typed)
    own = volume.path_of(eid)
    match rest:
        case _ if eid != typed:
            return Moved("/".join((own, *rest)))
        case () if reading.asked.on:
            day = _day(reading, reading.asked.on, f"{own}/on/{{}}")
            return Moved(paths.provision_on(volume.law.id, volume.lang, eid, day))
        case ():
            return life_page(reading.conn, volume, eid)
        case ("on",):
            return Moved(own)
        case ("on", day):
            return provision_on_day_page(reading.conn, volume, eid, _day(reading, day, f"{own}/on/{{}}"))
    raise nothing_there(reading.asked.path, "There is no such page.", Link(provision_name(eid), own))


def _meant(reading: Reading, volume: Volume, typed: str) -> str:
    known = frozenset(each.eid for each in volume.places)
    try:
        return resolve(typed, known).eid
    except UnknownProvision as error:
        near = _near(typed, known)
        link = Link(provision_name(near) if near else f"Law {volume.law.number}", volume.path_of(near or "law"))
        raise not_held(reading.asked.path, error, link) from None


def _near(typed: str, known: frozenset[str]) -> str | None:
    try:
        return nearest(steps_of(Eid.parse(typed)), known)
    except EidError:
        return None


def _day(reading: Reading, text: str, pattern: str) -> date:
    return read_day(text, reading.asked.path, pattern)


def _brace_free(text: str) -> str:
    return text.replace("{", "").replace("}", "")
