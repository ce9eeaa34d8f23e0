"""Texts whose lines a program broke at the edge of its window are read as those that it did not break."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read

WIDTHS = (50, 60, 72, 80, 100)
GOLDEN = Path(__file__).parent / "golden"
RUS = """# О паромных переправах и о порядке перевозки пассажиров

Закон Республики Казахстан от 3 марта 2012 года № 181-IV

Настоящий Закон регулирует отношения, возникающие на переправах, и определяет правовые основы перевозки пассажиров.

## Глава 1. Общие положения о паромных переправах и о том, кто их держит

> *Сноска. Глава 1 с изменениями, внесенными Законом РК от 03.07.2014 № 227-V (вводится в действие с 01.01.2015).*

### Статья 1. Основные понятия, используемые в настоящем Законе и в правилах

1. В настоящем Законе используются следующие понятия, которые относятся к паромам и к Переправам всех видов (см. статью 2):

1) паром – судно, которое перевозит пассажиров и грузы через реку, озеро или Каспийское море по канату;

2) исключен Законом РК от 03.07.2014 № 227-V (вводится в действие с 01.01.2015);

3) переправа – место, где паром пристает к берегу и где стоят колокол, фонарь и список рейсов, утвержденный владельцем.

2. Переправы держат физические и юридические лица. Надзор ведет орган, определенный Правительством Республики Казахстан.

*Президент Республики Казахстан А. Паромщиков*
"""
KAZ = """# Паром өткелдері және жолаушыларды тасымалдау тәртібі туралы

Қазақстан Республикасының 2012 жылғы 3 наурыздағы № 181-IV Заңы

Осы Заң паром өткелдерінде туындайтын қатынастарды реттейді және жолаушыларды тасымалдаудың құқықтық негіздерін айқындайды.

### 1-бап. Осы Заңда пайдаланылатын негізгі ұғымдар және олардың мағынасы

> *Ескерту. 1-бапқа өзгеріс енгізілді - ҚР 03.07.2014 № 227-V Заңымен (01.01.2015 бастап қолданысқа енгізіледі).*

1. Осы Заңда мынадай негізгі ұғымдар пайдаланылады, олар паромдарға және барлық түрдегі Өткелдерге қатысты:

1) паром – өзен, көл немесе Каспий теңізі арқылы жолаушылар мен жүктерді арқанмен тасымалдайтын кеме;

2) өткел – паром жағаға тоқтайтын және қоңырау, шам мен рейстер тізімі тұратын, иесі бекіткен орын.

*Қазақстан Республикасының Президенті А. Паромщиков*
"""


def broken(text: str, width: int) -> str:
    """Return a text with no line longer than `width`, headings of Markdown excepted; a quotation keeps its signs."""
    lines = []
    for line in text.split("\n"):
        sign = "> " if line.startswith("> ") else ""
        lines += wrap(line, width, subsequent_indent=sign, break_long_words=False, break_on_hyphens=False) \
            if line and not line.startswith("#") else [line]
    return "\n".join(lines)


def read_as(text: str, lang: str, name: str) -> Document:
    return parse_law(read(text.encode(), name), lang, name)


def told(document: Document) -> tuple[object, ...]:
    claims = [(claim.target, claim.act_name, claim.action, claim.operation) for claim in document.claims]
    return document.title, [(each.eid, each.heading, each.text) for each in document.provisions], claims, len(document.unread)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("lang", "text"), [("rus", RUS), ("kaz", KAZ)])
def test_markdown_and_text_with_broken_lines_are_read_whole(lang: str, text: str, width: int) -> None:
    plain = text.replace("#", "").replace("> ", "").replace("*", "")
    for name, whole in (("law.md", text), ("law.txt", plain)):
        assert told(read_as(broken(whole, width), lang, name)) == told(read_as(whole, lang, name))


@pytest.mark.parametrize("name", ["eng_bees", "rus_bridges", "kaz_bees"])
@pytest.mark.parametrize("width", [60, 80, 110])
def test_paragraphs_are_told_apart_where_no_blank_line_stands_between(name: str, width: int) -> None:
    whole = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert told(read_as(broken(whole, width), name[:3], name))[1:3] == told(read_as(whole, name[:3], name))[1:3]


def test_lines_that_end_where_they_end_stay_lines() -> None:
    rivers = "1. Виды рек:\n\nгорные реки, которые текут быстро;\nравнинные реки и протоки;\nподземные реки всех гор и пещер;\nсухие русла.\n"
    document = read_as(f"# О реках\n\n### Статья 1. Виды\n\n{rivers}", "rus", "law.md")
    assert [each.text for each in document.provisions if each.text] == [
        "Виды рек:", "горные реки, которые текут быстро;", "равнинные реки и протоки;", "подземные реки всех гор и пещер;", "сухие русла."]


@pytest.mark.parametrize("name", ["law.md", "law.txt"])
def test_a_word_that_a_hyphen_tears_is_in_one_text(name: str) -> None:
    sign = "### " if name.endswith("md") else " "
    document = read_as(f"{sign}Статья 1. Река\n\n      1. Реку стережет надзи-\nратель и его по-\nмощник.\n\n      2. Реку чистят.\n", "rus", name)
    assert [each.text for each in document.provisions if each.text] == ["Реку стережет надзи- ратель и его по- мощник.", "Реку чистят."]
