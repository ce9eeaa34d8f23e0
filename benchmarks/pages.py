"""Weigh the pages by kind, time their first paint in Chromium, and hold them against what a page audit asks for.

The static site is weighed whole. Of each kind the heaviest page is opened: on a wide screen for the paint, on a narrow
one for the audit, which asks what Lighthouse asks and can be answered without a network.
"""

import gzip
import re
import shutil
import statistics
import subprocess
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import CannotRunError, Figure
from benchmarks.program import PROGRAM, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage

PAINTS = 5
HEAVIEST, SLOWEST_PAINT = 150_000, 1000.0
# The page, its style and two scripts that may follow; a search fetches its program and the head of its index too.
MOST_REQUESTS, OF_A_SEARCH = 4, 6
DAY = r"\d{4}-\d{2}-\d{2}"
# The first that fits names the kind; the language of the interface stands in front of each.
KINDS = (
    ("home", r""), ("law", r"law/[^/]+/[^/]+/"), ("law on a day", rf"law/[^/]+/[^/]+/on/{DAY}/"),
    ("comparison of two days", rf".*/diff/{DAY}/{DAY}/"), ("days to compare", r".*/diff/"),
    ("acts and articles", r".*/acts/(?:by-[a-z]+/)?"), ("provision on a day", rf"law/.*/on/{DAY}/"),
    ("life of a provision", r"law/[^/]+/[^/]+/[^/]+/"), ("act", r"act/[^/]+/"), ("findings", r"findings/"),
    ("about", r"about/"), ("search", r"search/"),
)
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
REQUESTS = "1 + performance.getEntriesByType('resource').length"
# Each question is true where the page is as it should be.
AUDIT: Mapping[str, str] = {
    "a viewport for telephones": "!!document.querySelector('meta[name=viewport][content*=\"width=device-width\"]')",
    "a language": "!!document.documentElement.lang",
    "a title": "document.title.length > 5",
    "a declared character set": "document.characterSet === 'UTF-8'",
    "a doctype": "document.doctype?.name === 'html' && document.compatMode === 'CSS1Compat'",
    "no script that holds up the page": """[...document.scripts].every((each) =>
        each.type === 'module' || each.type.endsWith('json') || each.async || each.defer)""",
    "nothing from another host": """performance.getEntriesByType('resource').every((each) =>
        new URL(each.name).origin === location.origin)""",
    "letters of 12 pixels or more": """[...document.querySelectorAll('body *')].every((each) =>
        ![...each.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
        || parseFloat(getComputedStyle(each).fontSize) >= 12)""",
    "fields and buttons of 24 pixels or more": """[
        ...document.querySelectorAll('input, select, button, summary, .button')]
        .filter((each) => each.checkVisibility()).every((each) => each.getBoundingClientRect().height >= 24)""",
    "no wider than the screen": "document.documentElement.scrollWidth <= innerWidth",
    "pictures with a size and a name": """[...document.querySelectorAll('img, svg')].every((each) =>
        each.hasAttribute('width') && each.hasAttribute('height')
        && (each.ariaHidden || each.ariaLabel || each.alt || each.querySelector('title, [aria-label]')))""",
    "a name for each link": """[...document.querySelectorAll('a')].every((each) =>
        each.textContent.trim() || each.getAttribute('aria-label'))""",
    "a label for each field": """[...document.querySelectorAll('input:not([type=hidden]), select')]
        .every((each) => each.labels.length)""",
    "fewer than 3,000 elements": "document.querySelectorAll('*').length < 3000",
    "nothing that shifts": "!document.getAnimations().length",
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def measure(database: Path) -> Iterator[Figure]:
    """Yield the weight of each kind of page, then requests, first paint and audit of the heaviest of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([str(PROGRAM), "site", "--db", str(database), "--out", str(site), "--today", TODAY],
                       check=True, capture_output=True)
        kinds = _by_kind(site)
        yield from _weights(site, kinds)
        heaviest = {kind: max(found, key=lambda each: each.stat().st_size) for kind, found in kinds.items()}
        yield from _opened(site, heaviest)


def _by_kind(site: Path) -> dict[str, list[Path]]:
    """Return the pages of a site by their kind; those that only lead elsewhere are of none."""
    found: dict[str, list[Path]] = defaultdict(list)
    for page in sorted(site.rglob("index.html")):
        path = re.sub(r"^(?:ru|kk)/", "", page.relative_to(site).as_posix().removesuffix("index.html"))
        kind = next((name for name, pattern in KINDS if re.fullmatch(pattern, path)), None)
        if kind and b'http-equiv="refresh"' not in page.read_bytes():
            found[kind].append(page)
    return found


def _weights(site: Path, kinds: Mapping[str, Sequence[Path]]) -> Iterator[Figure]:
    for kind, pages in kinds.items():
        by_size = sorted(pages, key=lambda each: each.stat().st_size)
        sizes = [each.stat().st_size for each in by_size]
        packed = len(gzip.compress(by_size[-1].read_bytes()))
        yield Figure(f"{kind}: {len(pages):,} pages",
                     f"median {_kb(statistics.median(sizes))}, heaviest {_kb(sizes[-1])} ({_kb(packed)} packed)",
                     f"under {_kb(HEAVIEST)}", sizes[-1] < HEAVIEST)
    style = (site / "static" / "lawgraph.css").read_bytes()
    yield Figure("the style, once for all pages", f"{_kb(len(style))} ({_kb(len(gzip.compress(style)))} packed)")


def _opened(site: Path, pages: Mapping[str, Path]) -> Iterator[Figure]:
    failed: list[str] = []
    with served(site) as address, chromium() as browser:
        for kind, page in pages.items():
            where = f"{address}/{page.relative_to(site).as_posix().removesuffix('index.html')}"
            paint, requests = _paint(browser, where)
            most = OF_A_SEARCH if kind == "search" else MOST_REQUESTS
            yield Figure(f"{kind}: first paint", f"{paint:,.0f} ms, {requests} requests",
                         f"under {SLOWEST_PAINT:,.0f} ms, {most} requests at most",
                         paint < SLOWEST_PAINT and requests <= most)
            failed += [f"; {kind}: {each}" for each in _audit(browser, where)]
    asked = len(pages) * (len(AUDIT) + 1)
    yield Figure("audit of the heaviest page of each kind",
                 f"{asked - len(failed)} of {asked} answers are good{''.join(failed)}", "all", not failed)


def _paint(browser: "Browser", where: str) -> tuple[float, int]:
    """Return the median of the milliseconds to the first paint, each in a new window, and the requests of one."""
    paints, requests = [], 0
    for _ in range(PAINTS):
        with closing(browser.new_context(viewport={"width": 1280, "height": 900})) as context:
            window = context.new_page()
            window.goto(where, wait_until="networkidle")
            paints.append(float(window.evaluate(PAINT)))
            requests = int(window.evaluate(REQUESTS))
    return statistics.median(paints), requests


def _audit(browser: "Browser", where: str) -> list[str]:
    """Return what is not as it should be on a page, and what the console complains of."""
    with closing(browser.new_context(viewport={"width": 390, "height": 800})) as context:
        window = context.new_page()
        said: list[str] = []

        def hear(message: "ConsoleMessage") -> None:
            said.append(f"the console says {message.text}")

        window.on("console", hear)
        window.goto(where, wait_until="networkidle")
        return [what for what, question in AUDIT.items() if not window.evaluate(question)] + said[:1]


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Start the Chromium of this machine."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  belongs to the tests, not to the program
    except ImportError:
        raise CannotRunError("Playwright is missing: pip install -e '.[test]'") from None
    path = shutil.which("chromium")
    if path is None:
        raise CannotRunError("Chromium is missing (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as host:
        thread = threading.Thread(target=host.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{host.server_address[1]}"
        finally:
            host.shutdown()
            thread.join()


def _kb(size: float) -> str:
    return f"{size / 1000:,.1f} kB"
