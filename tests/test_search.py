"""Search inside a day, and whatever else people type: found, marked, or answered with a page that helps."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlencode

import html5lib
import pytest
import pytest_asyncio
from datasette.app import Datasette
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from built import TODAY, opened, served
from lawgraph.database.searching import exact_query, normal, opening_query, shortened_query
from lawgraph.law.eid import Eid
from lawgraph.queries.answers import versions_of
from lawgraph.queries.seeking import Within, search, standings_on
from lawgraph.site.index import SearchRecord, groups, numbers_of, records_of
from lawgraph.site.pages import paths
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.search import SearchPage
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.wrong import Unanswerable, WrongPage
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.site.representations import given_in, representation
from lawgraph.voice.speaking import ENGLISH, Locale, voice_of

LAW = "/law/Z100000271_/eng"
SLY = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "'); drop table texts; --", "a* OR NEAR(b",
       "\"unbalanced", "^x - y", "text:z", "%", "_", "\x00", "\ud800", "\udfff\x00<b>", "x" * 10_000, "é" * 300, "№", "-", "9" * 400,
       "art_" + "9" * 400, "../../etc/passwd", "%2e%2e%2f", "on", "\u202e", "(((((((((((((((((((((((((((((((((((((((("]


def asked(conn: sqlite3.Connection, words: str, **more: str) -> SearchPage:
    page = answer(PageContext(conn, PageRequest("/search", words=words, **more), TODAY, open=opened))
    assert isinstance(page, SearchPage)
    return page


def html(page: SearchPage | WrongPage) -> str:
    return render(page, PageSetting(Host.SERVER, TODAY, ENGLISH, lambda path: path))


def told(page: SearchPage | WrongPage) -> str:
    tree = html5lib.parse(html(page), treebuilder="lxml", namespaceHTMLElements=False)
    return " ".join(" ".join(tree.find(".//main").itertext()).split())


class TestNumbers:
    """Articles and acts, as people type them."""

    @pytest.mark.parametrize(("typed", "eid"), [
        ("7 11-1", "art_7__point_11-1"), ("art. 9-1", "art_9-1"), ("ст. 6 п. 2", "art_6__para_2"), ("9-1-бап", "art_9-1"),
        ("6(2)(4-1)", "art_6__para_2__point_4-1"), ("Article 7", "art_7"), ("статья 7", "art_7"), ("7-бап", "art_7"),
        ("подпункт 4-1) пункта 2 статьи 6", "art_6__para_2__point_4-1"), ("  ART.   9-1 ", "art_9-1"),
    ])
    def test_a_provision_is_found_by_its_number(self, conn: sqlite3.Connection, typed: str, eid: str) -> None:
        assert [each.path for each in asked(conn, typed).provisions] == [f"{LAW}/{eid}"]
        assert [each.path for each in asked(conn, typed, on="2013-07-20").provisions] == [f"{LAW}/{eid}/on/2013-07-20"]

    @pytest.mark.parametrize("typed", ["124-V", "№ 124-V", "№124-v", "закон 124", "закон № 124-V", "Law No. 124-V", "124"])
    def test_an_act_is_found_by_its_number(self, conn: sqlite3.Connection, typed: str) -> None:
        assert [each.name for each in asked(conn, typed).acts] == ["124-V"]

    def test_a_number_with_a_letter_of_another_alphabet_is_found(self, conn: sqlite3.Connection) -> None:
        assert "292-VI" in [each.name for each in asked(conn, "№ 292-VІ").acts]

    def test_a_law_is_found_by_number_and_by_title(self, conn: sqlite3.Connection) -> None:
        for typed in ("271-IV", "prevention of infractions"):
            assert LAW in [each.path for each in asked(conn, typed).laws]
        assert [each.path for each in asked(conn, "271-IV", on="2013-07-20").laws] == [f"{LAW}/on/2013-07-20"]

    @pytest.mark.parametrize(("eid", "numbers"), [
        ("art_7__point_11-1", "7 11-1"), ("art_6__para_2", "6 2"), ("art_18__para_2__al_2__point_4", "18 2 4"),
        ("art_21__al_2", "21 2"), ("preamble", "preamble"), ("124-V", "124"), ("art_9-1__heading", ""),
    ])
    def test_files_are_found_by_the_same_numbers(self, eid: str, numbers: str) -> None:
        assert numbers_of(eid) == numbers


class TestDays:
    """A wording that was found says from when to when it is held, and how that stands to the day."""

    @pytest.mark.parametrize(("typed", "meant", "day"), [
        ("7(9) 31 июня 2013", "7(9) 30 июня 2013", "30 June 2013"), ("on 30 February 2013", "on 28 February 2013", "28 February 2013"),
        ("2012 жылғы 30 ақпан", "2012 жылғы 29 ақпан", "29 February 2012"), ("art. 7 2013-02-31", "art. 7 2013-02-28", "28 February 2013"),
    ])
    def test_a_day_that_does_not_exist_leads_to_the_nearest(self, conn: sqlite3.Connection, typed: str, meant: str, day: str) -> None:
        page = asked(conn, typed)
        assert f"This day does not exist. Did you mean {day}?" in page.told
        assert f"Search: {meant}" in [each.text for each in page.near]

    WORDS = "individual prevention"

    def test_what_applies_on_the_day_comes_first_and_leads_there(self, conn: sqlite3.Connection) -> None:
        texts = asked(conn, "infractions", on="2016-06-01").texts
        applying = [each.mark.sentence.startswith("This wording") for each in texts]
        assert True in applying
        assert applying == sorted(applying, reverse=True)
        assert all(each.path.endswith("/on/2016-06-01") is applies for each, applies in zip(texts, applying, strict=True))

    def test_every_mark_is_what_the_day_itself_says(self, conn: sqlite3.Connection) -> None:
        for day in ("2009-01-01", "2010-05-20", "2013-07-20", "2016-06-01", "2026-01-20", "2026-11-24"):
            for each in asked(conn, "infractions", on=day).texts:
                (version,) = conn.execute(
                    "select in_operation || ':' || coalesce(text, '') from versions where eid = ? and lang = ? "
                    "and from_latest <= ? and (before_earliest is null or ? < before_earliest)",
                    (each.path.split("/")[4], each.lang, day, day)).fetchone() or ("no:",)
                presence, _, text = version.partition(":")
                applies = each.mark.sentence.startswith("This wording")
                assert not applies or text, (day, each.path)
                assert (each.mark.grade == "absent") or presence != "no", (day, each.path)

    def test_wording_that_ended_is_marked_with_sign_word_and_day(self, conn: sqlite3.Connection) -> None:
        texts = {each.path: each for each in asked(conn, "infractions").texts}
        mark = texts[f"{LAW}/art_1"].mark if f"{LAW}/art_1" in texts else next(iter(texts.values())).mark
        assert (mark.sign, mark.word) == ("–", "")
        assert mark.sentence == "No longer in operation from 2 March 2026 on."
        assert re.search(r"(?<!Law )№ 271-IV, held from \d+ \w+ \d{4} to 1 March 2026", told(asked(conn, "infractions")))

    def test_wording_of_a_later_day_is_marked(self, conn: sqlite3.Connection) -> None:
        (found,) = conn.execute("select eid, text from texts where eid = 'art_9-2__point_1' and lang = 'eng'").fetchall()[:1]
        words = " ".join(found[1].split()[:6])
        marks = [each.mark for each in asked(conn, words, on="2013-07-20").texts if each.path.endswith("art_9-2__point_1")]
        assert [(each.sign, each.sentence) for each in marks] == [("–", "Not yet in operation on 20 July 2013.")]

    def test_a_search_can_be_limited_to_a_law_and_a_language(self, conn: sqlite3.Connection) -> None:
        assert asked(conn, "infractions", law="271-IV", lang="eng").texts
        assert not asked(conn, "infractions", lang="kaz").texts
        assert not search(conn, "infractions", Within(law="Z0000000000")).these

    @pytest.mark.parametrize(("form", "code", "wrong", "nearest"), [
        ({"on": "2013-02-30"}, 400, "30 February 2013 does not exist. Did you mean 28 February 2013?",
         "/search?q=a+%7B%7D%26b&on=2013-02-28"),
        ({"on": "yesterday"}, 400, "“yesterday” is not a day. Days are written like 2013-07-20.", "/search?q=a+%7B%7D%26b"),
        ({"lang": "fra"}, 400, "“fra” is no language of texts. They are held in eng, rus and kaz.", "/search?q=a+%7B%7D%26b"),
        ({"law": "9-I"}, 404, "This law is not held: “9-I”.", "/search?q=a+%7B%7D%26b"),
    ])
    def test_a_wrong_day_law_or_language_is_told(self, conn: sqlite3.Connection, form: dict[str, str], code: int, wrong: str,
                                                 nearest: str) -> None:
        with pytest.raises(Unanswerable) as stop:
            answer(PageContext(conn, PageRequest("/search", words="a {}&b", **form), TODAY, open=opened))
        page = stop.value.page
        assert (page.code, page.wrong, page.nearest.path) == (code, wrong, nearest)

    def test_a_page_of_a_day_offers_a_search_that_keeps_the_day(self, conn: sqlite3.Connection) -> None:
        page = answer(PageContext(conn, PageRequest(f"{LAW}/on/2013-07-20"), TODAY, open=opened))
        assert not isinstance(page, Moved)
        form = render(page, PageSetting(Host.SERVER, TODAY, ENGLISH, lambda path: path)).partition('class="pick here"')[2]
        assert 'name="on" value="2013-07-20"' in form.partition("</form>")[0]
        assert 'name="law" value="271-IV"' in form.partition("</form>")[0]


class TestWords:
    """Case, ё and endings: what is stored and what is typed meet in one normal form."""

    STORED = ("Профилактика правонарушений среди несовершеннолетних", "Ёлка у пруда", "Құқық бұзушылықтардың алдын алу органдары")

    def find(self, typed: str) -> list[str]:
        with closing(sqlite3.connect(":memory:")) as conn:
            conn.execute("create virtual table t using fts5(text, tokenize = 'porter unicode61 remove_diacritics 2')")
            conn.executemany("insert into t values (?)", [(normal(each),) for each in self.STORED])
            for query in (exact_query(typed), opening_query(typed), shortened_query(typed)):
                found = [self.STORED[row - 1] for (row,) in conn.execute("select rowid from t where t match ?", (query,))]
                if found:
                    return found
        return []

    @pytest.mark.parametrize(("typed", "place"), [
        ("ПРАВОНАРУШЕНИЙ", 0), ("правонаруш", 0), ("о правонарушениях"[2:], 0), ("несовершеннолетнего", 0), ("елка", 1),
        ("Ёлка", 1), ("ёлки"[:3], 1), ("ҚҰҚЫҚ", 2), ("орган", 2), ("органдардың", 2),
    ])
    def test_a_word_is_found_in_any_case_and_with_other_endings(self, typed: str, place: int) -> None:
        assert self.find(typed) == [self.STORED[place]]

    def test_a_word_that_stands_nowhere_is_not_found(self) -> None:
        assert self.find("правительство") == []


@pytest.mark.parametrize("typed", SLY)
def test_nothing_that_people_search_for_breaks_the_page_or_comes_back_as_markup(conn: sqlite3.Connection, typed: str) -> None:
    page = html(asked(conn, typed))
    page.encode()
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script>" not in page
    assert "<img" not in page
    assert ">49<" not in page
    assert len(page) < 60_000
    json.loads(asked(conn, typed).data(None))


TYPED = st.one_of(st.sampled_from(SLY), st.text(max_size=30), st.sampled_from(
    ["", "law", "act", "Z100000271_", "271-IV", "eng", "rus", "art_7", "art_7__point_1", "on", "diff", "acts", "feed", "calendar",
     "2013-07-20", "2013-02-30", "0001-01-01", "9999-12-31", "0000-00-00", "by-changes", "search", "findings", "124-V", "laws",
     "letter", "year", "2", "ru", "kk", "feed.xml", "acts.csv", "art.7", "7.pdf", "index.html"]))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(TYPED, max_size=6), form=st.sampled_from(Format), locale=st.sampled_from(Locale), typed=TYPED)
@example(steps=["law", "Z100000271_", "eng", "on", "9999-12-31"], form=Format.PAGE, locale=Locale.KAZAKH, typed="")
@example(steps=["law", "271-IV", "eng", "art_7", "on", "2013-07-20"], form=Format.TEXT, locale=Locale.ENGLISH, typed="")
@example(steps=["law", "Z100000271_", "eng", "diff", "0001-01-01", "9999-12-31"], form=Format.JSON, locale=Locale.RUSSIAN, typed="")
def test_every_path_gives_a_page_or_says_what_is_wrong_and_offers_the_nearest(
        conn: sqlite3.Connection, steps: list[str], form: Format, locale: Locale, typed: str) -> None:
    """Whatever is asked for, in whatever form: a page, a way to one, or a page that helps; never an exception."""
    voice = voice_of(locale)
    setting = PageSetting(Host.SERVER, TODAY, voice, lambda path: path)
    wanted = PageRequest("/" + "/".join(steps), on=typed, first=typed, last="2013-07-20", words=typed, law="", lang="")
    stopped: WrongPage | None = None
    try:
        page = answer(PageContext(conn, wanted, TODAY, voice, open=opened))
        shown = page.path if isinstance(page, Moved) else representation(given_in(page, form, voice), form, setting)
    except Unanswerable as stop:
        stopped, shown = stop.page, representation(stop.page, Format.PAGE, setting)
        json.loads(representation(stop.page, Format.JSON, setting))
    assert stopped is None or (stopped.code in (400, 404, 414) and stopped.wrong and stopped.nearest.path.startswith("/"))
    shown.encode()
    for each in SLY[:2]:
        assert each not in shown or shown.startswith("/")


@pytest_asyncio.fixture(scope="module")
async def site(database: Path) -> AsyncIterator[Datasette]:
    async with served(database, "https://laws.example") as datasette:
        yield datasette


class TestServer:
    """The same over HTTP: status, form, and nothing unescaped."""

    @pytest.mark.asyncio
    @pytest.mark.parametrize(("path", "code", "kind"), [
        (f"{LAW}/acts", 200, "text/html"), (f"{LAW}/acts.csv", 200, "text/csv"), (f"{LAW}/acts.json", 200, "application/json"),
        (f"{LAW}/feed.xml", 200, "application/atom+xml"), (f"/ru{LAW}/art_7/feed.xml", 200, "application/atom+xml"),
        ("/feed.xml", 200, "application/atom+xml"), (f"{LAW}/calendar.ics", 200, "text/calendar"),
        (f"{LAW}/on/2013-07-20.txt", 200, "text/plain"), (f"{LAW}/art_7/on/2013-07-20.txt", 200, "text/plain"),
        (f"{LAW}/diff/2013-01-01/2014-01-01.txt", 200, "text/plain"), ("/robots.txt", 200, "text/plain"),
        ("/sitemap.xml", 200, "application/xml"), ("/sitemap-1.xml", 200, "application/xml"), ("/sitemap-2.xml", 404, "text/plain"),
        (f"{LAW}/feed", 404, "text/html"), (f"{LAW}/acts/by-colour", 404, "text/html"), (f"{LAW}/art_7.csv", 404, "text/html"),
        (f"{LAW}/art_99.json", 404, "application/json"), (f"{LAW}/on/2013-02-30.txt", 400, "text/html"),
        (f"{LAW}/art_7.pdf", 404, "text/html"), ("/no/such/page", 404, "text/html"), ("/nonsense", 404, "text/html"),
        (f"/law/{'x' * 2000}", 414, "text/html"), ("/search?q=x&on=2013-02-30", 400, "text/html"),
        ("/search?q=x&lang=fra", 400, "text/html"), ("/search?q=%00%ED%A0%80", 200, "text/html"), ("/~00", 404, "text/html"),
    ])
    async def test_every_path_has_its_status_and_its_kind(self, site: Datasette, path: str, code: int, kind: str) -> None:
        got = await site.client.get(path)
        assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (code, kind)
        if kind == "text/html":
            assert got.text.count("<main") == 1
        if code >= 400 and kind == "text/html":
            assert 'class="button"' in got.text

    @pytest.mark.asyncio
    async def test_a_page_that_nobody_has_is_ours_and_datasette_keeps_its_own(self, site: Datasette) -> None:
        assert "To the laws held" in (await site.client.get("/nonsense")).text
        assert "To the laws held" not in (await site.client.get("/lawgraph/no_such_table")).text

    @pytest.mark.asyncio
    async def test_without_an_address_there_is_no_sitemap(self, database: Path) -> None:
        async with served(database) as datasette:
            assert (await datasette.client.get("/sitemap.xml")).status_code == 404
            assert "Sitemap" not in (await datasette.client.get("/robots.txt")).text
            assert f'<link rel="canonical" href="{LAW}">' in (await datasette.client.get(LAW)).text

    @pytest.mark.asyncio
    async def test_the_nearest_right_search_is_a_link_that_works(self, site: Datasette) -> None:
        told = (await site.client.get("/search", params={"q": "art. 7 & <b>", "on": "2013-02-30"})).text
        link = re.search(r'class="button" href="([^"]+)"', told)
        assert link is not None
        again = await site.client.get(link[1].replace("&amp;", "&"))
        assert again.status_code == 200
        assert 'value="2013-02-28"' in again.text
        assert "art. 7 &amp; &lt;b&gt;" in again.text

    @pytest.mark.asyncio
    @pytest.mark.parametrize("typed", SLY)
    async def test_nothing_typed_anywhere_is_a_fault_or_comes_back_as_markup(self, site: Datasette, typed: str) -> None:
        text = typed.encode("utf-8", "replace").decode()
        for path in (f"/act/{quote(text, safe='')}", f"{LAW}/{quote(text, safe='')}", f"{LAW}/on/{quote(text, safe='')}",
                     f"/search?{urlencode({'q': text, 'law': text})}", f"/search?{urlencode({'q': 'x', 'on': text})}",
                     f"/{quote(text, safe='')}", f"{LAW}?{urlencode({'on': text})}"):
            got = await site.client.get(path)
            assert got.status_code < 500, path
            assert "<script>alert" not in got.text
            assert "<img" not in got.text


class TestFiles:
    """What a static site gives Pagefind to index: each wording once, with what results are filtered by."""

    def records(self, conn: sqlite3.Connection, locales: tuple[Locale, ...] = tuple(Locale)) -> dict[str, SearchRecord]:
        laws = [opened(conn, "Z100000271_", "eng", TODAY)]
        return {each.path: each for _, group in groups(conn, laws, locales) for each in group}

    def test_a_wording_is_found_at_its_place_in_the_language_of_its_text(self, conn: sqlite3.Connection) -> None:
        found = self.records(conn)[f"{LAW}/art_7#art_7__point_9"]
        assert (found.title, found.lang) == ("Article 7, point 9 – Law 271-IV", "en")
        assert found.words.startswith("Article 7, point 9")
        assert self.records(conn, (Locale.RUSSIAN,))[f"{LAW}/art_7"].title == "Статья 7 – Закон № 271-IV"

    def test_results_are_filtered_by_law_language_number_and_whether_in_operation(self, conn: sqlite3.Connection) -> None:
        found = self.records(conn)
        assert found[f"{LAW}/art_7#art_7__point_11-1"].filters == {
            "law": "271-IV", "lang": "eng", "today": "no", "at": "7 11-1"}
        assert found["/act/124-V"].filters == {"act": "124-v", "number": "124"}

    def test_a_law_is_found_by_its_number_and_its_title(self, conn: sqlite3.Connection) -> None:
        found = self.records(conn)[LAW]
        assert (found.title, found.words) == ("Law 271-IV", "Law 271-IV. On prevention of infractions")
        assert found.filters == {"law": "271-IV", "lang": "eng", "act": "271-iv", "number": "271", "today": "no"}

    def test_a_replaced_wording_is_found_apart_and_marked(self, conn: sqlite3.Connection) -> None:
        law = opened(conn, "Z100000271_", "eng", TODAY)
        versions = versions_of(conn, "Z100000271_", "eng", Eid("art_7__point_9"))
        earlier = replace(versions[1], text="swept by hand")
        newest, replaced = records_of(law, (versions[0], earlier, *versions[2:]), "")
        assert "swept by hand" not in newest.words
        assert (replaced.filters["today"], replaced.words) == ("replaced", "Article 7, point 9. swept by hand")
        assert replaced.path == law.stretches.on(earlier.eid, earlier.start.latest or TODAY)


def test_a_search_has_one_address(conn: sqlite3.Connection) -> None:
    assert paths.search(q="a b", on="", law="271-IV") == "/search?q=a+b&law=271-IV"
    assert paths.search(q="") == "/search"


@pytest.mark.parametrize("window", [10_000, 40])
def test_each_wording_is_found_on_its_day_by_its_rarest_and_its_commonest_word(
        conn: sqlite3.Connection, window: int) -> None:
    """A page may be full before a common word's wording comes; all that is on it then applies on the day."""
    texts = conn.execute("select eid, text, from_latest from texts where lang = 'eng'").fetchall()
    counts = Counter(word for _, text, _ in texts for word in {*words_of(text)})
    for eid, text, first in texts[::5]:
        on = date.fromisoformat(first)
        for word in (min(words_of(text), key=counts.__getitem__), max(words_of(text), key=counts.__getitem__)):
            found = search(conn, word, Within(lang="eng", on=on, window=window)).these
            standing = standings_on(conn, found, on)
            full = len(found) == 50 and all(each and each.applies for each in standing)
            assert eid in {each.eid for each in found} or full, (eid, word, on)


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
