"""How a job grows with its size: by the steps that it takes, which are the same on each run.

What happens within one step of ours, as in a pattern, is told by ratios of processor time, which a busy machine leaves as
they are.
"""

import gc
import sys
from collections.abc import Callable
from time import process_time
from types import FrameType
from typing import Any

TRIES = 5
MOST = 6.0
"""A job of four times the size takes about four times as long where it is linear, and sixteen times where it is quadratic."""


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


def is_linear(job: Callable[[int], object], size: int) -> bool:
    """Tell whether a job of four times a size takes at most six times as long, by the best of up to five tries of each."""
    small, large = float("inf"), float("inf")
    for _ in range(TRIES):
        small, large = min(small, _spent(job, size)), min(large, _spent(job, 4 * size))
        if large <= MOST * small:
            return True
    return False


def _spent(job: Callable[[int], object], size: int) -> float:
    """Return the processor time of a job alone: collecting garbage takes the longer, the more the whole process holds."""
    gc.disable()
    begun = process_time()
    try:
        job(size)
        return process_time() - begun
    finally:
        gc.enable()
