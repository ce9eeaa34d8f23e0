"""What a source puts beside the words of a law, hidden, in brackets, above them or as an order to change them."""

import json

import pytest

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.acts import LawNotes
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from lawgraph.timeline.history import trace
from odd_laws import ADOPTED, ARTICLE_2, ARTICLE_3, EARLY, LATE, answer, law, life, whole
from test_strange_marks import PAGE, POURED, SIGNED

OPEN, SURE = "possible unknown", "yes attested"


def told(line: str, lang: str = "rus", eid: str = "art_2") -> str:
    """Return what is said of a unit in 2018 where a line stands below the text of Article 2."""
    text = ARTICLE_2[lang].strip()
    return answer(life(law(whole(lang).replace(text, f"{text}\n\n{line}"), lang), lang=lang), eid, EARLY)


@pytest.mark.parametrize("shown", [
    f"<p hidden>Масло жгут.</p>{POURED}", f'<p style="display: none">Масло жгут.</p>{POURED}', f"<blockquote>Масло жгут.</blockquote>{POURED}",
    f"<blockquote>Свет гаснет.</blockquote>{POURED}",
    f"{POURED}<hr>{POURED}", "<p><ruby>льют<rt>жгут</rt></ruby> масло.</p>", '<p title="в ред. 05.05.2019">Масло льют.</p>', '<p><span title="ранее: жгут">Масло</span> льют.</p>'])
def test_what_a_page_hides_quotes_or_titles_may_be_of_another_version(shown: str) -> None:
    lived = life(PAGE.format(shown))
    assert (answer(lived, "art_2", EARLY), answer(lived, "art_1", EARLY)) == (OPEN, SURE)


@pytest.mark.parametrize("shown", ["<blockquote><p>Масло льют.</p></blockquote>", '<p>Масло <a href="/rus/docs/Z1" title="О масле">льют</a>.</p>',
                                   '<p><abbr title="Республика Казахстан">РК</abbr> льёт.</p>'])
def test_a_text_that_is_set_in_or_a_titled_link_is_no_version(shown: str) -> None:
    assert answer(life(PAGE.format(shown)), "art_2", EARLY) == SURE


@pytest.mark.parametrize(("lang", "aside"), [
    ("rus", "ранее сыпали"), ("rus", "ранее: жгли 3"), ("rus", "прежде её жгли"), ("rus", "вместо «жгут»"), ("rus", "вместо жгут"), ("rus", "вместо слова «жгут»"),
    ("eng", "previously burnt"), ("eng", "instead of \"burnt\""), ("eng", "in place of the word burnt"), ("eng", "was burnt"),
    ("kaz", "бұрын жағылды"), ("kaz", "бұрын жағатын"), ("kaz", "«жағылады» орнына"), ("kaz", "жағудың орнына")])
def test_words_of_before_in_brackets_are_none_of_the_text(lang: str, aside: str) -> None:
    article = ARTICLE_2[lang].strip()
    lived = life(law(whole(lang).replace(article, f"{article[:-1]} ({aside})."), lang), lang=lang)
    assert (answer(lived, "art_2", EARLY), answer(lived, "art_3", EARLY)) == (OPEN, SURE)


@pytest.mark.parametrize(("lang", "aside"), [("rus", "вместо воды"), ("rus", "ранее выданное"), ("eng", "instead of water"), ("kaz", "судың орнына")])
def test_brackets_of_a_norm_are_its_words(lang: str, aside: str) -> None:
    article = ARTICLE_2[lang].strip()
    assert answer(life(law(whole(lang).replace(article, f"{article[:-1]} ({aside})."), lang), lang=lang), "art_2", EARLY) == SURE


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Изложить в редакции: Масло жгут."), ("rus", "Изложить в следующей редакции: «Масло жгут.»."), ("rus", "Заменить слова «льют» на «жгут»"),
    ("eng", "Set out as follows: \"Oil is burnt.\""), ("eng", "Reword as follows: Oil is burnt."), ("eng", "Replace the word \"poured\" by \"burnt\"."),
    ("kaz", "Мынадай редакцияда жазылсын: «Май жағылады.»"), ("kaz", "«құйылады» деген сөз «жағылады» деген сөзбен ауыстырылсын.")])
def test_a_line_that_tells_someone_to_change_the_text_is_none_of_it(lang: str, line: str) -> None:
    assert told(line, lang) == OPEN


def test_such_a_line_may_be_on_the_article_that_it_names() -> None:
    assert told("Статью 3 изложить в редакции: «Крюк гнёт.»", eid="art_3") == OPEN


@pytest.mark.parametrize(("lang", "line"), [("rus", "Масло статьи 3 хранят два года."), ("eng", "The oil of Article 3 is kept for two years.")])
def test_what_is_said_of_a_thing_that_an_article_names_tells_nothing_of_its_days(lang: str, line: str) -> None:
    assert told(line, lang, "art_3") == SURE


@pytest.mark.parametrize(("lang", "line"), [("rus", "Действие статьи 3 длится два года."), ("rus", "Статья 3 живёт два года."), ("eng", "The effect of Article 3 is of two years.")])
def test_what_is_said_of_its_effect_may(lang: str, line: str) -> None:
    assert told(line, lang, "art_3") == OPEN


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", "Сноска. Нумерация статей изменена Законом РК от 05.05.2019 № 260-VI."),
    ("eng", "Footnote. The numbering of the articles is changed by the Law of the Republic of Kazakhstan dated 05.05.2019 No. 260-VI."),
    ("kaz", "Ескерту. Баптардың нөмірленуі ҚР 05.05.2019 № 260-VI Заңымен өзгертілді.")])
def test_numbers_that_changed_may_be_those_of_any_article(lang: str, note: str) -> None:
    article = ARTICLE_3[lang]
    lived = life(law(whole(lang).replace(article, f"{article}{note}\n\n"), lang), lang=lang)
    assert answer(lived, "art_1", EARLY) == answer(lived, "art_2", EARLY) == OPEN


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", "Сноска. Статья 2 (см. статью 3, изменённую им) изменена Законом РК от 05.05.2019 № 260-VI."),
    ("rus", "Сноска. Статья 2 с изменениями, внесенными Законом РК от 05.05.2019 № 260-VI (см. также изменения в статье 3)."),
    ("eng", "Footnote. Article 2 as amended by the Law of the Republic of Kazakhstan dated 05.05.2019 No. 260-VI (see also Article 3)."),
    ("kaz", "Ескерту. 2-бапқа (3-бапты қараңыз) өзгеріс енгізілді - ҚР 05.05.2019 № 260-VI Заңымен.")])
def test_an_article_to_which_the_brackets_of_a_note_lead_may_have_changed_too(lang: str, note: str) -> None:
    assert (told(note, lang, "art_3"), told(note, lang, "art_1")) == (OPEN, SURE)


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", "Сноска. Ст. 1 и сл. изменены Законом РК от 05.05.2019 № 260-VI."), ("rus", "Сноска. Ст. 1 и далее в редакции Закона РК от 05.05.2019 № 260-VI."),
    ("eng", "Footnote. Art. 1 f. as amended by the Law of the Republic of Kazakhstan dated 05.05.2019 No. 260-VI."),
    ("kaz", "Ескерту. 1-бап және одан кейінгілері ҚР 05.05.2019 № 260-VI Заңымен өзгертілді.")])
def test_a_run_whose_end_is_told_by_a_word_alone_may_go_on(lang: str, note: str) -> None:
    assert told(note, lang, "art_3") == OPEN


@pytest.mark.parametrize("note", [
    "Сноска. Прил. изменено Законом РК от 05.05.2019 № 260-VI.", "Сноска. Таблица изменена Законом РК от 05.05.2019 № 260-VI.",
    "Сноска. Форма в редакции Закона РК от 05.05.2019 № 260-VI.", "Сноска. Статья 2 и прил. 1 с изменениями, внесенными Законом РК от 05.05.2019 № 260-VI."])
def test_an_annex_that_a_note_names_by_a_short_or_another_word_is_not_sure_before(note: str) -> None:
    text = law(whole().replace("Масло льют.", f"Масло льют.\n\n{note}")) + f"{SIGNED['rus']}\n\tПриложение 1 к Закону\n\n  Масла\n\n1. Льняное.\n"
    assert answer(life(text), "annex_1__para_1", EARLY) not in (SURE, "unheard")
    assert answer(life(text.replace(note, "")), "annex_1__para_1", EARLY) == SURE


@pytest.mark.parametrize("notes", [("Статья 1 (пункт 2) в редакции Закона РК от 05.05.2019 № 260-VI.", "Статья 2 в редакции Закона РК от 05.05.2019 № 260-VI."),
                                   ("Статья 1 (пункт 2) в редакции Закона от 5 мая 2019 года", "Статья 3 изменена")])
def test_notes_without_a_label_that_begin_like_headings_speak_of_what_they_name(notes: tuple[str, str]) -> None:
    lived = life(law(whole().replace("Крюк держит.", "\n\n".join(("Крюк держит.", *notes)))))
    assert OPEN == answer(lived, "art_1__para_2", EARLY) == answer(lived, "art_3", EARLY)


@pytest.mark.parametrize("shown", [
    "<p>Масло в фонарь льют утром.</p><p>Масло в фонарь льют вечером.</p>", "<p>Масло в фонарь льют утром.<br>Масло в фонарь льют вечером.</p>",
    "<table><tr><td>Масло льют.</td><td>Масло жгут.</td></tr></table>", "<p>Масло льют/жгут.</p>", "<p>Масло льют (с 1 июля 2025 года – жгут).</p>",
    "<p>// Масло льют.</p>", "<p>% Масло льют.</p>", "<p>Масло льют // жгут.</p>"])
def test_two_wordings_beside_each_other_are_of_different_days(shown: str) -> None:
    assert answer(life(PAGE.format(shown)), "art_2", EARLY) == OPEN


@pytest.mark.parametrize("shown", ["<p>Масло льют.</p><p>Масло чисто.</p>", "<p>Масло ставят не ближе двух метров к забору.</p><p>Крюк ставят не ближе одного метра к забору.</p>", "<p>Масло льют и/или жгут.</p>", "<p>Масло льют (с 1 июля 2025 года – 5 литров).</p>",
                                   "<p>Масло льёт смотритель фонаря.</p><p>Масло льёт и тот, кто его нашёл, если смотритель спит.</p>"])
def test_norms_that_are_somewhat_alike_are_two(shown: str) -> None:
    assert answer(life(PAGE.format(shown)), "art_2", EARLY) == SURE


@pytest.mark.parametrize(("lang", "title"), [
    ("rus", "О фонарях (О лампах)"), ("rus", "О фонарях (новое название)"), ("rus", "О фонарях (прежнее название – О лампах)"),
    ("eng", "On lanterns (formerly On lamps)"), ("eng", "On lanterns (new title)"), ("kaz", "Шамдар туралы (бұрын – Шырағдандар туралы)")])
def test_a_title_with_another_one_in_its_brackets_is_not_sure(lang: str, title: str) -> None:
    bare = title.split(" (", maxsplit=1)[0]
    assert answer(life(law(whole(lang), lang).replace(bare, title, 1), lang=lang), "law__heading", EARLY) == OPEN
    named = law(whole(lang), lang).replace(bare, f"{bare} (Фонарный кодекс)" if lang == "rus" else bare, 1)
    assert answer(life(named, lang=lang), "law__heading", EARLY) == SURE


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Старое: Масло жгут."), ("rus", "Поправка: масло жгут."), ("rus", "Вместо этого текста читать: Масло жгут."), ("rus", "Норма не работает."),
    ("rus", "Действует частично."), ("rus", "Скоро изменится."), ("rus", "Прежний номер – 5."), ("rus", "2018: Масло жгут."), ("rus", "[2018] Масло жгут."),
    ("rus", "Зачёркнуто."), ("rus", "приост."), ("rus", "без изм."), ("eng", "Old: Oil is burnt."), ("eng", "Correction: oil is burnt."),
    ("eng", "To be read as: Oil is burnt."), ("eng", "2018: Oil is burnt."), ("eng", "susp."), ("eng", "Was Article 5."),
    ("kaz", "Ескі: Май жағылады."), ("kaz", "Түзету: «жағылады» деп оқылсын."), ("kaz", "Сот жойды."), ("kaz", "тоқт.")])
def test_a_line_with_the_label_or_the_fate_of_a_version_is_none_of_the_text(lang: str, line: str) -> None:
    assert told(line, lang) == OPEN


def as_json(*behind: dict[str, object], **fields: object) -> str:
    """Return what is said of Article 2 in 2018 where the official interface gives its text with such fields, and elements behind it."""
    content = [{"type": kind, "text": text, "level": 0} | more for kind, text, more in (
        ("article", "Статья 1. Фонарь", {}), ("text", "Светит.", {}), ("article", "Статья 2. Масло", {}), ("text", "Масло льют.", fields),
        ("article", "Статья 3. Крюк", {}), ("text", "Крюк держит.", {}), ("article", "Статья 4. Начало", {}),
        ("text", "Настоящий Закон вводится в действие с 1 марта 2017 года.", {}))]
    raw = json.dumps({"language": "rus", "content": [*content[:4], *behind, *content[4:]]})
    edition = Edition("rus", "a.json", parse(read(raw.encode(), "a.json"), "rus"), official=True, day=None, retrieved=LATE)
    lived = trace(LawSources("Z1", "5-VI", ADOPTED, Act("5-VI", ADOPTED, ActKind.LAW), (edition,), (), LawNotes()), "rus")
    return answer(lived, "art_2", EARLY)


def test_a_style_that_strikes_words_out_is_told_by_its_value() -> None:
    assert as_json() == as_json(style="bold") == SURE
    assert as_json(style="strike") != SURE
    assert as_json(properties=[{"key": "css", "value": "text-decoration: line-through"}]) != SURE


def test_what_the_interface_says_was_changed_is_not_sure_without_a_note_that_tells_of_it() -> None:
    note: dict[str, object] = {"type": "note", "level": 0, "text": "Сноска. Статья 2 в редакции Закона РК от 05.05.2016 № 260-VI."}
    assert as_json(changeId="101733||1").startswith("possible")
    assert as_json(note, changeId="101733||1") == as_json(note)


def test_an_order_may_be_on_what_it_names_behind_its_words() -> None:
    assert told("Заменить слова «держит» в статье 3 на слова «гнёт»", eid="art_3") == OPEN


@pytest.mark.parametrize("beside", ["<aside>с 1 июля 2019 года масло жгут</aside>", "<aside>Масло жгут.</aside>"])
def test_what_a_page_sets_beside_a_paragraph_may_be_of_another_version(beside: str) -> None:
    lived = life(PAGE.format(POURED + beside))
    assert (answer(lived, "art_2", EARLY), answer(lived, "art_3", EARLY)) == (OPEN, SURE)
    assert answer(life(PAGE.format(POURED).replace("<body>", "<body><aside>О сайте</aside>")), "art_2", EARLY) == SURE
