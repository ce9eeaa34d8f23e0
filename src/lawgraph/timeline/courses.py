"""A value over the turning days of an article: it changes on few of them, and is asked for only where it can.

Turns count from 0. A set of turns is a number whose bits they are: joining two such sets is one step, however many
turns there are.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Course(Generic[_Value]):
    """Hold the values of all turns: from each of `starts` on, the first being 0, the value beside it."""

    starts: tuple[int, ...]
    values: tuple[_Value, ...]

    def at(self, turn: int) -> _Value:
        """Return the value of one turn."""
        return self.values[bisect_right(self.starts, turn) - 1]

    def where(self, holds: Callable[[_Value], bool], end: int) -> int:
        """Return the set of turns before `end` of whose value something holds."""
        ends = (*self.starts[1:], end)
        runs = zip(self.starts, ends, self.values, strict=True)
        return sum((1 << after) - (1 << start) for start, after, value in runs if holds(value))


def course(turns: Iterable[int], value: Callable[[int], _Value]) -> Course[_Value]:
    """Return the course of a value that can change at some turns alone."""
    starts: list[int] = []
    values: list[_Value] = []
    for turn in sorted({0, *turns}):
        told = value(turn)
        if not values or values[-1] != told:
            starts.append(turn)
            values.append(told)
    return Course(tuple(starts), tuple(values))


def edges(turns: int, end: int) -> Iterator[int]:
    """Give the turns before `end` at which a set of turns begins or ends."""
    left = (turns ^ (turns << 1)) & ((1 << end) - 1)
    while left:
        first = left & -left
        yield first.bit_length() - 1
        left ^= first
