"""Notes that name several units at once: a part of several articles, any of the annexes, what a comma parts."""

from datetime import date

import pytest

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from odd_laws import ARTICLE_1, ARTICLE_2, ARTICLE_3, LATE, answer, law, life, whole

BY = {"rus": "Законом РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019).",
      "eng": "as amended by the Law of the Republic of Kazakhstan dated 05.05.2019 № 250-VI (shall be enforced from 01.07.2019).",
      "kaz": "өзгеріс енгізілді – ҚР 05.05.2019 № 250-VI (01.07.2019 бастап қолданысқа енгізіледі) Заңымен."}
LABEL = {"rus": "Сноска.", "eng": "Footnote.", "kaz": "Ескерту."}
CHAPTERS = {"rus": "Глава {}. Часть\n\n", "eng": "Chapter {}. Part\n\n", "kaz": "{}-тарау. Бөлік\n\n"}
BEFORE = date(2018, 6, 1)
ANNEXES = "".join(f"\n\tПриложение {number}\n\tк Закону Республики Казахстан\n\t«О фонарях»\n\n Перечень\n\n      1. Лампы.\n{{{number}}}"
                  for number in (1, 2))


def noted(words: str, lang: str) -> str:
    """Return the law with a note below its first article, which names others."""
    body = whole(lang).replace(ARTICLE_2[lang], f"{LABEL[lang]} {words} {BY[lang]}\n\n{ARTICLE_2[lang]}")
    for number, (article, before) in enumerate(((ARTICLE_1, CHAPTERS[lang]), (ARTICLE_3, CHAPTERS[lang])), 1):
        body = body.replace(article[lang], before.format(number) + article[lang])
    return law(body, lang)


def document_of(text: str, lang: str = "rus") -> Document:
    return parse(read(text.encode(), "law"), lang)


@pytest.mark.parametrize(("lang", "words", "targets"), [
    ("rus", "Заголовки статей 1, 2 и 3 изменены", {"art_1__heading", "art_2__heading", "art_3__heading"}),
    ("rus", "Пункт 2 статей 1 – 3 изменен", {"art_1__para_2", "art_2__para_2", "art_3__para_2"}),
    ("rus", "Подпункт 1) пункта 2 статей 1, 3 изменен", {"art_1__para_2__point_1", "art_3__para_2__point_1"}),
    ("rus", "Части первые статей 2, 3 изменены", {"art_2", "art_3"}),
    ("eng", "Paragraph 2 of Articles 1 and 3", {"art_1__para_2", "art_3__para_2"}),
    ("eng", "The titles of Articles 2, 3", {"art_2__heading", "art_3__heading"}),
    ("kaz", "1 және 3-баптардың 2-тармағына", {"art_1__para_2", "art_3__para_2"}),
])
def test_a_part_of_several_articles_is_one_of_each(lang: str, words: str, targets: set[str]) -> None:
    assert {claim.target for claim in document_of(noted(words, lang), lang).claims} == targets


@pytest.mark.parametrize(("lang", "words"), [
    ("rus", "Статья 1 (пункт 2), статья 3 изменены"), ("rus", "Статья 1, пункт 2, статья 3 изменены"),
    ("eng", "Article 1 (paragraph 2), Article 3"), ("eng", "Articles 2 & 3"), ("eng", "Third Article"), ("rus", "Статья «3» изменена"),
    ("rus", "Статьи 1...3 изменены"), ("kaz", "№ 3 бапқа"), ("kaz", "1-баптан 3-бапқа дейін"),
])
@pytest.mark.parametrize("label", ["{} ", ""], ids=["labelled", "unlabelled"])
def test_an_article_that_is_named_somehow_is_not_sure_before(lang: str, words: str, label: str) -> None:
    text = noted(words, lang).replace(f"{LABEL[lang]} ", label.format(LABEL[lang]))
    assert answer(life(text, lang=lang), "art_3", BEFORE) != "yes attested"


@pytest.mark.parametrize(("lang", "words"), [("rus", "Статья 1; глава 2 изменены"), ("rus", "Пункт 2 статьи 1, глава 2 изменены"),
                                            ("eng", "Article 1; Chapter 2"), ("kaz", "2-тарау, 1-бап")])
def test_a_chapter_in_a_list_does_not_hold_the_article_beside_it(lang: str, words: str) -> None:
    assert answer(life(noted(words, lang), lang=lang), "art_3", BEFORE) != "yes attested"


@pytest.mark.parametrize("words", ["Приложения изменены", "Статьи 1, 2 и приложения изменены", "Все приложения изменены"])
@pytest.mark.parametrize("place", ["{1}", "{2}"])
def test_annexes_without_a_number_are_all_of_them(words: str, place: str) -> None:
    note = f"\n      Сноска. {words} {BY['rus']}\n"
    text = law(whole()) + ANNEXES.replace(place, note).replace("{1}", "").replace("{2}", "")
    lived = life(text)
    assert {answer(lived, f"annex_{number}__para_1", BEFORE) for number in (1, 2)} == {"possible unknown"}


def test_the_annex_without_a_number_is_that_in_which_its_note_stands() -> None:
    note = f"\n      Сноска. Приложение изменено {BY['rus']}\n"
    lived = life(f"{law(whole())}{ANNEXES.replace('{1}', '').replace('{2}', note)}")
    assert answer(lived, "annex_1__para_1", BEFORE) == "yes attested"
    assert answer(lived, "annex_2__para_1", BEFORE) == "possible unverified"


@pytest.mark.parametrize("line", [
    "Прим. ред.: Статья 2 с изменением, внесенным Законом РК от 05.05.2019 года № 250-VI (вводится с 25.07.2019 года)",
    "В статью 2 изменена Законом от 05.05.2019 N 250-VI (порядок введения в действие: с 23 июля 2019 года);",
])
def test_a_line_that_names_a_younger_act_may_be_a_note_on_what_it_names(line: str) -> None:
    text = law(whole().replace(ARTICLE_2["rus"], f"{line}\n\n{ARTICLE_2['rus']}"))
    assert answer(life(text), "art_2", BEFORE) == "possible unknown"


def test_a_line_that_begins_with_its_article_and_names_a_younger_act_is_no_wording() -> None:
    """A later note of which it is known what it says does not explain the line."""
    line = "Прим. ред.: Статья 2 введена Законом РК от 25.02.2018 №141-VI (порядок введения в действие: с 13.3.2018)."
    later = "Сноска. Статья 2 уточнена Законом РК от 01.12.2018 № 155-VI (вводится в действие с 29.12.2018)."
    text = law(whole().replace("Масло льют.", f"{line}\n\nМасло льют.\n\n{later}"))
    assert answer(life(text), "art_2", LATE) == "possible unknown"


@pytest.mark.parametrize("verb", ["в редакции Закона", "с изменениями, внесенными Законом"])
def test_a_page_saved_after_the_end_of_a_change_of_which_it_tells_may_print_either_text(verb: str) -> None:
    note = f"Сноска. Статья 2 {verb} РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019, действует до 01.07.2020)."
    text = law(ARTICLE_1["rus"] + ARTICLE_2["rus"] + f"{note}\n\n")
    assert answer(life(text), "art_2", LATE) == "yes unknown"
    assert answer(life(text, text), "art_2", LATE) == "yes attested"        # official, of a stated day: right of that day




@pytest.mark.parametrize(("lang", "words"), [
    ("rus", "Статья 1, а также две последующие статьи изменены"), ("rus", "В тексте статьи 1 и далее по тексту слова «лучина» заменены словом «фонарь»"),
    ("eng", "Article 1 and the next two Articles"), ("kaz", "1-бап және келесі екі бап")])
def test_articles_that_a_note_names_by_their_place_alone_may_be_any(lang: str, words: str) -> None:
    assert answer(life(noted(words, lang), lang=lang), "art_3", BEFORE) != "yes attested"


POINTS = "Статья 1. Фонарь\n\n1. Светит.\n\n2. Горит.\n\n3. Гаснет.\n\n"


@pytest.mark.parametrize(("note", "open_before", "brought"), [
    ("дополнена пунктом 1", ("1", "2", "3"), ()), ("дополнена пунктом 2", ("2", "3"), ()), ("дополнена пунктами 1 и 2", ("1", "2", "3"), ()),
    ("дополнена пунктами 2 и 3", (), ("2", "3")), ("дополнена пунктом 3", (), ("3",))])
def test_a_number_brought_before_others_may_have_been_that_of_another(note: str, open_before: tuple[str, ...], brought: tuple[str, ...]) -> None:
    text = law(f"{POINTS}Сноска. Статья 1 {note} {BY['rus']}\n\n{ARTICLE_2['rus']}{ARTICLE_3['rus']}")
    lived = life(text)
    assert {answer(lived, f"art_1__para_{each}", BEFORE) for each in open_before} <= {"possible unknown"}
    assert {answer(lived, f"art_1__para_{each}", BEFORE) for each in brought} <= {"no"}


def test_a_year_long_after_the_act_may_be_a_slip() -> None:
    text = law(f"{ARTICLE_1['rus']}{ARTICLE_2['rus']}Сноска. Статья 2 введена Законом РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2109).\n\n")
    assert answer(life(text), "art_2", date(2020, 1, 1)).split()[0] == "possible"


@pytest.mark.parametrize(("lang", "words"), [("eng", "The provisions on oil shall apply from 1 January 2018."),
                                            ("kaz", "Май туралы ережелер 2018 жылғы 1 қаңтардан бастап қолданылады.")])
def test_what_applies_from_a_day_beside_the_start_of_the_law_may_be_any_part_of_it(lang: str, words: str) -> None:
    assert answer(life(f"{law(whole(lang), lang)}\n{words}\n", lang=lang), "art_2", date(2017, 6, 1)).split()[0] == "possible"
