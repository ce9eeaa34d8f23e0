"""Answers and open laws kept in memory, counted in bytes: what was asked for least lately goes first."""

import pickle
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_OVERHEAD = 500     # of a key and its place
_UNPACKED = 4       # a value takes so many times the bytes of its pickle; measured on laws: 3.7 and 2.7


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


class _Counted:
    """Count what is written, and keep nothing of it."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, piece: bytes) -> int:
        self.size += len(piece)
        return len(piece)


def size_of(value: object) -> int:
    """Return about how many bytes a value takes with all that it holds."""
    counted = _Counted()
    pickle.Pickler(counted, 5).dump(value)
    return counted.size * _UNPACKED
