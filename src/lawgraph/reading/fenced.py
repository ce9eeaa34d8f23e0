"""Join what stands on several lines of a Markdown file and is one: paragraphs between fences, tables of HTML.

Acts of the 1990s stand between fences (three back-ticks), their lines broken where a page of print had its edge. There
a paragraph begins behind a blank line, with an indent, or with a number or a unit; all else goes on with it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lawgraph.languages.spoken import codes, spoken

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]*$")
_BEGINS = re.compile(r"\s*(?:\d{1,3}(?:-\d{1,3})?[.)]\s|[^\W\d_]\)\s|[-–—]\s|[>#|])")
_INDENT = 2
_TABLE, _TABLE_ENDS = "<table", "</table>"


def unfenced(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Give the lines of a file with their numbers, the first being `first`; what is one stands on one line."""
    place = 0
    while place < len(lines):
        end = _end_of_fence(lines, place) or _end_of_table(lines, place)
        if end is None:
            yield first + place, lines[place]
            place += 1
        elif lines[place].lstrip().startswith(_TABLE):
            yield first + place, "\n".join(lines[place:end + 1]).lstrip()
            place = end + 1
        else:
            yield from _paragraphs(lines[place + 1:end], first + place + 1)
            place = end + 1


def _end_of_fence(lines: Sequence[str], place: int) -> int | None:
    if not _FENCE.match(lines[place]):
        return None
    return next((end for end in range(place + 1, len(lines)) if _FENCE.match(lines[end])), len(lines))


def _end_of_table(lines: Sequence[str], place: int) -> int | None:
    if not lines[place].lstrip().startswith(_TABLE):
        return None
    return next((end for end in range(place, len(lines)) if _TABLE_ENDS in lines[end]), None)


def _paragraphs(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    least = min(indents, default=0)
    began, paragraph = first, list[str]()
    for number, line in enumerate(lines, first):
        indented = len(line) - len(line.lstrip()) >= least + _INDENT
        if paragraph and (not line.strip() or indented or _BEGINS.match(line) or _unit().match(line)):
            yield began, " ".join(paragraph)
            paragraph = []
        if line.strip():
            began = number if not paragraph else began
            paragraph.append(line.strip())
    if paragraph:
        yield began, " ".join(paragraph)


@cache
def _unit() -> re.Pattern[str]:
    words = {re.escape(each.word) for code in codes() for each in spoken(code).layout.units}
    labels = {re.escape(each) for code in codes() for each in spoken(code).layout.labels}
    behind = rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})\s+[\dIVX]"
    return re.compile(rf"(?i)\s*(?:{behind}|\d+(?:-\d+)?\s?-\s?(?:{'|'.join(words)})\b|(?:{'|'.join(labels)})\b)")
