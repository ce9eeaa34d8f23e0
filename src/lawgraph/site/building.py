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
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
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

_ROOM = 64_000_000      # bytes that open laws take
_EVERY = 250
_NOWHERE = "/404.html"


class SiteError(LawgraphError):
    """A folder that the site cannot be written to."""


class OpenLaws:
    """Keep laws open while their pages are written, as many as there is room for, and always the last one."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Expression] = {}
        self._size = 0

    def open(self, conn: sqlite3.Connection, name: str, lang: str, today: date) -> Expression:
        """Return a law in a language, the one that is kept where there is one."""
        if (name, lang) not in self._kept:
            opened = self._kept[name, lang] = open_expression(conn, name, lang, today)
            self._size += opened.size
            while self._size > _ROOM and len(self._kept) > 1:
                self._size -= self._kept.pop(next(iter(self._kept))).size
        return self._kept[name, lang]

    def opened(self, name: str, lang: str, _: date) -> Expression | None:
        """Return a law that is kept."""
        return self._kept.get((name, lang))


def build_site(database: Path, out: Path, showing: Showing) -> None:
    """Write the site of a database into a folder; where that is a link, into the folder to which it leads."""
    _refuse_strangers(out)
    try:
        with in_place_of(out.resolve()) as part, closing(connect(database)) as conn:
            folder = Folder(part, out)
            held = OpenLaws()
            write_pages(conn, folder, showing, _told, held)
            _write_data(conn, database, folder)
            write_index(folder, groups(conn, every_law(conn, showing, held), showing.locales))
            folder.write(MARK, showing.mark(database, folder.sums))
            folder.finish()
    except (OSError, shutil.Error) as error:
        happened, remedy = mishap(error)
        raise SiteError(str(out),
                        Phrase("the site cannot be written: %(happened)s; what was there before is unharmed",
                               happened=happened),
                        remedy) from None


def write_pages(conn: sqlite3.Connection, folder: Folder, showing: Showing, tell: Callable[[int, int], None],
                held: OpenLaws) -> None:
    """Write every page with its other forms, and the files they need; `tell` hears how many of how many are done."""
    writing = _Writing(conn, showing, folder, plan_of(conn, every_law(conn, showing, held)), sealed(conn), held)
    for done, _ in enumerate(writing.written(), 1):
        tell(done, writing.plan.count)
    for file, text in _for_robots(conn, showing):
        folder.write(file, text.encode())
    for each in sorted(static_folder().iterdir()):
        folder.write(f"static/{each.name}", each.read_bytes())


def _write_data(conn: sqlite3.Connection, database: Path, folder: Folder) -> None:
    """Write the database and its tables, as the page of the data offers them."""
    for name, pieces in exports.files(conn):
        folder.write(paths.data_file(name).strip("/"), "".join(pieces).encode())
    folder.write(paths.data_file(exports.DATABASE).strip("/"), database.read_bytes())


def every_law(conn: sqlite3.Connection, showing: Showing, held: OpenLaws) -> Iterator[Expression]:
    return (held.open(conn, law.id, lang, showing.today) for law in laws(conn) for lang in languages(conn, law.id))


@dataclass(frozen=True, slots=True)
class _Writing:
    """Hold what is needed to write pages."""

    conn: sqlite3.Connection
    showing: Showing
    folder: Folder
    plan: Plan
    build: str | None
    laws: OpenLaws

    def written(self) -> Iterator[str]:
        """Write all pages, law by law, what others are made from first; give the path of each that is written.

        With a law go its pages for addresses that lead nowhere: it is open then.
        """
        for path in self.plan.paths:
            self._write_page(path)
            yield path
        for expression in self._every_law():
            for path in every_page_of(expression):
                self._write_page(path)
                yield path
            self._write_lost(f"{expression.path}{_NOWHERE}", (expression,))
        few = tuple(islice(self._every_law(), FEW + 1))
        self._write_lost(_NOWHERE, few if len(few) <= FEW else ())

    def _every_law(self) -> Iterator[Expression]:
        return every_law(self.conn, self.showing, self.laws)

    def _write_page(self, path: str) -> None:
        """Write the page at a path in all of its languages, and its other forms, which are the same in all of them."""
        for locale in self.showing.in_locales(path):
            context = PageContext(self.conn, PageRequest(path), self.showing.today,
                                  voice_of(locale).at(self.showing.today), self.laws.open, self.laws.opened)
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

    def _write_lost(self, path: str, these: Sequence[Expression]) -> None:
        """Write the page for addresses that lead nowhere in each language; the root has that in the first."""
        for locale in self.showing.locales:
            voice = voice_of(locale).at(self.showing.today)
            page = render(lost_page([replace(each, voice=voice) for each in these], voice), self._rooted(locale))
            at_root = (path,) if path == _NOWHERE and locale is self.showing.locales[0] else ()
            for file in dict.fromkeys((paths.in_locale(locale, path), *at_root)):
                self._write(file, page)

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
