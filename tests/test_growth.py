"""A law four times as long takes about four times the steps: to read, to trace, to check, to put into rows, to ask."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import pytest

from growth import MOST_STEPS, steps
from lawgraph.checks.checking import check
from lawgraph.database.build import collecting_seldom
from lawgraph.database.rows import Holding, rows
from lawgraph.evidence.sources import LawSources
from lawgraph.intake.corpus import Manifest, Manifestation
from lawgraph.timeline.history import History, Knowledge, trace
from long_laws import LONG, of_editions, sources

IN_ONE = "acts in one footnote"
SHORT = 40
"""The short law of each kind; the long one is four times as long."""


@dataclass(frozen=True)
class Sized:
    """Hold a law of one size with its life, made apart from what is measured."""

    pages: tuple[str, ...]
    law: LawSources
    life: History

    @property
    def holding(self) -> Holding:
        files = tuple(Manifestation(each.file, each.lang, "unofficial translation", None, "0" * 64, each.day)
                      for each in self.law.editions)
        manifest = Manifest(self.law.id, self.law.number, self.law.adopted, "law", (("eng", "On sundials"),), files)
        return Holding(manifest, (Knowledge(None, None, (self.life,)),), ())


def pages(name: str, size: int) -> tuple[str, ...]:
    return of_editions(size) if name == "editions" else (LONG[name](size),)


def doubts(life: History) -> int:
    return sum(len(version.because) for timeline in life.timelines for version in timeline.versions)


@cache
def sized(name: str, size: int) -> Sized:
    law = sources(*pages(name, size))
    return Sized(pages(name, size), law, trace(law, "eng"))


JOBS: dict[str, Callable[[Sized], object]] = {
    "read": lambda one: sources(*one.pages),
    "trace": lambda one: trace(one.law, "eng"),
    "check": lambda one: check(one.life),
    "rows": lambda one: [tuple(table) for table in rows(one.holding).values()],
}


def grown(job: str, short: Sized, long: Sized) -> float:
    """Return how many times as many steps the long law takes; what is made once for all laws is made before."""
    JOBS[job](short)
    return steps(partial(JOBS[job], long)) / steps(partial(JOBS[job], short))


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("name", [each for each in (*LONG, "editions") if each != IN_ONE])
def test_four_times_as_long_takes_about_four_times_the_steps(name: str, job: str) -> None:
    assert 1 < grown(job, sized(name, SHORT), sized(name, 4 * SHORT)) < MOST_STEPS


@pytest.mark.parametrize("job", JOBS)
def test_many_acts_in_one_footnote_take_the_steps_of_the_doubts_that_are_told(job: str) -> None:
    """Each act begins a version, and each version names all acts that may lie between: their square is what is told."""
    short, long = (sized(IN_ONE, size) for size in (SHORT, 4 * SHORT))
    assert 1 < grown(job, short, long) < MOST_STEPS / 4 * doubts(long.life) / doubts(short.life)


def test_values_are_looked_through_seldom_while_a_law_is_traced_and_as_before_behind_it() -> None:
    before, seen = gc.get_threshold(), list[int]()

    @collecting_seldom()
    def broken_off() -> None:
        seen.append(gc.get_threshold()[0])
        raise LookupError

    with pytest.raises(LookupError):
        broken_off()
    assert seen[0] > 100 * before[0]
    assert gc.get_threshold() == before
