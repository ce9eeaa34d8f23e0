"""The desk that answers visitors: from a request to a page, its twin in JSON, a file, or the path that was meant."""

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import quote, unquote

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from lawgraph import sitemaps
from lawgraph.faces import face, given_in
from lawgraph.pages import (
    Asked,
    Moved,
    Page,
    Reading,
    Unanswerable,
    Volume,
    WrongPage,
    answer,
    open_volume,
    paths,
)
from lawgraph.pages.forms import KINDS, SPEAKING
from lawgraph.pages.paths import Form
from lawgraph.plugin.headers import STRICT
from lawgraph.plugin.name import NAME
from lawgraph.queries import last_day_spoken_of
from lawgraph.render import Host, Setting, static_folder
from lawgraph.voice import Tongue, voice_of

Route = tuple[str, Callable[[Request], Awaitable[Response]]]

_PAGES = (r"^(/|/index\.json|(/ru|/kk)?/(laws?|act|findings|about|search|feed)"
          r"([/.].*)?|/ru|/kk)$")
_SITEMAPS = r"^(?P<name>/robots\.txt|/sitemap(?:-\d{1,4})?\.xml)$"
_FILES = r"^/static/(?P<name>[a-z]+\.(?:css|js))$"
_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_PLAIN = "text/plain; charset=utf-8"
OPEN = 32
"""How many laws are kept open."""

_KEPT = 256
_AN_HOUR = "public, max-age=3600"
_NOT_ALLOWED = 405


@dataclass(frozen=True, slots=True)
class Answered:
    """Hold an answer before it is sent: its status, its kind, and its text, or the path to go to."""

    status: int
    kind: str
    text: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class _Request:
    """Hold what is asked for, in which language of the interface, in which form."""

    asked: Asked
    tongue: Tongue
    form: Form


class Desk:
    """Answer visitors of one Datasette.

    The database never changes while it is served, and neither does today: what all pages of a law share is kept
    for the laws asked for lately, and so are the answers given.
    """

    def __init__(self, datasette: Datasette) -> None:
        self._datasette = datasette
        self._volumes: dict[tuple[str, str, date], Volume] = {}
        self._kept: dict[_Request, Answered] = {}

    def routes(self) -> list[Route]:
        """Return the routes of our pages and files."""
        return [(_PAGES, self.page), (_FILES, self.file), (_SITEMAPS, self.sitemap)]

    async def page(self, request: Request) -> Response:
        """Answer with a page, or with another of its forms where the path ends so."""
        if request.method not in ("GET", "HEAD"):
            return _response(Answered(_NOT_ALLOWED, _PLAIN, "These pages can only be read."), {})
        wanted = self._wanted(request)
        answered = self._kept.get(wanted)
        if answered is None:
            answered = await self._datasette.get_database(NAME).execute_fn(lambda conn: self._answer(conn, wanted))
            self._keep(wanted, answered)
        return _response(answered, {"Access-Control-Allow-Origin": "*"} if wanted.form is not Form.PAGE else {})

    async def file(self, request: Request) -> Response:
        """Answer with the style sheet or a script."""
        name = request.url_vars["name"]
        text = _file(name)
        if text is None:
            return _response(Answered(404, _PLAIN, "There is no such file."), {})
        return _response(Answered(200, _KINDS[name.rpartition(".")[2]], text), {})

    async def sitemap(self, request: Request) -> Response:
        """Answer with `robots.txt` or a sitemap; there is none where the site does not know its own address."""
        wanted = _Request(Asked(request.url_vars["name"]), Tongue.ENGLISH, Form.FEED)
        answered = self._kept.get(wanted)
        if answered is None:
            answered = await self._datasette.get_database(NAME).execute_fn(lambda conn: self._map(conn, wanted))
            self._keep(wanted, answered)
        return _response(answered, {})

    async def nowhere(self, request: Request) -> Response:
        """Answer for a path that nobody else answers for."""
        wanted = self._wanted(request)
        answered = await self._datasette.get_database(NAME).execute_fn(lambda conn: self._answer(conn, wanted))
        return _response(answered, {})

    def _wanted(self, request: Request) -> "_Request":
        path = unquote(request.path.removeprefix(self._datasette.setting("base_url").rstrip("/")))
        form, path = paths.form_of(path)
        tongue, path = paths.tongue_of(path)
        typed = {name: request.args.get(name) or "" for name in ("on", "first", "last", "law", "lang")}
        spoken = tongue if form in SPEAKING else Tongue.ENGLISH
        return _Request(Asked(path, **typed, words=request.args.get("q") or ""), spoken, form)

    def _answer(self, conn: sqlite3.Connection, wanted: "_Request") -> Answered:
        reading = Reading(conn, wanted.asked, self._today(conn), voice_of(wanted.tongue), self.opened)
        setting = Setting(Host.SERVER, reading.today, reading.voice, self._link, world=self._world())
        try:
            page = answer(reading)
            if isinstance(page, Moved):
                return Answered(302, _PLAIN, "", setting.link(paths.in_form(page.path, wanted.form)))
            return _written(200, wanted.form, given_in(page, wanted.form, reading.voice), setting)
        except Unanswerable as error:
            return _written(error.page.code, wanted.form, error.page, setting)

    def _map(self, conn: sqlite3.Connection, wanted: "_Request") -> Answered:
        world, name = self._world(), wanted.asked.path
        if name == sitemaps.ROBOTS:
            return Answered(200, _PLAIN, sitemaps.robots(world))
        written = sitemaps.every(conn, tuple(Tongue), world) if world else {}
        if name not in written:
            return Answered(404, _PLAIN, "There is no such sitemap.")
        return Answered(200, "application/xml; charset=utf-8", written[name])

    def opened(self, conn: sqlite3.Connection, name: str, lang: str, today: date) -> Volume:
        """Return a law in a language; those asked for lately stay open."""
        key = name, lang, today
        volume = self._volumes.pop(key, None) or open_volume(conn, name, lang, today)
        self._volumes[key] = volume     # the one used last stands last
        if len(self._volumes) > OPEN:
            self._volumes.pop(next(iter(self._volumes)), None)
        return volume

    def _keep(self, key: "_Request", answered: Answered) -> None:
        if len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[key] = answered

    def _today(self, conn: sqlite3.Connection) -> date:
        """Return the day that pages call today: as configured, else the last day of which the sources speak."""
        configured = (self._datasette.plugin_config(NAME) or {}).get("today")
        if configured:
            return date.fromisoformat(configured)
        return last_day_spoken_of(conn)

    def _link(self, path: str) -> str:
        page, mark, typed = path.partition("?")
        page = f"/{page.lstrip('/')}"       # two slashes would name another host
        return quote(str(self._datasette.urls.path(page)), safe="/-_.~#") + mark + typed

    def _world(self) -> Callable[[str], str] | None:
        """Return what tells absolute addresses, where somebody said at which address the site stands."""
        address = (self._datasette.plugin_config(NAME) or {}).get("address")
        return (lambda path: f"{address}{quote(path, safe='/-_.~#')}") if address else None


def _written(status: int, form: Form, page: Page | WrongPage, setting: Setting) -> Answered:
    """Return a page in a form; what is wrong is told as data to whoever asks for data, else as a page."""
    shown = form if not isinstance(page, WrongPage) or form is Form.JSON else Form.PAGE
    return Answered(status, f"{KINDS[shown]}; charset=utf-8", face(page, shown, setting))


def _response(answered: Answered, more: Mapping[str, str]) -> Response:
    headers = {"Content-Security-Policy": STRICT, "Cache-Control": _AN_HOUR, **more}
    if answered.path is not None:
        headers["Location"] = answered.path
    return Response(answered.text, status=answered.status, headers=headers, content_type=answered.kind)


@cache
def _file(name: str) -> str | None:
    path = static_folder() / name
    return path.read_text(encoding="utf-8") if path.is_file() else None
