"""How a job grows with its size: by the steps that it takes, which are the same on each run.

What happens within one step of ours, as in a pattern, is told by processor time. A busy machine makes that longer, but no
more for a long job than for as many short ones in a row as take as long.
"""

import gc
import sys
from collections.abc import Callable
from time import process_time
from types import FrameType
from typing import Any

from lawgraph.languages.scanner import level, scan
from lawgraph.parsing.footnotes.sentences import sentences_of

TRIES = 8
TIMES = 4
AT_ONCE = 5.0
"""A job of four times the size that takes no more than five times as long as one is linear; else both are tried again and again."""
MOST = 1.5
"""How much longer than four jobs in a row one of four times the size may take: as long where it is linear, four times where
it is quadratic."""

MOST_STEPS = 4.6
"""Where a job of four times the size may take this many times the steps: n log n, and what is done once."""


def steps(job: Callable[[], object]) -> int:
    """Return how many lines of Python a job runs; each turn of a comprehension counts."""
    count = 0

    def stepped(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return stepped

    before = sys.gettrace()
    sys.settrace(stepped)
    try:
        job()
    finally:
        sys.settrace(before)
    return count


def is_linear(spent: Callable[[int], float], size: int) -> bool:
    """Tell whether a job grows no faster than its size, by what it spends; what does is seen at two sizes, each time of many."""
    return spent(TIMES * size) <= AT_ONCE * spent(size) or any(_is_even(spent, each) for each in (size, 2 * size))


def _is_even(spent: Callable[[int], float], size: int) -> bool:
    four, large = float("inf"), float("inf")
    for _ in range(TRIES):
        four = min(four, sum(spent(size) for _ in range(TIMES)))
        large = min(large, spent(TIMES * size))
        if large <= MOST * four:
            return True
    return False


def processor(job: Callable[[int], object]) -> Callable[[int], float]:
    """Return what a job of a size spends of the processor, alone: collecting garbage takes the longer, the more is held.

    What was read of a text before is forgotten.
    """
    def spent(size: int) -> float:
        level.cache_clear()
        scan.cache_clear()
        sentences_of.cache_clear()
        gc.disable()
        begun = process_time()
        try:
            job(size)
            return process_time() - begun
        finally:
            gc.enable()
    return spent
