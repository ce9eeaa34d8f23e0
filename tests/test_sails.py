"""The invented Sailing Code, which holds many forms of real files at once, and an order with annexed rules.

Four Russian editions, two Kazakh ones, a translation that lags: parts and sections, a list of contents, words replaced throughout,
a picture, tables, notes of the law, what is foreseen and suspended, an annex. `make serve SAMPLE=1` serves it.
"""

import json
import re
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

import lawgraph
from built import TODAY, opened
from lawgraph.commands.cli import main
from lawgraph.database.opening import connect
from lawgraph.printout.citing import pattern
from lawgraph.serving.assistants.desk import Desk
from lawgraph.serving.assistants.quoting import QuoteVerdict
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.search import SearchPage, Sought, search_page
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import Locale, voice_of

SAILS = Path(__file__).parent / "invented" / "sails"
CODE, ORDER = "K1200000030", "zan-9042"
MOST = 150_000


def run(*words: str | Path) -> str:
    result = CliRunner().invoke(main, [str(each) for each in words], catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    return result.stdout


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Return the options that name corpus, facts and database of the sample."""
    folder = tmp_path_factory.mktemp("sails")
    run("import", SAILS / "code", "--law", CODE, "--corpus", folder / "corpus")
    run("import", SAILS / "order", "--corpus", folder / "corpus")
    options = ("--corpus", str(folder / "corpus"), "--amendments", str(SAILS / "amendments"), "--db", str(folder / "sails.db"))
    run("build", *options)
    return options


def on(held: tuple[str, ...], law: str, eid: str, day: str, lang: str = "rus") -> str:
    answer = json.loads(run("text", law, eid, "--on", day, "--lang", lang, "--format", "json", *held))
    own = next(each for each in answer["provisions"] if each["eid"] == eid)
    return f"{own['in_operation']} {own['wording']} {own['text']}"


def test_it_stays_small() -> None:
    assert sum(each.stat().st_size for each in SAILS.rglob("*") if each.is_file()) <= MOST


def test_the_doctor_understands_all_but_the_picture_and_what_translations_leave_out() -> None:
    files = json.loads(run("doctor", SAILS / "code", "--law", CODE, "--format", "json"))
    files += json.loads(run("doctor", SAILS / "order", "--format", "json"))
    assert len(files) == 9
    assert {sum(share["tenths"] for share in file["shares"]) for file in files} == {1000}
    assert {unread["text"] for file in files for unread in file["unread"]} == {
        "⟦https://adilet.zan.kz/files/0030/plata.png⟧", "6 … 8", "9 … 12"}
    assert not [file["refused"] for file in files if file["refused"]]


@pytest.mark.parametrize(("eid", "day", "told"), [
    ("art_1__point_3", "2014-02-28", "yes attested лоцман – лицо, которое ведет судно по протоке;"),
    ("art_1__point_3", "2014-03-01", "yes attested проводник – лицо, которое ведет судно по протоке;"),
    ("art_1__point_1", "2013-01-01", "yes attested парус – полотно, которое держит ветер;"),
    ("art_1__point_3-1", "2018-05-31", "no None None"),
    ("art_1__point_3-1", "2018-06-01", "yes attested штиль – погода, при которой лист не шевелится;"),
    ("art_4__para_1__point_2", "2018-05-26", "no None None"),
    ("art_5-1", "2014-02-28", "no None None"),
    ("art_8", "2018-05-26", "no None None"),
    ("art_9", "2023-06-01", "yes attested "),
    # The Kazakh and English texts of those days leave these out without a line, and no act is known that did.
        ("art_9__note_2", "2023-06-01", "possible unknown None"),
    ("art_9", "2024-01-10", "no None None"),
    ("art_7", "2020-01-01", ("yes attested Судно подает сигналы:\nСигнал\tЗначение\nодин удар колокола\tиду вправо\n"
     "два удара колокола\tиду влево\nфлаг синий\tстою")),
    ("annex_1__para_1__point_2", "2024-01-10", "possible unknown None"),
])
def test_what_the_code_said_on_a_day(held: tuple[str, ...], eid: str, day: str, told: str) -> None:
    assert on(held, CODE, eid, day) == told


def test_a_translation_that_lags_is_overruled(held: tuple[str, ...]) -> None:
    assert on(held, CODE, "art_8", "2020-01-01", "eng") == "no None None"


def test_the_provisions_stand_in_the_order_of_print(held: tuple[str, ...]) -> None:
    answer = json.loads(run("text", CODE, "--on", "2024-01-10", "--lang", "rus", "--format", "json", *held))
    order = [each["eid"] for each in answer["provisions"] if each["kind"] in ("section", "chapter", "article", "annex")]
    assert order == ["sec_1", "chp_1", "art_1", "art_2", "art_3", "chp_2", "chp_2__sec_1", "art_4", "chp_2__sec_2", "art_5", "art_5-1",
                     "sec_2", "chp_3", "art_6", "art_7", "art_8", "chp_4", "art_9", "art_10", "sec_3", "chp_5", "art_11", "art_12",
                     "annex_1"]


def test_the_rules_of_the_order_stand_in_its_annex(held: tuple[str, ...]) -> None:
    answer = json.loads(run("text", ORDER, "--on", "2019-07-01", "--lang", "rus", "--format", "json", *held))
    told = {each["eid"]: each["heading"] for each in answer["provisions"] if each["kind"] in ("annex", "chapter")}
    assert told == {"annex_1": "Правила выдачи парусов", "annex_1__chp_1": "Общие положения", "annex_1__chp_2": "Порядок выдачи",
                    "annex_1__annex_1": "Журнал парусов", "annex_1__annex_2": "Перечень полотен"}


def test_a_quote_of_another_day_is_told_with_its_days(held: tuple[str, ...]) -> None:
    quote = "лоцман – лицо, которое ведет судно по протоке;"
    with lawgraph.open(held[-1]) as archive:
        told, other = (Desk(archive).verify_quote(quote, CODE, "art_1__point_3", day, "rus") for day in ("2014-02-28", "2014-03-01"))
    assert (told.verdict, told.sure, told.words_before, told.words_after) == (QuoteVerdict.EXACT, True, 0, 0)
    assert (other.verdict, other.sure) == (QuoteVerdict.OTHER_DAYS, True)
    assert max(str(each.before.latest) for each in other.other_days) == "2014-03-01"
    assert [(each.held, each.quoted) for each in other.differences] == [("проводник", "лоцман")]


def test_a_code_is_cited_as_a_code_and_an_order_as_an_order() -> None:
    assert pattern("code", voice_of(Locale.RUSSIAN)).startswith("Кодекс Республики Казахстан ")
    assert pattern("code", voice_of(Locale.KAZAKH)).startswith("«%(title)s» Қазақстан Республикасының ")
    assert pattern("order").startswith("%(kind)s № ")


def read(held: tuple[str, ...], path: str, locale: Locale) -> str:
    """Return the words of a page, its title first."""
    voice = voice_of(locale)
    with closing(connect(Path(held[-1]))) as conn:
        page = answer(PageContext(conn, PageRequest(path), TODAY, voice, opened))
        assert isinstance(page, Page)
        told = render(page, PageSetting(Host.SERVER, TODAY, voice, lambda target: target))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", told)).split())


@pytest.mark.parametrize(("law", "locale", "named", "dated"), [
    (CODE, Locale.ENGLISH, "Code 30-V", "Code № 30-V of 14 May 2012"),
    (CODE, Locale.RUSSIAN, "Кодекс № 30-V", "Кодекс от 14 мая 2012 года № 30-V"),
    (CODE, Locale.KAZAKH, "№ 30-V Кодекс", "2012 жылғы 14 мамырдағы № 30-V Кодекс"),
    (ORDER, Locale.ENGLISH, "Order 21-01-38.46", "Order № 21-01-38.46 of 3 March 2015"),
    (ORDER, Locale.RUSSIAN, "Приказ № 21-01-38.46", "Приказ от 3 марта 2015 года № 21-01-38.46"),
    (ORDER, Locale.KAZAKH, "№ 21-01-38.46 Бұйрық", "2015 жылғы 3 наурыздағы № 21-01-38.46 Бұйрық"),
])
def test_a_kind_travels_with_a_number(held: tuple[str, ...], law: str, locale: Locale, named: str, dated: str) -> None:
    """An order is called an order in titles, in the way to a page and above the text, in the order of the language."""
    law_words = {Locale.ENGLISH: r"Law (?:№ )?(?:30-V|21-01)", Locale.RUSSIAN: "Закон № (?:30-V|21-01)",
                 Locale.KAZAKH: r"№ (?:30-V|21-01-38\.46) Заң"}[locale]
    for path in (f"/law/{law}/rus", f"/law/{law}/rus/on/2019-08-01", f"/law/{law}/rus/diff", f"/law/{law}/rus/annex_1",
                 f"/law/{law}/rus/annex_1/on/2019-08-01", f"/law/{law}/rus/acts", "/"):
        told = read(held, path, locale)
        assert dated in told or path == "/", path
        assert named in told or path in ("/", f"/law/{law}/rus"), path
        assert not re.search(law_words, told), path


def test_an_order_is_no_law_of_the_state_in_a_bibliography(held: tuple[str, ...]) -> None:
    told = [run("cite", law, "annex_1", "--on", "2019-08-01", "--lang", "rus", "--format", "bibtex", *held) for law in (CODE, ORDER)]
    assert ["howpublished = {Code of the Republic of Kazakhstan of 14 May 2012}" in told[0],
            "howpublished = {Order of 3 March 2015}" in told[1]] == [True, True]


def sought(held: tuple[str, ...], typed: str, locale: Locale) -> SearchPage:
    with closing(connect(Path(held[-1]))) as conn:
        return search_page(conn, Sought(typed, None, None, None), TODAY, voice_of(locale))


@pytest.mark.parametrize(("typed", "locale", "path"), [
    ("30-V", Locale.RUSSIAN, f"/law/{CODE}/rus"), ("30-V", Locale.KAZAKH, f"/law/{CODE}/kaz"), ("30-V", Locale.ENGLISH, f"/law/{CODE}/eng"),
    ("30-V статья 7", Locale.ENGLISH, f"/law/{CODE}/rus/art_7"), ("30-V 7-бап", Locale.ENGLISH, f"/law/{CODE}/kaz/art_7"),
    ("30-V 7", Locale.RUSSIAN, f"/law/{CODE}/rus/art_7"), ("К1200000030 ст. 7", Locale.RUSSIAN, f"/law/{CODE}/rus/art_7"),
    ("30-V на 1 марта 2014 года", Locale.RUSSIAN, f"/law/{CODE}/rus/on/2014-03-01"),
])
def test_the_box_leads_to_the_text_in_the_language_that_was_typed_or_else_of_the_page(
        held: tuple[str, ...], typed: str, locale: Locale, path: str) -> None:
    assert sought(held, typed, locale).straight == path


@pytest.mark.parametrize(("typed", "paths"), [
    ("преамбула", {f"/law/{CODE}/rus/preamble", f"/law/{ORDER}/rus/preamble"}), ("кіріспе", {f"/law/{CODE}/kaz/preamble", f"/law/{ORDER}/kaz/preamble"}),
    ("глава 2", {f"/law/{CODE}/rus/chp_2"}), ("приложение 1", {f"/law/{CODE}/rus/annex_1", f"/law/{ORDER}/rus/annex_1"}),
])
def test_a_place_is_found_in_each_law_that_has_it(held: tuple[str, ...], typed: str, paths: set[str]) -> None:
    assert {each.path for each in sought(held, typed, Locale.RUSSIAN).provisions} == paths


@pytest.mark.parametrize(("typed", "locale", "told", "near"), [
    ("статья 99", Locale.RUSSIAN, "Ни в одном законе сайта нет такого положения.", ("Статья 12 – Кодекс № 30-V", f"/law/{CODE}/rus/art_12")),
    ("п. 99 ст. 1", Locale.RUSSIAN, "Ни в одном законе сайта нет такого положения.", ("Статья 1 – Кодекс № 30-V", f"/law/{CODE}/rus/art_1")),
    ("99-бап", Locale.KAZAKH, "Сайттағы заңдардың ешқайсысында мұндай ереже жоқ.", ("12-бап – № 30-V Кодекс", f"/law/{CODE}/kaz/art_12")),
    ("30-VI", Locale.ENGLISH, "No act № 30-VI is known here.", ("Code 30-V, Sailing Code (invented)", f"/law/{CODE}/eng")),
    ("55-VI ЗРК", Locale.RUSSIAN, "Сведений об акте № 55-VI здесь нет.", ("№ 55-V", "/act/55-V")),
    ("ст. 146 УК РК", Locale.RUSSIAN, "Этот кодекс имеет номер № 226-V. Его текста у нас нет.", ("К законам сайта", "/")),
    ("лоцман 1812", Locale.RUSSIAN, "", ("Поиск: лоцман", "/search?q=%D0%BB%D0%BE%D1%86%D0%BC%D0%B0%D0%BD")),
    ("статья семь", Locale.RUSSIAN, "", ("Поиск: семь", "/search?q=%D1%81%D0%B5%D0%BC%D1%8C")),
])
def test_what_fits_nothing_leads_to_the_nearest_in_the_language_of_the_page(
        held: tuple[str, ...], typed: str, locale: Locale, told: str, near: tuple[str, str]) -> None:
    page = sought(held, typed, locale)
    assert (page.nothing, " ".join(page.told)) == (True, told)
    assert near in [(each.text, each.path) for each in page.near]


def test_a_day_alone_leads_to_each_law_on_that_day(held: tuple[str, ...]) -> None:
    page = sought(held, "на 20 июля 2015 года", Locale.RUSSIAN)
    assert {each.path for each in page.laws} == {f"/law/{CODE}/rus/on/2015-07-20", f"/law/{ORDER}/rus/on/2015-07-20"}


def test_texts_in_the_language_of_the_page_come_first(held: tuple[str, ...]) -> None:
    for locale, lang in ((Locale.RUSSIAN, "rus"), (Locale.KAZAKH, "kaz")):
        found = [each.lang for each in sought(held, "лоцман", locale).texts]
        assert set(found) == {"rus", "kaz"}
        assert found == sorted(found, key=lambda each: each != lang)


@pytest.mark.parametrize(("path", "locale", "there"), [
    (f"/law/{CODE}", Locale.RUSSIAN, f"/law/{CODE}/rus"), (f"/law/{CODE}", Locale.ENGLISH, f"/law/{CODE}/eng"),
    ("/law/30-V/ru/art_7", Locale.ENGLISH, f"/law/{CODE}/rus/art_7"), (f"/law/{CODE}/EN/art_7", Locale.KAZAKH, f"/law/{CODE}/eng/art_7"),
])
def test_an_address_without_its_language_or_with_its_tag_leads_to_the_text(held: tuple[str, ...], path: str, locale: Locale,
                                                                           there: str) -> None:
    with closing(connect(Path(held[-1]))) as conn:
        assert answer(PageContext(conn, PageRequest(path), TODAY, voice_of(locale), opened)) == Moved(there)


def test_an_act_that_is_no_law_goes_by_its_number_and_not_by_its_name_in_data(held: tuple[str, ...]) -> None:
    for typed in (("history", ORDER, "annex_1"), ("cite", ORDER, "annex_1__para_1", "--on", "2016-01-01")):
        told = run(*typed, "--lang", "rus", *held)
        assert "№ 21-01-12.3" in told
        assert "order-2019" not in told.replace("order-2019-06-10-21-01-12.3.toml", "")


def test_what_is_foreseen_may_have_changed_it_and_no_earlier_edition_has_its_words(held: tuple[str, ...]) -> None:
    told = run("history", CODE, "art_6", "--lang", "rus", *held).partition("Where to look it up")[2]
    assert "By that day it may have been changed by № 55-V, № 60-VIII." in told
    assert "An edition dated" not in told


def test_a_reason_is_told_once(held: tuple[str, ...]) -> None:
    told = run("history", CODE, "art_9__note_2", "--lang", "rus", *held)
    assert all(line.count("the sources contradict each other") < 2 for line in told.splitlines())


@pytest.mark.parametrize(("law", "called", "told"), [
    (CODE, "Кодекс", "Кодекс, вероятно, действовал"), (ORDER, "Приказ", "Приказ, вероятно, действовал"),
])
def test_a_code_and_an_order_are_never_spoken_of_as_a_law(held: tuple[str, ...], law: str, called: str, told: str) -> None:
    """«Закон» remains where a law is meant: «Законом № 120-VI», «Законы», «Законодательство»."""
    for path in (f"/law/{law}/rus", f"/law/{law}/rus/on/2013-01-01", f"/law/{law}/rus/annex_1/on/2016-01-01", f"/law/{law}/rus/diff",
                 f"/law/{law}/rus/annex_1", f"/law/{law}/rus/acts"):
        page = read(held, path, Locale.RUSSIAN)
        assert called in page
        assert not re.search(r"(?<!Сноска\. )\bЗакон(?:а|у|е|ом(?! №))?\b(?! Республики| № | РК )", page), path
    assert told in read(held, f"/law/{law}/rus", Locale.RUSSIAN)


def test_a_code_and_an_order_are_called_so_in_kazakh_english_and_on_the_command_line(
        held: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Бұйрықтың өз ескертулерінде" in read(held, f"/law/{ORDER}/kaz", Locale.KAZAKH)
    assert "Осы Кодекстің өзгерістері (Atom)" in read(held, f"/law/{CODE}/kaz", Locale.KAZAKH)
    assert "The order was probably in operation" in read(held, f"/law/{ORDER}/rus", Locale.ENGLISH)
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert "Кодекс введен в действие" in run("cite", CODE, "art_1", "--on", "2013-01-01", "--lang", "rus", *held)


@pytest.mark.parametrize(("path", "locale", "shown"), [
    (f"/law/{CODE}/rus/art_8/on/2015-01-01", Locale.RUSSIAN, "1\u00a0января 2015\u00a0года"),
    (f"/law/{CODE}/rus/art_8/on/2019-01-01", Locale.RUSSIAN, "Законом №\u00a0120-VI"),
    (f"/law/{CODE}/kaz/art_8/on/2015-01-01", Locale.KAZAKH, "2015\u00a0жылғы\u00a01\u00a0қаңтардағы"),
    (f"/law/{CODE}/rus/feed", Locale.RUSSIAN, "№\u00a030-V"),
])
def test_no_line_ends_within_a_day_or_behind_the_sign_of_a_number(held: tuple[str, ...], path: str, locale: Locale, shown: str) -> None:
    voice = voice_of(locale)
    with closing(connect(Path(held[-1]))) as conn:
        page = answer(PageContext(conn, PageRequest(path), TODAY, voice, opened))
        assert isinstance(page, Page)
        told = render(page, PageSetting(Host.SERVER, TODAY, voice, lambda target: target))
    assert shown in re.sub("<[^>]+>", "", told)
    assert "№ " not in told.partition("<body>")[2]


def test_where_the_sources_end_nothing_is_said_to_have_changed(held: tuple[str, ...]) -> None:
    for path in (f"/law/{CODE}/rus/diff", f"/law/{CODE}/rus"):
        assert "he sources are silent from 11 January 2024 on" in read(held, path, Locale.ENGLISH)
    assert "What changed on 11 January 2024" not in read(held, f"/law/{CODE}/rus/diff", Locale.ENGLISH)
