"""An edition of the day on which an act was adopted may be dated by that, without a word: it may show what begins later.

The state before another act is no longer sure then where that one changed it, whether its text is held or only a note tells of it.
Of an article that an act names by its chapter alone nothing is told where the state before it is not sure.
"""

from datetime import date

import pytest

from lawgraph.evidence.own_words import in_own_words
from lawgraph.evidence.sources import Edition, HeldAct, LawSources
from lawgraph.law.amendments import Action
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.document import parse_law
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from own_words import ALL_KNOWN

LAW = ("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\n\nО волах\n\nСтатья 1. Волы\n\nВолы пашут.\n\nВолы спят.\n\nВолы пьют.\n\n{note}"
       "Статья 2. Введение в действие\n\nНастоящий Закон вводится в действие со дня опубликования.\n")
NOTE = ("Сноска. Статья 1 с изменениями, внесенными законами РК от 01.02.2013 № 1-V (вводится в действие с 01.03.2013); "
        "от 01.05.2013 № 2-V (вводится в действие с 01.06.2013).\n\n")
ACT = ("О внесении изменений\n\nСтатья 1. Внести в Закон Республики Казахстан от 5 мая 2010 года «О волах» следующие изменения:\n\n"
       "статью 1 дополнить частью второй следующего содержания:\n\n«{words}».\n\nСтатья 2. Настоящий Закон вводится в действие с {day} года.\n")


def held(number: str, adopted: date, words: str, day: str) -> HeldAct:
    act = read_act(read_plain(ACT.format(words=words, day=day)), "rus")
    return HeldAct(Act(number, adopted, ActKind.LAW), act, act.items[0], f"{number}.txt", date(2026, 11, 29))


def actions(edition_day: date, *, second_held: bool) -> set[tuple[str, Action]]:
    """Return what the first act is told to have done, where the only edition is of a day."""
    law = parse_law(read_plain(LAW.format(note=NOTE)), "rus", "law.txt")
    first = held("1-V", date(2013, 2, 1), "Волы спят.", "1 марта 2013")
    later = held("2-V", date(2013, 5, 1), "Волы пьют.", "1 июня 2013")
    acts = (first, later) if second_held else (first,)
    sources = LawSources("Z1", "1-IV", date(2010, 5, 5), Act("1-IV", date(2010, 5, 5), ActKind.LAW),
                         (Edition("rus", "law.txt", law, official=True, day=edition_day),), (), ALL_KNOWN, acts)
    told, _ = in_own_words(sources)
    return {(str(each.eid), each.action) for record in told.records if record.act.number == "1-V" for each in record.targets}


@pytest.mark.parametrize("second_held", [True, False])
def test_what_an_edition_may_show_ahead_leaves_the_state_before_open(*, second_held: bool) -> None:
    assert actions(date(2013, 5, 1), second_held=second_held) == {("art_1", Action.MODIFICATION)}
    assert ("art_1__al_2", Action.MODIFICATION) in actions(date(2013, 4, 1), second_held=second_held)


CHAPTER = ("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\n\nО волах\n\nГлава 1. Волы\n\nСтатья 1. Вол\n\nВолы пашут.\n\nСтатья 2. Бык\n\nБыки пашут.\n\n{note}Глава 2. Конец\n\n"
           "Статья 3. Введение в действие\n\nНастоящий Закон вводится в действие со дня опубликования.\n")
OF_BULL = "Сноска. Статья 2 с изменением, внесенным Законом РК от 01.02.2013 № 1-V (вводится в действие с 01.03.2013).\n\n"
RESTATES = ("О внесении изменений\n\nСтатья 1. Внести в Закон Республики Казахстан от 5 мая 2010 года «О волах» следующие изменения:\n\n"
            "главу 1 изложить в следующей редакции:\n\n«Глава 1. Волы\n\nСтатья 1. Вол\n\nВолы спят.».\n\nСтатья 2. Настоящий Закон вводится в действие с 1 июня 2013 года.\n")


@pytest.mark.parametrize(("note", "told"), [(OF_BULL, set()), ("", {Action.EXCLUSION})])
def test_of_an_article_in_a_chapter_that_is_worded_anew_nothing_is_told_where_it_may_have_been_gone(note: str, told: set[Action]) -> None:
    texts = ((date(2013, 1, 1), CHAPTER.format(note="")), (date(2013, 5, 20), CHAPTER.format(note=note)))
    editions = tuple(Edition("rus", f"{day}.txt", parse_law(read_plain(text), "rus", "law.txt"), official=True, day=day) for day, text in texts)
    act = read_act(read_plain(RESTATES), "rus")
    held_act = HeldAct(Act("2-V", date(2013, 2, 10), ActKind.LAW), act, act.items[0], "2-V.txt", date(2026, 11, 29))
    sources = LawSources("Z1", "1-IV", date(2010, 5, 5), Act("1-IV", date(2010, 5, 5), ActKind.LAW), editions, (), ALL_KNOWN, (held_act,))
    records, _ = in_own_words(sources)
    assert {each.action for record in records.records for each in record.targets if each.eid == "art_2"} == told
