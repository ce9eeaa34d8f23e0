"""What stands above the first article and is not understood may tell that the law has ended; a preamble does not."""

from datetime import date

import pytest

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.authors import Act
from lawgraph.law.document import Document, UnreadKind
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.errors import SourceError
from lawgraph.law.versions import Presence, Wording
from lawgraph.parsing.document import parse, parse_law
from lawgraph.reading.opening import read
from lawgraph.reading.plain import read_plain
from lawgraph.reading.requisites import read_meta
from lawgraph.reading.source import told_beside
from lawgraph.timeline.history import trace
from lives import version_on
from public_page import public_page

ADOPTED, DAY = date(2015, 3, 2), date(2020, 1, 1)
BODY = "      "
NUMBERED = {"eng": "The Law of the Republic of Kazakhstan dated 2 March 2015 No. 9-V",
            "rus": "Закон Республики Казахстан от 2 марта 2015 года № 9-V",
            "kaz": "Қазақстан Республикасының 2015 жылғы 2 наурыздағы № 9-V Заңы"}
UNITS = {"eng": (" Article 1. Kites", "This Law shall be enforced upon expiry of ten calendar days after its first official publication."),
         "rus": (" Статья 1. Змеи", ("Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его "
                 "первого официального опубликования.")),
         "kaz": (" 1-бап. Батпырауық", ("Осы Заң алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
                 "қолданысқа енгізіледі."))}

SIGNED = {"eng": "President of the Republic of Kazakhstan", "rus": "Президент Республики Казахстан",
          "kaz": "Қазақстан Республикасының Президенті"}


def law(lang: str, above: str = "", behind: str = ".", title: str = "Kites") -> Document:
    """Return a law of one article, with lines above it, words behind its number, or another title."""
    heading, start = UNITS[lang]
    return parse(read_plain(f" {title}\n\n{NUMBERED[lang]}{behind}\n\n{above}\n{heading}\n\n{BODY}{start}\n\n"
                            f"\t\n{BODY}{SIGNED[lang]}\n\n"), lang)


def answer(document: Document) -> tuple[Presence, Wording | None]:
    """Return what is said of the article on the day of the edition."""
    edition = Edition(document.lang, "law.txt", document, official=True, day=DAY)
    lived = trace(LawSources("Z1", "9-V", ADOPTED, Act("9-V", ADOPTED), (edition,)), document.lang)
    version = version_on(next(each for each in lived.timelines if each.unit.eid == "art_1").versions, DAY)
    assert version is not None
    return version.in_operation, version.wording


@pytest.mark.parametrize(("lang", "above"), [
    ("eng", "The document lost its power as of January 1, 2019 under an ordinance of the Kite Council No. 77-VI of 2018."),
    ("eng", "No longer operative since 2019."), ("eng", "Overtaken by the Kite Code."), ("eng", "(lost its power)"),
    ("eng", "The document is not valid any more."), ("eng", "This Law has lost its force."), ("eng", "Status: ended"),
    ("rus", "Документ прекратил существование с 1 января 2019 года."), ("rus", "Не применяется с 2019 года."),
    ("rus", "Заменен Кодексом о змеях."), ("rus", "Утр. силу 01.01.2019"), ("rus", "Настоящий документ более не действует."),
    ("rus", "Настоящий Закон отменен с 1 января 2019 года."), ("rus", "Документ отменен:"), ("eng", "This Law no longer applies."),
    ("rus", "Настоящий Закон не введен в действие."), ("rus", "Введение в действие настоящего Закона отложено до 1 января 2021 года."),
    ("rus", "Вместо настоящего Закона с 1 января 2019 года действует Кодекс о змеях."), ("eng", "This Law is of no effect."),
    ("rus", "Настоящий Закон не имеет силы."), ("eng", "This Law has been struck down."), ("eng", "This version is out of date."),
    ("eng", "This Law is temporary."), ("kaz", "Осы Заң енгізілген жоқ."), ("kaz", "Осы Заң уақытша қолданылады."), ("rus", "Эта версия устарела."),
    ("rus", "Архивная редакция настоящего документа от 01.01.2017."), ("kaz", "Осы Заң үш жыл мерзімге қабылданды."),
    ("kaz", "Осы Заң 2019 жылғы 1 қаңтардан бастап қолданылмайды."),
    ("kaz", "Құжат 2019 жылдан бері қолданылмайды."), ("kaz", "Батпырауық кодексімен ауыстырылды."),
])
def test_a_line_above_the_first_article_that_is_no_preamble_leaves_the_law_open(lang: str, above: str) -> None:
    for margin in (BODY, ""):
        document = law(lang, f"{margin}{above}\n")
        assert answer(document) == (Presence.POSSIBLE, Wording.UNKNOWN)
        assert any(each.eids == (LAW,) for each in document.unread)
        assert document.findings
        over_title = parse(read_plain(f"{margin}{above}\n{law(lang).text}"), lang)
        assert answer(over_title) == (Presence.POSSIBLE, Wording.UNKNOWN)


@pytest.mark.parametrize(("lang", "behind"), [
    ("eng", ". The document lost its power as of January 1, 2019."), ("eng", " (lost its power)"), ("eng", ", void since 2019"),
    ("rus", ". Более не действует."), ("rus", " прекратил действие"), ("rus", " (с изменениями, отменен с 01.01.2019)"), ("rus", " (отменен)"),
    ("rus", ". Зарегистрирован в Министерстве юстиции Республики Казахстан 3 апреля 2015 года № 10587. Отменен."), ("kaz", ". Енді қолданылмайды."),
])
def test_words_behind_the_number_of_the_law_leave_it_open(lang: str, behind: str) -> None:
    assert answer(law(lang, behind=behind)) == (Presence.POSSIBLE, Wording.UNKNOWN)


@pytest.mark.parametrize(("lang", "title"), [
    ("eng", "On kites (lost force)"), ("eng", "On kites. Repealed"), ("eng", "On kites (replaced in 2019)"),
    ("rus", "О змеях, утратил силу"), ("rus", "О змеях /отменен/"), ("eng", "Repealed law on kites"),
    ("rus", "О змеях (утр. силу)"), ("rus", "О змеях (не действует с 01.01.2019)"),
])
def test_words_of_an_end_behind_the_title_leave_the_law_open(lang: str, title: str) -> None:
    assert answer(law(lang, title=title)) == (Presence.POSSIBLE, Wording.UNKNOWN)


@pytest.mark.parametrize(("lang", "above"), [
    ("rus", "В соответствии со статьей 1 Закона Республики Казахстан от 10 декабря 1993 г. \"О временном делегировании полномочий\" и в целях развития мельниц издаю настоящий Указ."),
    ("rus", "В целях единообразия пленарное заседание Верховного Суда Республики Казахстан постановляет дать следующие разъяснения."),
    ("kaz", "Қазақстан Республикасының 1993 жылғы 10 желтоқсандағы Заңына сәйкес және диірмен ісін дамыту мақсатында осы Жарлық шығарамын.")])
def test_the_formula_with_which_an_act_is_made_ends_a_preamble(lang: str, above: str) -> None:
    assert law(lang, BODY + above).unread == ()


@pytest.mark.parametrize(("lang", "above"), [
    ("eng", "This Law determines who may fly a kite."), ("eng", "In order to keep the sky free, this Law establishes where kites fly."),
    ("eng", "Pursuant to Article 3 of the Law of the Republic of Kazakhstan dated 1 May 2009 No. 155-IV, I HEREBY ORDER:"),
    ("eng", "This Law has two aims:\n\n      peace in the sky;\n\n      joy below."), ("eng", "Unofficial translation"),
    ("rus", "Настоящий Закон действует по всей территории Республики."),
    ("rus", "Настоящий Закон определяет, кто пускает змеев."), ("rus", "В целях охраны неба настоящий Закон устанавливает порядок."),
    ("kaz", "Осы Заң батпырауық ұшыру тәртібін айқындайды."),
])
def test_a_preamble_and_what_pages_always_print_leave_the_law_sure(lang: str, above: str) -> None:
    document = law(lang, f"{BODY}{above}\n")
    assert answer(document) == (Presence.YES, Wording.ATTESTED)
    assert not document.unread


@pytest.mark.parametrize(("lang", "behind"), [
    ("rus", " ЗРК."), ("rus", ". Зарегистрирован в Министерстве юстиции Республики Казахстан 3 апреля 2015 года № 10587."),
    ("eng", ". Registered with the Ministry of Justice on April 3, 2015 No. 10587."), ("kaz", "."),
])
def test_the_registration_behind_the_number_leaves_the_law_sure(lang: str, behind: str) -> None:
    assert answer(law(lang, behind=behind)) == (Presence.YES, Wording.ATTESTED)


@pytest.mark.parametrize("title", ["On kites (an invented law)", "Kite Code (General Part)", "On kites. And on strings",
                                   "On the budget of kites (2015)"])
def test_a_title_in_two_parts_leaves_the_law_sure(title: str) -> None:
    assert answer(law("eng", title=title)) == (Presence.YES, Wording.ATTESTED)


@pytest.mark.parametrize(("lang", "above"), [
    ("rus", "г. Астана"), ("rus", "Акорда, 2 марта 2015 года"), ("rus", "Астана, Акорда, 2 марта 2015 года"), ("rus", "г. Астана 2 марта 2015 г."),
    ("rus", "Опубликован: «Казахстанская правда» от 3 марта 2015 г. № 41."), ("rus", "Опубликовано в газете \"Казахстанская правда\", 2015 г., № 41"),
    ("rus", "Сноска. См. постановление Правительства Республики Казахстан от 1 мая 2016 года № 250."),
    ("rus", "(Ведомости Парламента Республики Казахстан, 2015 г., № 5, ст. 21)"),
    ("eng", "Astana, Akorda, 2 March 2015"), ("eng", "Published in the newspaper \"Kazakhstanskaya Pravda\" dated 3 March 2015 No. 41"),
    ("kaz", "Астана қаласы"), ("kaz", "Астана, Ақорда, 2015 жылғы 2 наурыз"), ("kaz", "Жарияланған: «Егемен Қазақстан» 2015 жылғы 3 наурыз № 41"),
])
def test_where_and_when_a_law_was_signed_or_printed_leaves_it_sure(lang: str, above: str) -> None:
    for margin in (BODY, ""):
        assert answer(law(lang, f"{margin}{above}\n")) == (Presence.YES, Wording.ATTESTED)


@pytest.mark.parametrize(("lang", "above"), [
    ("rus", "г. Астана, действует до 1 января 2019 года"), ("rus", "Опубликован: «Казахстанская правда» от 3 марта 2015 г. № 41. Отменен."),
    ("rus", "Опубликован в 2015 году, прекращен в 2019 году"), ("rus", "Сноска. См. постановление Правительства от 1 мая 2016 года № 250 об отмене."),
    ("rus", "Сноска. См. Закон Республики Казахстан от 1 мая 2018 года № 25-VI."), ("eng", "Astana. Void since 2019"),
    ("eng", "Published in 2015, gone in 2019"), ("kaz", "Астана қаласы, 2019 жылы жойылды"),
])
def test_more_than_where_it_was_signed_or_printed_leaves_a_law_open(lang: str, above: str) -> None:
    assert answer(law(lang, f"{BODY}{above}\n")) == (Presence.POSSIBLE, Wording.UNKNOWN)


@pytest.mark.parametrize("behind", [" (Ведомости Парламента Республики Казахстан, 2015 г., № 5, ст. 21).",
                                    " (опубликован в газете «Казахстанская правда» 3 марта 2015 г. № 41)"])
def test_where_it_was_printed_behind_the_number_leaves_a_law_sure(behind: str) -> None:
    assert answer(law("rus", behind=behind)) == (Presence.YES, Wording.ATTESTED)


def test_a_note_in_an_article_that_leads_to_another_act_leaves_it_sure() -> None:
    start = UNITS["rus"][1]
    for note, presence in (("Сноска. См. также Закон Республики Казахстан от 1 мая 2018 года № 25-VI «О небе».", Presence.YES),
                           ("Сноска. См. также Закон от 1 мая 2018 года № 25-VI, статья исключена.", Presence.POSSIBLE)):
        text = law("rus").text.replace(start, f"{start}\n{BODY}{note}\n")
        assert answer(parse(read_plain(text), "rus"))[0] is presence


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Лицензии, выданные до введения в действие настоящего Закона, действуют до истечения срока их действия."),
    ("rus", "Выданные ранее разрешения сохраняют силу."), ("eng", "Licences issued before remain valid until the expiry of their term."),
    ("kaz", "Мемлекеттік органдар бұрын берген лицензиялар олардың қолданылу мерзімі өткенге дейін жарамды болады."),
])
def test_licences_that_end_by_themselves_leave_the_law_sure(lang: str, told: str) -> None:
    text = law(lang).text.replace(UNITS[lang][1], f"{UNITS[lang][1]}\n\n{BODY}{told}")
    assert answer(parse(read_plain(text), lang))[0] is Presence.YES


def test_a_year_behind_the_title_leaves_the_law_sure_and_more_than_it_does_not() -> None:
    assert answer(law("rus", title="О бюджете змеев (2015 год)")) == (Presence.YES, Wording.ATTESTED)
    assert answer(law("rus", title="О бюджете змеев (до 2019 года)")) == (Presence.POSSIBLE, Wording.UNKNOWN)


def test_a_line_of_the_body_above_the_title_is_no_part_of_it() -> None:
    for told in ("Статус: завершен", "Снят с учета в 2019 году"):
        above = parse(read_plain(f"{BODY}{told}\n{law('rus').text}"), "rus")
        assert above.title == "Kites"
        assert answer(above) == (Presence.POSSIBLE, Wording.UNKNOWN)


def test_wording_under_a_chapter_of_articles_may_have_lost_its_heading() -> None:
    told = law("eng", " Chapter 1. Kites\n\n      A kite flies.\n")
    assert [each.eids for each in told.unread] == [("chp_1",)]


@pytest.mark.parametrize("behind", [
    "Утратил силу 01.01.2019.", "Настоящий Закон отменен с 1 января 2019 года.", "Документ не действует", "Отменен",
    f"Примечание ИЗПИ!\n{BODY}Закон действует до 01.01.2019.",
    f"Примечание ИЗПИ!\n{BODY}Статья 1 действовала до 01.01.2019.", "Статья 1. Змеи\n\n      Змей не летает.",
    "Срок действия - три года", "Старая редакция", "Проект", "Статья 1 исключена", "Действовал с 2015 по 2018 годы", "Вводится в действие с 1 января 2021 года"])
def test_an_end_told_behind_the_signature_leaves_the_law_open(behind: str) -> None:
    text = law("rus").text
    assert answer(parse(read_plain(f"{text}{BODY}{behind}\n"), "rus"))[0] is Presence.POSSIBLE


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Он действует до 1 января 2019 года."), ("rus", "Закон действует три года."), ("rus", "Срок его действия - три года."),
    ("rus", "Настоящий Закон отменен."), ("rus", "Архив"), ("eng", "Draft"), ("rus", "Настоящий Закон и лицензии действуют до 1 января 2019 года."),
    ("rus", "Лицензии действуют, а он действует до 1 января 2019 года."), ("eng", "It shall be valid until 1 January 2019."), ("eng", "It lapses after three years."),
    ("kaz", "Ол 2019 жылғы 1 қаңтарға дейін қолданылады."),
])
def test_words_beside_the_start_of_a_law_that_may_tell_of_its_end_leave_it_open(lang: str, told: str) -> None:
    for between in (" ", f"\n\n{BODY}"):
        text = law(lang).text.replace(UNITS[lang][1], f"{UNITS[lang][1]}{between}{told}")
        assert answer(parse(read_plain(text), lang)) == (Presence.POSSIBLE, Wording.UNKNOWN)


def test_a_repeal_by_an_act_told_behind_the_signature_is_that_of_the_law() -> None:
    told = parse(read_plain(f"{law('rus').text}{BODY}Утратил силу Законом РК от 05.11.2018 № 99-VI.\n"), "rus")
    assert answer(told)[0] is Presence.NO


@pytest.mark.parametrize(("lang", "behind"), [
    ("rus", "Н. ЗМЕЕВ"), ("rus", "Временно исполняющий обязанности Президента"), ("rus", "Астана, Акорда, 2 марта 2015 года"), ("rus", "№ 9-V ЗРК"),
    ("rus", "2 марта 2015 года"), ("rus", "г. Алматы, 2 марта 2015 г. № 9-V"), ("kaz", "№ 9-V ҚРЗ"), ("eng", "Acting Prime Minister"),
    ("rus", "© 2012. РГП на ПХВ «Институт законодательства»"),
])
def test_names_offices_places_and_days_behind_the_signature_leave_the_law_sure(lang: str, behind: str) -> None:
    assert answer(parse(read_plain(f"{law(lang).text}{BODY}{behind}\n"), lang)) == (Presence.YES, Wording.ATTESTED)


@pytest.mark.parametrize(("lang", "title"), [
    ("rus", "О бюджете змеев\n на 2015 - 2017 годы"), ("rus", "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\n О временных змеях"),
    ("rus", "О признании утратившими силу некоторых законов"), ("kaz", "Кейбір заңдардың күші жойылды деп тану туралы"),
    ("kaz", "2015 – 2017 жылдарға арналған батпырауық бюджеті туралы"), ("eng", "On drafts of kites"), ("eng", "Status of kites"),
])
def test_titles_of_several_lines_and_of_what_ends_or_lasts_leave_the_law_sure(lang: str, title: str) -> None:
    assert answer(law(lang, title=title)) == (Presence.YES, Wording.ATTESTED)


def test_the_law_printed_again_behind_its_signature_is_doubted() -> None:
    text = law("rus").text
    again = parse(read_plain(f"{text} Статья 1. Змеи\n\n{BODY}Змей не летает.\n"), "rus")
    assert answer(again)[1] is not Wording.ATTESTED
    assert not any(each.eid == "annex_1" for each in again.provisions)


def test_an_annex_whose_line_says_that_it_is_excluded_is_doubted() -> None:
    told = parse(read_plain(f"{law('rus').text}{BODY}Приложение к Закону (исключено)\n\n{BODY}1. Змей круглый.\n"), "rus")
    assert any(each.eids == ("annex_1",) for each in told.unread)


@pytest.mark.parametrize("below", ["> Утратил силу с 01.01.2019.", "---\n\nУтратил силу.", "<!-- Закон утратил силу -->"])
def test_an_end_told_below_the_last_line_of_a_law_without_signature_leaves_it_open(below: str) -> None:
    assert said_of(markdown().replace(f"*{SIGNED['rus']}*", below)) == (Presence.POSSIBLE, Wording.UNKNOWN)


LAST = {"eng": "Article 2. Enforcement", "rus": "Статья 2. Порядок", "kaz": "2-бап. Тәртіп"}


def beside(lang: str, told: str) -> Document:
    """Return a law whose first article says something, and whose last one says when it starts."""
    start = UNITS[lang][1]
    return parse(read_plain(law(lang).text.replace(start, f"{told}\n\n {LAST[lang]}\n\n{BODY}{start}")), lang)


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Настоящий Закон действует до 1 января 2019 года."), ("rus", "Настоящий Закон действует три года."),
    ("rus", "Настоящий Закон является временным."), ("rus", "Действие настоящего Закона прекращается 1 января 2019 года."),
    ("rus", "Настоящий Закон с 1 января 2019 года утрачивает силу, кроме статьи 2."), ("rus", "По истечении трех лет настоящий Закон не применяется."),
    ("rus", "Настоящий Закон распространяется на 2015 - 2017 годы."), ("rus", "Нормы настоящего Закона действуют до принятия нового закона."),
    ("eng", "This Law shall apply until 1 January 2019."), ("eng", "This Law is valid for three years."), ("eng", "This Law is temporary."),
    ("eng", "The validity of this Law ends on 31 December 2018."), ("eng", "The provisions of this Law apply until a new law is adopted."),
    ("kaz", "Осы Заң 2019 жылғы 1 қаңтарға дейін қолданылады."), ("kaz", "Осы Заң үш жыл қолданылады."),
    ("kaz", "Осы Заңның қолданылу мерзімі – үш жыл."), ("kaz", "Осы Заң 2019 жылғы 1 қаңтардан бастап күшін жояды."),
])
def test_the_end_of_a_law_told_in_any_of_its_articles_leaves_it_open(lang: str, told: str) -> None:
    assert answer(beside(lang, told))[0] in {Presence.POSSIBLE, Presence.NO}


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Настоящий Закон применяется к правоотношениям, возникшим после введения его в действие."), ("rus", "Настоящий Закон регулирует прекращение прав."),
    ("rus", "Действие настоящего Закона не распространяется на отношения на земле."), ("rus", "Положения настоящего Закона о прекращении прав обязательны."),
    ("rus", "Настоящий Закон применяется в случаях прекращения полета."), ("rus", "Настоящий Закон не имеет обратной силы."),
    ("eng", "This Law shall apply to relations arising after it is put into effect."), ("eng", "This Law determines how flights become invalid."),
    ("eng", "The provisions of this Law are binding on all."), ("kaz", "Осы Заң азаматтарға қолданылмайды."),
    ("kaz", "Осы Заң қолданысқа енгізілгеннен кейін туындаған қатынастарға қолданылады."), ("kaz", "Осы Заң құқықтарды тоқтатуды реттейді."),
])
def test_to_whom_and_to_what_a_law_applies_leaves_it_sure(lang: str, told: str) -> None:
    assert answer(beside(lang, told)) == (Presence.YES, Wording.ATTESTED)


@pytest.mark.parametrize(("lang", "start"), [
    ("eng", "This Law applies from 1 January 2021."), ("eng", "This Law starts on 1 January 2021."), ("eng", "This Law becomes operative on 1 January 2021."),
    ("eng", "The date of entry of this Law into force is 1 January 2021."), ("kaz", "Осы Заң 2021 жылғы 1 қаңтардан бастап қолданылады."),
    ("kaz", "Осы Заңды қолданысқа енгізу тәртібі жеке заңмен белгіленеді."),
])
def test_a_start_in_rare_words_is_not_taken_for_none(lang: str, start: str) -> None:
    text = law(lang).text.replace(UNITS[lang][1], start)
    assert answer(parse(read_plain(text), lang))[0] is not Presence.YES


ORDER = ("О змеях\n\nПриказ Министра неба Республики Казахстан от 2 марта 2015 года № 55.\n\n{body}В соответствии с Законом «О небе» ПРИКАЗЫВАЮ:\n\n"
         "{body}1. Утвердить Правила полета.\n\n{body}2. Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его "
         "первого официального опубликования.\n\n{body}{told}\n\n\t\n{body}Министр неба\n")


@pytest.mark.parametrize(("told", "doubted"), [
    ("3. Приказ отменен.", {LAW}), ("3. Действует до 2019 года.", {LAW}), ("Утратил силу приказом Министра от 1 января 2019 года № 7.", {LAW}),
    ("Исключен из Реестра государственной регистрации.", {LAW}), ("Отозван.", {LAW}), ("3. Контроль за исполнением возложить на вице-министра.", set()),
    ("3. Признать утратившим силу приказ Министра от 5 мая 2010 года № 3.", set()), ("3. Срок исполнения - до 1 мая 2016 года.", set()),
])
def test_the_last_paragraphs_of_an_order_may_tell_of_its_end(told: str, doubted: set[Eid]) -> None:
    order = parse(read_plain(ORDER.format(body=BODY, told=told)), "rus")
    assert {eid for each in order.unread if each.kind is UnreadKind.NOTE for eid in each.eids} & {LAW} == doubted


def test_the_repeal_of_another_law_beside_the_start_leaves_this_one_sure() -> None:
    start = UNITS["rus"][1]
    text = law("rus").text.replace(start, f"{start}\n\n{BODY}Признать утратившим силу Закон Республики Казахстан «О ветре».")
    assert answer(parse(read_plain(text), "rus"))[0] is Presence.YES


def markdown(above: str = "", front: str = "") -> str:
    """Return an edition of the git corpus with lines above its title, and fields above these."""
    fields = f"---\ntitle: О змеях\n{front}\n---\n\n" if front else ""
    return (f"{fields}{above}\n\n# О змеях\n\n{NUMBERED['rus']}.\n\n### Статья 1. Змеи\n\n{UNITS['rus'][1]}\n\n"
            f"*{SIGNED['rus']}*\n")


def page(beside: str = "", *, above: str = "", within: str = "", title: str = "О змеях", text: str = "text_upd",
         below: str = "adilet") -> str:
    """Return a page of the public system with elements beside its title, above or within its text, or below it."""
    return (f'<html><head><title>{title}</title></head><body>{above}<div class="slogan"><h1>О змеях</h1>{beside}'
            f'<p>{NUMBERED["rus"]}.</p></div><div class="container_gamma text {text}"><article>{within}'
            f"<p><b>Статья 1. Змеи</b></p><p>{UNITS['rus'][1]}</p><table><tr><td>{SIGNED['rus']}</td></tr></table>"
            f'</article></div><div class="aftertext"><p>{below}</p></div></body></html>')


def said_of(text: str) -> tuple[Presence, Wording | None]:
    """Return what is said of the article of a file."""
    return answer(parse(read(text.encode(), "law"), "rus"))


@pytest.mark.parametrize("above", [
    "> Утратил силу", "![утратил силу](x.png)", "<span title='утратил силу'></span>", "> Документ устарел", "<!-- утратил силу с 01.01.2019 -->", "<!-- Проект -->", "**Документ утратил силу**", "Утратил силу",
    "[Утратил силу](https://adilet.zan.kz/rus/docs/Z1800000077)",
])
def test_what_stands_above_the_title_of_an_edition_in_markdown_leaves_the_law_open(above: str) -> None:
    assert said_of(markdown(above)) == (Presence.POSSIBLE, Wording.UNKNOWN)


STATES = ["type: archive", "category: Утратившие силу", "version: устаревшая", "description: Документ утратил силу", "status: утратил силу", "state: repealed", "valid_until: 2019-01-01", "repealed_on: 2019-01-01", "статус: не действует",
          "act_state: yts", "lost_force: true", "in_force: false", "note: Утратил силу с 01.01.2019", "tags: [змеи, утратил силу]",
          "status: {rus: Утративший силу}", "repealed_by: {code: 77, requisite: Закон от 5 ноября 2018 года № 77-VI}"]
PLAIN = ["tags: [змеи, небо]", "id: 8001", "url: https://adilet.zan.kz/rus/docs/Z1500000009", "status: upd", "state: действующий",
         "in_force: true", "repealed: false", "repealed_on:", "status: {rus: Обновленный}"]


@pytest.mark.parametrize("field", [*STATES, "form: Закон (утратил силу)"])
def test_a_field_that_may_tell_of_an_end_leaves_the_law_open(field: str) -> None:
    assert said_of(markdown(front=field)) == (Presence.POSSIBLE, Wording.UNKNOWN)
    meta, = read_meta(f"requisite: {NUMBERED['rus']}\nlang: rus\n{field}\n".encode(), "meta.yaml")
    beside = told_beside(read(markdown().encode(), "rus.md"), meta)
    assert answer(parse(beside, "rus")) == (Presence.POSSIBLE, Wording.UNKNOWN)


@pytest.mark.parametrize("field", PLAIN)
def test_a_field_that_tells_of_no_end_leaves_the_law_sure(field: str) -> None:
    assert said_of(markdown(front=field)) == (Presence.YES, Wording.ATTESTED)


@pytest.mark.parametrize("behind", [" (отменен)", ". Прекратил действие.", ". Отменен Законом от 5 ноября 2018 года № 77-VI."])
def test_the_end_of_a_law_in_its_requisite_beside_the_text_leaves_it_open(behind: str) -> None:
    meta, = read_meta(f'requisite: "{NUMBERED["rus"]}{behind}"\n'.encode(), "meta.yaml")
    assert answer(parse(told_beside(read(markdown().encode(), "rus.md"), meta), "rus")) == (Presence.POSSIBLE, Wording.UNKNOWN)


def test_a_field_that_stands_twice_is_refused() -> None:
    with pytest.raises(SourceError, match="'form' stands twice"):
        read_meta(b"form: 1\ntitle: x\nform: 2\n", "meta.yaml")


@pytest.mark.parametrize("html", [
    page('<span class="status status_stop">Приостановлен</span>'), page('<span class="status status_new">Не введен в действие</span>'),
    page('<span class="status status_yts" title="Утратил силу"></span>'), page('<span class="status status_yts"></span>'),
    page('<span class="status status_upd" title="Утратил силу"></span>'), page('<a href="/x">Утратил силу</a>'), page("<label>Утратил силу</label>"),
    page("<p>Утратил силу</p>"), page("<table><tr><td>Утратил силу</td></tr></table>"), page("<div>Архив</div>"),
    page(text="text_yts"), page('<span class="status status_upd"></span>', text="text_yts"), page(title="О змеях (утратил силу)"), page(above="<p>Документ утратил силу с 01.01.2019</p>"),
    page(above="<p>Приостановлен</p>"), page(within="<!-- Утратил силу -->"), page(within="<p hidden>Утратил силу</p>"), page(below="Документ утратил силу с 01.01.2019"),
])
def test_what_a_page_says_around_its_text_of_an_end_leaves_the_law_open(html: str) -> None:
    assert said_of(html) == (Presence.POSSIBLE, Wording.UNKNOWN)


@pytest.mark.parametrize("html", [
    page(), page('<span class="status status_upd">Обновленный</span>'), page('<span class="status status_new">Новый</span>'),
    page('<ul class="tabs"><li><a href="/rus/docs/Z1500000009/info">Информация</a></li></ul>'), page(within="<!-- z1 -->"),
])
def test_what_pages_always_have_around_their_text_leaves_the_law_sure(html: str) -> None:
    assert said_of(html) == (Presence.YES, Wording.ATTESTED)


@pytest.mark.parametrize(("field", "presence"), [
    ('"endDate": "2019-01-01"', Presence.POSSIBLE), ('"isActive": false', Presence.POSSIBLE), ('"repealedBy": {"code": "77"}', Presence.POSSIBLE),
    ('"stateName": "Утратил силу"', Presence.POSSIBLE), ('"isActive": true', Presence.YES), ('"archived": false', Presence.YES),
    ('"hash": "9f"', Presence.YES), ('"calendar": "2019"', Presence.YES)])
def test_an_unknown_field_of_the_interface_that_names_a_state_leaves_the_law_open(field: str, presence: Presence) -> None:
    content = (f'[{{"type": "title", "level": 2, "text": "О змеях"}}, {{"type": "article", "level": 3, "index": "1"}}, '
               f'{{"type": "heading", "level": 4, "text": "Статья 1. Змеи"}}, {{"type": "text", "level": 4, "text": "{UNITS["rus"][1]}"}}, '
               f'{{"type": "signature", "level": 2}}, {{"type": "workPosition", "level": 3, "text": "{SIGNED["rus"]}"}}]')
    told = f'{{"code": "9", "language": "rus", "versionDate": "2020-01-01", {field}, "metadata": {{"title": {{"rus": "О змеях"}}, "requisites": {{"rus": "{NUMBERED["rus"]}"}}, '
    assert said_of(f'{told}"status": "upd"}}, "content": {content}}}')[0] is presence


SIGNS = {"rus": "Утративший силу", "kaz": "Күші жойылған"}
ENDS = {"rus": "Сноска. Утратил силу Законом РК от 03.05.2020 № 7-VI (вводится в действие с 01.01.2021).",
        "kaz": "Ескерту. Күші жойылды – ҚР 03.05.2020 № 7-VI Заңымен (01.01.2021 бастап қолданысқа енгізіледі)."}


def ended(lang: str, note: str, footer: str = "") -> Document:
    page = public_page(lang).replace('status_upd">upd', f'status_yts">{SIGNS[lang]}').replace("text_upd", "text_yts")
    page = page.replace("<article>", f'<article><span class="note">      {note}</span><br/>').replace("<p>adilet", f"<p>{footer}")
    return parse_law(read(page.encode(), "page.html"), lang, "page.html")


class TestTheSignOfAnEnd:
    @pytest.mark.parametrize("lang", ["rus", "kaz"])
    def test_stands_for_the_repeal_of_which_a_note_tells(self, lang: str) -> None:
        document = ended(lang, ENDS[lang], "Документы по состоянию на 11.03.2026")
        assert [(each.target, each.action, each.act_name) for each in document.claims] == [("law", "repeal", "7-VI")]
        assert (document.unread, document.findings) == ((), ())

    @pytest.mark.parametrize(("note", "footer"), [
        ("Сноска. Статья 1 с изменением, внесенным Законом РК от 03.05.2020 № 7-VI.", ""),
        (ENDS["rus"], "Документы по состоянию на 11.03.2020")])
    def test_stands_for_no_other_change_and_for_no_end_to_come(self, note: str, footer: str) -> None:
        assert SIGNS["rus"] in [each.text for each in ended("rus", note, footer).unread if each.eids == ("law",)]
