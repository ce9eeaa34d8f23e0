"""How the work on one law grows with its length, and that of a build with the number of laws, by processor time.

The exponent tells with which power of the size the work grows between the two largest sizes: 1 is linear, 2 its square.

    python -m benchmarks.growth                  # prints the tables alone
    python -m benchmarks.growth --short          # sizes that a busy machine can bear
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, exponent, timed
from benchmarks.many import print_laws
from benchmarks.program import run
from lawgraph.checks.checking import check
from lawgraph.database.build import collecting_seldom
from lawgraph.database.rows import Holding, rows
from lawgraph.evidence.sources import LawSources
from lawgraph.intake.corpus import Manifest, Manifestation
from lawgraph.timeline.history import History, Knowledge, trace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from long_laws import LONG, of_acts_in_one_footnote, of_articles, of_editions, sources

MOST = 1.15
RUNS = 3
FEW = 0.05
"""Below so many seconds an exponent tells of the clock, and not of the work."""


@dataclass(frozen=True, slots=True)
class Way:
    """Hold a way in which a law can be long: its pages by the size, and the sizes that are measured.

    `goal` is the largest exponent that is good. Where an answer itself grows with the square, as it does where each of
    many acts in one footnote is named on each of many days, there is none.
    """

    pages: Callable[[int], tuple[str, ...]]
    sizes: tuple[int, ...]
    goal: float | None = MOST


WAYS: Mapping[str, Way] = {
    "articles": Way(lambda size: (of_articles(size),), (125, 500, 2000)),
    "points in a list": Way(lambda size: (LONG["points in a list"](size),), (125, 500, 2000)),
    "acts": Way(lambda size: (LONG["acts"](size),), (125, 500, 1000)),
    "notes that are not read": Way(lambda size: (LONG["notes that are not read"](size),), (125, 500, 1000)),
    "acts in one footnote": Way(lambda size: (of_acts_in_one_footnote(size),), (60, 125, 250), None),
    "editions": Way(of_editions, (25, 50, 100)),
    "languages": Way(lambda size: (of_articles(100),) * size, (1, 2, 3)),
}
LAWS = (50, 200)


def measure() -> Iterator[Figure]:
    """Yield for each way the processor time of each stage by size, with the exponent."""
    for name, way in WAYS.items():
        yield from _of(name, way)
    yield from _laws(LAWS)


def measure_short() -> Iterator[Figure]:
    """Yield the same for sizes four times smaller."""
    for name, way in WAYS.items():
        yield from _of(name, way if name == "languages" else replace(way, sizes=tuple(each // 4 for each in way.sizes)))


def _of(name: str, way: Way) -> Iterator[Figure]:
    read = _in_languages if name == "languages" else _in_english
    by_size = [_stages(partial(read, way.pages(size))) for size in way.sizes]
    for stage in by_size[0]:
        yield _figure(f"{name}: {stage}", way.sizes, [each[stage] for each in by_size], way.goal)


def _in_english(pages: Sequence[str]) -> LawSources:
    return sources(*pages)


def _in_languages(pages: Sequence[str]) -> LawSources:
    """Read the same text as editions in several languages."""
    law = sources(*pages)
    told = zip(law.editions, ("eng", "rus", "kaz"), strict=False)
    return replace(law, editions=tuple(replace(each, lang=lang, day=None) for each, lang in told))


@collecting_seldom()
def _stages(read: Callable[[], LawSources]) -> Mapping[str, float]:
    """Return the processor time of each stage of a law; its lives are traced in each of its languages."""
    law = read()
    langs = tuple(dict.fromkeys(each.lang for each in law.editions))
    lives = tuple(trace(law, lang) for lang in langs)
    return {
        "read": _quickest(read),
        "trace": _quickest(lambda: [trace(law, lang) for lang in langs]),
        "check": _quickest(lambda: [check(each) for each in lives]),
        "rows": _quickest(lambda: [tuple(table) for table in rows(_holding(law, lives)).values()]),
    }


def _quickest(work: Callable[[], object]) -> float:
    """Return the least processor time of a few runs: what others do beside it only lengthens it."""
    return min(timed(work).processor for _ in range(RUNS))


def _holding(law: LawSources, lives: tuple[History, ...]) -> Holding:
    files = tuple(Manifestation(each.file, each.lang, "unofficial translation", None, "0" * 64, each.day)
                  for each in law.editions)
    manifest = Manifest(law.id, law.number, law.adopted, "law", (("eng", "On the keeping of sundials"),), files)
    return Holding(manifest, (Knowledge(None, None, lives),), ())


def _laws(sizes: Sequence[int]) -> Iterator[Figure]:
    took = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "amendments").mkdir()
            print_laws(folder / "pages", size)
            imported = run(["import", str(folder / "pages"), "--corpus", str(folder / "corpus")])
            built = run(["build", "--corpus", str(folder / "corpus"), "--amendments", str(folder / "amendments"),
                         "--db", str(folder / "lawgraph.db")])
        took.append((imported.processor, built.processor))
    for stage, seconds in zip(("import", "build"), zip(*took, strict=True), strict=True):
        yield _figure(f"laws: {stage}", sizes, seconds, MOST)


def _figure(what: str, sizes: Sequence[int], seconds: Sequence[float], goal: float | None) -> Figure:
    told = ", ".join(f"{size:,}: {each:,.2f} s" for size, each in zip(sizes, seconds, strict=True))
    if seconds[-2] < FEW:
        return Figure(what, f"{told}; too short for an exponent")
    found = exponent(sizes, seconds)
    return Figure(what, f"{told}; exponent {found:.2f}", f"at most {goal}" if goal else "",
                  None if goal is None else found <= goal)


if __name__ == "__main__":
    for each in measure_short() if "--short" in sys.argv else measure():
        print(f"| {each.what} | {each.measured} | {each.verdict} |", flush=True)
