"""The door of the served site: what is refused in a line, and how answers are marked, packed and addressed."""

import gzip
import re
import shutil
import sqlite3
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from datasette.app import Datasette
from datasette.utils.asgi import Request

from built import TODAY, served
from lawgraph.serving.clerks.errands import FoundRows, Question, Refusal, Refused
from lawgraph.serving.clerks.office import Office
from lawgraph.serving.plugin.budget import Cache
from lawgraph.serving.plugin.door import LONGEST_QUERY, MOST_PARAMETERS, policy_of_datasette
from lawgraph.serving.plugin.instance import datasette_of
from lawgraph.serving.plugin.refusing import response_to
from lawgraph.serving.plugin.views import Room, Views

LAW = "/law/Z100000271_/eng"
WHOLE = 200_000_000
TELLING = ["versions", "plugins", "settings", "threads", "actor", "metadata", "databases", "config", "allow-debug",
           "patterns", "messages", "permissions", "logout", "auth-token", "versions.json", "settings.json"]


@pytest_asyncio.fixture(scope="module")
async def site(database: Path) -> AsyncIterator[Datasette]:
    async with served(database) as datasette:
        yield datasette


@pytest_asyncio.fixture(scope="module")
async def public(database: Path) -> AsyncIterator[Datasette]:
    datasette = datasette_of(database, TODAY, "https://laws.example")
    yield datasette
    for each in datasette.databases.values():
        each.close()


@pytest.mark.asyncio
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "GIT"])
@pytest.mark.parametrize("path", ["/about", "/lawgraph", "/-/messages", "/nowhere", "/health"])
async def test_the_site_is_only_read(site: Datasette, method: str, path: str) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield b"x"
        raise AssertionError("a body was read")
    transport = httpx.ASGITransport(app=site.app())
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        answer = await client.request(method, path, content=endless())
    assert (answer.status_code, answer.text) == (405, "This site is only read: ask with GET or HEAD.\n")
    assert (answer.headers["allow"], answer.headers["connection"]) == ("GET, HEAD, OPTIONS", "close")


@pytest.mark.asyncio
@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("LocalHost:8001", 200), ("127.0.0.1:8001", 200), ("[::1]:1", 200),
    ("evil.example", 421), ("evil.example:8001", 421), ("localhost.evil.example", 421), ("127.0.0.1.evil.example", 421), ("localhost:x", 421)])
async def test_a_name_of_its_own_for_this_machine_does_not_open_it_to_a_page_of_the_web(
        site: Datasette, public: Datasette, host: str, status: int) -> None:
    """Who owns a name may let it lead to 127.0.0.1, and a browser then takes our pages for that owner's own."""
    answer = await site.client.get("/about.json", headers={"Host": host})
    assert answer.status_code == status
    assert (await public.client.get("/about.json", headers={"Host": host})).status_code == 200


@pytest.mark.asyncio
async def test_a_body_is_not_taken(site: Datasette) -> None:
    answer = await site.client.request("GET", "/about", content=b"x")
    assert (answer.status_code, answer.text) == (413, "This site takes no bodies.\n")


@pytest.mark.asyncio
@pytest.mark.parametrize(("query", "status"), [
    ("&".join(f"_a{each}=1" for each in range(MOST_PARAMETERS)), 200),
    ("&".join(f"_a{each}=1" for each in range(MOST_PARAMETERS + 1)), 400),
    ("a" * LONGEST_QUERY, 200), ("a" * (LONGEST_QUERY + 1), 414), ("&" * 4000, 400),
])
async def test_a_long_question_is_refused_before_anybody_reads_it(site: Datasette, query: str, status: int) -> None:
    for path in ("/about", "/lawgraph/laws"):
        answer = await site.client.get(f"{path}?{query}")
        assert answer.status_code == status
        assert status == 200 or answer.text.count("\n") == 1


@pytest.mark.asyncio
async def test_the_health_address_answers_in_a_line(site: Datasette) -> None:
    answer = await site.client.get("/health")
    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (200, "The site answers.\n", "no-store")


@pytest.mark.asyncio
@pytest.mark.parametrize("name", TELLING)
async def test_no_page_tells_of_the_machine(site: Datasette, name: str) -> None:
    assert (await site.client.get(f"/-/{name}")).status_code == 404


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/lawgraph", "/lawgraph/laws", "/lawgraph?sql=select+1", "/lawgraph/laws/Z100000271_",
                                  "/lawgraph/gaps?law=271-IV&lang=eng"])
async def test_pages_of_datasette_run_no_script_but_those_it_is_known_by(site: Datasette, path: str) -> None:
    answer = await site.client.get(path)
    policy = answer.headers["content-security-policy"]
    assert policy == policy_of_datasette()
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert scripts
    assert "unsafe-inline" not in scripts[1]
    assert answer.text.count("<script>") > 0
    for script in re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL):
        assert _hash(script) in scripts[1]
    assert not re.search(r"\son[a-z]+\s*=", answer.text)
    assert "0.65" not in answer.text


def _hash(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/", LAW, f"{LAW}/art_7.json", "/search?q=law", "/lawgraph/laws", "/lawgraph.json?sql=select+1",
                                  "/static/lawgraph.css"])
async def test_who_holds_an_answer_is_told_that_it_still_is_the_one(site: Datasette, path: str) -> None:
    first = await site.client.get(path)
    assert first.headers["cache-control"] == "no-cache"
    again = await site.client.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert (await site.client.get(path, headers={"If-None-Match": '"other"'})).status_code == 200


@pytest.mark.asyncio
async def test_another_build_another_day_and_another_address_have_other_marks(site: Datasette, public: Datasette) -> None:
    first = (await site.client.get("/about")).headers["etag"]
    assert (await site.client.get("/about?x=1")).headers["etag"] != first
    assert (await public.client.get("/about")).headers["etag"] != first


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/lawgraph.json?sql=nothing", f"{LAW}/art_999", "/lawgraph/laws.csv"])
async def test_what_may_be_another_answer_next_time_has_no_mark(site: Datasette, path: str) -> None:
    answer = await site.client.get(path)
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.asyncio
@pytest.mark.parametrize("path", [LAW, "/lawgraph/versions", "/lawgraph/versions.json", "/lawgraph/versions.csv?_stream=on",
                                  f"{LAW}/feed.xml", "/static/lawgraph.css"])
async def test_answers_are_packed_for_who_takes_them_so(site: Datasette, path: str) -> None:
    head, small = await _raw(site, path, "gzip")
    assert head["content-encoding"] == "gzip"
    head, body = await _raw(site, path, "identity;q=1, gzip;q=0")
    assert "content-encoding" not in head
    assert len(small) < len(body)
    assert _timeless(body) == _timeless(gzip.decompress(small))


def _timeless(body: bytes) -> bytes:
    return re.sub(rb'"query_ms": [0-9.]+|Queries took [0-9.]+ms', b"", body)


async def _raw(site: Datasette, path: str, takes: str) -> tuple[dict[str, str], bytes]:
    """Ask the application itself, without a client that unpacks."""
    head: dict[str, str] = {}
    body = bytearray()

    async def send(message: dict[str, Any]) -> None:
        head.update((name.decode().lower(), value.decode()) for name, value in message.get("headers", []))
        body.extend(message.get("body", b""))

    await site.app()({**_scope(path), "headers": [(b"accept-encoding", takes.encode())]}, None, send)
    return head, bytes(body)


def _scope(path: str) -> dict[str, Any]:
    path, _, query = path.partition("?")
    return {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "scheme": "http", "headers": [],
            "query_string": query.encode(), "http_version": "1.1", "client": ("127.0.0.1", 1), "server": ("localhost", 80)}


@pytest.mark.asyncio
async def test_other_sites_may_read_the_data_of_a_public_site_alone(site: Datasette, public: Datasette) -> None:
    for path in ("/about.json", "/lawgraph/laws.json"):
        assert (await public.client.get(path)).headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-origin" not in (await site.client.get(path)).headers
    for path in ("/about", "/lawgraph/laws"):
        assert "access-control-allow-origin" not in (await public.client.get(path)).headers


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/lawgraph/%ff%fe/", "/%0d%0aset-cookie:a=b/", "//evil.example/", "/%5Cevil.example/", "/lawgraph/%D0%B6/", "///",
                                  "/law/271-IV/%ff", "/lawgraph/laws/%2e%2e/", "/:memory:/x", "/lawgraph/laws?_filter_column=%ff%0a&_filter_op=exact"])
async def test_an_address_that_is_led_to_has_no_raw_byte_and_no_other_host(site: Datasette, path: str) -> None:
    answer = await site.client.get(path)
    assert answer.status_code < 500
    assert re.fullmatch(r"/(?![/\\])[!-~]*|", answer.headers.get("location", ""))
    assert "set-cookie" not in answer.headers


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["//", "///?", "////?a=b", "//?//evil.example"])
async def test_an_address_of_slashes_leads_to_the_first_page_and_not_to_itself_for_ever(site: Datasette, path: str) -> None:
    led = await site.client.get(path)
    location = led.headers["location"]
    assert location.partition("?")[0] == "/"
    assert (await site.client.get(location)).status_code == 200


@pytest.mark.asyncio
@pytest.mark.parametrize("path", [
    "/lawgraph/laws?_sort=nowhere", "/lawgraph/laws.json?_sort=nowhere", "/lawgraph/laws?_where=(", "/lawgraph/laws.json?_where=1;2",
    "/lawgraph/laws?_facet_size=x", "/lawgraph/laws?_timelimit=x", "/lawgraph/laws.json?_next=x&_sort=id",
    "/lawgraph/laws?_size=-1", "/lawgraph/laws?_filter_column=x&_filter_op=y", "/lawgraph/laws?id__nothing=1", "/lawgraph/laws.json?_through={",
    "/lawgraph/laws?_col=x", "/lawgraph/texts?_search_nowhere=x", "/lawgraph?sql=select+1&_timelimit=x", "/lawgraph.json?sql=(",
    "/lawgraph/laws?_ttl=x", "/lawgraph/laws.csv?_stream=1&_next=9", "/lawgraph/laws?_shape=x", "/lawgraph/laws.json?_shape=x"])
async def test_a_question_that_cannot_be_read_is_no_fault_of_the_site(site: Datasette, path: str) -> None:
    answer = await site.client.get(path)
    assert answer.status_code < 500
    assert "Traceback" not in answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize(("rows", "status"), [(1000, 200), (1001, 400)])
async def test_a_table_is_whole_or_it_is_none(site: Datasette, rows: int, status: int) -> None:
    counted = f"with recursive n(x) as (select 1 union all select x + 1 from n limit {rows}) select x from n"  # noqa: S608
    answer = await site.client.get("/lawgraph.csv", params={"sql": counted})
    assert answer.status_code == status
    assert answer.text.count("\n") == (rows + 1 if status == 200 else 1)
    assert (await site.client.get("/lawgraph.json", params={"sql": counted})).json()["truncated"] is (status == 400)


@pytest.mark.asyncio
@pytest.mark.parametrize(("table", "typed"), [
    ("acts", "Infractions"), ("texts", "PROBATION"), ("texts", 'probation "('), ("acts", ""), ("texts", '"(')])
async def test_the_search_of_datasette_reads_what_is_typed_as_our_own_does(site: Datasette, table: str, typed: str) -> None:
    answer = await site.client.get(f"/lawgraph/{table}.json?_shape=array&_search={typed}")
    assert answer.status_code == 200
    assert bool(answer.json()) is any(sign.isalpha() for sign in typed)


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/law/x", "/lawgraph/laws", "/lawgraph/laws.json?_size=1"])
async def test_a_fault_that_nobody_foresaw_is_logged_and_told_in_one_line(
        site: Datasette, path: str, caplog: pytest.LogCaptureFixture) -> None:
    await site.invoke_startup()
    for fault in (RuntimeError("of /srv/secret"), ValueError("of /srv/secret"), OSError(24, "too many files", "/srv/secret")):
        answer = await response_to(site, Request.fake(path), fault)
        assert (answer.status, "/srv/secret" in answer.body) == (500, False)
        assert "by a fault of this site" in answer.body
        assert (caplog.records.pop().exc_info or ())[1:2] == (fault,)


@pytest.mark.asyncio
async def test_cookies_and_passwords_change_nothing(site: Datasette) -> None:
    plain = await site.client.get("/lawgraph/laws.json")
    known = await site.client.get("/lawgraph/laws.json", headers={"Cookie": "ds_actor=x; ds_messages=y", "Authorization": "Bearer x"})
    assert plain.headers["cache-control"] == known.headers["cache-control"]
    assert plain.headers["etag"] == known.headers["etag"]


@pytest.mark.asyncio
async def test_words_that_a_page_does_not_use_do_not_empty_what_is_kept(site: Datasette) -> None:
    desk = Views(site)
    await desk.page(Request(_scope("/about"), None))
    kept = desk._kept.size
    for number in range(300):
        await desk.page(Request(_scope(f"/about?q={number}&on={number}"), None))
    await desk.page(Request(_scope("/search?q=words"), None))
    assert desk._kept.size == kept > 0


def test_what_is_kept_is_counted_in_bytes_and_the_oldest_goes_first() -> None:
    kept: Cache[str, str] = Cache(10_000, 5_000)
    for name in "abc":
        kept.put(name, name, 2_500)
    assert kept.get("a") == "a"
    kept.put("d", "d", 2_500)
    assert [kept.get(each) for each in "abcd"] == ["a", None, "c", "d"]
    kept.put("large", "large", 6_000)
    assert kept.get("large") is None
    assert kept.size <= 10_000


@pytest.mark.asyncio
async def test_a_search_whose_time_ends_shows_what_was_found_by_then(site: Datasette, monkeypatch: pytest.MonkeyPatch
                                                                     ) -> None:
    class Slow(Office):
        def ask(self, question: Question) -> FoundRows | Refused:
            told = question.params
            on_any_day = "texts_fts match" in question.sql and isinstance(told, dict) and told["held_on"] is None
            return Refused(Refusal.SLOW, "interrupted") if on_any_day else super().ask(question)

    database = site.get_database("lawgraph")
    with closing(Slow(Path(database.path), database.mark)) as slow:
        monkeypatch.setattr(database, "office", slow)
        told = await site.client.get("/search?q=probation&on=2020-01-01")
    assert told.status_code == 200
    assert "Time ended before all wordings with these words had been looked at." in told.text
    assert "/on/2020-01-01" in told.text
    assert "etag" not in told.headers, "another time it may tell more"


@pytest.mark.asyncio
async def test_the_first_answer_does_not_read_the_whole_file(database: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.db"
    shutil.copy(database, large)
    with large.open("r+b") as file:
        file.truncate(WHOLE)        # a hole takes no room, and whoever reads the file reads all of it
    before = _bytes_read()
    async with served(large) as datasette:
        assert (await datasette.client.get(f"{LAW}/art_7/on/2013-07-20")).status_code == 200
    assert _bytes_read() - before < WHOLE


def _bytes_read() -> int:
    told = Path("/proc/self/io")
    if not told.exists():
        pytest.skip("only Linux tells what a process reads")
    return int(told.read_text(encoding="utf-8").split("rchar:")[1].split()[0])


@pytest.mark.asyncio
async def test_open_laws_are_counted_in_bytes(site: Datasette, conn: sqlite3.Connection) -> None:
    """However few they are: a law has as many bytes as it likes."""
    one = Views(site)
    one.opened(conn, "Z100000271_", "eng", TODAY)
    room = one._expressions.size * 5 // 2
    desk = Views(site, Room(laws=room))
    for days in range(6):
        desk.opened(conn, "Z100000271_", "eng", TODAY + timedelta(days))
    assert one._expressions.size < desk._expressions.size <= room
    assert desk._expressions.get(("Z100000271_", "eng", TODAY)) is None, "the oldest went"


@pytest.mark.asyncio
async def test_searches_are_asked_where_they_can_be_ended(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Heard(Office):
        def ask(self, question: Question) -> FoundRows | Refused:
            asked.append(question.sql)
            return super().ask(question)

    database = site.get_database("lawgraph")
    with closing(Heard(Path(database.path), database.mark)) as heard:
        monkeypatch.setattr(database, "office", heard)
        assert (await site.client.get("/search?q=infraction")).status_code == 200
    assert any("texts_fts match" in sql for sql in asked)
