"""Remarks of a source on its own text, known by their form: each kind with invented texts, in the law's language."""

from datetime import date

import pytest

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from lawgraph.timeline.history import trace
from odd_laws import ARTICLE_2, EARLY, LATE, answer, law, life, whole

OPEN = "possible unknown"
SIGNED = {"rus": "\n\t\n      Президент\n      Республики Казахстан\tА. Ойдан\n"}
OIL = ARTICLE_2["rus"].strip()


def told(line: str, lang: str = "rus") -> str:
    """Return what is said of Article 2 in 2018 where a line stands below its text."""
    text = ARTICLE_2[lang].strip()
    return answer(life(law(whole(lang).replace(text, f"{text}\n\n{line}"), lang), lang=lang), "art_2", EARLY)


@pytest.mark.parametrize("line", [
    "Статья 2 обновлена.", "Статью 2 изложили иначе.", "Положения статьи 2 стали другими.",        # it bears its own number
    "Обновлено 16.05.2019.", "Период: 16.05.2019 – сегодня.", "Техническая поправка, 2019 г.",      # a day and hardly a word
    "Слова убраны.", "Формулировка уточнена.", "Абзац дополнен.", "Перенесено из статьи 3.",        # what was done
    "Комментарий редактора: до 2019 года масло жгли не так, как его жгут теперь.",                  # a label and a year
    "Слово «тихо» заменено словом «громко».", "До 2019 года масло было не таким.",      # words exchanged, a later year
    "Масло <*>", "Масло [неразборчиво].", "Редакция, которая действует до 2025 года:\n\nМасло жгут.",
    "Words were replaced here.",                                                                   # another language
    "Масло льют по Закону Республики Казахстан от 5 мая 2019 года № 250-VI «О масле», и никак иначе, в любом доме.",   # a younger act
    "Масло льют, как сказано в пункте 3 Закона № 250-VI о масле, и никак иначе, в любом доме."])
def test_a_line_of_the_form_of_a_remark_is_no_wording(line: str) -> None:
    assert told(line) == OPEN


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "Words were replaced."), ("eng", "Updated 16.05.2019."), ("eng", "Article 2 reads otherwise now."), ("kaz", "Сөздер ауыстырылды."),
    ("kaz", "16.05.2019 жаңартылды."), ("kaz", "2-бап басқаша оқылады.")])
def test_so_it_is_in_other_languages(lang: str, line: str) -> None:
    assert told(line, lang) == OPEN


@pytest.mark.parametrize("line", [
    "Масло льют по статье 2 настоящего Закона.", "Статья 2 Закона «О воде» масла не касается.", "Масло чисто.", "Масло льёт смотритель.",
    "Масло льют с 1 января до 31 декабря каждого года.", "Масло бывает:", "Масло льют по Закону Республики Казахстан от 5 мая 2003 года № 118-II «О воде».",
    "Масло не продаётся.", "Масло льют, как сказано в статье 3.", "Сторож белит стены.", "Посол представляет интересы страны.",
    "Продавец не повышает цены.", "Член комиссии голосует открыто.", "На мосту стоять запрещено."])
def test_what_laws_say_is_wording(line: str) -> None:
    assert told(line) == "yes attested"


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Слово «льют» – нов."), ("rus", "Вторая часть – новая."), ("rus", "Перевод неточный."), ("rus", "Старая норма."),
    ("rus", "Применяется с учётом постановления КС."), ("rus", "См. постановление Конституционного Суда № 5."),
    ("rus", "С нового года – другая редакция."), ("rus", "до 2019 – Масло жгут."), ("rus", "с 2020 г. – масло льют."),
    ("rus", "Теперь – льют."), ("rus", "Временно не применяется."), ("rus", "На время чрезвычайного положения не применяется."),
    ("rus", "Вступит в силу позднее."), ("rus", "В проекте: масло льют."), ("rus", "Прим. ред. – масло льют."),
    ("rus", "Комментарий: масло льют."), ("rus", "Внимание! Статья изменится."), ("rus", "Казахский текст отличается."),
    ("rus", "Вместо погреба – подвал."), ("rus", "Слово «льют» вм. «жгут»."),
    ("rus", "Прежняя редакция предусматривала хранение масла в сарае в течение одного года."), ("rus", "~~Масло льют.~~"), ("rus", "н.р."), ("rus", "Действует в части."),
    ("rus", "Изменения вступят в силу через месяц."), ("rus", "Судами не применяется."), ("eng", "Editor's note – oil is poured."),
    ("eng", "The Kazakh text differs."), ("eng", "Courts do not apply this norm."),
    ("eng", "Amendments made in spring have not yet entered into force."), ("kaz", "Ішінара қолданылады."),
    ("eng", "The second sentence is new."), ("eng", "Until 2019 – oil is burnt."), ("eng", "Was: oil is burnt."),
    ("eng", "See the ruling of the Constitutional Court No. 5."), ("eng", "Changes are expected."),
    ("eng", "From the new year oil is poured."), ("kaz", "2019 жылға дейін – май жағылады."), ("kaz", "«Құяды» деген сөз – жаңа."),
    ("kaz", "Енді май құйылады."), ("kaz", "Жаңа жылдан бастап – басқа редакция."), ("kaz", "Күші жоқ."),
    ("kaz", "КС қаулысы ескеріле отырып қолданылады.")])
def test_few_words_on_what_is_new_or_old_or_on_a_court_are_no_wording(lang: str, line: str) -> None:
    assert told(line, lang) == OPEN


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Часть масла отдают сторожу."), ("rus", "В 2019 году масло льют дважды."),
    ("rus", "Конституционный Суд масла не льёт."), ("rus", "Прежний сторож отдаёт ключи новому."),
    ("eng", "The text of the oath is read aloud."), ("eng", "The Constitutional Court burns no oil."), ("eng", "Part of the oil is new every year, as the keeper tells."),
    ("kaz", "Май жыл сайын құйылады."), ("kaz", "Сөз күзетшіге беріледі.")])
def test_and_norms_with_such_words_are(lang: str, line: str) -> None:
    assert told(line, lang) == "yes attested"


def test_a_younger_act_is_named_where_a_note_tells_of_a_change_since() -> None:
    line = "Масло льют по Закону Республики Казахстан от 5 мая 2019 года № 250-VI «О масле», и никак иначе, в любом доме."
    note = "Сноска. Статья 2 с изменением, внесенным Законом РК от 07.06.2019 № 260-VI (вводится в действие с 01.07.2019)."
    lived = life(law(whole().replace(OIL, f"{OIL}\n\n{line}\n\n{note}")))
    assert answer(lived, "art_2", EARLY) == "yes unverified"
    assert answer(lived, "art_2", date(2020, 1, 1)) == "yes attested"


@pytest.mark.parametrize("line", ["Архивная версия", "Последние изменения: 05.05.2019", "Не подписан", "Внимание! Документ изменён", "Признан неконституционным"])
def test_a_remark_below_the_line_on_the_laws_start_or_its_signature_may_be_on_the_law(line: str) -> None:
    for end in ("", SIGNED["rus"]):
        assert answer(life(f"{law(whole())}{end}\n\n      {line}\n"), "art_2", EARLY) == OPEN
    assert answer(life(f"{law(whole())}{SIGNED['rus']}\n\n      К. Семен\n"), "art_2", EARLY) == "yes attested"


@pytest.mark.parametrize("heading", ["Масло (удалена)", "Масло (искл.)", "Масло (у.с.)", "Масло (05.05.2019 № 250-VI)", "Масло (статья 2 обновлена)"])
def test_a_remark_in_a_heading_is_of_the_article(heading: str) -> None:
    assert answer(life(law(whole().replace("Масло\n", f"{heading}\n"))), "art_2", EARLY) == OPEN


@pytest.mark.parametrize("place", [
    "Снят.", "Вычеркнут.", "(резерв)", "(пусто)", "Номер не используется.", "Действие прекращено.", "Перенесён в статью 3.", "См. статью 3.", "Repealed.",
    "Күшін жойды.", "И с к л ю ч ё н.", "Исkлючён.", "Ис\u00adклю\u00adчён.", "Горит. Более не применяется.", "Горит. Срок действия истёк.",
    "<s>Горит.</s>", "~~Горит.~~", "{--Горит--}{++Чадит++}."])
def test_what_stands_behind_a_number_is_no_text_where_it_speaks_of_the_number(place: str) -> None:
    lived = life(law(whole().replace("2. Горит.", f"2. {place}")))
    assert answer(lived, "art_1__para_2", EARLY) == OPEN
    assert answer(lived, "art_1__para_1", EARLY) == answer(lived, "art_2", EARLY) == "yes attested"


ADDED = {"an article behind the closing one": "Статья 5. Ось\n\nОсь скрипит.\n", "an annex": f"{SIGNED['rus']}\nПриложение 1\n\nОси\n\nОсь скрипит.\n"}


@pytest.mark.parametrize(("eid", "more", "before"), [("art_5", ADDED["an article behind the closing one"], ""), ("annex_1", ADDED["an annex"], SIGNED["rus"])])
def test_what_only_the_later_edition_prints_behind_the_end_may_have_been_brought(eid: str, more: str, before: str) -> None:
    """The earlier one comes to its closing article, or its signature: nothing is cut off."""
    note = "Сноска. Статья 3 с изменением, внесенным Законом РК от 07.06.2019 № 260-VI (вводится в действие с 01.07.2019).\n\n"
    lived = life(law(whole()) + before, law(whole() + note) + more)
    assert answer(lived, eid, EARLY).split()[0] != "yes"
    assert answer(lived, eid) == "yes attested"


def test_a_preamble_that_only_the_later_edition_prints_may_have_been_brought() -> None:
    lived = life(law(whole()), law(whole(), above="Настоящий Закон определяет порядок освещения.\n\n"))
    assert answer(lived, "preamble", EARLY).split()[0] != "yes"


STARTED = "Настоящий Закон вводится в действие с 1 марта 2017 года."


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "&shy;", "&#173;"])
def test_signs_that_are_not_seen_within_words_change_nothing(sign: str) -> None:
    note = "Сноска. Статья 2 в редакции Закона РК от 07.06.2019 № 260-VI (вводится в действие с 01.07.2019)."
    lived = life(law(whole().replace(OIL, f"{OIL}\n\n{sign.join(note[place:place + 3] for place in range(0, len(note), 3))}")))
    assert answer(lived, "art_2", date(2019, 7, 1)) == "yes attested"
    assert answer(lived, "art_2", date(2019, 6, 30)).endswith("unknown")


@pytest.mark.parametrize("behind", ["На применение статьи 2 вводится мораторий сроком на три года.",
                                    "<table><tr><td>Статья</td><td>Начало</td></tr><tr><td>2</td><td>1 января 2019 года</td></tr></table>"])
def test_a_moratorium_or_a_table_of_days_behind_the_start_of_the_law_is_told(behind: str) -> None:
    text = f"# О фонарях\n\nЗакон Республики Казахстан от 1 февраля 2017 года № 5-VI\n\n{law(whole()).split('VI.')[1]}\n{behind}\n"
    assert answer(life(text.replace("Статья", "### Статья")), "art_2", EARLY).split()[0] == "possible"


def test_a_law_for_one_year_or_since_a_later_day_is_not_sure_of_another_start() -> None:
    for start in ("Данный закон начинает действовать с 1 января 2019 года.", "Настоящий Закон обретает силу с 1 января 2019 года."):
        lived = life(f"{law(whole()).replace(STARTED, 'Крюки чинят.')}\n      {start}\n{SIGNED['rus']}")
        assert answer(lived, "art_2", EARLY).split()[0] == "possible"
    lived = life(law(whole()).replace(STARTED, f"{STARTED}\n\n      Настоящий Закон действует в порядке эксперимента один год."))
    assert answer(lived, "art_2", LATE).split()[0] == "possible"


ORDER = """# Об утверждении Правил игры на барабане

Приказ Министра барабанов Республики Казахстан от 8 сентября 2016 года № 139.

1. Утвердить прилагаемые Правила.

2. Настоящий приказ вводится в действие с 1 января 2017 года.

**Министр**

**А. Ойдан**

> *Утверждены*
> *приказом Министра барабанов*
> *от 8 сентября 2016 года № 139*

## Правила игры на барабане

1. Барабан круглый.

2. {}
"""


@pytest.mark.parametrize(("line", "grade"), [
    ("Барабан громкий. Обновлено 05.05.2019.", OPEN), ("Барабан громкий.\n\nПункт 2 стал другим.", OPEN), ("Барабан громкий.\n\nСлова убраны.", OPEN),
    ("Барабан бьют громко.\n\nЭтот пункт утратил силу.", OPEN), ("Барабан бьют громко.\n\nНастоящий пункт не действует.", OPEN),
    ("Барабан бьют громко.\n\nТекст с изменениями.", OPEN), ("Барабан бьют громко.\n\nс 01.07.2019", OPEN),
    ("Барабан громкий по приказу Министра барабанов от 5 мая 2019 года № 20, и никак иначе.", OPEN),
    ("Барабан громкий.", "yes attested"), ("Ацетилен.", "yes attested"), ("Приказ Министра барабанов от 5 мая 2015 года № 20.", "yes attested"),
    ("Malus domestica.", "yes attested"), ("Барабан бьют, как сказано в пункте 1 настоящих Правил.", "yes attested")])
def test_a_remark_in_rules_is_of_its_paragraph_and_an_item_of_a_list_is_none(line: str, grade: str) -> None:
    edition = Edition("rus", "rus.md", parse(read(ORDER.format(line).encode(), "rus.md"), "rus"), official=True, day=LATE)
    order = Act("139", date(2016, 9, 8), ActKind.ORDER)
    lived = trace(LawSources("V1", "139", date(2016, 9, 8), order, (edition,)), "rus")
    assert answer(lived, "annex_1__para_2", EARLY) == grade
    assert answer(lived, "annex_1__para_1", EARLY) == "yes attested"


@pytest.mark.parametrize(("line", "below"), [
    ("Не действуют", "> *Утверждены*"), ("Проект", "> *Утверждены*"), ("В редакции приказа Министра барабанов от 5 мая 2019 года № 20", "## Правила игры на барабане"),
    ("Не действуют", "## Правила игры на барабане"), ("Утратили силу приказом от 5 мая 2019 года № 20", "## Правила игры на барабане")])
def test_what_stands_on_a_stamp_or_below_a_title_is_of_the_rules(line: str, below: str) -> None:
    text = ORDER.format("Барабан громкий.").replace(below, f"{below}\n> *{line}*" if below.startswith(">") else f"{below}\n\n{line}")
    edition = Edition("rus", "rus.md", parse(read(text.encode(), "rus.md"), "rus"), official=True, day=LATE)
    order = Act("139", date(2016, 9, 8), ActKind.ORDER)
    assert answer(trace(LawSources("V1", "139", date(2016, 9, 8), order, (edition,)), "rus"), "annex_1__para_2", EARLY) != "yes attested"


@pytest.mark.parametrize("line", ["Эти Правила не применяются с 2018 года.", "Данные Правила действуют до 1 января 2018 года."])
def test_an_end_that_rules_tell_of_themselves_by_another_word_is_theirs(line: str) -> None:
    edition = Edition("rus", "rus.md", parse(read(ORDER.format(f"Барабан громкий.\n\n{line}").encode(), "rus.md"), "rus"), official=True, day=LATE)
    order = Act("139", date(2016, 9, 8), ActKind.ORDER)
    assert answer(trace(LawSources("V1", "139", date(2016, 9, 8), order, (edition,)), "rus"), "annex_1__para_1", EARLY) == OPEN


def test_a_short_paragraph_without_a_verb_is_none_of_an_order() -> None:
    text = ORDER.format("Барабан громкий.").replace("прилагаемые Правила.", "прилагаемые Правила.\n\nНовая редакция.")
    edition = Edition("rus", "rus.md", parse(read(text.encode(), "rus.md"), "rus"), official=True, day=LATE)
    lived = trace(LawSources("V1", "139", date(2016, 9, 8), Act("139", date(2016, 9, 8), ActKind.ORDER), (edition,)), "rus")
    assert answer(lived, "para_1", EARLY) == OPEN
