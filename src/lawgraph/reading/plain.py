"""Read plain text: the text of a page, copied or saved as such, or one whose lines a program broke."""

import re
from collections.abc import Iterator

from lawgraph.reading.source import LAYOUT, Block, Line, Said, SourceText, compose, raised
from lawgraph.reading.wrapped import unwrapped

_LINE = re.compile(r"[^\r\n]+|\r\n?|\n")
_ENDED = re.compile(r"\r\n?|\n")


def read_plain(text: str) -> SourceText:
    """Return a plain text as a source; figures that tags raise in it are read as on the page it was saved from."""
    shown = raised(text)
    lines = _ENDED.split(shown)
    joined = [*unwrapped(enumerate(lines, 1))]
    if len(joined) == len(lines):
        return SourceText(shown, tuple(_blocks(shown)))
    above = ["", *lines]
    return compose((Line(content, number, margin=_at_margin(line), after_cell=_is_cell(above[number - 1]))
                    for number, line in joined if (content := line.strip(LAYOUT))), Said(), ())


def _at_margin(line: str) -> bool:
    """Tell whether nothing but a blank, or tabs, stands before a line."""
    return line[:len(line) - len(line.lstrip(LAYOUT))].lstrip("\ufeff").replace("\t", "") in {"", " "}


def _is_cell(line: str) -> bool:
    """Tell whether a line is of tabs alone: what follows stands in the next cell of a table."""
    return "\t" in line and not line.strip(LAYOUT)


def _blocks(text: str) -> Iterator[Block]:
    line, after_cell = 1, False
    for match in _LINE.finditer(text):
        printed = match[0]
        if printed[0] in "\r\n":
            line += 1
            continue
        content = printed.strip(LAYOUT)
        if content:
            indent = len(printed) - len(printed.lstrip(LAYOUT))
            yield Block(content, match.start() + indent, line, _at_margin(printed), after_cell)
        after_cell = _is_cell(printed)
