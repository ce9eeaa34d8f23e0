"""What a query is, and how the database is asked: with all that is known, or with what was recorded by a day."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Query:
    """Hold a query with what people need to know of it; `example` is one that gives values to ask it with."""

    name: str
    title: str
    description: str
    sql: str
    example: str = ""

    @property
    def params(self) -> tuple[str, ...]:
        """The names of its parameters, in the order of the text."""
        return tuple(dict.fromkeys(re.findall(r":([a-z_]+)", self.sql)))


SELECT_ON_DAY = """select v.eid, v.kind, v.number, v.within, v.in_operation, v.wording, v.text, v.because,
       v.from_earliest, v.from_latest, v.from_basis_data, v.before_earliest, v.before_latest, v.before_basis_data,
       v.introduced_by, v.ended_by, v.nearest_text, v.nearest_from, v.nearest_before, v.reasons"""


def lines(*parts: str) -> str:
    """Return the text of a query, each part on lines of its own."""
    return "\n".join(parts)


def known(row: str) -> str:
    """Return the condition under which a row was known on the day `:known`, or still is where none is given."""
    return (f"case when coalesce(:known, '') = '' then {row}.known_before is null\n"
            f"  else ({row}.known_from is null or {row}.known_from <= :known)\n"
            f"    and ({row}.known_before is null or :known < {row}.known_before) end")


def of_law(column: str) -> str:
    """Return the condition under which a column names the law `:law`, an id or a number."""
    return f"{column} in (select id from laws where id = :law or number = :law)"  # noqa: S608  (our own names)


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
