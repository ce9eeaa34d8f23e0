"""Read plain text: the text of a page, copied or saved as such, or one whose lines a program broke.

Lines are broken where a page of print had its edge, as in acts of the 1990s. There a paragraph begins behind a blank
line, with an indent, or with a number or a unit; all else goes on with it. Where nothing marks such a text it is known
by its breaks: each stands where the next word would not have fitted into the line, and hardly any behind a mark that
ends a sentence or an item. Elsewhere in such a text a break is meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from lawgraph.languages.spoken import codes, spoken
from lawgraph.reading.requisites import with_requisite
from lawgraph.reading.source import LAYOUT, Block, Line, Said, SourceText, compose, raised

_BEGINS = re.compile(r"\s*(?:\d{1,3}(?:-\d{1,3})?[.)]\s|[^\W\d_]\)\s|[-–—]\s|[>#|])")
_ALONE = ("#", "|", "<")
"""The signs of Markdown and of pages before lines on which nothing goes on below."""

_QUOTE = ">"
_INDENT = 2
_ENDS = (".", ";", ":")
_WAITING = ("№", ",", " N")
_NAMED = re.compile(r"\s*[^\W\d_]+\s+[\dIVX]+(?:-\d+)?\s+[^\W\d_]")
"""A unit that the middle of a sentence names: "Article 10 of the Law"."""

_DASHES = ("- ", "– ", "— ")
_FEWEST = 3
_WIDTHS = range(30, 161)
_MOST, _FEW, _SOME = 0.6, 0.25, 0.05
_HEAD, _WIDEST_HEAD = 12, 100
_FIGURE = re.compile(r"[0-9]")
_AT_THE_RIGHT = 16
"""Lines that are indented as far, all alike, are those of one stamp."""

_LINE = re.compile(r"[^\r\n]+|\r\n?|\n")
_ENDED = re.compile(r"\r\n?|\n")


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


def unwrapped(numbered: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Give lines with their numbers, those that a print broke as one; a text that is not wrapped stays as it is."""
    told = [*numbered]
    lines = [line for _, line in told]
    broken = _breaks(lines) | _in_head(lines) | _torn(lines)
    place = 0
    while place < len(told):
        end = next(each for each in range(place + 1, len(told) + 1) if each not in broken)
        more = [_below(lines, each).strip() for each in range(place + 1, end)]
        yield told[place][0], " ".join((lines[place].rstrip(), *more)) if more else lines[place]
        place = end


def _breaks(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines that go on with the line before, in a text that is wrapped; nothing of another."""
    printed = [line.rstrip() for line in lines]
    if sum(len(line) > max(_WIDTHS) for line in printed) > _SOME * len(printed):
        return frozenset()
    least = least_indent(lines)
    pairs = [place for place, line in enumerate(printed[:-1], 1)
             if line and not line.lstrip().startswith(_ALONE) and _may_go_on(line, _below(lines, place), least)]
    width = max((len(printed[place - 1]) for place in pairs), default=0)
    full = [place for place in pairs if len(printed[place - 1]) + len(_below(lines, place).split()[0]) >= width]
    ended = sum(printed[place - 1].endswith(_ENDS) for place in full)
    longer = sum(len(line) > width and not line.lstrip().startswith(_ALONE) for line in printed)
    wrapped = (len(full) >= _FEWEST and width in _WIDTHS and len(full) >= _MOST * len(pairs)
               and ended <= _FEW * len(full) and longer <= _FEW * len(full))
    return frozenset(full) if wrapped else frozenset()


def _torn(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines that go on with a word that a hyphen tears at the end of the line before."""
    return frozenset(place for place, line in enumerate(lines) if line.lstrip()[:1].islower() and place
                     and lines[place - 1].rstrip().endswith("-") and lines[place - 1].rstrip()[-2:-1].isalpha())


def _in_head(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines in the head of an act that end a broken line with its number and day."""
    filled = list(takewhile(lambda place: not _begins_text(lines[place]),
                            (place for place, line in enumerate(lines) if line.strip())))[:_HEAD]
    for several in (2, 3):
        for first in filled:
            run = [line.strip() for line in lines[first:first + several]]
            if all(0 < len(line) <= _WIDEST_HEAD for line in run) and len(run) == several and (
                    _names_act(" ".join(run)) and not any(map(_names_act, run))):
                return frozenset(range(first + 1, first + several))
    return frozenset()


def _begins_text(line: str) -> bool:
    """Tell whether a line is of what stands below the head: a number, a unit, a quotation, a lower heading."""
    return line.startswith("##") or (not line.startswith("#") and bool(_BEGINS.match(line) or _unit().match(line)))


def _names_act(line: str) -> bool:
    said = with_requisite(Said(), line) if _FIGURE.search(line) else Said()
    return said.number is not None and said.adopted is not None


def _may_go_on(above: str, below: str, least: int) -> bool:
    """Tell whether a line may go on with the one above; one that begins a paragraph where that one waits for more."""
    if not begins_paragraph(below, least):
        return True
    waits = above.endswith(_WAITING) or above.count("(") > above.count(")")
    named = below.lstrip().startswith(_DASHES) or (_NAMED.match(below) and _unit().match(below))
    return bool(below.strip()) and (waits or (bool(named) and not above.endswith(_ENDS)))


def _below(lines: Sequence[str], place: int) -> str:
    """Return a line without the sign of a quotation that goes on from the line before."""
    quoted = all(line.lstrip().startswith(_QUOTE) for line in lines[place - 1:place + 1])
    return lines[place].lstrip().removeprefix(_QUOTE) if quoted else lines[place]


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
