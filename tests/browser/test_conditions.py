"""The pages under hard conditions: a slow line, no style, other colours, no motion, wide letters, paper."""

import contextlib
import io
import re
from collections.abc import Iterator
from typing import Literal

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import Site
from browser.kinds import KINDS, LAW

ON_A_DAY = f"{LAW}/on/2013-07-14"
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
WHOLE = "performance.getEntriesByType('navigation')[0].responseEnd"
MOVING = """[...document.querySelectorAll('*')].filter((each) => {
    const style = getComputedStyle(each);
    return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior !== 'auto';
}).length + document.getAnimations().length"""
# The letter, word and line spacing that WCAG 1.4.12 says a reader may ask for.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }'
        + 'p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets = [sheet];
}"""
POINT = 72 / 25.4
STATES: tuple[tuple[Literal["screen", "print"], Literal["light", "dark"]], ...] = (
    ("screen", "light"), ("print", "light"), ("print", "dark"))


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    with contextlib.closing(chromium.new_context(viewport={"width": 1280, "height": 900})) as context:
        yield context.new_page()


def of(site: Site, path: str) -> str:
    return f"{site.address}{path}/" if site.kind == "files" and path != "/" else f"{site.address}{path}"


@pytest.mark.parametrize("kind", ["home", "law", "law on a day", "life of an article", "what changed", "act", "about"])
def test_a_page_is_one_request_and_its_style_another(chromium: Browser, server: Site, kind: str) -> None:
    asked: list[str] = []
    with contextlib.closing(chromium.new_context()) as context:
        page = context.new_page()
        page.on("request", lambda each: asked.append(each.resource_type))
        page.goto(of(server, KINDS[kind]), wait_until="networkidle")
    assert asked[:2] == ["document", "stylesheet"]
    assert asked[2:] in ([], ["script"]), "a script that helps to copy may follow; the text does not wait for it"


def test_on_a_slow_line_reading_begins_before_the_page_is_whole(chromium: Browser, files: Site) -> None:
    """Of the static pages, which come unpacked here; a packed page of the server is whole at once."""
    with contextlib.closing(chromium.new_context(viewport={"width": 390, "height": 800})) as context:
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", SLOW)
        page.goto(of(files, ON_A_DAY))
        assert page.evaluate(PAINT) < page.evaluate(WHOLE)


def test_the_text_waits_for_no_script(plain: Page, files: Site) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    plain.route("**/*.js", hold)
    plain.goto(of(files, ON_A_DAY), wait_until="commit")
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    expect(plain.locator("#art_31")).to_be_visible()
    assert held, "there is a script, and it has not come"
    for each in held:
        each.abort()
    plain.unroute("**/*.js")


def test_without_its_style_a_page_still_reads_in_order(plain: Page, server: Site) -> None:
    plain.route("**/*.css", lambda route: route.abort())
    plain.goto(of(server, ON_A_DAY))
    text = plain.locator("main").inner_text()
    plain.unroute("**/*.css")
    places = [text.index(each) for each in ("On prevention of infractions", "The law was in operation", "Chapter 1.",
                                            "Article 1.", "Article 31.")]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", ["law on a day", "life of an article", "what changed"])
def test_nothing_moves(plain: Page, server: Site, kind: str) -> None:
    plain.emulate_media(reduced_motion="reduce")
    plain.goto(of(server, KINDS[kind]))
    assert plain.evaluate(MOVING) == 0


@pytest.mark.parametrize("kind", ["home", "law on a day", "life of an article", "what changed", "act", "about in Kazakh"])
def test_wide_letters_and_lines_keep_to_the_screen(plain: Page, server: Site, kind: str) -> None:
    plain.goto(of(server, KINDS[kind]))
    plain.evaluate(SPACED)
    for width in (320, 820, 1280):
        plain.set_viewport_size({"width": width, "height": 900})
        assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_with_the_readers_own_colours_the_signs_stay(plain: Page, server: Site) -> None:
    plain.emulate_media(forced_colors="active")
    plain.goto(of(server, ON_A_DAY))
    expect(plain.locator("#art_1 .tools .g")).to_have_text("● Held")
    expect(plain.locator("#art_7__point_2 > div > .note > .g")).to_have_text("○ Not held")
    edge = "getComputedStyle(document.getElementById('{}'), '::before').borderLeftStyle"
    assert plain.evaluate(edge.format("art_7__point_2")) == "dotted"
    assert plain.evaluate(edge.format("art_7__point_1")) == "dashed"
    plain.goto(of(server, f"{LAW}/art_7"))
    bar = "(found) => {{ const style = getComputedStyle(document.querySelector(found)); return style.{}; }}"
    assert plain.evaluate(bar.format("fill"), "rect.held") != plain.evaluate(bar.format("fill"), "rect.unheld")
    assert plain.evaluate(bar.format("strokeDasharray"), "rect.unheld") != "none"
    plain.emulate_media(forced_colors="none")


def test_added_and_removed_words_are_told_without_colour(plain: Page, server: Site) -> None:
    plain.goto(of(server, f"{LAW}/diff/2010-06-09/2026-03-01"))
    for found, line, word in (("del", "line-through", "removed"), ("ins", "underline", "added")):
        changed = plain.locator(f".words {found}")
        if changed.count():
            assert line in changed.first.evaluate("(each) => getComputedStyle(each).textDecorationLine")
            assert word in (changed.first.text_content() or "")


def test_paper_is_the_same_whatever_the_theme_of_the_screen(plain: Page, server: Site) -> None:
    plain.goto(of(server, f"{LAW}/art_7"))
    fill = "getComputedStyle(document.querySelector('rect.held')).fill"
    printed = set()
    for media, scheme in STATES:
        plain.emulate_media(media=media, color_scheme=scheme)
        printed.add(plain.evaluate(fill))
    plain.emulate_media(media="null", color_scheme="light")
    assert len(printed) == 1


@pytest.mark.parametrize(("kind", "pages", "held", "tools"), [
    ("law on a day", range(8, 19), ("On prevention of infractions", "on 14 July 2013", "Article 31.", "Not held"),
     ("Skip to the text", "Another day", "Contents")),
    ("article on a day", range(2, 6), ("Article 7", "To cite", "Reliance:", "Not held"), ("Another day", "Search")),
    ("act", range(1, 7), ("№ 124-V", "between 14 July and 13 August 2013", "Article 5, point 2: excluded"), ("Search",)),
    ("life of an article", range(1, 13), ("Article 7", "Point 11-2"), ("Show", "Search")),
    ("what changed", range(1, 6), ("What changed", "Excluded"), ("Search",)),
])
def test_paper_holds_the_text_whole_and_not_the_tools(plain: Page, server: Site, kind: str, pages: range,
                                                      held: tuple[str, ...], tools: tuple[str, ...]) -> None:
    plain.set_viewport_size({"width": 1280, "height": 900})
    plain.goto(of(server, KINDS[kind]))
    paper = pypdfium2.PdfDocument(io.BytesIO(plain.pdf(format="A4", prefer_css_page_size=True)))
    assert len(paper) in pages
    sheets = [sheet.get_textpage() for sheet in paper]
    text = re.sub(r"\s+", " ", " ".join(each.get_text_bounded() for each in sheets))
    assert not [each for each in held if each not in text]
    assert not [each for each in tools if each in text]
    right = paper[0].get_width() - 10 * POINT
    beyond = [each.get_text_bounded(*each.get_rect(number)) for each in sheets for number in range(each.count_rects())
              if each.get_rect(number)[0] < 10 * POINT or each.get_rect(number)[2] > right]
    assert not beyond, "cut off at the edge of the sheet"


@pytest.mark.parametrize("width", [390, 820])
def test_the_table_of_acts_shows_that_it_goes_on_and_moves_by_keys(chromium: Browser, server: Site, width: int) -> None:
    """Overlaid scroll bars are seen only while something moves, so words and an edge say it too."""
    with contextlib.closing(chromium.new_context(viewport={"width": width, "height": 800})) as context:
        page = context.new_page()
        page.goto(of(server, f"{LAW}/acts"))
        table = page.get_by_role("region", name="Acts and articles")
        assert table.evaluate("(it) => it.scrollWidth > it.clientWidth && getComputedStyle(it).overflowX === 'scroll'")
        assert table.evaluate("(it) => parseFloat(getComputedStyle(it).borderRightWidth) > 0")
        expect(page.get_by_text("The table goes on to the side")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page itself does not move"
        table.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("(it) => it.scrollLeft > 0", arg=table.element_handle())


def test_the_lines_of_a_wording_and_the_rows_of_its_tables_stay_apart(page: Page, server: Site) -> None:
    page.goto(f"{server.address}/law/Z100000271_/eng/art_7/on/2016-03-01")
    words = page.locator(".text p:not(.tools, .note)").first
    one, two = (words.evaluate("(each, said) => { each.textContent = said; return each.offsetHeight; }", said)
                for said in ("Bell Meaning", "Bell\tMeaning\none\tto the right"))
    assert two > 1.5 * one
