"""Documents whose trees were written down before the program read them: the kinds that it read otherwise."""

import pytest

from four_formats import FORMATS, law_in
from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from test_second_round import ARTICLES, FRONT, LANGUAGES, ORDERS, read_in, whole

BEHIND = {"rus": ("Статья 4. Дым", "Дым идет."), "kaz": ("4-бап. Түтін", "Түтін шығады.")}
OLD = {"rus": ("О печах", "Закон Республики Казахстан от 22 января 1993 года N 1966-XII"),
       "kaz": ("Пештер туралы", "Қазақстан Республикасының 1993 жылғы 22 қаңтардағы N 1966-XII Заңы")}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Статья 3. (Статья исключена - Законом РК от 11 июля 1997 г. N 154)."), ("rus", "Статья 3. Исключена (Законом РК от 11.07.1997 N 154)."),
    ("rus", "Статья 3. Статья исключена Законом РК от 11.07.1997 N 154."), ("kaz", "3-бап. (Бап алып тасталды - ҚР 1997.07.11 N 154 Заңымен)."),
    ("kaz", "3-бап. Алып тасталды (ҚР 11.07.1997 N 154 Заңымен)."), ("kaz", "3-бап. Бап алынып тасталды - ҚР 1997.07.11 N 154 Заңымен.")])
def test_an_article_is_excluded_in_brackets_or_by_its_own_name(lang: str, line: str, form: str) -> None:
    document = law_in(form, lang, OLD[lang], [*ARTICLES[lang], line, *BEHIND[lang]])
    assert [each.split(" | ")[0] for each in whole(document)] == ["art_1", "art_2", "art_3", "art_4"]
    assert [(claim.target, claim.action, claim.act and claim.act.number, str(claim.act and claim.act.adopted)) for claim in document.claims] == [
        ("art_3", "exclusion", "154", "1997-07-11")]
    assert [each.eid for each in document.provisions if each.excluded] == ["art_3"]


def test_an_exclusion_in_brackets_with_words_behind_them_is_not_understood() -> None:
    document = law_in("txt", "rus", OLD["rus"], [*ARTICLES["rus"], "Статья 3. (Статья исключена Законом РК от 11.07.1997 N 154) Печь гасят", *BEHIND["rus"]])
    assert "art_3" in {eid for each in document.unread for eid in each.eids}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "В соответствии со статьей 1 Закона Республики Казахстан от 10 декабря 1993 года \"О временных печах\" издаю настоящий Указ."),
    ("kaz", "\"Уақытша пештер туралы\" Қазақстан Республикасының 1993 жылғы 10 желтоқсандағы Заңына сәйкес Жарлығын шығарамын.")])
def test_a_decree_may_rest_on_a_law_with_a_day_and_a_title_that_speaks_of_time(lang: str, line: str, form: str) -> None:
    document = law_in(form, lang, OLD[lang], [line, *ARTICLES[lang]])
    assert whole(document)[0] == f"preamble | {line}"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_points_with_latin_letters(lang: str, form: str) -> None:
    points = {"rus": ("Печь топят:", "a) дровами;", "b) углем;", "c) камышом."), "kaz": ("Пеш:", "a) отынмен;", "b) көмірмен;", "c) қамыспен жағылады.")}[lang]
    document = law_in(form, lang, FRONT[lang], [ARTICLES[lang][0], *points])
    assert [line.split(" | ")[0] for line in whole(document)] == ["art_1", *(f"art_1__subpoint_{number}" for number in (1, 2, 3))]


def annexed(lang: str, form: str, further: tuple[str, ...], titles: int = 1) -> Document:
    """Return an order whose annexed rules have a title of so many lines, and further lines; "# " marks a heading."""
    title, number, ordered, signed, stamp, rules, _, text, *_ = ORDERS[lang]
    named = (rules, "«О печах и дровах»")[:titles]
    if form == "md":
        told = [f"# {title}", number, ordered, f"*{signed}*", f"> *{' '.join(stamp)}*", *(f"# {each}" for each in named), f"1. {text}",
                *further]
        return read_in("\n\n".join(told) + "\n", lang, form)
    if form == "html":
        body = (f"<p>      {ordered}</p><table><tr><td><p><i>{signed}</i></p></td></tr></table><table><tr><td></td><td><p>{'<br/>'.join(stamp)}</p></td></tr></table>"
                 f"<h3>{'<br/>'.join(named)}</h3><p>      1. {text}</p>")
        body += "".join(f"<h3>{each[2:]}</h3>" if each.startswith("# ") else f"<p>      {each}</p>" for each in further)
        page = (f'<html><body><div class="container_alpha slogan"><h1>{title}</h1><p>{number}</p></div><div class="container_gamma text"><div>'
                f'<article>{body}</article></div></div><div class="container_omega aftertext"></div></body></html>')
        return read_in(page, lang, form)
    lines = [title, "", number, "", f"      {ordered}", "", f"      {signed}", "", *stamp, "", *named, "", f"      1. {text}", ""]
    lines += [line for each in further for line in ((each[2:] if each.startswith("# ") else f"      {each}"), "")]
    return parse(read("\n".join(lines).encode(), f"{lang}.txt"), lang)


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_of_two_lines_whose_second_is_quoted_stands_below_a_whole_stamp(lang: str, form: str) -> None:
    rules, text = ORDERS[lang][5], ORDERS[lang][7]
    assert whole(annexed(lang, form, (), titles=2))[1:] == [f"annex_1 | {rules} «О печах и дровах»", f"annex_1__para_1 | {text}"]


LISTS = {"rus": ("Перечень печей, подведомственных министерству", "1. Печь «Зима».", "2. Печь «Лето»."),
         "kaz": ("Министрлікке ведомстволық бағынысты пештер тізбесі", "1. «Қыс» пеші.", "2. «Жаз» пеші.")}


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_below_annexed_rules_that_counts_from_one_is_an_annex_to_them(lang: str, form: str) -> None:
    text = ORDERS[lang][7]
    title, one, two = LISTS[lang]
    document = annexed(lang, form, (f"2. {text}", f"# {title}", one, two, f"# {title} (2)", one))
    assert whole(document)[2:] == [
        f"annex_1__para_1 | {text}", f"annex_1__para_2 | {text}", f"annex_1__annex_1 | {title}", f"annex_1__annex_1__para_1 | {one[3:]}",
        f"annex_1__annex_1__para_2 | {two[3:]}", f"annex_1__annex_2 | {title} (2)", f"annex_1__annex_2__para_1 | {one[3:]}"]


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize(("lang", "note", "target"), [
    ("rus", "Сноска. Пункт 2 в редакции приказа Министра печей РК от 05.06.2020 № 44.", "annex_1__annex_1__para_2"),
    ("rus", "Сноска. Приложение 1 в редакции приказа Министра печей РК от 05.06.2020 № 44.", "annex_1__annex_1"),
    ("kaz", "Ескерту. 2-тармақ жаңа редакцияда – ҚР Пеш министрінің 05.06.2020 № 44 бұйрығымен.", "annex_1__annex_1__para_2"),
    ("kaz", "Ескерту. 1-қосымша жаңа редакцияда – ҚР Пеш министрінің 05.06.2020 № 44 бұйрығымен.", "annex_1__annex_1")])
def test_a_note_in_an_annex_of_rules_speaks_of_its_points_and_not_of_those_of_the_rules(lang: str, note: str, target: str, form: str) -> None:
    title, one, two = LISTS[lang]
    document = annexed(lang, form, (f"2. {ORDERS[lang][7]}", f"# {title}", one, two, note))
    assert [(claim.target, claim.action) for claim in document.claims] == [(target, "substitution")]
    assert document.unread == ()


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize(("lang", "note"), [
    ("rus", "Сноска. Перечень в редакции приказа Министра печей РК от 05.06.2020 № 44."),
    ("rus", "Сноска. Правила дополнены пунктом 2 в соответствии с приказом Министра печей РК от 05.06.2020 № 44."),
    ("rus", "Сноска. Приложение в редакции приказа Министра печей РК от 05.06.2020 № 44."),
    ("kaz", "Ескерту. Тізбе жаңа редакцияда – ҚР Пеш министрінің 05.06.2020 № 44 бұйрығымен.")])
def test_in_an_annex_of_rules_nobody_knows_which_of_them_the_rules_are(lang: str, note: str, form: str) -> None:
    title, one, two = LISTS[lang]
    document = annexed(lang, form, (f"2. {ORDERS[lang][7]}", f"# {title}", note, one, two))
    assert "annex_1__annex_1__para_2" in {each.eid for each in document.provisions}
    assert [each.eids for each in document.unread] == [("annex_1",)]


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize(("lang", "note", "target"), [
    ("rus", "Сноска. Заголовок Правил в редакции приказа Министра печей РК от 05.06.2020 № 44.", "annex_1__heading"),
    ("rus", "Сноска. Заголовок приказа в редакции приказа Министра печей РК от 05.06.2020 № 44.", "law__heading"),
    ("rus", "Сноска. Заголовок главы 1 в редакции приказа Министра печей РК от 05.06.2020 № 44.", "annex_1__chp_1__heading"),
    ("kaz", "Ескерту. Қағидалардың тақырыбы жаңа редакцияда – ҚР Пеш министрінің 05.06.2020 № 44 бұйрығымен.", "annex_1__heading"),
    ("kaz", "Ескерту. 1-тараудың тақырыбы жаңа редакцияда – ҚР Пеш министрінің 05.06.2020 № 44 бұйрығымен.", "annex_1__chp_1__heading")])
def test_the_heading_of_rules_is_theirs_wherever_the_note_stands(lang: str, note: str, target: str, form: str) -> None:
    chapter = {"rus": "# Глава 1. Дым", "kaz": "# 1-тарау. Түтін"}[lang]
    document = annexed(lang, form, (chapter, note, f"2. {ORDERS[lang][7]}"))
    assert [(claim.target, claim.action) for claim in document.claims] == [(target, "substitution")]
    assert document.unread == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_numbered_row_of_a_copied_table_is_no_chapter(lang: str) -> None:
    head, annex = {"rus": ("№\tПечь\tЖар", ("Приложение 1", "к Правилам топки")), "kaz": ("№\tПеш\tҚызу", ("Жағу қағидаларына", "1-қосымша"))}[lang]
    title, number, ordered, signed, stamp, rules, _, text, *_ = ORDERS[lang]
    told = [title, "", number, "", f"      {ordered}", "", f"      {signed}", "", *stamp, "", rules, "", f"      1. {text}", "", *annex, "", LISTS[lang][0], "",
            head, "1.\tA\t80", "2.\tB\t5", ""]
    document = read_in("\n".join(told), lang)
    assert whole(document)[-1] == f"annex_1__annex_1 | {LISTS[lang][0]} | {head}\n1.\tA\t80\n2.\tB\t5"


NOTES = {"rus": ("Примечание", "Журнал ведет истопник.", "Журнал хранят год."), "kaz": ("Ескертпе", "Журналды от жағушы жүргізеді.", "Журнал бір жыл сақталады.")}


@pytest.mark.parametrize("label", ["{label}: 1. {one}", "{label}:\n\n1. {one}", "{label}. 1. {one}"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_below_a_form_are_notes_of_the_annex(lang: str, label: str) -> None:
    title, number, ordered, signed, *_ = ORDERS[lang]
    name, one, two = NOTES[lang]
    annex = {"rus": "Приложение к приказу Министра печей от 7 апреля 2011 года № 25", "kaz": "Пеш министрінің 2011 жылғы 7 сәуірдегі № 25 бұйрығына қосымша"}[lang]
    told = (f"# {title}", number, ordered, f"*{signed}*", f"> *{annex}*", f"# {ORDERS[lang][9]}", "| № | A |\n| --- | --- |\n| 1 | 2 |",
            label.format(label=name, one=one), f"2. {two}\n")
    assert [line for line in whole(read_in("\n\n".join(told), lang, "md")) if "note" in line] == [f"annex_1__note_1 | {one}", f"annex_1__note_2 | {two}"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_room_to_write_into_is_no_title_of_a_form(lang: str) -> None:
    to, title, text, annex = {"rus": ("Кому ______", "Заявление", "Прошу печь ______", "Приложение 1<br/>к Правилам топки"),
                              "kaz": ("Кімге ______", "Өтініш", "Пеш сұраймын ______", "Жағу қағидаларына<br/>1-қосымша")}[lang]
    document = annexed(lang, "html", ())
    page = document.text
    assert to not in page
    further = (f"</p><table><tr><td></td><td><p>{annex}</p></td></tr></table><p>      {to}</p><h3>{title}</h3><p>      {text}",)
    assert whole(annexed(lang, "html", further))[-2:] == [f"annex_1__annex_1 | {title} | {to}", f"annex_1__annex_1__al_2 | {text}"]


CONSTITUTIONS = {"rus": ("Конституция Республики Казахстан", "Конституция принята на республиканском референдуме 30 августа 1995 года."),
                 "kaz": ("Қазақстан Республикасының Конституциясы", "Конституция 1995 жылғы 30 тамызда республикалық референдумда қабылданды.")}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("lang", "front", "day"), [
    *((lang, front, "1995-08-30") for lang, front in CONSTITUTIONS.items()),
    ("rus", ("О печах", "Закон Казахской Советской Социалистической Республики от 15 ноября 1990 года"), "1990-11-15"),
    ("kaz", ("Пештер туралы", "Қазақ Советтік Социалистік Республикасының 1990 жылғы 15 қарашадағы Заңы"), "1990-11-15")])
def test_an_act_without_a_number_has_a_day(lang: str, front: tuple[str, str], day: str, form: str) -> None:
    document = law_in(form, lang, front, ARTICLES[lang])
    assert [line.split(" | ")[0] for line in whole(document)] == ["art_1", "art_2"]
    assert (document.number, str(document.adopted), document.title) == (None, day, front[0])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("lang", "lines", "targets"), [
    ("rus", ("Статья 2<sup>1</sup>. Дым", "Сноска. Закон дополнен статьей 2<sup>1</sup> в соответствии с Законом РК от 22.07.2017 № 89-VI (вводится в действие с 01.08.2017)."),
     ["art_2-1"]),
    ("rus", ("Статья 2¹. Дым", "Сноска. Глава 1 дополнена статьями 2¹ и 2² в соответствии с Законом РК от 22.07.2017 № 89-VI (вводится в действие с 01.08.2017)."),
     ["art_2-1", "art_2-2"]),
    ("kaz", ("2<sup>1</sup>-бап. Түтін", "Ескерту. Заң 2<sup>1</sup>-баппен толықтырылды – ҚР 22.07.2017 № 89-VI Заңымен (01.08.2017 бастап қолданысқа енгізіледі)."),
     ["art_2-1"])])
def test_raised_figures_in_a_note_are_those_of_an_inserted_article(lang: str, lines: tuple[str, str], targets: list[str], form: str) -> None:
    document = law_in(form, lang, FRONT[lang], [*ARTICLES[lang], lines[0], BEHIND[lang][1], lines[1]])
    assert [(claim.target, claim.action) for claim in document.claims] == [(target, "insertion") for target in targets]
    assert not [each for each in document.findings if each.kind == "unread_footnote"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_stamp_of_an_annex_that_an_act_newly_words_stands_below_that_of_its_own(lang: str) -> None:
    title, number, ordered, signed, *_ = ORDERS[lang]
    own, other = {"rus": (("Приложение 1", "к приказу Министра печей", "от 7 апреля 2011 года № 25"), ("Приложение 4", "к приказу Министра печей", "от 5 мая 2009 года № 2")),
                  "kaz": (("Пеш министрінің", "2011 жылғы 7 сәуірдегі № 25", "бұйрығына 1-қосымша"), ("Пеш министрінің", "2009 жылғы 5 мамырдағы № 2", "бұйрығына 4-қосымша"))}[lang]
    text = ORDERS[lang][7]
    document = read_in("\n".join((title, "", number, "", f"      {ordered}", "", f"      {signed}", "", *own, "", *other, "", LISTS[lang][0], "", f"      1. {text}", "")), lang)
    assert whole(document)[1:] == [f"annex_1 | {LISTS[lang][0]}", f"annex_1__para_1 | {text}"]


NUMBERED = {"rus": ("Приложение 1", "к приказу Министра печей", "от 7 апреля 2011 года № 25"), "kaz": ("Пеш министрінің", "2011 жылғы 7 сәуірдегі № 25", "бұйрығына 1-қосымша")}


@pytest.mark.parametrize(("lang", "note", "claim"), [
    ("rus", "Сноска. Приложение 1 в редакции приказа Министра печей РК от 05.06.2020 № 44.", ("annex_1", "substitution")),
    ("rus", "Сноска. Правила дополнены приложением 1 в соответствии с приказом Министра печей РК от 05.06.2020 № 44.", ("annex_1__annex_1", "insertion")),
    ("kaz", "Ескерту. 1-қосымша жаңа редакцияда – ҚР Пеш министрінің 05.06.2020 № 44 бұйрығымен.", ("annex_1", "substitution"))])
def test_an_annex_with_a_number_is_meant_where_its_rules_have_an_annex_of_that_number_too(lang: str, note: str, claim: tuple[str, str]) -> None:
    title, number, ordered, signed, _, rules, _, text, within, journal, _ = ORDERS[lang]
    document = read_in("\n".join((title, "", number, "", f"      {ordered}", "", f"      {signed}", "", *NUMBERED[lang], "", rules, "", f"      {note}", "",
                                  f"      1. {text}", "", *within, "", journal, "", f"      1. {text}", "")), lang)
    assert [each.eid for each in document.provisions][1:] == ["annex_1", "annex_1__para_1", "annex_1__annex_1", "annex_1__annex_1__para_1"]
    assert [(each.target, each.action) for each in document.claims] == [claim]


SENTENCES = {"rus": ("О фонде печей", "Статья 1. Утвердить прилагаемое Положение о фонде печей.", "Статья 2. Настоящий Закон вводится в действие со дня опубликования.",
                     "Президент Республики Казахстан", ("Утверждено", "Законом Республики Казахстан", "от 7 апреля 2011 года № 425-IV"), "Положение о фонде печей"),
             "kaz": ("Пештер қоры туралы", "1-бап. Қоса беріліп отырған Пештер қоры туралы ереже бекітілсін.", "2-бап. Осы Заң жарияланған күнінен бастап қолданысқа енгізіледі.",
                     "Қазақстан Республикасының Президенті", ("Қазақстан Республикасының", "2011 жылғы 7 сәуірдегі", "№ 425-IV Заңымен бекітілген"), "Пештер қоры туралы ереже")}


@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_articles_of_a_sentence_each_are_no_list_of_the_articles_of_what_they_approve(lang: str, form: str) -> None:
    title, first, second, signed, stamp, rules = SENTENCES[lang]
    one, text, two, other = ARTICLES[lang]
    if form == "txt":
        told = [title, FRONT[lang][1], first, second, f"{signed}          А. Никто", "\n".join(stamp), rules, one, f"      {text}", two, f"      {other}"]
    else:
        told = [f"# {title}", FRONT[lang][1], f"### {first}", f"### {second}", f"*{signed} А. Никто*", f"> *{' '.join(stamp)}*", f"# {rules}", f"### {one}", text, f"### {two}", other]
    document = read_in("\n\n".join(told) + "\n", lang, form)
    assert whole(document) == [f"art_1 | {first.split('. ', 1)[1]}", f"art_2 | {second.split('. ', 1)[1]}", f"annex_1 | {rules}",
                               f"annex_1__art_1 | {one.split('. ')[1]} | {text}", f"annex_1__art_2 | {two.split('. ')[1]} | {other}"]
