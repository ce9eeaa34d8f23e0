"""The static site: every page as a file, so that the law can be read without a server.

The same page values and templates serve here as behind Datasette, under the same paths. A path that names a day leads
to the page of the stretch of days that holds it. All links are relative, so the site works in any folder of any host.
It is written under a temporary name and put in its place when all is there.
"""

import posixpath
import re
import shutil
import sqlite3
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path
from urllib.parse import quote, urlsplit

from lawgraph.database.opening import connect
from lawgraph.database.sealing import sealed
from lawgraph.law.errors import LawgraphError, mishap
from lawgraph.queries.answers import languages, laws
from lawgraph.site import sitemaps
from lawgraph.site.index import write_index
from lawgraph.site.pages import paths
from lawgraph.site.pages.diff import compared_days
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.pages.page import SPEAKING, Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.request import PageRequest
from lawgraph.site.pages.routes import answer, every_page, every_page_of
from lawgraph.site.pages.section import Moved, PageContext
from lawgraph.site.pages.values import Link
from lawgraph.site.pages.wrong import nothing_there
from lawgraph.site.placing import in_place_of
from lawgraph.site.render import Host, PageSetting, render, static_folder
from lawgraph.site.representations import representation
from lawgraph.site.sums import MARK, write_sums
from lawgraph.voice.locale import Locale
from lawgraph.voice.speaking import Voice, voice_of

_ON_A_DAY = re.compile(r"(?P<base>(?:/[a-z]{2})?/law/.+)/on/(?P<day>\d{4}-\d{2}-\d{2})")
_COMPARED = re.compile(r"(?P<law>(?:/[a-z]{2})?/law/[^/]+/[^/]+)/diff/"
                       r"(?P<first>\d{4}-\d{2}-\d{2})/(?P<last>\d{4}-\d{2}-\d{2})")
_FILES = frozenset({".css", ".js", *(f".{form}" for form in Format)})
_OPEN = 8
_EVERY = 250


class SiteError(LawgraphError):
    """A folder that the site cannot be written to."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Hold what the pages of a site have in common: the day they call today, their languages, where they stand.

    `address` is that of the site for the world, `None` where it is not known. `also` names the pages that are written
    in the languages after the first; `None` stands for all.
    """

    today: date
    locales: tuple[Locale, ...] = tuple(Locale)
    address: str | None = None
    also: frozenset[str] | None = None

    def world(self, path: str) -> str:
        """Return the absolute address of a page, a folder with its `index.html`, or of a file."""
        page, mark, place = path.partition("#")
        ends = "" if _is_file(page) or page.endswith("/") else "/"
        return f"{self.address}{quote(page, safe='/-_.~')}{ends}{mark}{place}"


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold what is to be written: all paths, and the days for which pages are held, by what they are pages of."""

    paths: tuple[str, ...]
    days: Mapping[str, tuple[date, ...]]

    def held(self, path: str) -> str:
        """Return the path of the page that answers for a path.

        One that names a day leads to its stretch of days; two days without a page of their own lead to those compared.
        """
        page, _, place = path.partition("#")
        if compared := _COMPARED.fullmatch(page):
            pair = date.fromisoformat(compared["first"]), date.fromisoformat(compared["last"])
            return path if pair in compared_days(self._days_of(compared["law"])) else f"{compared['law']}/diff"
        match = _ON_A_DAY.fullmatch(page)
        if match is None:
            return path
        days = self._days_of(match["base"])
        nearest = max(bisect_right(days, date.fromisoformat(match["day"])) - 1, 0)
        return f"{match['base']}/on/{days[nearest].isoformat()}" + (f"#{place}" if place else "")

    def _days_of(self, page: str) -> tuple[date, ...]:
        return self.days[paths.locale_of(page)[1]]


@dataclass(frozen=True, slots=True)
class _Cache:
    """Keep the laws open while their pages are written."""

    expressions: dict[tuple[str, str], Expression] = field(default_factory=dict)

    def open(self, conn: sqlite3.Connection, name: str, lang: str, today: date) -> Expression:
        if (name, lang) not in self.expressions:
            if len(self.expressions) >= _OPEN:
                self.expressions.pop(next(iter(self.expressions)))
            self.expressions[name, lang] = open_expression(conn, name, lang, today)
        return self.expressions[name, lang]


def build_site(database: Path, out: Path, showing: Showing) -> None:
    """Write the site of a database into a folder."""
    _refuse_strangers(out)
    try:
        with in_place_of(out) as part, closing(connect(database)) as conn:
            write_pages(conn, part, showing, _told)
            write_index(part)
            write_sums(part)
    except (OSError, shutil.Error) as error:
        happened, remedy = mishap(error)
        raise SiteError(str(out), f"the site cannot be written: {happened}; what was there before is unharmed",
                        remedy) from None


def write_pages(conn: sqlite3.Connection, out: Path, showing: Showing, tell: Callable[[int, int], None]) -> None:
    """Write every page with its twin, and the files they need; `tell` hears how many of how many are done."""
    shelf, today = _Cache(), showing.today
    expressions = (shelf.open(conn, law.id, lang, today) for law in laws(conn) for lang in languages(conn, law.id))
    plan, build = plan_of(conn, expressions), sealed(conn)
    voices = tuple(map(voice_of, showing.locales))
    wanted = [(voice, path) for voice, path in product(voices, plan.paths)
              if voice is voices[0] or showing.also is None or path in showing.also]
    for done, (voice, path) in enumerate(wanted, 1):
        page = answer(PageContext(conn, PageRequest(path), today, voice, shelf.open))
        for file, text in _files(page, paths.in_locale(voice.locale, path), _Writing(plan, showing, voice, build)):
            _write(out / file.strip("/"), text)
        tell(done, len(wanted))
    for file, text in _for_robots(conn, showing):
        _write(out / file.strip("/"), text)
    _write(out / "404.html", _lost(showing, voices[0]))
    shutil.copytree(static_folder(), out / "static")
    _write(out / MARK, f"{today.isoformat()}\n{showing.address or ''}\n")


def plan_of(conn: sqlite3.Connection, expressions: Iterable[Expression]) -> Plan:
    """Return what a site of these laws holds."""
    days: dict[str, tuple[date, ...]] = {}
    of_laws: list[str] = []
    for expression in expressions:
        days[expression.path] = expression.differing
        days |= {expression.path_of(each.eid): expression.days_of(each.eid) for each in expression.places}
        of_laws += every_page_of(expression)
    return Plan((*every_page(conn), *of_laws), days)


def relative(path: str, seen_from: str) -> str:
    """Return a link from one page to another, each a folder with its `index.html`, or to a file."""
    target, _, place = path.partition("#")
    start = seen_from.rstrip("/") or "/"
    way = posixpath.relpath(target, start)
    ends = way if _is_file(target) else f"{way}/"
    return quote(ends, safe="/-_.~") + (f"#{place}" if place else "")


def _is_file(path: str) -> bool:
    return posixpath.splitext(path)[1] in _FILES


@dataclass(frozen=True, slots=True)
class _Writing:
    """Hold what is needed to write pages in one language of the interface."""

    plan: Plan
    showing: Showing
    voice: Voice
    build: str | None

    def setting(self, seen_from: str) -> PageSetting:
        """Return where a page stands, by the folder from which its links are seen."""
        plan, showing = self.plan, self.showing
        world = (lambda path: showing.world(plan.held(path))) if showing.address else None
        return PageSetting(Host.FILES, showing.today, self.voice, lambda path: relative(plan.held(path), seen_from),
                           showing.locales, world, self.build)


def _files(page: Page | Moved, own: str, writing: _Writing) -> Iterator[tuple[str, str]]:
    """Give the files of a page, one for each of its forms; those that speak no language are written once."""
    if isinstance(page, Moved):
        yield f"{own}/index.html", render(page, writing.setting(own))
        return
    for form in page.formats:
        if form is Format.PAGE:
            yield f"{own}/index.html", representation(page, form, writing.setting(own))
        elif form in SPEAKING or writing.voice.locale is writing.showing.locales[0]:
            file = paths.in_form(own if form in SPEAKING else page.head.path, form)
            yield file, representation(page, form, writing.setting(posixpath.dirname(file)))


def _for_robots(conn: sqlite3.Connection, showing: Showing) -> Iterator[tuple[str, str]]:
    world = showing.world if showing.address else None
    yield sitemaps.ROBOTS, sitemaps.robots(world)
    if world:
        yield from sitemaps.every(conn, showing.locales, world).items()


def _lost(showing: Showing, voice: Voice) -> str:
    """Return the page for addresses that lead nowhere; it may be seen from any folder, so its links begin at the root.
    """
    root = urlsplit(showing.address or "").path
    say = voice.say
    page = nothing_there("", say("There is no such page."), Link(say("To the laws held"), paths.HOME), voice).page
    setting = PageSetting(Host.FILES, showing.today, voice, lambda path: f"{root}{_rooted(path)}", showing.locales)
    return render(page, setting)


def _rooted(path: str) -> str:
    """Return a link to a page, a folder with its `index.html`, or to a file, as seen from the root of a host."""
    return quote(path if _is_file(path) or path.endswith("/") else f"{path}/", safe="/-_.~")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _refuse_strangers(out: Path) -> None:
    """Raise where a folder holds something else: it is not written over."""
    if out.exists() and not out.is_dir():
        raise SiteError(str(out), "this is a file", "name a folder with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise SiteError(str(out), "this folder holds something that is no site of lawgraph", "name another with --out")


def _told(done: int, total: int) -> None:
    """Tell somebody who watches how far the work has come; a log hears it once."""
    if done == total or (sys.stderr.isatty() and not done % _EVERY):
        sys.stderr.write(f"{done} of {total} pages written\n")
