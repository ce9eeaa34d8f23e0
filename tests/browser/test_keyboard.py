"""The whole site with a keyboard alone: all is reached, in the order in which it is read, and one sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Site
from browser.kinds import ANSWERED, KINDS, LAW

# Notes each control that gets the focus, and whether it shows it; controls inside closed details do not count.
WATCH = """() => {
    const controls = 'a[href], button, input, select, summary, [tabindex="0"]';
    window.all = [...document.querySelectorAll(controls)].filter((each) => each.checkVisibility());
    window.reached = [];
    window.unseen = [];
    document.addEventListener('focusin', (event) => {
        const place = window.all.indexOf(event.target);
        const ring = getComputedStyle(event.target);
        const pin = event.target.querySelector?.(':scope > .pin');
        const seen = (ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2)
            || (pin && parseFloat(getComputedStyle(pin).strokeWidth) >= 2);
        window.reached.push(place);
        if (!seen) window.unseen.push(event.target.outerHTML.slice(0, 120));
    });
}"""
# A control is covered when a point in its middle belongs to something else.
COVERED = """() => window.all.filter((each) => {
    each.scrollIntoView({block: 'center'});
    const {left, top, width, height} = each.getClientRects()[0];
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return !(each.contains(there) || there?.closest('a') || there?.contains(each));
}).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", ["home", "law", "life of an article", "life of a point", "article on a day",
                                  "two days to choose", "act", "life in Russian"])
def test_every_control_is_reached_in_the_order_of_the_page(page: Page, server: Site, kind: str) -> None:
    page.goto(f"{server.address}{(KINDS | ANSWERED)[kind]}")
    page.evaluate(WATCH)
    count = page.evaluate("window.all.length")
    # A field for a day takes a stop for each of its parts; some stops more find the end of the page.
    for _ in range(count + 4 * page.locator("input[type=date]").count() + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("window.reached")[:count] == list(range(count))
    assert page.evaluate("window.unseen") == []


@pytest.mark.parametrize("kind", ["law on a day", "life of an article"])
def test_no_control_lies_under_another_thing(page: Page, server: Site, kind: str) -> None:
    page.goto(f"{server.address}{KINDS[kind]}")
    page.evaluate(WATCH)
    page.keyboard.press("Tab")
    assert page.evaluate(COVERED)[1:] == [], "all but the link past the head, which shows only with the focus"


def test_the_first_stop_leads_past_the_head(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{LAW}/on/2013-07-14/".removesuffix("/" if site.kind == "server" else ""))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_day_is_typed_into_the_day_picker(page: Page, server: Site) -> None:
    page.goto(f"{server.address}{LAW}/on/2016-01-11")
    page.get_by_label("Another day").focus()
    page.keyboard.type("07202013")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("20 July 2013")


def test_what_is_folded_opens_with_a_key(page: Page, server: Site) -> None:
    page.goto(f"{server.address}{LAW}/on/2013-07-14")
    folded = page.locator("details.doubts").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(folded).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details.doubts') !== null")


def test_each_act_in_the_picture_is_a_named_stop(page: Page, server: Site) -> None:
    page.goto(f"{server.address}{LAW}/art_7")
    pins = page.locator(".pins a")
    assert pins.count() >= 5
    for each in pins.all():
        each.focus()
        expect(each).to_be_focused()
        assert (each.get_attribute("aria-label") or "").startswith("№\u00a0")
