"""Take pictures of the pages: `make pictures`. Chromium must be there.

Every kind of page at three widths, in both themes and on paper goes to build/pictures, to be looked at. The few in
`CHOSEN` go to docs/pictures, as small as the repository wants them.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
RECORD, FULL = ROOT / "docs" / "pictures", ROOT / "build" / "pictures"
TODAY = "2026-11-24"
LAW = "law/Z100000271_/eng"
KINDS = {
    "home": "", "law": f"{LAW}/", "law-on-a-day": f"{LAW}/on/2013-07-14/", "repealed": f"{LAW}/on/2026-03-02/",
    "article": f"{LAW}/art_7/", "point": f"{LAW}/art_7__point_1/", "article-on-a-day": f"{LAW}/art_7/on/2013-07-14/",
    "point-on-a-day": f"{LAW}/art_7__point_9/on/2010-06-09/", "days-to-choose": f"{LAW}/diff/",
    "what-changed": f"{LAW}/diff/2013-07-14/2013-07-24/", "first-and-last": f"{LAW}/diff/2010-05-10/2026-03-02/",
    "act": "act/124-V/", "matrix": f"{LAW}/acts/", "findings": "findings/", "about": "about/",
    "search": "search/?q=infractions", "not-found": "404.html", "home-in-russian": "ru/",
    "article-in-russian": f"ru/{LAW}/art_7/on/2013-07-14/", "law-in-kazakh": f"kk/{LAW}/",
}
WIDTHS = (390, 820, 1440)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
COLOURS = 96
PAPER = 90 / 72


@dataclass(frozen=True, slots=True)
class Shot:
    """Say what one picture of the record shows, in how large a window, in which theme."""

    name: str
    path: str
    size: tuple[int, int]
    scheme: Scheme = "light"


CHOSEN = (
    Shot("home", "", (1280, 800)),
    Shot("law", f"{LAW}/", (1280, 1200)),
    Shot("law-on-a-day", f"{LAW}/on/2013-07-14/#art_7", (1280, 800)),
    Shot("law-in-the-dark", f"{LAW}/on/2013-07-14/", (1440, 900), "dark"),
    Shot("life-of-a-provision", f"{LAW}/art_7/", (1280, 900)),
    Shot("article-on-a-day", f"{LAW}/art_7/on/2013-07-14/", (820, 1100)),
    Shot("what-changed", f"{LAW}/diff/2016-01-01/2017-05-01/", (1280, 800), "dark"),
    Shot("acts-and-articles", f"{LAW}/acts/", (1440, 900)),
    Shot("on-a-phone", f"{LAW}/art_7/on/2013-07-14/", (390, 780)),
    Shot("life-on-a-phone", f"{LAW}/art_7/", (390, 780), "dark"),
    Shot("in-kazakh", f"kk/{LAW}/", (820, 1100)),
)
ON_PAPER = f"{LAW}/on/2013-07-14/"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Build the database and the site in a temporary folder, and take the pictures."""
    RECORD.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(FULL, ignore_errors=True)
    FULL.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database, site = Path(folder) / "lawgraph.db", Path(folder) / "site"
        _lawgraph("build", "--db", str(database))
        _lawgraph("site", "--db", str(database), "--out", str(site), "--today", TODAY)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with _served(site) as address:
            _record(browser, address)
            _all(browser, address)
        browser.close()


def _lawgraph(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "lawgraph", *arguments], cwd=ROOT, check=True)  # noqa: S603


def _record(browser: Browser, address: str) -> None:
    for shot in CHOSEN:
        width, height = shot.size
        with closing(browser.new_context(viewport={"width": width, "height": height},
                                         color_scheme=shot.scheme)) as context:
            page = context.new_page()
            page.goto(f"{address}/{shot.path}", wait_until="networkidle")
            _small(page.screenshot(), RECORD / f"{shot.name}.png")
    with closing(browser.new_page()) as page:
        page.goto(f"{address}/{ON_PAPER}")
        first, second = (_sheets(page)[number] for number in (0, 2))
        both = Image.new("RGB", (first.width + second.width + 20, first.height), "#999")
        both.paste(first, (0, 0))
        both.paste(second, (first.width + 20, 0))
        _small(both, RECORD / "on-paper.png")


def _all(browser: Browser, address: str) -> None:
    with closing(browser.new_page()) as page:
        for name, path in KINDS.items():
            page.goto(f"{address}/{path}", wait_until="networkidle")
            for number, sheet in enumerate(_sheets(page)):
                sheet.save(FULL / f"{name}-paper-{number + 1:02}.png")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    page.screenshot(path=FULL / f"{name}-{width}-{scheme}.png", full_page=True)


def _sheets(page: Page) -> list[Image.Image]:
    """Print a page, and return its sheets as pictures."""
    paper = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [sheet.render(scale=PAPER).to_pil() for sheet in paper]


def _small(picture: bytes | Image.Image, out: Path) -> None:
    """Write a picture with the few colours that a page has."""
    image = Image.open(io.BytesIO(picture)) if isinstance(picture, bytes) else picture
    few = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(out, optimize=True)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as host:
        thread = threading.Thread(target=host.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{host.server_address[1]}"
        host.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
