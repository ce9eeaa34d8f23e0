"""What Datasette tells of the database, from the one declaration of its tables and from the named queries."""

from collections.abc import Iterator, Mapping

from lawgraph.database.declaring import Table
from lawgraph.database.schema import TABLES
from lawgraph.queries.answers import NAMED
from lawgraph.voice.speaking import message

NAME = "lawgraph"
"""What Datasette calls the database; also the path at which researchers find it."""

_FACETS = {
    "provisions": ["kind"], "versions": ["in_operation", "wording"], "claims": ["action", "act"],
    "amendments": ["action", "act"], "findings": ["severity", "kind"], "sources": ["lang"], "texts": ["lang"],
}
_TOLD = message("Which wording of a provision applied on a day, who changed it, and how sure that is. Law texts are "
                "official documents; translations have no legal force.")
_EARLIER = "Here: what was said before more was recorded, and is said no more."
_EVER = "Here: what is known now and what was said before more was recorded; no number of rows means anything."


def metadata(database: str) -> Mapping[str, object]:
    """Return Datasette's metadata."""
    tables = {name: told for each in TABLES for name, told in _told_of(each)}
    return {"title": "lawgraph", "description": _TOLD,
            "databases": {database: {"description": _TOLD, "tables": tables}}}


def named_queries() -> Mapping[str, object]:
    """Return the queries that people are offered."""
    return {each.name: {"sql": each.sql, "title": each.title, "description": each.description,
                        "params": list(each.params)} for each in NAMED}


def _told_of(table: Table) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give what is told of a table under each name; what it is stored in is hidden, as are tables that serve others."""
    if table.stored != table.name:
        yield table.stored, {"hidden": True}
    yield table.name, _table(table, table.meaning) | ({"hidden": True} if table.own else {})
    if table.changing:
        yield f"earlier_{table.name}", _table(table, f"{table.meaning} {_EARLIER}")
        yield table.ever, _table(table, f"{table.meaning} {_EVER}")


def _table(table: Table, meaning: str) -> dict[str, object]:
    columns = {each.name: each.meaning for each in table.columns}
    told: dict[str, object] = {"description": meaning, "columns": columns, "size": 50}
    if table.label:
        told["label_column"] = table.label
    if table.name in _FACETS:
        told["facets"] = _FACETS[table.name]
    if table.searched and table.stored != table.name:
        told |= {"fts_table": f"{table.name}_fts", "fts_pk": "id"}
    return told
