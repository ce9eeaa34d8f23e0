"""Measure many laws: what it takes to import and build a thousand invented ones with three editions each, and to serve.

The laws are those of the simulated legislature in `tests/legislature`, printed on three days of their lives. They are
shorter than real ones: the figures say how the work grows with the number of laws, not how long a code takes.

    python -m benchmarks.many                    # a thousand laws; prints the figures
    python -m benchmarks.many --laws 100
    python -m benchmarks.many --laws 300 --on dask://127.0.0.1:8786     # the same build on a scheduler that is there
    python -m benchmarks.many --laws 20000 --killed-after 900           # the first build is killed, and goes on
"""

import argparse
import http.client
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from benchmarks.figures import CannotRunError, Figure, percentile
from benchmarks.program import PROGRAM, TODAY, run
from benchmarks.serving import ask, server

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from legislature import History, invent, page

LAWS, EDITIONS = 1000, 3
ASKED = 200
NOTHING_CHANGED, ONE_CHANGED = "build with nothing changed", "build with one law changed"
GOALS = {NOTHING_CHANGED: 0.5, ONE_CHANGED: 3.0}
"""The most seconds of processors that some runs may take, held where there are so many laws:"""
AMONG = 10_000
SEARCHED, MOST_OF_A_SEARCH = 2000, 0.05


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold how many laws are built, the scheduler that builds them once more, and when the first build is killed."""

    laws: int = LAWS
    where: str | None = None
    killed_after: float | None = None


def measure(folder: Path, asked: Asked = Asked()) -> Iterator[Figure]:
    """Yield what importing, building and serving takes; and what the build takes on a scheduler, where one is named."""
    laws = asked.laws
    pages, corpus, amendments = folder / "pages", folder / "corpus", folder / "amendments"
    amendments.mkdir()
    size = print_laws(pages, laws)
    yield Figure("invented", f"{laws:,} laws, {EDITIONS} editions each, {size / 1e6:,.1f} MB of text")
    yield from _ran("import", ["import", str(pages), "--corpus", str(corpus)])
    database = folder / "lawgraph.db"
    folders = ["--corpus", str(corpus), "--amendments", str(amendments), "--db", str(database)]
    building = ["build", *folders]
    if asked.killed_after:
        yield from _killed(building, asked.killed_after)
    yield from _ran("first build" + ", gone on with" * bool(asked.killed_after), building)
    made = [database, *(folder / "lawgraph.db.laws").iterdir()]
    size, source = (sum(each.stat().st_size for each in these) for these in (made, corpus.rglob("*.*")))
    yield Figure("size of the database with what is kept beside it, and beside its sources",
                 f"{size / 1e6:,.1f} MB, {size / source:.1f} times", "at most 5 times", size <= 5 * source)
    if asked.where:
        yield from _on(asked.where, database, folders)
    yield from _ran("build with nothing changed, noted for the first time", building)
    yield from _ran(NOTHING_CHANGED, building, laws)
    _change(next(corpus.iterdir()))
    yield from _ran(ONE_CHANGED, building, laws)
    yield from serve(database, folders, laws)


def print_laws(pages: Path, laws: int) -> int:
    """Write the pages of invented laws into a folder for each, as `lawgraph import` reads them; return their size."""
    size = 0
    for place, history in enumerate(islice(_lives(), laws)):
        folder = pages / f"Z{history.adopted.year % 100:02}{place:07}_"
        folder.mkdir(parents=True)
        for day in _days(history):
            text = page(replace(history, printed_on=day, left_out=frozenset()))
            size += (folder / f"eng-{day}.txt").write_text(text, encoding="utf-8")
    return size


def _on(where: str, database: Path, folders: Sequence[str]) -> Iterator[Figure]:
    """Yield what the first build takes on the workers of a scheduler, and whether its bytes are the same."""
    other = database.with_name("other.db")
    yield from _ran(f"first build on {where}, workers apart", ["build", "--on", where, *folders[:-1], str(other)])
    same = other.read_bytes() == database.read_bytes()
    yield Figure(f"a database built on {where}", f"{'the same' if same else 'other'} bytes", "the same bytes", same)


def serve(database: Path, folders: Sequence[str], laws: int = LAWS) -> Iterator[Figure]:
    """Yield how long pages take that were not asked for before, over HTTP."""
    with closing(sqlite3.connect(database)) as conn:
        paths = _paths(conn)
    command = [str(PROGRAM), "serve", "--today", TODAY, *folders]
    with server(command, os.environ, "/about") as port, \
            closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        for name, asked in paths.items():
            took = [_asked(connection, path) for path in asked]
            held, last = name == "a search" and laws >= SEARCHED, percentile(took, 0.95)
            yield Figure(f"{name}: median and 95th percentile of {len(took)} pages",
                         f"{_ms(percentile(took, 0.5))}, {_ms(last)}", f"under {_ms(MOST_OF_A_SEARCH)}" if held else "",
                         last < MOST_OF_A_SEARCH if held else None)


def _lives() -> Iterator[History]:
    """Give laws that changed often enough, no two of them with one number and day: that would be one law."""
    known: set[tuple[str, date]] = set()
    for history in (invent(seed) for seed in count()):
        name = history.number, history.adopted
        if len(history.boundaries) >= EDITIONS and name not in known:
            known.add(name)
            yield history


def _days(history: History) -> Sequence[date]:
    """Return the days of the editions: soon after each of the last days on which the law changed."""
    return [day + timedelta(5) for day in history.boundaries[-EDITIONS:]]


def _ran(name: str, arguments: Sequence[str], laws: int = 0) -> Iterator[Figure]:
    done, most = run(arguments), GOALS.get(name, 0.0)
    held = most and laws >= AMONG
    yield Figure(name, f"{done.seconds:,.2f} s, of processors {done.processor:,.2f} s",
                 f"under {most} s of processors" if held else "", done.processor < most if held else None)
    yield Figure(f"{name}: peak memory of its largest process", f"{done.peak / 1024:,.0f} MB")


def _killed(building: Sequence[str], seconds: float) -> Iterator[Figure]:
    """Kill a build, with all that it started, after so many seconds of the clock: no law that it traced is lost."""
    process = subprocess.Popen([str(PROGRAM), *building], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    try:
        ended = process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    else:
        raise CannotRunError(f"the build ended with {ended} before it could be killed: name fewer seconds")
    yield Figure("first build, killed", f"after {seconds:,.0f} s of the clock, by SIGKILL")


def _change(law: Path) -> None:
    """Add a title to a manifest: the law is another than before."""
    manifest = law / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[titles]\n", '[titles]\nkaz = "Ойдан шығарылған"\n', 1), encoding="utf-8")


def _paths(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """Return pages to ask for, each only once, since answers are kept."""
    laws = [law for law, in conn.execute("select id from laws order by number, id limit ?", (ASKED,))]
    acts = [act for act, in conn.execute("select name from acts order by search_norm limit ?", (ASKED,))]
    words = sorted({word for text, in conn.execute("select text from texts where id % 97 = 0")
                    for word in text.split() if word.isalpha()})[:ASKED]
    return {"home": [f"/?q={number}" for number in range(ASKED)], "a list of laws": [
        f"/laws?q={number}" for number in range(ASKED)], "a law": [f"/law/{law}/eng" for law in laws],
        "a law on a day": [f"/law/{law}/eng/on/2020-01-01" for law in laws],
        "an article on a day": [f"/law/{law}/eng/art_1/on/2020-01-01" for law in laws],
        "an act": [f"/act/{act}" for act in acts], "a search": [f"/search?q={word}" for word in words],
        "findings": [f"/findings?q={number}" for number in range(ASKED)]}


def _asked(connection: http.client.HTTPConnection, path: str) -> float:
    start = time.perf_counter()
    ask(connection, path)
    return time.perf_counter() - start


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--laws", type=int, default=LAWS)
    parser.add_argument("--on", help="a scheduler of Dask that builds the laws once more: dask://HOST:PORT")
    parser.add_argument("--killed-after", type=float, help="kill the first build after so many seconds, and go on")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for figure in measure(Path(folder), Asked(told.laws, told.on, told.killed_after)):
            print(f"| {figure.what} | {figure.measured} | {figure.verdict} |", flush=True)


if __name__ == "__main__":
    main()
