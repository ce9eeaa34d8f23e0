"""The second round of real files: each kind in an invented law, in Russian and Kazakh, in every format that can have it."""

import pytest

from four_formats import FORMATS, law_in
from lawgraph.law.amendments import RuleKind
from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read

LANGUAGES = ("rus", "kaz")
FRONT = {"rus": ("О печах", "Закон Республики Казахстан от 7 апреля 2011 года № 425-IV."),
         "kaz": ("Пештер туралы", "Қазақстан Республикасының 2011 жылғы 7 сәуірдегі № 425-IV Заңы.")}
ARTICLES = {"rus": ("Статья 1. Печь", "Печь горит.", "Статья 2. Дрова", "Дрова сухи."), "kaz": ("1-бап. Пеш", "Пеш жанады.", "2-бап. Отын", "Отын құрғақ.")}
NOTE = {"rus": "Сноска. Статья 1 в редакции Закона РК от {day} № {number} ({start}).", "kaz": "Ескерту. 1-бап жаңа редакцияда – ҚР {day} № {number} Заңымен ({start})."}
FROM_DAY = {"rus": "вводится в действие с 01.08.2017", "kaz": "01.08.2017 бастап қолданысқа енгізіледі"}


def whole(document: Document) -> list[str]:
    """Return the outline of a document of which all is understood."""
    assert document.unread == ()
    assert document.findings == ()
    return [" | ".join(filter(None, (each.eid, each.heading, each.text))) for each in document.provisions]


def read_in(text: str, lang: str, form: str = "txt") -> Document:
    return parse(read(text.encode(), f"{lang}.{form}"), lang)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_sections_without_their_word(lang: str, form: str) -> None:
    first, text, second, other = ARTICLES[lang]
    one, two = {"rus": ("ОБЩИЕ ПОЛОЖЕНИЯ", "ДРОВА"), "kaz": ("ЖАЛПЫ ЕРЕЖЕЛЕР", "ОТЫН")}[lang]
    document = law_in(form, lang, FRONT[lang], [f"I. {one}", first, text, f"II. {two}", second, other])
    assert whole(document) == [f"sec_1 | {one}", f"art_1 | {first.split('. ')[1]} | {text}", f"sec_2 | {two}", f"art_2 | {second.split('. ')[1]} | {other}"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("day", "number"), [("22.07.2017", "89-VI"), ("22 .07.2017", "21-01-38.46")])
def test_numbers_with_dots_and_days_with_a_blank(day: str, number: str, lang: str, form: str) -> None:
    note = NOTE[lang].format(day=day, number=number, start=FROM_DAY[lang])
    document = law_in(form, lang, FRONT[lang], [*ARTICLES[lang][:2], note])
    whole(document)
    assert [(claim.act and claim.act.number, str(claim.operation.day)) for claim in document.claims] == [(number, "2017-08-01")]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_that_count_from_the_signing(lang: str, form: str) -> None:
    start = {"rus": "вводится в действие по истечении десяти дней со дня подписания", "kaz": "қол қойылған күнінен бастап он күн өткен соң қолданысқа енгізіледі"}[lang]
    document = law_in(form, lang, FRONT[lang], [*ARTICLES[lang][:2], NOTE[lang].format(day="22.07.2017", number="89-VI", start=start)])
    whole(document)
    assert [(claim.operation.kind, claim.operation.days) for claim in document.claims] == [(RuleKind.FROM_SIGNING, 10)]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_act_that_is_older_than_the_law_is_a_finding(lang: str, form: str) -> None:
    document = law_in(form, lang, FRONT[lang], [*ARTICLES[lang][:2], NOTE[lang].format(day="22.07.2007", number="89-III", start=FROM_DAY[lang])])
    assert [finding.kind for finding in document.findings] == ["act_older_than_law"]
    assert [each.eids for each in document.unread] == [("art_1",)]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_on_the_own_start_of_an_article_leaves_it_open(lang: str, form: str) -> None:
    note = {"rus": "Сноска. Статья 2 вводится в действие с 01.01.2012 (см. ст. 3 Закона РК от 07.04.2011 № 425-IV).",
            "kaz": "Ескерту. 2-бап 01.01.2012 бастап қолданысқа енгізіледі (ҚР 07.04.2011 № 425-IV Заңының 3-бабын қараңыз)."}[lang]
    document = law_in(form, lang, FRONT[lang], [*ARTICLES[lang], note])
    assert {eid for each in document.unread for eid in each.eids} == {"art_2"}


LATER = {"rus": "Настоящий Закон вводится в действие с 1 июля 2011 года, за исключением статьи 2, которая вводится в действие с 1 января 2012 года.",
         "kaz": "Осы Заң, 2012 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 2-бапты қоспағанда, 2011 жылғы 1 шілдеден бастап қолданысқа енгізіледі."}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("lang", "note", "open_still"), [
    ("rus", "Сноска. Статья 2 вводится в действие с 01.01.2012 (см. ст. 3).", ()),
    ("rus", "Сноска. Статья 2 вводится в действие с 01.01.2012 в соответствии со статьей 3 настоящего Закона.", ()),
    ("kaz", "Ескерту. 2-бап 01.01.2012 бастап қолданысқа енгізіледі (3-бапты қараңыз).", ()),
    ("rus", "Сноска. Статья 2 вводится в действие с 01.01.2013 (см. ст. 3).", ("art_2",)),
    ("rus", "Сноска. Статья 2 вводится в действие с 01.01.2012 до 01.01.2014 (см. ст. 3).", ("art_2",)),
    ("rus", "Сноска. Статья 1 вводится в действие с 01.01.2012 (см. ст. 3).", ("art_1",)),
    ("kaz", "Ескерту. 2-бап 02.01.2012 бастап қолданысқа енгізіледі (3-бапты қараңыз).", ("art_2",))])
def test_a_note_on_the_start_of_an_article_repeats_what_the_law_says_of_it(lang: str, note: str, open_still: tuple[str, ...], form: str) -> None:
    closing = {"rus": "Статья 3. Введение в действие", "kaz": "3-бап. Қолданысқа енгізу"}[lang]
    document = law_in(form, lang, FRONT[lang], [*ARTICLES[lang], note, closing, LATER[lang]])
    assert {*open_still} <= {eid for each in document.unread for eid in each.eids}
    assert bool(open_still) == bool(document.unread) == bool(document.findings)
    assert document.claims == ()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_formula_that_the_source_lost_is_a_gap(lang: str, form: str) -> None:
    lines = {"rus": ("1. Жар вычисляется по формуле:", "где: t – жар.", "2. Печь горит."), "kaz": ("1. Қызу мына формула бойынша есептеледі:", "мұнда: t – қызу.", "2. Пеш жанады.")}
    document = law_in(form, lang, FRONT[lang], [ARTICLES[lang][0], *lines[lang]])
    assert [finding.kind for finding in document.findings] == ["lost_formula"]
    assert [each.eids for each in document.unread] == [("art_1__para_1",)]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_articles_whose_text_stands_in_their_heading(lang: str, form: str) -> None:
    lines = {"rus": ("Статья 1. Печь горит днем и ночью всю зиму.", "Статья 2. Дрова сухи и лежат под навесом."),
             "kaz": ("1-бап. Пеш күндіз де түнде де қыс бойы жанады.", "2-бап. Отын құрғақ, көктемге дейін лапаста жатады.")}
    document = law_in(form, lang, FRONT[lang], lines[lang])
    assert whole(document) == [f"art_{place} | {line.split('. ', 1)[1]}" for place, line in enumerate(lines[lang], 1)]


@pytest.mark.parametrize("form", FORMATS)
def test_an_abbreviated_ending_is_an_exclusion(form: str) -> None:
    document = law_in(form, "rus", FRONT["rus"], [
        "Статья 1. Печь", "1. Печь горит.", "2. у.с. Законом РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019)."])
    assert whole(document) == ["art_1 | Печь", "art_1__para_1 | Печь горит.", "art_1__para_2"]
    assert [(claim.target, claim.action) for claim in document.claims] == [("art_1__para_2", "exclusion")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_raised_number_that_a_blank_replaced_is_that_of_the_anchor(lang: str) -> None:
    first, text, _, other = ARTICLES[lang]
    second = {"rus": "Статья 1 1. Дрова", "kaz": "1 1-бап. Отын"}[lang]
    document = read_in(f'# {FRONT[lang][0]}\n\n{FRONT[lang][1]}\n\n<a id="st1"></a>\n### {first}\n\n{text}\n\n<a id="st1-1"></a>\n### {second}\n\n{other}\n', lang, "md")
    assert [line.split(" | ")[0] for line in whole(document)] == ["art_1", "art_1-1"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fenced_text_is_read_with_its_points_and_notes(lang: str) -> None:
    first, text, *_ = ARTICLES[lang]
    note = NOTE[lang].format(day="22.07.2017", number="89-VI", start=FROM_DAY[lang])
    document = read_in(f"# {FRONT[lang][0]}\n\n{FRONT[lang][1]}\n\n```\n     {first}\n\n     1. {text}\n     2. {text[:-1]},\n{text.lower()}\n     {note}\n```\n", lang, "md")
    assert whole(document) == [f"art_1 | {first.split('. ')[1]}", f"art_1__para_1 | {text}", f"art_1__para_2 | {text[:-1]}, {text.lower()}"]
    assert [claim.target for claim in document.claims] == ["art_1"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_of_tags_in_markdown_numbers_nothing(lang: str) -> None:
    first, text, *_ = ARTICLES[lang]
    rows = "".join(f"<tr><td>{number}.</td><td>{text}</td></tr>" for number in (1, 2))
    document = read_in(f"# {FRONT[lang][0]}\n\n{FRONT[lang][1]}\n\n### {first}\n\n1. {text[:-1]}:\n\n<table>{rows}</table>\n\n2. {text}\n", lang, "md")
    assert [line.split(" | ")[0] for line in whole(document)] == ["art_1", "art_1__para_1", "art_1__para_2"]


@pytest.mark.parametrize(("lang", "line"), [("rus", "Закон Республики Казахстан от 12 апpеля 2011 года № 425-IV."),
                                            ("kaz", "Қазақстан Республикасының 2011 жылғы 12 cәуiрдегi № 425-IV Заңы.")])
def test_letters_of_another_alphabet_in_a_month(lang: str, line: str) -> None:
    first, text, *_ = ARTICLES[lang]
    document = read_in(f"{FRONT[lang][0]}\n\n{line}\n\n{first}\n\n      {text}\n", lang)
    assert (document.number, str(document.adopted)) == ("425-IV", "2011-04-12")


def test_a_reference_to_a_bulletin_is_no_number_of_the_act() -> None:
    document = read_in("О печах\n\n(Бюллетень, 2018 г., N 8, ст. 46)\n\n      Статья 1. Печь\n\n      Печь горит.\n", "rus")
    assert (document.number, document.adopted) == (None, None)
    assert [finding.kind for finding in document.findings] == ["no_requisite"]


@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_heading_over_two_lines(lang: str, form: str) -> None:
    number, title = {"rus": ("Статья 1.", "Печь и дрова"), "kaz": ("1-бап.", "Пеш және отын")}[lang]
    text, (name, requisite) = ARTICLES[lang][1], FRONT[lang]
    told = {"txt": f"{name}\n\n{requisite}\n\n {number}\n {title}\n\n      {text}\n", "md": f"# {name}\n\n{requisite}\n\n### {number}\n\n### {title}\n\n{text}\n"}
    assert whole(read_in(told[form], lang, form)) == [f"art_1 | {title} | {text}"]


ORDERS = {
    "rus": ("О печах", "Приказ Министра печей Республики Казахстан от 7 апреля 2011 года № 25.", "1. Правила утвердить.", "Министр печей          А. Никто",
            ("Утверждены", "приказом Министра печей", "Республики Казахстан", "от 7 апреля 2011 года № 25"), "Правила топки", ("1. Общие положения", "2. Порядок топки"),
            "Печь топят.", ("Приложение 1", "к Правилам топки"), "Журнал",
            "Сноска. Пункт 1 в редакции приказа Министра печей РК от 05.06.2020 № 44 (вводится в действие с 01.07.2020)."),
    "kaz": ("Пештер туралы", "Қазақстан Республикасы Пеш министрінің 2011 жылғы 7 сәуірдегі № 25 бұйрығы.", "1. Қағидалар бекітілсін.", "Пеш министрі          А. Ешкім",
            ("Қазақстан Республикасы", "Пеш министрінің", "2011 жылғы 7 сәуірдегі", "№ 25 бұйрығымен бекітілген"), "Жағу қағидалары",
            ("1. Жалпы ережелер", "2. Жағу тәртібі"), "Пеш жағылады.", ("Жағу қағидаларына", "1-қосымша"), "Журнал",
            "Ескерту. 1-тармақ жаңа редакцияда – ҚР Пеш министрінің 05.06.2020 № 44 (01.07.2020 бастап қолданысқа енгізіледі) бұйрығымен.")}


@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_chapters_of_rules_without_their_word_and_an_annex_of_an_annex(lang: str, form: str) -> None:
    title, number, ordered, signed, stamp, rules, chapters, text, annexed, journal, _ = ORDERS[lang]
    if form == "txt":
        lines = "\n      ".join(stamp)
        told = (f"{title}\n\n{number}\n\n      {ordered}\n\n      {signed}\n\n      {lines}\n\n      {rules}\n\n {chapters[0]}\n\n      1. {text}\n\n"
                f" {chapters[1]}\n\n      2. {text}\n\n      {annexed[0]}\n      {annexed[1]}\n\n      {journal}\n\n      1. {text}\n")
    else:
        told = (f"# {title}\n\n{number}\n\n{ordered}\n\n*{signed}*\n\n> *{' '.join(stamp)}*\n\n# {rules}\n\n### {chapters[0]}\n\n1. {text}\n\n"
                f"### {chapters[1]}\n\n2. {text}\n\n> *{' '.join(annexed)}*\n\n# {journal}\n\n1. {text}\n")
    assert whole(read_in(told, lang, form)) == [
        f"para_1 | {ordered[3:]}", f"annex_1 | {rules}", f"annex_1__chp_1 | {chapters[0][3:]}", f"annex_1__para_1 | {text}",
        f"annex_1__chp_2 | {chapters[1][3:]}", f"annex_1__para_2 | {text}", f"annex_1__annex_1 | {journal}", f"annex_1__annex_1__para_1 | {text}"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stamp_of_one_line_behind_a_note_opens_an_annex(lang: str) -> None:
    title, number, ordered, signed, stamp, rules, _, text, _, journal, note = ORDERS[lang]
    approved = " ".join(stamp)
    document = read_in(f"{title}\n\n{number}\n\n      {ordered}\n\n      {signed}\n\n      {approved}\n\n      {rules}\n\n      1. {text}\n\n      {note}\n\n"
                       f"      {approved}\n\n      {journal}\n\n      1. {text}\n", lang)
    assert whole(document) == [f"para_1 | {ordered[3:]}", f"annex_1 | {rules}", f"annex_1__para_1 | {text}", f"annex_2 | {journal}", f"annex_2__para_1 | {text}"]
    assert [claim.target for claim in document.claims] == ["annex_1__para_1"]
