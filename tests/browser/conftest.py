"""A real Chromium, and both sites as people meet them: Datasette in a process of its own, and plain files in a folder."""

import contextlib
import functools
import http.client
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from built import TODAY, site_of

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]
NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 300.0
"""Seconds that a busy machine is given: each wait ends with what it waits for."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Site:
    """Hold where a site is, and whether a server or plain files answer."""

    kind: str
    address: str

    def __str__(self) -> str:
        return self.kind


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium; skip only where there is none and nobody insists."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None and not os.environ.get("LAWGRAPH_REQUIRE_BROWSER"):
        pytest.skip("Chromium is missing (Debian: apt-get install chromium)")
    expect.set_options(timeout=1000 * PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def server(database: Path) -> Iterator[Site]:
    """Serve the database as `lawgraph serve` does."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = ("from datetime import date; from pathlib import Path; from lawgraph.serving.keeper import serve; "
               "from lawgraph.serving.keeper import ServedSite; "
               f"serve(ServedSite(Path({str(database)!r}), date({TODAY.year}, {TODAY.month}, {TODAY.day})), {port})")
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL) as process:
        try:
            _wait(process, port)
            yield Site("server", f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


@pytest.fixture(scope="package")
def files(database: Path) -> Iterator[Site]:
    """Serve the static site as plain files, two folders down from the root of the host."""
    with _hosted(site_of(database).parent.parent) as address:
        yield Site("files", f"{address}/folder/site")


@pytest.fixture(scope="package")
def root(database: Path) -> Iterator[Site]:
    """Serve the static site as plain files at the root of a host, where its page for lost visitors finds its links."""
    with _hosted(site_of(database)) as address:
        yield Site("files", address)


@contextlib.contextmanager
def _hosted(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as host:
        thread = threading.Thread(target=host.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{host.server_address[1]}"
        host.shutdown()
        thread.join()


@pytest.fixture(params=["server", "files"])
def site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open a window of common size; what the browser complains of fails the test."""
    with contextlib.closing(chromium.new_context(viewport={"width": 1280, "height": 900})) as context:
        yield from watched(context)


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """Open a window that runs no script."""
    with contextlib.closing(chromium.new_context(java_script_enabled=False)) as context:
        yield from watched(context)


def watched(context: BrowserContext) -> Iterator[Page]:
    context.set_default_timeout(1000 * PATIENCE)
    page = context.new_page()
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert not [each for each in complaints if "favicon" not in each and "status of 40" not in each]


class _Quiet(SimpleHTTPRequestHandler):
    """A host of plain files that gives the nearest 404.html for an address that leads nowhere, as some do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = Path(self.translate_path(self.path))
        page = next((each / "404.html" for each in (folder, *folder.parents) if (each / "404.html").is_file()), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until a server answers; one that has ended never will."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
            try:
                connection.request("GET", "/about")
                connection.getresponse().read()
            except ConnectionError:
                time.sleep(0.1)
            else:
                return
    raise ConnectionError(f"nothing answers on port {port}")
