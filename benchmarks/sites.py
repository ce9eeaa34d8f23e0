"""Measure static sites: of Law 271-IV, and of small invented laws, each in one language of the interface.

    python -m benchmarks.sites                   # the law of the corpus, then twenty small laws
    python -m benchmarks.sites --laws 1000       # a thousand small ones: the memory of the indexer
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.many import print_laws
from benchmarks.program import TODAY, run

LAWS = 20
_MOST_MEMORY = 500_000


def of_the_corpus(database: Path) -> Iterator[Figure]:
    """Yield what the site of the corpus takes: the goal of one law."""
    return _site("Law 271-IV", ["--db", str(database)], (650, 9e6))


def of_small_laws(folder: Path, laws: int = LAWS) -> Iterator[Figure]:
    """Yield what the site of invented laws takes."""
    print_laws(folder / "pages", laws)
    corpus, amendments = folder / "corpus", folder / "amendments"
    amendments.mkdir()
    run(["import", str(folder / "pages"), "--corpus", str(corpus)])
    given = ["--corpus", str(corpus), "--amendments", str(amendments), "--db", str(folder / "lawgraph.db")]
    run(["build", *given])
    return _site(f"{laws:,} small laws", given, (300 * laws, 3e6 * laws))


def _site(name: str, given: Sequence[str], most: tuple[int, float]) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as made:
        out = Path(made) / "site"
        asked = ["site", *given, "--out", str(out), "--today", TODAY, "--interface", "en"]
        done = run(asked)
        every = [each for each in out.rglob("*") if each.is_file()]
        own = [each for each in every if not {"pagefind", "data"}.intersection(each.relative_to(out).parts)]
        size, pages = sum(each.stat().st_size for each in own), sum(each.suffix == ".html" for each in own)
        inodes = {each: each.stat().st_ino for each in every}
        again = run(asked)
        written = sum(inodes[each] != each.stat().st_ino for each in every)
    yield Figure(f"{name}: files without search and data", f"{len(own):,}", f"at most {most[0]:,}", len(own) <= most[0])
    yield Figure(f"{name}: their size", f"{size / 1e6:,.2f} MB", f"at most {most[1] / 1e6:,.0f} MB", size <= most[1])
    yield Figure(f"{name}: files of search", f"{len(every) - len(own):,}")
    yield Figure(f"{name}: {pages:,} pages, search included",
                 f"{done.seconds:,.1f} s, of processors {done.processor:,.1f} s")
    yield Figure(f"{name}: pages a second of processor time", f"{pages / done.processor:,.0f}", "at least 400",
                 pages >= 400 * done.processor)
    yield Figure(f"{name}: peak memory of its largest process", f"{done.peak / 1024:,.0f} MB", "under 500 MB",
                 done.peak < _MOST_MEMORY)
    yield Figure(f"{name}: written again with nothing changed",
                 f"{written} files, of processors {again.processor:,.1f} s")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--laws", type=int, default=LAWS)
    laws = parser.parse_args().laws
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "own.db"
        run(["build", "--db", str(database)])
        for figure in (*of_the_corpus(database), *of_small_laws(Path(folder), laws)):
            print(f"| {figure.what} | {figure.measured} | {figure.verdict} |", flush=True)


if __name__ == "__main__":
    main()
