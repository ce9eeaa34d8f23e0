"""Measure the program from outside: how long it takes to start, what a build needs, how fast pages are written."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.figures import CannotRunError, Figure, median_of, ms
from benchmarks.statute import LAW

PROGRAM = Path(sys.executable).with_name("lawgraph")
TODAY = "2026-11-23"
STARTS = 7


@dataclass(frozen=True, slots=True)
class Run:
    """Hold what one run of the program took: seconds, seconds of processors, and its peak memory in kilobytes."""

    seconds: float
    processor: float
    peak: int


def run(arguments: Sequence[str]) -> Run:
    """Run the program once; raise `CannotRunError` with its last line where it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
            raise CannotRunError(f"lawgraph {arguments[0]} ended with {process.returncode}: {lines[-1]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def build(database: Path) -> Iterator[Figure]:
    """Yield what building the database takes."""
    done = run(["build", "--db", str(database)])
    yield Figure("build of the database, program start included", ms(done.seconds))
    yield Figure("its peak memory", f"{done.peak / 1024:,.0f} MB")
    yield Figure("its size", f"{database.stat().st_size / 1024:,.0f} KB")


def starts(database: Path) -> Iterator[Figure]:
    """Yield how long the command line takes to answer."""
    asked = ["text", LAW, "art_7", "--on", "2013-07-20", "--db", str(database)]
    for name, arguments in (("lawgraph --help", ["--help"]), ("lawgraph text (Article 7 on a day)", asked)):
        yield Figure(f"{name}: median of {STARTS} starts", ms(median_of(partial(run, arguments), STARTS)))


def site(database: Path) -> Iterator[Figure]:
    """Yield how fast the static pages are written, the search index included."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        done = run(["site", "--db", str(database), "--out", str(out), "--today", TODAY])
        pages = sum(1 for _ in out.rglob("*.html"))
    yield Figure(f"static site of {pages:,} pages, search index included", f"{done.seconds:,.1f} s")
    yield Figure("static pages a second", f"{pages / done.seconds:,.0f}")
    yield Figure("its peak memory", f"{done.peak / 1024:,.0f} MB")
