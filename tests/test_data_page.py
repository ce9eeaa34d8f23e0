"""The researchers' page: each of its queries gives rows of the real law, and counts what it says."""

import csv
import io
import json
import re
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import pytest_asyncio
from click.testing import CliRunner
from datasette.app import Datasette

import lawgraph
from built import served
from conftest import ROOT
from lawgraph.commands.cli import main
from lawgraph.printout import exports
from lawgraph.queries.answers import NAMED, Query, amendments_of

QUERIES = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "data.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: " ".join(query.split())[:40])
def test_a_query_of_the_page_gives_rows(conn: sqlite3.Connection, query: str) -> None:
    assert conn.execute(query).fetchall()


def test_the_first_count_that_a_researcher_makes_is_right(conn: sqlite3.Connection) -> None:
    told = [each.action.value for each in amendments_of(conn, "Z100000271_")]
    assert dict(conn.execute(QUERIES[0]).fetchall()) == {action: told.count(action) for action in told}


def test_three_counts_are_the_same_by_table_query_python_and_command_line(conn: sqlite3.Connection, database: Path) -> None:
    """Acts that changed the law, changes without an exact first day, the provision that was changed most."""
    def query(name: str) -> list[dict[str, object]]:
        (sql,) = (each.sql for each in NAMED if each.name == name)
        asked = conn.execute(sql, {"law": "271-IV"})
        return [dict(zip((each[0] for each in asked.description), row, strict=True)) for row in asked]
    with lawgraph.open(database) as archive:
        changes = [each for each in archive.law("271-IV").amendments() if each.act]
    told = CliRunner().invoke(main, ["acts", "271-IV", "--format", "json", "--db", str(database), "--no-build"]).output
    effects = csv.DictReader(io.StringIO(CliRunner().invoke(main, ["effects", "271-IV", "--db", str(database), "--no-build"]).output))
    assert {len(query("acts_of_law")), len({each.act_name for each in changes}), len(json.loads(told)),
            *conn.execute("select count(distinct act) from amendments").fetchone()} == {23}
    assert {len(query("days_not_exact")), sum(not each.operative.exact for each in changes),
            sum(each["affecting"] != "" and each["day_is"] != "exact" for each in effects),
            *conn.execute("select count(*) from amendments where act is not null and earliest is not latest").fetchone()} == {28}
    most = Counter(each.target for each in changes).most_common(1)[0]
    assert (query("changed_most")[0]["target"], query("changed_most")[0]["changes"]) == most


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site(database: Path) -> AsyncIterator[Datasette]:
    async with served(database) as datasette:
        yield datasette


class TestPage:
    """What is offered as data is there, under the same address on both sites."""

    pytestmark = pytest.mark.asyncio(loop_scope="module")

    async def test_the_database_is_a_file_of_our_own(self, site: Datasette, database: Path) -> None:
        page = (await site.client.get("/data")).text
        assert 'href="/data/lawgraph.db"' in page
        found = await site.client.get("/data/lawgraph.db")
        assert found.content == database.read_bytes()
        assert found.headers["content-disposition"] == 'attachment; filename="lawgraph.db"'

    async def test_every_file_and_every_question_of_the_page_answers(self, site: Datasette) -> None:
        page = (await site.client.get("/data")).text
        paths = [each.replace("&amp;", "&") for each in re.findall(r'href="(/(?:data|lawgraph)/[^"]+)"', page)]
        assert len(paths) == 3 + 3 * len(exports.OFFERED) + len(NAMED)
        for path in paths:
            found = await site.client.get(path, follow_redirects=True)
            assert found.status_code == 200, path

    @pytest.mark.parametrize("query", NAMED, ids=lambda query: query.name)
    async def test_a_query_opens_with_an_example_that_gives_rows(self, site: Datasette, query: Query) -> None:
        bare = await site.client.get(f"/lawgraph/{query.name}")
        assert bare.status_code == 302
        path = bare.headers["location"].replace("?", ".json?_shape=array&")
        assert (await site.client.get(f"/lawgraph/{path}")).json()

    async def test_an_address_that_looks_like_another_host_leads_to_none(self, site: Datasette) -> None:
        bare = await site.client.get(f"http://localhost//elsewhere.example/lawgraph/{NAMED[0].name}")
        assert urljoin(f"http://localhost//elsewhere.example/lawgraph/{NAMED[0].name}",
                       bare.headers["location"]).startswith("http://localhost/")

    async def test_csv_has_a_byte_order_mark_on_request(self, site: Datasette, conn: sqlite3.Connection) -> None:
        plain, marked = [(await site.client.get(f"/data/amendments{each}", follow_redirects=True)).content
                         for each in (exports.CSV, exports.CSV_WITH_MARK)]
        assert marked == b"\xef\xbb\xbf" + plain
        rows = list(csv.DictReader(io.StringIO(plain.decode())))
        assert len(rows) == conn.execute("select count(*) from amendments").fetchone()[0]


def test_json_keeps_what_is_not_held_apart_from_what_has_no_text(conn: sqlite3.Connection) -> None:
    rows = json.loads("".join(exports.table_as_json(conn, "versions")))
    assert {None, ""} < {each["text"] for each in rows}
    assert len(rows) == conn.execute("select count(*) from versions").fetchone()[0]


def test_files_of_the_static_site_are_those_of_the_page(conn: sqlite3.Connection) -> None:
    files = {name: "".join(pieces) for name, pieces in exports.files(conn)}
    assert files["acts.bom.csv"] == exports.MARK + files["acts.csv"]
    assert "<graphml" in files[exports.GRAPH]
    assert json.loads(files[exports.SCHEMAS])["text"]["$schema"]


@pytest.mark.asyncio
@pytest.mark.parametrize(("prefix", "told"), [
    ("", "Nothing stands at this address."), ("/ru", "По этому адресу ничего нет."), ("/kk", "Бұл мекенжайда ештеңе жоқ."),
])
async def test_a_file_that_is_not_offered_leads_to_the_data(site: Datasette, prefix: str, told: str) -> None:
    answer = await site.client.get(f"{prefix}/data/none.csv")
    assert answer.status_code == 404
    assert told in answer.text
    assert f'href="{prefix}/data"' in answer.text
