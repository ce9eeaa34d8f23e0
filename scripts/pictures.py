"""Make the pictures of the pages in docs/pictures: `python scripts/pictures.py`. Chromium must be there."""

import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from lawgraph.site import Showing, build_site

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "pictures"
TODAY = date(2026, 11, 24)
LAW = "law/Z100000271_/eng"
Scheme = Literal["light", "dark"]
PICTURES: tuple[tuple[str, str, tuple[int, int], Scheme], ...] = (
    ("law-on-a-day", f"{LAW}/on/2013-07-14/#art_7", (1280, 800), "light"),
    ("life-of-a-provision", f"{LAW}/art_7/", (1280, 800), "light"),
    ("what-changed", f"{LAW}/diff/2016-01-01/2017-05-01/", (1280, 800), "dark"),
    ("on-a-phone", f"{LAW}/art_7/on/2013-07-14/", (390, 780), "light"),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Build the database and the site in a temporary folder, and take the pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "lawgraph.db"
        subprocess.run([sys.executable, "-m", "lawgraph", "build", "--db", str(database)], cwd=ROOT, check=True)  # noqa: S603
        build_site(database, Path(folder) / "site", Showing(TODAY))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with _served(Path(folder) / "site") as address:
            for name, path, size, scheme in PICTURES:
                _take(browser, f"{address}/{path}", OUT / f"{name}.png", size, scheme)
        browser.close()


def _take(browser: Browser, address: str, out: Path, size: tuple[int, int], scheme: Scheme) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.screenshot(path=out)
    context.close()


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
