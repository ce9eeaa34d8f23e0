"""Attack the served site: questions that cannot be interrupted, large answers, long addresses, requests without an end.

The server runs on a free port of this machine; every kind is asked for alone and then by eight at once, while a visitor
reads pages. Memory is that of all processes of the server, above what they had when idle.
"""

import http.client
import os
import signal
import socket
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from benchmarks.attack.questions import QUESTIONS
from benchmarks.figures import CannotRunError, Figure, ms, percentile
from benchmarks.fresh import rates
from benchmarks.serving import server
from benchmarks.statute import LAW
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.law.errors import amendments_root, corpus_root

PAGE = f"/law/{LAW}/eng/art_7/on/2013-07-20"
SLOWEST, LARGEST, OTHERS = 0.5, 60.0, 1.0     # seconds, megabytes, seconds
ATTACKERS, SECONDS, PATIENCE = 8, 3.0, 30.0
UNFINISHED = 1020


def measure(folder: Path) -> Iterator[Figure]:
    """Yield what each class of attack took."""
    database = folder / "lawgraph.db"
    build(Folders(corpus_root(), amendments_root()), database, iter)
    with ExitStack() as open_now:
        port = open_now.enter_context(serving(database))
        idle = _memory(port)
        for name, path in _asked():
            yield from _alone(port, name, path)
        yield from _eight(port)
        yield _doors_shut(port)
        yield Figure("memory of all processes afterwards", f"{_memory(port) - idle:+,.0f} MB")
    yield from _ends(database)
    yield from rates(folder / "copies")


@contextmanager
def serving(database: Path) -> Iterator[int]:
    """Run the server until the block ends; give its port."""
    command = [sys.executable, "-m", "lawgraph", "serve", "--db", str(database)]
    with server(command, os.environ, PAGE) as port:
        yield port


def _asked() -> Iterator[tuple[str, str]]:
    for name, sql in QUESTIONS.items():
        for ending in ("", ".json", ".csv"):
            yield f"{name}{ending or '.html'}", f"/lawgraph{ending}?sql={quote(sql)}"
    yield "100 facets", "/lawgraph/versions?" + "&".join(f"_facet=text&_facet_array=t{each}" for each in range(50))
    yield "_where", f"/lawgraph/versions?_where={quote('(' + QUESTIONS['trim'] + ') > 0')}"
    yield "_where, sent whole", f"/lawgraph/versions.csv?_stream=on&_where={quote('(' + QUESTIONS['like'] + ') > 0')}"
    words = quote(" OR ".join(f"a{each}*" for each in range(500)))
    yield "_search, raw", f"/lawgraph/texts?_searchmode=raw&_search={words}"
    yield "search of 100 letters", "/search?q=" + quote(" ".join("abcdefghijklmnopqrstuvwxyz" * 4)[:199])
    yield "4,000 parameters", "/lawgraph/laws?" + "&".join(f"a{each}=1" for each in range(4000))
    cells = quote(f"select {', '.join(f'a.id c{each}' for each in range(30))} from versions a limit 1000")  # noqa: S608
    yield "30,000 cells", f"/lawgraph?sql={cells}"


def _alone(port: int, name: str, path: str) -> Iterator[Figure]:
    before = _memory(port)
    with _watched(port) as seen:
        began = time.perf_counter()
        status, size = get(port, path)
        took = time.perf_counter() - began
    more = max(seen.peak - before, 0)
    yield Figure(f"{name}: {status}, {size:,} bytes", f"{ms(took)}, {more:,.0f} MB",
                 f"{SLOWEST} s and {LARGEST:.0f} MB", took <= SLOWEST and more <= LARGEST and status < 500)


def _eight(port: int) -> Iterator[Figure]:
    alone = _visited(port, [])
    attacks = [f"/lawgraph.json?sql={quote(QUESTIONS[each])}" for each in ("trim", "instr", "like", "join")]
    beside = _visited(port, attacks * 2)
    for name, times in (("alone", alone), ("beside eight attackers", beside)):
        told = f"median {ms(statistics.median(times))}, 95 % {ms(percentile(times, 0.95))}, slowest {ms(max(times))}"
        yield Figure(f"a visitor {name}: {len(times)} answers", told, f"slowest {OTHERS:.0f} s", max(times) <= OTHERS)


def _visited(port: int, attacks: list[str]) -> list[float]:
    """Return how long a visitor waited for each of several pages, the quick question of a researcher among them."""
    stop = threading.Event()
    attackers = [threading.Thread(target=_again_and_again, args=(port, path, stop)) for path in attacks]
    for each in attackers:
        each.start()
    times, until = [], time.monotonic() + SECONDS
    pages = (PAGE, "/", "/search?q=infraction", "/lawgraph.json?sql=select+count(*)+from+laws", "/lawgraph/laws")
    while time.monotonic() < until:
        for path in pages:
            began = time.perf_counter()
            status, _ = get(port, path)
            times.append(time.perf_counter() - began)
            if status != 200:
                raise CannotRunError(f"{path} gave {status} beside attackers")
    stop.set()
    for each in attackers:
        each.join()
    return times


def _again_and_again(port: int, path: str, stop: threading.Event) -> None:
    while not stop.is_set():
        get(port, path)


def _doors_shut(port: int) -> Figure:
    """Return how long a visitor waits while so many requests are begun and not ended."""
    with ExitStack() as open_now:
        for _ in range(UNFINISHED):
            held = open_now.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE))
            held.sendall(b"GET /about HTTP/1.1\r\nHost: localhost\r\nX: ")
        began = time.perf_counter()
        status, _ = get(port, PAGE)
        took = time.perf_counter() - began
    return Figure(f"a visitor beside {UNFINISHED:,} unfinished requests: {status}", ms(took), f"{OTHERS:.0f} s",
                  status == 200 and took <= OTHERS)


def _ends(database: Path) -> Iterator[Figure]:
    with serving(database) as port:
        keeper = next(pid for pid, parent, _ in _processes() if pid in _family(port) and parent == os.getpid())
        stop = threading.Event()
        path = f"/lawgraph.json?sql={quote(QUESTIONS['trim'])}"
        attackers = [threading.Thread(target=_until_gone, args=(port, path, stop)) for _ in range(ATTACKERS)]
        for each in attackers:
            each.start()
        time.sleep(1)
        family, began = _family(port), time.perf_counter()
        os.kill(keeper, signal.SIGTERM)
        while any(Path(f"/proc/{pid}").exists() and not _is_dead(pid) for pid in family):
            time.sleep(0.01)
        took = time.perf_counter() - began
        stop.set()
        for each in attackers:
            each.join()
    yield Figure("SIGTERM beside eight attackers: all processes gone", ms(took), "2 s", took <= 2)


def _is_dead(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _until_gone(port: int, path: str, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            get(port, path)
        except OSError:
            return


def get(port: int, path: str) -> tuple[int, int]:
    """Return the status and the bytes of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, len(answer.read())
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()


@dataclass
class _Seen:
    peak: float = 0.0
    stop: threading.Event = field(default_factory=threading.Event)


@contextmanager
def _watched(port: int) -> Iterator[_Seen]:
    """Give the largest memory that the server has while the block runs."""
    seen = _Seen()

    def watch() -> None:
        while not seen.stop.wait(0.01):
            seen.peak = max(seen.peak, _memory(port))

    thread = threading.Thread(target=watch)
    thread.start()
    yield seen
    seen.stop.set()
    thread.join()


def _memory(port: int) -> float:
    """Return the megabytes that all processes of the server take for themselves; what they share is counted once."""
    return sum(_own(pid) for pid in _family(port)) / 1000


def _own(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _family(port: int) -> set[int]:
    """Return the numbers of the server's processes: the keeper, its workers, their clerks."""
    found = {pid for pid, _, words in _processes() if f"\0--port\0{port}\0" in words}
    while more := {pid for pid, parent, _ in _processes() if parent in found} - found:
        found |= more
    return found


def _processes() -> Iterator[tuple[int, int, str]]:
    for each in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((each / "stat").read_text().rpartition(")")[2].split()[1])
            yield int(each.name), parent, (each / "cmdline").read_text()
        except OSError:
            continue
