"""What a query is, and how the database is asked: with all that is known, or with what was recorded by a day.

The queries stand as SQL in `named.sql`, those for people, and `inner.sql`, those for this program.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lawgraph.database.schema import TITLE_NAMES

_HALF = re.compile("[\ud800-\udfff]")
_ENTRY = re.compile(r"^-- (?P<name>\w+|\{\w+(?: [A-Z]+)?\}): (?P<title>.+)\n"
                    r"(?P<notes>(?:-- .*+\n){0,9}+)(?P<sql>(?:(?!--).++\n){1,90}+)", re.MULTILINE)
_PIECE = re.compile(r"\{(\w+)(?: ([\w.]+))?\}")
_WHERE = re.compile(r"\b(?:ROW|COLUMN)\b")


@dataclass(frozen=True, slots=True)
class Query:
    """Hold a query with what people need to know of it; `example` is one that gives values to ask it with."""

    name: str
    title: str
    description: str
    sql: str
    example: str

    @property
    def params(self) -> tuple[str, ...]:
        """The names of its parameters, in the order of the text."""
        return tuple(dict.fromkeys(re.findall(r":([a-z_]+)", self.sql)))


def _read(name: str, pieces: dict[str, str]) -> Iterator[Query]:
    """Give the queries of a file, put together of what is known and of its own pieces, which are known from then on."""
    for entry in _ENTRY.finditer((Path(__file__).parent / name).read_text(encoding="utf-8")):
        sql = _put_together(entry["sql"].rstrip("\n"), pieces)
        if entry["name"].startswith("{"):
            pieces[entry["name"].strip("{}").partition(" ")[0]] = sql
            continue
        told, _, example = entry["notes"].replace("-- ", "").partition("example: ")
        yield Query(entry["name"], entry["title"], " ".join(told.split()), sql, _put_together(example.strip(), pieces))


def _put_together(sql: str, pieces: Mapping[str, str]) -> str:
    return _PIECE.sub(lambda piece: _WHERE.sub(piece[2] or "", pieces[piece[1]]), sql)


_PIECES = {"titles": ", ".join(f"ROW.{name}" for name in TITLE_NAMES)}
NAMED, INNER = tuple(_read("named.sql", _PIECES)), tuple(_read("inner.sql", _PIECES))
"""The queries for people, and those that serve this program alone."""
QUERIES = {each.name: each for each in (*NAMED, *INNER)}


@dataclass(frozen=True, slots=True)
class AsKnown:
    """Ask a database as it would have answered with the facts recorded by `day`."""

    conn: sqlite3.Connection
    day: date


Base = sqlite3.Connection | AsKnown


def rows(base: Base, query: str, **given: str | int | None) -> list[sqlite3.Row]:
    """Return the rows of a query by its name; `:known` is the day asked for, null for all that is known.

    Halves of characters, which a command line may hold and a database cannot, are asked for as the sign of a lost one.
    """
    conn, known = (base.conn, base.day.isoformat()) if isinstance(base, AsKnown) else (base, None)
    whole = {name: _HALF.sub("\ufffd", each) if isinstance(each, str) else each for name, each in given.items()}
    cursor = conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(QUERIES[query].sql, {"known": known, **whole}).fetchall()
