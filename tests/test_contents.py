"""A list of contents above a law is no law, in whatever shape its editors give it."""

import pytest

from lawgraph.law.document import Document, Role
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read

RUS = """# О маяках

Настоящий Закон определяет порядок содержания маяков.

## Глава 1. Общие положения

<a id="st1"></a>

### Статья 1. Основные понятия

Маяк - башня с огнем.

<a id="st2"></a>

### Статья 2. Исключена Законом РК от 03.07.2013 № 1124-V (вводится в действие по истечении десяти календарных дней после его первого официального опубликования).

### Статья 2-1. Смотрители

1. Смотритель:

   1) зажигает огонь;

   2) тушит огонь.

## Глава 2. Заключительные положения

### Статья 3. Порядок введения в действие настоящего Закона

Настоящий Закон вводится в действие со дня его первого официального опубликования.

*Президент*

*Республики Казахстан В. Вымышленный*
"""
KAZ = """# Шамшырақтар туралы

Осы Заң шамшырақтарды күтіп ұстау тәртібін айқындайды.

## 1-тарау. ЖАЛПЫ ЕРЕЖЕЛЕР

### 1-бап. Негізгі ұғымдар

Шамшырақ - оты бар мұнара.

### 2-бап. Күзетшілер

1. Күзетші от жағады.

## 2-тарау. ҚОРЫТЫНДЫ ЕРЕЖЕЛЕР

### 3-бап. Осы Заңды қолданысқа енгізу тәртібі

Осы Заң алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.
"""
GONE = ("Статья 2. Исключена Законом РК от 03.07.2013 № 1124-V (вводится в действие по истечении десяти календарных "
        "дней после его первого официального опубликования)")

LISTS = {
    "plain paragraphs": f"""## Оглавление

Глава 1. Общие положения

Статья 1. Основные понятия

{GONE}

Статья 2-1. Смотрители

Глава 2. Заключительные положения

Статья 3. Порядок введения в действие настоящего Закона
""",
    "without its title": f"""Глава 1. Общие положения

Статья 1. Основные понятия

{GONE}

Статья 2-1. Смотрители

Глава 2. Заключительные положения

Статья 3. Порядок введения в действие настоящего Закона
""",
    "an article inserted later is lacking": """## Содержание

Глава 1. Общие положения

Статья 1. Основные понятия

Статья 2. Огни

Глава 2. Заключительные положения

Статья 3. Порядок введения в действие настоящего Закона
""",
    "an article that the text lacks, and an annex": """ОГЛАВЛЕНИЕ

Глава 1. Общие положения

Статья 1. Основные понятия

Статья 4. Огни

Приложение. Перечень маяков
""",
    "without chapters": """## Оглавление

Статья 1. Основные понятия

Статья 2-1. Смотрители

Статья 3. Порядок введения в действие настоящего Закона
""",
    "without its first article": """## Оглавление

Глава 1. Общие положения

Статья 2-1. Смотрители

Глава 2. Заключительные положения
""",
    "chapters alone": "Глава 1. Общие положения\n\nГлава 2. Заключительные положения\n",
    "headings": """## Оглавление

## Глава 1. Общие положения

### Статья 1. Основные понятия

### Статья 2-1. Смотрители

## Глава 2. Заключительные положения
""",
    "items": """- Глава 1. Общие положения
  - Статья 1. Основные понятия
  - Статья 2-1. Смотрители
- Глава 2. Заключительные положения
""",
    "numbered items": """1. Глава 1. Общие положения
2. Статья 1. Основные понятия
3. Статья 2-1. Смотрители
""",
    "links": """[Глава 1. Общие положения](#gl1)

[Статья 1. Основные понятия](#st1)

[Статья 2-1. Смотрители](#st2-1)
""",
    "rows": """| Глава 1. Общие положения | 3 |
|---|---|
| Статья 1. Основные понятия | 3 |
| Статья 2-1. Смотрители | 5 |
""",
    "a title over two lines": """## Оглавление

Глава 1. Общие положения

Статья 1. Основные понятия

Статья 3. Порядок введения в действие
настоящего Закона
""",
}


def shape(document: Document) -> list[tuple[str, str | None, str | None]]:
    return [(each.eid, each.heading, each.text) for each in document.provisions]


def parsed(text: str, lang: str = "rus") -> Document:
    return parse(read(text.encode(), f"{lang}.md"), lang)


class TestAListIsNoLaw:
    @pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
    def test_the_law_is_what_it_is_without_its_list(self, listed: str) -> None:
        plain, with_list = parsed(RUS), parsed(f"{listed}\n{RUS}")
        assert shape(with_list) == shape(plain)
        assert with_list.title == "О маяках"
        assert [claim.target for claim in with_list.claims] == ["art_2"]
        assert [each.kind for each in with_list.findings] == [each.kind for each in plain.findings]
        assert with_list.unread == plain.unread

    @pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
    def test_below_the_title_it_is_none_either(self, listed: str) -> None:
        title, rest = RUS.split("\n", 1)
        document = parsed(f"{title}\n\n{listed}\n{rest}")
        assert shape(document) == shape(parsed(RUS))
        assert document.title == "О маяках"

    @pytest.mark.parametrize("title", ["## Мазмұны\n\n", "МАЗМҰНЫ\n\n", ""])
    def test_in_kazakh(self, title: str) -> None:
        listed = "1-тарау. Жалпы ережелер\n\n1-бап. Негізгі ұғымдар\n\n2-бап. Күзетшілер\n\n2-тарау. Қорытынды ережелер\n\n"
        assert shape(parsed(f"{title}{listed}{KAZ}", "kaz")) == shape(parsed(KAZ, "kaz"))

    def test_its_lines_belong_to_nobody(self) -> None:
        document = parsed(f"{LISTS['plain paragraphs']}\n{RUS}")
        listed = next(each for each in document.segments if document.text[each.start:each.end].startswith("Глава 1."))
        assert (listed.role, listed.eid) == (Role.NOTE, None)


class TestALawIsNoList:
    def test_a_number_that_is_used_twice(self) -> None:
        document = parsed("# О маяках\n\n## Глава 1. Огни\n\n### Статья 1. Свет\n\nОгонь светит.\n\n### Статья 1. Тьма\n\nОгонь гаснет.")
        assert [(each.eid, each.text) for each in document.provisions] == [
            ("chp_1", None), ("art_1", "Огонь светит.")]
        assert [each.kind for each in document.findings if each.severity == "error"] == ["duplicate_provision"]

    def test_two_annexes_with_chapters_of_the_same_numbers(self) -> None:
        rules = "### Глава 1. Огни\n\n#### Параграф 1. Свет\n\n1. Огонь светит.\n\n"
        document = parsed(f"# О маяках\n\n1. Утвердить правила.\n\n*Министр*\n\nПриложение 1\n\n{rules}Приложение 2\n\n{rules}")
        assert {"annex_1__para_1", "annex_2__para_1"} <= {each.eid for each in document.provisions}

    def test_parts_of_a_code_whose_sections_begin_anew(self) -> None:
        text = ("# Кодекс маяков\n\n## ОБЩАЯ ЧАСТЬ\n\n## Раздел 1. Огни\n\n### Статья 1. Свет\n\nОгонь светит.\n\n"
                "## ОСОБЕННАЯ ЧАСТЬ\n\n## Раздел 2. Башни\n\n### Статья 2. Камни\n\nБашня стоит.")
        listed = ("## Оглавление\n\nОБЩАЯ ЧАСТЬ\n\nРаздел 1. Огни\n\nСтатья 1. Свет\n\nОСОБЕННАЯ ЧАСТЬ\n\nРаздел 2. Башни\n\n"
                  "Статья 2. Камни\n\n")
        assert shape(parsed(listed + text)) == shape(parsed(text))


@pytest.mark.parametrize("wording", ["", "1. Утвердить прилагаемые Правила.\n\n"])
def test_a_titled_list_of_the_rules_that_an_order_approves_stands_above_the_order(wording: str) -> None:
    chapters = "{0}Глава 1. Общие положения\n\n{1}{0}Глава 2. Порядок\n\n"
    text = ("# Об утверждении Правил\n\nПриказ Министра от 5 марта 2018 года № 101\n\n## Оглавление\n\n" + chapters.format("", "")
            + f"В соответствии с законом ПРИКАЗЫВАЮ:\n\n{wording}2. Настоящий приказ вводится в действие с 1 мая 2018 года.\n\n*Министр*\n\n"
            "> *Утверждены приказом Министра от 5 марта 2018 года № 101*\n\n## Правила\n\n" + chapters.format("## ", "1. Учет ведут.\n\n"))
    document = parse(read(text.encode(), "rus.md"), "rus")
    assert [each.eid for each in document.provisions if "chp" in each.eid] == ["annex_1__chp_1", "annex_1__chp_2"]
    assert document.provisions[0].text == "В соответствии с законом ПРИКАЗЫВАЮ:"
