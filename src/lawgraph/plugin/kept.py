"""Answers kept in memory, counted in bytes: what was asked for least lately goes first."""

from collections.abc import Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_OVERHEAD = 500     # of a key and its place


class Kept(Generic[_Key, _Value]):
    """Hold values up to `most` bytes; a value of more than an eighth of that is not kept."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._held: dict[_Key, tuple[_Value, int]] = {}

    @property
    def size(self) -> int:
        """The bytes of all that is kept."""
        return self._size

    def get(self, key: _Key) -> _Value | None:
        """Return a value; it then is the one asked for last."""
        found = self._held.pop(key, None)
        if found is None:
            return None
        self._held[key] = found
        return found[0]

    def put(self, key: _Key, value: _Value, size: int) -> None:
        """Keep a value of so many bytes, in the place of others where there is no room."""
        size += _OVERHEAD
        if key in self._held or size > self._most // 8:
            return
        self._held[key] = value, size
        self._size += size
        while self._size > self._most:
            self._size -= self._held.pop(next(iter(self._held)))[1]
