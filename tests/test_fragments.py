"""What pages made of a provision is made once, and a page put together from it is the page that would be made anew."""

import sqlite3
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import product

import pytest

from built import TODAY
from lawgraph.law.eid import Eid
from lawgraph.queries.references import changes_of_law, to_look_up
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.pages.fragments import Fragments
from lawgraph.site.pages.law import law_on_day_page
from lawgraph.site.pages.page import PageOfDay
from lawgraph.site.pages.provision import provision_on_day_page
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.plan import Plan
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import Locale, voice_of

DAYS = (date(2010, 5, 10), date(2013, 6, 24), date(2013, 7, 20), date(2018, 1, 1), date(2021, 5, 5), date(2026, 11, 30))


@pytest.fixture
def law(conn: sqlite3.Connection) -> Expression:
    return open_expression(conn, "271-IV", "eng", TODAY)


def shown(page: PageOfDay, host: Host, locale: Locale) -> str:
    """Files hold a page for each stretch of days, to which their links lead; a server has one for each day."""
    law = page.expression
    reach = Plan((), {law.path: law.stretches}, 0).held if host is Host.FILES else str
    return render(page, PageSetting(host, TODAY, voice_of(locale).at(TODAY), reach))


def pages(conn: sqlite3.Connection, law: Expression, day: date) -> tuple[PageOfDay, ...]:
    return (law_on_day_page(law, day), provision_on_day_page(conn, law, Eid("art_7"), day),
            provision_on_day_page(conn, law, Eid("art_7__point_9"), day))


def test_a_page_put_together_is_the_page_that_an_empty_store_gives(conn: sqlite3.Connection, law: Expression) -> None:
    for day, locale, host in product(DAYS, Locale, Host):
        spoken = replace(law, voice=voice_of(locale).at(TODAY))
        empty = replace(spoken, made=Fragments())
        for again, anew in zip(pages(conn, spoken, day), pages(conn, empty, day), strict=True):
            assert shown(again, host, locale) == shown(anew, host, locale)
            assert again.data("build") == anew.data("build")


def test_on_another_day_of_a_stretch_nothing_is_made_anew(conn: sqlite3.Connection, law: Expression) -> None:
    """A sentence on a doubt may name the day: it is put into its place."""
    first, second = (law_on_day_page(law, day) for day in (date(2018, 1, 1), date(2018, 1, 2)))
    assert first.days.first == second.days.first
    for page in (first, second):
        assert page.data(None)
        before = len(law.made)
        assert shown(page, Host.SERVER, Locale.ENGLISH)
        made, held = len(law.made) - before, sum(1 for block in page.blocks for _ in block.whole)
        assert page.doubts
        assert made == 0 if page is second else made > held / 2


def test_on_the_days_of_an_open_law_the_database_is_asked_nothing(conn: sqlite3.Connection, law: Expression) -> None:
    asked = list[str]()
    keeping = dict.fromkeys(((law.law.id, law.lang, TODAY), (law.law.number, law.lang, TODAY)), law)
    day = "/law/Z100000271_/eng{}/on/2018-01-0{}".format
    context = partial(PageContext, conn, today=TODAY, opened=lambda *key: keeping.get(key))
    conn.set_trace_callback(asked.append)
    try:
        for part in ("", "/art_7", "/art_7__point_9"):
            assert isinstance(answer(context(PageRequest(day(part, 1)))), PageOfDay)
            asked.clear()
            assert isinstance(answer(context(PageRequest(day(part, 2)))), PageOfDay)
            assert asked == []
        by_number = answer(context(PageRequest(day("", 1).replace("Z100000271_", "271-IV"))))
        assert isinstance(by_number, Moved)
        assert by_number.path == day("", 1)
    finally:
        conn.set_trace_callback(None)


def test_an_open_law_tells_where_to_look_as_the_database_does(conn: sqlite3.Connection, law: Expression) -> None:
    unheld = [(each, each.start.latest) for each in law.versions if each.text is None and each.start.latest]
    assert len(unheld) > 90
    for asked in (unheld, unheld[:1], []):
        assert law.to_look_up(asked) == to_look_up(conn, law.law, changes_of_law(conn, law.law.id), asked)


def test_a_store_that_is_full_begins_anew() -> None:
    made = Fragments(most=3)
    for number in range(10):
        assert made.once(number, partial("fragment {}".format, number)) == f"fragment {number}"
        assert len(made) <= 3
