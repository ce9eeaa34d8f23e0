"""What a court found of a provision, on a page in red and in Markdown as a quotation: the same is read in both."""

from collections.abc import Callable

import pytest

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read
from public_page import public_page

ACT = {"rus": "Нормативным постановлением Конституционного Суда РК от 13.06.2023 № 19",
       "kaz": "ҚР Конституциялық Сотының 13.06.2023 № 19 нормативтік қаулысымен"}
LAWS = {"rus": "# О часах\n\nЗакон Республики Казахстан от 1 марта 2012 года № 7-V\n\n### Статья 1. Понятия\n\nЧасы – прибор.\n\n> *{}*\n",
        "kaz": "# Сағаттар туралы\n\nҚР 2012 жылғы 1 наурыздағы № 7-V Заңы\n\n### 1-бап. Ұғымдар\n\nСағат – аспап.\n\n> *{}*\n"}
Reader = Callable[[str, str], Document]
AGAINST = [
    ("rus", f"{ACT['rus']} статья 1 настоящего Закона признана не соответствующей Конституции Республики Казахстан."),
    ("rus", "Статья 1 признана не соответствующей Конституции РК нормативным постановлением Конституционного Суда РК от 13.06.2023 № 19 (вводится в действие со дня его принятия)."),
    ("kaz", f"{ACT['kaz']} 1-бап ҚР Конституциясына сәйкес емес деп танылды."),
    ("kaz", f"1-бап {ACT['kaz']} ҚР Конституциясына сәйкес емес деп танылды.")]
FOR = [
    ("rus", f"{ACT['rus']} статья 1 признана соответствующей Конституции Республики Казахстан в следующем истолковании: часы ходят."),
    ("rus", "Конституционный Суд РК нормативным постановлением от 13.06.2023 № 19 признал статью 1 соответствующей Конституции."),
    ("kaz", f"{ACT['kaz']} 1-бап ҚР Конституциясының 26-бабына мынадай түсіндірмеде сәйкес деп танылды: сағат жүреді.")]
BOTH = [
    ("rus", f"{ACT['rus']} часть первая статьи 1 признана соответствующей Конституции, часть вторая признана не соответствующей Конституции РК."),
    ("kaz", f"{ACT['kaz']} 1-баптың бірінші бөлігі Конституцияға сәйкес деп танылды, екінші бөлігі Конституцияға сәйкес емес деп танылды.")]


def page(lang: str, note: str) -> Document:
    red = f'</p><font color="#FF0000">      {note}</font><p>'
    return parse_law(read(public_page(lang, red).encode(), "page.html"), lang, "page.html")


def markdown(lang: str, note: str) -> Document:
    return parse_law(read(LAWS[lang].format(note).encode(), "law.md"), lang, "law.md")


@pytest.mark.parametrize(("lang", "note"), AGAINST)
@pytest.mark.parametrize("document", [page, markdown])
def test_what_is_against_the_constitution_is_suspended(document: Reader, lang: str, note: str) -> None:
    told = document(lang, note)
    assert [(each.target, each.action, each.act_name) for each in told.claims] == [("art_1", "suspension", "resolution-2023-06-13-19")]
    assert told.unread == ()


@pytest.mark.parametrize(("lang", "note"), FOR)
@pytest.mark.parametrize("document", [page, markdown])
def test_what_conforms_to_it_is_as_it_was(document: Reader, lang: str, note: str) -> None:
    told = document(lang, note)
    assert (told.claims, told.unread) == ((), ())


@pytest.mark.parametrize(("lang", "note"), BOTH)
@pytest.mark.parametrize("document", [page, markdown])
def test_a_note_that_tells_both_leaves_its_article_open(document: Reader, lang: str, note: str) -> None:
    assert any("art_1" in each.eids for each in document(lang, note).unread)


def test_what_is_foreseen_in_red_without_a_label_is_foreseen() -> None:
    claim, = page("rus", "Статью 1 предусматривается исключить Законом РК от 13.06.2030 № 19-X (вводится в действие с 01.01.2031).").claims
    assert (claim.target, claim.action, claim.act_name, claim.pending) == ("art_1", "exclusion", "19-X", True)
