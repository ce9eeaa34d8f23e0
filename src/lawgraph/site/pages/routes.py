"""From a path to its page: one door for the server, and the same pages for static sites; FRBR addresses lead there.

A static site holds a page at the address of each work; a script on its 404.html leads on from what stands behind it.

A path that is nearly right (a law by its number, a provision as people type it, two days in the wrong order) moves to
the right one; a path that means nothing stops with a page that helps.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawgraph.exchange.told import ROOT, AkomaName, address_of_act, name_of, read_address
from lawgraph.languages.spoken import tagged
from lawgraph.law.errors import LawgraphError, UnclearLaw, UnknownAct, UnknownLaw
from lawgraph.queries.answers import act_names, acts_called, languages, law_named, laws, names_adopted
from lawgraph.queries.listing import Listed, listed_pages
from lawgraph.queries.values import LawRow
from lawgraph.site.pages import (
    act,
    data,
    diff,
    feeds,
    findings,
    history,
    home,
    law,
    listings,
    matrix,
    paths,
    search,
    words,
)
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.section import LawSection, Moved, PageContext, Section
from lawgraph.site.pages.values import Link
from lawgraph.site.pages.wrong import alike, not_held, nothing_there, too_long
from lawgraph.voice.names import act_in_words
from lawgraph.voice.speaking import Locale


def _open(context: PageContext, steps: tuple[str, ...]) -> Moved | None:
    try:
        named = read_address("/".join(("/akn", *steps)))
    except LawgraphError:
        return None
    try:
        law = _law(context.conn, named)
    except UnknownLaw:
        called = _act(context.conn, named)
        if called is None:
            raise
        return Moved(paths.act(called))
    base = paths.law(law.id, named.lang or languages(context.conn, law.id)[0])
    there = f"{base}/{named.eid}" if named.eid else base
    return Moved(paths.on(there, named.day) if named.day else there)


def _law(conn: sqlite3.Connection, named: AkomaName) -> LawRow:
    """Return the law that was adopted on the day of an address; numbers repeat."""
    found: tuple[LawRow, ...]
    try:
        found = (law_named(conn, named.number),)
    except UnclearLaw as error:
        found = tuple(law_named(conn, each) for each in error.meant)
    for each in found:
        if each.adopted == named.adopted:
            return each
    raise UnknownLaw(named.work, "this law is not held", f"held: {', '.join(name_of(each).work for each in found)}")


def _act(conn: sqlite3.Connection, named: AkomaName) -> str | None:
    """Return the short name of the one act that an address can mean."""
    found = [each.act.name for each in acts_called(conn, names_adopted(conn, named.adopted))
             if (each.act.number or "").casefold() == named.number.casefold()]
    return found[0] if len(found) == 1 else None


def _works(conn: sqlite3.Connection) -> Iterator[str]:
    """Give the addresses of laws, and of the acts that can be meant by theirs."""
    held = [name_of(each).work for each in laws(conn)]
    counted = Counter(address_of_act(each.act) for each in acts_called(conn, act_names(conn)))
    yield from held
    yield from (each for each in counted if counted[each] == 1 and each.startswith(f"{ROOT}/") and each not in held)


AKOMA = Section("akn", _open, _works)


_LONGEST_PATH = 1000
_LIKE_A_FILE = re.compile(r"(?P<page>.*)\.(?P<ending>html?|pdf|docx?|odt|rtf|md|epub|xlsx?|rss|atom|ya?ml)")


def answer(context: PageContext) -> Page | Moved:
    """Return the page at a path, or the path that was meant; raise `Unanswerable` where there is neither."""
    asked = context.asked.legible
    if len(asked.path) > _LONGEST_PATH:
        raise too_long(asked.path, context.home(), context.voice)
    return _answer(replace(context, asked=asked))


def _answer(context: PageContext) -> Page | Moved:
    meant = _meant_page(context)
    if meant is not None:
        return meant
    first, *rest = context.asked.path.strip("/").split("/")
    if first == Locale.ENGLISH:     # which has no prefix
        return Moved(f"/{'/'.join(rest)}")
    try:
        section = next((each for each in SECTIONS if each.name == first), None)
        page = section.open(context, tuple(rest)) if section else None
    except UnknownLaw as error:
        nearest, *others = _laws_like(context, rest, error)
        raise not_held(context.asked.path, error, nearest, context.voice, others) from None
    except UnknownAct as error:
        raise not_held(context.asked.path, error, _act_like(context, rest), context.voice) from None
    if page is None:
        raise context.nothing(_nearest(context, section))
    return page


def _laws_like(context: PageContext, steps: Sequence[str], error: UnknownLaw) -> tuple[Link, ...]:
    """Return the ways to what a name can mean, else to the law that is called most like it, else to all laws."""
    if error.meant:
        meant = (law_named(context.conn, each) for each in error.meant)
        return tuple(Link(each.title(listings.text_lang(context.voice)), f"/law/{each.id}") for each in meant)
    held = {name: each for each in laws(context.conn) for name in (each.id, each.number)}
    near = alike(steps[0], held) if steps else None
    return (context.to_law(held[near], f"/law/{held[near].id}"),) if near else (_sought(context, steps),)


def _act_like(context: PageContext, steps: Sequence[str]) -> Link:
    near = alike(steps[0], act_names(context.conn)) if steps else None
    return Link(act_in_words(near, context.voice), paths.act(near)) if near else _sought(context, steps)


def _sought(context: PageContext, steps: Sequence[str]) -> Link:
    """Return the way to a search for what an address names, where nothing is called like it."""
    words = next(iter(steps), "")[:search.LONGEST]
    return Link(context.voice.say("Search: %(words)s", words=words), paths.search(q=words)) if words else context.home()


def _nearest(context: PageContext, section: Section | None) -> Link:
    """Return the way to the first page of a section that has such a page, else to the home page."""
    own = {findings.FINDINGS: (context.voice.say("Findings"), paths.FINDINGS),
           data.DATA: (context.voice.say("Data"), paths.DATA),
           listings.LISTS: (context.voice.say("All laws held"), paths.laws())}
    return Link(*own[section]) if section in own else context.home()


def _meant_page(context: PageContext) -> Moved | None:
    """Return the page that a path with an ending of files means; stop where pages are not given in that form."""
    match = _LIKE_A_FILE.fullmatch(context.asked.path)
    if match is None:
        return None
    page = match["page"].removesuffix("/index") or paths.HOME
    if match["ending"] in ("html", "htm"):
        return Moved(page)
    wrong = context.voice.say("Pages are not given in the form “%(ending)s”.", ending=match["ending"])
    raise nothing_there(context.asked.path, wrong, Link(context.voice.say("The page itself"), page), context.voice)


def _of_a_law(context: PageContext, steps: tuple[str, ...]) -> Page | Moved:
    if not steps:
        return Moved(paths.HOME)
    if at_hand := context.at_hand(*steps[:2]) if len(steps) > 1 else None:
        return _in_an_expression(context, at_hand, steps[2:])
    held = law_named(context.conn, steps[0])
    known, own = languages(context.conn, held.id), listings.text_lang(context.voice)
    lang = own if own in known else known[0]
    if len(steps) == 1:
        return Moved(paths.law(held.id, lang))
    meant = steps[1] if steps[1] in known else tagged(steps[1].lower())
    if meant not in known:
        wrong = context.voice.say("The text of this law is not held in the language “%(lang)s”.", lang=steps[1])
        there = "/".join((paths.law(held.id, lang), *steps[2:]))
        raise nothing_there(context.asked.path, wrong, context.to_law(held, there), context.voice)
    if (held.id, meant) != steps[:2]:
        return Moved("/".join(("/law", held.id, meant, *steps[2:])))
    return _in_an_expression(context, context.expression(held.id, steps[1]), steps[2:])


def _in_an_expression(context: PageContext, expression: Expression, steps: tuple[str, ...]) -> Page | Moved:
    name, *rest = steps or ("",)
    section = next((each for each in OF_A_LAW if each.name == name), None)
    page = section.open(context, expression, tuple(rest)) if section else \
        history.PROVISION.open(context, expression, steps)
    if page is None:
        raise context.nothing(context.to_law(expression.law, expression.path))
    return page


def _listed(conn: sqlite3.Connection) -> Iterator[str]:
    return map(_path, listed_pages(conn))


def _path(each: Listed) -> str:
    if each.day is not None:
        return paths.law_on(each.law, each.lang, each.day)
    return paths.provision(each.law, each.lang, each.eid) if each.eid else paths.law(each.law, each.lang)


LAWS = Section("law", _of_a_law, mapped=_listed, typed=("on", "asked", "first", "last"))
SECTIONS: tuple[Section, ...] = (
    home.HOME, home.ABOUT, data.DATA, findings.FINDINGS, listings.LISTS, search.SEARCH, feeds.NEWS, act.ACTS, AKOMA,
    LAWS)
"""Where pages stand, by the first step of a path."""

OF_A_LAW: tuple[LawSection, ...] = (
    law.TODAY, law.ON_A_DAY, diff.COMPARED, words.WORDS, matrix.MATRIX, feeds.NEWS_OF_LAW, feeds.DAYS_OF_LAW)
"""Where pages of a law stand, by the step behind its language; what has no such name is a provision."""


def every_page(conn: sqlite3.Connection) -> Iterator[str]:
    """Give the paths of all pages beside the laws that a static site holds."""
    return (path for section in SECTIONS for path in section.every(conn))


def every_page_of(expression: Expression) -> Iterator[str]:
    """Give the paths of all pages of a law in a language that a static site holds."""
    if expression.lang == expression.languages[0]:
        yield f"/law/{expression.law.id}"
    for section in (history.PROVISION, *OF_A_LAW):
        yield from section.every(expression)


def mapped_pages(conn: sqlite3.Connection) -> Iterator[str]:
    """Give the paths that sitemaps name; all else is one link away from these."""
    return (path for section in SECTIONS for path in section.mapped(conn))
