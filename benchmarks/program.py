"""Measure the program from outside: how long it takes to start, what a build needs, how fast pages are written."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import CannotRunError, Figure, ms
from benchmarks.statute import LAW
from lawgraph.law.errors import amendments_root, corpus_root

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
    return run_of([str(PROGRAM), *arguments])


def run_of(command: Sequence[str]) -> Run:
    """Run a command and what it starts once; raise `CannotRunError` with its last line where it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
            raise CannotRunError(f"{Path(command[0]).name} {command[1]} ended with {process.returncode}: {lines[-1]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def build(database: Path) -> Iterator[Figure]:
    """Yield what building the database takes."""
    done = run(["build", "--db", str(database)])
    yield Figure("build of the database, program start included", _told(done))
    yield Figure("its peak memory", f"{done.peak / 1024:,.0f} MB")
    source = sum(each.stat().st_size for root in (corpus_root(), amendments_root()) for each in root.rglob("*.*"))
    size = database.stat().st_size
    # The goal is of many laws, which share texts and tables: `benchmarks.many` measures it.
    yield Figure("its size, beside that of the sources of this one law in one edition",
                 f"{size / 1024:,.0f} KB, {size / source:.1f} times")


def starts(database: Path) -> Iterator[Figure]:
    """Yield how long the command line takes to answer."""
    asked = ["text", LAW, "art_7", "--on", "2013-07-20", "--db", str(database)]
    bare = _median([sys.executable, "-c", "import click"])
    yield Figure(f'python -c "import click": median of {STARTS} starts', _told(bare))
    yield Figure(f"lawgraph --help: median of {STARTS} starts", _told(_median([str(PROGRAM), "--help"])))
    text = _median([str(PROGRAM), *asked])
    yield Figure(f"lawgraph text (Article 7 on a day): median of {STARTS} starts", _told(text),
                 "at most 3 times the bare start, by processor time", text.processor <= 3 * bare.processor)


def _median(command: Sequence[str]) -> Run:
    """Return the run in the middle of several, by processor time."""
    return sorted((run_of(command) for _ in range(STARTS)), key=lambda each: each.processor)[STARTS // 2]


def _told(done: Run) -> str:
    return f"{ms(done.seconds)}, of processors {ms(done.processor)}"
