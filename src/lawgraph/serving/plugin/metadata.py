"""What Datasette tells of the database, from the one declaration of its tables and from the named queries."""

from collections.abc import Mapping

from lawgraph.database.schema import TABLES, Table
from lawgraph.queries.sql import NAMED

NAME = "lawgraph"
"""What Datasette calls the database; also the path at which researchers find it."""

_FACETS = {
    "provisions": ["kind"], "versions": ["in_operation", "wording"], "claims": ["action", "act"],
    "amendments": ["action", "act"], "findings": ["severity", "kind"], "sources": ["lang"], "texts": ["lang"],
}
_TOLD = ("Which wording of a provision applied on a day, who changed it, and how sure that is. Law texts are official "
         "documents; translations have no legal force.")


def metadata(database: str) -> Mapping[str, object]:
    """Return Datasette's metadata."""
    return {"title": "lawgraph", "description": _TOLD,
            "databases": {database: {"description": _TOLD, "tables": {each.name: _table(each) for each in TABLES}}}}


def named_queries() -> Mapping[str, object]:
    """Return the queries that people are offered."""
    return {each.name: {"sql": each.sql, "title": each.title, "description": each.description,
                        "params": list(each.params)} for each in NAMED}


def _table(table: Table) -> Mapping[str, object]:
    columns = {each.name: each.meaning for each in table.columns}
    told: dict[str, object] = {"description": table.meaning, "columns": columns, "size": 50}
    if table.label:
        told["label_column"] = table.label
    if table.name in _FACETS:
        told["facets"] = _FACETS[table.name]
    return told
