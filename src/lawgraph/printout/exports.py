"""The data as files to take home: the plain tables as CSV and JSON, the graph, the schemas of all JSON.

A file has the same name on both sites. In CSV a null and an empty text look alike; JSON keeps them apart.
"""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator

from lawgraph.database.schema import TABLES
from lawgraph.languages.state import FIRST
from lawgraph.printout.json_schema import EVERY_ANSWER, schema_of

DATABASE, GRAPH, SCHEMAS = "lawgraph.db", "laws.graphml", "schemas.json"
OFFERED = ("laws", "acts", "provisions", "versions", "amendments")
"""The tables that are offered as files; the others are in the database."""

CSV, CSV_WITH_MARK, JSON = ".csv", ".bom.csv", ".json"
MARK = "\ufeff"
"""The byte order mark, by which spreadsheets know UTF-8."""

_COLUMNS = {each.name: tuple(column.name for column in each.now) for each in TABLES}
_KEYS = {each.name: ", ".join(name for name in each.key if name in _COLUMNS[each.name]) for each in TABLES}


def files(conn: sqlite3.Connection) -> Iterator[tuple[str, Iterator[str]]]:
    """Give the files but the database itself, each by its name, in pieces."""
    for table in OFFERED:
        yield f"{table}{CSV}", table_as_csv(conn, table)
        yield f"{table}{CSV_WITH_MARK}", iter((MARK, *table_as_csv(conn, table)))
        yield f"{table}{JSON}", table_as_json(conn, table)
    yield GRAPH, iter((graph(conn),))
    yield SCHEMAS, iter((schemas(),))


def table_as_csv(conn: sqlite3.Connection, table: str) -> Iterator[str]:
    """Give a table line by line."""
    yield _line(_COLUMNS[table])
    yield from map(_line, _rows(conn, table))


def table_as_json(conn: sqlite3.Connection, table: str) -> Iterator[str]:
    """Give a table as a JSON list of objects, one a line."""
    between = "[\n"
    for row in _rows(conn, table):
        yield between + json.dumps(dict(zip(_COLUMNS[table], row, strict=True)), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n" if between == ",\n" else "[]\n"


def graph(conn: sqlite3.Connection) -> str:
    """Return the graph of all laws held as GraphML: which act changed which law, and which law cites which."""
    from lawgraph.graph.networks import graph_of_all, to_graphml  # noqa: PLC0415  (networkx is slow to load)

    return to_graphml(graph_of_all(conn, FIRST))


def schemas() -> str:
    """Return the JSON Schema of each JSON that leaves the program, by its name."""
    told = {name: schema_of(answer) for name, answer in EVERY_ANSWER.items()}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _rows(conn: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    names = ", ".join(f"[{name}]" for name in _COLUMNS[table])
    return iter(conn.execute(f"select {names} from [{table}] order by {_KEYS[table]}"))  # noqa: S608  (our own names)


def _line(values: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()
