"""The Datasette plugin: our pages beside Datasette's own, the database described, its connections guarded.

Our pages stand under `/law`, `/act` and a few more paths; no database may carry one of these names, so ours is called
`lawgraph`, and researchers find it at `/lawgraph`. Datasette loads its plugins while it is itself being loaded, so this
module must be whole before anything in it asks for `datasette.app`.
"""

import re
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from datasette import hookimpl

from lawgraph.serving.clerks.clerk import guard
from lawgraph.serving.plugin.door import Application, Door, with_headers, with_marks
from lawgraph.serving.plugin.metadata import NAME, metadata, named_queries
from lawgraph.serving.plugin.sending import for_researchers, with_packing
from lawgraph.site.render import Templates, prefer_our_templates

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

    from lawgraph.serving.plugin.views import Route

_Hook = TypeVar("_Hook", bound=Callable[..., Any])
_OF_DATASETTE = re.compile(rf"/(?:[a-z]{{2}}/)?{NAME}(?:[/.]|$)|/-/")
_WITHOUT_GUARD = {None, "_internal", "__INTERNAL__"}


def _hook(function: _Hook) -> _Hook:
    """Mark a function as one that Datasette calls, and keep its type."""
    hookimpl(function)
    return function


@_hook
def register_routes(datasette: "Datasette") -> "list[Route]":
    """Give Datasette the routes of our pages, and of its own in our languages."""
    from lawgraph.serving.plugin.speaking import routes_of  # noqa: PLC0415  (see above)
    from lawgraph.serving.plugin.views import views_of  # noqa: PLC0415  (see above)

    return [*views_of(datasette).routes(), *routes_of(datasette)]


@_hook
def extra_template_vars(datasette: "Datasette", request: "Request | None") -> Mapping[str, object]:
    """Let our templates of Datasette's pages speak the language that an address asks for."""
    from lawgraph.serving.plugin.speaking import said_on  # noqa: PLC0415  (see above)

    return said_on(datasette, request)


@_hook
def startup() -> None:
    """Answer ourselves where Datasette cannot."""
    from lawgraph.serving.plugin.refusing import replace_theirs  # noqa: PLC0415  (see above)

    replace_theirs()


@_hook
def handle_exception(datasette: "Datasette", request: "Request", exception: Exception) -> "Awaitable[Response]":
    """Answer with our page that helps where nobody has a page; below Datasette's own paths, with a line."""
    from datasette.utils.asgi import NotFound  # noqa: PLC0415  (see above)

    from lawgraph.serving.plugin.refusing import response_to  # noqa: PLC0415  (see above)
    from lawgraph.serving.plugin.views import views_of  # noqa: PLC0415  (see above)

    if not isinstance(exception, NotFound) or _OF_DATASETTE.match(request.path):
        return response_to(datasette, request, exception)
    return views_of(datasette).nowhere(request)


@_hook
def prepare_connection(conn: sqlite3.Connection, database: str | None) -> None:
    """Guard every connection that answers visitors; Datasette needs its own catalogue unguarded."""
    if database not in _WITHOUT_GUARD:
        guard(conn)


@_hook
def get_metadata() -> Mapping[str, object]:
    """Describe the tables and columns."""
    return metadata(NAME)


@_hook
def canned_queries(database: str) -> Mapping[str, object]:
    """Offer the named queries."""
    return named_queries() if database == NAME else {}


@_hook
def prepare_jinja2_environment(env: Templates) -> None:
    """Put our frame around Datasette's own pages: a language and a main part, which they lack."""
    prefer_our_templates(env)


@_hook
def asgi_wrapper(datasette: "Datasette") -> Callable[[Application], Application]:
    """Stand before Datasette: refuse what nobody can want, mark and pack answers, send headers that keep pages safe."""
    from lawgraph.serving.plugin.views import views_of  # noqa: PLC0415  (see above)

    def wrapped(app: Application) -> Application:
        desk = views_of(datasette)
        helped = for_researchers(app, NAME, desk.example)
        return Door(with_marks(with_packing(with_headers(helped)), desk.build), public=desk.address is not None)
    return wrapped
