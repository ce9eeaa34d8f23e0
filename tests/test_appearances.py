"""When words came into a law and fell away, never told where a wording beside them is not held."""

import json
import sqlite3
from datetime import date

import pytest
from click.testing import CliRunner

from built import LAW, TODAY, opened
from conftest import FOLDERS
from lawgraph.commands.cli import main
from lawgraph.law.days import DayBounds, Ground, basis_on
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.printout import words_found
from lawgraph.queries import seeking
from lawgraph.queries.answers import all_versions
from lawgraph.queries.seeking import Appearance, Border, WordlessQuestion, appearances
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import PageContext, PageRequest
from lawgraph.site.pages.words import WordsPage
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import ENGLISH

ID = "Z100000271_"
FIRST, SECOND, THIRD = date(2010, 1, 1), date(2015, 1, 1), date(2020, 1, 1)


def bounds(first: date | None, last: date | None) -> DayBounds:
    return DayBounds(first, last, basis_on(Ground.NO_FURTHER))


def life(*told: str | None) -> tuple[Version, ...]:
    """Return a life of three versions at most: each a wording, `None` for one that is not held, "–" where it was not."""
    days = (FIRST, SECOND, THIRD, None)
    return tuple(
        Version(Eid("art_1"), bounds(days[place], days[place]), bounds(days[place + 1], days[place + 1]),
                Presence.NO if text == "–" else Presence.YES,
                None if text == "–" else Wording.UNKNOWN if text is None else Wording.ATTESTED,
                None if text == "–" else text, (), introduced_by=(f"{place}-V",), ended_by=(f"{place + 1}-V",))
        for place, text in enumerate(told))


def found(words: str, *told: str | None) -> list[Appearance]:
    return list(seeking._in_life(Eid("art_1"), life(*told), seeking._finder(words)))


def test_words_come_in_by_the_act_that_brought_them_and_fall_away_by_the_one_that_took_them() -> None:
    (own,) = found("bells", "ring", "ring the bells", "ring")
    assert (own.came.border, own.came.bounds.latest, own.came.acts, own.came.sure) == (
        Border.CHANGED, SECOND, ("1-V",), True)
    assert (own.went.border, own.went.bounds.earliest, own.went.acts, own.went.sure) == (
        Border.CHANGED, THIRD, ("2-V",), True)


def test_beside_a_wording_that_is_not_held_nothing_comes_in_and_nothing_falls_away() -> None:
    (own,) = found("bells", None, "ring the bells", None)
    assert (own.came.border, own.came.bounds.earliest, own.came.bounds.latest, own.came.acts, own.came.sure) == (
        Border.NOT_HELD, None, SECOND, (), False)
    assert (own.went.border, own.went.bounds.latest, own.went.acts, own.went.sure) == (Border.NOT_HELD, None, (), False)
    assert "not held" in words_found.came(own.came, ENGLISH)
    assert words_found.went(own.went, ENGLISH).startswith("Whether they stood there afterwards is not known")


def test_an_inserted_provision_brings_its_words_and_an_excluded_one_takes_them() -> None:
    (own,) = found("bells", "–", "ring the bells", "–")
    assert (own.came.border, own.went.border, own.came.sure, own.went.sure) == (
        Border.CHANGED, Border.CHANGED, True, True)


def test_words_without_an_end_say_so() -> None:
    (own,) = found("bells", "ring", "bells", "the bells, anew")
    assert [each.text for each in own.versions] == ["bells", "the bells, anew"]
    assert (own.went.border, words_found.went(own.went, ENGLISH)) == (Border.OPEN, "No end is known.")


@pytest.mark.parametrize(("words", "text", "there"), [
    ("bell", "the bells", False), ("bell*", "the bells", True), ("ring the", "Ring  the bells", True), ("ring bells", "ring the bells", False),
    ("счёт", "Счет ведет", True), ("№ 292-VI", "закон № 292-VІ", True), ("(bells", "the (bells)", True), (".*", "bells", None), ("", "x", None),
])
def test_words_are_sought_whole_and_in_a_row(words: str, text: str, *, there: bool | None) -> None:
    if there is None:
        with pytest.raises(WordlessQuestion):
            seeking._finder(words)
    else:
        assert seeking._finder(words)(text) is there


def test_nothing_is_called_sure_where_the_text_of_the_day_is_not(conn: sqlite3.Connection) -> None:
    """Each day on which words are said to stand has a wording that is held and has them; beside a turn none lacks text."""
    versions = {each.eid: [own for own in all_versions(conn, ID, "eng") if own.eid == each.eid]
                for each in all_versions(conn, ID, "eng")}
    for own in appearances(conn, ID, "eng", "the").appearances:
        place = versions[own.eid].index(own.versions[0])
        before = versions[own.eid][place - 1] if place else None
        assert all("the" in (each.text or "").lower() for each in own.versions)
        if before and before.in_operation is not Presence.NO and before.text is None:
            assert (own.came.border, own.came.acts) == (Border.NOT_HELD, ())


def test_the_command_the_page_and_its_data_say_the_same(conn: sqlite3.Connection, database: object) -> None:
    ran = CliRunner().invoke(main, ["find", "probation", "271-IV", "--format", "json", "--db", str(database), "--corpus",
                                 str(FOLDERS.corpus), "--amendments", str(FOLDERS.amendments)])
    told = json.loads(ran.stdout)
    assert (told["first"], told["last"]) == ("2017-05-01", "2026-03-01")
    assert [each["eid"] for each in told["appearances"]] == ["art_7__point_9", "art_7__point_11-1"]
    page = answer(PageContext(conn, PageRequest(f"{LAW}/words", words="probation"), TODAY, open=opened))
    assert isinstance(page, WordsPage)
    assert json.loads(page.data(None)) == told
    shown = render(page, PageSetting(Host.SERVER, TODAY, ENGLISH, lambda path: path))
    assert "1 May 2017: the wording before that is not held." in shown
    assert "They fell away on 2 March 2026" in shown


def test_words_that_nothing_held_has_may_stand_in_what_is_not_held(conn: sqlite3.Connection) -> None:
    none = appearances(conn, ID, "eng", "xylophone")
    assert words_found.summary(none, ENGLISH) == "No wording that is held has these words."
    assert "they may have stood there, too" in words_found.unheld(none, ENGLISH)
