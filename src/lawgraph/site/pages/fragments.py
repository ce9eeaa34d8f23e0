"""What pages of one law have made of its provisions, kept, so that it is made once and not once for each day.

A key holds all that the fragment shows, the day included where it shows the day: what is kept equals what would be
made anew, and an empty store gives the same pages as a full one.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

_Made = TypeVar("_Made")


class Fragments:
    """Keep what was made, up to a number of fragments; then begin anew."""

    def __init__(self, most: int = 1_000) -> None:
        self._most = most
        self._kept: dict[Hashable, object] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what is kept under a key, or make it and keep it."""
        held = self._kept.get(key)
        if held is None:
            if len(self._kept) >= self._most:
                self._kept.clear()
            held = self._kept[key] = make()
        return cast("_Made", held)
