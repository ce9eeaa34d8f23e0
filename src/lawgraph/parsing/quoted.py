"""Find the lines that an amending act quotes: what stands inside its quotation marks is wording, whatever it is like.

A quotation begins behind a colon ("… the following wording:") and ends with the line that closes it. One that is never
closed is told apart: nobody knows how far it goes. A heading inside is quoted only where the quotation begins with one.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from lawgraph.parsing.doubtful import quotes_left_open
from lawgraph.parsing.headings import read_heading
from lawgraph.parsing.layout import Row, RowKind

QUOTATION_MARKS = "«“„\""
_BEHIND_COLON = re.compile(rf":\s*(?=[{QUOTATION_MARKS}])")
_CLOSES = re.compile(r"[»”\"]\s*(?:[.,]?|;(?:\s+[^\W\d_]{1,8})?)$")
_CLOSED = re.compile(r"[»”\"]\s*(?:[.,]|;(?:\s+[^\W\d_]{1,8})?)$")
_BODY = {RowKind.WORDING, RowKind.LABELLED}
_QUOTABLE = {*_BODY, RowKind.HEADING, RowKind.CONTINUED}


@dataclass(frozen=True, slots=True)
class Quotations:
    """Hold which rows lie inside quotations, without those that open them, and which open one that is never closed."""

    inside: frozenset[int]
    unclosed: frozenset[int]


def quotations(rows: Sequence[Row], lang: str) -> Quotations:
    """Return the quotations of several lines."""
    depths = _Depths(rows)
    inside: set[int] = set()
    unclosed: set[int] = set()
    for place in range(len(rows)):
        opened = None if place in inside else _opened(rows, place)
        if opened is None:
            continue
        last = depths.end(place)
        if last is None or depths.interrupted(place, last, headed=read_heading(opened[1:], lang) is not None):
            unclosed.add(place)
        else:
            inside |= set(range(place + 1, last + 1))
    return Quotations(frozenset(inside), frozenset(unclosed))


class _Depths:
    """Know how many quotations are open behind each row, and where rows stand that none can hold."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._behind = tuple(accumulate(_depth(row.block.text) for row in rows))
        self._at: dict[int, list[int]] = {}
        for place, depth in enumerate(self._behind):
            self._at.setdefault(depth, []).append(place)
        self._headings = [place for place, row in enumerate(rows) if row.kind is RowKind.HEADING]
        self._foreign = [place for place, row in enumerate(rows) if row.kind not in _QUOTABLE]

    def end(self, place: int) -> int | None:
        """Return the row that closes the quotation that a row opens."""
        return _next(self._at.get(self._behind[place] - 1, []), place)

    def interrupted(self, place: int, last: int, *, headed: bool) -> bool:
        """Tell whether a row stands in between that is no part of a quotation with or without headings."""
        found = (_next(self._foreign, place), None if headed else _next(self._headings, place))
        return any(each is not None and each <= last for each in found)


def _next(places: Sequence[int], place: int) -> int | None:
    following = bisect_right(places, place)
    return places[following] if following < len(places) else None


def _opened(rows: Sequence[Row], place: int) -> str | None:
    """Return the words of a quotation that a row opens and leaves open."""
    row = rows[place]
    if row.kind not in _BODY or row.block.row:
        return None
    text = row.block.text
    begins = [match.end() for match in _BEHIND_COLON.finditer(text)][-1:]
    if text[0] in QUOTATION_MARKS and place and rows[place - 1].block.text.endswith(":"):
        begins.insert(0, 0)
    return next((text[begin:] for begin in begins if _left_open(text[begin:])), None)


def _left_open(quoted: str) -> bool:
    if _CLOSED.search(quoted):
        return False
    return quoted.count('"') % 2 == 1 if quoted[0] == '"' else quotes_left_open(quoted) > 0


def _depth(text: str) -> int:
    """Return 1 where a line begins a quotation and does not close it, -1 where it ends one that it did not open."""
    if text[0] in QUOTATION_MARKS and _left_open(text):
        return 1
    end = _CLOSES.search(text)
    if end is None:
        return 0
    odd = text.count('"') % 2 == 1 if end[0][0] == '"' else quotes_left_open(text) < 0
    return -1 if odd else 0
