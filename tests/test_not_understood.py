"""What is not understood is a change of unknown extent, on the unit that it may speak of.

Each line of a law below is printed as people print it; the sure answers about the unit around an odd note are counted.
"""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import MOST_STEPS, is_linear, processor, steps
from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.languages.scanner import scan
from lawgraph.law.acts import ActRecord, Completeness, OperationFact, TargetFact
from lawgraph.law.amendments import Action
from lawgraph.law.authors import Act, ActKind, Record
from lawgraph.law.document import Span
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence, ReasonKind, Version, Wording
from lawgraph.parsing.document import parse
from lawgraph.parsing.doubtful import Look, holds_note, look_of
from lawgraph.parsing.footnotes.doubts import NotePlace, beside_others
from lawgraph.parsing.footnotes.notes import read_note
from lawgraph.parsing.footnotes.own_terms import own_terms
from lawgraph.parsing.footnotes.sentences import sentences_of
from lawgraph.reading.plain import read_plain
from lawgraph.timeline.history import History, trace
from lawgraph.voice.recorded import because_sentence
from lives import version_on

ADOPTED = date(2015, 3, 2)
OFFICIAL = True
LAW = """ О катках

Закон Республики Казахстан от 2 марта 2015 года № 77-V.

 Статья 1. Лед

      Лед заливают ночью.


{note}
 Статья 2. Коньки

      Коньки точат утром.

 Статья 3. Порядок введения в действие

      Настоящий Закон вводится в действие с 1 июня 2015 года.
"""
READ = "      Сноска. Статья 1 в редакции Закона РК от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019).\n\n\n"
CHANGED = {"rus": "Сноска. {} с изменениями, внесенными Законом РК от 03.07.2013 № 5-V.",
           "eng": "Footnote. {} as amended by the Law of the Republic of Kazakhstan dated 03.07.2013 No. 5-V.",
           "kaz": "Ескерту. {} өзгерістер енгізілді – ҚР 03.07.2013 № 5-V Заңымен."}
SURE = {("yes", "attested"), ("no", None)}


def life(note: str, day: date | None = None) -> History:
    """Return the life of the law with a note behind its first article."""
    document = parse(read_plain(LAW.format(note=note)), "rus")
    edition = Edition("rus", "rus.txt", document, official=True, day=day)
    return trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (edition,)), "rus")


def of_article(lived: History, article: str) -> tuple[Version, ...]:
    """Return the versions of an article and all its parts from the law's start on."""
    return tuple(version for each in lived.timelines if Eid(each.unit.eid).within(article)
                 for version in each.versions if version.start.latest and version.start.latest >= date(2015, 6, 1))


def sure(versions: tuple[Version, ...]) -> bool:
    """Tell whether a version is sure of its presence and, where it is there, of its wording."""
    return any((str(each.in_operation), each.wording and str(each.wording)) in SURE for each in versions)


ODD_NOTES = {
    "words that no rule knows": "      Сноска. Статья 1 звучит иначе по Закону РК от 04.02.2019 № 31-VI.\n\n\n",
    "a rest behind a bracket": READ.replace(").\n", "), кроме второй фразы, которая живет до весны.\n"),
    "no act at all": "      Сноска. Статья 1 – то же самое.\n\n\n",
    "a label and a sentence of its own": "      Примечание ИЗПИ!\n\n\n      Лед статьи 1 временно не заливают.\n\n\n",
    "a misspelt label": READ.replace("Сноска", "Снозка"),
    "a note without its label": READ.replace("Сноска. ", ""),
    "a note at the end of a sentence": "      Лед блестит. Сноска. Статья 1 изменена Законом РК от 04.02.2019 № 31-VI.\n\n\n",
    "a change in brackets": "      Лед метут (в редакции Закона РК от 04.02.2019 № 31-VI).\n\n\n",
    "a heading in letters of another alphabet, with a number of its own": " Cтатья 1 прим. Снег\n\n      Снег сгребают.\n\n\n",
    "a heading in spaced letters": "      С т а т ь я 1-1 Снег и иней\n\n\n      Снег сгребают.\n\n\n",
    "an article printed twice": " Статья 1. Лед\n\n      Лед заливают днем.\n\n\n",
    "the second half of a note": READ.replace(" с 01.04.2019).", "\n\n\n      с 01.04.2019)."),
    "a note without a mark that says no unit": "      Изменена Законом РК от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019).\n\n\n",
    "a note in brackets": "      (Статья 1 в редакции Закона РК от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019))\n\n\n",
    "a mark that nobody uses": "      Прим.: статья 1 переписана Законом РК от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019).\n\n\n",
    "an act without a number in brackets": "      Лед метут (введено Законом РК от 4 февраля 2019 года).\n\n\n",
    "a misspelt heading": " Статъя 1-1. Снег\n\n      Снег сгребают.\n\n\n",
    "a number before its word": " 2-статья. Снег\n\n      Снег сгребают.\n\n\n",
    "a unit that operates for a time": "      Сноска. Статья 1 действует с 01.04.2019 до 01.01.2021 в соответствии с Законом РК от 04.02.2019 № 31-VI.\n\n\n",
    "two numbers before a line": "      1. Лед блестит.\n\n\n      2. 2. Лед тает.\n\n\n",
    "a note in another language without its label": "      Article 1 as amended by the Law dated 04.02.2019 № 31-VI (shall be enforced from 01.04.2019).\n\n\n",
    "a change in brackets in another language": "      Лед метут (04.02.2019 № 31-VI Заңымен өзгертілді).\n\n\n",
    "a label in another language and a sentence of its own": "      Note of RCLI!\n\n\n      Ice is not made.\n\n\n",
    "a wording that is no more": "      Старая редакция: Лед заливают днем.\n\n\n",
    "a wording that is no more, with the end of its days": "      (прежняя редакция (до 01.04.2019): Лед заливают днем)\n\n\n",
    "a line that says nothing but when it operates": "      (вводится в действие с 01.04.2019)\n\n\n",
    "a line that says nothing but when it changed": "      Изменено 04.02.2019.\n\n\n",
    "a note of another publisher, without the number of its unit": "      Статья изложена в редакции Закона РК от 04.02.19 г. № 31-VI (см. стар. ред.)\n\n\n",
    "a note of another publisher with its name": "      ИС «Параграф»: В статью 1 внесены изменения в соответствии с Законом РК от 04.02.19 г. № 31-VI (см. стар. ред.)\n\n\n",
    "a label of two words": "      Прим. ред.: статья 1 изменена Законом РК от 04.02.2019 № 31-VI.\n\n\n",
    "a note at the foot with its number in brackets": "      [1] Пункт в редакции Закона РК от 04.02.2019 № 31-VI.\n\n\n",
    "a target that is not there": READ.replace("Статья 1 в", "Пункт 8 статьи 1 в"),
}


@pytest.mark.parametrize("note", ODD_NOTES.values(), ids=ODD_NOTES)
def test_an_odd_note_leaves_nothing_sure_of_its_article(note: str) -> None:
    lived = life(note, date(2020, 1, 1))
    for day in (date(2019, 2, 4), date(2019, 6, 1), date(2020, 1, 1)):
        found = tuple(version for each in lived.timelines if Eid(each.unit.eid).within("art_1")
                      if (version := version_on(each.versions, day)))
        assert found
        assert not sure(found), day


@pytest.mark.parametrize("note", ODD_NOTES.values(), ids=ODD_NOTES)
def test_the_other_articles_stay_as_sure_as_they_were(note: str) -> None:
    day = date(2020, 1, 1)
    assert [(each.in_operation, each.wording) for each in of_article(life(note, day), "art_2")] == [
        (each.in_operation, each.wording) for each in of_article(life("", day), "art_2")]


@pytest.mark.parametrize("note", ODD_NOTES.values(), ids=ODD_NOTES)
def test_the_reason_quotes_what_was_not_understood(note: str) -> None:
    reasons = [why for each in of_article(life(note), "art_1") for why in each.because
               if why.kind is ReasonKind.NOT_UNDERSTOOD]
    assert reasons
    for each in reasons:
        assert each.source is not None
        assert each.source.line is not None
        assert each.source.text.split()[0] in note
        assert "could not be read in full" in because_sentence(each)


@pytest.mark.parametrize("note", [
    "      Footnote. Article 1 in the new wording of the Law of the Republic of Kazakhstan dated 04.02.2019 № 31-VI (shall be enforced from 01.04.2019).\n\n\n",
    "      Ескерту. 1-бап жаңа редакцияда – ҚР 04.02.2019 № 31-VI Заңымен (01.04.2019 бастап қолданысқа енгізіледі).\n\n\n"])
def test_a_note_that_nobody_translated_says_what_it_says_in_its_own_language(note: str) -> None:
    day = date(2020, 1, 1)
    told, meant = ([(each.start, each.in_operation, each.wording) for each in of_article(life(each, day), "art_1")]
                   for each in (note, READ))
    assert told == meant


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "(enters into force on 1 January 2019)"), ("eng", "* Shall be enforced from 1 January 2019."),
    ("eng", "Effective 1 January 2019."), ("eng", "In force from 1 January 2019."),
    ("rus", "(вводится в действие с 01.01.2019)"), ("rus", "* Вводится в действие с 1 января 2019 года."),
    ("rus", "(начало действия - 01.01.2019)"), ("rus", "(применяется с 1 января 2019 года)"),
    ("rus", "Действует до 1 января 2020 года."), ("rus", "Срок действия статьи - до 1 января 2020 года."),
    ("rus", "(статья утрачивает силу с 01.01.2020)"), ("rus", "(ред. от 01.03.2018)"), ("rus", "(изм. 01.03.18)"),
    ("rus", "(новая редакция от 01.03.2018)"), ("rus", "Изменено 01.03.2018."), ("rus", "см. изменения от 01.03.2018 г."),
    ("rus", "ЗРК от 01.03.2018 г. № 7-VI"), ("rus", "(V1800000123)"),
    ("kaz", "(01.01.2019 бастап қолданысқа енгізіледі)"), ("kaz", "2019 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
    ("eng", "Amendment history: 12-VI (2018)."), ("eng", "Current wording since 16.05.2018."), ("rus", "Редакции: 2015, 2018."),
    ("rus", "История изменений: 12-VI (2018)."), ("rus", "Действующая редакция с 2018 г."), ("kaz", "Өзгерістер: 12-VI (2018)."),
])
def test_a_line_that_says_nothing_but_when_is_a_note(lang: str, line: str) -> None:
    assert look_of(line, lang) is Look.NOTE


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "The licence is valid until 1 January 2020."), ("eng", "This Law shall be enforced from 1 January 2019."),
    ("eng", "(Article 2 shall come into effect from 1 January 2019)"),
    ("rus", "Лицензия действует до 1 января 2020 года."), ("rus", "до 1 января 2020 года"), ("rus", "(на 1 января 2019 года)"),
    ("rus", "Статья 2 вводится в действие с 1 января 2019 года."), ("rus", "вводится в действие с 1 июня 2015 года;"),
    ("rus", "Пункт 2 статьи 5 действует до 1 января 2020 года."), ("kaz", "Лицензия 01.01.2020 дейін қолданыста болады."),
    ("rus", "Изменения устава регистрируются до 2018 года в том же порядке, что и устав."),
])
def test_a_sentence_of_law_about_days_is_none(lang: str, line: str) -> None:
    assert look_of(line, lang) is None


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "Note: para 1 reworded (Act 12-VI, 2018)."),
    ("rus", "Примечание: п. 1 в новой редакции (Закон 12-VI, 2018)."), ("rus", "Примечание: 1-п. в новой ред."),
    ("kaz", "Ескертпе: 1-тармақ жаңа редакцияда."),
])
def test_a_remark_of_few_words_on_a_version_is_no_remark_of_the_law(lang: str, line: str) -> None:
    assert holds_note(line, lang)


@pytest.mark.parametrize(("lang", "heading", "line"), [
    ("eng", "Article 1. Oil", "(Article 1 shall come into effect from 1 January 2019)"),
    ("rus", "Статья 1. Масло", "(Статья 1 вступает в силу с 1 января 2019 года)"),
    ("kaz", "1-бап. Май", "(1-бап 2019 жылғы 1 қаңтардан бастап күшіне енеді)"),
])
def test_a_bracket_that_names_its_article_gives_the_articles_day(lang: str, heading: str, line: str) -> None:
    document = parse(read_plain(f" Oil\n\n {heading}\n\n      Oil.\n\n      {line}\n"), lang)
    assert [(each.eid, each.day) for each in own_terms(document)] == [("art_1", date(2019, 1, 1))]


DEAD_LINES = [
    ("eng", "Repealed."), ("eng", "Omitted."), ("eng", "Invalid."), ("eng", "[Reserved]"), ("eng", "No longer in force."), ("eng", "- - -"),
    ("rus", "- утратил силу"), ("rus", "(Пункт исключен)"), ("rus", "Не действует."), ("rus", "Не применяется с 01.01.2019."),
    ("rus", "Признан неконституционным."), ("rus", "Изъят;"), ("kaz", "Жойылды."), ("kaz", "Қолданылмайды."), ("kaz", "(Тармақ алып тасталды)"),
]
HEADED = {"eng": "Article 1. Ice", "rus": "Статья 1. Лед", "kaz": "1-бап. Мұз"}


def of_paragraphs(lang: str, line: str) -> dict[str, tuple[Presence, Wording | None]]:
    """Return how sure a page of 2021 is of two paragraphs, the second of which is printed as `line`."""
    page = f" Ice\n\n {HEADED[lang]}\n\n      1. № 1.\n\n      2. {line}\n\n      3. № 3.\n"
    edition = Edition(lang, f"{lang}.txt", parse(read_plain(page), lang), official=True, day=date(2021, 6, 1))
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (edition,)), lang)
    found = ((each.unit.eid, version_on(each.versions, date(2021, 6, 1))) for each in lived.timelines)
    return {eid[-1]: (version.in_operation, version.wording) for eid, version in found if version and "para" in eid}


@pytest.mark.parametrize(("lang", "line"), DEAD_LINES)
def test_a_dead_line_in_the_place_of_a_text_is_no_wording(lang: str, line: str) -> None:
    assert of_paragraphs(lang, line)["2"] == (Presence.POSSIBLE, Wording.UNKNOWN)


@pytest.mark.parametrize(("lang", "line"), [each for each in DEAD_LINES if each[1] != "- - -"])
def test_a_dead_line_behind_a_number_leaves_its_neighbours_as_sure_as_they_were(lang: str, line: str) -> None:
    assert of_paragraphs(lang, line)["3"] == of_paragraphs(lang, "№ 2.")["3"]


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "A void licence is not restored."), ("eng", "Repealed licences are returned."), ("rus", "Не действует при морозе."),
    ("rus", "Изъятый лед тает."), ("kaz", "Жойылған мұз ериді."),
])
def test_a_sentence_that_begins_like_a_dead_line_is_wording(lang: str, line: str) -> None:
    assert of_paragraphs(lang, line)["2"] == of_paragraphs(lang, "№ 2.")["2"]


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "The article is amended by the Law dated 4 February 2019 No. 31-VI."),
    ("eng", "[2] Paragraph as amended by the Law dated 4 February 2019 No. 31-VI."),
    ("kaz", "Бап жаңа редакцияда – ҚР 04.02.2019 № 31-VI Заңымен."),
    ("kaz", "Тармаққа өзгеріс енгізілді – ҚР 04.02.2019 № 31-VI Заңымен."),
    ("rus", "В пункт внесены изменения Законом РК от 04.02.2019 № 31-VI."),
])
def test_a_unit_without_its_number_is_that_in_which_the_note_stands(lang: str, line: str) -> None:
    assert holds_note(line, lang)


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "Paragraphs of the plan are printed as required by the Law dated 4 February 2019 No. 31-VI."),
    ("rus", "Пункт сдачи льда открывают по Закону РК от 04.02.2019 № 31-VI."),
    ("rus", "Признать утратившим силу Закон РК от 04.02.2019 № 31-VI."),
    ("rus", "Статья расходов изменяется по правилам Закона РК от 04.02.2019 № 31-VI."),
])
def test_a_sentence_of_law_that_names_an_act_holds_no_note(lang: str, line: str) -> None:
    assert not holds_note(line, lang)


def test_words_in_a_list_of_articles_leave_open_which_they_are() -> None:
    """Nobody knows which articles follow «статьи 1 и последующие»."""
    note = READ.replace("Статья 1 в редакции", "Статьи 1 и последующие в редакции")
    assert not sure(of_article(life(note, date(2020, 1, 1)), "art_2"))


@pytest.mark.parametrize("listed", ["1-2, 3", "1-1-2"])
def test_a_number_that_is_not_there_may_be_a_run(listed: str) -> None:
    """«Статьи 1-2, 3» may name Articles 1 and 2, «статьи 1-1-2» Articles 1-1 to 2; no edition prints such numbers."""
    note = READ.replace("Статья 1 в редакции", f"Статьи {listed} в редакции")
    assert not sure(of_article(life(note, date(2020, 1, 1)), "art_2"))


def test_a_note_on_another_article_may_tell_that_a_change_was_taken_up() -> None:
    """The facts say what № 31-VI did; the page's note under Article 1 names Article 2, so it may show the change or not."""
    record = Record("the text of the act", "high", date(2026, 1, 1))
    facts = ActRecord(Act("31-VI", date(2019, 2, 4), ActKind.LAW), (), None, record,
                      operation=OperationFact(date(2019, 4, 1), None, record),
                      targets=(TargetFact("Z1", Eid("art_1"), Action.MODIFICATION, record),), complete=(Completeness("Z1", record),))
    note = READ.replace("Статья 1 в редакции Закона", "Статья 2 с изменением, внесенным Законом")
    document = parse(read_plain(LAW.format(note=note)), "rus")
    law = LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (Edition("rus", "rus.txt", document, OFFICIAL),), (facts,))
    text = next(each for each in trace(law, "rus").timelines if each.unit.eid == "art_1")
    found = version_on(text.versions, date(2018, 6, 1))
    assert found
    assert found.wording is not Wording.ATTESTED


def test_a_misprinted_article_is_doubted_also_where_the_note_goes_on_about_its_own() -> None:
    """Under Article 1 the page tells that Article 2 was changed, and goes on to tell that Article 1 was suspended."""
    goes_on = " Действие статьи 1 приостановлено до 01.01.2021 Законом РК от 05.06.2019 № 40-VI (вводится в действие с 01.07.2019).\n"
    note = READ.replace("Статья 1 в редакции Закона", "Статья 2 с изменением, внесенным Законом").replace("\n", goes_on, 1)
    found = [version_on((version,), date(2018, 6, 1)) for version in of_article(life(note, date(2022, 1, 1)), "art_1")]
    assert any(found)
    assert not any(each.wording is Wording.ATTESTED for each in found if each)


def test_a_note_that_is_read_doubts_nothing_after_it() -> None:
    assert sure(of_article(life(READ, date(2020, 1, 1)), "art_1"))


def test_before_the_adoption_of_the_act_that_a_note_names_nothing_is_doubted() -> None:
    early = parse(read_plain(LAW.format(note="")), "rus")
    late = parse(read_plain(LAW.format(note=ODD_NOTES["words that no rule knows"])), "rus")
    editions = (Edition("rus", "early.txt", early, OFFICIAL, date(2016, 1, 1)),
                Edition("rus", "late.txt", late, OFFICIAL, date(2020, 1, 1)))
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), editions), "rus")
    text = next(each for each in lived.timelines if each.unit.eid == "art_1")
    told = {str(each.start.latest): (each.in_operation, each.wording) for each in text.versions}
    assert told["2015-06-01"] == (Presence.YES, Wording.ATTESTED)
    assert all(each[0] is Presence.POSSIBLE for day, each in told.items() if day >= "2019-02-04")


_TWO = ("Сноска. Статья 1 с изменениями, внесенными законами РК от 03.07.2016 № 5-VI (вводится в действие с 01.01.2017{first}); "
        "от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019{second}).{behind}")
_ODD = ", за исключением норм о свежем льде, которые вводятся в действие с 01.01.2023"


@pytest.mark.parametrize(("first", "second", "behind", "acts"), [
    ("", _ODD, "", {"31-VI"}), (_ODD, "", "", {"5-VI"}), (_ODD, _ODD, "", {"5-VI", "31-VI"}),
    ("", _ODD, " Лед тает.", {"5-VI", "31-VI"}), ("", ", а ранее с 01.01.2018 иначе", "", {"5-VI", "31-VI"}),
    (", за исключением пункта 5, который вводится в действие с 01.01.2018", _ODD, "", {"5-VI", "31-VI"}),
    ("", ", по Закону РК от 05.05.2018 № 9-VI иначе", "", {"5-VI", "31-VI", "9-VI"})])
def test_odd_words_in_the_brackets_of_an_act_speak_of_that_act(first: str, second: str, behind: str, acts: set[str]) -> None:
    """They opened the article from the day of the first act on that the note names."""
    note = _TWO.format(first=first, second=second, behind=behind)
    told = parse(read_plain(LAW.format(note=f"      {note}\n\n\n")), "rus")
    assert {act.number for each in told.unread for act in each.acts} == acts
    lived = life(f"      {note}\n\n\n", date(2024, 1, 1))
    held = next(each.versions for each in lived.timelines if each.unit.eid == "art_1")
    before, after = (version_on(held, day) for day in (date(2018, 6, 1), date(2019, 6, 1)))
    assert before is not None
    assert after is not None
    assert (before.in_operation, after.in_operation) == (
        Presence.YES if acts == {"31-VI"} else Presence.POSSIBLE, Presence.POSSIBLE)


def test_a_repeal_read_in_part_repeals_nothing_for_sure() -> None:
    note = ("      Сноска. Закон утратил силу Законом РК от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019), "
            "кроме того, что о коньках, которое живет дальше.\n\n\n")
    document = parse(read_plain(LAW.format(note="").replace("\n Статья 1. Лед", f"\n{note} Статья 1. Лед")), "rus")
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED),
                             (Edition("rus", "rus.txt", document, official=True),)), "rus")
    after = [version_on(each.versions, date(2019, 4, 2)) for each in lived.timelines]
    assert all(each is not None and each.in_operation is Presence.POSSIBLE for each in after)


def test_text_that_is_not_read_proves_no_absence() -> None:
    """An edition in which a heading could not be read may print the article that another edition has."""
    whole = parse(read_plain(LAW.format(note=" Статья 1-1. Снег\n\n      Снег сгребают.\n\n")), "rus")
    part = parse(read_plain(LAW.format(note=" Статья 1 прим. Снег\n\n      Снег сгребают.\n\n")), "rus")
    editions = (Edition("rus", "whole.txt", whole, OFFICIAL, date(2016, 1, 1)),
                Edition("rus", "part.txt", part, OFFICIAL, date(2020, 1, 1)))
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), editions), "rus")
    snow = next(each for each in lived.timelines if each.unit.eid == "art_1-1")
    on = {str(each.start.latest): each.in_operation for each in snow.versions}
    assert all(each is not Presence.NO for day, each in on.items() if day >= "2016-01-01"), on


_RANK = (Wording.ATTESTED, Wording.PRESUMED, Wording.UNVERIFIED, Wording.UNKNOWN)
_SURENESS = (Presence.YES, Presence.PRESUMED, Presence.POSSIBLE)
WORDS = st.sampled_from(("снег", "кроме", "до весны", "и то же", "(см.)", "№ 5", "статья 2", "исключен", "позднее", "11,"))


@given(word=WORDS, place=st.integers(1, 16))
def test_random_words_in_a_note_never_raise_a_grade(word: str, place: int) -> None:
    tokens = READ.strip().split(" ")
    spliced = "      " + " ".join((*tokens[:place], word, *tokens[place:])) + "\n\n\n"
    plain, odd = life(READ, date(2020, 1, 1)), life(spliced, date(2020, 1, 1))
    days = [date(2015, 6, 1), date(2018, 1, 1), date(2019, 3, 31), date(2019, 4, 1), date(2020, 1, 1)]
    for one, other in zip(_on(plain, days), _on(odd, days), strict=True):
        assert _as_weak(one, other), (spliced, one, other)


def _on(lived: History, days: list[date]) -> list[Version]:
    article = next(each for each in lived.timelines if each.unit.eid == "art_1")
    return [version for day in days if (version := version_on(article.versions, day))]


def _as_weak(plain: Version, odd: Version) -> bool:
    """Tell whether the odd answer is the plain one or says less: a read word may name another act or unit."""
    if (odd.in_operation, odd.wording, odd.text) == (plain.in_operation, plain.wording, plain.text):
        return True
    if odd.in_operation is Presence.NO or odd.wording is None or plain.wording is None:
        return False
    weaker = _SURENESS.index(odd.in_operation) >= _SURENESS.index(plain.in_operation)
    return weaker and _RANK.index(odd.wording) >= _RANK.index(plain.wording)


BY = "Законом РК от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019)"
READ_NOTES = (
    READ, f"      Сноска. Статья 1 с изменением, внесенным {BY}.\n\n\n", f"      Сноска. Статья 1 исключена {BY}.\n\n\n",
    f"      Сноска. Действие статьи 1 приостановлено до 01.01.2021 {BY}.\n\n\n",
    "      Сноска. Статья 1 действовала до 01.04.2019 в соответствии с Законом РК от 04.02.2019 № 31-VI.\n\n\n",
    READ.replace("с 01.04.2019", "с 01.04.2019 до 01.01.2021"), READ.replace("Статья 1 в", "Статьи 1 и 2 в"),
    f"      Примечание ИЗПИ!\n\n\n      Статью 1 предусматривается исключить {BY}.\n\n\n",
    f"      Сноска. Заголовок статьи 1 с изменением, внесенным {BY}.\n\n\n",
)
FOREIGN = st.sampled_from(("снег", "кроме", "до весны", "и то же", "(см.)", "позднее", "11,", "иначе", "отчасти", "«лед»", "- и -"))


@given(note=st.sampled_from(READ_NOTES), word=FOREIGN, place=st.integers(1, 14))
def test_words_spliced_into_any_note_make_nothing_surer(note: str, word: str, place: int) -> None:
    """What the odd note makes sure, the plain one makes sure with the same words."""
    head, _, line = note.rpartition("      ")
    tokens = line.strip().split(" ")
    spliced = f"{head}      {' '.join((*tokens[:place], word, *tokens[place:]))}\n\n\n"
    days = [date(2015, 6, 1), date(2018, 1, 1), date(2019, 3, 31), date(2019, 4, 1), date(2020, 1, 1)]
    plain, odd = life(note, date(2020, 1, 1)), life(spliced, date(2020, 1, 1))
    for eid in ("art_1", "art_1__heading", "art_2"):
        for one, other in zip(_of(plain, eid, days), _of(odd, eid, days), strict=True):
            assert other.in_operation in (Presence.PRESUMED, Presence.POSSIBLE, one.in_operation), (spliced, eid, one, other)
            attested = other.wording is Wording.ATTESTED and one.in_operation is not Presence.NO
            assert not attested or (one.wording, one.text) == (other.wording, other.text), (spliced, eid, one, other)


def _of(lived: History, eid: str, days: list[date]) -> list[Version]:
    text = next(each for each in lived.timelines if each.unit.eid == eid)
    return [version for day in days if (version := version_on(text.versions, day))]


def test_where_facts_tell_all_that_the_named_act_did_its_odd_words_add_nothing() -> None:
    """The list of its targets is whole and its first day recorded: the note can speak of nothing else."""
    record = Record("the text of the act", "high", date(2026, 1, 1))
    act = Act("31-VI", date(2019, 2, 4), ActKind.LAW)
    facts = ActRecord(act, (), None, record, operation=OperationFact(date(2019, 4, 1), None, record),
                      targets=(TargetFact("Z1", Eid("art_1"), Action.SUBSTITUTION, record, reflected=(("rus", True),)),),
                      complete=(Completeness("Z1", record),))
    document = parse(read_plain(LAW.format(note=ODD_NOTES["words that no rule knows"])), "rus")
    editions = (Edition("rus", "rus.txt", document, OFFICIAL, date(2020, 1, 1)),)
    law = LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), editions, (facts,))
    text = next(each for each in trace(law, "rus").timelines if each.unit.eid == "art_1")
    found = version_on(text.versions, date(2019, 6, 1))
    assert found
    assert (found.in_operation, found.wording) == (Presence.YES, Wording.ATTESTED)
    bare = trace(replace(law, records=(replace(facts, complete=()),)), "rus")
    less = version_on(next(each for each in bare.timelines if each.unit.eid == "art_1").versions, date(2019, 6, 1))
    assert less
    assert less.in_operation is Presence.POSSIBLE


@pytest.mark.parametrize(("lang", "heading"), [
    ("rus", "Статья 2. Масло (утр. силу)"), ("rus", "Статья 2. Масло (проект)"), ("eng", "Article 2. Oil (draft)"),
    ("eng", "Article 2. Oil (invalid)"),
("kaz", "2-бап. Май (жоба)"), ("kaz", "2-бап. Май (күшін жойған)")])
def test_a_heading_with_a_remark_in_brackets_leaves_its_article_unsure(lang: str, heading: str) -> None:
    document = parse(read_plain(f" Oil\n\n {heading}\n\n      Oil.\n"), lang)
    assert [(each.eid, each.action) for each in own_terms(document)] == [("art_2", Action.NOT_UNDERSTOOD)]


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Статья изменена в 2018 году."), ("eng", "The article was amended in 2018."),
    ("kaz", "Бап 2018 жылы өзгертілді."), ("rus", "Пункт исключен в 2019 году")])
def test_a_unit_its_verb_and_a_year_are_a_note(lang: str, line: str) -> None:
    heading = {"rus": "Статья 2. Масло", "eng": "Article 2. Oil", "kaz": "2-бап. Май"}[lang]
    document = parse(read_plain(f" Oil\n\n {heading}\n\n      Oil.\n\n      {line}\n"), lang)
    assert any("art_2" in each.eids for each in document.unread)


@pytest.mark.parametrize(("lang", "line"), [("rus", "Часть изменяется каждый год."), ("eng", "The part of the oil is burnt.")])
def test_a_sentence_that_begins_with_the_word_of_a_unit_is_law(lang: str, line: str) -> None:
    heading = {"rus": "Статья 1. Масло", "eng": "Article 1. Oil"}[lang]
    document = parse(read_plain(f" Oil\n\n {heading}\n\n      Oil.\n\n      {line}\n"), lang)
    assert not [each for each in document.unread if each.span.line > 3]


@pytest.mark.parametrize("told", [
    f"Заголовок и статья 1 с изменениями, внесенными {BY}.", f"Заголовок, статья 1 с изменениями, внесенными {BY}.",
])
def test_a_heading_joined_with_an_article_leaves_the_article_unsure(told: str) -> None:
    lived = life(f"      Сноска. {told}\n\n\n", date(2020, 1, 1))
    assert _of(lived, "art_1", [date(2018, 1, 1)])[0].in_operation is Presence.POSSIBLE
    assert _of(lived, "art_2", [date(2018, 1, 1)])[0].in_operation is Presence.YES


@pytest.mark.parametrize(("lang", "told", "beside"), [
    ("eng", "The title and Article 2", ["Article 2"]), ("eng", "The title of Article 2", []),
    ("rus", "Заголовок и глава 2", ["глава 2"]), ("rus", "Заголовок и пункт 2 статьи 4", []),
    ("rus", "Статья 2 и заголовок статьи 3", []), ("kaz", "2-бап және тақырыбы", ["2-бап"]),
    ("kaz", "2-баптың тақырыбы, 3-бап", []),
])
def test_what_is_joined_with_a_heading_may_be_another_target(lang: str, told: str, beside: list[str]) -> None:
    assert [token.text for token in beside_others(scan(told, lang), lang)] == beside


def _doubted(note: str, lang: str) -> set[str]:
    """Return the units of which something is not understood, in a law of Articles 1 to 6, 3-1 among them, and 9."""
    known = frozenset(Eid(f"art_{each}") for each in ("1", "2", "3", "3-1", "4", "5", "6", "9"))
    reading = read_note((note,), (NotePlace(Eid("art_9"), None, Span(0, len(note), 1), known),), lang)
    return {str(eid) for each in reading.unread for eid in each.eids if eid in {*known, "law"}}


@pytest.mark.parametrize(("lang", "listed"), [
    ("rus", "Статьи 2 и другие"), ("rus", "Статья 2 и иные статьи"), ("rus", "Статья 2, статья 4 и далее"), ("rus", "Главы 1 и прочие"),
    ("eng", "Articles 2 et seq."), ("eng", "Article 2 and certain articles"), ("kaz", "2-баптарға және т.б."), ("kaz", "2-бапқа және басқа баптарға"),
])
def test_a_list_that_is_left_open_may_name_any_article(lang: str, listed: str) -> None:
    assert "law" in _doubted(CHANGED[lang].format(listed), lang)


@pytest.mark.parametrize(("lang", "listed"), [
    ("rus", "Статья 2 новая"), ("rus", "Пункт 1 статьи 2 вновь"), ("eng", "Article 2 queer"), ("kaz", "2-бапқа өзге")])
def test_words_that_are_not_read_beside_one_article_leave_the_others_sure(lang: str, listed: str) -> None:
    assert _doubted(CHANGED[lang].format(listed), lang) == {"art_2", "art_9"}


@pytest.mark.parametrize(("lang", "listed", "meant"), [
    ("rus", "Статьи 2-4, 6", {"2", "3", "3-1", "4", "6"}), ("eng", "Articles 2-4, 6", {"2", "3", "3-1", "4", "6"}),
    ("kaz", "2-4, 6-баптарға", {"2", "3", "3-1", "4", "6"}), ("rus", "Статья 2-3", {"2", "3", "3-1"}), ("rus", "Статья 3-1-4", {"3-1", "4"}),
    ("rus", "Статья 7-1", set())])
def test_a_number_that_no_article_has_may_be_a_run_of_those_that_are_there(lang: str, listed: str, meant: set[str]) -> None:
    assert _doubted(CHANGED[lang].format(listed), lang) == {"art_9", *(f"art_{each}" for each in meant)}


@pytest.mark.parametrize("behind", [" и статья 2", ", статья 2", "; глава 1, статья 2"])
def test_a_unit_behind_the_act_that_nothing_is_said_of_is_unsure(behind: str) -> None:
    lived = life(f"      Сноска. Статья 1 в редакции {BY}{behind}.\n\n\n", date(2020, 1, 1))
    assert _of(lived, "art_2", [date(2018, 1, 1)])[0].in_operation is Presence.POSSIBLE


def grades(lang: str, texts: tuple[str, ...], note: str, eid: str, *days: date) -> list[tuple[Presence, Wording | None]]:
    """Return what a page of 2021 says of a provision of its one article, in which the texts stand and behind them a note."""
    lines = "".join(f"      {each}\n\n" for each in (*texts, note))
    document = replace(parse(read_plain(f" Ice\n\n {HEADED[lang]}\n\n{lines}"), lang), signed=True)
    edition = Edition(lang, f"{lang}.txt", document, official=True, day=date(2021, 6, 1))
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (edition,)), lang)
    versions = next(each.versions for each in lived.timelines if each.unit.eid == eid)
    found = (version_on(versions, day) for day in days)
    return [(each.in_operation, each.wording) if each else (Presence.NO, None) for each in found]


BEFORE, AFTER = date(2016, 6, 1), date(2021, 6, 1)
OPEN_ONES = {Presence.POSSIBLE, Presence.PRESUMED}
POINTS = ("Лед:", "1) белый;", "1-1) мягкий;", "2) синий;", "3) тонкий.")
BROUGHT = "Законом РК от 05.11.2018 № 99-VI (вводится в действие с 01.01.2019)"
ENDED = "исключен Законом РК от 05.11.2017 № 77-VI (вводится в действие с 01.01.2018)"


@pytest.mark.parametrize("note", [
    f"Сноска. Подпункт 1-1) {ENDED}; статья 1 дополнена подпунктом 1-1) {BROUGHT}.",
    f"Сноска. Статья 1 дополнена подпунктом 1-1) {BROUGHT}; подпункт 1-1) {ENDED}.",
    f"Сноска. Статья 1 вновь дополнена подпунктом 1-1) {BROUGHT}.", f"Сноска. Подпункт 1-1) повторно введен {BROUGHT}.",
    f"Сноска. Статья 1 дополнена восстановленным подпунктом 1-1) {BROUGHT}.",
    f"Сноска. Действие подпункта 1-1) возобновлено {BROUGHT}.", f"Сноска. Подпункт 1-1) вновь изложен {BROUGHT}.",
])
def test_what_comes_back_may_have_been_there_before(note: str) -> None:
    (presence, _), = grades("rus", POINTS, note, "art_1__point_1-1", BEFORE)
    assert presence in OPEN_ONES


def test_what_was_brought_and_then_excluded_was_not_there_before() -> None:
    texts = (*POINTS[:2], "1-1) исключен Законом РК от 05.11.2019 № 120-VI (вводится в действие с 01.01.2020);", *POINTS[3:])
    note = f"Сноска. Статья 1 дополнена подпунктом 1-1) {BROUGHT}; с изменением, внесенным Законом РК от 05.11.2019 № 120-VI."
    assert grades("rus", texts, note, "art_1__point_1-1", BEFORE, AFTER) == [(Presence.NO, None), (Presence.NO, None)]


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", f"Сноска. Подпункт 2) {ENDED}."), ("rus", f"Сноска. Статья 1 дополнена подпунктом 2) {BROUGHT}."),
    ("eng", "Footnote. Article 1 is supplemented by subparagraph 2) by the Law of the RK dated 05.11.2018 No. 99-VI."),
    ("kaz", "Ескерту. 1-бап 2) тармақшамен толықтырылды - ҚР 05.11.2018 № 99-VI Заңымен."),
])
def test_numbers_may_have_moved_behind_one_that_came_or_went_in_their_midst(lang: str, note: str) -> None:
    texts = ("Ice:", "1) white;", "2) blue;", "3) thin.") if lang != "rus" else (*POINTS[:2], *POINTS[3:])
    (_, wording), = grades(lang, texts, note, "art_1__point_3", BEFORE)
    assert wording is Wording.UNKNOWN
    (_, wording), = grades(lang, texts, note, "art_1__point_1", BEFORE)
    assert wording is Wording.ATTESTED


def test_numbers_do_not_move_behind_what_acts_brought_at_the_end_one_by_one() -> None:
    note = f"Сноска. Статья 1 дополнена подпунктом 2) {BROUGHT}; подпунктом 3) Законом РК от 05.11.2019 № 120-VI."
    texts = (*POINTS[:2], *POINTS[3:])
    before, after = grades("rus", texts, note, "art_1__point_3", BEFORE, AFTER)
    assert (before[0], after[1]) == (Presence.NO, Wording.ATTESTED)


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", ("Сноска. Действие подпунктов 1), 2) и 3) приостановлено соответственно до 01.01.2018, 01.01.2019 и 01.01.2022 "
             "Законом РК от 05.11.2016 № 20-VI.")),
    ("rus", "Сноска. Подпункты 2) и 3) действовали до 01.01.2018 и 01.01.2019 соответственно."),
    ("eng", ("Footnote. The validity of subparagraphs 1), 2) and 3) is suspended until 01.01.2018, 01.01.2019 and 01.01.2022 respectively by "
             "the Law of the RK dated 05.11.2016 No. 20-VI.")),
    ("kaz", ("Ескерту. 1), 2) және 3) тармақшалардың қолданылуы тиісінше 01.01.2018, 01.01.2019 және 01.01.2022 дейін "
             "ҚР 05.11.2016 № 20-VI Заңымен тоқтатыла тұрсын.")),
])
def test_days_of_several_units_in_a_row_are_not_told_apart(lang: str, note: str) -> None:
    texts = ("Ice:", "1) white;", "2) blue;", "3) thin.")
    for day in (date(2017, 6, 1), date(2018, 6, 1), date(2019, 6, 1)):
        (presence, _), = grades(lang, texts, note, "art_1__point_3", day)
        assert presence in OPEN_ONES


def test_a_number_that_became_another_and_is_printed_still_is_not_understood() -> None:
    note = "Ескерту. 3) тармақша 2) тармақша деп есептелсін - ҚР 05.11.2017 № 77-VI (01.01.2018 бастап қолданысқа енгізіледі) Заңымен."
    (presence, _), = grades("kaz", ("Мұз:", "1) ақ;", "2) көк;", "3) жұқа."), note, "art_1__point_3", date(2018, 6, 1))
    assert presence in OPEN_ONES


@pytest.mark.parametrize(("lang", "chapters", "note"), [
    ("rus", ("Глава 1. Лед", "Глава 2. Снег", "Статья 1. Лед", "Статья 2. Снег"), f"Сноска. Статья 2 перенесена из главы 1 {BROUGHT}."),
    ("rus", ("Глава 1. Лед", "Глава 2. Снег", "Статья 1. Лед", "Статья 2. Снег"), f"Сноска. Статья 2 перенесена из главы 1 в главу 2 {BROUGHT}."),
    ("eng", ("Chapter 1. Ice", "Chapter 2. Snow", "Article 1. Ice", "Article 2. Snow"),
     "Footnote. Article 2 is moved from Chapter 1 by the Law of the RK dated 05.11.2018 No. 99-VI."),
])
def test_an_article_that_came_from_another_chapter_was_there_before(lang: str, chapters: tuple[str, ...], note: str) -> None:
    one, two, first, second = chapters
    page = f" Ice\n\n {one}\n\n {first}\n\n      Ice.\n\n {two}\n\n {second}\n\n      Snow.\n\n      {note}\n"
    edition = Edition(lang, f"{lang}.txt", parse(read_plain(page), lang), official=True, day=date(2021, 6, 1))
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (edition,)), lang)
    version = version_on(next(each.versions for each in lived.timelines if each.unit.eid == "art_2"), BEFORE)
    assert version is not None
    assert version.in_operation is not Presence.NO


ENGLISH = """ On rinks

Unofficial translation

The Law of the Republic of Kazakhstan dated 2 March, 2015 No. 77-V.

 Article 1. Ice

      Ice is poured at night.

      Footnote. Article 1 reads otherwise since the Law of the Republic of Kazakhstan dated 05.11.2018 No. 20-VI.

 Article 2. Skates

      Skates are ground in the morning.
"""


@pytest.mark.parametrize(("note", "wording"), [
    ("", {Wording.UNKNOWN}),
    ("      Сноска. Статья 1 с изменением, внесенным Законом РК от 05.11.2018 № 20-VI (вводится в действие с 01.01.2019).\n",
     {Wording.ATTESTED}),
])
def test_an_act_that_a_translation_names_may_have_changed_the_official_text(note: str, wording: set[Wording]) -> None:
    """Its note on the article may be lost in the official edition; where that tells of the act there, it tells all."""
    official = Edition("rus", "rus.txt", parse(read_plain(LAW.format(note=note)), "rus"), OFFICIAL, date(2020, 1, 1))
    translation = Edition("eng", "eng.txt", parse(read_plain(ENGLISH), "eng"))
    law = LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (official, translation))
    text = next(each for each in trace(law, "rus").timelines if each.unit.eid == "art_1").versions
    on = [version_on(text, day) for day in (date(2019, 6, 1), date(2020, 1, 1))]
    assert {each.wording for each in on[:1] if each} == wording
    assert on[1] is not None
    assert on[1].wording is Wording.ATTESTED


ORDER = """ Об утверждении Правил чистки катков

Приказ Министра льда Республики Казахстан от 2 марта 2015 года № 77.

      ПРИКАЗЫВАЮ:

      1. Утвердить прилагаемые Правила.

      2. {own}

      Министр льда И. Холодов

Приложение
к приказу Министра льда Республики Казахстан
от 2 марта 2015 года № 77

 Правила чистки катков

{head}
 Глава 1. Лед

      1. Лед метут.

      2. Лед моют.

 Глава 2. Снег

      3. Снег сгребают:

      1) утром;

      2) вечером.

      4. Снег увозят.
{foot}
"""
OWN_START = "Настоящий приказ вводится в действие с 1 июня 2015 года."
ORDERED = "приказом Министра льда РК от 05.11.2018 № 99 (вводится в действие с 01.01.2019)."


def of_rules(day: date, own: str = OWN_START, head: str = "", foot: str = "") -> dict[str, tuple[Version | None, ...]]:
    """Return the versions of the points of both chapters of annexed Rules on a day."""
    page = ORDER.format(own=own, head=f"      {head}\n\n" if head else "", foot=f"\n      {foot}\n" if foot else "")
    edition = Edition("rus", "rus.txt", parse(read_plain(page), "rus"), official=True, day=date(2021, 6, 1))
    order = LawSources("Z1", "77", ADOPTED, Act("77", ADOPTED, ActKind.ORDER), (edition,))
    told = {each.unit.eid: version_on(each.versions, day) for each in trace(order, "rus").timelines}
    return {"first": (told[Eid("annex_1__para_1")], told[Eid("annex_1__para_2")]),
            "second": (told[Eid("annex_1__para_3")], told[Eid("annex_1__para_3__point_1")], told[Eid("annex_1__para_4")])}


def sure_of(points: dict[str, tuple[Version | None, ...]]) -> dict[str, set[bool]]:
    """Return which answers about the points of a chapter are sure: all, some or none."""
    return {chapter: {each is not None and sure((each,)) for each in versions} for chapter, versions in points.items()}


@pytest.mark.parametrize(("note", "day"), [
    (f"Сноска. Глава 2 в редакции {ORDERED.replace('приказом', 'приказа')}", BEFORE),
    (f"Сноска. Глава 2 с изменениями, внесенными {ORDERED}", BEFORE),
    (f"Сноска. Глава 2 исключена {ORDERED}", date(2020, 6, 1)),
    ("Сноска. Глава 2 действует до 01.01.2019 в соответствии с пунктом 2 приказа.", date(2020, 6, 1)),
])
def test_what_a_note_says_of_a_chapter_of_annexed_rules_reaches_its_points_alone(note: str, day: date) -> None:
    assert sure_of(of_rules(day)) == {"first": {True}, "second": {True}}
    assert sure_of(of_rules(day, foot=note)) == {"first": {True}, "second": {False}}


@pytest.mark.parametrize(("note", "day"), [
    (f"Сноска. Правила дополнены главой 2 в соответствии с {ORDERED}", BEFORE),
    ("Сноска. Действие главы 2 приостановлено до 01.01.2021 " + ORDERED, date(2020, 6, 1)),
])
def test_points_of_a_chapter_of_annexed_rules_operate_only_while_it_does(note: str, day: date) -> None:
    told = of_rules(day, foot=note)
    assert {each.in_operation for each in told["first"] if each} == {Presence.YES}
    assert {each and each.in_operation for each in told["second"]} == {Presence.NO}


@pytest.mark.parametrize(("unit", "reached"), [
    ("Пункт 3 Правил", {"annex_1__para_3"}), ("Пункт 3 настоящих Правил", {"annex_1__para_3"}),
    ("Подпункт 2) пункта 3 Правил", {"annex_1__para_3__point_2"}), ("Пункты 3 и 4 Правил", {"annex_1__para_3", "annex_1__para_4"})])
def test_a_note_that_names_the_rules_with_a_point_speaks_of_that_point_alone(unit: str, reached: set[str]) -> None:
    """The word behind the number was not read, and the whole annex was open."""
    note = f"      Сноска. {unit} - в редакции {ORDERED.replace('приказом', 'приказа')}"
    told = parse(read_plain(ORDER.format(own=OWN_START, head="", foot=note)), "rus")
    assert ({str(each.target) for each in told.claims}, told.unread) == (reached, ())


@pytest.mark.parametrize("own", [
    "Глава 2 Правил действует до 1 января 2019 года.", "Глава 2 Правил вводится в действие с 1 января 2022 года."])
def test_what_an_order_says_of_a_chapter_of_its_rules_reaches_its_points(own: str) -> None:
    assert sure_of(of_rules(date(2020, 6, 1), f"{own}\n\n      3. {OWN_START}")) == {"first": {True}, "second": {False}}


def test_a_note_that_names_a_point_of_the_rules_outside_of_them_is_not_read() -> None:
    own = f"Отделу следить.\n\n      Сноска. Пункт 3 Правил - в редакции {ORDERED.replace('приказом', 'приказа')}\n\n      3. {OWN_START}"
    assert parse(read_plain(ORDER.format(own=own, head="", foot="")), "rus").unread


def test_a_note_above_the_chapters_of_annexed_rules_speaks_of_all_of_them() -> None:
    note = f"Сноска. Правила с изменениями, внесенными {ORDERED}"
    assert sure_of(of_rules(BEFORE, head=note)) == {"first": {False}, "second": {False}}


def test_a_point_that_no_edition_of_annexed_rules_prints_may_have_stood_in_a_chapter_that_was_worded_anew() -> None:
    note = ("Сноска. Пункт 5 исключен приказом Министра льда РК от 05.11.2020 № 101 (вводится в действие с 01.01.2021); "
            f"глава 2 в редакции {ORDERED.replace('приказом', 'приказа')}")
    page = ORDER.format(own=OWN_START, head="", foot=f"\n      {note}\n")
    edition = Edition("rus", "rus.txt", parse(read_plain(page), "rus"), official=True, day=date(2021, 6, 1))
    order = LawSources("Z1", "77", ADOPTED, Act("77", ADOPTED, ActKind.ORDER), (edition,))
    gone = next(each.versions for each in trace(order, "rus").timelines if each.unit.eid == "annex_1__para_5")
    version = version_on(gone, BEFORE)
    assert version is not None
    assert (ReasonKind.NEWLY_WORDED, "annex_1__chp_2") in {(each.kind, each.target) for each in version.because}


@pytest.mark.parametrize(("lang", "heading", "unsure"), [
    ("rus", "Статья 1. Лед (бывшая статья 2)", {"art_1", "art_2"}), ("rus", "Статья 1. Лед (ранее — ст. 2)", {"art_1", "art_2"}),
    ("rus", "Статья 1. Лед (прежний номер статьи – № 2)", {"art_1"}), ("rus", "Статья 1. Ранее очищенный лед 2 сорта", set()),
    ("eng", "Article 1. Ice (formerly Article 2)", {"art_1", "art_2"}),
    ("eng", "Article 1. Ice (the former number was No. 2)", {"art_1"}), ("eng", "Article 1. Formerly cleaned ice", set()),
    ("kaz", "1-бап. Мұз (бұрынғы 2-бап)", {"art_1", "art_2"}), ("kaz", "1-бап. Бұрын тазартылған мұз", set()),
])
def test_a_heading_that_tells_of_the_number_that_it_had_is_a_note_on_it(lang: str, heading: str, unsure: set[str]) -> None:
    second = {"rus": "Статья 2. Снег", "eng": "Article 2. Snow", "kaz": "2-бап. Қар"}[lang]
    document = parse(read_plain(f" Ice\n\n {heading}\n\n      Ice.\n\n {second}\n\n      Snow.\n"), lang)
    assert {eid for each in document.unread if heading in each.text for eid in each.eids} == unsure


def test_of_an_article_that_had_another_number_nothing_is_sure_before() -> None:
    page = LAW.format(note="").replace("Статья 1. Лед", "Статья 1. Лед (бывшая статья 7)")
    edition = Edition("rus", "rus.txt", parse(read_plain(page), "rus"), official=True, day=date(2021, 6, 1))
    lived = trace(LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (edition,)), "rus")
    assert not sure(of_article(lived, "art_1"))
    assert sure(of_article(lived, "art_2"))


@pytest.mark.parametrize(("own", "foot"), [
    ("Правила действуют до 1 января 2019 года.", ""), (OWN_START, "5. Настоящие Правила действуют до 1 января 2019 года."),
    (OWN_START, "5. Настоящие Правила утрачивают силу с 1 января 2019 года."),
    (OWN_START, "5. Действие настоящих Правил прекращается с 1 января 2019 года."),
])
def test_rules_that_end_by_their_own_words_or_those_of_the_order_are_sure_in_no_point(own: str, foot: str) -> None:
    own = own if own == OWN_START else f"{own}\n\n      3. {OWN_START}"
    assert sure_of(of_rules(date(2020, 6, 1), own, foot=foot)) == {"first": {False}, "second": {False}}


@pytest.mark.parametrize("foot", [
    "5. Настоящие Правила действуют на территории катка.", "5. Настоящие Правила не применяются к прудам.",
    "5. Правила игры вывешивают на катке."])
def test_rules_that_speak_of_something_else_than_their_end_stay_sure(foot: str) -> None:
    assert sure_of(of_rules(date(2020, 6, 1), foot=foot)) == {"first": {True}, "second": {True}}


@pytest.mark.parametrize(("lang", "annex", "sentence", "unsure"), [
    ("eng", "Annex 1", "These Rules shall be valid until 1 January 2019.", {"annex_1"}),
    ("eng", "Annex 1", "The Rules cease to be in force on 1 January 2019.", {"annex_1"}),
    ("eng", "Annex 1", "These Rules shall apply to ice.", set()),
    ("kaz", "1-қосымша", "Осы Қағидалар 2019 жылғы 1 қаңтарға дейін қолданылады.", {"annex_1"}),
    ("kaz", "1-қосымша", "Осы Қағидалардың 2019 жылғы 1 қаңтардан бастап күші жойылады.", {"annex_1"}),
    ("kaz", "1-қосымша", "Осы Қағидалар мұзға қатысты қатынастарға қолданылады.", set()),
])
def test_words_on_the_end_of_rules_are_of_the_annex(
        lang: str, annex: str, sentence: str, unsure: set[str]) -> None:
    article = {"eng": "Article 1. Ice", "kaz": "1-бап. Мұз"}[lang]
    page = f" Ice\n\n {article}\n\n      Ice.\n\n{annex}\n\n Ice\n\n      1. Ice.\n\n      2. {sentence}\n"
    document = parse(read_plain(page), lang)
    assert {eid for each in document.unread if sentence in each.text for eid in each.eids if eid == "annex_1"} == unsure


def test_each_of_several_acts_that_a_translation_names_may_have_changed_the_official_text() -> None:
    """The official edition tells of the first one alone."""
    two = ENGLISH.replace("05.11.2018 No. 20-VI.", "05.11.2018 No. 20-VI; dated 03.02.2019 No. 31-VI.")
    note = "      Сноска. Статья 1 с изменением, внесенным Законом РК от 05.11.2018 № 20-VI (вводится в действие с 01.01.2019).\n"
    official = Edition("rus", "rus.txt", parse(read_plain(LAW.format(note=note)), "rus"), OFFICIAL, date(2020, 1, 1))
    law = LawSources("Z1", "77-V", ADOPTED, Act("77-V", ADOPTED), (official, Edition("eng", "eng.txt", parse(read_plain(two), "eng"))))
    text = next(each for each in trace(law, "rus").timelines if each.unit.eid == "art_1").versions
    on = version_on(text, date(2019, 6, 1))
    assert on is not None
    assert on.wording is Wording.UNKNOWN


@pytest.mark.parametrize("place", ["head", "foot"])
def test_a_note_in_annexed_rules_on_points_that_their_order_does_not_have_may_speak_of_theirs(place: str) -> None:
    points = of_rules(BEFORE, **{place: f"Сноска. Приказ дополнен пунктами 3 и 4 {ORDERED}"})
    assert sure_of(points) == {"first": {True}, "second": {False}}


def test_a_wording_that_shortens_units_again_and_again_is_parted_in_a_time_that_grows_with_its_length() -> None:
    """The full stop of each "п. 1" ends no sentence, so that all of it is one."""
    assert is_linear(processor(lambda size: sentences_of("", "О часах п. 1 " * size, "rus")), 5_000)
    assert sentences_of("", "Часы идут. О часах п. 1. Бой.", "rus") == ("Часы идут.", "О часах п. 1.", "Бой.")


def test_units_of_which_no_article_is_told_are_looked_up_and_not_looked_for() -> None:
    """Each of the points may lie in any paragraph of the article in which a sentence stands."""
    def spent(size: int) -> int:
        lines = "\n\n".join(f" Статья {each}. О часах\n\nПункт 9 вводится в действие с 01.01.2014." for each in range(size))
        return steps(lambda: parse(read_plain(lines), "rus"))
    spent(10)
    assert spent(200) < MOST_STEPS * spent(50)


@pytest.mark.parametrize("number", ["З", "№ 3"])
def test_a_note_below_another_article_with_an_odd_number_reaches_the_article_that_it_names(number: str) -> None:
    text = (" О масле\n\n Статья 1. Масло\n\n      Масло.\n\n Статья 2. Лед\n\n      Лед.\n\n      "
            f"Сноска. Статья {number} с изменениями, внесенными Законом РК от 05.05.2018 № 12-VI (вводится в действие с 16.05.2018).\n\n"
            " Статья 3. Вода\n\n      Вода.\n")
    named = {eid for each in parse(read_plain(text), "rus").unread for eid in each.eids}
    assert named == {"art_2", "art_3"}
