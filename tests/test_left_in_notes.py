"""Units of which only a footnote is left, in their place: they are excluded, and no gap in the numbers is left open."""

import pytest

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from statute import statute

ACTS = {"rus": "Законом РК от 10.01.2014 № 160-V (вводится в действие с 01.02.2014).",
        "eng": "the Law of the Republic of Kazakhstan dated 10.01.2014 № 160-V (shall be enforced from 01.02.2014).",
        "kaz": "ҚР 10.01.2014 № 160-V Заңымен (01.02.2014 бастап қолданысқа енгізіледі)."}


def read(lines: str, lang: str = "rus") -> Document:
    return parse(read_plain(statute(lines.replace("…", ACTS[lang]), lang)), lang)


def excluded(document: Document) -> list[str]:
    return [each.eid for each in document.provisions if each.excluded]


@pytest.mark.parametrize(("lang", "lines", "gone"), [
    ("rus", " Статья 1. Лёд\n| Лёд колют.\n| Сноска. Статья 2 исключена …\n Статья 3. Снег\n| Снег метут.\n", ["art_2"]),
    ("rus", " Статья 1. Лёд\n| Лёд колют.\n| Сноска. Статья 1-1 утратила силу …\n Статья 2. Снег\n| Снег метут.\n", ["art_1-1"]),
    ("rus", " Статья 1. Лёд\n| Лёд колют.\n| Сноска. Статьи 2, 3 исключены …\n Статья 4. Снег\n| Снег метут.\n", ["art_2", "art_3"]),
    ("rus", " Статья 1. Лёд\n| Лёд колют.\n| Статья 2 исключена …\n Статья 3. Снег\n| Снег метут.\n", ["art_2"]),
    ("rus", " Статья 1. Лёд\n| 1. Лёд колют.\n| Сноска. Пункт 2 исключен …\n| 3. Лёд тает.\n", ["art_1__para_2"]),
    ("rus", " Статья 1. Лёд\n| 1. Лёд:\n| 1) белый;\n| Сноска. Подпункт 2) исключен …\n| 3) синий.\n| 2. Лёд тает.\n",
     ["art_1__para_1__point_2"]),
    ("rus", " Глава 1. Лёд\n Статья 1. Лёд\n| Лёд колют.\n| Сноска. Глава 2 исключена …\n Глава 3. Снег\n Статья 2. Снег\n| Снег метут.\n",
     ["chp_2"]),
    ("eng", " Article 1. Ice\n| Ice is cut.\n| Footnote. Article 2 is excluded by …\n Article 3. Snow\n| Snow is swept.\n", ["art_2"]),
    ("kaz", " 1-бап. Мұз\n| Мұз кесіледі.\n| Ескерту. 2-бап алып тасталды - …\n 3-бап. Қар\n| Қар сыпырылады.\n", ["art_2"]),
])
def test_a_note_in_the_place_of_a_unit_is_what_is_left_of_it(lang: str, lines: str, gone: list[str]) -> None:
    document = read(lines, lang)
    assert excluded(document) == gone
    assert {each.target for each in document.claims} == set(gone)
    assert document.unread == ()
    assert [each.span.line for each in document.provisions] == sorted(each.span.line for each in document.provisions)


def test_in_annexed_rules_it_is_a_unit_of_the_rules() -> None:
    document = read("""| 1. Утвердить Правила.
\t
 Утверждены
приказом Министра льда от 1 марта 2015 года № 20
 Правила колки
 Глава 1. Лёд
| 1. Лёд колют.
| Сноска. Пункт 2 исключен …
| 3. Лёд тает.
| Сноска. Глава 2 исключена …
 Глава 3. Снег
| 4. Снег метут.
""")
    assert excluded(document) == ["annex_1__para_2", "annex_1__chp_2"]
    assert document.unread == ()


@pytest.mark.parametrize("lines", [
    " Статья 1. Лёд\n| 1. Лёд колют.\n| Сноска. Пункт 4 исключен …\n| 3. Лёд тает.\n",
    " Статья 1. Лёд\n| Лёд колют.\n| Сноска. Статья 5 исключена …\n Статья 3. Снег\n| Снег метут.\n",
    " Статья 1. Лёд\n| Сноска. Статья 2 исключена …\n Статья 3. Снег\n| Снег метут.\n",
    " Статья 1. Лёд\n| Лёд колют.\n| Сноска. Статья 2 исключена.\n Статья 3. Снег\n| Снег метут.\n",
])
def test_one_that_does_not_stand_in_the_place_or_names_no_act_leaves_it_open(lines: str) -> None:
    document = read(lines)
    assert excluded(document) == []
    assert any("art_1" in each.eids for each in document.unread)
