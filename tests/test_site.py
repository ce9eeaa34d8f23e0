"""The static site: whole, relative, without a broken link, and never half written."""

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
from lawgraph.site.building import Plan, Showing, SiteError, build_site, plan_of, relative
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import open_expression
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.request import PageRequest
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import PageContext

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
    for path in ("", LAW, f"{LAW}/on/2013-07-14", f"{LAW}/art_7", f"{LAW}/art_7__point_1/on/2013-07-14", "act/124-V",
                 f"{LAW}/diff", f"{LAW}/diff/2010-05-10/2026-03-02", f"{LAW}/diff/2013-07-14/2013-08-13", "findings",
                 "about", "search", "law/Z100000271_"):
        assert (site / path / "index.html").is_file(), path
    for locale, path in product(("ru", "kk"), ALSO):
        file = f"{path}.xml" if path.endswith("/feed") else f"{path}/index.html"
        assert (site / locale / file.strip("/")).is_file(), (locale, path)
    assert (site / "pagefind" / "pagefind.js").is_file()
    assert (site / "static" / "lawgraph.css").is_file()


def test_there_is_a_page_for_every_day_on_which_anything_differs(site: Path, conn: sqlite3.Connection) -> None:
    expression = open_expression(conn, "271-IV", "eng", TODAY)
    for day in expression.differing:
        assert (site / LAW / "on" / day.isoformat() / "index.html").is_file()
    for version_day, eid in conn.execute("select from_latest, eid from versions where known_before is null"):
        assert (site / LAW / eid / "on" / version_day / "index.html").is_file(), (eid, version_day)


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


def test_every_page_has_its_twin(either: Path) -> None:
    site = either
    for page in pages(site):
        if "refresh" in page.read_text(encoding="utf-8"):
            continue
        folder = site / paths.locale_of(f"/{page.parent.relative_to(site)}")[1].strip("/.")
        twin = site / "index.json" if folder == site else folder.with_name(f"{folder.name}.json")
        json.loads(twin.read_text(encoding="utf-8"))


def test_the_day_of_the_pages_is_recorded_in_them(site: Path) -> None:
    for path in ("", LAW, "about"):
        assert '<time datetime="2026-11-24">24 November 2026</time>' in (site / path / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("path", "held"), [
    ("/law/x/eng/on/2013-07-20", "/law/x/eng/on/2013-07-14"), ("/law/x/eng/on/2013-07-14", "/law/x/eng/on/2013-07-14"),
    ("/law/x/eng/on/2030-01-01", "/law/x/eng/on/2014-01-01"), ("/law/x/eng/on/2000-01-01", "/law/x/eng/on/2010-05-10"),
    ("/law/x/eng/art_7/on/2013-07-20", "/law/x/eng/art_7/on/2010-05-10"), ("/law/x/eng/art_7", "/law/x/eng/art_7"),
    ("/about", "/about"),
])
def test_a_path_of_any_day_leads_to_the_page_of_its_stretch(path: str, held: str) -> None:
    plan = Plan((), {"/law/x/eng": (date(2010, 5, 10), date(2013, 7, 14), date(2014, 1, 1)),
                     "/law/x/eng/art_7": (date(2010, 5, 10),)})
    assert plan.held(path) == held


def test_the_page_of_a_stretch_says_what_each_of_its_days_says(conn: sqlite3.Connection) -> None:
    """A page stands for all days of its stretch, so every day of it must give the same text and the same grades."""
    expression = open_expression(conn, "271-IV", "eng", TODAY)
    plan = plan_of(conn, [expression])
    for eid in ("art_7", "chp_2", "art_6__para_2", "art_9-1", "art_18__para_3"):
        for day in (date(2012, 2, 10), date(2013, 7, 20), date(2017, 6, 1), date(2025, 12, 31)):
            path = f"/{LAW}/{eid}/on/{day}"
            one, other = (answer(PageContext(conn, PageRequest(each), TODAY, open=opened)) for each in (path, plan.held(path)))
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
