"""The desk that answers visitors: from a request to a page, its twin in JSON, a file, or the path that was meant."""

import re
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import cast
from urllib.parse import quote, unquote, urlencode

from datasette.app import Datasette
from datasette.utils.asgi import AsgiFileDownload, NotFound, Request, Response

from lawgraph.database.freshness import code_fingerprint
from lawgraph.database.opening import check_law, sealed
from lawgraph.law.errors import template_root
from lawgraph.printout import exports
from lawgraph.queries.answers import NAMED
from lawgraph.queries.listing import last_day_spoken_of
from lawgraph.serving.plugin.budget import Cache, granted
from lawgraph.serving.plugin.door import STRICT
from lawgraph.serving.plugin.instance import AskedDatabase, Lent
from lawgraph.serving.plugin.metadata import NAME
from lawgraph.serving.plugin.sending import SMALLEST, packed, takes_packed
from lawgraph.site import plan
from lawgraph.site.pages import paths, routes
from lawgraph.site.pages.data import example_of
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.pages.owner import SiteOwner
from lawgraph.site.pages.page import MEDIA, SPEAKING, Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.search import LONGEST, SearchPage
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.wrong import Unanswerable, WrongPage
from lawgraph.site.render import Host, PageSetting, static_folder
from lawgraph.site.representations import given_in, representation
from lawgraph.voice.speaking import Locale, voice_of

_Make = Callable[[sqlite3.Connection, "_Request"], "Answered"]
Route = tuple[str, Callable[[Request], Awaitable[Response]]]

_SITEMAPS = r"^(?P<name>/robots\.txt|/sitemap(?:-\d{1,4})?\.xml)$"
_DATA = r"^/data/(?P<name>[a-z]+(?:\.[a-z]+)+)$"
_FILES = r"^/static/(?P<name>[a-z]+\.(?:css|js))$"
_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_PLAIN = "text/plain; charset=utf-8"
_STREAMED = {exports.CSV: ".csv?_stream=on", exports.CSV_WITH_MARK: ".csv?_stream=on&_bom=on",
             exports.JSON: ".json?_shape=array&_nl=on"}
"""How Datasette gives a table in each form; JSON comes a page at a time, an object a line."""

_EXPORTED: Mapping[str, tuple[str, Callable[[sqlite3.Connection], str]]] = {
    exports.GRAPH: ("application/graphml+xml", exports.graph),
    exports.SCHEMAS: ("application/json", lambda _: exports.schemas()),
}

_TYPED_TO = (paths.SEARCH, "/law/", "/act/")
"""Pages that know what was typed: the search, and those to which it leads."""

_PLAIN_PATH = re.compile(r"/(?:[\w~#.-][\w/~#.-]*)?", re.ASCII)
_HIDDEN = r"^/(?:-/(?!static/)|_internal|_memory|:memory:)"


@dataclass(frozen=True, slots=True)
class Room:
    """Hold how many bytes answers given and open laws may take in memory."""

    answers: int = 48_000_000
    laws: int = 144_000_000


@dataclass(frozen=True, slots=True)
class Answered:
    """Hold an answer before it is sent: its status, its kind, and its text, also packed, or the path to go to."""

    status: int
    kind: str
    text: bytes
    packed: bytes | None = None
    path: str | None = None

    @property
    def size(self) -> int:
        """The bytes that it takes."""
        return len(self.text) + len(self.packed or b"")


@dataclass(frozen=True, slots=True)
class _Request:
    """Hold what is asked for, in which language of the interface, in which form."""

    asked: PageRequest
    locale: Locale
    form: Format

    @property
    def by_words(self) -> bool:
        """Tell whether the answer depends on words that a visitor wrote."""
        return self.asked.path == paths.SEARCH

    @property
    def worth_keeping(self) -> bool:
        """Tell whether the path alone decides the answer: what is typed has no end."""
        return self.asked == PageRequest(self.asked.path)


class Views:
    """Answer visitors of one Datasette.

    The database never changes while it is served, and neither does today: what all pages of a law share is kept for the
    laws asked for lately, and so are the answers given, both counted in bytes.
    """

    def __init__(self, datasette: Datasette, room: Room = Room()) -> None:
        self._datasette = datasette
        self._expressions: Cache[tuple[str, str, date], Expression] = Cache(room.laws, room.laws)
        self._kept: Cache[_Request, Answered] = Cache(room.answers)
        self._named: str | None = None

    @property
    def address(self) -> str | None:
        """Where the site stands for the world, `None` where nobody said so."""
        return (self._datasette.plugin_config(NAME) or {}).get("address")

    @cached_property
    def _owner(self) -> SiteOwner:
        return SiteOwner(**(self._datasette.plugin_config(NAME) or {}).get("owner") or {})

    @cached_property
    def _base(self) -> str:
        return str(self._datasette.setting("base_url")).rstrip("/")

    @cached_property
    def _build(self) -> str:
        told = (self._datasette.get_database(NAME).hash, code_fingerprint(), _templates(),
                self._datasette.plugin_config(NAME), self._datasette.setting("base_url"))
        return sha256(repr(told).encode()).hexdigest()

    def build(self) -> str:
        """Return what all answers follow from: the database, the program, the day called today and the address."""
        return self._build

    def routes(self) -> list[Route]:
        """Return the routes of our pages and files, and of what is not shown."""
        return [(_DATA, self.data_file), (_pages(), self.page), (_FILES, self.file), (_SITEMAPS, self.sitemap),
                (_HIDDEN, self.hidden)]

    async def page(self, request: Request) -> Response:
        """Answer with a page, or with another of its forms where the path ends so."""
        return _response(await self._given(self._wanted(request), self._answer), request)

    async def hidden(self, request: Request) -> Response:  # noqa: ARG002  (Datasette's signature)
        """Answer for pages that tell of the machine: there are none."""
        raise NotFound

    async def file(self, request: Request) -> Response:
        """Answer with the style sheet or a script."""
        name = request.url_vars["name"]
        text = _file(name)
        if text is None:
            return _response(Answered(404, _PLAIN, b"There is no such file."), request)
        return _response(Answered(200, _KINDS[name.rpartition(".")[2]], text), request)

    async def data_file(self, request: Request) -> Response | AsgiFileDownload:
        """Answer with a file of the data: the database as it is, tables as Datasette streams them."""
        name = request.url_vars["name"]
        table, _, ending = name.partition(".")
        if name == exports.DATABASE:
            database = self._datasette.get_database(NAME)
            return AsgiFileDownload(str(database.path), exports.DATABASE, "application/vnd.sqlite3",
                                    {"ETag": f'"{database.hash}"'})
        if table in exports.OFFERED and f".{ending}" in _STREAMED:
            return _response(Answered(302, _PLAIN, b"", path=self._link(
                f"/{NAME}/{table}{_STREAMED[f'.{ending}']}")), request)
        if name not in _EXPORTED:
            return await self.nowhere(request)
        wanted = _Request(PageRequest(f"/data/{name}"), Locale.ENGLISH, Format.JSON)
        return _response(await self._given(wanted, _exported), request)

    async def example(self, name: str) -> str:
        """Return values to ask a named query with that give rows, as what stands behind a question mark."""
        query = next(each for each in NAMED if each.name == name)
        told: str = await self._datasette.get_database(NAME).execute_fn(lambda conn: example_of(conn, query))
        return told

    async def sitemap(self, request: Request) -> Response:
        """Answer with `robots.txt` or a sitemap; there is none where the site does not know its own address."""
        wanted = _Request(PageRequest(request.url_vars["name"]), Locale.ENGLISH, Format.FEED)
        return _response(await self._given(wanted, self._map), request)

    async def nowhere(self, request: Request) -> Response:
        """Answer for a path that nobody else answers for."""
        return _response(await self._given(self._wanted(request), self._answer), request)

    async def _given(self, wanted: "_Request", make: "_Make") -> Answered:
        """Return an answer that is kept, or make it: with words in it, over a connection that is lent."""
        kept = self._kept.get(wanted)
        if kept is not None:
            return kept
        database, budget = self._datasette.get_database(NAME), granted()
        if wanted.by_words and isinstance(database, AskedDatabase):
            lent = cast("sqlite3.Connection", Lent(database.office, budget))
            return cast("Answered", await database.execute_fn(lambda _: make(lent, wanted)))
        made: Answered = await database.execute_fn(lambda conn: _ready(make(conn, wanted)))
        if made.status == 200 and wanted.worth_keeping:
            self._kept.put(wanted, made, made.size)
        return made

    def _wanted(self, request: Request) -> "_Request":
        path = unquote(request.path.removeprefix(self._base))
        form, path = paths.form_of(path)
        locale, path = paths.locale_of(path)
        used = next((each.typed for each in routes.SECTIONS if each.name == path.strip("/").partition("/")[0]), ())
        typed = {name: request.args.get(name) or "" for name in used}
        words = request.args.get("q") or "" if path.startswith(_TYPED_TO) else ""
        return _Request(PageRequest(path, **typed, words=words), locale, form)

    def _answer(self, conn: sqlite3.Connection, wanted: "_Request") -> Answered:
        """Return a page in a form; data speak English, and of what is not there a page speaks as was asked."""
        if wanted.form in SPEAKING or wanted.locale is Locale.ENGLISH:
            return self._answer_in(conn, wanted)
        told = self._answer_in(conn, replace(wanted, locale=Locale.ENGLISH))
        return self._answer_in(conn, wanted) if told.kind.startswith(MEDIA[Format.PAGE]) else told

    def _answer_in(self, conn: sqlite3.Connection, wanted: "_Request") -> Answered:
        today = self._today(conn)
        reading = PageContext(conn, wanted.asked, today, voice_of(wanted.locale).at(today), self.opened,
                              lambda *key: self._expressions.get(key))
        setting = PageSetting(Host.SERVER, reading.today, reading.voice, self._link, world=self._world(),
                              build=self._named_by(conn), typed=wanted.asked.legible.words[:LONGEST], owner=self._owner)
        try:
            page = answer(reading)
            if isinstance(page, Moved):
                return Answered(302, _PLAIN, b"", path=setting.link(paths.in_form(page.path, wanted.form)))
            if isinstance(page, SearchPage) and page.straight and wanted.form is Format.PAGE:
                typed = urlencode({"q": page.typed}, errors="replace")
                return Answered(302, _PLAIN, b"", path=setting.link(f"{page.straight}?{typed}"))
            return _written(200, wanted.form, given_in(page, wanted.form, reading.voice), setting)
        except Unanswerable as error:
            return _written(error.page.code, wanted.form, error.page, setting)

    def _map(self, conn: sqlite3.Connection, wanted: "_Request") -> Answered:
        world, name = self._world(), wanted.asked.path
        if name == plan.ROBOTS:
            return Answered(200, _PLAIN, plan.robots(world).encode())
        written = plan.every(conn, tuple(Locale), world) if world else {}
        if name not in written:
            return Answered(404, _PLAIN, b"There is no such sitemap.")
        return Answered(200, "application/xml; charset=utf-8", written[name].encode())

    def opened(self, conn: sqlite3.Connection, name: str, lang: str, today: date) -> Expression:
        """Return a law in a language; those asked for lately stay open.

        Its rows are held against their hash when it is opened; raise `DatabaseError` where somebody has changed them.
        """
        key = name, lang, today
        expression = self._expressions.get(key)
        if expression is None:
            expression = open_expression(conn, name, lang, today)
            check_law(conn, NAME, expression.law.id)
            self._expressions.put(key, expression, expression.size)
        return expression

    def _named_by(self, conn: sqlite3.Connection) -> str | None:
        """Return what names the build of the database, which is served unchanged."""
        if self._named is None:
            self._named = sealed(conn)
        return self._named

    def _today(self, conn: sqlite3.Connection) -> date:
        """Return the day that pages call today: as configured, else the last day of which the sources speak."""
        configured = (self._datasette.plugin_config(NAME) or {}).get("today")
        if configured:
            return date.fromisoformat(configured)
        return last_day_spoken_of(conn)

    def _link(self, path: str) -> str:
        if _PLAIN_PATH.fullmatch(path):     # as nearly all are; a page has hundreds
            return f"{self._base}{path}"
        page, mark, typed = path.partition("?")
        page = f"{self._base}/{page.lstrip('/')}"       # two slashes would name another host
        return quote(page, safe="/-_.~#") + mark + typed

    def _world(self) -> Callable[[str], str] | None:
        """Return what tells absolute addresses, where somebody said at which address the site stands."""
        address = self.address
        return (lambda path: f"{address}{quote(path, safe='/-_.~#')}") if address else None


def _pages() -> str:
    """Return the pattern of the paths of pages, in any language of the interface."""
    names, others = ("|".join(each for each in these if each) for these in (
        (each.name for each in routes.SECTIONS), (f"/{each}" for each in Locale if each is not Locale.ENGLISH)))
    return rf"^(/|/index\.json|({others})?/({names})([/.].*)?|{others})$"


def _written(status: int, form: Format, page: Page, setting: PageSetting) -> Answered:
    """Return a page in a form; what is wrong is told as data to whoever asks for data, else as a page."""
    shown = form if not isinstance(page, WrongPage) or form is Format.JSON else Format.PAGE
    return Answered(status, f"{MEDIA[shown]}; charset=utf-8", representation(page, shown, setting).encode())


def _ready(answered: Answered) -> Answered:
    """Return an answer packed, too, where that is worth it; it is packed once and sent many times."""
    return replace(answered, packed=packed(answered.text)) if len(answered.text) >= SMALLEST else answered


def _response(answered: Answered, request: Request) -> Response:
    headers = {"Content-Security-Policy": STRICT}
    if answered.path is not None:
        headers["Location"] = answered.path
    text = answered.text
    if answered.packed is not None:
        headers["Vary"] = "Accept-Encoding"
        if takes_packed(request.scope["headers"]):
            headers["Content-Encoding"], text = "gzip", answered.packed
    return Response(text, status=answered.status, headers=headers, content_type=answered.kind)


def _exported(conn: sqlite3.Connection, wanted: _Request) -> Answered:
    kind, written = _EXPORTED[wanted.asked.path.rpartition("/")[2]]
    return Answered(200, f"{kind}; charset=utf-8", written(conn).encode())


def _templates() -> str:
    """Return the SHA-256 of all that pages are made with beside the program."""
    whole = sha256()
    for path in sorted(each for each in template_root().rglob("*") if each.is_file()):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


@lru_cache(maxsize=2)
def views_of(datasette: Datasette) -> Views:
    """Return the one desk of a Datasette."""
    return Views(datasette)


@cache
def _file(name: str) -> bytes | None:
    path = static_folder() / name
    return path.read_bytes() if path.is_file() else None
