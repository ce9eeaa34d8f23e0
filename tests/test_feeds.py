"""News and machine faces: Atom, calendars, sitemaps, linked data; each read back by a reader of its standard."""

import json
import re
import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner
from lxml import etree

from built import TODAY, opened
from lawgraph.commands.cli import main
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import open_expression
from lawgraph.site.pages.feeds import Calendar, Event, Feed, feed_of_law
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.wrong import Unanswerable, WrongPage
from lawgraph.site.plan import MOST, every, listed, robots, sitemaps
from lawgraph.site.render import Host, PageSetting
from lawgraph.site.representations import given_in, representation, written
from lawgraph.site.showing import Showing
from lawgraph.voice.speaking import ENGLISH, Locale, voice_of

LAW = "/law/Z100000271_/eng"
ATOM = "{http://www.w3.org/2005/Atom}"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DAY_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00Z")
FEEDS = [f"{LAW}/feed", f"{LAW}/art_7/feed", f"{LAW}/chp_2/feed", "/feed"]


def page_at(conn: sqlite3.Connection, path: str, locale: Locale = Locale.ENGLISH) -> Page:
    page = answer(PageContext(conn, PageRequest(path), TODAY, voice_of(locale), open=opened))
    assert not isinstance(page, Moved)
    return page


def setting(locale: Locale = Locale.ENGLISH, address: str = "") -> PageSetting:
    world = (lambda path: f"{address}{path}") if address else None
    return PageSetting(Host.SERVER, TODAY, voice_of(locale), lambda path: path, world=world)


def atom(conn: sqlite3.Connection, path: str, address: str = "") -> etree._Element:
    told = representation(page_at(conn, path), Format.FEED, setting(address=address))
    return etree.fromstring(told.replace("\u00a0", " ").encode())


def events(conn: sqlite3.Connection) -> dict[str, icalendar.Component]:
    page = page_at(conn, f"{LAW}/calendar")
    read = icalendar.Calendar.from_ical(representation(page, Format.CALENDAR, setting()))
    return {str(each["summary"]): each for each in read.walk("VEVENT")}


class TestAtom:
    """RFC 4287."""

    @pytest.mark.parametrize("path", FEEDS)
    def test_a_feed_and_its_entries_have_all_that_the_standard_asks(self, conn: sqlite3.Connection, path: str) -> None:
        feed = atom(conn, path)
        assert feed.tag == f"{ATOM}feed"
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        entries = feed.findall(f"{ATOM}entry")
        assert entries
        for each in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(each.findall(f"{ATOM}{name}")) == 1
            assert each.findtext(f"{ATOM}title")
            assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each.findtext(f"{ATOM}id", ""))
            assert DAY_TIME.fullmatch(each.findtext(f"{ATOM}updated", ""))
            assert [link for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        names = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
        assert len(names) == len(set(names))

    def test_an_entry_tells_what_an_act_did_from_when_and_how_sure_that_is(self, conn: sqlite3.Connection) -> None:
        entries = {each.findtext(f"{ATOM}title", ""): each for each in atom(conn, f"{LAW}/art_7/feed").findall(f"{ATOM}entry")}
        one, other = (entries[f"№ {number} changed Law 271-IV"] for number in ("124-V", "159-V"))
        assert one.findtext(f"{ATOM}updated") == "2026-11-23T00:00:00Z", "it became known later than it began"
        told = one.findtext(f"{ATOM}summary", "")
        assert told.startswith("Article 7, point 1: excluded. The first day of operation is not certain: between 14 July and 13 August 2013. 10 calendar days after")
        assert "In operation from 26 January 2014." in other.findtext(f"{ATOM}summary", "")

    def test_news_of_all_laws_tell_since_when_a_change_is_known_here(self, conn: sqlite3.Connection) -> None:
        entries = atom(conn, "/feed").findall(f"{ATOM}entry")
        assert len(entries) == 23
        assert all("Known here since 23 November 2026." in each.findtext(f"{ATOM}summary", "") for each in entries)
        assert {each.findtext(f"{ATOM}updated") for each in entries} == {"2026-11-23T00:00:00Z"}
        assert [each.findtext(f"{ATOM}title") for each in entries[:2]] == [
            "№ 245-VIII changed Law 271-IV", "№ 213-VIII changed Law 271-IV"], "of one day of knowledge the newest first"

    def test_the_feed_of_an_article_tells_what_bears_on_it_alone(self, conn: sqlite3.Connection) -> None:
        assert "№ 562-IV changed Law 271-IV" not in {
            each.findtext(f"{ATOM}title") for each in atom(conn, f"{LAW}/art_7/feed").findall(f"{ATOM}entry")}
        assert "№ 562-IV changed Law 271-IV" in {
            each.findtext(f"{ATOM}title") for each in atom(conn, f"{LAW}/feed").findall(f"{ATOM}entry")}

    def test_the_newest_stands_first_and_dates_the_feed(self, conn: sqlite3.Connection) -> None:
        for path in FEEDS:
            feed = atom(conn, path)
            days = [each.findtext(f"{ATOM}updated", "") for each in feed.findall(f"{ATOM}entry")]
            assert days == sorted(days, reverse=True)
            assert feed.findtext(f"{ATOM}updated") == days[0]

    def test_news_keeps_its_name_in_every_language_and_at_every_address(self, conn: sqlite3.Connection) -> None:
        names = []
        for locale in Locale:
            page = page_at(conn, f"{LAW}/feed", locale)
            assert isinstance(page, Feed)
            names.append([each.identity for each in page.entries])
        assert names[0] == names[1] == names[2]
        page = page_at(conn, "/feed")
        assert isinstance(page, Feed)
        assert {each.identity for each in page.entries} == set(names[0])

    def test_addresses_are_absolute_where_the_site_knows_its_own(self, conn: sqlite3.Connection) -> None:
        links = [each.get("href", "") for each in atom(conn, f"{LAW}/feed", "https://laws.example").iter(f"{ATOM}link")]
        assert all(link.startswith("https://laws.example/") for link in links)
        assert f"https://laws.example{LAW}/feed.xml" in links

    def test_what_is_marked_up_in_a_title_stays_text(self, conn: sqlite3.Connection) -> None:
        expression = open_expression(conn, "271-IV", "eng", TODAY)
        feed = feed_of_law(replace(expression, law=replace(expression.law, number="<b>1</b> & \"2\"")))
        read = etree.fromstring(representation(feed, Format.FEED, setting()).encode())
        assert read.findtext(f"{ATOM}title") == 'Changes of Law <b>1</b> & "2"'
        assert not list(read.iter("b"))

    def test_a_part_has_the_feed_of_its_article(self, conn: sqlite3.Connection) -> None:
        assert answer(PageContext(conn, PageRequest(f"{LAW}/art_7__point_1/feed"), TODAY, open=opened)) == Moved(f"{LAW}/art_7/feed")


class TestCalendar:
    """RFC 5545, read back by icalendar."""

    def test_a_day_that_is_known_is_one_day_and_confirmed(self, conn: sqlite3.Connection) -> None:
        event = events(conn)["№ 159-V changed Law 271-IV"]
        assert event.decoded("dtstart") == date(2014, 1, 26)
        assert event.decoded("dtend") == date(2014, 1, 27)
        assert str(event["status"]) == "CONFIRMED"

    def test_a_day_that_is_not_is_a_span_and_tentative(self, conn: sqlite3.Connection) -> None:
        event = events(conn)["№ 124-V changed Law 271-IV"]
        assert event.decoded("dtstart") == date(2013, 7, 14)
        assert event.decoded("dtend") - timedelta(days=1) == date(2013, 8, 13)
        assert str(event["status"]) == "TENTATIVE"
        assert "The first day of operation is not certain: between 14 July and 13 August 2013." in str(event["description"])

    def test_every_event_has_what_the_standard_asks(self, conn: sqlite3.Connection) -> None:
        page = page_at(conn, f"{LAW}/calendar")
        text = representation(page, Format.CALENDAR, setting())
        read = icalendar.Calendar.from_ical(text)
        assert read["version"] == "2.0"
        assert read["prodid"]
        names = [str(each["uid"]) for each in read.walk("VEVENT")]
        assert len(names) == len(set(names)) > 20
        for each in read.walk("VEVENT"):
            assert not isinstance(each.decoded("dtstart"), datetime), "an act comes into operation at no hour"
            assert each.decoded("dtstamp").date() == each.decoded("dtstart")
            assert not each.errors
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        assert "\n" not in text.replace("\r\n", "")

    def test_the_law_itself_begins_in_it(self, conn: sqlite3.Connection) -> None:
        assert events(conn)["Law 271-IV began to operate"].decoded("dtstart") == date(2010, 5, 10)

    def test_text_that_looks_like_a_line_of_the_format_stays_text(self, conn: sqlite3.Connection) -> None:
        page = page_at(conn, f"{LAW}/calendar")
        assert isinstance(page, Calendar)
        sly = Event("urn:uuid:1", "a;b,c\\d\r\nATTACH:x", "/act/1-V", date(2001, 1, 1), None, ("e\nEND:VEVENT",))
        read = icalendar.Calendar.from_ical(written(replace(page, events=(sly,)), lambda path: f"https://x.example{path}"))
        (event,) = read.walk("VEVENT")
        assert "attach" not in event
        assert str(event["url"]) == "https://x.example/act/1-V"
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2001, 1, 1), date(2001, 1, 2))
        assert str(event["status"]) == "TENTATIVE"


class TestForms:
    """Every page in every form that it is given in, and in no other."""

    @pytest.mark.parametrize(("path", "form", "told"), [
        (f"{LAW}/on/2013-07-20", Format.TEXT, "Article 7. Competence of the bodies of internal affairs"),
        (LAW, Format.TEXT, "not in operation"),
        (f"{LAW}/art_7__point_9/on/2016-03-01", Format.TEXT, "MAY I RELY ON IT?"),
        (f"{LAW}/art_7__point_9", Format.TEXT, "58-VI"),
        (f"{LAW}/diff/2013-01-01/2014-02-01", Format.TEXT, "art_7__point_1: excluded by № 124-V"),
    ])
    def test_what_is_read_is_given_as_plain_text(self, conn: sqlite3.Connection, path: str, form: Format, told: str) -> None:
        page = page_at(conn, path)
        assert form in page.formats
        text = representation(page, form, setting())
        assert told in text
        assert "<" not in text
        assert text.endswith("\n")

    @pytest.mark.parametrize(("path", "form", "nearest"), [
        (f"{LAW}/acts", Format.TEXT, f"{LAW}/acts"), (f"{LAW}/feed", Format.PAGE, f"{LAW}/feed.xml"),
        (f"{LAW}/calendar", Format.JSON, f"{LAW}/calendar.ics"), ("/about", Format.CALENDAR, "/about"),
        (f"{LAW}/art_7", Format.TABLE, f"{LAW}/art_7"),
    ])
    def test_a_form_that_is_not_given_leads_to_one_that_is(self, conn: sqlite3.Connection, path: str, form: Format,
                                                           nearest: str) -> None:
        with pytest.raises(Unanswerable) as stop:
            given_in(page_at(conn, path), form, ENGLISH)
        assert (stop.value.page.code, stop.value.page.nearest.path) == (404, nearest)

    @pytest.mark.parametrize("path", ["/", LAW, f"{LAW}/on/2013-07-20", f"{LAW}/art_7", f"{LAW}/acts", "/act/124-V"])
    def test_a_page_leads_to_its_other_forms_and_to_news(self, conn: sqlite3.Connection, path: str) -> None:
        page = page_at(conn, path)
        told = representation(page, Format.PAGE, setting())
        for form in page.formats[1:]:
            assert f'href="{paths.in_form(path, form)}"' in told
        assert ('<link rel="alternate" type="application/atom+xml"' in told) is ("/on/" not in path)
        assert ('<link rel="alternate" type="text/calendar"' in told) is (path.startswith("/law") and "/on/" not in path)


class TestLinkedData:
    """Pages as `Legislation` of schema.org."""

    def block(self, conn: sqlite3.Connection, path: str, address: str = "") -> str:
        told = representation(page_at(conn, path), Format.PAGE, setting(address=address))
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', told, re.DOTALL)
        assert found is not None
        return found[1]

    def linked(self, conn: sqlite3.Connection, path: str, address: str = "") -> dict[str, str]:
        """Return the plain properties of a page."""
        found: dict[str, str] = json.loads(self.block(conn, path, address))
        return found

    def things(self, conn: sqlite3.Connection, path: str, name: str) -> list[dict[str, str]]:
        """Return the things that a page names in a property."""
        found: dict[str, list[dict[str, str]]] = json.loads(self.block(conn, path))
        return found.get(name, [])

    def test_a_law_is_told_with_what_is_sure(self, conn: sqlite3.Connection) -> None:
        told = self.linked(conn, LAW, "https://laws.example")
        assert told["@type"] == "Legislation"
        assert told["@id"] == f"https://laws.example{LAW}"
        assert (told["legislationIdentifier"], told["legislationDate"], told["inLanguage"]) == ("271-IV", "2010-04-29", "en")
        assert told["legislationLegalForce"] == "https://schema.org/NotInForce"
        assert "legislationDateOfApplicability" not in told, "the law's own first day lies between two days"
        assert {"@type": "Legislation", "@id": f"{LAW}/art_7", "name": "Article 7"} in self.things(conn, LAW, "hasPart")

    def test_a_day_names_its_day_and_says_nothing_of_force_today(self, conn: sqlite3.Connection) -> None:
        path = f"{LAW}/art_7/on/2013-07-20"
        told = self.linked(conn, path)
        assert told["legislationDateVersion"] == "2013-07-20"
        assert "legislationLegalForce" not in told
        assert {"@type": "Legislation", "@id": LAW, "name": "On prevention of infractions"} in self.things(conn, path, "isPartOf")
        (text,) = self.things(conn, path, "encoding")
        assert text["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"

    def test_an_act_names_what_it_amends_and_what_it_repeals(self, conn: sqlite3.Connection) -> None:
        assert [each["@id"] for each in self.things(conn, "/act/159-V", "legislationAmends")] == [LAW]
        assert not self.things(conn, "/act/159-V", "legislationRepeals")
        assert [each["@id"] for each in self.things(conn, "/act/245-VIII", "legislationRepeals")] == [LAW]
        assert self.linked(conn, "/act/159-V")["legislationDateOfApplicability"] == "2014-01-26"
        assert "legislationDateOfApplicability" not in self.linked(conn, "/act/124-V")

    @pytest.mark.parametrize("path", [f"{LAW}/art_7", f"{LAW}/on/2013-07-20", f"{LAW}/diff", f"{LAW}/acts",
                                      f"{LAW}/diff/2013-01-01/2014-01-01"])
    def test_every_page_of_a_law_has_some(self, conn: sqlite3.Connection, path: str) -> None:
        assert self.linked(conn, path)["@context"] == "https://schema.org"

    def test_no_title_ends_the_block(self, conn: sqlite3.Connection) -> None:
        page = page_at(conn, f"{LAW}/acts")
        sly = replace(page, head=replace(page.head, title="</script><script>alert(1)</script>"))
        assert "<script>alert" not in representation(sly, Format.PAGE, setting())

    @pytest.mark.parametrize(("path", "canonical"), [
        (f"{LAW}/on/2013-07-20", f"{LAW}/on/2013-07-14"), (f"{LAW}/acts/by-changes", f"{LAW}/acts"), (LAW, LAW),
        (f"{LAW}/art_7/on/2009-01-01", f"{LAW}/art_7"),
        (f"{LAW}/art_7__point_9/on/2013-07-20", f"{LAW}/art_7/on/2013-07-14#art_7__point_9"), ("/", "/"),
    ])
    def test_one_address_stands_for_all_pages_that_say_the_same(self, conn: sqlite3.Connection, path: str,
                                                                canonical: str) -> None:
        told = representation(page_at(conn, path), Format.PAGE, setting(address="https://laws.example"))
        assert f'<link rel="canonical" href="https://laws.example{canonical}">' in told
        assert told.count('<link rel="alternate" hreflang=') == len(Locale)


class TestSitemaps:
    """What search engines read first."""

    def test_sitemaps_name_absolute_addresses_of_pages_that_are_there(self, conn: sqlite3.Connection) -> None:
        files = every(conn, tuple(Locale), lambda path: f"https://laws.example{path}")
        index = etree.fromstring(files["/sitemap.xml"].encode())
        assert [each.text for each in index.iter(f"{MAPS}loc")] == ["https://laws.example/sitemap-1.xml"]
        named = [each.text or "" for each in etree.fromstring(files["/sitemap-1.xml"].encode()).iter(f"{MAPS}loc")]
        assert len(named) == len(set(named)) > 100
        assert all(each.startswith("https://laws.example/") for each in named)
        assert f"https://laws.example/kk{LAW}/art_7" in named
        for path in listed(conn, (Locale.ENGLISH,)):
            assert not isinstance(answer(PageContext(conn, PageRequest(path), TODAY, open=opened)), Moved | WrongPage), path

    def test_no_sitemap_holds_more_than_it_may(self) -> None:
        addresses = [f"https://laws.example/{number}?a&b" for number in range(5)]
        parts = sitemaps(addresses, 2)
        assert [part.count("<loc>") for part in parts] == [2, 2, 1]
        assert [each.text for part in parts for each in etree.fromstring(part.encode()).iter(f"{MAPS}loc")] == addresses
        assert MOST == 50_000

    def test_robots_are_told_of_a_sitemap_where_there_is_one(self) -> None:
        assert "Sitemap" not in robots(None)
        assert robots(lambda path: f"https://laws.example{path}").endswith("Sitemap: https://laws.example/sitemap.xml\n")
        assert "Disallow: /search" in robots(None)

    @pytest.mark.parametrize(("path", "address"), [
        ("/", "https://x.example/laws/"), ("/about", "https://x.example/laws/about/"),
        ("/feed.xml", "https://x.example/laws/feed.xml"), ("/law/x/eng/art_7#acts", "https://x.example/laws/law/x/eng/art_7/#acts"),
    ])
    def test_files_are_folders_for_the_world_too(self, path: str, address: str) -> None:
        assert Showing(TODAY, address="https://x.example/laws").world(path) == address

    @pytest.mark.parametrize("typed", ["laws.example", "ftp://laws.example", "https://", "https://a b", "https://x/?q=1"])
    def test_what_is_no_address_is_refused_in_one_line(self, typed: str, tmp_path: Path) -> None:
        told = CliRunner().invoke(main, ["site", "--out", str(tmp_path / "out"), "--address", typed])
        assert told.exit_code != 0
        assert "this is no address of a site" in f"{told.output}{told.exception}"
