"""The page of the data: the database to take home, its tables as files, the graph, the schemas, the queries.

The table of effects of a law stands with it, at `/data/effects/ID`: what each act did to which provision, from when,
and how sure that day is; as CSV it is what `lawgraph effects` prints.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from lawgraph.database.opening import sealed
from lawgraph.database.schema import TABLES
from lawgraph.exchange.told import certainty, effects
from lawgraph.printout import exports
from lawgraph.queries.answers import NAMED, Query, amendments_of, law_named, laws
from lawgraph.site.pages import paths
from lawgraph.site.pages.evidence import act_of, change_of
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.section import Moved, PageContext, Section
from lawgraph.site.pages.values import ChangeRow, Link, PageHead
from lawgraph.timeline.consolidation import Certainty
from lawgraph.voice.recorded import basis_sentence
from lawgraph.voice.speaking import Voice


@dataclass(frozen=True, slots=True)
class ShownChange:
    """Hold a change as a row, what is known of its first day, and whether sources only foresee it."""

    row: ChangeRow
    day_is: Certainty
    foreseen: bool


@dataclass(frozen=True, slots=True)
class EffectsPage(Page):
    """Hold every change of a law, with the CSV that says the same."""

    template = "effects.html"
    formats = (Format.PAGE, Format.JSON, Format.TABLE)

    law: Link
    changes: tuple[ShownChange, ...]
    csv: str

    def table(self) -> str:
        """Return what `lawgraph effects` prints."""
        return self.csv

    def data(self, build: str | None) -> str:
        """Return the changes, and the build."""
        return written({"build": build, "law": self.law.path, "effects": [
            {"affected": each.row.target.path, "affecting": each.row.act.name if each.row.act else None,
             "type": each.row.done, "earliest": each.row.operative.earliest, "latest": each.row.operative.latest,
             "day_is": each.day_is, "basis": basis_sentence(each.row.operative.basis)} for each in self.changes]})


def effects_path(law_id: str) -> str:
    """Return the path of the table of a law: `/data/effects/Z100000271_`."""
    return paths.data_file(f"effects/{law_id}")


def effects_of(context: PageContext, name: str) -> EffectsPage | Moved:
    """Return the table of effects of a law; raise `UnknownLaw` where it is not held."""
    law, voice = law_named(context.conn, name), context.voice
    if law.id != name:
        return Moved(effects_path(law.id))
    expression = context.expression(law.id)
    changes = tuple(ShownChange(change_of(each, act_of(expression, each), expression.path_near(each.target), voice),
                                certainty(each), each.foreseen) for each in amendments_of(context.conn, law.id))
    title = voice.say("Changes of %(law)s", law=expression.called)
    path = effects_path(law.id)
    head = PageHead(title, path, (Link(voice.say("Data"), paths.DATA), Link(title, path)))
    return EffectsPage(head, Link(law.title(expression.lang), expression.path), changes, effects(context.conn, law.id))


def every_table(conn: sqlite3.Connection) -> Iterator[str]:
    """Give the paths of the tables of all laws."""
    return (effects_path(each.id) for each in laws(conn))


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
