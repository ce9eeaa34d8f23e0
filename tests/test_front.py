"""What stands above the first article and is not understood may tell that the law has ended; a preamble does not."""

from datetime import date

import pytest

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.authors import Act
from lawgraph.law.eid import LAW
from lawgraph.law.model import Document
from lawgraph.law.versions import Presence, Wording
from lawgraph.parsing.document import parse
from lawgraph.reading.source import read_plain
from lawgraph.timeline.history import trace
from lives import version_on

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
    ("kaz", "Осы Заң 2019 жылғы 1 қаңтардан бастап қолданылмайды."),
    ("kaz", "Құжат 2019 жылдан бері қолданылмайды."), ("kaz", "Батпырауық кодексімен ауыстырылды."),
])
def test_a_line_above_the_first_article_that_is_no_preamble_leaves_the_law_open(lang: str, above: str) -> None:
    for margin in (BODY, ""):
        document = law(lang, f"{margin}{above}\n")
        assert answer(document) == (Presence.POSSIBLE, Wording.UNKNOWN)
        assert any(each.eids == (LAW,) for each in document.unread)
        assert document.findings


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


@pytest.mark.parametrize("title", ["On kites (an invented law)", "Kite Code (General Part)", "On kites. And on strings"])
def test_a_title_in_two_parts_leaves_the_law_sure(title: str) -> None:
    assert answer(law("eng", title=title)) == (Presence.YES, Wording.ATTESTED)


def test_wording_under_a_chapter_of_articles_may_have_lost_its_heading() -> None:
    told = law("eng", " Chapter 1. Kites\n\n      A kite flies.\n")
    assert [each.eids for each in told.unread] == [("chp_1",)]


@pytest.mark.parametrize("behind", ["Утратил силу 01.01.2019.", "Настоящий Закон отменен с 1 января 2019 года.", "Документ не действует", "Отменен"])
def test_an_end_told_behind_the_signature_leaves_the_law_open(behind: str) -> None:
    text = law("rus").text
    assert answer(parse(read_plain(f"{text}{BODY}{behind}\n"), "rus"))[0] is Presence.POSSIBLE


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Он действует до 1 января 2019 года."), ("rus", "Закон действует три года."), ("rus", "Срок его действия - три года."),
    ("rus", "Настоящий Закон отменен."), ("eng", "It shall be valid until 1 January 2019."), ("eng", "It lapses after three years."),
    ("kaz", "Ол 2019 жылғы 1 қаңтарға дейін қолданылады."),
])
def test_words_beside_the_start_of_a_law_that_may_tell_of_its_end_leave_it_open(lang: str, told: str) -> None:
    for between in (" ", f"\n\n{BODY}"):
        text = law(lang).text.replace(UNITS[lang][1], f"{UNITS[lang][1]}{between}{told}")
        assert answer(parse(read_plain(text), lang)) == (Presence.POSSIBLE, Wording.UNKNOWN)


def test_the_repeal_of_another_law_beside_the_start_leaves_this_one_sure() -> None:
    start = UNITS["rus"][1]
    text = law("rus").text.replace(start, f"{start}\n\n{BODY}Признать утратившим силу Закон Республики Казахстан «О ветре».")
    assert answer(parse(read_plain(text), "rus"))[0] is Presence.YES
