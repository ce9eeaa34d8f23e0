"""The researchers' page: each of its queries gives rows of the real law, and counts what it says."""

import re
import sqlite3

import pytest

from conftest import ROOT
from lawgraph.queries.answers import amendments_of

QUERIES = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "data.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: " ".join(query.split())[:40])
def test_a_query_of_the_page_gives_rows(conn: sqlite3.Connection, query: str) -> None:
    assert conn.execute(query).fetchall()


def test_the_first_count_that_a_researcher_makes_is_right(conn: sqlite3.Connection) -> None:
    told = [each.action.value for each in amendments_of(conn, "Z100000271_")]
    assert dict(conn.execute(QUERIES[0]).fetchall()) == {action: told.count(action) for action in told}
