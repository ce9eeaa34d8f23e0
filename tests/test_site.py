"""The static site: whole, relative, without a broken link, and never half written."""

import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urldefrag

import html5lib
import pytest

from built import ALSO, TODAY, invented_law, opened, site_of
from lawgraph.law.eid import Eid
from lawgraph.site.building import SiteError, build_site
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Stretches, open_expression
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import PageContext, PageRequest
from lawgraph.site.plan import Plan, relative
from lawgraph.site.showing import Showing

LAW = "law/Z100000271_/eng"
HREF = re.compile(r'\s(?:href|src|action)="([^"]*)"')
ANCHOR = re.compile(r'\sid="([^"]*)"')


@pytest.fixture(scope="module")
def site(database: Path) -> Path:
    return site_of(database)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of a short invented law, with all its pages in every language."""
    at = tmp_path_factory.mktemp("invented")
    build_site(invented_law(at), at / "invented", Showing(TODAY))
    return at / "invented"


@pytest.fixture(params=["site", "invented"])
def either(request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def pages(site: Path) -> Iterator[Path]:
    return (each for each in site.rglob("*.html") if "pagefind" not in each.parts and each.name != "404.html")


def test_all_that_was_promised_is_there(site: Path) -> None:
    for path in ("", LAW, f"{LAW}/on/2013-07-14", f"{LAW}/art_7", "act/124-V",
                 f"{LAW}/diff", f"{LAW}/diff/2010-05-10/2026-03-02", f"{LAW}/diff/2013-06-25/2013-08-13", "findings",
                 "about", "search", "law/Z100000271_"):
        assert (site / path / "index.html").is_file(), path
    for locale, path in product(("ru", "kk"), ALSO):
        assert (site / locale / path.strip("/") / "index.html").is_file(), (locale, path)
    for file in (f"{LAW}/feed.xml", f"{LAW}/calendar.ics", "pagefind/pagefind.js", "404.html", f"{LAW}/404.html",
                 "ru/404.html", "kk/404.html"):
        assert (site / file).is_file(), file
    assert (site / "static" / "lawgraph.css").is_file()


def test_there_is_a_page_for_every_day_on_which_a_law_or_an_article_differs(site: Path, conn: sqlite3.Connection) -> None:
    """A day is the law's own where the law as a whole was not in operation; a point is a place on its article."""
    expression = open_expression(conn, "271-IV", "eng", TODAY)
    for day in expression.differing:
        for end in ("/index.html", ".json", ".txt"):
            assert (site / f"{LAW}/on/{day}{end}").is_file(), (day, end)
    for each in expression.places:
        if each.kind.divides or each.eid.outermost != each.eid:
            assert not (site / LAW / each.eid / "on").exists()
            continue
        own = {day for day in expression.days_of(each.eid) if day < date(2026, 3, 2)}
        assert {path.name for path in (site / LAW / each.eid / "on").iterdir()} == {
            f"{day}{end}" for day in own for end in ("", ".json", ".txt")}, each.eid


def test_the_address_of_any_provision_on_any_day_is_a_place_that_is_there(site: Path, conn: sqlite3.Connection) -> None:
    expression = open_expression(conn, "271-IV", "eng", TODAY)
    anchors: dict[Path, set[str]] = {}
    for each, day in product(expression.places, (date(2009, 1, 1), date(2010, 5, 10), date(2013, 7, 20), date(2027, 1, 1))):
        path, _, place = expression.stretches.on(each.eid, day).partition("#")
        page = site / path.strip("/") / "index.html"
        if page not in anchors:
            anchors[page] = set(ANCHOR.findall(page.read_text(encoding="utf-8")))
        assert not place or place in anchors[page], (each.eid, day)
    assert expression.stretches.on(Eid("art_7__point_9"), date(2013, 7, 20)) == f"/{LAW}/art_7/on/2013-07-14#art_7__point_9"


def test_each_further_language_adds_html_only(invented: Path) -> None:
    for locale in ("ru", "kk"):
        assert {each.suffix for each in (invented / locale).rglob("*") if each.is_file()} == {".html"}


def test_no_link_is_broken_and_none_leaves_the_folder(either: Path) -> None:
    """A page of the real law that was not built in a language is as good as there if it is in English."""
    site, anchors = either, {page: set(ANCHOR.findall(page.read_text(encoding="utf-8"))) for page in pages(either)}
    broken = []
    for page in anchors:
        for link in set(HREF.findall(page.read_text(encoding="utf-8"))):
            if link.startswith("https://adilet.zan.kz/"):
                continue
            path, anchor = urldefrag(unquote(link))
            target = Path(os.path.normpath(page.parent / path)) if path else page
            target = target / "index.html" if path.endswith("/") else target
            whole = not link.startswith("/") and target.is_relative_to(site) and (
                target.is_file() or (site.name == "site" and _in_english(target, site).is_file()))
            if not whole or (anchor and anchor not in anchors.get(target, {anchor})):
                broken.append(f"{page.relative_to(site)}: {link}")
    assert not broken[:20]


def _in_english(target: Path, site: Path) -> Path:
    return site / paths.locale_of(f"/{target.relative_to(site)}")[1].strip("/")


def test_every_page_is_valid_and_holds_to_the_policy(either: Path) -> None:
    for number, page in enumerate(sorted(pages(either))):
        text = page.read_text(encoding="utf-8")
        assert "http-equiv=\"Content-Security-Policy\"" in text, page
        assert "style=" not in text
        assert not re.search(r'<script(?! type="application/ld\+json">)(?![^>]* src=)', text)
        if not number % 7:
            html5lib.HTMLParser(strict=True).parse(text)


def test_days_and_acts_have_their_data_beside_them(either: Path) -> None:
    found = [each for each in pages(either) if each.parent.parent.name in ("on", "act")]
    assert found
    for page in found:
        folder = either / paths.locale_of(f"/{page.parent.relative_to(either)}")[1].strip("/.")
        json.loads(folder.with_name(f"{folder.name}.json").read_text(encoding="utf-8"))


def test_the_data_of_a_law_on_a_day_name_those_of_its_articles_with_their_sums(site: Path) -> None:
    told = json.loads((site / LAW / "on" / "2013-07-14.json").read_text(encoding="utf-8"))
    files = {each["eid"]: each for each in told["provisions"] if "path" in each}
    assert files["art_7"]["path"] == f"/{LAW}/art_7/on/2013-07-14.json"
    assert files["art_1"]["path"] == f"/{LAW}/art_1/on/2010-06-09.json"
    for each in files.values():
        assert hashlib.sha256((site / each["path"].strip("/")).read_bytes()).hexdigest() == each["sha256"]
    assert {"law__heading", "chp_1", "chp_1__heading"} <= {each["eid"] for each in told["provisions"] if "text" in each}


def test_the_day_of_the_pages_is_recorded_in_them(site: Path) -> None:
    for path in ("", LAW, "about"):
        assert '<time datetime="2026-11-24">24 November 2026</time>' in (site / path / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("path", "held"), [
    ("/law/x/eng/on/2013-07-20", "/law/x/eng/on/2013-07-14"), ("/law/x/eng/on/2013-07-14", "/law/x/eng/on/2013-07-14"),
    ("/law/x/eng/on/2030-01-01", "/law/x/eng/on/2014-01-01"), ("/law/x/eng/on/2000-01-01", "/law/x/eng"),
    ("/ru/law/x/eng/art_7/on/2013-07-20", "/ru/law/x/eng/art_7/on/2010-05-10"), ("/law/x/eng/art_7", "/law/x/eng/art_7"),
    ("/law/x/eng/art_7__point_9/on/2013-07-20", "/law/x/eng/art_7/on/2010-05-10#art_7__point_9"),
    ("/law/x/eng/art_7/on/2000-01-01", "/law/x/eng/art_7"), ("/law/x/eng/art_7/on/2014-05-01", "/law/x/eng/on/2014-01-01"),
    ("/law/x/eng/art_7__point_9", "/law/x/eng/art_7#art_7__point_9"), ("/law/x/eng/law__heading", "/law/x/eng"),
    ("/law/x/eng/chp_1/on/2013-07-20", "/law/x/eng/on/2013-07-14#chp_1"), ("/law/x/eng/art_7#acts", "/law/x/eng/art_7#acts"),
    ("/law/x/eng/diff/2010-05-10/2013-07-14", "/law/x/eng/diff/2010-05-10/2013-07-14"),
    ("/law/x/eng/diff/2011-01-01/2013-07-14", "/law/x/eng/diff"), ("/law/x/eng/art_7/diff", "/law/x/eng/diff"),
    ("/law/x/eng/art_7/diff/2010-05-10/2013-07-14", "/law/x/eng/diff/2010-05-10/2013-07-14"), ("/law/x/eng/art_7/diff/2011-01-01/2013-07-14", "/law/x/eng/diff"), ("/ru/law/x/eng/art_7/feed.xml", "/law/x/eng/feed.xml"),
    ("/about", "/about"), ("/law/unknown/eng/on/2013-07-20", "/law/unknown/eng/on/2013-07-20"),
])
def test_a_path_of_any_day_leads_to_the_page_of_its_stretch(path: str, held: str) -> None:
    law = (date(2010, 5, 10), date(2013, 7, 14), date(2014, 1, 1))
    stretches = Stretches("/law/x/eng", law, frozenset({date(2014, 1, 1)}), {Eid("art_7"): (date(2010, 5, 10),)})
    assert Plan((), {"/law/x/eng": stretches}, 0).held(path) == held


def test_the_page_of_a_stretch_says_what_each_of_its_days_says(conn: sqlite3.Connection) -> None:
    """A page stands for all days of its stretch, so every day of it must give the same text and the same grades."""
    expression = open_expression(conn, "271-IV", "eng", TODAY)
    for eid in ("art_7", "chp_2", "art_6__para_2", "art_9-1", "art_18__para_3"):
        for day in (date(2012, 2, 10), date(2013, 7, 20), date(2017, 6, 1), date(2025, 12, 31)):
            first = expression.stretches.on(Eid(eid), day).partition("/on/")[2].partition("#")[0]
            one, other = (answer(PageContext(conn, PageRequest(f"/{LAW}/{eid}/on/{each}"), TODAY, open=opened))
                          for each in (day, first))
            assert isinstance(one, ProvisionOnDayPage)
            assert isinstance(other, ProvisionOnDayPage)
            assert [(each.eid, each.text, each.answer.grade) for each in one.block.whole] == \
                [(each.eid, each.text, each.answer.grade) for each in other.block.whole]


@pytest.mark.parametrize(("target", "seen_from", "link"), [
    ("/", "/", "./"), ("/about", "/", "about/"), ("/", "/about", "../"), ("/static/a.css", "/act/1-V", "../../static/a.css"),
    ("/law/x/eng/art_7", "/law/x/eng/on/2013-07-14", "../../art_7/"), ("/index.json", "/", "index.json"),
    ("/law/x/eng.json", "/law/x/eng", "../eng.json"), ("/act/1-V.json", "/act/1-V", "../1-V.json"),
])
def test_links_are_relative(target: str, seen_from: str, link: str) -> None:
    assert relative(target, seen_from) == link


def test_a_folder_of_somebody_else_is_refused(database: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(SiteError, match="holds something that is no site of lawgraph"):
        build_site(database, tmp_path / "mine", Showing(TODAY))
    assert (tmp_path / "mine" / "thesis.txt").read_text(encoding="utf-8") == "years of work"
    with pytest.raises(SiteError, match="this is a file"):
        build_site(database, tmp_path / "mine" / "thesis.txt", Showing(TODAY))


def test_nothing_half_written_stays_when_the_work_stops(database: Path, tmp_path: Path,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lawgraph.site.building._told", stop)
    with pytest.raises(KeyboardInterrupt):
        build_site(database, tmp_path / "site", Showing(TODAY))
    assert not list(tmp_path.iterdir())
