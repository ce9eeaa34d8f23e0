"""What a benchmark gives: figures with their goals, or the reason why a part cannot run."""

import gc
import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


class CannotRunError(Exception):
    """Say in one line why a part of the benchmark cannot run here."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one measured figure as it is printed, with its goal and whether it was met, where there is one."""

    what: str
    measured: str
    goal: str = ""
    met: bool | None = None

    @property
    def verdict(self) -> str:
        """The goal with its outcome."""
        return "" if self.met is None else f"{self.goal}: {'met' if self.met else '**missed**'}"


@dataclass(frozen=True, slots=True)
class Spent:
    """Hold what a piece of work took: seconds on the clock, and seconds of processors, which others do not lengthen."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{ms(self.clock)}, of processors {ms(self.processor)}"


def timed(work: Callable[[], object]) -> Spent:
    """Return what a piece of work takes once, without collecting the garbage of others meanwhile."""
    gc.collect()
    gc.disable()
    try:
        clock, processor = time.perf_counter(), time.process_time()
        work()
        return Spent(time.perf_counter() - clock, time.process_time() - processor)
    finally:
        gc.enable()


def median_of(work: Callable[[], object], runs: int) -> Spent:
    """Return the medians of several runs, after one that warms up."""
    work()
    told = [timed(work) for _ in range(runs)]
    return Spent(statistics.median(each.clock for each in told), statistics.median(each.processor for each in told))


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return with which power of the size the work grows between the two largest sizes: 1 where it is linear."""
    return math.log(seconds[-1] / seconds[-2]) / math.log(sizes[-1] / sizes[-2])


def percentile(seconds: Sequence[float], share: float) -> float:
    """Return the time that a share (0 to 1) of the runs did not exceed."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ms(seconds: float) -> str:
    """Print seconds as milliseconds."""
    return f"{seconds * 1000:,.2f} ms" if seconds < 0.01 else f"{seconds * 1000:,.0f} ms"
