"""What a benchmark gives: figures with their goals, or the reason why a part cannot run."""

import gc
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


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes once, without collecting the garbage of others meanwhile."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()


def median_of(work: Callable[[], object], runs: int) -> float:
    """Return the median of the seconds of several runs, after one that warms up."""
    work()
    return statistics.median(timed(work) for _ in range(runs))


def percentile(seconds: Sequence[float], share: float) -> float:
    """Return the time that a share (0 to 1) of the runs did not exceed."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ms(seconds: float) -> str:
    """Print seconds as milliseconds."""
    return f"{seconds * 1000:,.2f} ms" if seconds < 0.01 else f"{seconds * 1000:,.0f} ms"
