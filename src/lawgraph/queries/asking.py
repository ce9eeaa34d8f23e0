"""Ask the database with all that is known, or as it would have answered with the facts recorded by a day."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date

from lawgraph.queries.query import Query

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class AsKnown:
    """Ask a database as it would have answered with the facts recorded by `day`."""

    conn: sqlite3.Connection
    day: date


Base = sqlite3.Connection | AsKnown


def rows(base: Base, query: Query, **given: str | int | None) -> list[sqlite3.Row]:
    """Return the rows of a query; `:known` is the day asked for, null for all that is known.

    Halves of characters, which a command line may hold and a database cannot, are asked for as the sign of a lost one.
    """
    conn, known = (base.conn, base.day.isoformat()) if isinstance(base, AsKnown) else (base, None)
    whole = {name: _HALF.sub("\ufffd", each) if isinstance(each, str) else each for name, each in given.items()}
    cursor = conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(query.sql, {"known": known, **whole}).fetchall()
