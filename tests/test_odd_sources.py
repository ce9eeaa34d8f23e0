"""Odd sources that once made a wrong answer sure: each kind with invented texts, in the law's language.

The law operates from 1 March 2017; an official edition of 2018 prints it as it is, one of 2021 is odd.
"""

from datetime import date

import pytest

from odd_laws import ARTICLE_1, ARTICLE_2, ARTICLE_3, EARLY, HEADS, answer, law, life, on, whole

LANGUAGES = ("rus", "eng", "kaz")
LAST = {"rus": "Статья 5. Ось\n\nОсь скрипит.\n", "eng": "Article 5. Axle\n\nAn axle creaks.\n", "kaz": "5-бап. Білік\n\nБілік сықырлайды.\n"}
SURE_OF_PRESENCE = {"yes", "no"}


def unsure(said: str) -> bool:
    """Tell whether an answer promises nothing."""
    return said.split(maxsplit=1)[0] not in SURE_OF_PRESENCE


# A page that prints only a part of the law


@pytest.mark.parametrize("printed", ["2, Горит.", "2 - Горит.", "З. Горит.", "II. Горит.", "2) Горит.", "(2) Горит.", "п. 2. Горит.", "Горит."])
def test_a_misprinted_number_does_not_end_a_paragraph(printed: str) -> None:
    lived = life(law(whole()), law(whole().replace("2. Горит.", printed)))
    assert unsure(answer(lived, "art_1__para_2"))
    assert answer(lived, "art_1__para_2", EARLY) == "yes attested"
    assert on(lived, "art_1__para_1").text == "Светит."
    assert answer(lived, "art_2") == "yes attested"


@pytest.mark.parametrize("printed", ["3, Гаснет.", "З. Гаснет.", "(3) Гаснет.", "п. 3 Гаснет.", "III. Гаснет."])
def test_so_it_is_at_the_end_of_a_list(printed: str) -> None:
    lived = life(law(whole()), law(whole().replace("3. Гаснет.", printed)))
    assert answer(lived, "art_1__para_3") != "no"
    assert on(lived, "art_1__para_2").text == "Горит."


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", [2, 3])
def test_a_number_run_in_with_the_line_before_is_no_end(lang: str, number: int) -> None:
    lived = life(law(whole(lang), lang), law(whole(lang).replace(f"\n\n{number}. ", f" {number}. ", 1), lang), lang=lang)
    assert unsure(answer(lived, f"art_1__para_{number}"))
    before = on(lived, f"art_1__para_{number - 1}")
    assert before.text is None or f"{number}." not in before.text


@pytest.mark.parametrize("second", ["горят", "30 дней в году горят", "«Фонари города»"])
def test_points_in_one_line_are_not_the_text_of_their_paragraph(second: str) -> None:
    points = f"Статья 1. Фонарь\n\n1. Фонари:\n\n1) светят;\n\n2) {second}.\n\n"
    for run_in in (points.replace("\n\n2)", " 2)"), points.replace("\n\n1)", " 1)").replace("\n\n2)", " 2)")):
        lived = life(law(points), law(run_in))
        assert unsure(answer(lived, "art_1__para_1__point_2"))
        assert on(lived, "art_1__para_1").text in {None, "Фонари:"}


def test_an_article_run_in_with_the_line_before_is_no_end() -> None:
    lived = life(law(whole()), law(whole().replace("Гаснет.\n\n", "Гаснет. ")))
    assert unsure(answer(lived, "art_2"))
    assert on(lived, "art_1__para_3").text in {None, "Гаснет."}


def test_a_number_out_of_order_may_be_misprinted_itself() -> None:
    lived = life(law(whole()), law(whole().replace("Статья 3", "Статья 33")))
    assert unsure(answer(lived, "art_3"))
    assert answer(life(law(whole().replace("2. Горит", "22. Горит"))), "art_1__para_22") == "possible unknown"


@pytest.mark.parametrize(("lang", "word"), [("rus", "(извлечение)"), ("rus", "Выписка из Закона"), ("eng", "(extract)"), ("eng", "[Excerpts]"),
                                            ("kaz", "(үзінді)"), ("kaz", "Қысқартылған мәтін")])
def test_an_extract_ends_nothing_that_it_does_not_print(lang: str, word: str) -> None:
    lived = life(f"{law(whole(lang), lang)}\n{LAST[lang]}", law(whole(lang), lang, f"{word}\n\n"), lang=lang)
    assert answer(lived, "art_5") == "possible unknown"
    assert answer(lived, "art_1__para_2") == "yes attested"


@pytest.mark.parametrize(("lang", "word"), [("rus", "(извлечение)"), ("eng", "(Extract)"), ("eng", "Excerpt from the Law"), ("kaz", "(үзінді)")])
def test_the_word_extract_above_the_line_with_the_number_is_no_preamble(lang: str, word: str) -> None:
    printed = law(whole(lang), lang).replace("\n\n", f"\n\n     {word}\n\n", 1)
    lived = life(f"{law(whole(lang), lang)}\n{LAST[lang]}", printed, lang=lang)
    assert answer(lived, "preamble") == "unheard"
    assert answer(lived, "art_5") == "possible unknown"
    assert answer(lived, "art_1__para_2") == "yes attested"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_that_breaks_off_ends_nothing(lang: str) -> None:
    lived = life(law(whole(lang), lang), HEADS[lang] + ARTICLE_1[lang], lang=lang)
    assert {answer(lived, eid) for eid in ("art_2", "art_3", "art_4")} == {"possible unknown"}
    assert answer(lived, "art_1__para_3") == "yes attested"


@pytest.mark.parametrize("instead", ["...\n\n", "…\n\n", "* * *\n\n", "[…]\n\n", "- - -\n\n", ""])
def test_dots_or_nothing_in_the_place_of_an_article_leave_it_open(instead: str) -> None:
    lived = life(law(whole()), law(ARTICLE_1["rus"] + instead + ARTICLE_3["rus"]))
    assert answer(lived, "art_2") == answer(lived, "art_2", date(2020, 1, 1)) == "possible unknown"
    assert answer(lived, "art_3") == "yes attested"
    if instead:
        behind = life(f"{law(whole())}\n{LAST['rus']}", f"{law(whole())}\n{instead}")
        assert answer(behind, "art_5") == "possible unknown"


def test_the_same_number_of_two_chapters_is_no_list_of_contents() -> None:
    chapters = f"Глава 1. Общие\n\n{ARTICLE_1['rus']}Глава {{}}. Масляные\n\n{ARTICLE_2['rus']}{ARTICLE_3['rus']}"
    lived = life(law(chapters.format(2)), law(chapters.format(1)))
    assert answer(lived, "art_1__para_2") == answer(lived, "art_2") == "yes attested"
    alone = life(law(chapters.format(1)))
    assert answer(alone, "art_1__para_2") != "unheard" != answer(alone, "art_2")
    assert on(alone, "chp_1__heading").wording != "attested"


# Ends and later starts that a law tells without a day of the calendar, or in a heading

OWN_WORDS = {
    "rus": ("Статья 2 утрачивает силу через два года.", "Статья 2 действует в течение трех лет.", "Действие статьи 2 приостанавливается до принятия бюджета.",
            "До принятия бюджета статья 2 не применяется.", "Срок действия статьи 2 - два года.", "Статью 2 применять по истечении двух лет.",
            "Установить, что статья 2 начинает действовать через год."),
    "eng": ("Article 2 shall cease to be in force two years after its start.", "Article 2 is valid for three years.", "Article 2 shall apply for two years.",
            "The operation of Article 2 is suspended until the budget is adopted.", "Until the budget is adopted Article 2 shall not apply."),
    "kaz": ("2-бап екі жылдан кейін күшін жояды.", "2-бап үш жыл бойы қолданылады.", "2-баптың қолданысы бюджет қабылданғанға дейін тоқтатыла тұрады.",
            "Бюджет қабылданғанға дейін 2-бап қолданылмайды."),
}


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, told in OWN_WORDS.items() for words in told])
def test_an_end_or_a_start_without_a_day_leaves_its_unit_open(lang: str, words: str) -> None:
    number = {"rus": "3. Гаснет.", "eng": "3. It goes out.", "kaz": "3. Сөнеді."}[lang]
    lived = life(law(whole(lang).replace(number, f"3. {words}"), lang), lang=lang)
    assert answer(lived, "art_2") == "possible unknown"
    assert answer(lived, "art_3") == "yes attested"


@pytest.mark.parametrize("words", ["Масло, о котором сказано в статье 2, хранят два года.", "Действие лицензии прекращается в случаях, указанных в статье 2.",
                                   "Лампы, зажженные по статье 2, утрачивают силу через год.", "Статья 2 не распространяется на лампы, которые утратили силу."])
def test_what_ends_or_lasts_in_a_sentence_may_be_something_else(words: str) -> None:
    assert answer(life(law(whole().replace("3. Гаснет.", f"3. {words}"))), "art_2") == "yes attested"


@pytest.mark.parametrize("heading", ["Масло (с 01.01.2019)", "Масло (до 01.01.2020)", "Масло - с 1 января 2019 года", "Масло [с 01.01.2019 по 01.01.2020]"])
def test_days_in_a_heading_are_no_words_of_it(heading: str) -> None:
    assert answer(life(law(whole().replace("Масло\n", f"{heading}\n"))), "art_2") == "possible unknown"
    assert answer(life(law(whole().replace("Масло\n", "Масло 2019 года (с примесью)\n"))), "art_2") == "yes attested"


# Struck words, raised numbers, days with strokes

PAGE = ("<!DOCTYPE html><html lang=\"ru\"><head><title>О фонарях</title></head><body><div class=\"container_alpha slogan\"><h1>О фонарях</h1>"
        "<p>Закон Республики Казахстан от 1 февраля 2017 года № 5-VI.</p></div><div class=\"container_gamma text\"><article>{}</article></div>"
        "<div class=\"aftertext\"></div></body></html>")


def page(*lines: str) -> str:
    """Return a page of the law: a line that begins with the word of an article is its heading."""
    told = (*lines, "Статья 4. Начало", "Настоящий Закон вводится в действие с 1 марта 2017 года.")
    return PAGE.format("".join(f"<h3>{line}</h3>" if line.startswith("Статья") else line if line[0] == "<" else f"<p>{line}</p>" for line in told))


def markdown(*lines: str) -> str:
    """Return the same law in Markdown."""
    told = (*lines, "Статья 4. Начало", "Настоящий Закон вводится в действие с 1 марта 2017 года.")
    return f"# {HEADS['rus']}" + "\n\n".join(f"### {line}" if line.startswith("Статья") else line for line in told)


@pytest.mark.parametrize("line", ["Масло <del>льют</del> <ins>пьют</ins>.", "<s>Масло</s> льют.", '<span style="text-decoration: line-through">Масло</span> льют.',
                                  "<strike>Масло льют.</strike>", "~~Масло~~ льют."])
def test_struck_words_are_no_wording(line: str) -> None:
    assert answer(life(page("Статья 2. Масло", line)), "art_2") == "possible unknown"
    if "style" not in line:
        assert answer(life(markdown("Статья 2. Масло", line)), "art_2") == "possible unknown"
    if "style" not in line:
        assert answer(life(law(whole().replace("Масло льют.", line))), "art_2") == "possible unknown"


@pytest.mark.parametrize("line", ["<s><p>2. Горит.</p></s>", "<del><p>2. Горит.</p></del>", '<p style="text-decoration-line: line-through">2. Горит.</p>'])
def test_a_struck_paragraph_is_none(line: str) -> None:
    lived = life(page("Статья 1. Фонарь", "1. Светит.", line))
    assert answer(lived, "art_1__para_2") == "unheard"
    assert on(lived, "art_1__para_1").text == "Светит."


@pytest.mark.parametrize("raised", ["<sup>1</sup>{}", "<sup>1{}</sup>", "¹{}", '<span style="vertical-align: super">1</span>{}'])
def test_a_raised_number_is_one_that_was_inserted(raised: str) -> None:
    lines = ("Статья 1. Фонарь", "1. Светит:", "1) днем;", f"1{raised.format(')')} утром;", "2) ночью.", f"1{raised.format('.')} Чадит.", "2. Гаснет.",
             f"Статья 1{raised.format('.')} Фитиль", "Тлеет.")
    for text in (page(*lines), markdown(*lines)) if "span" not in raised else (page(*lines),):
        lived = life(text)
        for eid in ("art_1__para_1__point_1-1", "art_1__para_1-1", "art_1-1"):
            assert answer(lived, eid, EARLY) != "yes attested", "it was not in the law as adopted"
            assert answer(lived, eid) == "yes attested"
        assert on(lived, "art_1__para_1").text == "Светит:"


def test_a_raised_power_of_ten_stays_a_power() -> None:
    lines = "Статья 1. Фонарь", "Светит 5·10<sup>-3</sup> часа."
    for text in (page(*lines), markdown(*lines)):
        assert on(life(text), "art_1").text == "Светит 5·10⁻³ часа."


def test_a_day_with_strokes_may_be_two() -> None:
    note = "Footnote. Article 2 in the new wording of the Law dated {} No. 7-VI (shall be enforced from {}).\n\n"
    open_day = life(law(whole("eng").replace("Article 3", note.format("01.03.2018", "04/05/2018") + "Article 3"), "eng"), lang="eng")
    assert answer(open_day, "art_2", date(2018, 4, 20)) == answer(open_day, "art_2") == "possible unknown"
    one = life(law(whole("eng").replace("Article 3", note.format("13/03/2018", "04/23/2018") + "Article 3"), "eng"), lang="eng")
    assert answer(one, "art_2", date(2018, 4, 22)) == "yes unknown"
    assert answer(one, "art_2", date(2018, 4, 23)) == "yes attested"
    act = life(law(whole("eng").replace("Article 3", note.format("05/03/2018", "01.07.2018, except for its heading") + "Article 3"), "eng"), lang="eng")
    assert answer(act, "art_2", date(2018, 3, 20)) != "yes attested", "the act may be of the third of May or of the fifth of March"


# Notes in odd forms

ACT = "Закона РК от 01.03.2018 № 7-VI (вводится в действие с 01.04.2018)"
BY_ACT = "Законом РК от 01.03.2018 № 7-VI (вводится в действие с 01.04.2018)"


def noted(note: str, mark: str = "", above: str = "Статья 4") -> str:
    """Return the law with a note above an article, and a mark behind paragraph 2 of Article 1."""
    return law(whole().replace("Горит.", f"Горит.{mark}")).replace(above, f"{note}\n\n{above}", 1)


@pytest.mark.parametrize(("mark", "note"), [
    ("[^1]", f"[^1]: Пункт в редакции {ACT}."), ("*", f"* В редакции {ACT}."), ("¹", f"¹ В редакции {ACT}."), ("<1>", f"<1> Изменен {BY_ACT}."),
    ("[1]", f"[1] Пункт исключен {BY_ACT}."), ("(1)", f"(1) В редакции {ACT}."), ("**", f"** Изменен {BY_ACT}."), ("¹", f"1 См. {ACT}.")])
def test_a_note_speaks_of_what_bears_its_mark(mark: str, note: str) -> None:
    lived = life(noted(note, mark))
    assert answer(lived, "art_1__para_2") == "possible unknown"
    assert answer(lived, "art_1__para_1") == answer(lived, "art_2") == "yes attested"


def test_the_mark_of_a_note_is_no_wording_and_one_that_nothing_bears_may_be_of_anything() -> None:
    assert answer(life(noted("[^1]: Как в источнике.", "[^1]")), "art_1__para_2") == "yes unknown"
    assert answer(life(noted(f"[^7]: В редакции {ACT}.")), "art_2") == "possible unknown"


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", f"Пункт 2 статьи 1 в редакции {ACT}."), ("rus", f"Сн. Пункт 2 статьи 1 изменен {BY_ACT}."),
    ("eng", "Paragraph 2 of Article 1 as amended by the Law dated 01.03.2018 № 7-VI (shall be enforced from 01.04.2018)."),
    ("kaz", "1-баптың 2-тармағы жаңа редакцияда - ҚР 01.03.2018 № 7-VI Заңымен (01.04.2018 бастап қолданысқа енгізіледі).")])
def test_a_note_without_a_label_speaks_of_what_it_names(lang: str, note: str) -> None:
    lived = life(law(f"{whole(lang)}{note}\n\n", lang), lang=lang)
    assert answer(lived, "art_1__para_2") == answer(lived, "art_3") == "possible unknown"
    assert answer(lived, "art_1__para_1") == "yes attested"


@pytest.mark.parametrize("note", [f"Статьи со 2 в редакции {ACT}.", f"Сноска. Статьи со 2 в редакции {ACT}.", f"Сноска. Статьи с 1 в редакции {ACT}."])
def test_a_run_of_articles_without_an_end_is_the_law(note: str) -> None:
    assert {answer(life(noted(note)), eid) for eid in ("art_1__para_1", "art_2", "art_3")} == {"possible unknown"}


@pytest.mark.parametrize("note", [
    "Сноска. Статья 2 вводится в действие с 01.01.2019 в соответствии с Законом РК от 01.03.2018 № 7-VI.",
    "Сноска. Введение в действие статьи 2 приостановлено до 01.01.2020 Законом РК от 01.03.2018 № 7-VI.",
    f"Сноска. Нумерация статьи 2 изменена {BY_ACT}.", f"Сноска. Начало действия статьи 2 перенесено {BY_ACT}."])
def test_a_note_on_a_start_or_a_number_proves_nothing_of_before(note: str) -> None:
    lived = life(noted(note, above="Статья 3"))
    assert unsure(answer(lived, "art_2", EARLY))
    assert answer(lived, "art_3", EARLY) == "yes attested"


# What another act says, in the words of this one


@pytest.mark.parametrize(("lang", "lead", "quoted"), [
    ("rus", "статью 2 изложить в следующей редакции:", "Статья 2. Масло\n\nМасло пьют."), ("rus", "дополнить главой 3 следующего содержания:", "Глава 3. Свет\n\nСвет гасят."),
    ("eng", "Article 2 shall read as follows:", "Article 2. Oil\n\nOil is drunk."), ("kaz", "2-бап мынадай редакцияда жазылсын:", "2-бап. Май\n\nМай ішіледі.")])
def test_what_is_quoted_without_marks_is_no_article_of_the_amending_law(lang: str, lead: str, quoted: str) -> None:
    first = {"rus": "Статья 1. Поправки", "eng": "Article 1. Amendments", "kaz": "1-бап. Түзетулер"}[lang]
    lived = life(law(f"{first}\n\n1) {lead}\n\n{quoted}\n\n2) -\n\n", lang).replace("4", "2", 1), lang=lang)
    for eid in ("art_2", "chp_3"):
        assert answer(lived, eid) in {"unheard", "possible unknown"}


def test_a_quoted_paragraph_without_marks_is_no_paragraph_of_the_amending_law() -> None:
    lived = life(law("Статья 1. Поправки\n\n1. Внести в Закон «О масле» изменения:\n\n1) пункт 2 изложить в новой редакции:\n\n2. Масло пьют.\n\n"))
    assert answer(lived, "art_1__para_2") == "possible unknown"


RULES = ("Об утверждении Правил\n\nПриказ Министра света Республики Казахстан от 1 февраля 2017 года № 5-VI.\n\n1. Утвердить прилагаемые Правила.\n\n"
         "2. Отделу следить.\n\n3. Настоящий приказ вводится в действие с 1 марта 2017 года.\n\n4. {}\n\nМинистр\tА. Свет\n\nУтверждены\nприказом Министра света\n"
         "от 1 февраля 2017 года № 5-VI\n\nПравила света\n\n1. Свет горит.\n\n2. Свет гаснет.\n")


@pytest.mark.parametrize("words", ["Пункт 2 Правил вводится в действие с 1 января 2018 года.", "Пункт 2 Правил действует до 1 января 2020 года.",
                                   "Пункт 2 прилагаемых Правил утрачивает силу через год."])
def test_a_paragraph_of_the_rules_is_none_of_the_order(words: str) -> None:
    lived = life(RULES.format(words))
    assert answer(lived, "annex_1__para_2") == "possible unknown"
    assert answer(lived, "para_2") == "possible unknown"
    assert answer(lived, "annex_1__para_1") == "yes attested"
    own = life(RULES.format("Пункт 2 настоящего приказа вводится в действие с 1 января 2018 года."))
    assert (answer(own, "para_2", date(2017, 6, 1)), answer(own, "annex_1__para_2")) == ("no", "yes attested")


# What a hundred more odd inputs found


@pytest.mark.parametrize("printed", ["3/ Гаснет.", "③ Гаснет.", "№ 3. Гаснет.", "Пункт 3. Гаснет.", "3-й. Гаснет.", "3 Гаснет.", "3° Гаснет.", "31. Гаснет."])
def test_a_line_that_begins_with_the_number_that_is_due_is_no_part_of_the_paragraph_before(printed: str) -> None:
    lived = life(law(whole().replace("3. Гаснет.", printed)))
    assert all(on(lived, each.unit.eid).in_operation != "yes" for each in lived.timelines if each.unit.eid in {"art_1__para_2__al_2", "art_1__para_31"})


@pytest.mark.parametrize("line", ["Извлечение из Закона", "- пропуск -", "(часть текста опущена)", "Далее текст не приводится", "… … …", "(продолжение следует)"])
def test_a_line_that_tells_of_a_gap_is_no_wording(line: str) -> None:
    assert answer(life(law(whole().replace("Статья 3", f"{line}\n\nСтатья 3"))), "art_2") != "yes attested"


@pytest.mark.parametrize("note", ["Ред. 01.04.2018 (№ 7-VI)", "Ссылка: Закон РК от 01.03.2018 № 7-VI", "№ 7-VI", "7-VI ЗРК", "в ред. 7-VI", "Изменена.", "Новая редакция."])
def test_a_line_that_is_nothing_but_an_act_or_a_verb_of_change_is_a_note(note: str) -> None:
    assert answer(life(noted(note, above="Статья 3")), "art_2") == "possible unknown"


@pytest.mark.parametrize("words", ["Статья 2 временно не действует.", "Действие статьи 2 продлевается на год.", "Введение статьи 2 отложить на год."])
def test_more_words_on_an_end_or_a_start(words: str) -> None:
    assert answer(life(law(whole().replace("3. Гаснет.", f"3. {words}"))), "art_2") == "possible unknown"


@pytest.mark.parametrize("heading", ["Масло (временно)", "Масло (не действует)", "Масло (отложено до 01.01.2020)", "Масло /с 01.01.2019/", "Масло (2 года)"])
def test_more_words_in_a_heading(heading: str) -> None:
    assert answer(life(law(whole().replace("Масло\n", f"{heading}\n"))), "art_2") == "possible unknown"


# Days that cannot be


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_of_a_day_before_the_law_was_adopted_is_a_draft_that_proves_nothing(lang: str) -> None:
    changed = whole(lang).replace(ARTICLE_2[lang], ARTICLE_2[lang].replace("\n\n", "\n\nA: ", 1))
    draft, law_then = (life(law(whole(lang), lang), law(changed, lang), lang=lang, first=day) for day in (date(2017, 1, 1), EARLY))
    assert answer(draft, "art_2", EARLY) == "yes unknown"
    assert answer(law_then, "art_2", EARLY) == "yes attested"
    assert answer(draft, "art_3", EARLY) == "yes attested"


FORESEEN = {"rus": "Примечание ИЗПИ! В статью 2 предусмотрены изменения Законом РК от 10.12.2018 № 200-VI (вводится в действие с {}).\n\n",
            "eng": "Note of ILLI! Article 2 is provided to be amended by the Law of the Republic of Kazakhstan dated 10.12.2018 No. 200-VI "
                   "(shall be enforced from {}).\n\n"}


@pytest.mark.parametrize("lang", FORESEEN)
def test_a_page_that_still_foresees_what_has_begun_may_print_the_text_of_either_time(lang: str) -> None:
    late, before = (life(law(ARTICLE_1[lang] + ARTICLE_2[lang] + FORESEEN[lang].format(day) + ARTICLE_3[lang], lang), lang=lang)
                    for day in ("01.01.2020", "01.01.2022"))
    assert answer(late, "art_2", EARLY) == "yes unknown"
    assert answer(before, "art_2", EARLY) == "yes attested"
    assert answer(late, "art_3", EARLY) == "yes attested"


@pytest.mark.parametrize("unseen", [
    "<!-- Статья 2 исключена -->", "<!-- Article 2 is excluded -->", "<!-- см. новую редакцию -->", "<!-- в ред. Закона № 9-VI -->",
    "<details><summary>Старая редакция</summary>Масло греют.</details>",
])
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_what_is_not_shown_of_a_page_in_markdown_and_tells_of_a_change_leaves_its_article_open(unseen: str, between: str) -> None:
    marked = f"# {law(whole())}".replace("Статья", "## Статья")
    lived = life(marked.replace("Масло льют.", f"Масло льют.{between}{unseen}"))
    assert [answer(each, "art_2", EARLY) == "yes attested" for each in (lived, life(marked))] == [False, True]
    assert answer(lived, "art_3", EARLY) == "yes attested"
