"""What one request may take, and what is kept in memory, both in bytes.

A page of a table asks some twenty questions, one for each facet and each label, the list of tables sixty; so limits
for a question alone would let a visitor ask for a hundred slow facets. Datasette does not tell its database for whom it
asks; a context variable does.
"""

from collections.abc import Hashable
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

SECONDS = 0.25
"""The time that a question, and a request as a whole, may take in SQL."""

SIZE = 4_000_000
"""The bytes of all answers in memory; as JSON and packed they take up to fourteen times as much."""


IN_A_PAGE, IN_DATA = 400, 20
"""The bytes counted beside each value: Datasette takes long to write a page of many, and not to write data."""


@dataclass(slots=True)
class Budget:
    """Hold what is left to a request; `cut` once a question of it had no answer, so that another time may tell more.

    `more` once there were more rows than one answer may have.
    """

    seconds: float = SECONDS
    size: int = SIZE
    cell: int = IN_A_PAGE
    questions: int = 200
    cut: bool = False
    more: bool = False

    def spend(self, seconds: float, size: int) -> None:
        """Take off what a question took."""
        self.seconds -= seconds
        self.size -= size
        self.questions -= 1


STREAM = Budget(seconds=5.0, size=40_000_000, cell=IN_DATA, questions=2_000)
"""The same for a table that is sent whole, a thousand rows at a time; each question of it has the limits above."""

BUDGET: ContextVar[Budget] = ContextVar("budget")
"""What is left to the request that is being answered."""


def granted() -> Budget:
    """Return what is left to this request; outside of any, all of it."""
    return BUDGET.get(Budget())


_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_OVERHEAD = 500     # of a key and its place


class Cache(Generic[_Key, _Value]):
    """Hold values up to `most` bytes, none of them over `largest`; safe for threads."""

    def __init__(self, most: int, largest: int | None = None) -> None:
        self._most, self._largest, self._size = most, largest or most // 8, 0
        self._held: dict[_Key, tuple[_Value, int]] = {}
        self._lock = Lock()

    @property
    def size(self) -> int:
        """The bytes of all that is kept."""
        return self._size

    def get(self, key: _Key) -> _Value | None:
        """Return a value; it then is the one asked for last."""
        with self._lock:
            found = self._held.pop(key, None)
            if found is None:
                return None
            self._held[key] = found
            return found[0]

    def put(self, key: _Key, value: _Value, size: int) -> None:
        """Keep a value of so many bytes, in the place of others where there is no room."""
        size += _OVERHEAD
        with self._lock:
            if key in self._held or size > self._largest:
                return
            self._held[key] = value, size
            self._size += size
            while self._size > self._most:
                self._size -= self._held.pop(next(iter(self._held)))[1]
