"""Whose site it is: told where somebody said so, nowhere else, and refused where it cannot be read."""

import json
import re
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from built import LAW, TODAY, opened
from lawgraph.site.pages.law import LawPage
from lawgraph.site.pages.owner import NOBODY, SiteOwner, owner_in
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import ENGLISH

OWNER = SiteOwner("Chamber of Sundials (invented)", "mailto:dial@example.org", "free", "CC0 1.0",
                  "https://tracker.example/new?title={title}&body={address}")


def shown(conn: sqlite3.Connection, path: str, owner: SiteOwner) -> str:
    page = answer(PageContext(conn, PageRequest(path), TODAY, open=opened))
    assert not isinstance(page, Moved)
    return written(page, owner)


def written(page: Page, owner: SiteOwner) -> str:
    return render(page, PageSetting(Host.SERVER, TODAY, ENGLISH, lambda each: each, owner=owner,
                                    world=lambda each: f"https://laws.example{each}"))


@pytest.mark.parametrize("path", ["/", "/about", "/data"])
def test_home_about_and_data_say_whose_they_are(path: str, conn: sqlite3.Connection) -> None:
    told = shown(conn, path, OWNER)
    assert "Chamber of Sundials (invented)" in re.sub("<[^>]+>", "", told)
    linked = json.loads(re.findall(r'ld\+json">(.*?)</script>', told)[0])
    assert linked["publisher"]["name"] == OWNER.publisher
    assert linked["license"] == ("CC0 1.0" if path == "/data" else "free")


@pytest.mark.parametrize("path", ["/", "/about", "/data"])
def test_what_nobody_said_is_not_invented(path: str, conn: sqlite3.Connection) -> None:
    told = shown(conn, path, NOBODY)
    assert "Published by" not in told
    assert "ld+json" not in told
    assert "Report an error" not in told


def test_an_error_is_reported_with_the_page_that_has_it(conn: sqlite3.Connection) -> None:
    told = shown(conn, f"{LAW}/art_7/on/2013-07-20", OWNER)
    assert "body=https%3A%2F%2Flaws.example%2Flaw%2FZ100000271_%2Feng%2Fart_7%2Fon%2F2013-07-14" in told
    assert "2013-07-14%3Fasked%3D2013-07-20" in told
    assert "/art_7/on/2013-07-14?asked=2013-07-20</span>" in told.partition("Permanent address:")[2]


def test_a_file_that_is_missing_names_nobody(tmp_path: Path) -> None:
    assert owner_in(tmp_path / "lawgraph.toml") == NOBODY


def test_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "lawgraph.toml").write_text('[site]\npublisher = "A"\ncontact = "https://a.example"\n', encoding="utf-8")
    assert owner_in(tmp_path / "lawgraph.toml") == SiteOwner("A", "https://a.example")


@pytest.mark.parametrize(("written", "told"), [
    ('[site]\ncontact = "javascript:alert(1)"', "this is no address"), ('[site]\npublsher = "A"', "publsher"),
    ('[site]\nreport = "https://a.example/{page}"', "{page}"), ("[site]\npublisher = 3", "publisher"),
    ('[page]\npublisher = "A"', "page"), ('publisher = "A"', "publisher"),
])
def test_what_is_wrong_in_it_is_told_with_its_line(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "lawgraph.toml").write_text(written, encoding="utf-8")
    with pytest.raises(ExceptionGroup) as caught:
        owner_in(tmp_path / "lawgraph.toml")
    assert re.match(r"lawgraph\.toml:\d", str(caught.value.exceptions[0]))
    assert told in str(caught.value.exceptions[0])


def test_an_excluded_article_shows_its_heading_and_last_wording_as_those_of_another_day(conn: sqlite3.Connection) -> None:
    page = answer(PageContext(conn, PageRequest(f"{LAW}/art_23-1/on/2024-01-01"), TODAY, open=opened))
    assert isinstance(page, ProvisionOnDayPage)
    assert page.last_wording
    assert page.last_wording.last == date(2023, 3, 25)
    told = re.sub("<[^>]+>", "", shown(conn, f"{LAW}/art_23-1/on/2024-01-01", NOBODY))
    assert "As it was on 25 March 2023, the last day on which it was surely in operation." in told
    assert "Not in operation on that day: №\u00a0206-VII excluded it" in told


def test_a_last_wording_that_is_not_held_shows_none(conn: sqlite3.Connection) -> None:
    page = answer(PageContext(conn, PageRequest(f"{LAW}/art_22/on/2018-01-01"), TODAY, open=opened))
    assert isinstance(page, ProvisionOnDayPage)
    assert page.last_wording
    assert page.last_wording.block.text is None
    assert page.last_wording.block.heading
    assert page.last_wording.block.heading.text


def test_the_act_that_ended_a_law_is_a_link_once(conn: sqlite3.Connection) -> None:
    """The act that ended this one is the law that took its place; of one that did not it is said that it ended it."""
    page = answer(PageContext(conn, PageRequest(LAW), TODAY, open=opened))
    assert isinstance(page, LawPage)
    ended = 'It was ended by <a class="nb" href="/act/245-VIII">'
    assert 'Its place was taken by: <a href="/act/245-VIII">' in written(page, NOBODY)
    assert ended not in written(page, NOBODY)
    assert ended in written(replace(page, lineage=()), NOBODY)
