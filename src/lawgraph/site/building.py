"""The static site: every page as a file, so that the law can be read without a server.

The same page values and templates serve here as behind Datasette, under the same paths. A path that names a day leads
to the page of the stretch of days that holds it, one of a point to its place on the page of its article. All links are
relative, so the site works in any folder of any host. It is written under a temporary name, and put in its place when
all is there; what did not change is taken over as it is.
"""

import posixpath
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from lawgraph.database.opening import connect, sealed
from lawgraph.law.errors import LawgraphError, Phrase, mishap
from lawgraph.printout import exports
from lawgraph.queries.answers import languages, laws
from lawgraph.site import plan
from lawgraph.site.folder import MARK, Folder, in_place_of
from lawgraph.site.index import groups, write_index
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.pages.home import FEW
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import answer, every_page_of
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.wrong import lost_page
from lawgraph.site.plan import Plan, plan_of, relative, rooted
from lawgraph.site.render import Host, PageSetting, render, static_folder
from lawgraph.site.representations import representation
from lawgraph.site.showing import Showing
from lawgraph.voice.speaking import Locale, voice_of

_OPEN = 4           # laws at once: a large one takes tens of megabytes
_EVERY = 250
_NOWHERE = "404.html"


class SiteError(LawgraphError):
    """A folder that the site cannot be written to."""


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
    """Write the site of a database into a folder; where that is a link, into the folder to which it leads."""
    _refuse_strangers(out)
    try:
        with in_place_of(out.resolve()) as part, closing(connect(database)) as conn:
            folder = Folder(part, out)
            write_pages(conn, folder, showing, _told)
            _write_data(conn, database, folder)
            write_index(folder, groups(conn, _every_law(conn, showing, _Cache()), showing.locales))
            folder.write(MARK, showing.mark(database, folder.sums))
            folder.finish()
    except (OSError, shutil.Error) as error:
        happened, remedy = mishap(error)
        raise SiteError(str(out),
                        Phrase("the site cannot be written: %(happened)s; what was there before is unharmed",
                               happened=happened),
                        remedy) from None


def write_pages(conn: sqlite3.Connection, folder: Folder, showing: Showing, tell: Callable[[int, int], None]) -> None:
    """Write every page with its other forms, and the files they need; `tell` hears how many of how many are done."""
    cache = _Cache()
    writing = _Writing(conn, showing, folder, plan_of(conn, _every_law(conn, showing, cache)), sealed(conn), cache)
    for done, path in enumerate(writing.paths(), 1):
        writing.write(path)
        tell(done, writing.plan.count)
    writing.write_lost()
    for file, text in _for_robots(conn, showing):
        folder.write(file, text.encode())
    for each in sorted(static_folder().iterdir()):
        folder.write(f"static/{each.name}", each.read_bytes())


def _write_data(conn: sqlite3.Connection, database: Path, folder: Folder) -> None:
    """Write the database and its tables, as the page of the data offers them."""
    for name, pieces in exports.files(conn):
        folder.write(paths.data_file(name).strip("/"), "".join(pieces).encode())
    folder.write(paths.data_file(exports.DATABASE).strip("/"), database.read_bytes())


def _every_law(conn: sqlite3.Connection, showing: Showing, cache: _Cache) -> Iterator[Expression]:
    return (cache.open(conn, law.id, lang, showing.today) for law in laws(conn) for lang in languages(conn, law.id))


@dataclass(frozen=True, slots=True)
class _Writing:
    """Hold what is needed to write pages."""

    conn: sqlite3.Connection
    showing: Showing
    folder: Folder
    plan: Plan
    build: str | None
    cache: _Cache

    def paths(self) -> Iterator[str]:
        """Give the paths of all pages, law by law, what others are made from first."""
        yield from self.plan.paths
        for expression in _every_law(self.conn, self.showing, self.cache):
            yield from every_page_of(expression)

    def write(self, path: str) -> None:
        """Write the page at a path in all of its languages, and its other forms, which are the same in all of them."""
        for locale in self.showing.in_locales(path):
            context = PageContext(self.conn, PageRequest(path), self.showing.today,
                                  voice_of(locale).at(self.showing.today), self.cache.open)
            page, own = answer(context), paths.in_locale(locale, path)
            if isinstance(page, Moved):
                self._write(f"{own}/index.html", render(page, self._setting(own, locale)))
                continue
            for form in reversed(page.filed):   # the data first: the page tells their sum
                if form is Format.PAGE:
                    self._write(f"{own}/index.html", representation(page, form, self._setting(own, locale)))
                elif locale is self.showing.locales[0]:
                    file = paths.in_form(path, form)
                    self._write(file, representation(page, form, self._setting(posixpath.dirname(file), locale)))

    def write_lost(self) -> None:
        """Write the pages for addresses that lead nowhere: of the site, and of each law."""
        for locale in self.showing.locales:
            voice, few = voice_of(locale).at(self.showing.today), list[Expression]()
            for expression in _every_law(self.conn, self.showing, self.cache):
                own = replace(expression, voice=voice)
                few = [*few, own][:FEW + 1]
                self._write(paths.in_locale(locale, f"{own.path}/{_NOWHERE}"),
                            render(lost_page((own,), voice), self._rooted(locale)))
            page = render(lost_page(few if len(few) <= FEW else (), voice), self._rooted(locale))
            own_file, root_file = paths.in_locale(locale, f"/{_NOWHERE}"), f"/{_NOWHERE}"
            self._write(own_file, page)
            if locale is self.showing.locales[0] and own_file != root_file:
                self._write(root_file, page)

    def _setting(self, seen_from: str, locale: Locale) -> PageSetting:
        """Return where a page stands, by the folder from which its links are seen."""
        held = self.plan.held
        return replace(self._rooted(locale), reach=lambda path: relative(held(path), seen_from))

    def _rooted(self, locale: Locale) -> PageSetting:
        """Return where a page stands that may be seen from any folder: its links begin at the root."""
        showing, held = self.showing, self.plan.held
        root = urlsplit(showing.address or "").path
        world = (lambda path: showing.world(held(path))) if showing.address else None
        return PageSetting(Host.FILES, showing.today, voice_of(locale), lambda path: f"{root}{rooted(held(path))}",
                           showing.locales, world, self.build, self._sum, owner=showing.owner)

    def _sum(self, path: str) -> str | None:
        """Return the SHA-256 of the data of a page, where they are written."""
        return self.folder.sums.get(paths.in_form(path, Format.JSON).strip("/"))

    def _write(self, file: str, text: str) -> None:
        self.folder.write(file.strip("/"), text.encode())


def _for_robots(conn: sqlite3.Connection, showing: Showing) -> Iterator[tuple[str, str]]:
    world = showing.world if showing.address else None
    yield plan.ROBOTS.strip("/"), plan.robots(world)
    if world:
        yield from ((file.strip("/"), text) for file, text in plan.every(conn, showing.locales, world).items())


def _refuse_strangers(out: Path) -> None:
    """Raise where a folder holds something else: it is not written over."""
    if out.exists() and not out.is_dir():
        raise SiteError(str(out), Phrase("this is a file"), Phrase("name a folder with --out"))
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise SiteError(str(out), Phrase("this folder holds something that is no site of lawgraph"),
                        Phrase("name another with --out"))


def _told(done: int, total: int) -> None:
    """Tell somebody who watches how far the work has come; a log hears it once."""
    if done == total or (sys.stderr.isatty() and not done % _EVERY):
        sys.stderr.write(f"{done} of {total} pages written\n")
