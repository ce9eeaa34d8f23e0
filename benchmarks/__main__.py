"""Run all measurements, print the table, and keep it in benchmarks/RESULTS.md: `python -m benchmarks`."""

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks import (
    assistants,
    claims,
    desk,
    fresh,
    growth,
    interchange,
    long_code,
    pages,
    program,
    questions,
    sites,
    statute,
)
from benchmarks.figures import CannotRunError, Figure

RESULTS = Path(__file__).with_name("RESULTS.md")
COMMAND = "python -m benchmarks"
_NOTES = """
All figures are of one run. Beside the time of the clock stands the processor time, which other work on the machine
does not lengthen: goals are held against it. Pages are asked for by addresses drawn from a whole site, from a server
that was started anew and keeps nothing; what the same addresses take a second time is named kept. Bluebell reads the
same statute in its own markup (CHAPTER, ARTICLE, PARA, SUBPARA, written by `benchmarks/markup.py` outside the measured
time, without footnotes and editorial lines) and returns Akoma Ntoso XML. Ours reads the page as it was saved, footnotes
included, and gives each character an owner.
"""

_APART = {
    "one changed law among 10,000 under 3 s, nothing changed under 0.5 s": "`python -m benchmarks.many --laws 10000`",
    "search with a 95th percentile under 50 ms at 2,000 laws": "`python -m benchmarks.many --laws 2000`",
    "twenty small laws under 6,000 files and 60 MB, memory of a site of 1,000 laws under 500 MB":
        "`python -m benchmarks.sites`, `--laws 1000`",
    "a build on several machines gives the same bytes": "`python -m benchmarks.many --laws 300 --on dask://HOST:PORT`",
    "size of 1,000 invented laws with three editions at most 5 times the source": "`python -m benchmarks.many`",
}


def main() -> int:
    """Measure, print and write down; return 1 where a part could not run."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "lawgraph.db"
        parts = tuple(_ran(name, part) for name, part in (
            ("The statute", statute.measure),
            ("Claims of notes", claims.measure),
            ("The database", lambda: program.build(database)),
            ("Questions through the Python API", lambda: questions.measure(database)),
            ("The command line", lambda: program.starts(database)),
            ("The static site", lambda: sites.of_the_corpus(database)),
            ("Pages over HTTP", lambda: fresh.measure(Path(folder) / "copies")),
            ("Growth", growth.measure),
            ("A long code", long_code.measure),
            ("Interchange", lambda: interchange.measure(database)),
            ("Tools for assistants", lambda: assistants.measure(database)),
            ("The desk", lambda: desk.measure(database)),
            ("Weight and first paint of pages", lambda: pages.measure(database))))
    text = "\n".join(_report(parts))
    RESULTS.write_text(text, encoding="utf-8")
    print(text)
    return 1 if any(reason for _, _, reason in parts) else 0


Part = tuple[str, tuple[Figure, ...], str]


def _ran(name: str, measure: Callable[[], Iterable[Figure]]) -> Part:
    """Return the figures of one part, with the reason where it could not run to its end."""
    print(f"… {name}", file=sys.stderr)
    found: list[Figure] = []
    try:
        found.extend(measure())
    except CannotRunError as error:
        return name, tuple(found), str(error)
    return name, tuple(found), ""


def _report(parts: Iterable[Part]) -> Iterator[str]:
    yield "# Benchmark\n"
    yield f"Made by `{COMMAND}` (`make bench`) on {_machine()}."
    yield _NOTES
    known = tuple(parts)
    for name, figures, reason in known:
        yield f"## {name}\n"
        yield "| what | measured | goal |\n|---|---|---|"
        yield from (f"| {each.what} | {each.measured} | {each.verdict} |" for each in figures)
        yield f"\nCould not run: {reason}\n" if reason else ""
    yield "## Goals\n"
    yield "| goal | measured | outcome |\n|---|---|---|"
    held = [each for _, figures, _ in known for each in figures if each.met is not None]
    yield from (f"| {each.what}: {each.goal} | {each.measured} | {'met' if each.met else '**missed**'} |"
                for each in held)
    yield from (f"| {goal} | by {command} | not in this run |" for goal, command in _APART.items())


def _machine() -> str:
    return (f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
            f"Python {platform.python_version()}, Datasette {version('datasette')}")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "an unnamed processor"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "a processor")


if __name__ == "__main__":
    sys.exit(main())
