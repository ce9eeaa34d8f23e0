"""From a path to its page: one door for the server, and the same pages for the static site.

A path that is nearly right (a law by its number, a provision as people type it, two days in the wrong order) moves to
the right one; a path that means nothing stops with a page that helps.
"""

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.law.eid import Eid
from lawgraph.law.errors import EidError, UnknownAct, UnknownLaw, UnknownProvision
from lawgraph.parsing.citations.addresses import Addresses, addresses, nearest, steps_of
from lawgraph.parsing.citations.resolving import resolve
from lawgraph.queries.answers import languages, law_named, laws
from lawgraph.queries.listing import Listing, count_laws
from lawgraph.site.pages import paths
from lawgraph.site.pages.act import ActPage, act_page
from lawgraph.site.pages.diff import ComparisonsPage, DiffPage, comparisons_page, diff_page
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.pages.feeds import Calendar, Feed, calendar_of, feed_of_all, feed_of_law, feed_of_provision
from lawgraph.site.pages.history import HistoryPage, history_page
from lawgraph.site.pages.home import FEW, AboutPage, FindingsPage, HomePage, about_page, findings_page, home_page
from lawgraph.site.pages.law import LawOnDayPage, LawPage, law_on_day_page, law_page
from lawgraph.site.pages.listings import LawsPage, laws_page
from lawgraph.site.pages.matrix import MatrixPage, matrix_page
from lawgraph.site.pages.paths import Order
from lawgraph.site.pages.provision import ProvisionOnDayPage, provision_on_day_page
from lawgraph.site.pages.request import PageRequest
from lawgraph.site.pages.search import SearchPage, search_page, sought_of
from lawgraph.site.pages.values import Link
from lawgraph.site.pages.wrong import Unanswerable, not_held, nothing_there, read_day, too_long
from lawgraph.voice.names import provision_name
from lawgraph.voice.speaking import ENGLISH, Voice

Page = (HomePage | LawPage | LawOnDayPage | HistoryPage | ProvisionOnDayPage | DiffPage | ComparisonsPage | ActPage
        | FindingsPage | AboutPage | LawsPage | SearchPage | MatrixPage | Feed | Calendar)

_ORDERS: Mapping[tuple[str, ...], Order] = {(): Order.OPERATION, **{(str(each),): each for each in Order if each}}
_LONGEST_PATH = 1000
_NUMBER = re.compile(r"[1-9]\d{0,5}")
_LIKE_A_FILE = re.compile(r"(?P<page>.*)\.(?P<ending>html?|pdf|docx?|odt|rtf|md|epub|xlsx?|rss|atom|ya?ml)")


@dataclass(frozen=True, slots=True)
class Moved:
    """Lead to the path that was meant."""

    path: str


@dataclass(frozen=True, slots=True)
class PageContext:
    """Hold a request in the course of being answered, in the language of `voice`; `open` reads what all pages of a law
    share, in whatever language they speak."""

    conn: sqlite3.Connection
    asked: PageRequest
    today: date
    voice: Voice = ENGLISH
    open: Callable[[sqlite3.Connection, str, str, date], Expression] = open_expression


def answer(reading: PageContext) -> Page | Moved:
    """Return the page at a path, or the path that was meant; raise `Unanswerable` where there is neither."""
    asked = reading.asked.legible
    if len(asked.path) > _LONGEST_PATH:
        raise too_long(asked.path, _to_home(reading), reading.voice)
    return _answer(replace(reading, asked=asked))


def _answer(reading: PageContext) -> Page | Moved:
    meant = _meant_page(reading)
    if meant is not None:
        return meant
    steps = tuple(reading.asked.path.strip("/").split("/"))
    try:
        return _beside_the_laws(reading, steps) if steps[0] != "law" else _of_a_law(reading, steps[1:])
    except UnknownLaw as error:
        raise not_held(reading.asked.path, error, _to_home(reading), reading.voice) from None
    except UnknownAct as error:
        search = Link(reading.voice.say("Search"), paths.SEARCH)
        raise not_held(reading.asked.path, error, search, reading.voice) from None


def _to_home(reading: PageContext) -> Link:
    return Link(reading.voice.say("To the laws held"), paths.HOME)


def _nothing(reading: PageContext, nearest: Link) -> Unanswerable:
    """Return the stop for a path that means nothing."""
    return nothing_there(reading.asked.path, reading.voice.say("There is no such page."), nearest, reading.voice)


def _to_law(reading: PageContext, number: str, path: str) -> Link:
    return Link(reading.voice.say("Law %(number)s", number=number), path)


def _meant_page(reading: PageContext) -> Moved | None:
    """Return the page that a path with an ending of files means; stop where pages are not given in that form."""
    match = _LIKE_A_FILE.fullmatch(reading.asked.path)
    if match is None:
        return None
    page = match["page"].removesuffix("/index") or paths.HOME
    if match["ending"] in ("html", "htm"):
        return Moved(page)
    wrong = reading.voice.say("Pages are not given in the form “%(ending)s”.", ending=match["ending"])
    raise nothing_there(reading.asked.path, wrong, Link(reading.voice.say("The page itself"), page), reading.voice)


def _beside_the_laws(reading: PageContext, steps: tuple[str, ...]) -> Page | Moved:
    conn = reading.conn
    match steps:
        case ("",):
            return home_page(conn, _few(reading), reading.today, reading.voice)
        case ("laws", *named) if listed := laws_page(conn, tuple(named), reading.voice):
            return listed
        case ("findings", *number) if found := _findings(reading, tuple(number)):
            return found
        case ("about",):
            return about_page(conn, _few(reading), reading.voice)
        case ("search" | "feed",):
            return feed_of_all(conn, reading.voice) if steps == ("feed",) else _searched(reading)
        case ("act", name):
            page = act_page(conn, name, reading.voice)
            return page if page.row.act.name == name else Moved(page.head.path)
    raise _nothing(reading, _to_home(reading))


def _searched(reading: PageContext) -> SearchPage:
    sought = sought_of(reading.conn, reading.asked, reading.voice)
    return search_page(reading.conn, sought, reading.today, reading.voice)


def _few(reading: PageContext) -> tuple[Expression, ...]:
    """Return every law held, each in its first language; none where they are many."""
    conn = reading.conn
    if count_laws(conn, Listing()) > FEW:
        return ()
    return tuple(_expression(reading, each.id, languages(conn, each.id)[0]) for each in laws(conn))


def _findings(reading: PageContext, typed: tuple[str, ...]) -> FindingsPage | None:
    match typed:
        case ():
            return findings_page(reading.conn, 1, reading.voice)
        case (number,) if _NUMBER.fullmatch(number):
            return findings_page(reading.conn, int(number), reading.voice)
    return None


def _expression(reading: PageContext, law: str, lang: str) -> Expression:
    return replace(reading.open(reading.conn, law, lang, reading.today), voice=reading.voice)


def _of_a_law(reading: PageContext, steps: tuple[str, ...]) -> Page | Moved:
    if not steps:
        return Moved(paths.HOME)
    law = law_named(reading.conn, steps[0])
    lang = languages(reading.conn, law.id)[0]
    if len(steps) == 1:
        return Moved(paths.law(law.id, lang))
    if steps[1] not in languages(reading.conn, law.id):
        wrong = reading.voice.say("The text of this law is not held in the language “%(lang)s”.", lang=steps[1])
        raise nothing_there(reading.asked.path, wrong, _to_law(reading, law.number, paths.law(law.id, lang)),
                            reading.voice)
    if law.id != steps[0]:
        return Moved("/".join(("/law", law.id, *steps[1:])))
    return _in_an_expression(reading, _expression(reading, law.id, steps[1]), steps[2:])


def _in_an_expression(reading: PageContext, expression: Expression, steps: tuple[str, ...]) -> Page | Moved:
    asked = reading.asked
    match steps:
        case ():
            return Moved(expression.on(_day(reading, asked.on, f"{expression.path}/on/{{}}"))) if asked.on else \
                law_page(reading.conn, expression)
        case ("on", day):
            return law_on_day_page(reading.conn, expression, _day(reading, day, f"{expression.path}/on/{{}}"))
        case ("on",):
            return Moved(expression.path)
        case ("diff", *days):
            return _compared(reading, expression, tuple(days))
        case ("acts" | "feed" | "calendar", *_):
            return _of_the_acts(reading, expression, steps)
        case (typed, *rest):
            return _of_a_provision(reading, expression, typed, tuple(rest))
    raise _nothing(reading, _to_law(reading, expression.law.number, expression.path))


def _of_the_acts(reading: PageContext, expression: Expression, steps: tuple[str, ...]) -> Page | Moved:
    """Return what tells of the acts that changed a law: the table of acts and articles, the news, the calendar."""
    match steps:
        case ("acts", *order) if tuple(order) in _ORDERS:
            return matrix_page(expression, _ORDERS[tuple(order)])
        case ("feed",):
            return feed_of_law(expression)
        case ("calendar",):
            return calendar_of(expression)
    table = paths.acts(expression.law.id, expression.lang)
    raise _nothing(reading, Link(reading.voice.say("Acts and articles"), table))


def _compared(reading: PageContext, expression: Expression, typed: tuple[str, ...]) -> Page | Moved:
    asked, base = reading.asked, paths.comparisons(expression.law.id, expression.lang)
    days = typed or tuple(each for each in (asked.first, asked.last) if each)
    if not days:
        return comparisons_page(expression)
    if len(days) != 2:
        say = reading.voice.say
        raise nothing_there(asked.path, say("A comparison needs two days."), Link(say("Compare two days"), base),
                            reading.voice)
    first = _day(reading, days[0], f"{base}/{{}}/{_brace_free(days[1])}")
    last = _day(reading, days[1], f"{base}/{_brace_free(days[0])}/{{}}")
    if not typed or first > last:
        return Moved(paths.diff(expression.law.id, expression.lang, min(first, last), max(first, last)))
    return diff_page(reading.conn, expression, first, last)


def _of_a_provision(reading: PageContext, expression: Expression, typed: str, rest: tuple[str, ...]) -> Page | Moved:
    eid = _meant(reading, expression, typed)
    own = expression.path_of(eid)
    match rest:
        case _ if eid != typed:
            return Moved("/".join((own, *rest)))
        case () if reading.asked.on:
            day = _day(reading, reading.asked.on, f"{own}/on/{{}}")
            return Moved(paths.provision_on(expression.law.id, expression.lang, eid, day))
        case ():
            return history_page(reading.conn, expression, eid)
        case ("feed",):
            return feed_of_provision(expression, eid) if eid.outermost == eid else \
                Moved(paths.feed(expression.path_of(eid.outermost)))
        case ("on",):
            return Moved(own)
        case ("on", day):
            return provision_on_day_page(reading.conn, expression, eid, _day(reading, day, f"{own}/on/{{}}"))
    raise _nothing(reading, Link(provision_name(eid, reading.voice), own))


def _meant(reading: PageContext, expression: Expression, typed: str) -> Eid:
    known = addresses(frozenset(expression.at))
    try:
        return resolve(typed, known).eid
    except UnknownProvision as error:
        near = _near(typed, known)
        link = Link(provision_name(near, reading.voice), expression.path_of(near)) if near else \
            _to_law(reading, expression.law.number, expression.path)
        raise not_held(reading.asked.path, error, link, reading.voice) from None


def _near(typed: str, known: Addresses) -> Eid | None:
    try:
        return nearest(steps_of(Eid.parse(typed)), known)
    except EidError:
        return None


def _day(reading: PageContext, text: str, pattern: str) -> date:
    return read_day(text, reading.asked.path, pattern, reading.voice)


def _brace_free(text: str) -> str:
    return text.replace("{", "").replace("}", "")
