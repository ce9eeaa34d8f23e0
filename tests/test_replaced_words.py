"""Words replaced throughout a law: what holds none of the new ones was not touched; what holds some may have been."""

from dataclasses import replace
from datetime import date

import pytest

from lawgraph.languages.inflected import may_hold
from lawgraph.law.amendments import Dating
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from lives import Table, answer, check, life_of

HELD = date(2021, 1, 1)
KEEPERS = "law | text_substitution | 7-VI, 2018-03-01 | on 2018-04-01 | words overseer"
PRINTED = "art_1 | The overseer shall ring the bell.\nart_2 | The clock shall strike."
OFFICIAL = Table(PRINTED, KEEPERS, day=HELD, official=True, lang="rus")


def test_what_holds_none_of_the_new_words_was_not_touched() -> None:
    check(OFFICIAL, """
        art_1 | 2018-03-31 | yes unverified
        art_1 | 2018-04-01 | yes attested
        art_2 | 2018-03-31 | yes attested
        """)


def test_an_earlier_edition_shows_what_stood_before_the_new_words() -> None:
    before = Table("art_1 | The keeper shall ring the bell.\nart_2 | The clock shall strike.", day=date(2017, 1, 1),
                   official=True, lang="rus")
    check(replace(OFFICIAL, editions=(before,)), """
        art_1 | 2018-03-31 | yes attested
        art_2 | 2018-03-31 | yes attested
        """)


def test_a_translation_may_lag() -> None:
    check(replace(OFFICIAL, official=False, lang="eng"), "art_2 | 2018-03-31 | yes unverified")


def test_an_official_text_speaks_for_its_translation() -> None:
    check(replace(OFFICIAL, lang="eng", official=False, editions=(OFFICIAL,)), "art_2 | 2018-03-31 | yes attested")


def test_words_that_were_deleted_leave_nothing_behind() -> None:
    check(replace(OFFICIAL, claims=KEEPERS.replace(" | words overseer", "")), "art_2 | 2018-03-31 | yes unverified")


def test_a_later_act_may_have_taken_the_new_words_away() -> None:
    early = Table("art_2 | The keeper shall wind the clock.", day=date(2017, 1, 1), official=True, lang="rus")
    changed = f"{KEEPERS}\nart_2 | modification | 8-VI, 2018-12-10 | on 2019-01-01"
    check(replace(OFFICIAL, claims=changed, editions=(early,)), """
        art_2 | 2018-03-31 | yes attested
        art_2 | 2018-06-01 | yes unverified
        art_2 | 2019-01-01 | yes attested
        """)


def test_an_act_before_it_takes_nothing_away() -> None:
    changed = f"{KEEPERS}\nart_2 | modification | 6-VI, 2016-03-10 | on 2017-01-01"
    check(replace(OFFICIAL, claims=changed), "art_2 | 2017-06-01 | yes attested")


def test_of_several_acts_that_replaced_words_the_last_would_have_left_its_own() -> None:
    again = f"{KEEPERS}\nlaw | text_substitution | 8-VI, 2019-03-01 | on 2019-04-01 | words steward"
    check(replace(OFFICIAL, claims=again), "art_2 | 2018-03-31 | yes attested\nart_2 | 2019-03-31 | yes attested")
    deleted = again.replace(" | words steward", "")
    check(replace(OFFICIAL, claims=deleted), "art_2 | 2018-03-31 | yes unverified")


@pytest.mark.parametrize(("text", "words"), [
    ("Часть надзирателей уходит.", ("надзирателем",)), ("Лица, имеющие инвалидность.", ("лица с инвалидностью",)),
    ("Тор құрушылардың жұмысы.", ("құрушыға",)), ("До конца дня.", ("день",)), ("Отметка уровня.", ("уровень",)), ("Бағын қорғайды.", ("бақ",))])
def test_new_words_are_found_in_any_form_and_order(text: str, words: tuple[str, ...]) -> None:
    assert may_hold(text, words)
    assert not may_hold("Сеть.", words)


@pytest.mark.parametrize(("text", "words"), [
    ("Сеть чинит надзи- ратель.", "надзиратель"), ("Н а д з и р а т е л ь чинит.", "надзиратель"), ("Сельскийнадзиратель чинит.", "надзиратель"),
    ("На**дзи**ратель чинит.", "надзиратель"), ("Есть су- ды.", "суды"), ("Əкім қарайды.", "әкім"), ("Кɵлдің суы.", "көлдің")])
def test_new_words_are_found_however_they_are_printed(text: str, words: str) -> None:
    assert may_hold(text, (words,))


HEADS = {"rus": "# О сетях\n\n> *{}*\n\n### Статья 1. Сети\n\nСети.\n", "eng": "# On nets\n\n> *{}*\n\n### Article 1. Nets\n\nNets.\n",
         "kaz": "# Торлар\n\n> *{}*\n\n### 1-бап. Торлар\n\nТор.\n"}
NOTES = {
    "rus": "Сноска. По всему тексту {} Законом РК от 03.07.2013 № 121-V{}.",
    "eng": "Footnote. Throughout the text, the words {} by the Law of the Republic of Kazakhstan dated 29.10.2015 No. 342-V{}.",
    "kaz": "Ескерту. Бүкіл мәтін бойынша {} - ҚР 03.07.2013 № 121-V Заңымен{}."}


@pytest.mark.parametrize(("lang", "words", "clause", "told"), [
    ("rus", 'слова "лодок (судов)", "лодочных" заменены соответственно словами "судов", "судовых"', "", ("судов", "судовых")),
    ("eng", "“keeper” and “keepers” are substituted respectively by the words “overseer” and “overseers”", "", ("overseer", "overseers")),
    ("kaz", "«торшының», «торшыға» деген сөздер «балықшының», «балықшыға» деген сөздермен ауыстырылды", "", ("балықшының", "балықшыға")),
    ("rus", 'цифры "I - V" заменены цифрами "1 - 5"', "", ()),
    ("rus", 'слова "лодок", "лодочных" заменены словом "судов"', "", ()),
    ("rus", 'слова "лодок" заменены словом "судов"', " (вводится в действие с 01.01.2014 до 01.01.2016)", ()),
    ("rus", 'слова "лодок" исключены', "", ()),
    ("rus", 'слово "лодка" в соответствующих падежах заменено словом "судно" в соответствующих падежах', "", ("судно",)),
    ("eng", "the word “keeper” is substituted in the appropriate cases by the word “overseer”", "", ("overseer",)),
    ("kaz", "«торшы» деген сөз тиісті септіктерде «балықшы» деген сөзбен ауыстырылды", "", ("балықшы",)),
    ("rus", 'слово "лодка" заменено словом "судно", кроме случаев, когда речь идет о море,', "", ("судно",)),
    ("rus", '(кроме статьи 1) слово "лодка" заменено словом "судно"', "", ("судно",)),
    ("rus", 'слово "несовершеннолетний" в соответствующих падежах и числах заменено словом "ребенок"', "", ()),
    ("kaz", "(1-баптан басқа) «торшы» деген сөз «балықшы» деген сөзбен ауыстырылды", "", ("балықшы",))])
def test_a_note_tells_all_the_new_words_or_none(lang: str, words: str, clause: str, told: tuple[str, ...]) -> None:
    document = parse(read(HEADS[lang].format(NOTES[lang].format(words, clause)).encode(), "text.md"), lang)
    assert [claim.new_words for claim in document.claims] == [told]


def test_a_second_part_of_an_act_is_not_in_an_edition_that_tells_of_the_first() -> None:
    """Made when № 7-VI was adopted, it shows what began ten days after publication, and none of what began in June."""
    first = "law | text_substitution | 7-VI, 2018-03-01 | 10 days"
    printed = "art_1 | -\nart_1__point_1 | {}\nart_1__point_2 | rings."
    early = Table(printed.format("The beacon burns;"), first, day=date(2018, 3, 1), dated_by=Dating.ADOPTION, official=True, lang="rus")
    late = Table(printed.format("excluded"), f"{first}\nlaw | text_substitution | 7-VI, 2018-03-01 | on 2018-06-01\n"
                 "art_1__point_1 | exclusion | 8-VI, 2020-01-01 | on 2020-02-01", day=HELD, official=True, lang="rus")
    assert answer(life_of(replace(late, editions=(early,))), "art_1__point_1", "2018-06-01") == "yes unverified"


@pytest.mark.parametrize("exception", ["за исключением статьи 1, действующей до 01.01.2016,", 'кроме статьи 1, где слово "сеть" исключено'])
def test_an_exception_that_tells_more_than_what_it_excepts_is_not_left_out(exception: str) -> None:
    document = parse(read(HEADS["rus"].format(NOTES["rus"].format(f'слово "лодка" заменено словом "судно", {exception}', "")).encode(), "text.md"), "rus")
    assert document.unread


def test_what_the_start_of_the_act_excepts_is_no_exception_from_the_words() -> None:
    clause = " (вводится в действие с 01.01.2014, за исключением статьи 1)"
    document = parse(read(HEADS["rus"].format(NOTES["rus"].format('слово "лодка" заменено словом "судно"', clause)).encode(), "text.md"), "rus")
    assert document.unread or any(claim.target == "art_1" or claim.but for claim in document.claims)
