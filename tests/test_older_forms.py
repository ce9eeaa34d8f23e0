"""Forms of the 1990s: articles without headings, parts of a code with a number, units named behind what holds them."""

import pytest

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from odd_laws import ARTICLE_1, ARTICLE_2, ARTICLE_3, law

BY = "в редакции Закона РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019)."
DECREE = """О фонарях

Указ Президента Республики Казахстан от 1 февраля 1995 года № 5.

Статья 1. Установить, что фонари охраняются государством.

Статья 2. Правительству до 1 июля 1995 года представить перечень фонарей.

Перечень публикуется.

{third}Статья 4. Настоящий Указ вступает в силу со дня опубликования.
"""


def parsed(text: str, lang: str = "rus") -> Document:
    return parse(read(text.encode(), "law"), lang)


def outline(document: Document) -> list[str]:
    return [" | ".join(filter(None, (each.eid, each.heading, each.text))) for each in document.provisions]


def test_an_article_without_a_heading_has_its_text_in_the_line_of_its_number() -> None:
    document = parsed(DECREE.format(third="Статья 3. Плата\n\n1. Плата взимается.\n\n"))
    assert outline(document) == [
        "art_1 | Установить, что фонари охраняются государством.",
        "art_2 | Правительству до 1 июля 1995 года представить перечень фонарей.", "art_2__al_2 | Перечень публикуется.",
        "art_3 | Плата", "art_3__para_1 | Плата взимается.", "art_4 | Настоящий Указ вступает в силу со дня опубликования."]
    assert not document.findings


@pytest.mark.parametrize("third", [
    "Статья 3. Плата за свет фонарей на улицах\n\n",                                  # a heading whose text is lost
    "".join(f"Статья 3-{n}. Масло для фонарей льют утром.\n\nМасло льют.\n\n" for n in range(1, 5))])  # headings with a full stop
def test_headings_stay_headings_where_most_articles_have_them(third: str) -> None:
    printed = [each for each in parsed(DECREE.format(third=third)).provisions if each.heading]
    assert "art_1" in {each.eid for each in printed}


def test_an_article_that_is_excluded_in_its_line_has_no_text() -> None:
    gone = "Статья 3. Исключена Законом РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019).\n\n"
    document = parsed(DECREE.format(third=gone))
    assert [each.eid for each in document.provisions if each.excluded] == ["art_3"]
    assert "art_1 | Установить, что фонари охраняются государством." in outline(document)


def test_parts_of_a_code_have_numbers() -> None:
    body = f"ЧАСТЬ ПЕРВАЯ. ОБЩИЙ СВЕТ\n\nГлава 1. Огонь\n\n{ARTICLE_1['rus']}ЧАСТЬ ВТОРАЯ\n\nГлава 2. Тень\n\n{ARTICLE_2['rus']}{ARTICLE_3['rus']}"
    document = parsed(law(body))
    assert {each.eid: each.within for each in document.provisions if each.kind.divides} == {
        "part_1": None, "chp_1": "part_1", "part_2": None, "chp_2": "part_2"}
    assert not document.unread


def test_a_part_of_an_article_that_a_line_names_is_none_of_a_code() -> None:
    document = parsed(law(ARTICLE_1["rus"] + "Статья 2. Масло\n\nЧасть первая действует летом.\n\n"))
    assert not [each.eid for each in document.provisions if each.kind.divides]


@pytest.mark.parametrize(("words", "targets"), [
    ("В статье 1 пункт 2", {"art_1__para_2"}), ("В статье 1 пункты 1 и 3", {"art_1__para_1", "art_1__para_3"}),
    ("В статье 1 пункт 2, статья 2", {"art_1__para_2", "art_2"}), ("Пункт 2 статьи 1", {"art_1__para_2"}),
    ("Статья 2, в статье 1 пункт 3", {"art_2", "art_1__para_3"})])
def test_a_unit_named_behind_what_holds_it_is_changed_alone(words: str, targets: set[str]) -> None:
    note = f"Сноска. {words} {BY}\n\n"
    assert {each.target for each in parsed(law(ARTICLE_1["rus"] + ARTICLE_2["rus"] + note + ARTICLE_3["rus"])).claims} == targets
