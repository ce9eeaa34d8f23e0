"""Where the text of an act ends and its annexes begin, in files that only set lines in or out."""

from datetime import date

import pytest

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read


def parsed(text: str, lang: str = "rus") -> Document:
    return parse(read(text.encode(), f"{lang}.txt"), lang)


def outline(document: Document) -> list[str]:
    return [" | ".join(filter(None, (each.eid, each.heading, each.text))) for each in document.provisions]


TREATIES = {
    "rus": ("О ратификации Соглашения о мельницах", "Закон Республики Казахстан от 7 апреля 2011 года № 425-IV.",
            "Ратифицировать Соглашение о мельницах, совершенное 5 июля 2010 года.", ("Президент", "Республики Казахстан", "Н. Вымышленный"),
            "СОГЛАШЕНИЕ\nо мельницах", "Стороны согласились:", "Статья 1", "Мельницы дружат."),
    "kaz": ("Диірмендер туралы келісімді ратификациялау туралы", "Қазақстан Республикасының Заңы 2011 жылғы 7 сәуір № 425-IV.",
            "2010 жылғы 5 шілдеде жасалған Диірмендер туралы келісім ратификациялансын.",
            ("Қазақстан Республикасының", "Президенті Н. Ойдан"), "Диірмендер туралы\nКЕЛІСІМ", "Тараптар келісті:", "1-бап", "Диірмендер дос.")}


@pytest.mark.parametrize("lang", TREATIES)
def test_a_treaty_below_the_lines_of_a_signature_is_an_annex(lang: str) -> None:
    title, number, body, signed, treaty, preamble, article, text = TREATIES[lang]
    lines = "\n\n      ".join((body, *signed))
    document = parsed(f"{title}\n\n{number}\n\n      {lines}\n\n {treaty}\n\n      {preamble}\n\n      {article}\n\n      {text}\n", lang)
    assert outline(document) == [f"preamble | {body}", f"annex_1 | {' '.join(treaty.split())} | {preamble}", f"annex_1__art_1 | {text}"]
    assert document.unread == ()


ORDERS = {
    "rus": ("О гусях", "Приказ Министра гусей Республики Казахстан от 11 февраля 2019 года № 66.", "1. Гусей считать.", "Министр гусей",
            '"СОГЛАСОВАН"', "Приложение 1", "к приказу Министра гусей\n{}от 11 февраля 2019 года\n{}№ 66", "Форма", "Список гусей", "Гуси белые."),
    "kaz": ("Қаздар туралы", "Қазақстан Республикасы Қаз министрінің 2019 жылғы 11 ақпандағы № 66 бұйрығы.", "1. Қаздар саналсын.", "Қаз министрі",
            '"КЕЛІСІЛДІ"', "Қазақстан Республикасы", "Қаз министрінің\n{}2019 жылғы 11 ақпандағы\n{}№ 66 бұйрығына\n{}1-қосымша", "Нысан", "Қаздар тізімі",
            "Қаздар ақ.")}


@pytest.mark.parametrize("margin", ["", "      "])
@pytest.mark.parametrize("lang", ORDERS)
def test_the_lines_of_a_stamp_stand_in_or_out_and_an_agreed_order_is_whole(lang: str, margin: str) -> None:
    title, number, ordered, signed, agreed, opens, below, form, heading, text = ORDERS[lang]
    stamp = f"      {opens}\n{margin}{below.replace('{}', margin)}"
    document = parsed(f"{title}\n\n{number}\n\n      {ordered}\n\n      {signed}\n\n      А. Н.\n\n      {agreed}\n\n      {signed}\n\n{stamp}\n\n"
                      f"      {form}\n\n      {heading}\n\n      {text}\n", lang)
    assert outline(document) == [f"para_1 | {ordered[3:]}", f"annex_1 | {heading} | {text}"]
    assert document.unread == ()


@pytest.mark.parametrize(("last", "understood"), [
    ("пункт 2 постановления Совета Министров Казахской ССР от 9 июля 1988 г. N 277.", True), ("приказ Министра гусей от 9 июля 1988 г. N 27.", True),
    ("действует до 9 июля 2020 г., приказ N 27.", False), ("пункт 2 изменен приказом от 9 июля 2018 г. N 27.", False),
    ("Пункт 2 постановления Совета Министров Казахской ССР от 9 июля 1988 г. N 277.", False)])
def test_the_last_act_of_a_list_is_no_note(last: str, *, understood: bool) -> None:
    document = parsed("О гусях\n\nПриказ Министра гусей от 11 февраля 2019 года № 66.\n\n      1. Признать утратившими силу:\n\n"
                      f"      приказ Министра гусей от 3 мая 1985 г. N 170;\n\n      {last}\n")
    assert (document.unread == ()) is understood


@pytest.mark.parametrize(("lang", "heading", "excluded"), [
    ("rus", "Статья 1. Малина", "Исключена Законом РК от 05.07.2023 № 17-VIII (вводится в действие с 01.01.2024)."),
    ("kaz", "1-бап. Таңқурай", "Алып тасталды - ҚР 05.07.2023 № 17-VIII Заңымен (01.01.2024 бастап қолданысқа енгізіледі)."),
    ("eng", "Article 1. Raspberries", "Is excluded by the Law of the Republic of Kazakhstan dated 05.07.2023 № 17-VIII (shall be enforced from 01.01.2024).")])
def test_what_stands_below_a_heading_in_place_of_a_text_is_read_there(lang: str, heading: str, excluded: str) -> None:
    document = parsed(f"X\n\n      {heading}\n\n      {excluded}\n", lang)
    assert [(each.eid, each.excluded, each.text) for each in document.provisions] == [("art_1", True, None)]
    assert [(each.target, each.act and each.act.number) for each in document.claims] == [("art_1", "17-VIII")]
    assert document.unread == ()


def test_a_row_with_words_in_one_of_its_cells_is_a_row() -> None:
    text = "# О гусях\n\n1. Гуси:\n\n| № | Имя |\n|---|---|\n| 1 | |\n| 2 | Гага |\n"
    document = parse(read(text.encode(), "rus.md"), "rus")
    assert outline(document) == ["para_1 | Гуси:\n№\tИмя\n1\n2\tГага"]


def test_a_head_of_a_table_is_no_number_of_an_act() -> None:
    document = parsed("О курах\n\nПриказ Министра кур от 11 февраля 2019 года № 66.\n\n      1. Кур считать.\n\n      Министр кур\n\n      Приложение\n"
                      "к приказу Министра кур\nот 11 февраля 2019 года № 66\n\n Метки для кур\n\n      № п/п\n\n      Белые\n")
    assert outline(document)[1].startswith("annex_1 | Метки для кур | ")


OF_THE_NINETIES = {
    "rus": ("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН", "О колодцах и\nо шестах", "Настоящий Закон определяет порядок устройства и содержания\nколодцев общего пользования.",
            "Статья 1. Колодец", "Колодец круглый.", "Президент\nРеспублики Казахстан", "г. Алматы, 12 мая 1997 года"),
    "kaz": ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ", "Құдықтар туралы", "Осы Заң құдықтарды күтудің тәртібін белгілейді және осыған\nбайланысты туындайтын қатынастарды реттейді.",
            "1-бап. Құдық", "Құдық дөңгелек.", "Қазақстан Республикасының\n     Президенті", "Алматы қаласы, 1997 жылғы 12 мамыр")}


@pytest.mark.parametrize("between", ["\n     ", " "])
@pytest.mark.parametrize("lang", OF_THE_NINETIES)
def test_a_law_of_the_1990s_has_its_kind_above_and_its_number_below(lang: str, between: str) -> None:
    kind, title, preamble, heading, text, signed, place = OF_THE_NINETIES[lang]
    document = parsed(f"              {kind}\n                 {title}\n\n     {preamble}\n\n     {heading}\n\n     {text}\n\n     {signed}\n\n"
                      f"     {place}{between}N 105-1\n", lang)
    assert (document.title, document.number, document.adopted) == (title.replace("\n", " "), "105-1", date(1997, 5, 12))
    joined = preamble.replace("\n", " ")
    assert outline(document) == [f"preamble | {joined}", f"art_1 | {heading.split('. ')[1]} | {text}"]
    assert document.unread == ()


def test_a_day_below_a_signature_that_bears_no_number_is_none_of_the_law() -> None:
    document = parsed("О колодцах\n\nЗакон Республики Казахстан\n\n     Статья 1. Колодец\n\n     Колодец круглый.\n\n     Президент\n\n"
                      "     г. Алматы, 12 мая 1997 года\n")
    assert (document.number, document.adopted) == (None, None)


@pytest.mark.parametrize(("lang", "remark"), [("rus", "П р и м е ч а н и е."), ("kaz", "Е с к е р т п е."), ("eng", "N o t e.")])
def test_the_label_of_a_remark_may_be_letter_spaced(lang: str, remark: str) -> None:
    heading = {"rus": "Статья 1. Колодец", "kaz": "1-бап. Құдық", "eng": "Article 1. Well"}[lang]
    assert outline(parsed(f"X\n\n      {heading}\n\n      Xxx yyy.\n\n      {remark} Uuu vvv.\n", lang))[1] == "art_1__note_1 | Uuu vvv."


def test_a_mark_in_the_place_of_a_heading_is_none() -> None:
    document = parsed("О колодцах\n\n      Статья 1. <*>\n\n      Сноска. Статья 1 исключена Законом РК от 3 июня 2003 г. N 428.\n\n"
                      "      Статья 2. Шест\n\n      Шест длинный.\n")
    assert [(each.eid, each.excluded, each.heading) for each in document.provisions] == [("art_1", True, None), ("art_2", False, "Шест")]
    assert document.unread == ()


@pytest.mark.parametrize(("lang", "ordered", "signed", "stamp", "title", "rule"), [
    ("rus", "1. Утвердить Правила игры на барабане.", "Управляющий Барабанами", "Утверждены приказом Управляющего Барабанами от 8 сентября 2016 года № 13/139",
     "Правила игры на барабане", "1. Барабан круглый."),
    ("rus", "1. Утвердить Правила игры на барабане.", "Управляющий\n\n      Барабанами", "Приложение к приказу Управляющего Барабанами от 8 сентября 2016 года № 13/139",
     "Правила игры на барабане", "1. Барабан круглый."),
    ("kaz", "1. Домбыра тарту қағидалары бекітілсін.", "Домбыра басқарушы", "Басқарушының 2016 жылғы 8 қыркүйектегі № 13/139 бұйрығымен бекітілген",
     "Домбыра тарту қағидалары", "1. Домбыра екі ішекті.")])
def test_a_stamp_in_one_line_stands_below_a_name_whoever_signs(lang: str, ordered: str, signed: str, stamp: str, title: str, rule: str) -> None:
    document = parsed(f"X\n\n      {ordered}\n\n      {signed}\n\n      А. Ойдан\n\n      {stamp}\n\n      {title}\n\n      {rule}\n", lang)
    assert outline(document) == [f"para_1 | {ordered[3:]}", f"annex_1 | {title}", f"annex_1__para_1 | {rule[3:]}"]


def test_a_sentence_on_what_was_approved_is_no_stamp() -> None:
    document = parsed("X\n\n      Статья 1. Барабан\n\n      Барабан круглый.\n\n      Утверждены приказом Управляющего от 8 сентября 2016 года № 13/139;\n\n"
                      "      Статья 2. Палки\n\n      Палки деревянные.\n")
    assert [each.eid for each in document.provisions] == ["art_1", "art_1__al_2", "art_2"]


def test_a_listed_act_may_begin_with_its_title() -> None:
    document = parsed("Қаздар туралы\n\nҚаз министрінің 2019 жылғы 11 ақпандағы № 66 бұйрығы.\n\n      1. Мыналардың күші жойылды деп танылсын:\n\n"
                      '      1) "Шаң туралы" Қаз министрінің 1999 жылғы 4 маусымдағы № 612 бұйрығының 2-тармағы.\n', "kaz")
    assert document.unread == ()


@pytest.mark.parametrize(("lang", "index"), [
    ("rus", "Индекс: форма № 1-гуси"), ("rus", "Форма № 2-К"), ("rus", "Индекс формы административных данных: 1-ГУСИ"), ("kaz", "Индексі: № 1-қаз нысаны"),
    ("kaz", "Әкімшілік деректер нысанының индексі: 1-ҚАЗ")])
def test_the_index_of_a_form_is_no_act(lang: str, index: str) -> None:
    title, number, ordered, signed, _, _, _, form, heading, text = ORDERS[lang]
    annex = {"rus": "Приложение 1", "kaz": "1-қосымша"}[lang]
    document = parsed(f"{title}\n\n{number}\n\n      {ordered}\n\n      {signed}\n\n      А. Н.\n\n      {annex}\n\n      {form}\n\n"
                      f"      {heading}\n\n      {text}\n\n      {index}\n", lang)
    assert outline(document)[1:] == [f"annex_1 | {heading} | {text}", f"annex_1__al_2 | {index}"]
    assert document.unread == ()


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
@pytest.mark.parametrize("lang", TREATIES)
def test_a_treaty_right_below_who_signed_is_whole_in_every_format(lang: str, ending: str) -> None:
    title, number, body, signed, treaty, preamble, article, text = TREATIES[lang]
    office, heading = " ".join(signed), " ".join(treaty.split())
    told = {
        "md": f"# {title}\n\n{number}\n\n{body}\n\n*{office}*\n\n# {heading}\n\n{preamble}\n\n### {article}\n\n{text}\n",
        "html": f'<html><body><div class="container_alpha slogan"><h1>{title}</h1><p>{number}</p></div><div class="container_gamma text">'
                f"<div><article><p>{body}</p><table><tr><td><i>{office}</i></td></tr></table><h3>{heading}</h3><p>{preamble}</p>"
                f'<p><b>{article}</b></p><p>{text}</p></article></div></div><div class="container_omega aftertext"></div></body></html>',
        "txt": f"{title}\n\n{number}\n\n      {body}\n\t\n      {office}\n\n{heading}\n\n      {preamble}\n\n{article}\n\n      {text}\n"}
    document = parse(read(told[ending].encode(), f"{lang}.{ending}"), lang)
    assert outline(document) == [f"preamble | {body}", f"annex_1 | {heading} | {preamble}", f"annex_1__art_1 | {text}"]
    assert document.unread == ()


def test_what_leads_in_behind_a_signature_is_never_lost_unsaid() -> None:
    title, number, body, signed, _, preamble, article, text = TREATIES["rus"]
    document = parsed(f"{title}\n\n{number}\n\n      {body}\n\t\n      {' '.join(signed)}\n\n      Стороны, дружа, {preamble.lower()}\n\n{article}\n\n      {text}\n")
    assert [finding.kind for finding in document.findings] == ["after_signature"] or "Стороны, дружа" in " ".join(outline(document))


STAMPS = {
    "kaz": ("Шаңғы туралы", "Көлді қалалық мәслихатының 2018 жылғы 20 желтоқсандағы № 37/4 шешімі.", "1. Шаңғы күтілсін.", "Мәслихат хатшысы",
            "Көлді қалалық мәслихатының\n2018 жылғы 20 желтоқсандағы\n№ 37/4 шешіміне қосымша", "Шаңғы қағидалары", "1-тарау. Жалпы ережелер", "1. Шаңғы екеу."),
    "eng": ("On kettles", "Order of the Minister of Tea of the Republic of Kazakhstan dated March 5, 2018 No. 88.", "1. Kettles shall be kept.", "Minister of Tea",
            "Approved by\n Order No. 88 of the Minister of Tea\n of the Republic of Kazakhstan\n dated March 5, 2018", "Rules for kettles",
            "Chapter 1. General provisions", "1. A kettle is round.")}


@pytest.mark.parametrize("lang", STAMPS)
def test_a_stamp_broken_over_lines_opens_one_annex_with_its_own_title(lang: str) -> None:
    title, number, ordered, office, stamp, heading, chapter, text = STAMPS[lang]
    document = parsed(f"{title}\n\n{number}\n\n      {ordered}\n\n      {office}          A. N. Invented\n\n{stamp}\n\n      {heading}\n\n"
                      f"      {chapter}\n\n      {text}\n", lang)
    said = [f"para_1 | {ordered[3:]}", f"annex_1 | {heading}", f"annex_1__chp_1 | {chapter.split('. ', 1)[1]}", f"annex_1__para_1 | {text[3:]}"]
    assert outline(document) == said
    assert document.unread == ()


def test_articles_of_an_amending_act_have_no_headings() -> None:
    starts = "Настоящий Закон вводится в действие со дня его первого официального опубликования."
    document = parsed("О внесении изменений в закон о чае\n\nЗакон Республики Казахстан от 25 ноября 2019 года № 272-VI.\n\n"
                      "      Статья 1. Внести изменения в следующие законы Республики Казахстан:\n\n      1. В Закон «О чае»:\n\n"
                      f"      в статье 4 слова «чашка» заменить словом «пиала».\n\n      Статья 2. {starts}\n")
    assert [(each.eid, each.heading) for each in document.provisions if each.kind == "article"] == [("art_1", None), ("art_2", None)]
    assert next(each.text for each in document.provisions if each.eid == "art_2") == starts


@pytest.mark.parametrize("remark", ["Қолданушылар назарына! Қолданушыларға қолайлы болуы үшін ИЗПИ мазмұнды жасады.",
                                    "Қолданушылар назарына!\n\n      Қолданушыларға ыңғайлы болуы үшін АҚДО мазмұнды жасады."])
def test_a_remark_on_the_contents_leaves_a_kazakh_law_sure(remark: str) -> None:
    document = parsed(f"Ұшақтар туралы\n\nҚазақстан Республикасының Заңы 2016 жылғы 6 сәуірдегі № 480-V.\n\n      {remark}\n\n1-бап. Қанат\n\n      Қанат бар.\n",
                      "kaz")
    assert document.unread == ()


@pytest.mark.parametrize(("lang", "front", "annex", "title"), [
    ("kaz", "Бюджет туралы\n\nКөлді аудандық мәслихатының 2023 жылғы 25 желтоқсандағы № 15/2 шешімі.\n\n      1. Бюджет бекітілсін.\n\n      Төраға",
     "Көлді аудандық мәслихатының 2023 жылғы 25 желтоқсандағы № 15/2 шешіміне 1-қосымша", "2024 жылға арналған қар бюджеті"),
    ("rus", "О бюджете\n\nРешение маслихата от 25 декабря 2023 года № 15/2.\n\n      1. Утвердить бюджет.\n\n      Председатель",
     "Приложение 1 к решению маслихата от 25 декабря 2023 года № 15/2", "2024 год: бюджет снега")])
def test_the_title_of_a_budget_may_begin_with_its_year(lang: str, front: str, annex: str, title: str) -> None:
    rows = "1\tСнег\t500\n2\tЛед\t500\n"
    document = parsed(f"{front}          А. Вымышленный\n\n      {annex}\n\n      {title}\n\n{rows}", lang)
    assert [(each.eid, each.heading) for each in document.provisions][-1] == ("annex_1", title)
    assert document.unread == ()
