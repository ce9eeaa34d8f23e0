"""Every kind of our pages without a barrier: axe, the tree that a screen reader gets, and room on any screen."""

import contextlib
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import Site
from browser.kinds import ANSWERED, FILES, KINDS, LAW

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
WIDTHS = (390, 820, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ENDS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((390, "light"), (1440, "dark"))
# 1280 pixels at 400 % and at 200 %, a telephone, a tablet, a desk.
ROOM = (320, 640, 390, 820, 1440)
OPENED = [("server", name, path) for name, path in (KINDS | ANSWERED).items()]
OPENED += [("files", name, f"{KINDS[name]}/") for name in FILES]
OPENED += [("files", "search with hits", "/search/?q=infractions"), ("root", "nowhere", "/nowhere"),
           ("files", "a day in a stretch", f"{LAW}/art_7/on/2013-07-14/?asked=2013-07-20"),
           ("files", "days far apart", f"{LAW}/diff/?first=2014-01-20&last=2015-02-01"),
           ("files", "a day before the law", f"{LAW}/?on=2001-01-01")]
OPEN_ALL = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
VIOLATIONS = """async (left_out) => (await axe.run({exclude: left_out}, {
    resultTypes: ['violations'], preload: false, xpath: false, rules: {'target-size': {enabled: true}},
})).violations.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 160)}`)"""
# The chapters of a law are alike: all are looked at in two states, the first of them in all states.
LATER_CHAPTERS = [".division ~ .division"]
LOW = """[...document.querySelectorAll('a[href], button, input, select, summary')].filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width && height && height < 24 && !each.closest('svg, thead');
}).map((each) => each.outerHTML.slice(0, 160))"""
# What an assistive program reads out of the page: its landmarks, headings, links, tables, pictures.
LANDMARKS = "(found) => [...document.querySelectorAll(found)].map((each) => each.getAttribute('aria-label') ?? '')"
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => +each.tagName[1])"
LINKS = """[...document.querySelectorAll('main a[href]')].map((each) => {
    const heard = each.cloneNode(true);
    heard.querySelectorAll('[aria-hidden=true]').forEach((one) => one.remove());
    const name = each.getAttribute('aria-label') ?? (heard.textContent.trim() || each.title);
    return [name.replace(/\\s+/g, ' ').trim(), each.href.baseVal ?? each.href];
})"""
TABLES = """[...document.querySelectorAll('table')].filter((each) => !each.querySelector('th[scope]')
    || [...each.querySelectorAll('th')].some((th) => !th.scope)).length"""


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Page]:
    """Keep one window for all pages: each is opened once, and looked at in many ways."""
    with contextlib.closing(chromium.new_context(viewport={"width": 1440, "height": 900})) as context:
        yield context.new_page()


@pytest.fixture(scope="module", params=OPENED, ids=lambda each: ": ".join(each[:2]))
def opened(request: pytest.FixtureRequest, window: Page) -> Page:
    kind, _, path = request.param
    site = request.getfixturevalue(kind)
    assert isinstance(site, Site)
    window.goto(f"{site.address}{path.replace('//', '/')}", wait_until="networkidle" if "?" in path else "load")
    return window


def test_axe_finds_no_barrier_at_any_width_in_either_theme(opened: Page) -> None:
    opened.evaluate(OPEN_ALL)
    opened.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    # The files are the same templates: the narrowest and the widest tell whether a script or the policy changes anything.
    for width, scheme in itertools.product(WIDTHS, SCHEMES) if "folder" not in opened.url else ENDS:
        opened.set_viewport_size({"width": width, "height": 900})
        opened.emulate_media(color_scheme=scheme)
        found[f"{width} {scheme}"] = opened.evaluate(VIOLATIONS, [] if (width, scheme) in ENDS else LATER_CHAPTERS)
    opened.emulate_media(color_scheme="light")
    assert not {where: what for where, what in found.items() if what}


def test_nothing_runs_out_of_the_screen(opened: Page) -> None:
    opened.evaluate(OPEN_ALL)
    wide = []
    for width in ROOM:
        opened.set_viewport_size({"width": width, "height": 900})
        if opened.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(width)
    assert not wide


def test_what_is_touched_is_as_high_as_a_fingertip(opened: Page) -> None:
    """What Datasette draws in the heads of its tables is its own."""
    opened.set_viewport_size({"width": 390, "height": 900})
    assert opened.evaluate(LOW) == []


def test_landmarks_and_headings_lead_through_the_page(opened: Page) -> None:
    for one in ("main", "body > header", "body > footer", "form[role=search]"):
        assert opened.locator(one).count() == 1, one
    names = opened.evaluate(LANDMARKS, "nav, [role=region]")
    assert all(names), "each is named"
    assert len(set(names)) == len(names), "no two have one name"
    levels = opened.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), levels


def test_links_say_where_they_lead_and_tables_what_their_columns_are(opened: Page) -> None:
    leads = defaultdict(set)
    for name, address in opened.evaluate(LINKS):
        leads[name].add(address)
    assert "" not in leads
    assert not {name for name in leads if re.fullmatch(r"here|more|link|read|→|←", name)}
    assert not {name: sorted(addresses)[:3] for name, addresses in leads.items() if len(addresses) > 3}
    assert not opened.evaluate(TABLES), "a header that does not say what it heads"


def test_the_text_of_the_law_has_its_own_language(opened: Page) -> None:
    path = opened.evaluate("location.pathname").replace("/folder/site", "")
    own = opened.locator("html").get_attribute("lang")
    assert own == (path[1:3] if re.match("/(ru|kk)(/|$)", path) else "en")
    spoken = opened.evaluate("[...document.querySelectorAll('.text, .wording, .words, .said')]"
                             ".map((each) => each.closest('[lang]').lang)")
    assert set(Counter(spoken)) <= {"en"}, "the law's English text is marked as such in every interface"
