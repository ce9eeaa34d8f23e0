"""What people come for, done as they do it, on both sites, with and without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Site

LAW = "/law/Z100000271_/eng"


def open_page(page: Page, site: Site, path: str) -> None:
    page.goto(f"{site.address}{path}/" if site.kind == "files" and path != "/" else f"{site.address}{path}")


def test_from_the_home_page_to_a_day(page: Page, site: Site) -> None:
    open_page(page, site, "/")
    page.get_by_label("The law on").fill("2013-07-20")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("On prevention of infractions on 20 July 2013")
    expect(page.get_by_role("main")).to_contain_text("№ 124-V may have changed it on any day between 14 July and 12 August 2013")
    page.get_by_role("link", name="Later: 13 August 2013").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("13 August 2013")


def test_one_box_leads_straight_to_a_place_and_a_day(page: Page, site: Site) -> None:
    for typed in ("Article 7 paragraph 9 on 20 June 2013", "п. 9 ст. 7 на 20 июня 2013", "2013 жылғы 20 маусымда 7-баптың 9-тармағы"):
        open_page(page, site, "/")
        page.get_by_role("searchbox").fill(typed)
        page.keyboard.press("Enter")
        # The page of a search repeats what was typed in its heading, and then leads on.
        expect(page).to_have_url(re.compile(r"/on/\d{4}-\d\d-\d\d"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Article 7")
        expect(page.get_by_role("heading", level=1)).to_contain_text("on 20 June 2013")


def test_one_form_leads_to_a_provision_on_a_day(page: Page, site: Site) -> None:
    open_page(page, site, "/")
    page.get_by_label("Law, provision or words").fill("7(9)")
    page.get_by_label("On the day").fill("2013-06-20")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Article 7")
    expect(page.get_by_role("heading", level=1)).to_contain_text("on 20 June 2013")


def test_from_the_home_page_to_a_day_without_a_script(plain_page: Page, site: Site) -> None:
    open_page(plain_page, site, "/")
    plain_page.get_by_label("The law on").fill("2013-07-20")
    plain_page.get_by_role("button", name="Show").click()
    if site.kind == "files":
        plain_page.get_by_role("link", name="from 14 July 2013 to 12 August 2013").click()
    expect(plain_page.get_by_role("main")).to_contain_text("The law was in operation on")
    expect(plain_page.locator("#art_7")).to_contain_text("Competence of the bodies of internal affairs")


def test_read_the_life_of_a_provision_and_follow_an_act(plain_page: Page, site: Site) -> None:
    open_page(plain_page, site, f"{LAW}/on/2013-07-14")
    plain_page.get_by_role("link", name=re.compile(r"^History ?: Article 7$")).click()
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("Article 7")
    expect(plain_page.get_by_role("img", name=re.compile("Not held: from 9 June 2010 to 13 July 2013"))).to_be_visible()
    plain_page.get_by_role("link", name="№ 124-V", exact=True).first.click()
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("№ 124-V")
    expect(plain_page.get_by_role("main")).to_contain_text("between 14 July and 13 August 2013")
    plain_page.get_by_role("link", name="Article 5, point 2").click()
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("Article 5")


def test_follow_an_act_from_the_picture_by_keyboard(page: Page, site: Site) -> None:
    open_page(page, site, f"{LAW}/art_7")
    page.get_by_role("link", name="№ 124-V, between 14 July and 13 August 2013").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("№ 124-V")


def test_an_address_of_any_day_shows_that_day_and_the_days_that_are_like_it(page: Page, root: Site) -> None:
    page.goto(f"{root.address}{LAW}/art_7__point_9/on/2013-07-20")
    expect(page.get_by_role("heading", level=1)).to_have_text("Article 7 on 20 July 2013")
    assert page.url.endswith("/art_7/on/2013-07-14/?asked=2013-07-20#art_7__point_9")
    expect(page).to_have_title(re.compile("^Article 7 on 20 July 2013"))
    expect(page.get_by_label("Another day")).to_have_value("2013-07-20")
    expect(page.get_by_role("region", name="To cite")).to_contain_text("Article 7, as on 20 July 2013")
    expect(page.get_by_role("main")).to_contain_text("№ 124-V may have changed it on any day between 14 July and 12 August 2013")
    page.get_by_role("link", name="Русский").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Статья 7 на 20 июля 2013 года")
    expect(page.get_by_role("region", name="Как сослаться")).to_contain_text("на 20 июля 2013 года")


def test_a_day_that_another_page_stands_for_leads_there(page: Page, files: Site) -> None:
    page.goto(f"{files.address}{LAW}/art_7/on/2013-07-14/?asked=2015-06-01")
    expect(page.get_by_role("heading", level=1)).to_have_text("Article 7 on 1 June 2015")
    expect(page.get_by_role("main")).to_contain_text("No act changed it between 26 January 2014 and 30 April 2017.")


def test_an_address_of_akoma_ntoso_leads_to_the_provision_on_that_day(page: Page, root: Site) -> None:
    page.goto(f"{root.address}/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main~art_7")
    expect(page.get_by_role("heading", level=1)).to_have_text("Article 7 on 20 July 2013")
    page.goto(f"{root.address}/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main.akn")
    expect(page.get_by_role("heading", level=1)).to_contain_text("On prevention of infractions on 20 July 2013")
    page.goto(f"{root.address}/akn/kz/act/2013-07-03/124-V/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("№ 124-V")
    page.goto(f"{root.address}/akn/kz/act/2013-07-03/124-V/rus/!main")
    expect(page.get_by_role("heading", level=1)).to_contain_text("№ 124-V")


def test_without_a_script_an_address_of_any_day_offers_the_days_that_are_held(plain_page: Page, root: Site) -> None:
    plain_page.goto(f"{root.address}{LAW}/art_7__point_9/on/2013-07-20")
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("No such page")
    plain_page.get_by_text("Article 7", exact=True).click()
    plain_page.locator("details[open]").get_by_role("link", name=re.compile("^from 14 July 2013 to 12 August 2013")).click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Article 7 on 14 July 2013")


def test_read_a_provision_on_a_day_and_cite_it(page: Page, server: Site) -> None:
    open_page(page, server, f"{LAW}/art_7__point_9")
    page.get_by_label("Article 7, point 9 on").fill("2016-03-01")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Article 7, point 9 on")
    expect(page.get_by_role("region", name="To cite")).to_contain_text("[wording not held]")
    page.get_by_text("Nearest wording held").click()
    expect(page.get_by_role("blockquote")).to_be_visible()


def test_compare_two_days(page: Page, site: Site) -> None:
    open_page(page, site, LAW)
    page.get_by_role("link", name="Compare two days").click()
    page.get_by_label("From").fill("2014-01-20")
    page.get_by_label("to", exact=True).fill("2014-02-01")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What changed")
    expect(page.get_by_role("main")).to_contain_text("Excluded")
    expect(page.locator("#art_7__point_2")).to_contain_text("№ 159-V")


def test_two_days_far_apart_lead_to_the_steps_between(page: Page, files: Site) -> None:
    open_page(page, files, f"{LAW}/diff")
    page.get_by_label("From").fill("2014-01-20")
    page.get_by_label("to", exact=True).fill("2015-02-01")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("#asked")).to_contain_text("the law changed on 4 days; each step is below")
    expect(page.get_by_role("link", name=re.compile("^(What changed on|Possibly from)"))).to_have_count(4)


def test_a_provision_that_was_asked_for_is_kept_over_several_steps(page: Page, files: Site) -> None:
    open_page(page, files, f"{LAW}/art_8")
    page.get_by_text("Compare two days").click()
    page.get_by_role("textbox", name="From").fill("2011-02-01")
    page.get_by_label("to", exact=True).fill("2021-02-01")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("#asked")).to_contain_text(re.compile(r"its article changed on \d days; each step is below"))
    steps = page.get_by_role("link", name=re.compile("^(What changed on|Possibly from)"))
    expect(steps.last).to_have_attribute("href", re.compile(r"at=art_8$"))
    steps.last.click()
    expect(page.locator("[id^=art_8]").first).to_be_in_viewport()
    page.go_back()
    page.get_by_role("link", name="All wordings of the provision that you asked for").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Article 8")


def test_compare_two_days_without_a_script(plain_page: Page, site: Site) -> None:
    open_page(plain_page, site, f"{LAW}/diff")
    plain_page.get_by_role("link", name="What changed on 26 January 2014").click()
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("What changed")
    expect(plain_page.get_by_role("main")).to_contain_text("Article 7, point 2")


def test_search(page: Page, site: Site) -> None:
    open_page(page, site, "/")
    page.get_by_role("searchbox").fill("legal nurturing")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Search for “legal nurturing”")
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".hits a").first.click()
    expect(page.get_by_role("main")).to_contain_text("Its life at a glance")


def test_search_without_a_script(plain_page: Page, site: Site) -> None:
    open_page(plain_page, site, "/")
    plain_page.get_by_role("searchbox").fill("legal nurturing")
    plain_page.get_by_role("searchbox").press("Enter")
    if site.kind == "files":
        expect(plain_page.get_by_role("main")).to_contain_text("Searching this site needs a script")
        plain_page.get_by_role("main").get_by_role("link", name="The laws and their contents").click()
        plain_page.get_by_role("main").get_by_role("link", name="On prevention of infractions").click()
        expect(plain_page.get_by_role("heading", level=1)).to_contain_text("On prevention of infractions")
    else:
        expect(plain_page.locator("mark").first).to_be_visible()


def test_search_marks_nothing_up_that_was_typed(page: Page, site: Site) -> None:
    open_page(page, site, "/search")
    page.get_by_role("searchbox").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x onerror=alert(1)>")
    assert not page.locator("main img").count()


def test_a_day_before_the_law_is_told(page: Page, files: Site) -> None:
    open_page(page, files, LAW)
    page.get_by_label("The law on").fill("2001-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#asked")).to_contain_text("1 January 2001 lies before the first day")


def test_a_day_that_does_not_exist_offers_the_nearest(page: Page, server: Site) -> None:
    open_page(page, server, f"{LAW}/on/2013-02-30")
    page.get_by_role("link", name="28 February 2013").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("28 February 2013")


@pytest.mark.parametrize(("typed", "heading", "told"), [
    ("2013-07-32", "Статья 7 на 31 июля 2013 года", "Дня 2013-07-32 нет в календаре. Показан ближайший день."),
    ("32.07.2013", "Статья 7 на 31 июля 2013 года", "Дня 32.07.2013 нет в календаре. Показан ближайший день."),
    ("20.07.2013", "Статья 7 на 20 июля 2013 года", None), ("20130720", "Статья 7 на 20 июля 2013 года", None),
    ("2013-08", "Статья 7 на 1 августа 2013 года", "Дня 2013-08 нет в календаре. Показан ближайший день."),
])
def test_on_files_too_no_page_speaks_of_a_day_that_does_not_exist(page: Page, root: Site, typed: str, heading: str,
                                                                  told: str | None) -> None:
    page.goto(f"{root.address}/ru{LAW}/art_7/on/{typed}")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.get_by_role("region", name="Как сослаться")).to_contain_text(heading.removeprefix("Статья 7 "))
    if told:
        expect(page.locator("p.asked")).to_have_text(told)
    else:
        expect(page.locator("p.asked")).to_have_count(0)


def test_a_lost_page_of_files_speaks_the_language_of_its_address(page: Page, root: Site) -> None:
    page.goto(f"{root.address}/kk/law/9-I/eng")
    expect(page.get_by_role("heading", level=1)).to_have_text("Мұндай бет жоқ")


@pytest.mark.parametrize(("path", "there", "name"), [
    (f"/ru{LAW}/art_99", f"/ru{LAW}/art_31/", "Статья 31"), (f"/ru{LAW}/art_99/on/2013-07-20", f"/ru{LAW}/art_31/?on=2013-07-20", "Статья 31"),
    (f"/ru{LAW}/art_7__point_99", f"/ru{LAW}/art_7/", "Статья 7"), (f"/ru{LAW}/статья 7", f"/ru{LAW}/art_7/", "Статья 7"),
    (f"/ru{LAW}/on/вчера", f"/ru{LAW}/", "О профилактике"), ("/kk/law/Z100000271_/deu/art_7", "/kk/law/Z100000271_/eng/art_7/", "7-бап"),
    ("/ru/law/999-X/rus/art_1", "/ru/search/?q=999-X", "Поиск: «999-X»"), ("/act/55-W", "/search/?q=55-W", "Search for “55-W”"),
])
def test_on_files_too_a_wrong_address_leads_to_the_nearest_right_thing(page: Page, root: Site, path: str, there: str, name: str) -> None:
    page.goto(f"{root.address}{path}")
    link = page.locator("#lost").get_by_role("link")
    expect(link).to_contain_text(name)
    assert link.evaluate("each => each.href").removeprefix(root.address) == there


@pytest.mark.parametrize(("path", "there"), [
    ("/ru/law/271-iv/eng/art_7", "/ru/law/Z100000271_/eng/art_7/"), ("/law/271-IV/art_7/on/2013-07-20", "/law/Z100000271_/eng/art_7/"),
    (f"{LAW}/art_7/on/20 July 2013", f"{LAW}/art_7/on/2013-07-14/?asked=2013-07-20"),
    (f"/ru{LAW}/on/20-июля-2013-года", f"/ru{LAW}/on/2013-07-14/?asked=2013-07-20"),
    (f"/kk{LAW}/art_7/on/2013 жылғы 20 шілде", f"/kk{LAW}/art_7/on/2013-07-14/?asked=2013-07-20"),
    ("/en/law/Z100000271_/eng/art_7", "/law/Z100000271_/eng/art_7/"), ("/en/about", "/about/"),
])
def test_on_files_too_a_law_is_found_by_its_number_and_english_by_its_name(page: Page, root: Site, path: str, there: str) -> None:
    page.goto(f"{root.address}{path}")
    page.wait_for_url(lambda url: url.removeprefix(root.address).startswith(there))


@pytest.mark.parametrize(("typed", "there"), [("статья 99", "art_31/"), ("zzzzzz", "/ru/")])
def test_on_files_too_what_is_not_found_leads_to_the_nearest(page: Page, root: Site, typed: str, there: str) -> None:
    page.goto(f"{root.address}/ru/search/?q={typed}")
    near = page.locator("#results ul a").first
    expect(near).to_be_visible()
    assert near.evaluate("each => each.href").endswith(there)


def test_what_is_not_certain_opens_on_demand_and_leads_to_its_place(plain_page: Page, site: Site) -> None:
    open_page(plain_page, site, f"{LAW}/on/2013-07-14")
    plain_page.get_by_text("provisions are not certain, or not held, on this day").click()
    plain_page.get_by_role("link", name="Article 7, point 1", exact=True).click()
    expect(plain_page.locator("#art_7__point_1")).to_be_in_viewport()


def test_the_keyboard_reaches_the_text_at_once(page: Page, site: Site) -> None:
    open_page(page, site, f"{LAW}/on/2013-07-14")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_paper_holds_the_text_and_not_the_tools(page: Page, site: Site) -> None:
    open_page(page, site, f"{LAW}/art_7/on/2013-07-14")
    page.emulate_media(media="print")
    expect(page.locator("header.site")).to_be_hidden()
    expect(page.locator("form.pick")).to_be_hidden()
    expect(page.get_by_role("region", name="To cite")).to_be_visible()
    expect(page.get_by_role("region", name="To cite").get_by_role("link", name=re.compile("adilet")).first).to_be_visible()


def test_researchers_find_the_data(page: Page, server: Site) -> None:
    open_page(page, server, "/")
    page.get_by_role("link", name="Data", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("versions")
    page.get_by_role("link", name="Days on which wordings are not held").click()
    page.get_by_role("textbox", name="law").fill("Z100000271_")
    page.get_by_role("textbox", name="lang").fill("eng")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("main")).to_contain_text("art_7")


def test_the_menu_of_a_column_speaks_the_language_of_the_page(page: Page, server: Site) -> None:
    open_page(page, server, "/kk/lawgraph/acts")
    page.locator("th .dropdown-menu-icon").nth(1).click()
    expect(page.locator(".dropdown-menu .dropdown-sort-desc")).to_have_text("Алдымен ең үлкендері")
    expect(page.locator(".dropdown-column-type")).to_be_hidden()


def test_everything_can_be_read_at_twice_the_size(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    for path in (f"{LAW}/on/2013-07-14", f"{LAW}/art_7", "/act/124-V"):
        open_page(page, site, path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
