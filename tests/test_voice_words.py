"""The words of the pages in English, Russian and Kazakh: days, names of provisions, grounds, sentences."""

import re
import sqlite3
from datetime import date

import pytest

from lawgraph.languages.spoken import DayForm
from lawgraph.law.days import Basis, Clause, Count, DayBounds, Ground, basis_of, basis_on
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import Presence, Reason, ReasonKind, Version, Wording
from lawgraph.voice.names import (
    bounds_as_label,
    bounds_in_words,
    by_act,
    cited_place,
    day_in_words,
    place_name,
    provision_name,
    short_name,
    span_in_words,
)
from lawgraph.voice.recorded import basis_in_words, basis_sentence
from lawgraph.voice.sentences import PARTLY, answer_sentence, citation_sentence, reason_in_words, sign
from lawgraph.voice.speaking import ENGLISH, Locale, Voice, voice_of

RUSSIAN, KAZAKH = voice_of(Locale.RUSSIAN), voice_of(Locale.KAZAKH)
BY_LETTERS = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH}
HISTORIES = 150
LATIN = re.compile(r"[A-Za-z]")

MONTHS = """
 1 | 5 January 2013   | 5 января 2013 года   | 2013 жылғы 5 қаңтар    | қаңтарда    | қаңтардан    | қаңтарға    | қаңтардағы
 2 | 5 February 2013  | 5 февраля 2013 года  | 2013 жылғы 5 ақпан     | ақпанда     | ақпаннан     | ақпанға     | ақпандағы
 3 | 5 March 2013     | 5 марта 2013 года    | 2013 жылғы 5 наурыз    | наурызда    | наурыздан    | наурызға    | наурыздағы
 4 | 5 April 2013     | 5 апреля 2013 года   | 2013 жылғы 5 сәуір     | сәуірде     | сәуірден     | сәуірге     | сәуірдегі
 5 | 5 May 2013       | 5 мая 2013 года      | 2013 жылғы 5 мамыр     | мамырда     | мамырдан     | мамырға     | мамырдағы
 6 | 5 June 2013      | 5 июня 2013 года     | 2013 жылғы 5 маусым    | маусымда    | маусымнан    | маусымға    | маусымдағы
 7 | 5 July 2013      | 5 июля 2013 года     | 2013 жылғы 5 шілде     | шілдеде     | шілдеден     | шілдеге     | шілдедегі
 8 | 5 August 2013    | 5 августа 2013 года  | 2013 жылғы 5 тамыз     | тамызда     | тамыздан     | тамызға     | тамыздағы
 9 | 5 September 2013 | 5 сентября 2013 года | 2013 жылғы 5 қыркүйек  | қыркүйекте  | қыркүйектен  | қыркүйекке  | қыркүйектегі
10 | 5 October 2013   | 5 октября 2013 года  | 2013 жылғы 5 қазан     | қазанда     | қазаннан     | қазанға     | қазандағы
11 | 5 November 2013  | 5 ноября 2013 года   | 2013 жылғы 5 қараша    | қарашада    | қарашадан    | қарашаға    | қарашадағы
12 | 5 December 2013  | 5 декабря 2013 года  | 2013 жылғы 5 желтоқсан | желтоқсанда | желтоқсаннан | желтоқсанға | желтоқсандағы
"""


@pytest.mark.parametrize("row", MONTHS.strip().splitlines(), ids=lambda row: row.split()[0])
def test_a_day_is_written_as_each_language_writes_it(row: str) -> None:
    month, english, russian, kazakh, where, whence, whither, of = (cell.strip() for cell in row.split("|"))
    day = date(2013, int(month), 5)
    assert [day_in_words(day, each) for each in (ENGLISH, RUSSIAN, KAZAKH)] == [english, russian, kazakh]
    stem = "2013 жылғы 5"
    assert day_in_words(day, KAZAKH, DayForm.ON) == f"{stem} {where}"
    assert day_in_words(day, KAZAKH, DayForm.FROM) == f"{stem} {whence} бастап"
    assert day_in_words(day, KAZAKH, DayForm.UNTIL) == f"{stem} {whither} дейін (осы күнді қоса алғанда)"
    assert day_in_words(day, KAZAKH, DayForm.OF) == f"{stem} {of}"


@pytest.mark.parametrize(("form", "english", "russian", "kazakh"), [
    (DayForm.ON, "on 2 July 2013", "2 июля 2013 года", "2013 жылғы 2 шілдеде"),
    (DayForm.AS_ON, "on 2 July 2013", "на 2 июля 2013 года", "2013 жылғы 2 шілдедегі жағдай бойынша"),
    (DayForm.FROM, "from 2 July 2013", "со 2 июля 2013 года", "2013 жылғы 2 шілдеден бастап"),
    (DayForm.OF, "of 2 July 2013", "от 2 июля 2013 года", "2013 жылғы 2 шілдедегі"),
    (DayForm.UNTIL, "up to 2 July 2013", "по 2 июля 2013 года", "2013 жылғы 2 шілдеге дейін (осы күнді қоса алғанда)"),
    (DayForm.NOT_BEFORE, "on or after 2 July 2013", "не ранее 2 июля 2013 года", "2013 жылғы 2 шілдеден ерте емес"),
    (DayForm.NOT_AFTER, "on or before 2 July 2013", "не позднее 2 июля 2013 года", "2013 жылғы 2 шілдеден кешіктірілмей"),
])
def test_a_day_takes_the_form_that_its_sentence_needs(form: DayForm, english: str, russian: str, kazakh: str) -> None:
    told = [day_in_words(date(2013, 7, 2), each, form) for each in (ENGLISH, RUSSIAN, KAZAKH)]
    assert told == [english, russian, kazakh]


def test_one_says_from_the_second_and_not_from_the_twelfth() -> None:
    told = [day_in_words(date(2013, 7, day), RUSSIAN, DayForm.FROM).split()[0] for day in range(1, 32)]
    assert [day for day, word in enumerate(told, 1) if word == "со"] == [2]


@pytest.mark.parametrize(("first", "last", "english", "russian", "kazakh"), [
    (date(2013, 7, 14), date(2013, 8, 13), "between 14 July and 13 August 2013", "между 14 июля и 13 августа 2013 года",
     "2013 жылғы 14 шілде мен 13 тамыз аралығында"),
    (date(2013, 12, 20), date(2014, 1, 18), "between 20 December 2013 and 18 January 2014",
     "между 20 декабря 2013 года и 18 января 2014 года", "2013 жылғы 20 желтоқсан мен 2014 жылғы 18 қаңтар аралығында"),
    (date(2013, 8, 1), date(2013, 9, 1), "between 1 August and 1 September 2013", "между 1 августа и 1 сентября 2013 года",
     "2013 жылғы 1 тамыз бен 1 қыркүйек аралығында"),
    (date(2013, 9, 1), date(2013, 10, 1), "between 1 September and 1 October 2013", "между 1 сентября и 1 октября 2013 года",
     "2013 жылғы 1 қыркүйек пен 1 қазан аралығында"),
    (None, None, "on a day that is not known", "в день, который не известен", "белгісіз күні"),
])
def test_bounds_of_a_day_are_said_in_words(first: date | None, last: date | None, english: str, russian: str,
                                           kazakh: str) -> None:
    told = [bounds_in_words(DayBounds(first, last), each) for each in (ENGLISH, RUSSIAN, KAZAKH)]
    assert told == [english, russian, kazakh]


@pytest.mark.parametrize(("last", "english", "russian", "kazakh"), [
    (date(2026, 3, 1), "from 1 May 2017 to 1 March 2026", "с 1 мая 2017 года по 1 марта 2026 года",
     "2017 жылғы 1 мамыр – 2026 жылғы 1 наурыз"),
    (date(2017, 5, 1), "on 1 May 2017", "1 мая 2017 года", "2017 жылғы 1 мамырда"),
    (None, "from 1 May 2017", "с 1 мая 2017 года", "2017 жылғы 1 мамырдан бастап"),
])
def test_days_from_one_to_another_are_said_in_words(last: date | None, english: str, russian: str, kazakh: str) -> None:
    assert [span_in_words(date(2017, 5, 1), last, each) for each in (ENGLISH, RUSSIAN, KAZAKH)] == [english, russian, kazakh]


def test_days_that_contradict_each_other_are_no_span_between_them() -> None:
    crossed = DayBounds(date(2012, 5, 25), date(2012, 5, 14))
    assert [bounds_in_words(crossed, each) for each in (ENGLISH, RUSSIAN, KAZAKH)] == [
        "on a day on which the sources disagree (25 May 2012, 14 May 2012)",
        "в день, о котором источники противоречат друг другу (25 мая 2012 года, 14 мая 2012 года)",
        "дереккөздер бір-біріне қайшы келетін күні (2012 жылғы 25 мамыр, 2012 жылғы 14 мамыр)"]


@pytest.mark.parametrize(("eid", "russian", "kazakh"), [
    ("art_6__para_2__point_4-1", "Статья 6, пункт 2, подпункт 4-1)", "6-бап, 2-тармақ, 4-1) тармақша"),
    ("art_8__heading", "Статья 8, заголовок", "8-бап, тақырып"), ("chp_2", "Глава 2", "2-тарау"),
    ("sec_1", "Раздел 1", "1-бөлім"), ("art_18__para_2__al_2", "Статья 18, пункт 2, часть вторая",
     "18-бап, 2-тармақ, екінші бөлік"),
    ("law", "Закон в целом", "Тұтас Заң"), ("law__heading", "Заголовок Закона", "Заңның тақырыбы"),
    ("preamble", "Преамбула", "Кіріспе"), ("annex_1", "Приложение 1", "1-қосымша"),
    ("art_8__intro", "Статья 8, абзац первый", "8-бап, бірінші абзац"),
])
def test_provisions_are_called_as_lawyers_call_them(eid: str, russian: str, kazakh: str) -> None:
    assert [provision_name(Eid(eid), each) for each in (RUSSIAN, KAZAKH)] == [russian, kazakh]


@pytest.mark.parametrize(("eid", "english", "russian", "kazakh"), [
    ("art_7", "Article 7", "статья 7", "7-бап"),
    ("art_6__para_2__point_1", "Article 6, paragraph 2, point 1", "подпункт 1) пункта 2 статьи 6",
     "6-баптың 2-тармағының 1) тармақшасы"),
    ("art_18__para_3__al_2", "Article 18, paragraph 3, part 2", "часть вторая пункта 3 статьи 18",
     "18-баптың 3-тармағының екінші бөлігі"),
    ("art_5__al_13__indent_3", "Article 5, part 13, indent 3", "абзац четвертый части 13-й статьи 5",
     "5-баптың 13-ші бөлігінің төртінші абзацы"),
    ("art_8__heading", "heading of Article 8", "заголовок статьи 8", "8-баптың тақырыбы"),
    ("law__heading", "title of the law", "заголовок Закона", "Заңның тақырыбы"),
])
def test_a_citation_names_a_unit_as_one_of_another(eid: str, english: str, russian: str, kazakh: str) -> None:
    assert tuple(cited_place(Eid(eid), voice_of(each)) for each in Locale) == (english, russian, kazakh)


def test_a_code_is_no_law() -> None:
    assert [by_act("235-V", voice_of(each)) for each in Locale] == ["№ 235-V", "Кодексом № 235-V", "№ 235-V Кодексімен"]
    assert [by_act("124-V", voice_of(each)) for each in Locale] == ["№ 124-V", "Законом № 124-V", "№ 124-V Заңымен"]


def test_the_text_before_the_indents_counts_as_the_first_of_them_in_russian_and_kazakh() -> None:
    assert [short_name(Eid("art_29__para_1__indent_1"), each) for each in (ENGLISH, RUSSIAN, KAZAKH)] == [
        "indent 1", "абзац второй", "екінші абзац"]


def test_within_a_sentence_only_english_articles_keep_their_capital() -> None:
    assert [place_name(Eid("art_7"), each) for each in (ENGLISH, RUSSIAN)] == ["Article 7", "статья 7"]


@pytest.mark.parametrize(("locale", "one", "two", "five", "many"), [
    ("en", "1 source", "2 sources", "5 sources", "21 sources"),
    ("ru", "1 источник", "2 источника", "5 источников", "21 источник"),
    ("kk", "1 дереккөз", "2 дереккөз", "5 дереккөз", "21 дереккөз"),
])
def test_numbers_take_their_forms(locale: str, one: str, two: str, five: str, many: str) -> None:
    voice = BY_LETTERS[locale]
    assert [voice.count("%(number)s source", "%(number)s sources", each) for each in (1, 2, 5, 21)] == [
        one, two, five, many]


APRIL, JULY = date(2017, 4, 20), date(2013, 7, 20)
BASES = [
    (Basis((Clause(Ground.PUBLISHED, APRIL, count=Count.DAYS_AFTER, number=10),)),
     "10 calendar days after first official publication on 2017-04-20",
     "10 calendar days after first official publication on 20 April 2017",
     "по истечении десяти календарных дней после дня первого официального опубликования (опубликован 20 апреля 2017 года)",
     "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң (2017 жылғы 20 сәуірде жарияланған)"),
    (basis_on(Ground.PUBLICATION_UNKNOWN).counted(Count.MONTHS_FROM, 1),
     "1 month from the day of first official publication, of which nothing is known",
     "1 month from the day of first official publication, of which nothing is known",
     "по истечении одного месяца со дня первого официального опубликования; об опубликовании ничего не известно",
     "алғашқы ресми жарияланған күнінен бастап бір ай өткен соң; жариялануы туралы мәлімет жоқ"),
    (basis_on(Ground.STATED_DAY, JULY).also(
        basis_on(Ground.SEE, None, "Article 2") + basis_on(Ground.NOT_BEFORE_ADOPTION)),
     "stated day 2013-07-20, but also see “Article 2”; not before the adoption",
     "stated day 20 July 2013, but also see “Article 2”; not before the adoption",
     "указанный в акте день: 20 июля 2013 года, но также см. «Article 2»; не ранее принятия",
     "актіде көрсетілген күн: 2013 жылғы 20 шілде, бірақ сонымен қатар қараңыз: «Article 2»; қабылданғаннан ерте емес"),
    (basis_on(Ground.SHOWN, JULY), "shown by the edition of 2013-07-20", "shown by the edition of 20 July 2013",
     "видно из текста от 20 июля 2013 года", "мәтіннің 2013 жылғы 20 шілдедегі нұсқасынан көрінеді"),
    (Basis(), "", "", "", ""),
]


@pytest.mark.parametrize(("basis", "data", "english", "russian", "kazakh"), BASES)
def test_the_ground_of_a_day_is_said_in_words(basis: Basis, data: str, english: str, russian: str, kazakh: str) -> None:
    assert basis_sentence(basis) == data
    assert [basis_in_words(basis, each) for each in (ENGLISH, RUSSIAN, KAZAKH)] == [english, russian, kazakh]


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_is_said_in_every_language_and_reads_back_from_data(ground: Ground) -> None:
    names = {Ground.SEE: ("статья 2",), Ground.ONLY_ACT_BETWEEN: ("rus1.txt", "rus2.txt")}.get(ground, ())
    for count in (None, *Count):
        clause = Clause(ground, JULY, APRIL, count, 10 if count else 0, names)
        basis = Basis((clause, Clause(Ground.EXPIRED, APRIL, also=True)))
        assert basis_of(basis.data) == basis
        _demand_understood({basis})


def test_every_ground_of_the_real_law_is_kept_as_data(conn: sqlite3.Connection) -> None:
    columns = [(table, column) for (table,) in conn.execute("select name from sqlite_master where type = 'table'")
               for _, column, *_ in conn.execute(f"pragma table_info([{table}])") if column.endswith("basis")]
    told = {tuple(row) for table, column in columns for row in conn.execute(
        f"select distinct [{column}], [{column}_data] from [{table}] where [{column}] is not null")}  # noqa: S608
    assert len(told) > 30
    assert all(basis_sentence(basis_of(data)) == sentence for sentence, data in told)


def _demand_understood(bases: set[Basis]) -> None:
    strange = {basis for basis in bases for voice in (RUSSIAN, KAZAKH)
               if LATIN.search(re.sub(r"«[^»]*»|\S+\.(?:txt|html)\b", "", basis_in_words(basis, voice)))}
    assert not strange, list(strange)[:5]


NOWHERE = DayBounds(None, None)
WHEN = DayBounds(date(2013, 7, 14), date(2013, 8, 13))


def version(presence: Presence, wording: Wording | None, *reasons: Reason) -> Version:
    return Version(Eid("art_7__point_1"), NOWHERE, NOWHERE, presence, wording, None, reasons)


ANSWERS = [
    (version(Presence.YES, Wording.ATTESTED), "● Подтверждено",
     "Это редакция по состоянию на 20 июля 2013 года.",
     "Бұл – 2013 жылғы 20 шілдедегі жағдай бойынша редакция."),
    (version(Presence.YES, Wording.UNKNOWN, Reason(ReasonKind.CHANGED, "58-VI", DayBounds(date(2017, 5, 1), date(2017, 5, 1)))),
     "○ Нет текста",
     "В этот день положение действовало, но у нас нет текста его редакции: позднее в положение внесены изменения Законом № 58-VI, с 1 мая 2017 года.",
     "Осы тармақша сол күні қолданыста болған, бірақ сол күнгі редакциясының мәтіні бізде жоқ: кейін ереже № 58-VI Заңымен өзгертілді (2017 жылғы 1 мамырдан бастап)."),
    (version(Presence.POSSIBLE, Wording.UNKNOWN, Reason(ReasonKind.EXCLUDED, "124-V", WHEN)), "◔ Неясно",
     "Не установлено, действовало ли это положение на 20 июля 2013 года: положение исключено Законом № 124-V, введенным в действие между 14 июля и 13 августа 2013 года.",
     "2013 жылғы 20 шілдедегі жағдай бойынша осы тармақша қолданыста болған-болмағаны анықталмаған: ереже № 124-V Заңымен алып тасталды (осы өзгеріс 2013 жылғы 14 шілде мен 13 тамыз аралығында қолданысқа енгізілген)."),
    (version(Presence.NO, None, Reason(ReasonKind.INSERTED, "order-2021-07-21-258", WHEN)), "– Не действовало",
     "В этот день не действовало: текст дополнен этим положением в соответствии с актом № 258, введенным в действие между 14 июля и 13 августа 2013 года.",
     "Сол күні қолданыста болмаған: мәтін № 258 актісімен осы ережемен толықтырылды (осы өзгеріс 2013 жылғы 14 шілде мен 13 тамыз аралығында қолданысқа енгізілген)."),
]


@pytest.mark.parametrize(("given", "signed", "russian", "kazakh"), ANSWERS, ids=[each[1] for each in ANSWERS])
def test_the_answer_is_a_sentence_of_the_language(given: Version, signed: str, russian: str, kazakh: str) -> None:
    told = [answer_sentence(given, date(2013, 7, 20), Kind.POINT, each) for each in (RUSSIAN, KAZAKH)]
    assert (" ".join(sign(given, RUSSIAN, date(2013, 7, 20))), *told) == (signed, russian, kazakh)


def test_one_sign_means_one_thing() -> None:
    words = {sign(version(presence, wording)) for presence in Presence for wording in Wording} | {PARTLY}
    assert len({mark for mark, _ in words}) == len({word for _, word in words}) == len(words) == 7


@pytest.mark.parametrize("kind", ReasonKind)
@pytest.mark.parametrize("voice", [RUSSIAN, KAZAKH], ids=["ru", "kk"])
def test_every_reason_is_said_whatever_is_known_of_it(voice: Voice, kind: ReasonKind) -> None:
    for reason in (Reason(kind), Reason(kind, "124-V", WHEN, Eid("art_7")), Reason(kind, "2005-07-08-69", NOWHERE)):
        told = reason_in_words(reason, voice)
        assert not LATIN.search(told.replace("124-V", ""))
        assert "%(" not in told


@pytest.mark.parametrize("presence", Presence)
@pytest.mark.parametrize("wording", Wording)
def test_every_answer_is_said_in_every_language(presence: Presence, wording: Wording) -> None:
    given = version(presence, None if presence is Presence.NO else wording)
    for voice in (RUSSIAN, KAZAKH):
        for kind in Kind:
            assert not LATIN.search(answer_sentence(given, date(2013, 7, 20), kind, voice))
        assert not LATIN.search(citation_sentence(given, voice))
        assert not LATIN.search(sign(given, voice)[1])


@pytest.mark.parametrize(("today", "english", "russian", "kazakh", "signed"), [
    (date(2013, 7, 21), "Not in operation on that day.", "В этот день не действовало.", "Сол күні қолданыста болмаған.",
     "Не действовало"),
    (date(2013, 7, 20), "Not in operation today.", "Сегодня не действует.", "Бүгін қолданыста емес.", "Не действует"),
    (date(2013, 7, 19), "Not in operation on that day, as far as is known now.",
     "По известным сейчас сведениям, в этот день не будет действовать.",
     "Қазіргі мәлімет бойынша сол күні қолданыста болмайды.", "Не действует"),
])
def test_the_tense_goes_by_the_day_that_was_asked_for(today: date, english: str, russian: str, kazakh: str,
                                                      signed: str) -> None:
    given, day = version(Presence.NO, None), date(2013, 7, 20)
    told = [answer_sentence(given, day, Kind.POINT, each.at(today)) for each in (ENGLISH, RUSSIAN, KAZAKH)]
    assert [*told, sign(given, RUSSIAN.at(today), day)[1]] == [english, russian, kazakh, signed]


@pytest.mark.parametrize(("number", "part", "indent", "kazakh"), [
    ("1", "часть первая", "абзац второй", "бірінші бөлік"), ("10", "часть десятая", "абзац 11-й", "оныншы бөлік"),
    ("13", "часть 13-я", "абзац 14-й", "13-ші бөлік"), ("16", "часть 16-я", "абзац 17-й", "16-шы бөлік"),
    ("20", "часть 20-я", "абзац 21-й", "20-шы бөлік"), ("2-1", "часть 2-1", "абзац 2-1", "2-1 бөлік"),
])
def test_units_without_a_printed_number_are_counted_in_words(number: str, part: str, indent: str, kazakh: str) -> None:
    told = [short_name(Eid(f"art_1__al_{number}"), RUSSIAN), short_name(Eid(f"art_1__indent_{number}"), RUSSIAN),
            short_name(Eid(f"art_1__al_{number}"), KAZAKH)]
    assert told == [part, indent, kazakh]


def test_in_kazakh_up_to_a_day_says_that_the_day_counts() -> None:
    assert day_in_words(date(2026, 3, 2), KAZAKH, DayForm.UNTIL) == "2026 жылғы 2 наурызға дейін (осы күнді қоса алғанда)"


def test_behind_a_colon_a_day_stands_plain() -> None:
    day = date(2013, 7, 20)
    told = [bounds_as_label(DayBounds(day, day), each) for each in (ENGLISH, RUSSIAN, KAZAKH)]
    assert told == ["20 July 2013", "20 июля 2013 года", "2013 жылғы 20 шілде"]
    assert bounds_as_label(DayBounds(None, day)) == "on or before 20 July 2013"
