"""The command `lawgraph changed`."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.database.opening import connect, connect_older, refuse_strangers
from lawgraph.database.sealing import broken_parts
from lawgraph.law.errors import DatabaseError, LawgraphError
from lawgraph.printout import answers_json, changed_sheet, markup
from lawgraph.queries.holding import changed_answers

_WRITERS = {"table": changed_sheet.table, "markdown": changed_sheet.markdown, "html": markup.changed_answers,
            "json": answers_json.changed}
_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("old", type=_PATH, metavar="OLD.db")
@click.argument("new", type=_PATH, metavar="NEW.db")
@options.form("table", "markdown", "html", "json")
def changed(old: Path, new: Path, form: str) -> None:
    """List the sure answers that two databases give otherwise: other content, lost, gained.

    An answer is sure where it says yes or no, or that a wording is attested: people have cited it. First come those
    whose content is another (no instead of yes, another wording); the exit status is then 1. Markdown is for
    changelogs, HTML a page.

    \b
    lawgraph changed before.db build/lawgraph.db
    lawgraph changed before.db build/lawgraph.db --format markdown
    lawgraph changed before.db build/lawgraph.db --format html > changed.html
    """
    if old.exists() and new.exists() and old.samefile(new):
        raise LawgraphError(str(new), "this is the same file as the first one", "name an older database before it")
    with closing(_opened(old, connect_older)) as before, closing(_opened(new, connect)) as now:
        found = changed_answers(before, now)
    options.say(_WRITERS[form](found))
    sys.exit(int(bool(found.of_content)))


def _opened(path: Path, connecting: Callable[[Path], sqlite3.Connection]) -> sqlite3.Connection:
    """Open a database all of whose rows are as they were built."""
    try:
        refuse_strangers(path)
    except DatabaseError as error:
        raise DatabaseError(error.place, error.surprise, "name a database that lawgraph build has made") from None
    conn = connecting(path)
    if broken := next(broken_parts(conn), None):
        conn.close()
        raise DatabaseError(str(path), f"not as built: {broken}",
                            "name a database that lawgraph build has made")
    return conn
