"""Days and numbers of acts as the sources print them, in three languages."""

from datetime import date

import pytest

from lawgraph.languages.printed import find_days, find_numbers, read_day
from lawgraph.languages.scanner import label_end, level, read_by
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.tables import Rule

DAYS = """
eng | 03.07.2013                | 2013-07-03
eng | 2013.10.08                | 2013-10-08
eng | 02.04.18                  | 2018-04-02
eng | 12.05.98                  | 1998-05-12
eng | 06/21/2007                | 2007-06-21
eng | 05/25/2005                | 2005-05-25
eng | 21/06/2007                | 2007-06-21
eng | May 24, 2007              | 2007-05-24
eng | December 27, 2019         | 2019-12-27
eng | 9 February 2001           | 2001-02-09
eng | 14 October, 2005          | 2005-10-14
eng | 20, May 2005              | 2005-05-20
eng | 7th October 1994          | 1994-10-07
eng | 30th of March 2001        | 2001-03-30
eng | 31.02.2014                | ?
eng | 30.13.2014                | ?
eng | 7th October 195           | ?
rus | 07.07.1999                | 1999-07-07
rus | 02.04.18 г.               | 2018-04-02
rus | 30 декабря 2025 года      | 2025-12-30
rus | 1 января 2002 г.          | 2002-01-01
rus | 31 февраля 2014 года      | ?
kaz | 03.07.2013                | 2013-07-03
kaz | 2013.10.08                | 2013-10-08
kaz | 2007.07.27.               | 2007-07-27
kaz | 2025 жылғы 20 қарашадағы  | 2025-11-20
kaz | 2026 ж 1 қаңтардан        | 2026-01-01
kaz | 2024 жылғы 6 наурыздағы   | 2024-03-06
kaz | 31.02.2020                | ?
"""
NUMBERS = """
№ 124-V             | 124-V
No. 461IV           | 461-IV
No 22 -V            | 22-V
№ 292-VІ            | 292-VI
№ 513-ІV            | 513-IV
N 248(              | 248
No. 29-VI ZRK       | 29-VI
№ 401-V ЗРК         | 401-V
№538                | 538
№ 7/1               | 7/1
№ 16/105-VI         | 16/105-VI
№ ҚР ДСМ-12         | ҚР-ДСМ-12
№ 345-НҚ            | 345-НҚ
№ 9 с изменениями   | 9
№ 474-V(вводится    | 474-V
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("lang", "printed", "day"), _rows(DAYS))
def test_a_day_is_read_and_an_impossible_one_is_found_without_a_value(lang: str, printed: str, day: str) -> None:
    found = find_days(f"({printed})", lang)
    assert len(found) == 1
    assert printed.startswith(found[0].text.strip())
    assert found[0].day == (None if day == "?" else date.fromisoformat(day))
    assert found[0].day == read_day(found[0].text, lang)


@pytest.mark.parametrize(("printed", "number"), _rows(NUMBERS))
def test_the_number_of_an_act_is_normalised(printed: str, number: str) -> None:
    assert [found.number for found in find_numbers(f"{printed} ")] == [number]


def test_places_are_those_of_the_source() -> None:
    text = "The Law of\u00a0the Republic of Kazakhstan dated 14 March, 2011 No. 407-IV."
    (day,), (number,) = find_days(text, "eng"), find_numbers(text)
    assert (text[day.start:day.end], text[number.start:number.end]) == ("14 March, 2011", "No. 407-IV")


@pytest.mark.parametrize("text", ["no more than 5 days", "Article 7-1", "paragraphs 1, 2", "No one may enter"])
def test_what_is_no_number_of_an_act_is_not_read_as_one(text: str) -> None:
    assert find_numbers(text) == ()


TABLES = ("days", "tokens", "openings", "announcements", "claims", "continuations", "foreseen", "editorial")
CASES = [(lang, table, rule.name)
         for lang in codes() for table in TABLES for rule in getattr(spoken(lang).notes, table)]


@pytest.mark.parametrize(("lang", "table", "name"), CASES)
def test_exactly_this_rule_of_its_table_reads_its_example(lang: str, table: str, name: str) -> None:
    rules = getattr(spoken(lang).notes, table)
    asked = next(rule for rule in rules if rule.name == name)
    assert [rule.name for rule in rules if _reads(rule, asked, lang)] == [name]


def _reads(rule: Rule, asked: Rule, lang: str) -> bool:
    text = level(asked.example + asked.then)
    if not asked.then:
        return read_by(rule, text, lang) is not None
    return label_end(text, (rule,), lang) == len(asked.example)


@pytest.mark.parametrize("lang", codes())
@pytest.mark.parametrize("table", TABLES)
def test_the_names_of_rules_are_unique_in_their_table(lang: str, table: str) -> None:
    names = [rule.name for rule in getattr(spoken(lang).notes, table)]
    assert len(set(names)) == len(names)
