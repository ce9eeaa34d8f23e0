"""What is answered where Datasette cannot: a status and a line, never a traceback, whatever was asked.

Datasette calls every handler of exceptions, its own included, which prints a traceback for each; so ours takes its
place.
"""

import inspect
import logging
import sqlite3
from dataclasses import dataclass
from difflib import get_close_matches
from traceback import walk_tb
from typing import TYPE_CHECKING

from datasette.database import QueryInterrupted
from datasette.plugins import pm
from datasette.utils import InvalidSql
from datasette.utils.asgi import Base400, Forbidden, NotFound, Response
from datasette.views.base import DatasetteError

from lawgraph.database.opening import ChangedError
from lawgraph.database.schema import TABLES
from lawgraph.queries.answers import NAMED
from lawgraph.queries.seeking import OutOfTimeError
from lawgraph.serving.clerks.errands import ReplacedError
from lawgraph.serving.clerks.office import BusyError
from lawgraph.serving.plugin.metadata import NAME
from lawgraph.serving.plugin.speaking import said_on
from lawgraph.voice.speaking import message

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

_THEIRS = "datasette.handle_exception"
_SLOW = message("This question took longer than one may take. Ask for less at once.")
_RENEWED = message("A new database has taken the place of this one. Ask again in a moment.")
_CHANGED = message("What the database holds of this law is not what was built, so it is not shown. Who keeps this site "
                   "sees what changed with: lawgraph verify")
_LONGEST = 500
_LOG = logging.getLogger("uvicorn.error")
_OF_A_QUESTION = (ValueError, LookupError, AssertionError, TypeError, OverflowError)
"""What Datasette's own code raises where it cannot read a question."""


@dataclass(frozen=True, slots=True)
class RefusalInWords:
    """Hold what is told instead of an answer."""

    status: int
    title: str
    words: str


def replace_theirs() -> None:
    """Take the place of Datasette's own handler."""
    if pm.has_plugin(_THEIRS):
        pm.unregister(name=_THEIRS)


_NOT_UNDERSTOOD, _INVALID, _INTERRUPTED = message("Not understood"), message("Invalid SQL"), message("SQL Interrupted")
_NOT_READ = RefusalInWords(400, _NOT_UNDERSTOOD,
                           message("Datasette cannot read what stands behind the question mark of this address."))
_TOLD: tuple[tuple[type[Exception], RefusalInWords], ...] = (
    (NotFound, RefusalInWords(404, message("Not found"), message("There is no such page."))),
    (Forbidden, RefusalInWords(403, message("Forbidden"), message("This page is not given."))),
    (QueryInterrupted, RefusalInWords(400, _INTERRUPTED, _SLOW)),
    (OutOfTimeError, RefusalInWords(400, _INTERRUPTED, _SLOW)),
    (BusyError, RefusalInWords(503, message("Busy"),
                               message("There are too many questions at once. Ask again in a moment."))),
    (ReplacedError, RefusalInWords(503, message("Renewed"), _RENEWED)),
    (ChangedError, RefusalInWords(503, message("Not as built"), _CHANGED)),
)
_FAULT = RefusalInWords(500, message("A fault of this site"), message(
    "This could not be answered, by a fault of this site. Who keeps it finds the fault in its log."))


def told(exception: Exception) -> RefusalInWords:
    """Return what to tell of an exception: its cause is what was asked, as far as we know, else a fault of ours."""
    match exception:
        case DatasetteError():
            return _of_datasette(exception)
        case sqlite3.Error() | InvalidSql():
            return RefusalInWords(400, _INVALID, str(exception))
        case _ if known := next((each for kind, each in _TOLD if isinstance(exception, kind)), None):
            return known
        case Base400():
            return RefusalInWords(exception.status, _NOT_UNDERSTOOD, str(exception))
        case _ if isinstance(exception, _OF_A_QUESTION) and _is_theirs(exception):
            return _NOT_READ
    return _FAULT


def _is_theirs(exception: Exception) -> bool:
    """Tell whether Datasette's code and none of ours was at work when an exception came."""
    rooms = (str(frame.f_globals.get("__name__")).partition(".")[0] for frame, _ in walk_tb(exception.__traceback__))
    return [each for each in rooms if each in {"datasette", "lawgraph"}][-1:] == ["datasette"]


def _leave_unasked(exception: BaseException) -> None:
    """Close the questions that Datasette had ready to ask when one before them had no answer."""
    for frame, _ in walk_tb(exception.__traceback__):
        for value in frame.f_locals.values():
            for each in value if isinstance(value, tuple | list) else ():
                if inspect.iscoroutine(each) and inspect.getcoroutinestate(each) == inspect.CORO_CREATED:
                    each.close()
    if exception.__context__ is not None:       # Datasette tells many faults anew, in words of its own
        _leave_unasked(exception.__context__)


def _of_datasette(error: DatasetteError) -> RefusalInWords:
    """Return what Datasette itself has to say; it calls many faults of a question faults of the server."""
    if error.message_is_html:       # the only one of these is for a question that took too long
        return RefusalInWords(400, _INTERRUPTED, _SLOW)
    status = 400 if error.status == 500 else error.status
    return RefusalInWords(status, error.title or _NOT_UNDERSTOOD, str(error.message))


def _near(path: str) -> str | None:
    """Return the table or the query that is called most like the last step of a path below the database."""
    *_, above, last = ("", *path.rstrip("/").split("/"))
    names = [*(each.name for each in TABLES if not each.own), *(each.name for each in NAMED)]
    return next(iter(get_close_matches(last, names, 1, 0.7)), None) if above == NAME else None


async def response_to(datasette: "Datasette", request: "Request", exception: Exception) -> Response:
    """Return the answer: JSON where that was asked for, else a page in Datasette's frame."""
    _leave_unasked(exception)
    found = told(exception)
    words = found.words[:_LONGEST]
    if found is _FAULT:
        _LOG.error("%s %.200r: a fault", request.method, request.full_path, exc_info=exception)
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": words, "status": found.status, "title": found.title},
                             status=found.status)
    template = datasette.jinja_env.select_template([f"{found.status}.html", "error.html"])
    around = {**said_on(datasette, request), "app_css_hash": datasette.app_css_hash(), "menu_links": list,
              "error": words, "status": found.status, "title": found.title, "near": _near(request.path)}
    return Response.html(await template.render_async(around), status=found.status)
