"""Chapters that count anew in each section: each has an address of its own, and a note opens no other than it names."""

from datetime import date

import pytest

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from lawgraph.replay.effects import effects_of
from lawgraph.replay.state import law_of
from lawgraph.replay.told import ToldItem
from odd_laws import ARTICLE_1, ARTICLE_2, ARTICLE_3, answer, law, life
from test_replay import instructions

BEFORE = date(2018, 6, 1)
HEADINGS = {"rus": ("Раздел {}. Свет", "Глава {}. Огонь"), "eng": ("Section {}. Light", "Chapter {}. Fire"),
            "kaz": ("{}-бөлім. Жарық", "{}-тарау. От")}
BY = {"rus": "с изменениями, внесенными Законом РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019).",
      "eng": "as amended by the Law of the Republic of Kazakhstan dated 05.05.2019 № 250-VI (shall be enforced from 01.07.2019).",
      "kaz": "өзгеріс енгізілді – ҚР 05.05.2019 № 250-VI (01.07.2019 бастап қолданысқа енгізіледі) Заңымен."}
LABEL = {"rus": "Сноска.", "eng": "Footnote.", "kaz": "Ескерту."}


def body(lang: str, note: str = "", anew: tuple[str, ...] = ("1", "2", "1")) -> str:
    """Return two sections, the first with two chapters, each chapter with an article; a note stands in the last chapter."""
    section, chapter = HEADINGS[lang]
    first, second, third = (f"{chapter.format(number)}\n\n" for number in anew)
    told = f"{LABEL[lang]} {note} {BY[lang]}\n\n" if note else ""
    return (f"{section.format(1)}\n\n{first}{ARTICLE_1[lang]}{second}{ARTICLE_2[lang]}"
            f"{section.format(2)}\n\n{third}{told}{ARTICLE_3[lang]}")


def parsed(text: str, lang: str = "rus") -> Document:
    return parse(read(text.encode(), "law"), lang)


def divisions(document: Document) -> list[str]:
    return [each.eid for each in document.provisions if each.kind.divides]


@pytest.mark.parametrize("lang", HEADINGS)
def test_each_chapter_has_its_section_in_its_address(lang: str) -> None:
    document = parsed(law(body(lang), lang), lang)
    assert divisions(document) == ["sec_1", "sec_1__chp_1", "sec_1__chp_2", "sec_2", "sec_2__chp_1"]
    assert {each.eid: each.within for each in document.provisions if each.eid.startswith("art_") and each.eid.parent is None} == {
        "art_1": "sec_1__chp_1", "art_2": "sec_1__chp_2", "art_3": "sec_2__chp_1", "art_4": "sec_2__chp_1"}
    assert not document.findings


@pytest.mark.parametrize("anew", [("1", "2", "3"), ("1", "2", "2"), ("2", "3", "1")])
def test_chapters_that_count_on_stand_alone(anew: tuple[str, ...]) -> None:
    """A number that is only repeated is a misprint: it is found."""
    document = parsed(law(body("rus", anew=anew)))
    assert divisions(document)[:2] == ["sec_1", f"chp_{anew[0]}"]
    assert ("duplicate_provision" in {each.kind for each in document.findings}) == (anew[2] == "2")


def test_sections_count_anew_in_each_part_of_a_code() -> None:
    first = f"ОБЩАЯ ЧАСТЬ\n\nРаздел 1. Свет\n\nГлава 1. Огонь\n\n{ARTICLE_1['rus']}"
    second = f"ОСОБЕННАЯ ЧАСТЬ\n\nРаздел 1. Тьма\n\nГлава 2. Тень\n\n{ARTICLE_2['rus']}"
    assert divisions(parsed(law(first + second))) == ["part_1", "part_1__sec_1", "chp_1", "part_2", "part_2__sec_1", "chp_2"]


def test_a_contents_list_begins_nothing_anew() -> None:
    listed = "Оглавление\n\nРаздел 1. Свет\n\nГлава 1. Огонь\n\nГлава 2. Огонь\n\nРаздел 2. Свет\n\nГлава 3. Огонь\n\n"
    document = parsed(law(body("rus", anew=("1", "2", "3")), above=listed))
    assert divisions(document) == ["sec_1", "chp_1", "chp_2", "sec_2", "chp_3"]


def test_an_annex_counts_for_itself() -> None:
    text = law(ARTICLE_1["rus"]) + ("\nПриложение 1\nк Закону Республики Казахстан\n«О фонарях»\n\nПравила\n\nРаздел 1. Свет\n\n"
                                    "Глава 1. Огонь\n\n1. Горит.\n\nРаздел 2. Тьма\n\nГлава 1. Тень\n\n2. Гаснет.\n")
    assert divisions(parsed(text)) == ["annex_1__sec_1", "annex_1__sec_1__chp_1", "annex_1__sec_2", "annex_1__sec_2__chp_1"]


def test_chapters_that_ended_together_have_their_section_too() -> None:
    gone = "Главы 2 – 3. Исключены Законом РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019).\n\n"
    document = parsed(law(body("rus") + gone))
    assert [each.eid for each in document.provisions if each.excluded] == ["sec_2__chp_2", "sec_2__chp_3"]
    assert [each.target for each in document.claims] == ["sec_2__chp_2", "sec_2__chp_3"]


@pytest.mark.parametrize(("lang", "note", "target"), [
    ("rus", "Глава 1", "sec_2__chp_1"), ("rus", "Глава 2 раздела 1", "sec_1__chp_2"), ("rus", "Глава 1 раздела 1", "sec_1__chp_1"),
    ("rus", "Раздел 2 дополнен главой 2", "sec_2__chp_2"), ("rus", "Заголовок главы 1", "sec_2__chp_1__heading"),
    ("rus", "Раздел 2", "sec_2"), ("rus", "Статья 3", "art_3"),
    ("eng", "Chapter 1", "sec_2__chp_1"), ("eng", "Chapter 1 of Section 1", "sec_1__chp_1"),
    ("kaz", "1-тарауға", "sec_2__chp_1"), ("kaz", "1-бөлімнің 1-тарауына", "sec_1__chp_1")])
def test_a_note_names_the_chapter_of_its_section(lang: str, note: str, target: str) -> None:
    assert {each.target for each in parsed(law(body(lang, note), lang), lang).claims} == {target}


@pytest.mark.parametrize("lang", HEADINGS)
def test_a_chapter_that_may_be_that_of_either_section_leaves_both_open(lang: str) -> None:
    """Under an article nothing tells in which section the note stands."""
    named = {"rus": "Глава 1", "eng": "Chapter 1", "kaz": "1-тарауға"}[lang]
    note = f"{LABEL[lang]} {named} {BY[lang]}\n\n"
    lived = life(law(body(lang) + note, lang), lang=lang)
    assert {answer(lived, eid, BEFORE) for eid in ("art_1__para_1", "art_3")} == {"possible unknown"}
    assert answer(lived, "art_2", BEFORE) == "yes attested"


def test_a_chapter_of_which_only_one_has_the_number_is_that() -> None:
    note = f"{LABEL['rus']} Глава 2 {BY['rus']}\n\n"
    assert {each.target for each in parsed(law(body("rus") + note)).claims} == {"sec_1__chp_2"}


def test_editions_that_count_otherwise_prove_no_absence() -> None:
    """A second section came between two editions: what had no section in its address was not ended by that."""
    lived = life(law(body("rus", anew=("1", "2", "3"))), law(body("rus")))
    for day in (date(2018, 1, 1), date(2021, 1, 1)):
        assert not {answer(lived, eid, day) for eid in ("chp_1", "sec_1__chp_1", "art_1", "art_3")} & {"no"}


def told(words: str, anew: tuple[str, ...]) -> ToldItem:
    """Return what an item of an act does to the law."""
    document = parsed(law(body("rus", anew=anew)))
    return effects_of(instructions(words), law_of(document.provisions, "О фонарях"), "rus")


def test_an_act_on_a_chapter_that_two_sections_have_is_held_back() -> None:
    words = "заголовок главы 1 раздела 2 изложить в следующей редакции:\n«Глава 1. Пламя»."
    held = told(words, ("1", "2", "1"))
    assert not held.whole
    assert held.effects == ()
    of_article = told("статью 3 исключить.", ("1", "2", "1"))
    assert of_article.whole
    assert [each.eid for each in of_article.effects] == ["art_3"]
