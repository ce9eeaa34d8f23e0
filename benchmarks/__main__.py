"""Run all measurements, print the table, and keep it in benchmarks/RESULTS.md: `python -m benchmarks`."""

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks import pages, program, questions, serving, statute
from benchmarks.figures import CannotRunError, Figure

RESULTS = Path(__file__).with_name("RESULTS.md")
COMMAND = "python -m benchmarks"
_NOTES = """
Times are wall clock. Bluebell reads the same statute in its own markup (CHAPTER, ARTICLE, PARA, SUBPARA, written by
`benchmarks/markup.py` outside the measured time, without footnotes and editorial lines) and returns Akoma Ntoso XML.
Ours reads the page as it was saved, footnotes included, and gives each character an owner. Both servers of the last
part run at once and are asked in turns by one client. The figures were made on a machine with other work to do.
"""


def main() -> int:
    """Measure, print and write down; return 1 where a part could not run."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "lawgraph.db"
        parts = tuple(_ran(name, part) for name, part in (
            ("The statute", statute.measure),
            ("The database", lambda: program.build(database)),
            ("Questions through the Python API", lambda: questions.measure(database)),
            ("The command line", lambda: program.starts(database)),
            ("The static site", lambda: program.site(database)),
            ("Pages over HTTP", lambda: serving.measure(database)),
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
    yield "## What was slow\n"
    missed = [each for _, figures, _ in known for each in figures if each.met is False]
    yield from (f"- {each.what}: {each.measured}, goal {each.goal}" for each in missed)
    yield "" if missed else "No goal was missed.\n"


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
