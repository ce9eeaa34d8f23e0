"""Count what a stranger does at the desk: from the home page to a point on a day, its citation, rows and words.

Alone: `python -m benchmarks.desk`.
"""

import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from benchmarks.pages import chromium, served
from benchmarks.program import TODAY, run
from lawgraph.queries.answers import NAMED, Query

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ASKED = "Article 7 point 9 on 20 June 2013"
CITED = r"as on 20 June 2013 .*\[(?:wording not|partly) held\]\. http\S+"
_SEARCHES = {"nothing yet": ("", 6), "a word": ("?q=adaptation", 20), "a word misspelt": ("?q=adaptetion", 20)}
"""What is sought, and how many requests that may take: Pagefind fetches each page that it shows."""


def measure(database: Path) -> Iterator[Figure]:
    """Yield how far it is to an answer, to its citation, to rows and to words."""
    yield _rows_at_once(database)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run(["site", "--db", str(database), "--out", str(site), "--today", TODAY])
        with served(site) as address, chromium() as browser:
            yield from _cited(browser, address)
            yield from (_requests(browser, f"{address}/search/", sought) for sought in _SEARCHES)


def _rows_at_once(database: Path) -> Figure:
    with closing(sqlite3.connect(database)) as conn:
        conn.row_factory = sqlite3.Row
        telling = [each for each in NAMED if conn.execute(each.sql, _example(conn, each)).fetchone()]
    return Figure("queries that are ready: with rows at once", f"{len(telling)} of {len(NAMED)}", "all",
                  len(telling) == len(NAMED))


def _example(conn: sqlite3.Connection, query: Query) -> dict[str, object]:
    """Return the values with which a query opens; what an example leaves out is empty there."""
    return {**dict.fromkeys(query.params, ""), **dict(conn.execute(query.example).fetchone())}


def _cited(browser: "Browser", address: str) -> Iterator[Figure]:
    """Type one line at home and press one button; the seconds are those of a machine that does other work, too."""
    with closing(browser.new_context(permissions=["clipboard-read", "clipboard-write"])) as context:
        page = context.new_page()
        page.goto(f"{address}/")
        began = time.monotonic()
        page.get_by_role("searchbox").fill(ASKED)
        page.keyboard.press("Enter")
        page.get_by_role("heading", level=1).filter(has_text="on 20 June 2013").wait_for()
        answered = time.monotonic() - began
        page.locator("p[data-cite] + button.copy").first.click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()
        copied = time.monotonic() - began
        told = str(page.evaluate("navigator.clipboard.readText()"))
    yield Figure(f"static site: from home to “{ASKED}”", f"1 entry, 0 clicks, {answered:.1f} s", "one box",
                 "/art_7" in page.url)
    yield Figure("static site: from home to its copied citation, verdict included", f"1 entry, 1 click, {copied:.1f} s",
                 "one box, one click", bool(re.search(CITED, told)))


def _requests(browser: "Browser", where: str, sought: str) -> Figure:
    typed, most = _SEARCHES[sought]
    with closing(browser.new_context()) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{where}{typed}", wait_until="networkidle")
    return Figure(f"search of the static site, {sought}: requests", f"{len(asked)}", f"at most {most}",
                  len(asked) <= most)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "own.db"
        run(["build", "--db", str(database)])
        for figure in measure(database):
            print(f"| {figure.what} | {figure.measured} | {figure.verdict} |", flush=True)


if __name__ == "__main__":
    main()
