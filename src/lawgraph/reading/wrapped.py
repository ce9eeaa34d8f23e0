"""Text whose lines are broken where a page of print had its edge, as that of acts of the 1990s.

A paragraph begins behind a blank line, with an indent, or with a number or a unit; all else goes on with it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lawgraph.languages.spoken import codes, spoken

_BEGINS = re.compile(r"\s*(?:\d{1,3}(?:-\d{1,3})?[.)]\s|[^\W\d_]\)\s|[-–—]\s|[>#|])")
_INDENT = 2
_AT_THE_RIGHT = 16
"""Lines that are indented as far, all alike, are those of one stamp."""


def paragraphs(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Give the paragraphs of wrapped lines with the numbers of the lines on which they begin; the first is `first`."""
    least = least_indent(lines)
    began, before, paragraph = first, 0, list[str]()
    for number, line in enumerate(lines, first):
        stamped = bool(line.strip()) and least + _AT_THE_RIGHT <= _indent(line) == before
        before = _indent(line)
        if paragraph and begins_paragraph(line, least) and not stamped:
            yield began, " ".join(paragraph)
            paragraph = []
        if line.strip():
            began = number if not paragraph else began
            paragraph.append(line.strip())
    if paragraph:
        yield began, " ".join(paragraph)


def least_indent(lines: Sequence[str]) -> int:
    """Return by how much all lines are indented."""
    return min((_indent(line) for line in lines if line.strip()), default=0)


def begins_paragraph(line: str, least: int) -> bool:
    """Tell whether a line is blank or begins a paragraph, of lines that are all indented by `least`."""
    indented = _indent(line) >= least + _INDENT
    return not line.strip() or indented or bool(_BEGINS.match(line)) or bool(_unit().match(line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


@cache
def _unit() -> re.Pattern[str]:
    words = {re.escape(each.word) for code in codes() for each in spoken(code).layout.units}
    labels = {re.escape(each) for code in codes() for each in spoken(code).layout.labels}
    behind = rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})\s+[\dIVX]"
    return re.compile(rf"(?i)\s*(?:{behind}|\d+(?:-\d+)?\s?-\s?(?:{'|'.join(words)})\b|(?:{'|'.join(labels)})\b)")
