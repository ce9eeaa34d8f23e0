"""Every kind of our pages without a barrier: axe finds nothing, and nothing runs out of a narrow screen."""

import contextlib

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser.conftest import Site

LAW = "/law/Z100000271_/eng"
KINDS = ["/", LAW, f"{LAW}/on/2013-07-14", f"{LAW}/on/2026-03-02", f"{LAW}/art_7", f"{LAW}/art_7__point_1",
         f"{LAW}/art_7/on/2013-07-14", f"{LAW}/art_7__point_9/on/2013-07-14", f"{LAW}/diff",
         f"{LAW}/diff/2013-07-14/2013-07-24", "/act/124-V", "/findings", "/about", "/search"]
ON_THE_SERVER = ["/search?q=infractions", f"{LAW}/on/2013-02-30", f"{LAW}/art_99"]
OF_FILES = ["/search/?q=infractions"]


def barriers(page: Page) -> list[str]:
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_kind_of_page_has_a_barrier(chromium: Browser, server: Site, width: int, scheme: str) -> None:
    _check(chromium, [f"{server.address}{path}" for path in (*KINDS, *ON_THE_SERVER)], width, scheme)


def test_nor_have_the_files(chromium: Browser, files: Site) -> None:
    _check(chromium, [f"{files.address}{path}" for path in (*OF_FILES, "/", f"{LAW}/", f"{LAW}/on/2013-07-14/",
                                                            f"{LAW}/diff/?first=2014-01-20&last=2015-02-01")], 820, "light")


def _check(chromium: Browser, addresses: list[str], width: int, scheme: str) -> None:
    with contextlib.closing(chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light")) as context:
        page = context.new_page()
        for address in addresses:
            page.goto(address, wait_until="networkidle" if "search" in address else "load")
            assert not barriers(page), address
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
