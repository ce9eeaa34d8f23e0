"""Do the same work many times, on all cores where it is much; answers come in the order of the work.

The other processes start anew and import the program that began the work: a script of one's own that builds many laws
needs the usual `if __name__ == "__main__":`.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from lawgraph.law.errors import LawgraphError

FEWEST = 8
"""Less work than this is done sooner by one process: another needs a second to start."""

_AT_ONCE = 8
_Work = TypeVar("_Work")
_Answer = TypeVar("_Answer")


class WorkerError(LawgraphError):
    """A process that was ended from outside."""


def answers(do: Callable[[_Work], _Answer], work: Sequence[_Work]) -> Iterator[_Answer]:
    """Give the answer to each piece of work; `do` and all that it takes and gives must be able to travel."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(work) < FEWEST:
        yield from map(do, work)
        return
    share = max(1, min(_AT_ONCE, len(work) // (4 * cores)))
    # Processes are spawned, not forked: what a fork inherits (locks, threads of a test or a server) can hang it.
    with ProcessPoolExecutor(min(cores, len(work)), get_context("spawn"), _begin) as pool:
        try:
            yield from pool.map(do, work, chunksize=share)
        except BrokenProcessPool:
            raise WorkerError("build", "one of its processes was ended from outside, perhaps for want of memory",
                              "run it again: what is done is kept") from None


def _begin() -> None:
    """Leave Ctrl+C to the first process, and end when it does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
