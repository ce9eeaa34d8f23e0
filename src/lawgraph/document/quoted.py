"""Find the lines that an amending act quotes: what stands inside its quotation marks is wording, whatever it is like.

A quotation begins behind a colon ("… the following wording:") and ends with the line that closes it. One that is never
closed is told apart: nobody knows how far it goes. A heading inside is quoted only where the quotation begins with one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawgraph.document.doubtful import quotes_left_open
from lawgraph.document.headings import read_heading
from lawgraph.document.layout import Row, RowKind

_MARKS = "«“„\""
_BEHIND_COLON = re.compile(rf":\s*(?=[{_MARKS}])")
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
    inside: set[int] = set()
    unclosed: set[int] = set()
    for place in range(len(rows)):
        opened = None if place in inside else _opened(rows, place)
        if opened is None:
            continue
        last = _last(rows, place, opened, lang)
        if last is None:
            unclosed.add(place)
        inside |= set(range(place + 1, (last or place) + 1))
    return Quotations(frozenset(inside), frozenset(unclosed))


def _opened(rows: Sequence[Row], place: int) -> str | None:
    """Return the words of a quotation that a row opens and leaves open."""
    row = rows[place]
    if row.kind not in _BODY or row.block.row:
        return None
    text = row.block.text
    begins = [match.end() for match in _BEHIND_COLON.finditer(text)]
    if text[0] in _MARKS and place and rows[place - 1].block.text.endswith(":"):
        begins.insert(0, 0)
    return next((text[begin:] for begin in begins if _left_open(text[begin:])), None)


def _left_open(quoted: str) -> bool:
    if _CLOSED.search(quoted):
        return False
    return quoted.count('"') % 2 == 1 if quoted[0] == '"' else quotes_left_open(quoted) > 0


def _last(rows: Sequence[Row], place: int, opened: str, lang: str) -> int | None:
    """Return the row that closes a quotation."""
    headed = read_heading(opened[1:], lang) is not None
    depth = 1
    for following, row in _after(rows, place):
        if row.kind not in _QUOTABLE or (row.kind is RowKind.HEADING and not headed):
            return None
        depth += _depth(row.block.text)
        if depth == 0:
            return following
    return None


def _after(rows: Sequence[Row], place: int) -> Iterator[tuple[int, Row]]:
    return ((following, rows[following]) for following in range(place + 1, len(rows)))


def _depth(text: str) -> int:
    """Return 1 where a line begins a quotation and does not close it, -1 where it ends one that it did not open."""
    if text[0] in _MARKS and _left_open(text):
        return 1
    end = _CLOSES.search(text)
    if end is None:
        return 0
    odd = text.count('"') % 2 == 1 if end[0][0] == '"' else quotes_left_open(text) < 0
    return -1 if odd else 0
