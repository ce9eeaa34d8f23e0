"""Assistants ask over stdin and stdout or over HTTP, and are never told more than is held."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters

import lawgraph
from conftest import ROOT
from lawgraph.commands.cli import main
from lawgraph.law.days import exactly
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.serving.assistants import quoting
from lawgraph.serving.assistants.desk import LONGEST_QUOTE, Desk
from lawgraph.serving.assistants.quoting import QuoteVerdict
from lawgraph.timeline.consolidation import OnDay, Place

LAW = {"law": "271-IV"}
PAGE = ROOT / "docs" / "assistants.md"
POINT = {**LAW, "provision": "art. 7 point 9", "day": "2013-07-20"}
DAYS = ("2009-01-01", "2010-05-20", "2013-07-20", "2020-01-01", "2026-03-02")
QUESTIONS: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("laws", {}), ("search", {"words": "social adaptation", "day": "2013-07-20"}), ("read", POINT),
    ("as_of", {**LAW, "day": "2013-07-20"}), ("history", {**LAW, "provision": "art. 7"}),
    ("changes", {**LAW, "first": "2013-01-01", "last": "2020-01-01"}), ("when_words", {**LAW, "words": "social adaptation"}),
    ("cite", POINT), ("verify_quote", {**POINT, "words": "the words of nobody"}), ("findings", LAW))
REFUSED: tuple[tuple[str, Mapping[str, object], str], ...] = (
    ("read", {**POINT, "law": "999-X"}, "unknown_law"), ("read", {**POINT, "provision": "art. 700"}, "unknown_provision"),
    ("read", {**POINT, "day": "2013-02-30"}, "wrong_day"), ("read", {**POINT, "lang": "fra"}, "unknown_language"),
    ("search", {"words": "court", "lang": "fra"}, "unknown_language"), ("search", {"words": "a" * 1000}, "too_long"),
    ("search", {"words": ""}, "no_words"), ("search", {"words": "court", "law": ""}, "unknown_law"), ("search", {"words": "court", "day": ""}, "wrong_day"),
    ("changes", {**LAW, "first": "2013-01-01", "last": "2020-01-01", "provision": ""}, "unknown_provision"),
    ("cite", {**POINT, "provision": "law"}, "unknown_provision"), ("when_words", {**LAW, "words": "—"}, "no_words"),
    ("verify_quote", {**POINT, "words": "quote " * 180_000}, "too_long"), ("verify_quote", {**POINT, "words": "“ ”"}, "no_words"),
    ("history", {**LAW, "provision": "art " * 250_000}, "too_long"), ("findings", {"law": "999-X"}, "unknown_law"))
Said = dict[str, Any]


Reached = StdioServerParameters | str


@pytest.fixture(scope="module", params=["stdio", "http"])
def server(request: pytest.FixtureRequest, database: Path) -> Iterator[Reached]:
    """Give how a client reaches the program: it starts it, or it asks over HTTP one that runs."""
    folders = ["--corpus", str(ROOT / "corpus"), "--amendments", str(ROOT / "amendments")]
    arguments = ["-m", "lawgraph", "mcp", "--no-build", "--db", str(database), *folders]
    if request.param == "stdio":
        yield StdioServerParameters(command=sys.executable, env=dict(os.environ), args=arguments)
        return
    with subprocess.Popen([sys.executable, *arguments, "--http", "--port", "0", "--address", "https://laws.example"],
                          stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            yield running.stdout.readline().split()[-1]
        finally:
            running.terminate()


over_http = pytest.mark.parametrize("server", ["http"], indirect=True)


@pytest.fixture(scope="module")
def desk(database: Path) -> Desk:
    return Desk(lawgraph.open(database))


async def ask(client: Client, tool: str, asked: Mapping[str, object]) -> Said:
    told = await client.call_tool(tool, dict(asked))
    assert not told.is_error, told.content
    assert isinstance(told.structured_content, dict)
    return told.structured_content


def unit(text: str | None, wording: Wording = Wording.ATTESTED, presence: Presence = Presence.YES, at: str = "art_1") -> OnDay:
    """Return a provision that reads so on a day."""
    eid, day = Eid(at), exactly(date(2020, 1, 1))
    return OnDay(Place(eid, eid.kind, at[-1], None), Version(eid, day, day, presence, wording, text, ()), None)


@pytest.mark.asyncio(loop_scope="module")
async def test_every_tool_answers_as_its_schema_says_and_names_no_place_of_the_machine(
        server: Reached, database: Path) -> None:
    async with Client(server) as client:
        schemas = {each.name: each.output_schema for each in (await client.list_tools()).tools}
        assert set(schemas) == {name for name, _ in QUESTIONS}
        for tool, asked in QUESTIONS:
            said = await ask(client, tool, asked)
            jsonschema.validate(said, schemas[tool] or False)
            assert said["outcome"] == "answered", tool
            assert len(said["build"]) == 64
            assert not any(str(place) in json.dumps(said) for place in (ROOT, database.parent, Path.home())), tool


@pytest.mark.asyncio(loop_scope="module")
async def test_a_no_is_an_answer(server: Reached) -> None:
    async with Client(server) as client:
        for tool, asked, outcome in REFUSED:
            said = await ask(client, tool, asked)
            assert said["outcome"] == outcome
            assert said["told"]
            assert len(json.dumps(said)) < 2_000


@pytest.mark.asyncio(loop_scope="module")
async def test_an_argument_that_a_tool_does_not_have_is_refused_with_those_that_it_has(server: Reached) -> None:
    async with Client(server) as client:
        told = await client.call_tool("as_of", {**LAW, "day": "2013-07-20", "provision": "art_7"})
        assert told.is_error
        assert "as_of takes no provision; it takes law, day, lang, skip" in str(told.content)


@pytest.mark.asyncio(loop_scope="module")
async def test_the_dialogue_of_the_page_was_really_held(server: Reached) -> None:
    told = [json.loads(each) for each in re.findall(r"```json\n(.*?)\n```", PAGE.read_text(encoding="utf-8"), re.DOTALL)]
    assert len(told) >= 6
    async with Client(server) as client:
        for question, answer in zip(told[::2], told[1::2], strict=True):
            said = await ask(client, question["tool"], question["arguments"])
            assert {name: said[name] for name in answer} == answer


def test_the_page_names_every_tool_and_every_verdict() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert named == {name for name, _ in QUESTIONS} | set(QuoteVerdict)


def test_the_words_of_a_day_that_are_not_held_are_given_by_no_tool(desk: Desk) -> None:
    point = desk.read("271-IV", "art. 7 point 9", "2013-07-20").provision
    assert point is not None
    assert (point.in_operation, point.wording, point.text) == (Presence.YES, Wording.UNKNOWN, None)
    quoted = desk.verify_quote("the words of nobody", "271-IV", "art. 7 point 9", "2013-07-20")
    assert (quoted.verdict, quoted.sure) == (QuoteVerdict.NOT_HELD, False)


def test_words_of_a_provision_that_came_later_are_told_with_their_days(desk: Desk) -> None:
    law = desk.archive.law("271-IV")
    early = {each.eid for each in law.on("2012-01-01").provisions() if each.in_operation is Presence.NO}
    later = [each for each in law.on("2020-01-01").provisions() if each.eid in early and each.text]
    assert later
    for each in later:
        told = desk.verify_quote(each.text or "", "271-IV", each.eid, "2012-01-01")
        assert (told.verdict, told.sure) == (QuoteVerdict.NOT_IN_OPERATION, True)
        assert each.since.latest in {other.since.latest for other in told.other_days}


@pytest.mark.parametrize("day", DAYS)
def test_a_wording_is_exact_where_it_is_attested_in_operation_and_nowhere_else(desk: Desk, database: Path, day: str) -> None:
    said = CliRunner().invoke(main, ["text", "271-IV", "--on", day, "--format", "json", "--db", str(database), "--no-build"])
    quoted = next(each.text for each in desk.archive.law("271-IV").on("2020-01-01").provisions() if each.text)
    for each in json.loads(said.output)["provisions"][::9]:
        told = desk.verify_quote(each["text"] or quoted, "271-IV", each["eid"], day)
        sure = each["in_operation"] == "yes" and each["wording"] == "attested" and bool(each["text"])
        assert (told.verdict is QuoteVerdict.EXACT) == sure, each["eid"]
        assert told.verdict not in {QuoteVerdict.EXACT, QuoteVerdict.EQUAL_BUT_FOR_MARKS} or told.sure


@pytest.mark.parametrize(("quote", "by_letter", "before", "after"), [
    ("the court shall not fine", True, 1, 3), ("The court shall not fine", False, 1, 3), ("the court, shall not  fine", False, 1, 3),
    ("a person’s dog", True, 6, 0), ("a person's dog", False, 6, 0)])
def test_what_a_quote_leaves_out_is_counted(quote: str, by_letter: object, before: int, after: int) -> None:
    found = quoting.find(quote, [unit("Then the court shall not fine a person’s dog.")])
    assert found is not None
    assert (found.by_letter, found.before, found.after) == (by_letter, before, after)
    assert found.sure


@pytest.mark.parametrize("quote", ["the court shall fine", "he court shall not", "shall not fine a person’s", "5 court", "court court"])
def test_words_that_do_not_stand_one_behind_the_other_are_not_found(quote: str) -> None:
    assert quoting.find(quote, [unit("the court shall not fine 5 % of persons")]) is None


@pytest.mark.parametrize(("text", "quote"), [
    ("a fine of 1,5 per cent", "5 per cent"), ("a fine of 10.5 per cent", "a fine of 10"), ("a fine of 12 500 tenge", "500 tenge"),
    ("a fine of 1\u00a0012 500 tenge", "012 500 tenge"), ("on 1.2.2013", "2.2013"), ("1/3 of it", "3 of it"), ("at -5 degrees", "5 degrees"),
    ("to co\u00adoperate", "operate"), ("a\u200bpart", "part"), ("a fine of 12 500 tenge", "12.500 tenge"), ("a share of 1,5", "1 5")])
def test_a_number_or_a_word_is_quoted_whole_or_not_at_all(text: str, quote: str) -> None:
    assert quoting.find(quote, [unit(text)]) is None


@pytest.mark.parametrize(("text", "quote", "by_letter"), [
    ("a fine of 12 500 tenge", "12 500 tenge", True), ("a fine of 12\u00a0500 tenge", "12 500 tenge", False), ("in 2010 200 courts", "200 courts", True),
    ("points 5, 6", "5", True), ("to co\u00adoperate", "cooperate", False), ("Article 5. Courts", "Article 5", True)])
def test_a_number_is_found_as_it_is_written(text: str, quote: str, by_letter: object) -> None:
    found = quoting.find(quote, [unit(text)])
    assert found is not None
    assert found.by_letter is by_letter


def test_signs_that_mean_something_are_words() -> None:
    assert quoting.find("a fine of 5", [unit("a fine of 5 %")])
    assert quoting.find("5 of it", [unit("5 % of it")]) is None


@pytest.mark.parametrize("doubt", [unit("a fine", Wording.PRESUMED), unit("a fine", presence=Presence.PRESUMED),
                                   unit("a fine", presence=Presence.POSSIBLE)])
def test_what_is_less_than_attested_is_never_sure(doubt: OnDay) -> None:
    found = quoting.find("a fine", [doubt])
    assert found is not None
    assert not found.sure
    surer = quoting.find("a fine", [doubt, unit("a fine")])
    assert surer is not None
    assert surer.sure


def test_a_list_is_quoted_with_its_numbers_or_without_and_never_across_what_is_not_held() -> None:
    units = [unit("Courts"), unit("fine;", at="art_1__point_1"), unit("judge.", at="art_1__point_2")]
    for quote in ("Courts fine; judge", "Courts: 1) fine; 2) judge."):
        found = quoting.find(quote, units)
        assert found is not None
        assert (len(found.units), found.by_letter) == (3, False)
    lost = replace(units[1], version=replace(units[1].version, text=None, wording=Wording.UNKNOWN))
    assert quoting.find("Courts judge", [units[0], lost, units[2]]) is None


def test_a_heading_is_read_before_what_it_heads() -> None:
    units = [unit("Courts"), unit("Of courts", at="art_1__heading"), unit("fine", at="art_1__point_1")]
    assert quoting.find("Courts fine", units)
    assert quoting.find("of courts courts", units)


def test_where_a_quote_differs_is_told_without_what_it_leaves_out() -> None:
    told = quoting.differences("court shall fine a dog", "The court shall not fine a dog at night")
    assert [(each.before.strip(), each.after.strip()) for each in told] == [("not", "")]


def test_an_answer_has_an_end(desk: Desk) -> None:
    told = desk.as_of("271-IV", "2013-07-20")
    assert told.left_off == len(desk.archive.law("271-IV").on("2013-07-20").provisions()) - len(told.provisions) > 0
    assert desk.as_of("271-IV", "2013-07-20", skip=10_000).provisions == ()
    assert desk.verify_quote("a " * (LONGEST_QUOTE // 2), "271-IV", "art_7", "2020-01-01").verdict is QuoteVerdict.ABSENT


ASKED = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
TAKES = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}


@over_http
@pytest.mark.parametrize(("given", "status"), [
    ({}, 200), ({"Host": "localhost:8002"}, 200), ({"Host": "laws.example", "Origin": "https://laws.example"}, 200),
    ({"Host": "evil.example"}, 421), ({"Host": "127.0.0.1.evil.example:80"}, 421), ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "http://localhost.evil.example"}, 403)])
def test_only_requests_for_this_machine_or_the_site_are_answered(server: str, given: Mapping[str, str], status: int) -> None:
    assert httpx.post(server, json=ASKED, headers={**TAKES, **given}).status_code == status


@over_http
def test_a_request_has_an_end_and_a_broken_one_harms_nobody(server: str) -> None:
    assert httpx.post(server, content=b"[" * 3_000_000, headers=TAKES).status_code == 413
    for content in (b"", b"{", b"[" * 100_000, b'{"jsonrpc": "2.0", "id": 1, "method": "no such"}', b"\xff"):
        told = httpx.post(server, content=content, headers=TAKES)
        assert 400 <= told.status_code < 500 or "error" in told.json()
        assert "/" + "lawgraph/" not in told.text
    assert httpx.post(server, json=ASKED, headers=TAKES).status_code == 200


@over_http
def test_who_asks_nothing_or_for_a_stream_keeps_nobody_out(server: str) -> None:
    told = httpx.get(server, headers=TAKES)
    assert (told.status_code, told.headers["Allow"]) == (405, "POST")
    with ExitStack() as held:
        for asked in (b"", b"GET /mcp HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n", b"POST /mcp HTTP/1.1\r\n"):
            for _ in range(100):
                door = held.enter_context(socket.create_connection(("127.0.0.1", httpx.URL(server).port or 0)))
                door.sendall(asked)
        assert httpx.post(server, json=ASKED, headers=TAKES).status_code == 200


@over_http
def test_a_port_that_somebody_has_is_told_in_one_line(server: str, database: Path) -> None:
    port = str(httpx.URL(server).port)
    told = CliRunner().invoke(main, ["mcp", "--http", "--port", port, "--db", str(database)])
    assert told.output == f"lawgraph: 127.0.0.1:{port}: the port cannot be had (Address already in use); name another one with --port\n"
