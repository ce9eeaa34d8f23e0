"""Languages as witnesses: each conflict between two texts of one law is a finding with both places."""

from dataclasses import replace
from datetime import date

from lawgraph.checks.comparing import conflicts, newest_editions
from lives import Table, life_of

HELD = date(2020, 1, 1)
ENGLISH = Table("art_1 | -\nart_1__para_1 | Clocks strike.\nart_1__para_2 | A bell rings.", day=HELD)
RUSSIAN = Table("art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | Колокол звонит.", lang="rus", official=True,
                day=HELD)
KAZAKH = Table("art_1 | -\nart_1__para_1 | Сағат соғады.\nart_1__para_2 | Қоңырау соғылады.", lang="kaz", official=True,
               day=HELD)


def told(*texts: Table) -> list[str]:
    return [each.message for each in conflicts(life_of(replace(texts[0], editions=texts[1:])))]


def test_languages_that_agree_give_no_finding() -> None:
    assert told(ENGLISH, RUSSIAN, KAZAKH) == []


def test_the_translation_still_prints_what_the_official_text_excludes() -> None:
    russian = replace(RUSSIAN, printed="art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | excluded",
                      claims="art_1__para_2 | exclusion | 206-VII, 2019-03-14 | on 2019-06-01")
    assert told(ENGLISH, russian) == [
        "rus1.txt, line 3, excludes art_1__para_2 by № 206-VII; eng.txt, line 3, prints art_1__para_2: the official text decides"]


def test_an_article_that_is_missing_is_told_once_with_all_that_it_holds() -> None:
    russian = replace(RUSSIAN, printed=RUSSIAN.printed + "\nart_2 | -\nart_2__para_1 | Хранитель заводит.")
    assert told(ENGLISH, russian) == [
        "rus1.txt, line 4, prints art_2; eng.txt does not have art_2: the official text decides"]


def test_other_numbers_are_told_with_the_numbers_that_stand_there() -> None:
    kazakh = replace(KAZAKH, printed="art_1 | -\nart_1__para_1 | Сағат соғады.\nart_1__para_3 | Қоңырау соғылады.")
    first, second = told(RUSSIAN, kazakh)
    assert first == ("rus.txt, line 3, prints art_1__para_2; kaz1.txt does not have art_1__para_2 (its "
                     "numbers there are 1, 3): both are official, neither decides")
    assert second.startswith("rus.txt does not have art_1__para_3 (its numbers there are 1, 2); kaz1.txt, line 3,")


def test_two_texts_tell_different_things_of_one_act_and_target() -> None:
    russian = replace(RUSSIAN, claims="art_1__para_2 | substitution | 206-VII, 2019-03-14 | 10 days")
    english = replace(ENGLISH, claims="art_1__para_2 | modification | 206-VII, 2019-03-14 | 60 days")
    assert told(english, russian) == [
        ("of № 206-VII on art_1__para_2 rus1.txt, line 100, tells the action substitution, eng.txt, line 100, "
        "modification: the official text decides"),
        ("of № 206-VII on art_1__para_2 rus1.txt, line 100, tells the term after publication 10 days, eng.txt, "
        "line 100, 60 days: the official text decides")]


def test_what_the_earlier_of_two_editions_could_not_know_is_no_conflict() -> None:
    later = replace(RUSSIAN, day=date(2021, 1, 1), printed="art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | excluded",
                    claims="art_1__para_2 | exclusion | 206-VII, 2020-03-14 | on 2020-06-01")
    assert told(ENGLISH, later) == []


def test_only_the_newest_edition_of_a_language_is_its_witness() -> None:
    old = replace(RUSSIAN, day=date(2012, 1, 1), printed="art_1 | -\nart_1__para_1 | Часы бьют.")
    life = life_of(replace(ENGLISH, editions=(old, RUSSIAN, KAZAKH)))
    assert [(each.edition.lang, each.speaks_on and each.speaks_on.year) for each in newest_editions(life)] == [
        ("rus", 2020), ("kaz", 2020), ("eng", 2020)]
