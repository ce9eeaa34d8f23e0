"""What three strangers come for, from the home page on; their entries and clicks are those of docs/journeys.md."""

import contextlib
import re
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import Site, watched
from conftest import ROOT
from lawgraph.queries.answers import NAMED

TOLD = (ROOT / "docs" / "journeys.md").read_text(encoding="utf-8")


@dataclass
class Hand:
    """Do what a stranger does with a page, counted."""

    page: Page
    entries: int = 0
    clicks: int = 0
    since: float = field(default_factory=time.monotonic)

    def type(self, line: str) -> None:
        self.page.get_by_role("searchbox").fill(line)
        self.page.keyboard.press("Enter")
        self.entries += 1

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1

    def done(self, who: str, asks: str) -> None:
        """Hold what was done against the page of the docs; `pytest -rP` shows the seconds."""
        print(f"{who} | {asks} | {time.monotonic() - self.since:.1f}")  # noqa: T201  (for whoever writes the page)
        assert f"| {who} | {asks} | {self.entries} | {self.clicks} |" in TOLD


def at_home(page: Page, site: Site, locale: str = "") -> Hand:
    page.goto(f"{site.address}{locale}/")
    return Hand(page)


@pytest.fixture
def copying(chromium: Browser) -> Iterator[Page]:
    """Open a window whose clipboard can be read."""
    with contextlib.closing(chromium.new_context(permissions=["clipboard-read", "clipboard-write"])) as context:
        yield from watched(context)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """Open a window as small as a phone's."""
    with contextlib.closing(chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)) as context:
        yield from watched(context)


def test_a_lawyer_reads_what_a_point_said_and_where_to_find_it(page: Page, site: Site) -> None:
    hand = at_home(page, site)
    hand.type("Article 7 point 9 on 20 June 2013")
    expect(page.get_by_role("heading", level=1)).to_contain_text("on 20 June 2013")
    expect(page.get_by_role("main")).to_contain_text("This point was in operation on that day, and its wording is not held")
    expect(page.get_by_role("main")).to_contain_text("No act is known to have changed it before № 58-VI: read the law as first published.")
    hand.done("a lawyer", "what Article 7 point 9 said on 20 June 2013, and where to read it")


def test_a_lawyer_copies_a_citation_that_says_how_sure_it_is(copying: Page, site: Site) -> None:
    hand = at_home(copying, site)
    hand.type("Article 7 point 9 on 20 June 2013")
    expect(copying.get_by_role("heading", level=1)).to_contain_text("on 20 June 2013")
    hand.click(copying.locator("p[data-cite] + button.copy").first)
    expect(copying.get_by_role("status")).to_have_text("Copied")
    told = copying.evaluate("navigator.clipboard.readText()")
    assert re.search(r"as on 20 June 2013 .*\[(?:wording not|partly) held\]\. http\S+/art_7/on/2012-02-28/?\?asked=2013-06-20", told)
    hand.done("a lawyer", "to copy its citation, which says how sure the wording is and names the day")


def test_a_lawyer_finds_who_ended_an_article(page: Page, site: Site) -> None:
    hand = at_home(page, site)
    hand.type("Article 22")
    expect(page.get_by_role("main")).to_contain_text("№ 124-V excluded it, taking effect between 14 July and 13 August 2013")
    hand.click(page.get_by_role("link", name="№ 124-V", exact=True).first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Law № 124-V of 3 July 2013")
    hand.done("a lawyer", "who ended Article 22, and since when")


@pytest.mark.parametrize(("asks", "query", "where", "told"), [
    ("how many acts changed the law", "The acts that amended a law", "main", "23 rows"),
    ("how many changes have no exact first day", "Days of operation that are not exact", "main", "28 rows"),
    ("which provision was changed most", "The provisions that were changed most", "tbody tr >> nth=0", "art_7__point_1-1"),
])
def test_a_researcher_counts(page: Page, server: Site, asks: str, query: str, where: str, told: str) -> None:
    hand = at_home(page, server)
    hand.click(page.get_by_role("link", name="Data", exact=True))
    hand.click(page.get_by_role("link", name=query))
    expect(page.get_by_role("heading", level=1)).to_contain_text(query)
    expect(page.locator(where)).to_contain_text(told)
    hand.done("a researcher", asks)


def test_a_researcher_takes_the_data_home_and_counts_the_same(page: Page, site: Site, tmp_path: Path) -> None:
    hand = at_home(page, site)
    hand.click(page.get_by_role("link", name="Data", exact=True))
    with page.expect_download() as coming:
        hand.click(page.get_by_role("link", name="lawgraph.db", exact=True))
    coming.value.save_as(tmp_path / "lawgraph.db")
    sql = {each.name: each.sql for each in NAMED}
    with contextlib.closing(sqlite3.connect(tmp_path / "lawgraph.db")) as conn:
        acts, days, most = (conn.execute(sql[name], {"law": "271-IV"}).fetchall() for name in (
            "acts_of_law", "days_not_exact", "changed_most"))
    assert (len(acts), len(days), most[0][1:3]) == (23, 28, ("art_7__point_1-1", 2))
    hand.done("a researcher", "to take the database home, which gives the same three numbers")


def test_a_citizen_reads_an_article_on_a_phone(phone: Page, site: Site) -> None:
    hand = at_home(phone, site)
    hand.click(phone.get_by_role("link", name="Қазақша"))
    hand.click(phone.locator("main section.law .ways a").first)
    hand.click(phone.get_by_role("link", name="Мазмұны", exact=True))
    hand.click(phone.locator("#contents a[href='#art_4']"))
    expect(phone.locator("#art_4")).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hand.done("a citizen, with a phone", "what Article 4 said on the last day of the law, on pages in Kazakh")
