"""One box that understands: a place, a day, an act, in three languages, in both orders, misspelt."""

import sqlite3
from datetime import date

import pytest

from lawgraph.languages.printed import day_typed
from lawgraph.law.errors import DayError
from lawgraph.queries.understanding import respelt, understood


@pytest.mark.parametrize("typed", [
    "Article 7 point 9", "point 9 of article 7", "Article 7 paragraph 9", "7(9)", "artcle 7 pont 9",
    "статья 7 подпункт 9", "статья 7 пункт 9", "п. 9 ст. 7", "статя 7 пукнт 9",
    "7-бап 9-тармақша", "ст.7п.9", "7.9", "7-баптың 9-тармағы", "7-баптың 9-тармагы",
])
def test_a_place_is_understood_as_people_write_it(conn: sqlite3.Connection, typed: str) -> None:
    place = understood(conn, typed).place
    assert place is not None
    assert place.eid == "art_7__point_9"


@pytest.mark.parametrize("typed", [
    "Article 7 paragraph 9 on 20 June 2013", "2013-06-20 7(9)", "п. 9 ст. 7 на 20 июня 2013 года",
    "статья 7 пункт 9 20.06.2013", "2013 жылғы 20 маусымда 7-баптың 9-тармағы", "Закон № 271-IV, ст. 7 п. 9 на 20.06.2013",
])
def test_a_place_goes_with_its_day(conn: sqlite3.Connection, typed: str) -> None:
    meant = understood(conn, typed)
    assert meant.place is not None
    assert (meant.place.eid, meant.on) == ("art_7__point_9", date(2013, 6, 20))
    assert meant.law is not None
    assert meant.assumed is ("271" not in typed), "the only law held is meant where none is named"


@pytest.mark.parametrize("typed", ["124-V", "124-V ЗРК", "закон № 124-V", "закон от 3 июля 2013", "law of 3 July 2013",
                                   "2013 жылғы 3 шілдедегі заң"])
def test_an_act_is_named_by_its_number_or_its_day_of_adoption(conn: sqlite3.Connection, typed: str) -> None:
    meant = understood(conn, typed)
    assert (meant.acts, meant.on) == (("124-V",), None)


@pytest.mark.parametrize("typed", ["ст. 146 УК РК", "social adaptation", "", "№"])
def test_what_fits_nothing_is_left_as_words(conn: sqlite3.Connection, typed: str) -> None:
    meant = understood(conn, typed)
    assert (meant.place, meant.on, meant.law, meant.acts) == (None, None, None, ())
    assert meant.words == typed


@pytest.mark.parametrize("typed", ["2013-07-20", "20.07.2013", "20 July 2013", "20 июля 2013", "20 июля 2013 года",
                                   "2013 жылғы 20 шілде"])
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert day_typed(typed) == date(2013, 7, 20)


@pytest.mark.parametrize("typed", ["06/07/2013", "20.07.13", "30.02.2013", "tomorrow", "20 July", "2013", "20 июля 2013 и 2014"])
def test_a_day_that_may_mean_two_is_none(typed: str) -> None:
    with pytest.raises(DayError):
        day_typed(typed)


@pytest.mark.parametrize(("typed", "near"), [
    ("Article 77", ["art_31"]), ("artcle 77", ["art_31"]), ("статья 7 пункт 99", ["art_7"]), ("Article 7 point 99", ["art_7__point_12"]),
    ("point 9", ["art_4__point_9", "art_6__para_2__point_9", "art_7__point_9", "art_18__para_3__al_2__point_9",
                 "art_23__para_2__point_9"]),
])
def test_near_a_place_that_the_law_does_not_have_stand_those_that_it_has(conn: sqlite3.Connection, typed: str,
                                                                         near: list[str]) -> None:
    meant = understood(conn, typed)
    assert (meant.place, [each.eid for each in meant.near]) == (None, near)


@pytest.mark.parametrize(("typed", "code"), [
    ("ст. 146 УК РК", "226-V"), ("146 ук", "226-V"), ("Criminal Code article 146", "226-V"), ("ГПК РК", "377-V"),
    ("Қылмыстық кодекстің 146-бабы", "226-V"), ("статья 5 Уголовно-процессуального кодекса", "231-V"),
    ("УК", None), ("civil code", None), ("п. 9 ст. 7", None),
])
def test_a_code_is_named_by_its_abbreviation(conn: sqlite3.Connection, typed: str, code: str | None) -> None:
    assert understood(conn, typed).code == code


def test_a_day_on_which_no_act_was_adopted_is_told_and_the_law_by_its_own_day_is_found(conn: sqlite3.Connection) -> None:
    assert understood(conn, "law of 1 March 2012").adopted == date(2012, 3, 1)
    of_its_day = understood(conn, "статья 7 закона от 29 апреля 2010")
    assert of_its_day.law is not None
    assert (of_its_day.law.number, of_its_day.assumed, of_its_day.adopted) == ("271-IV", False, None)


def test_a_misspelt_word_is_spelt_as_a_wording_has_it(conn: sqlite3.Connection) -> None:
    assert respelt(conn, "individul preventon", None) == "individual prevention"
    assert respelt(conn, "prevention", None) is None


def test_what_is_typed_is_understood_without_reading_all_laws(conn: sqlite3.Connection) -> None:
    asked: list[str] = []
    conn.set_trace_callback(asked.append)
    for typed in ("infractions", "закон от 3 июля 2014", "ст. 7 п. 9 на 20 июня 2013"):
        understood(conn, typed)
    conn.set_trace_callback(None)
    assert asked
    assert not [each for each in asked if "from laws l" in each and "limit" not in each and "where l." not in each]
