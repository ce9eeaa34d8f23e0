"""The Datasette site: our pages beside Datasette's own, and a database that nobody can exhaust."""

import asyncio
import gc
import json
import re
import resource
import socket
import sqlite3
import warnings
from collections.abc import AsyncIterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import pytest_asyncio
from datasette.app import Datasette
from datasette.database import QueryInterrupted, Results

from built import TODAY, served
from lawgraph.database.schema import TABLES
from lawgraph.law.errors import LawgraphError
from lawgraph.queries.answers import NAMED, Query
from lawgraph.serving.clerks.clerk import LONGEST
from lawgraph.serving.keeper import ServedSite, serve
from lawgraph.serving.plugin.budget import BUDGET, Budget
from lawgraph.serving.plugin.door import STRICT
from lawgraph.serving.plugin.instance import AskedDatabase
from lawgraph.serving.plugin.retelling import retold
from lawgraph.serving.worker import pass_over_what_datasette_leaves
from lawgraph.voice.speaking import Locale, voice_of

LAW = "/law/Z100000271_/eng"
PAGES = ["/", LAW, f"{LAW}/on/2013-07-20", f"{LAW}/art_7", f"{LAW}/art_7/on/2013-07-20", f"{LAW}/diff",
         f"{LAW}/diff/2013-01-01/2014-01-01", "/act/124-V", "/findings", "/about", "/search?q=infractions"]
DATASETTE = ["/lawgraph", "/lawgraph/versions", "/lawgraph/acts/124-V", "/lawgraph/gaps?law=271-IV&lang=eng",
             "/lawgraph?sql=select+1", "/-/versions", "/no-such-page"]
HIDDEN = DATASETTE[-2:]


@pytest_asyncio.fixture(scope="module")
async def site(database: Path) -> AsyncIterator[Datasette]:
    async with served(database) as datasette:
        yield datasette


@pytest.mark.asyncio
@pytest.mark.parametrize("path", PAGES)
async def test_our_pages_answer_under_a_strict_policy(site: Datasette, path: str) -> None:
    answer = await site.client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == STRICT
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe-inline" not in STRICT
    assert (await site.client.get(path)).text == answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize("path", PAGES)
async def test_every_page_has_its_twin(site: Datasette, path: str) -> None:
    page, _, query = path.partition("?")
    answer = await site.client.get("/index.json" if page == "/" else f"{page}.json?{query}")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert json.loads(answer.text)


@pytest.mark.asyncio
async def test_the_twin_is_the_contract_of_the_command_line(site: Datasette) -> None:
    told = json.loads((await site.client.get(f"{LAW}/art_5__point_2/on/2013-06-01.json")).text)
    own = told["provisions"][0]
    assert (told["law"], told["on"], told["lang"], told["in_operation"]) == ("Z100000271_", "2013-06-01", "eng", "yes")
    assert (own["eid"], own["in_operation"], own["wording"], own["text"]) == ("art_5__point_2", "yes", "unknown", None)


@pytest.mark.asyncio
@pytest.mark.parametrize("path", DATASETTE)
async def test_datasettes_own_pages_have_a_language_a_main_part_and_a_policy(site: Datasette, path: str) -> None:
    answer = await site.client.get(path)
    assert answer.status_code == (404 if path in HIDDEN else 200)
    assert '<html lang="en">' in answer.text
    assert answer.text.count("<main") == 1
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.asyncio
async def test_the_home_page_is_ours_and_leads_to_the_data(site: Datasette) -> None:
    home = (await site.client.get("/")).text
    assert "Which wording applied on that day?" in home
    assert 'href="/data"' in home


@pytest.mark.asyncio
@pytest.mark.parametrize(("path", "code"), [
    (f"{LAW}/on/2013-02-30", 400), (f"{LAW}/on/2013-02-30.json", 400), (f"{LAW}/art_99", 404), ("/law/9-I/eng", 404),
    ("/act/9999-X", 404), ("/act", 404), (f"{LAW}?on=never", 400), (f"{LAW}/on/2013-07-14?asked=never", 400), (f"{LAW}/art_7/more/of/this", 404),
])
async def test_wrong_input_has_the_right_status(site: Datasette, path: str, code: int) -> None:
    assert (await site.client.get(path)).status_code == code


@pytest.mark.asyncio
@pytest.mark.parametrize(("path", "target"), [
    ("/law/271-IV", LAW), (f"/en{LAW}/art_7", f"{LAW}/art_7"), ("/en", "/"), (f"{LAW}?on=2013-07-20", f"{LAW}/on/2013-07-20"),
    (f"{LAW}/on/2013-07-14?asked=2013-07-20", f"{LAW}/on/2013-07-20"),
    (f"{LAW}/art_7/on/2013-07-14?asked=2013-07-20", f"{LAW}/art_7/on/2013-07-20"), ("/law/271-IV.json", f"{LAW}.json"),
    (f"{LAW}/diff?first=2014-01-01&last=2013-01-01", f"{LAW}/diff/2013-01-01/2014-01-01"),
    ("/law/271-IV/eng/%0d%0aSet-Cookie:%20a=b", f"{LAW}/%EF%BF%BD%EF%BF%BDSet-Cookie%3A%20a%3Db"),
    ("/law/271-IV/%2F%2Fevil.example", None),
    ("/akn/kz/act/2010-04-29/271-IV", LAW), ("/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20", f"{LAW}/on/2013-07-20"),
    ("/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main~art_7", f"{LAW}/art_7/on/2013-07-20"),
    ("/akn/kz/act/2010-04-29/271-IV/eng/!main~art_7__point_9", f"{LAW}/art_7__point_9"),
    ("/akn/kz/act/2013-07-03/124-V", "/act/124-V"), ("/akn/kz/act/2013-07-03/124-v/rus", "/act/124-V"), ("/akn/kz/act/2013-07-04/124-V", None),
    ("/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main.akn", f"{LAW}/on/2013-07-20"), ("/akn/kz/act/2010-04-30/271-IV", None), ("/akn/za/act/2010-04-29/271-IV", None), ("/akn/kz/act/2010-02-30/271-IV", None),
])
async def test_what_is_nearly_right_moves(site: Datasette, path: str, target: str | None) -> None:
    answer = await site.client.get(path)
    assert answer.headers.get("location") == target
    assert "set-cookie" not in answer.headers


@pytest.mark.asyncio
@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"])
async def test_nothing_typed_comes_back_unescaped(site: Datasette, typed: str) -> None:
    for path in (f"/act/{quote(typed)}", f"/law/{quote(typed)}", f"{LAW}/{quote(typed)}", f"/search?q={quote(typed)}",
                 f"{LAW}/on/{quote(typed)}", f"{LAW}?on={quote(typed)}", f"{LAW}/diff?first={quote(typed)}&last=x"):
        assert typed not in (await site.client.get(path)).text


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["//evil.example.html", "//evil.example/law.html", "///evil.example/index.html"])
async def test_no_answer_leads_to_another_host(site: Datasette, path: str) -> None:
    answer = await site.client.get(path)
    assert answer.status_code == 302
    assert answer.headers["location"].startswith("/evil.example")
    assert 'href="//' not in (await site.client.get(path.replace(".html", ".pdf"))).text


@pytest.mark.asyncio
async def test_pages_can_only_be_read(site: Datasette) -> None:
    assert (await site.client.post("/about", data={})).status_code in (403, 405)
    assert (await site.client.head("/about")).status_code == 200


@pytest.mark.asyncio
@pytest.mark.parametrize(("path", "kind"), [
    ("/static/lawgraph.css", "text/css"), ("/static/days.js", "text/javascript"), ("/static/none.css", "text/plain"),
])
async def test_files_are_served_from_our_own_origin(site: Datasette, path: str, kind: str) -> None:
    answer = await site.client.get(path)
    assert answer.headers["content-type"].startswith(kind)
    assert answer.status_code == (404 if "none" in path else 200)


@pytest.mark.asyncio
async def test_answers_follow_the_base_url(database: Path) -> None:
    async with served(database) as datasette:
        datasette._settings["base_url"] = "/laws/"
        page = (await datasette.client.get("/act/124-V")).text
    links = re.findall(r'(?:href|action)="(/[^"]*)"', page)
    assert links
    assert all(link.startswith("/laws/") for link in links)


@pytest.mark.asyncio
async def test_today_is_the_last_day_of_the_sources_where_nobody_says_it(database: Path) -> None:
    datasette = Datasette([], immutables=[str(database)])
    assert "On these pages today is <time datetime=\"2026-03-02\">" in (await datasette.client.get("/about")).text


@pytest.mark.asyncio
@pytest.mark.parametrize("sql", [
    "select length(hex(zeroblob(400000000)))",
    "select printf('%.400000000c', 'x')",
    "select format('%.400000000c', 'x')",
    "select length(hex(randomblob(400000000)))",
    "select length(group_concat(a.text || b.text || c.text)) from texts a, texts b, texts c",
    "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n",
    "with recursive t(x) as (select 'xxxxxxxx' union all select x || x from t) select max(length(x)) from t",
    "attach database ':memory:' as other",
    "select load_extension('x')",
])
async def test_no_query_takes_the_memory_or_the_time_of_others(site: Datasette, sql: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = await site.client.get(f"/lawgraph.json?_shape=array&sql={quote(sql)}")
    assert answer.status_code == 400
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


@pytest.mark.asyncio
async def test_a_request_has_one_budget_for_all_its_questions(site: Datasette) -> None:
    budget = Budget(seconds=100, size=10_000)
    token = BUDGET.set(budget)
    await site.get_database("lawgraph").execute("select 41 + 1")
    assert (budget.seconds < 100, budget.size < 10_000, budget.cut) == (True, True, False)
    budget.seconds = 0
    with pytest.raises(QueryInterrupted):
        await site.get_database("lawgraph").execute("select 41 + 2")
    assert budget.cut
    BUDGET.reset(token)
    assert (await site.client.get("/lawgraph.json?sql=select+41+%2B+2")).status_code == 200


@pytest.mark.asyncio
async def test_an_answer_that_is_kept_counts_for_each_request_as_if_it_was_asked_for(site: Datasette) -> None:
    """It costs no time in SQL, but it is written out each time: a page that names one facet often would have no end."""
    left = []
    for _ in range(2):
        budget = Budget(seconds=100)
        token = BUDGET.set(budget)
        await site.get_database("lawgraph").execute("select eid, law from versions")
        left.append((budget.size, budget.questions))
        BUDGET.reset(token)
    assert left[0] == left[1]
    for ending in (".json", ""):
        often = "&".join(["_facet=text"] * 59)
        assert (await site.client.get(f"/lawgraph/versions{ending}?{often}&_facet_size=max")).status_code == 400


@pytest.mark.asyncio
async def test_facets_are_counted_with_the_addresses_that_repeat_the_question(site: Datasette) -> None:
    facets = f"/lawgraph/versions.json?{'&'.join(['_facet=eid'] * 6)}&_facet_size=max"
    assert (await site.client.get(facets)).status_code == 200
    assert (await site.client.get(f"{facets}&_x={'a' * 7_000}")).status_code == 400


@pytest.mark.asyncio
@pytest.mark.parametrize("path", [
    "/versions?_sort=nothing", "/versions?_where=nothing", "/versions?_where=load_extension('x')", "/versions?_size=x",
    "/versions?_timelimit=x", "?sql=select+1&_timelimit=x", "/versions?_next=x,y,z", "/versions?_through={", "?sql=select+:a%00",
    "/versions?_facet=nothing", "/versions?_facet_array=text", "/versions?_facet_size=x", "/versions?_col=nothing", "/versions?_nocol=nothing",
    "/versions?_search=%22&_searchmode=raw", "/versions?_search_nothing=1", "/versions?_json=text", "/versions?law__like=%25%25",
    "/versions?_shape=nothing", "/versions?law__arraycontains=x", "/versions?_ttl=99999999999999999999", "/versions/x,y", "/versions/~",
    "/versions.blob", "/versions?_blob_column=x&_format=blob", "?sql=select+1;select+2", "?sql=select+%27%ed%a0%80%27", "/versions?_trace=1",
    "/law.json?sql=1", "/versions?_labels=x", "/versions?_filter_column=a&_filter_op=b", "/versions?_sort=law&_sort_desc=law", "/versions?id__gt=" + "9" * 40,
])
async def test_whatever_is_asked_there_is_no_fault_of_the_server(site: Datasette, path: str) -> None:
    for ending in ("", ".json", ".csv"):
        table, _, query = path.partition("?")
        answer = await site.client.get(f"/lawgraph{table}{ending}?{query}")
        assert answer.status_code < 500, (ending, answer.text)
        assert "Traceback" not in answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize("sql", ["select printf('%.*c', 900000000, 'x')", "select nothing", "select hex(zeroblob(9000000))"])
async def test_a_refused_question_is_no_table_without_rows(site: Datasette, sql: str) -> None:
    for ending in (".csv", ".json", ""):
        assert (await site.client.get(f"/lawgraph{ending}", params={"sql": sql})).status_code == 400
    refused = await site.client.get("/lawgraph.csv", params={"sql": sql, "_dl": "1"})
    assert refused.text.startswith("This question was refused")
    assert refused.headers["content-type"] == "text/plain; charset=utf-8"
    assert "content-disposition" not in refused.headers
    empty = await site.client.get("/lawgraph.csv", params={"sql": "select 1 as one where 0"})
    assert (empty.status_code, empty.text) == (200, "one\r\n")


@pytest.mark.asyncio
async def test_every_stored_text_is_shorter_than_the_limit(conn: sqlite3.Connection) -> None:
    for table in TABLES:
        for column in table.columns:
            (longest,) = conn.execute(f"select max(length(cast([{column.name}] as blob))) from [{table.ever}]").fetchone()  # noqa: S608
            assert (longest or 0) < LONGEST / 2


@pytest.mark.asyncio
@pytest.mark.parametrize("query", NAMED, ids=lambda query: query.name)
async def test_every_named_query_is_offered_and_answers(site: Datasette, query: Query) -> None:
    given = {"law": "Z100000271_", "lang": "eng", "eid": "art_7", "on": "2013-07-20", "act": "124-V"}
    answer = await site.client.get(f"/lawgraph/{query.name}.json", params={**given, "_shape": "array"})
    assert answer.status_code == 200
    assert answer.json()


@pytest.mark.asyncio
async def test_every_table_and_column_is_described(site: Datasette) -> None:
    page = (await site.client.get("/lawgraph/versions")).text
    for column in next(table for table in TABLES if table.name == "versions").columns:
        assert f"<dt>{column.name}</dt>" in page


@pytest.mark.asyncio
@pytest.mark.parametrize(("path", "told"), [
    ("/ru/lawgraph/amendments", ['<html lang="ru">', '<h1 lang="en">amendments</h1>', '<dt lang="en">action</dt>', "<dd>день окончания приостановления</dd>",
                                 '<option value="contains">содержит</option>', 'type="submit" value="Показать"', "69 строк", '<tbody lang="en">']),
    ("/ru/lawgraph/acts?number__contains=124&_sort_desc=number", ["<h3>1 строка</h3>", "Сначала наибольшие", 'value="124"']),
    ("/kk/lawgraph/acts/124-V", ["<title>acts – Деректер базасы</title>", "Бұл бет мына түрде:"]),
    ("/lawgraph/amendments", ["<h1>amendments (view)</h1>", "<dd>the day that ends a suspension</dd>", "69 rows"]),
])
async def test_the_frame_of_a_table_speaks_the_language_of_the_page_and_its_rows_stay_data(site: Datasette, path: str, told: list[str]) -> None:
    page = (await site.client.get(path)).text
    assert [each for each in told if each not in page] == []


def test_a_value_that_reads_as_a_word_of_the_frame_is_left_alone() -> None:
    page = '<p>Search:</p><tbody><td class="x">Search:</td><td>contains</td></tbody><p title="Apply">3 rows</p>'
    assert retold(page, Locale.RUSSIAN) == ('<p>Поиск</p><tbody lang="en"><td class="x">Search:</td><td>contains</td></tbody>'
                                            '<p title="Apply">3 строки</p>')


@pytest.mark.asyncio
async def test_the_database_cannot_be_changed(site: Datasette) -> None:
    assert (await site.client.get("/lawgraph.db")).status_code == 403, "Datasette's own way; ours is /data/lawgraph.db"
    assert not site.get_database("lawgraph").is_mutable
    assert "_memory" not in site.databases


def test_a_port_in_use_is_told_in_one_line(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(LawgraphError) as error:
            serve(ServedSite(database, TODAY), port)
    assert str(error.value) == (f"127.0.0.1:{port}: the port cannot be had (Address already in use); "
                                "name another one with --port")


@pytest.mark.asyncio
@pytest.mark.parametrize(("path", "leads_to"), [
    ("/search?q=%D0%BF.+9+%D1%81%D1%82.+7+%D0%BD%D0%B0+20+%D0%B8%D1%8E%D0%BD%D1%8F+2013", f"{LAW}/art_7__point_9/on/2013-06-20?q="),
    ("/ru/search?q=preamble", f"/ru{LAW}/preamble?q=preamble"), ("/search?q=124-V", "/act/124-V?q=124-V"),
    ("/search?q=art.+7&on=2013-06-20", f"{LAW}/art_7/on/2013-06-20?q="), ("/search?q=271-IV", f"{LAW}?q=271-IV"),
    ("/search?q=271-IV&on=2013-06-20", f"{LAW}/on/2013-06-20?q=271-IV"), ("/search?q=art.+7&law=271-IV", ""),
    ("/search?q=art.+7&lang=eng", ""), ("/search?q=infractions", ""), ("/search?q=point+9", ""), ("/search?q=Article+77", ""),
])
async def test_what_names_one_page_in_full_leads_straight_to_it(site: Datasette, path: str, leads_to: str) -> None:
    answered = await site.client.get(path)
    assert answered.status_code == (302 if leads_to else 200)
    assert answered.headers.get("location", "").startswith(leads_to)
    if leads_to:
        assert "Read as:" in (await site.client.get(answered.headers["location"].removeprefix("/ru"))).text


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("path", ["/lawgraph", "/lawgraph/acts", "/lawgraph/law_on_day"])
async def test_pages_of_datasette_wear_our_clothes(site: Datasette, path: str) -> None:
    """Our style after Datasette's, our header with its box and its languages, the colours of light and dark."""
    told = (await site.client.get(path, follow_redirects=True)).text
    places = [told.index(each) for each in (
        "app.css", "/static/lawgraph.css", "Datasette's own pages", '<meta name="color-scheme" content="light dark">',
        '<a class="skip" href="#main">', '<header class="site">', 'href="/ru/lawgraph', 'action="/search"',
        'aria-label="You are here"', '<main id="main"')]
    assert places == sorted(places)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("language", "heading", "button", "missing"), [
    ("ru", "База данных", "Запросить", "Такой страницы нет."), ("kk", "Деректер базасы", "Сұрау жіберу", "Мұндай бет жоқ."),
])
async def test_datasettes_pages_speak_the_language_of_their_address(
        site: Datasette, language: str, heading: str, button: str, missing: str) -> None:
    below = f"/{language}/lawgraph"
    told = (await site.client.get(below)).text
    for each in (f'<html lang="{language}">', f"<h1>{heading}</h1>", f'value="{button}"', f'href="/{language}/about"',
                 f'href="{below}/versions"', 'href="/lawgraph" hreflang="en"'):
        assert each in told
    assert [each.name for each in NAMED if f'href="{below}/{each.name}"' not in told] == []
    lost = await site.client.get(f"{below}/nothing")
    assert (lost.status_code, missing in lost.text) == (404, True)
    table = (await site.client.get(f"{below}/acts?_size=1&_facet=kind")).text
    assert f'<html lang="{language}">' in table
    assert '<main id="main" class="content">' in table
    assert f'{below}/acts?_size=1&amp;_facet=kind&amp;kind=law' in table, "what narrows a table stays in its language"
    assert (await site.client.get(f"{below}/acts.json?_shape=array")).text == (
        await site.client.get("/lawgraph/acts.json?_shape=array")).text


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("query", NAMED, ids=lambda query: query.name)
async def test_a_query_that_is_ready_opens_with_its_example_in_each_language(site: Datasette, query: Query) -> None:
    pages = {}
    for voice in map(voice_of, Locale):
        prefix = "" if voice.locale is Locale.ENGLISH else f"/{voice.locale}"
        answer = await site.client.get(f"{prefix}/lawgraph/{query.name}", follow_redirects=True)
        assert (answer.status_code, f"<h1>{voice.say(query.title)}</h1>" in answer.text) == (200, True)
        assert escape(voice.say(query.description)) in answer.text
        assert f'action="{prefix}/lawgraph/{query.name}"' in answer.text
        pages[voice.locale] = answer.text.partition("<tbody>")[2].partition("</tbody>")[0]
    assert pages[Locale.ENGLISH]
    assert len(set(pages.values())) == 1


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("path", "near"), [
    ("/lawgraph/version", "/lawgraph/versions"), ("/ru/lawgraph/act_of_law", "/ru/lawgraph/acts_of_law"),
    ("/kk/lawgraph/nothing", ""), ("/lawgraph/versions/999999", ""),
])
async def test_what_datasette_does_not_have_leads_to_what_is_called_like_it(site: Datasette, path: str, near: str) -> None:
    answer = await site.client.get(path)
    below = path[:path.index("/lawgraph") + len("/lawgraph")]
    links = re.findall(r'href="([^"]*)"', answer.text.partition('<main')[2].partition("</main>")[0])
    assert (answer.status_code, links) == (404, [*filter(None, [near]), below])


@pytest.mark.asyncio
async def test_questions_that_datasette_makes_and_does_not_ask_are_not_told(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = AskedDatabase.execute

    async def left(self: AskedDatabase, sql: str, *given: Any, **more: Any) -> Results:
        if "as count" in sql:
            raise asyncio.CancelledError
        return await asked(self, sql, *given, **more)

    async def thrown_away() -> list[str]:
        with pytest.raises(asyncio.CancelledError):
            await site.client.get("/lawgraph/claims?_facet=kind")
        gc.collect()
        return [str(each.message) for each in told if "never awaited" in str(each.message)]

    monkeypatch.setattr(AskedDatabase, "execute", left)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert len(await thrown_away()) == 3, "if Datasette no longer leaves any, nothing needs to be passed over"
        told.clear()
        pass_over_what_datasette_leaves()
        assert await thrown_away() == []
