"""One box that understands: a place, a day, an act, in three languages, in both orders, misspelt."""

import sqlite3
from datetime import date

import pytest

from lawgraph.languages.printed import day_typed
from lawgraph.law.errors import DayError
from lawgraph.queries.understanding import understood


@pytest.mark.parametrize("typed", [
    "Article 7 point 9", "point 9 of article 7", "Article 7 paragraph 9", "7(9)", "artcle 7 pont 9",
    "статья 7 подпункт 9", "статья 7 пункт 9", "п. 9 ст. 7", "статя 7 пукнт 9",
    "7-бап 9-тармақша", "7-баптың 9-тармағы", "7-баптың 9-тармагы",
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


@pytest.mark.parametrize("typed", ["ст. 146 УК РК", "social adaptation", "Article 77", "", "№"])
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
