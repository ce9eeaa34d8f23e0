"""A law says itself when its units begin, pause and end: each sentence in three languages, each answer on its days.

Law 77-V was adopted on 2 March 2015 and put into operation on 1 June 2015, unless told otherwise.
"""

from datetime import date

import pytest

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.authors import Act
from lawgraph.law.versions import Presence
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from lawgraph.timeline.history import History, trace
from lives import version_on

ADOPTED, HELD = date(2015, 3, 2), date(2024, 1, 1)
YES, NO, POSSIBLE = Presence.YES, Presence.NO, Presence.POSSIBLE
HEADS = {
    "eng": " On rinks\n\nThe Law of the Republic of Kazakhstan dated 2 March, 2015 No. 77-V.\n\n",
    "rus": " О катках\n\nЗакон Республики Казахстан от 2 марта 2015 года № 77-V.\n\n",
    "kaz": " Мұз айдыны туралы\n\nҚазақстан Республикасының 2015 жылғы 2 наурыздағы № 77-V Заңы.\n\n",
}
UNIT = {"eng": " Article {}. {}\n\n", "rus": " Статья {}. {}\n\n", "kaz": " {}-бап. {}\n\n"}
HEADING = {"eng": "Ice", "rus": "Лед", "kaz": "Мұз"}
START = {"eng": "This Law shall be enforced from June 1, 2015", "rus": "Настоящий Закон вводится в действие с 1 июня 2015 года",
         "kaz": "Осы Заң 2015 жылғы 1 маусымнан бастап қолданысқа енгізіледі"}


def life(lang: str, closing: str, *, ice: str = "Лед.", heading: str = "Лед", third: str = "Каток.",
         day: date | None = HELD) -> History:
    """Return the life of a law of three articles and a closing one; `ice` is the wording of the second."""
    texts = (("1", "Коньки", "Коньки."), ("2", heading, ice), ("3", "Каток", third), ("4", "Срок", closing))
    body = "".join(f"{UNIT[lang].format(number, told)}      {text}\n\n" for number, told, text in texts)
    edition = Edition(lang, f"{lang}.txt", parse(read_plain(HEADS[lang] + body), lang), official=lang != "eng", day=day)
    return trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (edition,)), lang)


def presence(lived: History, eid: str, day: date) -> Presence:
    version = version_on(next(each.versions for each in lived.timelines if each.unit.eid == eid), day)
    return version.in_operation if version else NO


LATER = [
    ("eng", f"{START['eng']}, except for Article 2, which shall be enforced from January 1, 2017."),
    ("rus", f"{START['rus']}, за исключением статьи 2, которая вводится в действие с 1 января 2017 года."),
    ("kaz", ("Осы Заң 2017 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 2-бапты қоспағанда, 2015 жылғы 1 маусымнан бастап "
            "қолданысқа енгізіледі.")),
    ("rus", f"{START['rus']}.\n\n      Статья 2 настоящего Закона вводится в действие с 1 января 2017 года."),
    ("eng", f"{START['eng']}. Article 2 of this Law enters into force from 01.01.2017."),
    ("rus", f"{START['rus']}. Действие статьи 2 приостановить до 1 января 2017 года."),
    ("eng", f"{START['eng']}.\n\n      The effect of Article 2 shall be suspended until January 1, 2017."),
    ("kaz", f"{START['kaz']}. 2-баптың қолданысы 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын."),
]


@pytest.mark.parametrize(("lang", "closing"), LATER)
def test_a_unit_that_begins_later_leaves_the_others_as_sure_as_they_are(lang: str, closing: str) -> None:
    lived = life(lang, closing)
    assert [presence(lived, "art_2", day) for day in (date(2015, 6, 1), date(2016, 12, 31))] == [NO, NO]
    assert presence(lived, "art_2", date(2017, 1, 1)) is YES
    assert [presence(lived, each, date(2015, 6, 1)) for each in ("art_1", "art_3")] == [YES, YES]


@pytest.mark.parametrize("items", [
    "1) статьи 2, которая вводится в действие с 1 января 2017 года;\n\n      2) статьи 3, которая вводится в действие с 1 июля 2016 года.",
    "1) статьи 2, вводимой в действие с 1 января 2017 года;\n\n      2) статьи 3, вводимой в действие с 1 июля 2016 года."])
def test_a_list_of_exceptions_leaves_the_others_as_sure_as_they_are(items: str) -> None:
    """The start was open for all, and the units of the list for ever."""
    lived = life("rus", f"{START['rus']}, за исключением:\n\n      {items}")
    assert [presence(lived, "art_2", day) for day in (date(2016, 12, 31), date(2017, 1, 1))] == [NO, YES]
    assert [presence(lived, "art_3", day) for day in (date(2016, 6, 30), date(2016, 7, 1))] == [NO, YES]
    assert presence(lived, "art_1", date(2015, 6, 1)) is YES


def test_a_list_of_exceptions_that_is_not_read_leaves_all_open() -> None:
    lived = life("rus", f"{START['rus']}, за исключением:\n\n      1) статьи 2, которая вводится в действие с 1 января 2017 года;"
                 "\n\n      2) норм о катке, которые вводятся в действие позже.")
    assert {presence(lived, each, date(2020, 1, 1)) for each in ("art_1", "art_2", "art_3")} == {POSSIBLE}


@pytest.mark.parametrize(("behind", "after"), [
    ("которые вводятся в действие с 1 января 2017 года", YES), ("которые вводятся в действие с 1 января 2017 года, но не для катков", POSSIBLE),
    ("которые действуют до 1 января 2017 года", POSSIBLE), ("которые вводятся в действие позже", POSSIBLE)])
def test_what_words_alone_except_begins_with_the_law_or_on_its_own_day(behind: str, after: Presence) -> None:
    lived = life("rus", f"{START['rus']}, за исключением норм о льде, {behind}.")
    assert presence(lived, "art_1", date(2016, 1, 1)) is POSSIBLE
    assert presence(lived, "art_1", date(2017, 1, 1)) is after


@pytest.mark.parametrize(("lang", "behind"), [
    ("rus", "Со дня введения в действие настоящего Закона утрачивает силу Закон Республики Казахстан от 5 июня 2001 года № 200-II «О прудах»."),
    ("rus", "Дела, начатые до введения в действие настоящего Закона, завершаются по прежним правилам."),
    ("rus", "Министру в течение года со дня вступления в силу настоящего Закона утвердить правила."),
    ("kaz", "Осы Заң қолданысқа енгізілген күннен бастап «Тоғандар туралы» 2001 жылғы 5 маусымдағы № 200-II Заңның күші жойылды деп танылсын."),
    ("eng", "Cases begun before the entry into force of this Law shall be closed under the former rules."),
])
def test_what_holds_since_the_start_of_the_law_tells_nothing_of_that_start(lang: str, behind: str) -> None:
    """Such a sentence made the day of the whole law open."""
    lived = life(lang, f"{START[lang]}.\n\n      {behind}")
    assert [presence(lived, "art_1", day) for day in (date(2015, 5, 31), date(2015, 6, 1))] == [NO, YES]


def test_what_begins_long_after_the_start_of_the_law_is_open() -> None:
    lived = life("rus", f"{START['rus']}.\n\n      Статья 2 вводится в действие по истечении двух лет со дня введения в действие настоящего Закона.")
    assert presence(lived, "art_2", date(2016, 1, 1)) is POSSIBLE


@pytest.mark.parametrize("this", ["данная статья", "настоящая статья"])
def test_this_article_behind_another_one_is_that_one(this: str) -> None:
    """The article that was paused for another wording was called sure, and the closing one was not."""
    lived = life("rus", f"{START['rus']}.\n\n      Приостановить до 1 января 2017 года действие статьи 2, установив, что в период "
                 f"приостановления {this} действует в следующей редакции: «Статья 2. Лед. Лед не режут.».")
    assert presence(lived, "art_2", date(2016, 1, 1)) is POSSIBLE


@pytest.mark.parametrize(("lang", "told"), [
    ("eng", "Ice. This Article shall come into force on January 1, 2017."),
    ("rus", "Лед. Настоящая статья вводится в действие с 1 января 2017 года."),
])
def test_an_article_says_itself_when_it_begins(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.", ice=told)
    assert [presence(lived, "art_2", day) for day in (date(2016, 12, 31), date(2017, 1, 1))] == [NO, YES]
    assert presence(lived, "art_1", date(2015, 6, 1)) is YES


def test_a_clause_in_brackets_in_a_heading_is_that_of_its_article() -> None:
    lived = life("rus", f"{START['rus']}.", heading="Лед (вводится в действие с 1 января 2017 года)")
    assert [presence(lived, "art_2", day) for day in (date(2016, 12, 31), date(2017, 1, 1))] == [NO, YES]


@pytest.mark.parametrize(("lang", "aside"), [
    ("eng", " [in force until 01.01.2020]."), ("rus", " (действует до 1 января 2020 года)."),
    ("rus", ". [Действует до 01.01.2020]"), ("kaz", " (2020 жылғы 1 қаңтарға дейін қолданыста болады).")])
def test_an_end_that_is_told_aside_may_be_that_of_the_law_or_of_its_place_alone(lang: str, aside: str) -> None:
    lived = life(lang, START[lang] + aside)
    for eid in ("art_1", "art_4"):
        assert presence(lived, eid, date(2020, 1, 1)) not in (YES, NO), eid


def test_what_a_heading_longer_than_any_may_tell_is_open() -> None:
    lived = life("rus", f"{START['rus']}.", heading="Лед и снег " * 1_000)
    assert presence(lived, "art_2", date(2016, 1, 1)) is not YES
    assert presence(lived, "art_1", date(2016, 1, 1)) is YES


def test_an_article_ends_when_it_says_so() -> None:
    lived = life("rus", f"{START['rus']}.", ice="Лед. Настоящая статья действует до 1 января 2017 года.")
    assert presence(lived, "art_2", date(2016, 12, 31)) is YES
    assert presence(lived, "art_2", date(2017, 1, 1)) is not YES


def test_a_law_ends_when_it_says_so() -> None:
    lived = life("rus", f"{START['rus']} и действует до 1 января 2020 года.")
    assert [presence(lived, "art_1", day) for day in (date(2019, 12, 31), date(2020, 1, 1))] == [YES, NO]


@pytest.mark.parametrize(("lang", "closing"), [
    ("rus", f"{START['rus']}. Установить, что до 1 января 2017 года статья 2 действует в следующей редакции: «Снег.»."),
    ("rus", "Статьи 1 и 2 настоящего Закона вводятся в действие с 1 января 2017 года, остальные – с 1 июня 2015 года."),
    ("rus", (f"{START['rus']}, за исключением: 1) статьи 1, вводимой в действие с 1 января 2016 года; 2) статьи 2, вводимой в "
            "действие с 1 января 2017 года.")),
])
def test_words_that_are_not_read_leave_the_units_that_they_name_unsure(lang: str, closing: str) -> None:
    assert presence(life(lang, closing), "art_2", date(2016, 6, 1)) is POSSIBLE


TEN = {"eng": "This Law shall be enforced upon expiry of ten {}days after the day of its first official publication",
       "rus": "Настоящий Закон вводится в действие по истечении десяти {}дней после дня его первого официального опубликования",
       "kaz": "Осы Заң алғашқы ресми жарияланған күнінен кейін {}он күн өткен соң қолданысқа енгізіледі"}


@pytest.mark.parametrize(("lang", "closing"), [
    ("eng", f"{START['eng']}, but not earlier than January 1, 2018."),
    ("rus", f"{START['rus']}, но не ранее 1 января 2018 года."),
    ("kaz", "Осы Заң 2015 жылғы 1 маусымнан бастап, бірақ 2018 жылғы 1 қаңтардан ерте емес қолданысқа енгізіледі."),
    ("rus", f"{START['rus']}, но не ранее дня вступления в силу Соглашения."),
    ("rus", f"{START['rus']}, если Правительством не установлен иной день."),
    ("rus", f"{START['rus']} по решению Правительства."),
    ("eng", f"{START['eng']} by decree."),
    ("rus", f"{START['rus']} и действует в течение трех лет."),
    ("rus", f"{START['rus']} до 1 января 2017 года."),
    ("rus", f"{START['rus']}, если иное не предусмотрено статьей 3."),
    ("eng", f"{START['eng']}, subject to Article 3."),
    ("eng", f"{TEN['eng'].format('')}, and its Article 2 - upon expiry of six months."),
    ("rus", f"{TEN['rus'].format('')}, а его статья 2 - по истечении шести месяцев."),
    ("rus", f"{TEN['rus'].format('')}; статья 2 - по истечении шести месяцев."),
    ("rus", f"{TEN['rus'].format('')},\n\n      а статья 2 - по истечении шести месяцев."),
    ("rus", f"{TEN['rus'].format('')}. Статья 2 – по истечении шести месяцев."),
    ("eng", f"{TEN['eng'].format('')}. Article 2 - upon expiry of six months."),
    ("kaz", f"{TEN['kaz'].format('')}. 2-бап – алты ай өткен соң."),
    ("kaz", f"{TEN['kaz'].format('')}, ал оның 2-бабы алты ай өткен соң."),
])
def test_a_start_that_is_not_read_to_its_end_is_not_known(lang: str, closing: str) -> None:
    lived = life(lang, closing)
    assert [presence(lived, "art_2", day) for day in (ADOPTED, date(2015, 6, 1), HELD)] == [POSSIBLE] * 3


@pytest.mark.parametrize(("lang", "calendar", "working"), [
    ("eng", "calendar ", "working "), ("rus", "календарных ", "рабочих "), ("kaz", "күнтізбелік ", "жұмыс ")])
def test_working_days_are_not_counted_as_days_of_the_calendar(lang: str, calendar: str, working: str) -> None:
    """Which days were free, no calendar of ours tells."""
    told = [life(lang, f"{TEN[lang].format(kind)}.") for kind in (calendar, working)]
    assert [presence(each, "art_2", date(2015, 6, 1)) for each in told] == [YES, POSSIBLE]


def test_a_start_read_to_its_end_is_sure() -> None:
    """What applies to earlier relations begins no earlier."""
    lived = life("rus", f"{START['rus']}, распространяется на отношения, возникшие с 1 января 2015 года, и подлежит "
                        "официальному опубликованию.")
    assert [presence(lived, "art_2", day) for day in (date(2015, 5, 31), date(2015, 6, 1))] == [NO, YES]


@pytest.mark.parametrize(("lang", "told"), [
    ("eng", "Article 2 shall be enforced from January 1, 2017, except for cases provided by the Government."),
    ("rus", "Статья 2 вводится в действие с 1 января 2017 года, за исключением случаев, предусмотренных Правительством."),
    ("kaz", "Үкімет белгілеген жағдайларды қоспағанда, 2-бап 2017 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
    ("rus", "Статья 2 вводится в действие с 1 января 2017 года, за исключением пункта 2."),
])
def test_what_an_exception_leaves_out_is_not_known_where_it_is_not_read(lang: str, told: str) -> None:
    """It may begin with the law, and whatever it is, it is a part of what the sentence names."""
    lived = life(lang, f"{START[lang]}.", ice=f"{HEADING[lang]}. {told}")
    assert [presence(lived, "art_2", day) for day in (date(2015, 6, 1), date(2016, 12, 31))] == [POSSIBLE, POSSIBLE]
    assert presence(lived, "art_1", date(2015, 6, 1)) is YES


@pytest.mark.parametrize(("lang", "told"), [
    ("eng", "Article 2, except for paragraph 2, shall be enforced from January 1, 2017."),
    ("rus", "Статья 2, кроме пункта 2, вводится в действие с 1 января 2017 года."),
    ("kaz", "2-бап, 2-тармағын қоспағанда, 2017 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
    ("rus", "Настоящая статья, за исключением пункта 2, действует до 1 января 2017 года."),
])
def test_a_subject_is_not_lost_before_an_exception(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.", ice=f"{HEADING[lang]}. {told}")
    assert [presence(lived, "art_2", day) for day in (date(2015, 6, 1), date(2017, 1, 1))] == [POSSIBLE, POSSIBLE]
    assert presence(lived, "art_1", date(2015, 6, 1)) is YES


@pytest.mark.parametrize(("lang", "told"), [
    ("eng", "Article 2 shall be enforced upon expiry of six months after its first official publication."),
    ("rus", "Статья 2 вводится в действие по истечении шести месяцев после дня его первого официального опубликования."),
    ("kaz", "2-бап алғашқы ресми жарияланған күнінен кейін алты ай өткен соң қолданысқа енгізіледі."),
])
def test_an_article_that_begins_some_time_after_the_publication_does_not_begin_with_the_law(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.", ice=f"{HEADING[lang]}. {told}")
    assert [presence(lived, each, date(2015, 6, 1)) for each in ("art_1", "art_2")] == [YES, POSSIBLE]


def test_what_a_start_leaves_out_is_not_told_by_the_verb_behind_it() -> None:
    """That verb is the law's: nobody knows when the second article begins."""
    lived = life("rus", "Настоящий Закон, кроме статьи 2, вводится в действие с 1 июня 2015 года.")
    assert [presence(lived, "art_2", day) for day in (ADOPTED, HELD)] == [POSSIBLE, POSSIBLE]


@pytest.mark.parametrize("told", [
    "Лицензии по настоящему Закону, выданные до его принятия, действуют до 1 января 2017 года.",
    "Договоры, заключенные по статье 2 Закона «О снеге», действуют до 1 января 2017 года.",
    "Катки открывают с 1 декабря 2016 года.",
])
def test_a_sentence_about_something_else_says_nothing_of_the_law(told: str) -> None:
    lived = life("rus", f"{START['rus']}.", ice=told)
    assert [presence(lived, each, date(2016, 6, 1)) for each in ("art_1", "art_2", "art_3")] == [YES, YES, YES]


def test_a_closing_article_that_was_changed_tells_no_days_for_sure() -> None:
    note = ("\n\n      Сноска. Статья 4 с изменением, внесенным Законом РК от 10.12.2016 № 10-VI (вводится в действие с "
            "01.01.2017).")
    lived = life("rus", f"{START['rus']}. Статья 2 настоящего Закона вводится в действие с 1 января 2018 года.{note}")
    assert presence(lived, "art_2", date(2017, 6, 1)) is POSSIBLE


def test_an_article_printed_for_two_times_does_not_end() -> None:
    """«Статья 2 (действует до …)» and «Статья 2 (вводится в действие с …)»: the second is not read, so nothing is sure."""
    twice = "Лед.\n\n Статья 2. Лед (вводится в действие с 1 января 2017 года)\n\n      Снег."
    lived = life("rus", f"{START['rus']}.", ice=twice, heading="Лед (действует до 1 января 2017 года)")
    assert presence(lived, "art_2", date(2017, 6, 1)) is POSSIBLE


def test_a_page_without_a_day_speaks_of_the_first_day_at_least() -> None:
    """That a unit pauses from the adoption on is no act that a page shows."""
    lived = life("rus", f"{START['rus']}, за исключением статьи 2, которая вводится в действие с 1 января 2017 года.", day=None)
    assert presence(lived, "art_1", date(2015, 6, 1)) is YES


@pytest.mark.parametrize(("lang", "told"), [
    ("eng", "From 1 January 2019 shall enter into force:\n\n      1) Article 1;\n\n      2) Article 2."),
    ("rus", "С 1 января 2019 года вводятся в действие:\n\n      1) статья 1;\n\n      2) статья 2."),
    ("rus", "С 1 января 2019 года вводятся в действие: 1) статья 1; 2) статья 2."),
    ("rus", "С 1 января 2019 года:\n\n      1) вводится в действие статья 1;\n\n      2) утрачивает силу статья 2."),
    ("kaz", "2019 жылғы 1 қаңтардан бастап:\n\n      1) 1-бап;\n\n      2) 2-бап қолданысқа енгізіледі."),
    ("rus", "Статья 2 вводится в действие через два года."),
    ("rus", "Нормы статьи 2 вступают в силу по истечении шести месяцев после введения в действие настоящего Закона."),
    ("eng", "Article 2 shall be put into effect by a decree of the President."),
    ("eng", "Article 2 shall lapse two years after its entry into force."),
    ("kaz", "2-бап осы Заң қолданысқа енгізілгеннен кейін алты ай өткен соң қолданысқа енгізіледі."),
    ("kaz", "2-бап 2020 жылғы 1 қаңтарда күшін жояды."),
])
def test_a_later_start_that_is_not_read_leaves_each_unit_that_it_names_unsure(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.", third=told)
    assert presence(lived, "art_2", date(2016, 6, 1)) is POSSIBLE
    assert presence(lived, "art_1", date(2016, 6, 1)) is (POSSIBLE if "1)" in told else YES)


def test_a_list_of_duties_from_a_day_on_is_no_start_of_units() -> None:
    told = "С 1 января 2019 года хозяин катка обязан:\n\n      1) заливать лед;\n\n      2) соблюдать статью 2."
    assert presence(life("rus", f"{START['rus']}.", third=told), "art_2", date(2016, 6, 1)) is YES


OF_ITSELF = [
    ("rus", "Лед. Она действует до 1 января 2019 года."), ("rus", "Лед. Эта норма действует до 1 января 2019 года."),
    ("rus", "Лед. Её действие прекращается 1 января 2019 года."), ("rus", "Настоящая статья применяется в 2016 и 2017 годах."),
    ("rus", "Действие настоящей статьи ограничено сроком в три года."), ("rus", "Лед. Настоящая статья отменена."),
    ("rus", "Лед, но с 1 января 2019 года настоящая норма отменяется."), ("rus", "Лед /исключен/."), ("rus", "Лед (в ред. 2018 г.)."),
    ("rus", "Лед [с 01.01.2019 не действует]."), ("rus", "Лед – до 1 января 2019 года."), ("rus", "Исключена. Лед."),
    ("rus", "Лед.\n\n      Старая редакция статьи 2: Снег."), ("rus", "Лед.\n\n      Ранее: «Снег»."),
    ("rus", "Лед.\n\n      Изложенное выше действует до 2018 года."), ("rus", "Лед.\n\n      Не введена в действие."), ("rus", "Вся статья исключена."),
    ("rus", "Нормы, указанные выше, отменены."), ("rus", "Лед (статья 2 исключена)."), ("eng", "Ice (wording of 2018)."), ("eng", "Ice (to be repealed)."),
    ("eng", "Ice. This Article has not entered into force."), ("kaz", "Мұз. Күшіне енген жоқ."), ("kaz", "Мұз (2018 жылғы редакция)."),
    ("rus", "Статья действовала в 2016 году."), ("rus", "Положения статьи применялись до 2018 года."), ("rus", "Лед. Действует до 2018 года."),
    ("rus", "Лед (норма не действует)."), ("rus", "Лед (утр. силу)."), ("rus", "Лед {исключено}."), ("rus", "Лед // исключено"),
    ("rus", "Исключено: лед."), ("rus", "Лед (с изм. от 01.01.2018)."), ("rus", "Лед (до 2018 года)."), ("rus", "Лед (2016-2017 гг.)."),
    ("rus", "Лед.\n\n      Первоначальная редакция: снег."), ("rus", "Лед.\n\n      Прежний текст: снег."), ("kaz", "Осы бап жойылды."),
    ("kaz", "Мұз.\n\n      Бастапқы редакциясы: қар."), ("eng", "Valid until 2018. Ice."), ("eng", "(Repealed) Ice."), ("eng", "Ice [no longer in force]."),
    ("eng", "The above rule ended in 2018."), ("rus", "Лед.\n\n      Изменена в 2018 году."), ("rus", "Лед.\n\n      В редакции до 01.01.2019: Снег."),
    ("kaz", "Осы бап 2016 жылы қолданылады."), ("kaz", "Осы бап үш жыл бойы қолданылады."), ("kaz", "Мұз (алып тасталды)."),
    ("kaz", "Мұз. Аталған бап 2019 жылғы 1 қаңтардан бастап күшін жояды."), ("kaz", "Мұз. Бұл бап 2019 жылға дейін қолданылады."),
    ("eng", "This Article sunsets in 2019."), ("eng", "This Article shall have effect for three years."), ("eng", "Ice (excluded)."),
    ("eng", "Ice. It operates until 2019."), ("eng", "Ice.\n\n      Amended in 2018."), ("eng", "Ice [deleted since 2019]."),
    ("rus", "Лед (проект)."), ("rus", "Лед (временно)."), ("rus", "Лед (временная норма)."), ("rus", "Лед, исключен, лежит на пруду."),
    ("rus", "Лед. Статья фактически не действует."), ("rus", "Лед.\n\n      Смотри новую редакцию с 2019 года."),
    ("eng", "Ice (draft)."), ("eng", "Ice (temporarily)."), ("eng", "Ice, excluded, lies on a pond."),
    ("eng", "The Article is de facto not in force. Ice."), ("eng", "Ice.\n\n      See changes from January 1, 2019."),
    ("kaz", "Мұз (жоба)."), ("kaz", "Мұз (уақытша)."), ("kaz", "Мұз, алып тасталды, тоғанда жатыр."),
    ("kaz", "Бап іс жүзінде қолданылмайды. Мұз."), ("kaz", "Мұз.\n\n      2019 жылғы 1 қаңтардан бастап өзгерістерді қараңыз."),
]


@pytest.mark.parametrize(("lang", "nothing"), [("rus", "нет"), ("rus", "отсутствует"), ("eng", "none"), ("kaz", "жоқ")])
def test_a_point_that_is_nothing_but_the_word_that_there_is_none_may_have_had_a_text(lang: str, nothing: str) -> None:
    ice = f"{HEADING[lang]}:\n\n      1) {HEADING[lang]};\n\n      2) {nothing};\n\n      3) {HEADING[lang]}."
    lived = life(lang, f"{START[lang]}.", ice=ice, heading=HEADING[lang])
    assert [presence(lived, f"art_2__point_{number}", date(2018, 6, 1)) for number in (1, 2)] == [YES, POSSIBLE]


@pytest.mark.parametrize(("lang", "ice"), OF_ITSELF)
def test_an_article_that_tells_somehow_of_its_end_or_change_is_unsure_and_no_other(lang: str, ice: str) -> None:
    lived = life(lang, f"{START[lang]}.", ice=ice, heading=HEADING[lang])
    assert presence(lived, "art_2", date(2018, 6, 1)) is POSSIBLE
    assert presence(lived, "art_3", date(2018, 6, 1)) is YES


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Пункт 2 до 1 января 2019 года излагался так: «2. Снег.»."), ("rus", "Пункт второй с 2019 года не применяется."),
    ("rus", "Положения пункта 2 утратили актуальность с 01.01.2019."), ("rus", "* Пункт 2 исключен с 01.01.2019."),
    ("rus", "Примечание: текст пункта 2 изменен в 2018 году."), ("kaz", "2-тармақ 2018 жылы өзгертілді."),
    ("rus", "В пункт 2 внесены изменения в 2018 году."), ("rus", "Пункт 2 ранее гласил: «Снег»."), ("rus", "Прим.: пункт 2 изменен."),
    ("rus", "Второй пункт изменен в 2018 году."), ("kaz", "2-тармақтың бұрынғы мәтіні: қар."), ("eng", "Note: paragraph 2 was amended in 2018."),
    ("eng", "Changes to paragraph 2 were made in 2018."), ("eng", "Paragraph 2 was different in 2018."), ("eng", "Until January 1, 2019 paragraph 2 read: “2. Snow.”."),
])
def test_a_line_that_tells_what_became_of_a_paragraph_by_its_number_leaves_it_unsure(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.", ice=f"1. Лед.\n\n      2. Вода.\n\n      {told}", heading=HEADING[lang])
    assert presence(lived, "art_2__para_2", date(2018, 6, 1)) is POSSIBLE


def test_a_paragraph_that_says_itself_until_when_it_operates_ends_then() -> None:
    lived = life("rus", f"{START['rus']}.", ice="1. Лед.\n\n      2. Вода.\n\n      Пункт 2 действует по 31 декабря 2018 года.")
    assert [presence(lived, "art_2__para_2", day) for day in (date(2018, 12, 31), date(2019, 1, 1))] == [YES, NO]
    assert presence(lived, "art_2__para_1", date(2019, 1, 1)) is YES


@pytest.mark.parametrize("heading", ["Лед. Утратила силу", "Лед, исключена", "Лед /исключена/", "Лед [недействующая]",
                                     "Лед до 1 января 2019 года", "Лед: утратила силу", "Лед / не действует", "Лед с 2021 года", "Лед в переходный период 2015-2018 годов",
                                     "Лед (бывш. ст. 5)", "Лед (в прошлом статья 5)"])
def test_a_heading_that_tells_of_an_end_leaves_its_article_unsure(heading: str) -> None:
    assert presence(life("rus", f"{START['rus']}.", heading=heading), "art_2", date(2018, 6, 1)) is POSSIBLE


@pytest.mark.parametrize(("lang", "ice"), [
    ("rus", "Статья 3 настоящего Закона не применяется к пруду."), ("rus", "Лицензия отменяется, если лед растаял."),
    ("rus", "Он исключается из списка."), ("rus", "Указанное положение утверждается Правительством (далее – положение)."),
    ("rus", "Требования, указанные в пункте 2 настоящей статьи, не распространяются на пруд."), ("rus", "Каток и/или пруд: исключенный лед."),
    ("rus", "Сертификат действует три года."), ("rus", "Договор действует до 31 декабря 2020 года."), ("eng", "It is valid for five years."),
    ("rus", "Положения пункта 1 настоящей статьи не применяются к детям до 14 лет."), ("kaz", "Сертификат үш жыл бойы қолданылады."),
    ("rus", "Срок действия лицензии – три года."), ("rus", "Лицензия прекращается, если:\n\n      1) лед растаял;\n\n      2) истек ее срок."),
    ("rus", "Закрытый каток – каток, действие которого прекращено."), ("rus", "Надпись на льду (обязательно)."),
    ("rus", "Положение о катке утверждается до 1 января 2020 года."), ("rus", "Каток строится в 2016-2017 годах."),
    ("rus", "С 1 января 2016 года ставка за лед составляет один тенге."), ("eng", "From January 1, 2016 the rate for ice is one tenge."),
    ("eng", "The licence is cancelled where the ice has melted."), ("eng", "It is changed by the keeper every day."),
    ("eng", "This Article applies to ponds."), ("kaz", "Осы баптың күші мұзға қолданылады."), ("kaz", "Лицензия тоқтатылады."),
    ("rus", "Лицензии, выданные в соответствии со статьей 3, действительны в течение пяти лет."),
    ("eng", "Licences issued under Article 3 are valid for five years."), ("kaz", "3-бапта көрсетілген мерзім үш айға ұзартылады."),
    ("rus", "Лед. 2 года он лежит."), ("rus", "Решение может быть изменено, отменено, приостановлено."),
    ("eng", "A licence is suspended, revoked, cancelled by the court."), ("kaz", "Осы бап тоғанға қолданылмайды."), ("rus", "В срок, указанный в статье 3, хозяин в течение десяти дней заливает лед."),
])
def test_a_sentence_of_law_that_uses_such_words_stays_sure(lang: str, ice: str) -> None:
    lived = life(lang, f"{START[lang]}.", ice=ice, heading=HEADING[lang])
    assert presence(lived, "art_2", date(2018, 6, 1)) is YES


SOMEHOW = [
    ("rus", "Ст. 2 действует до 1 января 2020 года."), ("rus", "С 1 января 2020 года ст. 2 утрачивает силу."),
    ("rus", "Статья вторая действует до 1 января 2020 года."), ("rus", "Второй статье предстоит действовать до 2020 года."),
    ("rus", "Все статьи, кроме статьи 3, вводятся в действие с 1 января 2017 года."),
    ("rus", "Остальные статьи вводятся в действие с 1 января 2017 года."), ("rus", "Предыдущая статья действует до 2020 года."),
    ("rus", "Статьи с первой по третью действуют до 2020 года."), ("rus", "В 2016–2018 годах статья 2 не применяется."),
    ("rus", "На период с 2016 по 2018 год статья 2 не применяется."), ("rus", "Статья 2 имеет силу до 1 января 2020 года."),
    ("rus", "Статья 2 остается в силе до 2020 года."), ("rus", "Статья 2 работает до 2020 года."),
    ("rus", "Начало действия статьи 2 – 1 января 2017 года."),
    ("rus", "Настоящая статья и статья 2 действуют до 2020 года."), ("eng", "Art. 2 is valid until January 1, 2020."),
    ("eng", "Article two is valid until January 1, 2020."), ("eng", "The second article is valid until January 1, 2020."),
    ("eng", "All Articles of this Law except Article 3 are valid until January 1, 2020."),
    ("eng", "In 2016-2018 Article 2 shall not apply."), ("eng", "Article 2 has legal force until 2020."),
    ("eng", "The application of Article 2 begins in 2017."), ("eng", "The remaining articles shall be enforced from January 1, 2017."),
    ("kaz", "Екінші бап 2020 жылғы 1 қаңтарға дейін қолданылады."), ("kaz", "2016–2018 жылдары 2-бап қолданылмайды."),
    ("kaz", "3-бапты қоспағанда, барлық баптар 2017 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
    ("kaz", "Барлық баптар, 3-баптан басқа, 2020 жылғы 1 қаңтарға дейін қолданылады."),
    ("kaz", "2-баптың 2020 жылға дейін күші бар."), ("kaz", "Алдыңғы бап 2020 жылғы 1 қаңтарға дейін қолданылады."),
    ("kaz", "2-бап үш жылға есептелген."),
    ("rus", "Статья № 2 настоящего Закона действует до 1 января 2020 года."), ("rus", "Ст. № 2 действует до 1 января 2020 года."),
    ("rus", "Статьи первая – третья действуют до 1 января 2020 года."), ("rus", "Две первые статьи утрачивают силу 1 января 2020 года."),
    ("rus", "Параграф 2 действует до 1 января 2020 года."), ("rus", "Глава 2 действует до 1 января 2020 года."),
    ("rus", "Ни одна статья, кроме статьи 3, не действует после 1 января 2020 года."),
    ("eng", "Articles one to three are valid until January 1, 2020."), ("eng", "Sec. 2 is valid until January 1, 2020."),
    ("eng", "Section 2 shall stand repealed as of January 1, 2020."),
    ("kaz", "Бірінші – үшінші баптар 2020 жылғы 1 қаңтарға дейін қолданылады."),
]


@pytest.mark.parametrize(("lang", "told"), SOMEHOW)
def test_what_tells_somehow_of_the_days_of_an_article_leaves_it_not_sure_on_all(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.", third=f"{HEADING[lang]}. {told}", heading=HEADING[lang])
    assert {presence(lived, "art_2", date(year, 6, 1)) for year in (2016, 2018, 2021)} != {YES}


def test_the_end_of_a_chapter_that_the_law_lacks_ends_no_article() -> None:
    lived = life("rus", f"{START['rus']}.", third=f"{HEADING['rus']}. Глава 2 действует до 1 января 2020 года.", heading=HEADING["rus"])
    assert presence(lived, "art_2", date(2021, 6, 1)) is not NO


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Пункт 2 настоящей статьи действует до 1 января 2020 года."), ("rus", "Настоящий пункт действует до 1 января 2020 года."),
    ("eng", "Paragraph 2 of this Article is valid until January 1, 2020."), ("eng", "This paragraph is valid until January 1, 2020."),
    ("kaz", "Осы баптың 2-тармағы 2020 жылғы 1 қаңтарға дейін қолданылады."), ("kaz", "Осы тармақ 2020 жылғы 1 қаңтарға дейін қолданылады."),
])
def test_the_end_of_a_paragraph_of_this_article_is_not_that_of_the_article(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.", ice=f"1. {HEADING[lang]}.\n\n      2. {HEADING[lang]}. {told}", heading=HEADING[lang])
    assert [presence(lived, "art_2__para_2", day) for day in (date(2019, 12, 31), date(2020, 1, 1))] == [YES, NO]
    assert [presence(lived, each, HELD) for each in ("art_2", "art_2__para_1")] == [YES, YES]


def test_this_article_and_another_end_together() -> None:
    lived = life("rus", f"{START['rus']}.", ice="Лед. Настоящая статья и статья 3 действуют до 1 января 2020 года.")
    assert [presence(lived, each, HELD) for each in ("art_2", "art_3")] == [NO, NO]


CHAPTER = {"eng": " Chapter {}. Rinks\n\n", "rus": " Глава {}. Катки\n\n", "kaz": " {}-тарау. Мұз айдыны\n\n"}


@pytest.mark.parametrize(("lang", "told", "after"), [
    ("rus", "Настоящая глава действует до 1 января 2020 года.", NO), ("eng", "This Chapter is valid until January 1, 2020.", NO),
    ("kaz", "Осы тарау 2020 жылғы 1 қаңтарға дейін қолданылады.", NO), ("rus", "Нормы настоящей главы действуют до 2020 года.", POSSIBLE),
    ("rus", "Эта глава не применяется с 2019 года.", POSSIBLE), ("rus", "Глава первая действует до 2020 года.", POSSIBLE),
    ("eng", "This Chapter shall not apply from 2019.", POSSIBLE), ("kaz", "Бұл тарау 2019 жылдан бастап қолданылмайды.", POSSIBLE),
])
def test_what_an_article_says_of_this_chapter_it_says_of_the_others_in_it(lang: str, told: str, after: Presence) -> None:
    word = HEADING[lang]
    units = (CHAPTER[lang].format(1), UNIT[lang].format(1, word), f"{word}.\n\n", UNIT[lang].format(2, word), f"{word}. {told}\n\n",
             CHAPTER[lang].format(2), UNIT[lang].format(3, word), f"{word}.\n\n", UNIT[lang].format(4, word), f"{START[lang]}.")
    edition = Edition(lang, f"{lang}.txt", parse(read_plain(HEADS[lang] + "".join(units)), lang), official=True, day=HELD)
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (edition,)), lang)
    assert [presence(lived, each, date(2021, 6, 1)) for each in ("art_1", "art_3")] == [after, YES]


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Статья 2 не применяется."), ("rus", "Срок статьи 2 – один год."), ("rus", "Статья 2 переходная."),
    ("rus", "После принятия кодекса статья 2 утратит силу."), ("rus", "Статья 2 заменяется статьей 3."),
    ("eng", "Article 2 does not apply."), ("eng", "The term of Article 2 is one year."), ("eng", "Article 2 is transitional."),
    ("kaz", "2-бап қолданылмайды."), ("kaz", "2-бап өтпелі болып табылады."),
])
def test_a_few_words_on_another_article_leave_it_open(lang: str, told: str) -> None:
    assert presence(life(lang, f"{START[lang]}.", third=told), "art_2", HELD) is POSSIBLE


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Статья 2 не применяется к искусственному льду."), ("rus", "Лица, указанные в статье 2, платят."),
    ("eng", "Article 2 shall not apply to artificial ice."), ("eng", "Persons named in Article 2 shall pay."),
    ("kaz", "2-бап жасанды мұзға қолданылмайды."), ("kaz", "2-бапта көрсетілген адамдар төлейді."),
])
def test_words_on_what_another_article_applies_to_leave_it_sure(lang: str, told: str) -> None:
    assert presence(life(lang, f"{START[lang]}.", third=told), "art_2", HELD) is YES


@pytest.mark.parametrize(("lang", "told"), [
    ("rus", "Статья 2 настоящего Закона действует с 1 января 2018 года до 31 декабря 2019 года включительно."),
    ("rus", "Статья 2 настоящего Закона действует с 1 января 2018 года по 31 декабря 2019 года."),
    ("rus", "Статья 2 настоящего Закона действует с 1 января 2018 года до 1 января 2020 года."),
    ("eng", "Article 2 of this Law shall be in force from 1 January 2018 until 31 December 2019 inclusive."),
    ("kaz", "Осы Заңның 2-бабы 2018 жылғы 1 қаңтардан бастап 2020 жылғы 1 қаңтарға дейін қолданылады."),
    ("kaz", "Осы Заңның 2-бабы 2018 жылғы 1 қаңтардан бастап 2019 жылғы 31 желтоқсанды қоса алғанда қолданылады.")])
def test_a_unit_that_operates_for_a_time_is_there_on_its_days_alone(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.\n\n      {told}")
    days = (date(2017, 12, 31), date(2018, 1, 1), date(2019, 12, 31), date(2020, 1, 1))
    assert [presence(lived, "art_2", day) for day in days] == [NO, YES, YES, NO]
    assert presence(lived, "art_1", date(2017, 12, 31)) is YES


@pytest.mark.parametrize(("lang", "told"), [("rus", "Статья 2 настоящего Закона действует до 31 декабря 2019 года включительно."),
                                            ("eng", "Article 2 of this Law is valid until 31 December 2019 inclusive.")])
def test_an_end_that_is_inclusive_belongs_to_the_time(lang: str, told: str) -> None:
    lived = life(lang, f"{START[lang]}.\n\n      {told}")
    assert [presence(lived, "art_2", day) for day in (date(2019, 12, 31), date(2020, 1, 1))] == [YES, NO]


BY_CONTENT = [
    ("rus", "Положения настоящего Закона о лезвиях вступают в силу с 1 января 2017 года."),
    ("rus", "Нормы настоящего Закона, касающиеся лезвий, вводятся в действие с 1 января 2017 года."),
    ("rus", "Положения о лезвиях вводятся в действие с 1 января 2017 года."),
    ("rus", "В части лезвий настоящий Закон вводится в действие с 1 января 2017 года."),
    ("rus", "До 1 января 2017 года положения настоящего Закона о лезвиях не применяются."),
    ("rus", "Правила о лезвиях, предусмотренные настоящим Законом, действуют с 1 января 2017 года."),
    ("eng", "The provisions of this Law on blades shall enter into force on 1 January 2017."),
    ("eng", "Provisions on blades take effect on 1 January 2017."),
    ("eng", "The requirements of this Law for blades shall apply from 1 January 2017."),
    ("eng", "With regard to blades this Law shall enter into force on 1 January 2017."),
    ("kaz", "Осы Заңның жүздер туралы ережелері 2017 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
    ("kaz", "Жүздер туралы ережелер 2017 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
]


@pytest.mark.parametrize(("lang", "sentence"), BY_CONTENT)
def test_what_a_law_says_on_something_may_begin_on_another_day_wherever_it_says_so(lang: str, sentence: str) -> None:
    for lived in (life(lang, f"{START[lang]}.", third=sentence), life(lang, f"{START[lang]}. {sentence}")):
        assert presence(lived, "art_2", date(2016, 6, 1)) is POSSIBLE


@pytest.mark.parametrize(("lang", "sentence"), [
    ("rus", "Положения Закона «О воде» о лезвиях вводятся в действие с 1 января 2017 года."),
    ("rus", "Требования настоящего Закона к лезвиям проверяются до 1 января каждого года."),
    ("rus", "Требования настоящего Закона к лезвиям, изготовленным со дня введения в действие настоящего Закона, проверяют до 1 января 2017 года."),
    ("rus", "Для целей настоящего Закона до 1 января 2017 года действует прежняя мера."),
    ("rus", "Обязательные требования настоящего Закона выполняют до 1 января 2017 года."),
    ("eng", "For the purposes of this Law the former measure shall be applied until 1 January 2017."),
    ("rus", "Положения настоящего Закона применяются к договорам, заключённым после 1 января 2016 года."),
    ("eng", "The provisions of this Law shall apply to contracts concluded after 1 January 2016."),
    ("eng", "Blades for which this Law sets no requirements are sold until 1 January of each year.")])
def test_what_a_law_says_of_another_act_or_of_its_reach_begins_nothing(lang: str, sentence: str) -> None:
    assert presence(life(lang, f"{START[lang]}.", third=sentence), "art_2", date(2016, 6, 1)) is YES
