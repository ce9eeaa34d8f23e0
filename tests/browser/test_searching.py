"""Search in the browser with its filters, citations copied, and the page for addresses that lead nowhere."""

import contextlib
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Site, watched

LAW = "/law/Z100000271_/eng"


def searched(page: Page, files: Site, query: str, locale: str = "") -> None:
    page.goto(f"{files.address}{locale}/search/?{query}&lang=")
    expect(page.locator("#sought")).to_be_visible()


def test_numbers_are_found_as_people_type_them(page: Page, files: Site) -> None:
    for typed, name in (("7 11-1", "Article 7, point 11-1"), ("art. 9-1", "Article 9-1"), ("9-1-бап", "Article 9-1"),
                        ("ст. 6 п. 2", "Article 6, paragraph 2"), ("6(2)(4-1)", "Article 6, paragraph 2, point 4-1"),
                        ("подпункт 4-1) пункта 2 статьи 6", "Article 6, paragraph 2, point 4-1"),
                        ("№ 124-V", "Law № 124-V of 3 July 2013"), ("закон 124", "Law № 124-V of 3 July 2013")):
        searched(page, files, f"q={typed}")
        expect(page.locator(".hits li a").first).to_have_text(re.compile(f"^{re.escape(name)}(?: –|$)"))


@pytest.mark.parametrize(("typed", "there"), [
    ("preamble", f"{LAW}/preamble/"), ("преамбула", f"{LAW}/preamble/"), ("кіріспе", f"{LAW}/preamble/"), ("premble", f"{LAW}/preamble/"),
    ("preambule", f"{LAW}/preamble/"), ("преамула", f"{LAW}/preamble/"), ("124-V ЗРК", "/act/124-V/"),
    ("на 20 июля 2013 года", f"{LAW}/on/2013-07-14/?asked=2013-07-20"), ("20 July 2013", f"{LAW}/on/2013-07-14/?asked=2013-07-20"),
])
def test_what_names_one_page_leads_straight_to_it(page: Page, files: Site, typed: str, there: str) -> None:
    page.goto(f"{files.address}/search/?q={typed}")
    page.wait_for_url(lambda url: url.removeprefix(files.address).startswith(there))


@pytest.mark.parametrize(("typed", "told"), [
    ("ст. 146 УК РК", "This code is № 226-V. Its text is not held."), ("Қылмыстық кодекстің 146-бабы", "This code is № 226-V."),
    ("Article 7 of the Civil Code", "This code is № 268-XIII."),
])
def test_a_code_that_is_not_held_is_told_by_its_number(page: Page, files: Site, typed: str, told: str) -> None:
    page.goto(f"{files.address}/search/?q={typed}")
    expect(page.locator("#results")).to_contain_text(told)
    expect(page.locator("#results a")).to_have_text("To the laws held")


@pytest.mark.parametrize(("typed", "near"), [
    ("prevnetion", "Search for “prevention”"), ("infractoins and crime", "Search for “infractions and crime”"),
    ("124-Ы", "Law № 124-V of 3 July 2013"),
])
def test_what_is_misspelt_leads_to_what_was_meant(page: Page, files: Site, typed: str, near: str) -> None:
    page.goto(f"{files.address}/search/?q={typed}")
    expect(page.locator("#results ul a").first).to_have_text(near)


def test_little_is_fetched_and_more_when_it_is_asked_for(page: Page, files: Site) -> None:
    fetched: list[str] = []
    page.on("request", lambda each: fetched.append(each.url))
    page.goto(f"{files.address}/search/")
    expect(page.locator("#sought")).to_be_visible()
    assert len(fetched) <= 6, fetched
    searched(page, files, "q=prevention")
    expect(page.locator(".hits li")).to_have_count(10)
    assert sum(each.endswith("fragment") for each in fetched) == 10
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".hits li")).to_have_count(20)
    expect(page.locator(".hits li").nth(10).locator("a")).to_be_focused()


def test_what_is_found_says_whether_it_is_in_operation_and_can_be_limited_to_it(page: Page, files: Site) -> None:
    searched(page, files, "q=infractions")
    expect(page.locator(".hits li").first).to_contain_text("Not in operation")
    page.get_by_label("As on 24 November 2026").select_option("In operation")
    page.locator("#sought button").click()
    expect(page.locator("#results")).to_contain_text("Nothing was found.")
    expect(page.get_by_label("As on 24 November 2026")).to_have_value("yes")


def test_a_text_is_found_once_and_shown_in_the_readers_language(page: Page, files: Site) -> None:
    for locale in ("", "/ru", "/kk"):
        searched(page, files, "q=7 11-1", locale)
        expect(page.locator(".hits li")).to_have_count(1)
        expect(page.locator(".hits a").first).to_have_attribute("href", re.compile(f"site{locale}/law/"))


def test_a_search_from_a_day_leads_back_to_the_day(page: Page, files: Site) -> None:
    page.goto(f"{files.address}{LAW}/on/2013-07-14/")
    page.get_by_label("Search in this text").fill("legal nurturing")
    page.locator("form.here button").click()
    page.locator(".hits a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("on 14 July 2013")


def test_a_citation_is_copied(chromium: Browser, site: Site) -> None:
    end = "/" if site.kind == "files" else ""
    with contextlib.closing(chromium.new_context(permissions=["clipboard-read", "clipboard-write"])) as context:
        for page in watched(context):
            page.goto(f"{site.address}{LAW}/on/2013-07-14{end}")
            page.get_by_role("button", name="Copy citation: Article 7", exact=True).click()
            expect(page.get_by_role("status")).to_have_text("Copied")
            assert page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ") == (
                "Law of the Republic of Kazakhstan № 271-IV of 29 April 2010, “On prevention of infractions”, Article 7, as on "
                f"14 July 2013 (English text, unofficial translation) [partly held]. {site.address}{LAW}/art_7/on/2013-07-14{end}")


@pytest.mark.parametrize(("locale", "typed", "verdict"), [
    ("", "Article 7 point 9 on 20 June 2013", "as on 20 June 2013 (English text, unofficial translation) [wording not held]"),
    ("/ru", "п. 9 ст. 7 на 20 июня 2013", "по состоянию на 20 июня 2013 года (английский текст, неофициальный перевод) [текста этой редакции у нас нет]"),
    ("/kk", "2013 жылғы 20 маусымда 7-баптың 9-тармағы",
     "2013 жылғы 20 маусымдағы жағдай бойынша (ағылшын тіліндегі мәтін, ресми емес аударма) [бізде бұл редакцияның мәтіні жоқ]"),
])
def test_one_line_and_one_click_lead_from_home_to_a_copied_citation_with_its_verdict_and_its_day(
        chromium: Browser, server: Site, locale: str, typed: str, verdict: str) -> None:
    with contextlib.closing(chromium.new_context(permissions=["clipboard-read", "clipboard-write"])) as context:
        for page in watched(context):
            page.goto(f"{server.address}{locale or '/'}")
            page.get_by_role("searchbox").fill(typed)
            page.keyboard.press("Enter")
            page.locator("button.copy").first.click()
            expect(page.get_by_role("status")).not_to_be_empty()
            told = page.evaluate("navigator.clipboard.readText()")
            there = f"{locale}{LAW}/art_7/on/2012-02-28?asked=2013-06-20#art_7__point_9"
            assert told.replace("\u00a0", " ").endswith(f"{verdict}. {server.address}{there}")
            page.goto(f"{server.address}{there}")
            expect(page).to_have_url(f"{server.address}{locale}{LAW}/art_7/on/2013-06-20#art_7__point_9")


def test_a_citation_is_one_link_away_without_a_script(plain_page: Page, site: Site) -> None:
    plain_page.goto(f"{site.address}{LAW}/on/2013-07-14{'/' if site.kind == 'files' else ''}")
    expect(plain_page.get_by_role("button", name="Copy citation")).to_have_count(0)
    plain_page.get_by_role("link", name=re.compile("^Cite ?: Article 7$")).click()
    expect(plain_page.get_by_role("region", name="To cite")).to_contain_text("as on 14 July 2013")


def test_the_table_of_acts_scrolls_inside_its_own_region(chromium: Browser, site: Site) -> None:
    with contextlib.closing(chromium.new_context(viewport={"width": 390, "height": 900})) as context:
        for page in watched(context):
            page.goto(f"{site.address}{LAW}/acts{'/' if site.kind == 'files' else ''}")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.locator(".wide").evaluate("(each) => each.scrollWidth > each.clientWidth")
