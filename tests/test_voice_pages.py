"""Pages in each language of the interface: no sentence of another one, the right `lang`, the way to the others."""

import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import html5lib
import pytest
import pytest_asyncio
from datasette.app import Datasette
from lxml.etree import _Element

from built import TODAY, opened, served
from lawgraph.site.pages import paths
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.wrong import Unanswerable
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import Locale, voice_of

LAW = "/law/Z100000271_/eng"
ANSWERED = {
    "home": "/", "law": LAW, "law on a day": f"{LAW}/on/2013-07-20", "law before its adoption": f"{LAW}/on/2009-01-01",
    "law at its start": f"{LAW}/on/2010-05-20", "law after its repeal": f"{LAW}/on/2026-11-20",
    "life of an article": f"{LAW}/art_7", "life of a point": f"{LAW}/art_7__point_1", "life of a chapter": f"{LAW}/chp_2",
    "life of a heading": f"{LAW}/art_8__heading", "article on a day": f"{LAW}/art_7/on/2013-07-20",
    "point on a day": f"{LAW}/art_7__point_1/on/2013-07-20", "chapter on a day": f"{LAW}/chp_2/on/2013-07-20",
    "inserted article": f"{LAW}/art_9-1/on/2017-06-01", "heading on a day": f"{LAW}/art_8__heading/on/2013-07-20",
    "title of the law": f"{LAW}/law__heading", "comparisons": f"{LAW}/diff",
    "comparison": f"{LAW}/diff/2010-06-09/2026-01-20", "comparison with nothing": f"{LAW}/diff/2013-07-15/2013-07-16",
    "comparison with the end": f"{LAW}/diff/2026-01-20/2026-11-20", "acts and articles": f"{LAW}/acts",
    "act": "/act/124-V", "last act": "/act/245-VIII", "findings": "/findings", "about": "/about", "search": "/search",
}
WRONG = {
    "30 February": f"{LAW}/on/2013-02-30", "no day": f"{LAW}/on/yesterday", "no such month": f"{LAW}/on/2013-13-05",
    "no such provision": f"{LAW}/art_99", "several provisions": f"{LAW}/ст. 6 п. 3", "no such law": "/law/9-I/eng",
    "no such language": "/law/271-IV/fra", "no such act": "/act/9999-X", "no such page": "/nonsense",
    "one day to compare": f"{LAW}/diff/2013-01-01", "too far": f"{LAW}/art_7/on/2013-07-20/more",
    "no such file": "/about.pdf",
}
ENGLISH = re.compile(r"\b(?:the|of|and|was|were|is|are|on|by|in|to|from|at|with|which|not|no|its|it|this|that|what|here|day|"
                     r"law|act|acts|text|page|held|days)\b", re.IGNORECASE)
CYRILLIC = re.compile(r"[А-Яа-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ]")
FILES = re.compile(r"\S+\.(?:txt|toml|html|json|kz)\S*|lawgraph|SHA-256 \w+|https?://\S+|\border-\S+|\((?:Atom|JSON|CSV)\)|№ \S+")
SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-early", "data-same", "data-alike", "data-steps", "data-alike-of", "data-steps-of", "data-help",
          "data-nothing", "data-wrong", "data-near", "data-home", "data-search", "data-failed", "data-found", "data-count", "data-copy", "data-copied")
OTHERS = [Locale.RUSSIAN, Locale.KAZAKH]
WRITTEN: dict[tuple[object, ...], str] = {}


def html(conn: sqlite3.Connection, path: str, locale: Locale, host: Host = Host.SERVER, **form: str) -> str:
    """Return a page, written once for all tests: the database is one, and nothing is changed."""
    key = path, locale, host, *form.items()
    if key not in WRITTEN:
        WRITTEN[key] = written(conn, path, locale, host, **form)
    return WRITTEN[key]


def written(conn: sqlite3.Connection, path: str, locale: Locale, host: Host, **form: str) -> str:
    voice = voice_of(locale)
    setting = PageSetting(host, TODAY, voice, lambda target: target)
    try:
        page = answer(PageContext(conn, PageRequest(path, **form), TODAY, voice, opened))
    except Unanswerable as error:
        return render(error.page, setting)
    assert not isinstance(page, Moved)
    return render(page, setting)


@cache
def tree(page: str) -> _Element:
    """Return a page as parsed once for all tests; fail where it is not valid."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    return parser.parse(page).getroot()  # type: ignore[no-any-return]  # html5lib has no types


def part(root: _Element, name: str) -> _Element:
    return next(root.iter(name))


def spoken(element: _Element, locale: Locale, lang: str = "") -> Iterator[str]:
    """Give what a page says in its own language: text and spoken attributes, without what is in another one."""
    lang = element.get("lang", lang)
    if element.tag not in ("script", "style", "code") and lang == locale:
        yield from (element.get(name, "") for name in SPOKEN)
        yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and element.tag not in ("script", "style", "code"):
            yield from spoken(child, locale, lang)
        if lang == locale:
            yield child.tail or ""


def left_over(page: str, locale: Locale) -> list[str]:
    """Return what is said in English on a page that speaks another language."""
    told = [FILES.sub("", re.sub(r"\{\w+\}", "", each)) for each in spoken(tree(page), locale) if each.strip()]
    assert len(told) > 10
    return [each.strip() for each in told if ENGLISH.search(each)]


@pytest.mark.parametrize("host", Host)
@pytest.mark.parametrize("locale", OTHERS)
@pytest.mark.parametrize("path", [*ANSWERED.values(), *WRONG.values()], ids=[*ANSWERED, *WRONG])
def test_no_sentence_of_a_page_is_left_in_english(conn: sqlite3.Connection, path: str, locale: Locale, host: Host) -> None:
    assert not left_over(html(conn, path, locale, host), locale)


@pytest.mark.parametrize("words", ["infractions", "ст. 7", "124-V", "xylophone", "7 11-1"])
@pytest.mark.parametrize("locale", OTHERS)
def test_no_sentence_of_a_search_is_left_in_english(conn: sqlite3.Connection, words: str, locale: Locale) -> None:
    assert not left_over(html(conn, "/search", locale, words=words), locale)


def test_the_search_for_english_bites(conn: sqlite3.Connection) -> None:
    assert len(left_over(html(conn, "/about", Locale.ENGLISH), Locale.ENGLISH)) > 20
    page = html(conn, f"{LAW}/on/2013-07-20", Locale.RUSSIAN)
    assert left_over(page.replace("Другой день", "Another day"), Locale.RUSSIAN) == ["Another day"]
    assert left_over(page.replace('lang="en"', 'lang="ru"'), Locale.RUSSIAN)


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("path", [*ANSWERED.values(), *WRONG.values()], ids=[*ANSWERED, *WRONG])
def test_a_page_is_valid_and_says_its_language(conn: sqlite3.Connection, path: str, locale: Locale) -> None:
    page = html(conn, path, locale)
    assert tree(page).get("lang") == locale, "read strictly: a page that is not valid has no tree"
    assert not re.search(r"%\(\w+\)s", page)


@pytest.mark.parametrize("locale", Locale)
def test_the_text_of_the_law_keeps_its_own_language(conn: sqlite3.Connection, locale: Locale) -> None:
    for path, words in ((f"{LAW}/on/2013-07-20", "Competence of the bodies of internal affairs"),
                        (f"{LAW}/art_7__point_9/on/2013-07-20", "registration"), (LAW, "Competence of the bodies"),
                        (f"{LAW}/diff/2010-06-09/2026-01-20", "prevention of infractions"),
                        ("/act/124-V", "On amendments and additions"), (f"{LAW}/art_7", "Competence of")):
        root = tree(html(conn, path, locale))
        found = [each for each in part(root, "body").iter() if isinstance(each.tag, str) and words in (each.text or "")]
        assert found or words == "registration", path
        assert {_lang_of(each) for each in found} <= {"en"}, path


def _lang_of(element: _Element) -> str:
    return next(each.get("lang", "") for each in (element, *element.iterancestors()) if each.get("lang"))


def test_findings_and_recorded_facts_stay_in_english_and_say_so(conn: sqlite3.Connection) -> None:
    for path in ("/findings", f"{LAW}/art_7__point_1/on/2013-07-20"):
        page = html(conn, path, Locale.KAZAKH)
        assert any(len(ENGLISH.findall(" ".join(map(str, each.itertext())))) > 3 for each in tree(page).iter()
                   if each.get("lang") == "en" and each.tag in ("p", "span", "q")), path


@pytest.mark.parametrize("path", ANSWERED.values(), ids=ANSWERED)
def test_the_switch_leads_to_the_same_page_in_the_other_languages(conn: sqlite3.Connection, path: str) -> None:
    for locale in Locale:
        root = tree(html(conn, path, locale))
        (switch,) = (each for each in root.iter("nav") if each.get("class") == "locales")
        links = {each.get("hreflang"): each.get("href") for each in switch.iter("a")}
        assert links == {other: paths.in_locale(other, path) for other in Locale if other is not locale}
        for other, target in links.items():
            assert paths.locale_of(str(target)) == (Locale(str(other)), path)
        assert [each.text for each in switch.iter() if each.get("aria-current")] == [locale.own_name]


@pytest.mark.parametrize("path", ANSWERED.values(), ids=ANSWERED)
def test_links_stay_in_the_language_of_the_page(conn: sqlite3.Connection, path: str) -> None:
    root = tree(html(conn, path, Locale.KAZAKH))
    for each in part(root, "body").iter("a"):
        target = str(each.get("href"))
        ours = target.startswith("/") and not each.get("hreflang") and not re.search(r"\.(?:json|txt|csv|graphml|gexf|xml|ics)$|^/lawgraph", target)
        assert not ours or re.match(r"/kk(?:/|$)", target), target


@pytest.mark.parametrize("locale", OTHERS)
def test_the_answer_is_in_words_of_the_language(conn: sqlite3.Connection, locale: Locale) -> None:
    main = part(tree(html(conn, f"{LAW}/art_7__point_1/on/2013-07-20", locale)), "main")
    told = " ".join(" ".join(map(str, main.itertext())).split())
    if locale is Locale.RUSSIAN:
        assert ("Не установлено, действовало ли это положение на 20 июля 2013 года: положение исключено Законом № 124-V, "
                "введенным в действие между 14 июля и 13 августа 2013 года.") in told
        assert "Закон Республики Казахстан от 29 апреля 2010 года № 271-IV «" in told
        assert "[неясно, действовало ли]" in told
    else:
        assert ("ереже № 124-V Заңымен алып тасталды (осы өзгеріс 2013 жылғы 14 шілде мен 13 тамыз аралығында қолданысқа "
                "енгізілген).") in told
        assert "Қазақстан Республикасының 2010 жылғы 29 сәуірдегі № 271-IV Заңы" in told


@pytest_asyncio.fixture(scope="module")
async def site(database: Path) -> AsyncIterator[Datasette]:
    async with served(database) as datasette:
        yield datasette


@pytest.mark.asyncio
@pytest.mark.parametrize(("path", "code", "told"), [
    (f"/ru{LAW}/on/2013-02-30", 400, "Такого дня нет: 30 февраля 2013 года. Возможно, имелось в виду: 28 февраля 2013 года?"),
    (f"/kk{LAW}/on/2013-02-30", 400, "Мұндай күн жоқ: 2013 жылғы 30 ақпан. Мынаны іздеген боларсыз: 2013 жылғы 28 ақпан?"),
    (f"/ru{LAW}/art_99", 404, "В законе нет такого положения: «art_99»."),
    (f"/kk{LAW}/art_99", 404, "Заңда мұндай ереже жоқ: «art_99»."),
    ("/ru/act/9999-X", 404, "Этого акта здесь нет"), ("/kk/act/9999-X", 404, "Бұл акт мұнда жоқ"),
    ("/ru/law/9-I/eng", 404, "Этого закона здесь нет"), ("/kk/law/9-I/eng", 404, "Бұл заң мұнда жоқ"),
    ("/ru/law/271-IV/fra", 404, "Текста этого закона на языке «fra» здесь нет."),
    ("/kk/law/271-IV/fra", 404, "Бұл заңның «fra» тіліндегі мәтіні мұнда жоқ."),
    (f"/ru{LAW}/diff/2013-01-01", 404, "Для сравнения нужны два дня."),
    (f"/kk{LAW}/diff/2013-01-01", 404, "Салыстыру үшін екі күн керек."),
])
async def test_wrong_input_is_answered_in_the_language_of_the_page(site: Datasette, path: str, code: int, told: str) -> None:
    given = await site.client.get(path)
    assert given.status_code == code
    assert told in given.text.replace("\u00a0", " ")


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/index.json", f"{LAW}.json", f"{LAW}/on/2013-07-20.json", f"{LAW}/art_7.json",
                                  f"{LAW}/art_7/on/2013-07-20.json", "/act/124-V.json", "/findings.json", "/about.json",
                                  f"{LAW}/diff/2013-01-01/2014-01-01.json", f"{LAW}/on/2013-02-30.json"])
async def test_data_is_the_same_in_every_language(site: Datasette, path: str) -> None:
    own = (await site.client.get(path)).text
    for locale in OTHERS if path != "/index.json" else ():
        assert (await site.client.get(f"/{locale}{path}")).text == own
    assert not CYRILLIC.search(re.sub(r"\"(?:rus|kaz)\": \"[^\"]*\"|«[^»]*»|№ \d+ ст\. \d+", "", own).replace("VІ", ""))


@pytest.mark.asyncio
async def test_no_page_sets_a_cookie(site: Datasette) -> None:
    for path in ("/", "/ru", "/kk/about"):
        assert "set-cookie" not in (await site.client.get(path)).headers


@pytest.mark.asyncio
async def test_the_page_of_the_data_says_what_its_tables_and_questions_are_in_the_language_of_the_page(site: Datasette) -> None:
    for locale, told in (("ru", ("Дни, на которые нет текста редакций", "Акты, изменившие законы")),
                         ("kk", ("Редакция мәтіні жоқ күндер", "Заңдарды өзгерткен"))):
        page = (await site.client.get(f"/{locale}/data")).text
        assert all(each in page for each in told)
        assert "Days on which wordings are not held" not in page
    assert "Days on which wordings are not held" in (await site.client.get("/ru/data.json")).text, "data speak English"
