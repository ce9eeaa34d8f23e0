"""The page of the data: the database to take home, its tables as files, the graph, the schemas, the queries."""

import sqlite3
from dataclasses import dataclass
from urllib.parse import urlencode

from lawgraph.database.opening import sealed
from lawgraph.database.schema import TABLES
from lawgraph.printout import exports
from lawgraph.queries.answers import NAMED, Query
from lawgraph.site.pages import paths
from lawgraph.site.pages.effects import EffectsPage, effects_of, every_table
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.section import Moved, PageContext, Section
from lawgraph.site.pages.values import PageHead
from lawgraph.voice.speaking import Voice


@dataclass(frozen=True, slots=True)
class OfferedTable:
    """Hold a table with the paths of its files: as CSV, as CSV that spreadsheets take, as JSON."""

    name: str
    meaning: str
    csv: str
    csv_with_mark: str
    json: str


@dataclass(frozen=True, slots=True)
class OfferedQuery:
    """Hold a query with an example that gives rows, as what stands behind a question mark."""

    query: Query
    example: str


@dataclass(frozen=True, slots=True)
class DataPage(Page):
    """Hold what is offered as data; `build` names the build of the database."""

    template = "data.html"

    build: str | None
    tables: tuple[OfferedTable, ...]
    queries: tuple[OfferedQuery, ...]

    @property
    def files(self) -> dict[str, str]:
        """The paths of the files that are no tables."""
        return {"database": paths.data_file(exports.DATABASE), "graph": paths.data_file(exports.GRAPH),
                "schemas": paths.data_file(exports.SCHEMAS)}

    def data(self, build: str | None) -> str:
        """Return where the files stand, and the queries."""
        tables = [{"name": each.name, "meaning": each.meaning, "csv": each.csv, "csv_with_mark": each.csv_with_mark,
                   "json": each.json} for each in self.tables]
        queries = [{"name": each.query.name, "title": each.query.title, "description": each.query.description,
                    "sql": each.query.sql, "example": each.example} for each in self.queries]
        return written({"build": build, **self.files, "tables": tables, "queries": queries})


def data_page(conn: sqlite3.Connection, voice: Voice) -> DataPage:
    """Return the page of the data."""
    meanings = {each.name: each.meaning for each in TABLES}
    tables = (OfferedTable(name, meanings[name], *(paths.data_file(f"{name}{ending}") for ending in (
        exports.CSV, exports.CSV_WITH_MARK, exports.JSON))) for name in exports.OFFERED)
    return DataPage(PageHead(voice.say("Data"), paths.DATA), sealed(conn), tuple(tables),
                    tuple(OfferedQuery(each, example_of(conn, each)) for each in NAMED))


def example_of(conn: sqlite3.Connection, query: Query) -> str:
    """Return values to ask a query with that give rows, as they stand in an address; empty where there are none."""
    asked = conn.execute(query.example)
    found = asked.fetchone()
    return urlencode(dict(zip((each[0] for each in asked.description), found, strict=True))) if found else ""


def _data(context: PageContext, steps: tuple[str, ...]) -> DataPage | EffectsPage | Moved | None:
    if len(steps) == 2 and steps[0] == "effects":
        return effects_of(context, steps[1])
    return None if steps else data_page(context.conn, context.voice)


DATA = Section("data", _data, lambda conn: (paths.DATA, *every_table(conn)), lambda _: (paths.DATA,))
