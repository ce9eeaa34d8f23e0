"""Ask servers for addresses that they were not asked for before, drawn from a whole site, and then for kept answers.

The site is two dozen copies of the statute, each under a number of its own. Before each series of fresh addresses the
server is started anew, so that it keeps no answer, and each law is opened by one page of it, which is told apart: a law
is read whole, and held against its seal, once. Beside the requests in a second of the clock stands what a request
takes of the server's processors, which other work on the machine does not lengthen.

`python -m benchmarks.fresh` asks one worker and two for articles on days, over 1, 20 and 200 connections. The clients
run on the same machine, so it could answer more.
"""

import hashlib
import http.client
import os
import queue
import random
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from datasette.utils import tilde_encode

from benchmarks.figures import CannotRunError, Figure
from benchmarks.program import PROGRAM, TODAY, run
from benchmarks.serving import PATIENCE, ask, running
from benchmarks.statute import LAW
from lawgraph.law.errors import amendments_root, corpus_root

COPIES = 24
CLIENTS = (1, 8, 32)
CONNECTIONS, OVER_ALL = (1, 20, 200), 600
ASKED, WARMING = 96, 4
FIRST, DAYS = date(2010, 6, 1), 5_800
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Site:
    """Hold a database with what addresses are drawn from: laws, articles, points, and the rows of provisions."""

    database: Path
    laws: tuple[str, ...]
    articles: tuple[str, ...]
    points: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """Hold a kind of page: how one address is drawn, and how many times a stock row page it is to be as fast."""

    draw: Callable[[Site, random.Random], str]
    goal: float


@dataclass(frozen=True, slots=True)
class Load:
    """Hold how many clients ask at once, and how many processes answer."""

    clients: int
    workers: int

    def __str__(self) -> str:
        return f"{self.clients} client{'s' * (self.clients > 1)}, {self.workers} worker{'s' * (self.workers > 1)}"


@dataclass(frozen=True, slots=True)
class Series:
    """Hold what a series of requests took: seconds on the clock and of the server's processors, for each request."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{1 / self.clock:,.0f} requests a second, {self.processor * 1000:,.1f} ms of processors each"


def _law(site: Site, chance: random.Random) -> str:
    return f"/law/{chance.choice(site.laws)}/eng"


def _day(chance: random.Random) -> date:
    return FIRST + timedelta(chance.randrange(DAYS))


def _two_days(chance: random.Random) -> str:
    """Return two days, the earlier one first: the other way round leads elsewhere."""
    first, last = sorted(chance.sample(range(DAYS), 2))
    return f"{FIRST + timedelta(first)}/{FIRST + timedelta(last)}"


KINDS: Mapping[str, Kind] = {
    "a law on a day": Kind(lambda site, chance: f"{_law(site, chance)}/on/{_day(chance)}", 0.8),
    "an article on a day": Kind(
        lambda site, chance: f"{_law(site, chance)}/{chance.choice(site.articles)}/on/{_day(chance)}", 1.5),
    "a point on a day": Kind(
        lambda site, chance: f"{_law(site, chance)}/{chance.choice(site.points)}/on/{_day(chance)}", 2),
    "a comparison": Kind(lambda site, chance: f"{_law(site, chance)}/diff/{_two_days(chance)}", 0.5),
    "a law": Kind(_law, 0.5),
}


def measure(folder: Path) -> Iterator[Figure]:
    """Yield what fresh and kept answers of each kind take, beside the row pages of a stock Datasette."""
    site = site_in(folder, COPIES)
    for workers in (1, 2):
        for clients in CLIENTS:
            row = _stock(site, clients) if workers == 1 else None
            if row:
                yield Figure(f"stock Datasette, row pages, {clients} clients, fresh", str(row))
            for name in KINDS:
                yield from _of(site, name, Load(clients, workers), row if clients == 1 else None)


def rates(folder: Path) -> Iterator[Figure]:
    """Yield how many fresh articles on a day are answered in a second over so many connections; a fault stops it."""
    site, chance = site_in(folder, COPIES), random.Random("rates")  # noqa: S311  (the same addresses each time)
    for workers in (1, 2):
        for count in CONNECTIONS:
            drawn = tuple(KINDS["an article on a day"].draw(site, chance) for _ in range(WARMING * workers + OVER_ALL))
            with running(_served(site, workers), os.environ, "/about") as (port, process):
                series(port, process, drawn[:WARMING * workers], WARMING * workers)
                told = series(port, process, drawn[WARMING * workers:], count)
            yield Figure(f"{Load(count, workers)}: {OVER_ALL} fresh addresses, no fault", str(told))


def site_in(folder: Path, copies: int) -> Site:
    """Build a site of copies of the statute."""
    for number in range(copies):
        _copy(folder / "corpus", f"Z{1000000 + number:08}_", f"{number + 1}-Q")
    database = folder / "lawgraph.db"
    run(["build", "--corpus", str(folder / "corpus"), "--amendments", str(amendments_root()), "--db", str(database)])
    with closing(sqlite3.connect(database)) as conn:
        laws = tuple(law for law, in conn.execute("select id from laws order by id"))
        eids = [eid for eid, in conn.execute("select eid from provisions where law = ? order by position", laws[:1])]
        keys = [name for _, name, _, _, _, place in conn.execute("pragma table_info(provisions_rows)") if place]
        found = conn.execute(f"select {', '.join(keys)} from provisions_rows").fetchall()  # noqa: S608
    table = f"/{database.stem}/provisions_rows"
    rows = tuple(f"{table}/{','.join(tilde_encode(str(key)) for key in each)}" for each in found)
    return Site(database, laws, tuple(each for each in eids if each.startswith("art_") and "__" not in each),
                tuple(each for each in eids if "__point_" in each), rows)


def _copy(corpus: Path, law: str, number: str) -> None:
    """Write the statute under another id and number: its text without its number, which would be contradicted."""
    folder, own = corpus / law, corpus_root() / LAW
    folder.mkdir(parents=True)
    text = (own / "eng.txt").read_text(encoding="utf-8").replace("271-IV", number).encode()
    (folder / "eng.txt").write_bytes(text)
    (folder / "manifest.toml").write_text(f"""id = "{law}"
number = "{number}"
adopted = 2010-04-29
kind = "law"

[titles]
eng = "On prevention of infractions, copy {number}"

[[source]]
file = "eng.txt"
lang = "eng"
standing = "unofficial translation"
address = "https://laws.example/{law}"
sha256 = "{hashlib.sha256(text).hexdigest()}"
""", encoding="utf-8")


def _of(site: Site, name: str, load: Load, row: Series | None) -> Iterator[Figure]:
    kind, chance = KINDS[name], random.Random(name)  # noqa: S311  (the same addresses each time)
    drawn = tuple(dict.fromkeys(kind.draw(site, chance) for _ in range(ASKED)))
    # Each process makes its templates once: the first addresses, on connections of their own, are not counted.
    warming, asked = drawn[:WARMING * load.workers], drawn[WARMING * load.workers:]
    with running(_served(site, load.workers), os.environ, "/about") as (port, process):
        series(port, process, warming, len(warming))
        opened = series(port, process, tuple(f"/law/{law}/eng/{site.articles[0]}/on/{FIRST}" for law in site.laws), 1)
        fresh, kept = (series(port, process, asked, load.clients) for _ in range(2))
    who = f"{name}, {load}"
    goal = row and (f"at least {kind.goal} times a stock row page, by processor time", row.processor / fresh.processor)
    yield Figure(f"{who}: {len(asked)} fresh addresses", f"{fresh}" + (f", {goal[1]:.2f} times" if goal else ""),
                 goal[0] if goal else "", goal[1] >= kind.goal if goal else None)
    # Of several processes each keeps answers and open laws of its own: what one has another makes anew.
    if load.workers == 1:
        yield Figure(f"{who}: the first page of each of {len(site.laws)} laws", str(opened))
        yield Figure(f"{who}: the same again, kept", str(kept))


def _served(site: Site, workers: int) -> list[str]:
    return [str(PROGRAM), "serve", "--no-build", "--db", str(site.database), "--today", TODAY,
            "--workers", str(workers), "--corpus", str(site.database.parent / "corpus"),
            "--amendments", str(amendments_root())]


def _stock(site: Site, clients: int) -> Series:
    chance = random.Random("rows")  # noqa: S311  (the same addresses each time)
    # An empty list of plugins: stock Datasette must not load ours, which is installed beside it.
    environment = {**os.environ, "DATASETTE_LOAD_PLUGINS": ""}
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(site.database)]
    with running(command, environment, site.rows[0]) as (port, process):
        return series(port, process, chance.sample(site.rows[1:], ASKED), clients)


def series(port: int, process: int, paths: Sequence[str], clients: int) -> Series:
    """Ask for each of some addresses once, by several clients that share them."""
    left: queue.SimpleQueue[str] = queue.SimpleQueue()
    for path in paths:
        left.put(path)
    faults: list[Exception] = []
    threads = [threading.Thread(target=_client, args=(port, left, faults)) for _ in range(clients)]
    begun, clock = processor_of(process), time.perf_counter()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    took = Series((time.perf_counter() - clock) / len(paths), (processor_of(process) - begun) / len(paths))
    if faults:
        raise CannotRunError(f"{len(faults)} of {clients} clients got no page: {faults[0]}")
    return took


def _client(port: int, left: "queue.SimpleQueue[str]", faults: list[Exception]) -> None:
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
            while True:
                ask(connection, left.get_nowait())
    except queue.Empty:
        return
    except (OSError, http.client.HTTPException, CannotRunError) as error:
        faults.append(error)


def processor_of(process: int) -> float:
    """Return the seconds of processors that a process and those it started have taken, as Linux tells them."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        inner = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    except OSError:
        raise CannotRunError("this system does not tell what processor time another process takes") from None
    return (int(stat[11]) + int(stat[12])) / TICKS + sum(processor_of(int(each)) for each in inner)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for figure in rates(Path(made)):
            sys.stdout.write(f"| {figure.what} | {figure.measured} |\n")
            sys.stdout.flush()
