"""Datasette's own pages in the languages of ours: `/ru/lawgraph` is `/lawgraph` in Russian, as far as words are ours.

Its tables are named and asked in English in every language, as all data are.
"""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from datasette.app import Datasette
from datasette.url_builder import Urls
from datasette.utils.asgi import Request, Response
from datasette.views.database import DatabaseView
from datasette.views.row import RowView
from datasette.views.table import TableView

from lawgraph.serving.plugin.metadata import NAME
from lawgraph.serving.plugin.retelling import retold
from lawgraph.site.pages import paths
from lawgraph.voice.speaking import Locale, Voice, voice_of

Route = tuple[str, Callable[[Request], Awaitable[Response]]]

_OTHERS = "|".join(each for each in Locale if each is not Locale.ENGLISH)
_BELOW = rf"^/(?:{_OTHERS})/(?P<database>{NAME})"
_FORM = r"(?:\.(?P<format>\w+))?$"


def routes_of(datasette: Datasette) -> list[Route]:
    """Return the routes of Datasette's pages in the languages that it does not know."""
    return [(rf"{_BELOW}{_FORM}", DatabaseView.as_view(datasette)),
            (rf"{_BELOW}/(?P<table>[^/.]+){_FORM}", TableView.as_view(datasette)),
            (rf"{_BELOW}/(?P<table>[^/]+?)/(?P<pks>[^/]+?){_FORM}", RowView.as_view(datasette))]


class _UrlsIn(Urls):  # type: ignore[misc]    # the library has no types
    """Lead on to pages in a language."""

    def __init__(self, datasette: Datasette, voice: Voice) -> None:
        super().__init__(datasette)
        self._voice = voice

    def here(self, path: str) -> str:
        """Return the address of a page in the language."""
        return str(self.path(paths.in_locale(self._voice.locale, path)))

    def database(self, database: str, format: str | None = None) -> str:  # noqa: A002  (Datasette's signature)
        """Return the address of a database, under which its tables, rows and queries stand."""
        return str(self.path(paths.in_locale(self._voice.locale, f"/{database}"), format=format))


def said_on(datasette: Datasette, request: Request | None) -> Mapping[str, object]:
    """Return what our templates of Datasette's pages need to speak the language that an address asks for."""
    base = str(datasette.setting("base_url")).rstrip("/")
    asked = request.path.removeprefix(base) if request else "/"
    locale, path = paths.locale_of(asked)
    voice = voice_of(locale)
    urls = _UrlsIn(datasette, voice)
    typed = f"?{request.query_string}" if request and request.query_string else ""
    in_locales = [(each, f"{urls.path(paths.in_locale(each, path))}{typed}") for each in Locale]
    return {"urls": urls, "locale": locale, "in_locales": in_locales, "ngettext": voice.count,
            "retold": partial(retold, locale=locale),
            "_": lambda words: voice.say(words) if words else words}
