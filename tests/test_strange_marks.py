"""Marks and words in which people print two versions, an end or a torn note: each kind with invented texts."""

from datetime import date
from pathlib import Path

import pytest

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.facts.acts import load_acts
from lawgraph.law.acts import LawNotes
from lawgraph.law.authors import Act, ActKind, Record
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from lawgraph.timeline.history import History, trace
from odd_laws import ADOPTED, ARTICLE_2, EARLY, answer, law, life, whole

OPEN, SURE = "possible unknown", "yes attested"
SIGNED = {"rus": "\n\t\n      Президент\n      Республики Казахстан\tА. Ойдан\n",
          "eng": "\n\t\n      The President\n      of the Republic of Kazakhstan\tA. Oidan\n"}
HEAD = "# О фонарях\n\nЗакон Республики Казахстан от 1 февраля 2017 года № 5-VI\n\n"
START = "Настоящий Закон вводится в действие с 1 марта 2017 года."


def told(line: str, lang: str = "rus") -> str:
    """Return what is said of Article 2 in 2018 where a line stands below its text."""
    text = ARTICLE_2[lang].strip()
    return answer(life(law(whole(lang).replace(text, f"{text}\n\n{line}"), lang), lang=lang), "art_2", EARLY)


def as_markdown(article: str) -> str:
    """Return what is said of Article 2 in 2018 where Markdown prints it so."""
    body = law(whole()).split("VI.\n\n")[1].replace("Статья 2. Масло\n\nМасло льют.", article)
    return answer(life(HEAD + body.replace("Статья", "### Статья")), "art_2", EARLY)


@pytest.mark.parametrize("text", ["<ins>Масло льют.</ins>", "Масло <mark>не</mark> льют.", "==Масло жгут.==", "- Масло льют.\n\n+ Масло жгут.",
    "| Было | Стало |\n| --- | --- |\n| Масло льют. | Масло жгут. |", '<p style="display:none">Масло жгут.</p>', "<span hidden>Масло жгут.</span>",
    "<table><tr><td>Действующая редакция</td><td>Предлагаемая редакция</td></tr><tr><td>Масло льют.</td><td>Масло жгут.</td></tr></table>"])
def test_what_sets_two_versions_apart_or_hides_one_is_not_sure(text: str) -> None:
    assert as_markdown(f"Статья 2. Масло\n\n{text}") == OPEN


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", "Сноска. Действие статьи 2 приостановлено до {} Законом РК от 05.05.2019 № 260-VI (вводится в действие с 01.06.2019)."),
    ("eng", "Footnote. The effect of Article 2 is suspended until {} by the Law of the RK dated 05.05.2019 No. 260-VI (shall be enforced from 01.06.2019).")])
def test_what_is_paused_until_the_last_day_of_a_month_may_be_paused_on_it(lang: str, note: str) -> None:
    """Many write the day through which it lasts; of any other day that day is the first on which it operates again."""
    article = ARTICLE_2[lang].strip()

    def paused_until(printed: str, day: date) -> str:
        return answer(life(law(whole(lang).replace(article, f"{article}\n\n{note.format(printed)}"), lang), lang=lang), "art_2", day)

    assert [paused_until("31.12.2019", date(2019, 12, day)) for day in (30, 31)] == ["no", "possible attested"]
    assert paused_until("31.12.2019", date(2020, 1, 1)) == SURE
    assert [paused_until("30.12.2019", date(2019, 12, day)) for day in (29, 30)] == ["no", SURE]


@pytest.mark.parametrize(("lang", "words"), [
    ("rus", "Статья 2 настоящего Закона действует до {}."), ("eng", "Article 2 of this Law is valid until {}.")])
def test_what_a_law_lets_operate_until_the_last_day_of_a_month_may_be_over_on_it(lang: str, words: str) -> None:
    printed = {"rus": ("31 декабря 2019 года", "1 января 2020 года"), "eng": ("31 December 2019", "1 January 2020")}[lang]
    last, first = (law(whole(lang), lang).rstrip() + f"\n\n{words.format(day)}\n" for day in printed)

    def there(text: str, *days: date) -> list[str]:
        return [answer(life(text, lang=lang), "art_2", day).split()[0] for day in days]

    days = (date(2019, 12, 30), date(2019, 12, 31), date(2020, 1, 1))
    assert there(last, *days) == ["yes", "possible", "no"]
    assert there(first, *days) == ["yes", "yes", "no"]


@pytest.mark.parametrize("page", ["<ins>Масло</ins> льют.", "<p><mark>Масло льют.</mark></p>"])
def test_a_page_sets_words_apart_by_elements(page: str) -> None:
    html = f"<html><body><div class='container_gamma text'><p>{page}</p></div><div class='aftertext'></div></body></html>"
    assert "==" in read(html.encode(), "page").text


@pytest.mark.parametrize("end", ["*исключена*", "**исключена**", "_исключена_", "<i>исключена</i>", "*утратила силу*", "исключена"])
def test_an_end_behind_a_heading_is_no_word_of_it(end: str) -> None:
    assert as_markdown(f"Статья 2. Бой {end}\n\nБой звонок.") == OPEN


@pytest.mark.parametrize("line", ["Исключ ен Законом РК.", "Утра тила силу.", "Ут ратила си лу", "Норма о масле, которое смотрители льют в фонари вечером и утром, утра тила силу.", "Исклю-\nчена Законом РК.", "Стал пунктом 3.", "Слилась со статьёй 1.",
                                  "Текст приводится без учёта последних изменений.", "Данный перевод не отражает изменений прошлых лет, внесённых в закон о масле и воде."])
def test_torn_words_of_notes_and_remarks_on_the_text_are_no_wording(line: str) -> None:
    assert told(line) == OPEN


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Текст с изменениями."), ("rus", "Новая статья!"), ("rus", "Комментарий: ранее масло жгли."), ("rus", "До внесения изменений: «Масло жгут.»"),
    ("rus", "Примечание. В 2019 году слово «жгут» заменено на «льют»."), ("eng", "Revised edition."), ("eng", "Version 2"), ("eng", "Textual amendments"),
    ("eng", "Former Article 3."), ("eng", "Oil was once burnt."), ("eng", "Added later."), ("eng", "Prospective"), ("eng", "This Article is new."),
    ("eng", "Before the amendments: \"Oil is burnt.\""), ("kaz", "Өзгерістермен мәтін."), ("kaz", "Бұл бап жаңа."), ("kaz", "Бұрынғы 3-бап."),
    ("kaz", "Бұрын май жағылған."), ("kaz", "Өзгерістерге дейін: «Май жағылады.»")])
def test_a_short_paragraph_that_says_nothing_in_the_present_is_no_norm(lang: str, line: str) -> None:
    assert told(line, lang) == OPEN


@pytest.mark.parametrize(("lang", "line"), [("rus", "Лить масло можно."), ("rus", "Масло – жир."), ("rus", "Вход бесплатный."), ("eng", "Lamps burn oil."), ("eng", "Children pay nothing."), ("eng", "Oil has no colour."), ("kaz", "Май – сұйықтық."), ("kaz", "Май таза болуға тиіс.")])
def test_a_short_norm_is_one(lang: str, line: str) -> None:
    assert told(line, lang) == SURE


@pytest.mark.parametrize(("lang", "line"), [("eng", "This translation does not reflect the amendments of 2015."), ("eng", "Became point 3."), ("eng", "Exclu ded."),
                                            ("kaz", "Аударма 2019 жылғы өзгерістерді көрсетпейді."), ("kaz", "Алы нып тасталды.")])
def test_so_it_is_in_other_languages(lang: str, line: str) -> None:
    assert told(line, lang) == OPEN


@pytest.mark.parametrize("line", ["Текст статьи печатается на двух языках.", "Перевод денег за масло отражается в книге.", "Масло-\nводяная смесь горит.".replace("-\n", "-"), "Горит ярко.", "Масло должно быть чистым."])
def test_what_laws_say_is_wording(line: str) -> None:
    assert told(line) == SURE


@pytest.mark.parametrize(("lang", "line"), [
    ("eng", "No article other than Article 3 is valid after 2017."), ("eng", "Only Article 3 of this Law is valid after 1 January 2018."),
    ("rus", "Действует только статья 3."), ("rus", "После 1 января 2018 года сохраняет силу лишь статья 3."),
    ("rus", "Ни одна статья, кроме статьи 3, не действует."), ("kaz", "2018 жылғы 1 қаңтардан кейін 3-баптан басқа ешбір бап қолданылмайды.")])
def test_what_is_said_of_all_articles_but_some_leaves_the_law_open(lang: str, line: str) -> None:
    lived = life(f"{law(whole(lang), lang)}\n      {line}\n", lang=lang)
    assert answer(lived, "art_1", EARLY) == answer(lived, "art_3", EARLY) == OPEN


@pytest.mark.parametrize(("lang", "line"), [("rus", "Вместо него действует Закон № 400-VI."), ("eng", "Instead of it Law № 400-VI applies."), ("eng", "See now Law No. 400-VI.")])
def test_an_act_that_a_line_behind_the_signature_names_instead_may_have_ended_the_law(lang: str, line: str) -> None:
    assert answer(life(f"{law(whole(lang), lang)}{SIGNED[lang]}\n      {line}\n", lang=lang), "art_2", EARLY) == OPEN


NOTE = "Сноска. Статья 3 с изменением, внесенным Законом РК от 05.05.2019 № 260-VI (вводится в действие с 01.07.2019).\n\n"


@pytest.mark.parametrize(("behind", "note", "said"), [
    (" с изменениями от 05.05.2019", "", OPEN), (" (с изменениями от 05.05.2019)", "", OPEN), (" (с изменениями по состоянию на 01.01.2020)", "", OPEN),
    (" с изменениями от 05.05.2019", NOTE, SURE), (" (с изменениями по состоянию на 01.01.2020)", NOTE, SURE), (" с изменениями от 05.05.2019, 07.06.2020", NOTE, OPEN)])
def test_a_change_that_the_line_of_the_number_tells_and_no_note_may_be_anywhere(behind: str, note: str, said: str) -> None:
    lived = life(law(whole() + note).replace("№ 5-VI.", f"№ 5-VI{behind}"))
    assert answer(lived, "art_2", EARLY) == said


@pytest.mark.parametrize("start", ["Этот закон действует с 1 января 2019 года.", "Этот Закон применяется с 1 января 2019 года.", "Закон действует с 1 января 2019 года."])
def test_a_law_that_calls_itself_by_another_word_may_begin_on_another_day(start: str) -> None:
    lived = life(law(whole()).replace(START, start) + SIGNED["rus"])
    assert answer(lived, "art_2", EARLY).split()[0] == "possible"


def test_an_end_that_a_law_tells_of_itself_by_another_word_is_one() -> None:
    lived = life(f"{law(whole())}\n      Этот закон действует до 1 января 2019 года.\n{SIGNED['rus']}")
    assert answer(lived, "art_2", date(2020, 1, 1)).split()[0] != "yes"


def test_a_cell_that_moved_over_is_another_table() -> None:
    body = law(whole()).split("VI.\n\n")[1].replace("Статья", "### Статья")
    one, moved = (HEAD + body.replace("льют.", f"льют.\n\n| Вид | Цена | Срок | Место |\n| --- | --- | --- | --- |\n| Льняное | {cells} | 3 |")
                  for cells in ("5 | ", " | 5"))
    assert answer(life(one, moved), "art_2", date(2019, 6, 1)) == "yes unknown"
    assert answer(life(one, one), "art_2", date(2019, 6, 1)) == SURE


def test_a_title_that_one_of_two_editions_lacks_may_have_been_another() -> None:
    without = law(whole()).removeprefix("О фонарях\n\n")
    later, earlier = life(law(whole()), without), life(without, law(whole()))
    assert [answer(later, "law__heading", day) for day in (EARLY, date(2019, 6, 1))] == [SURE, "yes unknown"]
    assert [answer(earlier, "law__heading", day) for day in (EARLY, date(2021, 1, 1))] == ["yes unknown", SURE]
    assert answer(later, "art_2", date(2019, 6, 1)) == SURE


PAGE = """<!DOCTYPE html><html lang="ru"><head><title>О фонарях</title></head><body><div class="slogan"><h1>О фонарях</h1>
<p>Закон Республики Казахстан от 1 февраля 2017 года № 5-VI.</p></div><div class="container_gamma text"><h3>Статья 1. Фонарь</h3><p>Светит.</p>
<h3>Статья 2. Масло</h3>{}<h3>Статья 3. Крюк</h3><p>Крюк держит.</p><h3>Статья 4. Начало</h3><p>Настоящий Закон вводится в действие с 1 марта 2017 года.</p>
</div><div class="aftertext"></div></body></html>"""
POURED = "<p>Масло льют.</p>"


@pytest.mark.parametrize("shown", [
    '<p style="color:#999">Масло льют.</p>', '<p><font color="gray">Масло жгут.</font></p><p>Масло льют.</p>', '<p style="visibility:hidden">Масло льют.</p>', '<p style="opacity:0.3">Масло льют.</p>', '<p class="inactive">Масло льют.</p>',
    '<div class="old-version"><p>Масло льют.</p></div>', '<p data-valid-from="2019-07-01">Масло льют.</p>', '<p aria-label="утратил силу">Масло льют.</p>',
    "<p>Масло льют.<sup>1</sup></p>", f"{POURED}<!-- исключена -->", f"{POURED}<noscript>Утратила силу</noscript>", f"{POURED}<p hidden>Исключена</p>",
    f"<template><p>исключена</p></template>{POURED}", "<p>Масло <select><option>льют</option><option>жгут</option></select>.</p>",
    "<p>Масло <math><mi>x</mi></math>.</p>"])
def test_what_a_page_says_of_words_beside_them_leaves_them_open(shown: str) -> None:
    lived = life(PAGE.format(shown))
    assert answer(lived, "art_2", EARLY) != SURE
    assert answer(lived, "art_3", EARLY) == answer(life(PAGE.format(POURED)), "art_2", EARLY) == SURE


@pytest.mark.parametrize("article", [
    "Статья 2. Масло {.repealed}\n\nМасло льют.", "Статья 2. Масло <!-- утратила силу -->\n\nМасло льют.", 'Статья 2. Масло\n\n<div class="repealed">\n\nМасло льют.\n\n</div>',
    "Статья 2. Масло\n\n::: repealed\n\nМасло льют.\n\n:::", 'Статья 2. Масло\n\n!!! warning "Утратила силу"\n\nМасло льют.', "Статья 2. Масло\n\n- [x] Масло льют.",
    "Статья 2. Масло\n\nМасло жгут → льют.", "Статья 2. Масло\n\n⚠️ Масло льют.", "Статья 2. Масло\n\nМасло {льют|жгут}.", "Статья 2. Масло\n\nМасло льют (?).",
    "Статья 2. Масло\n\n**До 01.07.2019:**\n\nМасло жгут.\n\n**С 01.07.2019:**\n\nМасло льют.", "Статья 2. Масло (2019)\n\nМасло льют.",
    "Статья 2. Масло\n\nМасло […] льют.", "Статья 2. Масло\n\nМасло [-жгут-]{+льют+}.", "Статья 2. Масло\n\nМасло льют {жгут}.", "Статья 2. Масло 🆕\n\nМасло льют.",
    "Статья 2. Масло\n\n-Масло жгут.\n+Масло льют.", "Статья 2. Масло\n\nМасло льют (было: жгут).", "Статья 2. Масло\n\nМасло льют (прежде – «жгут»).",
    "Статья 2. Масло\n\nМасло льют.\n\nТекст действует с 01.07.2019."])
def test_what_programs_and_editors_put_into_a_text_leaves_it_open(article: str) -> None:
    assert as_markdown(article) != SURE
    assert as_markdown("Статья 2. Масло\n\nМасло льют.") == SURE


def test_a_numbered_list_of_a_page_has_its_numbers() -> None:
    lived = life(PAGE.format('<ol start="1"><li>Масло льют.</li><li>Вода течёт.</li></ol>'))
    assert [answer(lived, f"art_2__para_{number}", EARLY) for number in "12"] == [SURE, SURE]


def with_facts(folder: Path, text: str, *acts: tuple[str, str, str]) -> History:
    """Return what is known from an official edition of 2018 and complete facts about acts: number, adoption, target."""
    told = 'recorded = 2026-01-01\nsource = "s"\nconfidence = "high"\n'
    for number, adopted, target in acts:
        (folder / f"{number}.toml").write_text(
            f'number = "{number}"\nadopted = {adopted}\n{told}\n[operation]\nday = {adopted}\nsource = "s"\nconfidence = "high"\n'
            f'\n[[target]]\nlaw = "Z1"\n{target}\nsource = "s"\nconfidence = "high"\n'
            '\n[[complete]]\nlaw = "Z1"\nsource = "s"\nconfidence = "high"\n', encoding="utf-8")
    records, _ = load_acts(folder)
    edition = Edition("rus", "rus.txt", parse(read(text.encode(), "law"), "rus"), official=True, day=EARLY)
    notes = LawNotes(date(2021, 1, 1), Record("s", "high", date(2021, 1, 1)))
    return trace(LawSources("Z1", "5-VI", ADOPTED, Act("5-VI", ADOPTED, ActKind.LAW), (edition,), records, notes), "rus")


def test_a_later_suspension_that_ends_earlier_may_have_shortened_the_first(tmp_path: Path) -> None:
    lived = with_facts(tmp_path, law(whole()), *(
        (number, adopted, f'eid = "art_2"\naction = "suspension"\nuntil = {until}')
        for number, adopted, until in (("8-VI", "2019-02-28", "2020-01-01"), ("9-VI", "2019-05-01", "2019-07-01"))))
    assert [answer(lived, "art_2", day).split()[0] for day in (date(2019, 6, 1), date(2019, 9, 1), date(2020, 6, 1))] == ["no", "possible", "yes"]


def test_a_fact_that_excludes_what_was_not_there_means_something_else(tmp_path: Path) -> None:
    lived = with_facts(tmp_path, law(whole()), ("8-VI", "2019-02-28", 'eid = "art_1__para_3__point_1"\naction = "exclusion"'),
                       ("9-VI", "2019-03-01", 'eid = "art_1__para_7"\naction = "exclusion"'))
    assert answer(lived, "art_1__para_1", date(2019, 6, 1)) == OPEN
    assert answer(lived, "art_1__para_1", EARLY) == answer(lived, "art_2", date(2019, 6, 1)) == SURE


def test_a_change_of_a_chapter_or_of_the_law_is_somewhere_in_it(tmp_path: Path) -> None:
    text = law(whole().replace("Статья 2", "Глава 2. Масло\n\nСтатья 2").replace("Статья 1", "Глава 1. Свет\n\nСтатья 1"))
    lived = with_facts(tmp_path, text, ("8-VI", "2019-02-28", 'eid = "chp_2"\naction = "modification"'))
    assert answer(lived, "art_2", date(2019, 6, 1)) == "yes unverified"
    assert answer(lived, "art_1__para_1", date(2019, 6, 1)) == SURE


def test_a_text_that_bears_the_number_of_another_law_may_be_that_law() -> None:
    assert answer(life(law(whole()).replace("№ 5-VI", "№ 6-VI")), "art_2", EARLY) != SURE
    assert answer(life(law(whole()).replace("№ 5-VI", "N 5-VІ ЗРК")), "art_2", EARLY) == SURE


@pytest.mark.parametrize("day", [date(2018, 6, 1), date(2019, 6, 1)])
def test_of_two_texts_that_differ_one_without_a_day_may_be_the_later_one(day: date) -> None:
    texts = ((law(whole()), None), (law(whole()).replace("льют", "жгут"), date(2019, 1, 1)))
    editions = tuple(Edition("rus", f"{place}.txt", parse(read(text.encode(), "law"), "rus"), official=True, day=told)
                     for place, (text, told) in enumerate(texts))
    notes = LawNotes(date(2021, 1, 1), Record("s", "high", date(2021, 1, 1)))
    lived = trace(LawSources("Z1", "5-VI", ADOPTED, Act("5-VI", ADOPTED, ActKind.LAW), editions, (), notes), "rus")
    assert answer(lived, "art_2", day) == "yes unknown"
    assert answer(lived, "art_2", date(2019, 1, 1)) == answer(lived, "art_3", day) == SURE


@pytest.mark.parametrize("text", [
    "Масло льют. / Масло жгут.", "Масло льют. | Масло жгут.", "Масло льют. => Масло жгут.", "Масло … льют.", "Масло <...> льют.", "Масло [...] льют.", "Масло ??? льют.",
    "Масло \ufffd\ufffd льют.", "Масло ■■ льют.", "Масло <не> льют.", "Масло [object Object] льют.", "Масло #ССЫЛКА! льют.", "Масло льют null раз.", "Масло Ð´Ð²Ð° льют."])
def test_gaps_and_strokes_between_two_sentences_are_no_words_of_a_law(text: str) -> None:
    article = ARTICLE_2["rus"].strip()
    lived = life(law(whole().replace(article, f"Статья 2. Масло\n\n{text}")))
    assert (answer(lived, "art_2", EARLY), answer(lived, "art_3", EARLY)) == (OPEN, SURE)


@pytest.mark.parametrize(("lang", "place", "aside"), [
    ("rus", "2. {}Горит.", "(новый) "), ("rus", "2. {}Горит.", "[старая ред.] "), ("eng", "2. {}It burns.", "(new) "), ("kaz", "2. {}Жанады.", "(жаңа) ")])
def test_a_word_in_brackets_before_a_norm_is_none_of_it(lang: str, place: str, aside: str) -> None:
    body = whole(lang)
    assert place.format("") in body
    lived = life(law(body.replace(place.format(""), place.format(aside)), lang), lang=lang)
    assert [answer(lived, f"art_1__para_{number}", EARLY) for number in (1, 2, 3)] == [SURE, OPEN, SURE]


@pytest.mark.parametrize("heading", ["Статья 2 (новая). Масло", "Статья 2. (старая) Масло", "Статья 2 <изм>. Масло"])
def test_so_it_is_before_a_heading(heading: str) -> None:
    lived = life(law(whole().replace("Статья 2. Масло", heading)))
    assert answer(lived, "art_2", EARLY) in {OPEN, "unheard"}
    assert answer(lived, "art_3", EARLY) == SURE


@pytest.mark.parametrize("struck", ["<p><s>2. Тлеет.</s></p><p>2. Горит.</p>", "<p>2. Горит.</p><p><del>2. Тлеет.</del></p>",
                                    "<p>2. Горит.</p><blockquote>2. Тлеет.</blockquote>"])
def test_a_line_struck_out_leaves_what_bears_its_number_open(struck: str) -> None:
    page = PAGE.format(POURED).replace("<p>Светит.</p>", f"<p>1. Светит.</p>{struck}<p>3. Гаснет.</p>")
    assert [answer(life(page), f"art_1__para_{number}", EARLY) for number in (2, 3)] == [OPEN, SURE]


def test_so_it_does_in_a_list_of_points() -> None:
    page = PAGE.format("<p>Масло бывает:</p><p>1) чистое;</p><p><del>2) густое;</del></p><p>2) жидкое.</p>")
    assert answer(life(page), "art_2__point_2", EARLY) == OPEN


@pytest.mark.parametrize(("lang", "aside"), [
    ("rus", "ныне – жгут"), ("rus", "сейчас жгут"), ("rus", "по новой редакции – жгут"), ("rus", "так в тексте"), ("rus", "опечатка"), ("rus", "см. изменения"),
    ("rus", "устар."), ("rus", "действующая"), ("rus", "прежняя"), ("rus", "до отмены"), ("rus", "введено Законом"), ("rus", "вступит в силу позже"), ("rus", "2018"),
    ("eng", "now: burnt"), ("eng", "currently burnt"), ("eng", "obsolete"), ("eng", "see amendments"), ("eng", "sic"), ("eng", "typo"), ("eng", "as am. 2018"),
    ("kaz", "қазір – жағылады"), ("kaz", "жаңа"), ("kaz", "орыс тілінде – жағылады"), ("kaz", "қате"), ("kaz", "2018")])
def test_brackets_behind_a_norm_that_speak_of_it_are_none_of_it(lang: str, aside: str) -> None:
    article = ARTICLE_2[lang].strip()
    for text in (f"{article[:-1]} ({aside}).", f"{article[:-1]} ({aside}). {article.splitlines()[-1]}"):
        lived = life(law(whole(lang).replace(article, text), lang), lang=lang)
        assert (answer(lived, "art_2", EARLY), answer(lived, "art_3", EARLY)) == (OPEN, SURE)


@pytest.mark.parametrize(("lang", "tail"), [
    ("rus", " (действующая)"), ("rus", ". Новая"), ("rus", " – прежняя"), ("rus", " (см. изменения)"), ("rus", " (продолжение)"), ("eng", " (old)"), ("eng", ". Obsolete"), ("kaz", " (жаңа)")])
def test_a_word_behind_a_heading_that_speaks_of_it_is_none_of_it(lang: str, tail: str) -> None:
    heading = ARTICLE_2[lang].split("\n")[0]
    lived = life(law(whole(lang).replace(heading, f"{heading}{tail}"), lang), lang=lang)
    assert (answer(lived, "art_2", EARLY), answer(lived, "art_2__heading", EARLY), answer(lived, "art_3", EARLY)) == (OPEN, OPEN, SURE)


@pytest.mark.parametrize("tail", ["NEW", "new!", "И", "(и)", "§", "►", "▲153", "(01.07.2018)", "[старое]", "Подробнее", "Читать далее…", "5/10", "Стр. 5 из 10", "© 2018"])
def test_what_stands_behind_the_last_sentence_is_none_of_it(tail: str) -> None:
    article = f"{ARTICLE_2['rus'].strip()} Масло держат холодным."
    lived = life(law(whole().replace(ARTICLE_2["rus"].strip(), f"{article} {tail}")))
    assert answer(lived, "art_2", EARLY) != SURE
    assert answer(lived, "art_3", EARLY) == SURE


@pytest.mark.parametrize(("lang", "text"), [
    ("rus", "Масло льют (кроме воды)."), ("rus", "Масло льют по Конвенции (Вена, 1985 год)."), ("rus", "Масло льют в селе им. Абая"), ("rus", "Масло льют (далее – полив)."),
    ("rus", "Масло льют в обновлённых (новых) фонарях."), ("eng", "Oil is poured (except water)."), ("eng", "Oil is poured into renewed (new) lanterns."),
    ("kaz", "Май құйылады (судан басқа).")])
def test_brackets_that_belong_to_a_norm_are_words_of_it(lang: str, text: str) -> None:
    article = ARTICLE_2[lang].strip()
    lived = life(law(whole(lang).replace(article, f"{article.splitlines()[0]}\n\n{text}"), lang), lang=lang)
    assert answer(lived, "art_2", EARLY) == SURE
