"""The desk that answers visitors: from a request to a page, its twin in JSON, a file, or the path that was meant."""

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import quote, unquote

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

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
    twin_of,
)
from lawgraph.plugin.headers import STRICT
from lawgraph.plugin.name import NAME
from lawgraph.queries import laws
from lawgraph.render import Host, Setting, render, static_folder
from lawgraph.voice import Tongue, voice_of

Route = tuple[str, Callable[[Request], Awaitable[Response]]]

_PAGES = r"^(/|/index\.json|(/ru|/kk)?/(law|act|findings|about|search)(/.*|\.json)?|/ru|/kk)$"
_FILES = r"^/static/(?P<name>[a-z]+\.(?:css|js))$"
_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_PLAIN = "text/plain; charset=utf-8"
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
    """Hold what is asked for, in which language of the interface, as a page (`html`) or as data (`json`)."""

    asked: Asked
    tongue: Tongue
    form: str


class Desk:
    """Answer visitors of one Datasette.

    The database never changes while it is served, and neither does today: what all pages of a law share is read once,
    and answers given lately are kept.
    """

    def __init__(self, datasette: Datasette) -> None:
        self._datasette = datasette
        self._volumes: dict[tuple[str, str, date], Volume] = {}
        self._kept: dict[_Request, Answered] = {}

    def routes(self) -> list[Route]:
        """Return the routes of our pages and files."""
        return [(_PAGES, self.page), (_FILES, self.file)]

    async def page(self, request: Request) -> Response:
        """Answer with a page, or with its twin where the path ends in `.json`."""
        if request.method not in ("GET", "HEAD"):
            return _response(Answered(_NOT_ALLOWED, _PLAIN, "These pages can only be read."), {})
        wanted = self._wanted(request)
        answered = self._kept.get(wanted)
        if answered is None:
            answered = await self._datasette.get_database(NAME).execute_fn(lambda conn: self._answer(conn, wanted))
            self._keep(wanted, answered)
        return _response(answered, {"Access-Control-Allow-Origin": "*"} if wanted.form == "json" else {})

    async def file(self, request: Request) -> Response:
        """Answer with the style sheet or a script."""
        name = request.url_vars["name"]
        text = _file(name)
        if text is None:
            return _response(Answered(404, _PLAIN, "There is no such file."), {})
        return _response(Answered(200, _KINDS[name.rpartition(".")[2]], text), {})

    def _wanted(self, request: Request) -> "_Request":
        path = unquote(request.path.removeprefix(self._datasette.setting("base_url").rstrip("/")))
        form = "json" if path.endswith(".json") else "html"
        tongue, path = paths.tongue_of("/" if path == "/index.json" else path.removesuffix(".json"))
        given = request.args
        return _Request(Asked(path, given.get("on") or "", given.get("first") or "", given.get("last") or "",
                              given.get("q") or ""), tongue, form)

    def _answer(self, conn: sqlite3.Connection, wanted: "_Request") -> Answered:
        reading = Reading(conn, wanted.asked, self._today(conn), voice_of(wanted.tongue), self._open)
        setting = Setting(Host.SERVER, reading.today, reading.voice, self._link)
        try:
            page = answer(reading)
        except Unanswerable as error:
            return _written(error.page.code, wanted.form, error.page, setting)
        if isinstance(page, Moved):
            return Answered(302, _PLAIN, "", setting.link(page.path) + (".json" if wanted.form == "json" else ""))
        return _written(200, wanted.form, page, setting)

    def _open(self, conn: sqlite3.Connection, name: str, lang: str, today: date) -> Volume:
        if (name, lang, today) not in self._volumes:
            self._volumes[name, lang, today] = open_volume(conn, name, lang, today)
        return self._volumes[name, lang, today]

    def _keep(self, key: "_Request", answered: Answered) -> None:
        if len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[key] = answered

    def _today(self, conn: sqlite3.Connection) -> date:
        """Return the day that pages call today: as configured, else the last day of which the sources speak."""
        configured = (self._datasette.plugin_config(NAME) or {}).get("today")
        if configured:
            return date.fromisoformat(configured)
        return max(each.horizon or each.adopted for each in laws(conn))

    def _link(self, path: str) -> str:
        return quote(str(self._datasette.urls.path(path)), safe="/-_.~#")


def _written(status: int, form: str, page: Page | WrongPage, setting: Setting) -> Answered:
    if form == "json":
        return Answered(status, "application/json; charset=utf-8", twin_of(page))
    return Answered(status, "text/html; charset=utf-8", render(page, setting))


def _response(answered: Answered, more: Mapping[str, str]) -> Response:
    headers = {"Content-Security-Policy": STRICT, "Cache-Control": _AN_HOUR, **more}
    if answered.path is not None:
        headers["Location"] = answered.path
    return Response(answered.text, status=answered.status, headers=headers, content_type=answered.kind)


@cache
def _file(name: str) -> str | None:
    path = static_folder() / name
    return path.read_text(encoding="utf-8") if path.is_file() else None
