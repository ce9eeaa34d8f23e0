"""The wordings that an act quotes: where each ends, what its lines are, which numbers they show.

A wording ends with a closing mark and `;` or `.` at the end of a paragraph where the marks are balanced; with one mark
left open, which two levels then share, only if what follows reads as an instruction. Its numbers are held against those
that the instruction names.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lawgraph.languages.amending import VERBS, Level, Sense
from lawgraph.law.document import Span
from lawgraph.law.eid import Kind
from lawgraph.parsing.headings import read_annex, read_heading
from lawgraph.replay.edits import Edit
from lawgraph.replay.instructions import QuotedWording
from lawgraph.replay.words import PrintedLine, closed, tokens_of

_OPENS = ("«", '"')
_CLOSES = re.compile(r"[»\"]\s{0,3}[;.,]{0,2}$")
_LABEL = re.compile(r"(\d{1,5}(?:-\d{1,4}){0,4}|[^\W\d_](?=\)))\s?([.)])")
_SHOWING = {Level.SECTION: Kind.SECTION, Level.CHAPTER: Kind.CHAPTER, Level.SUBCHAPTER: Kind.SECTION,
            Level.ARTICLE: Kind.ARTICLE}
_NUMBERED = {*_SHOWING, Level.ANNEX, Level.PARAGRAPH, Level.POINT}


@dataclass(frozen=True, slots=True)
class TakenWordings:
    """Hold the wordings that stand from one line up to another, and what is odd about them."""

    wordings: tuple[QuotedWording, ...]
    end: int
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """Hold how many quotations are open before each line of an item, and at least behind any line from it on."""

    first: int
    before: tuple[int, ...]
    least: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[PrintedLine], first: int, stop: int) -> "Balance":
        """Count the marks of some lines."""
        behind = tuple(accumulate(line.text.count("«") - line.text.count("»") for line in lines[first:stop]))
        return cls(first, (0, *behind), tuple(accumulate(reversed(behind), min))[::-1])

    def closes(self, start: int, place: int) -> bool:
        """Tell whether a wording that begins on a line is closed, mark for mark, on another line or behind it."""
        later = place - self.first
        return later < len(self.least) and self.least[later] <= self.before[start - self.first]


def take_wordings(lines: Sequence[PrintedLine], start: int, stop: int, reads: Callable[[PrintedLine], bool],
                  closes: Callable[[int, int], bool]) -> TakenWordings:
    """Return the wordings that begin on a line."""
    wordings: list[QuotedWording] = []
    faults: list[str] = []
    place = start
    while place < stop and (place == start or lines[place].text.startswith(_OPENS)):
        end, fault = _end(lines, place, stop, reads, closes)
        if not lines[place].text.startswith(_OPENS):
            faults.append("unmarked_wording")
        faults += (fault,) if fault else ()
        wordings.append(_wording(lines[place:end]))
        place = end
    return TakenWordings(tuple(wordings), place, tuple(faults) if wordings else ("missing_wording",))


def _end(lines: Sequence[PrintedLine], start: int, stop: int, reads: Callable[[PrintedLine], bool],
         closed_later: Callable[[int, int], bool]) -> tuple[int, str | None]:
    """Return where a wording ends, and what is wrong there: not closed, or two ends between which nothing decides."""
    depth, straight, nested, passed = 0, 0, False, False
    unmarked = not lines[start].text.startswith(_OPENS)
    for place in range(start, stop):
        text = lines[place].text
        depth += text.count("«") - text.count("»")
        straight += text.count('"')
        closes = _CLOSES.search(text) is not None
        balanced = depth <= -unmarked and straight % 2 == 0
        if closes and balanced and not (straight and _closes_too(lines, place + 1, stop)):
            return place + 1, "unclear_end" if passed and text.count('"') > 1 else None
        shared = closes and depth + straight % 2 == 1 and not nested
        if (shared or unmarked) and _ended(lines, place + 1, stop, reads):
            doubtful = passed or (closed_later(start, place + 1) if shared and depth else unmarked)
            return place + 1, "unclear_end" if doubtful else None
        passed = passed or (shared and not _is_prose(lines[place + 1:place + 2]))
        nested = nested or lines[place].leads_in
    return stop, "unclosed_wording"


def _closes_too(lines: Sequence[PrintedLine], place: int, stop: int) -> bool:
    """Tell whether a line closes a quotation with a straight mark that it does not open."""
    return place < stop and lines[place].text.count('"') % 2 == 1 and _CLOSES.search(lines[place].text) is not None


def _ended(lines: Sequence[PrintedLine], place: int, stop: int, reads: Callable[[PrintedLine], bool]) -> bool:
    return place >= stop or lines[place].text.startswith(_OPENS) or reads(lines[place])


def _is_prose(lines: Sequence[PrintedLine]) -> bool:
    """Tell whether a line can begin no instruction, read or not: no unit is in front, no verb of theirs in it."""
    signs = [token.sign for line in lines if line.text[:1].isupper() for token in tokens_of(line.printed, line.lang)]
    return bool(signs) and signs[0] not in (Sense.UNIT, Sense.IN) and not VERBS.intersection(signs)


def _wording(lines: Sequence[PrintedLine]) -> QuotedWording:
    texts = [line.printed for line in lines]
    if lines[0].text.startswith(_OPENS):
        texts[0] = texts[0][1:]
    last = lines[-1]
    if match := _CLOSES.search(last.text):
        texts[-1] = texts[-1][:len(texts[-1]) - (len(last.text) - match.start())]
    if not _CLOSES.search(texts[-1]):  # else it is the quotation within that shares its mark
        texts[-1] = closed(texts[-1])
    return QuotedWording(tuple(texts), Span(lines[0].start, last.end, lines[0].number))


def numbers_fit(edit: Edit, wordings: Sequence[QuotedWording], lang: str) -> bool:
    """Tell whether wordings show the numbers of the units that they are for, in their order."""
    named = [each[-1] for each in (edit.new or edit.targets) if each]
    levels = {step.level for step in named}
    if len(levels) != 1 or not levels <= _NUMBERED or not all(step.number for step in named):
        return True
    shown = [number for each in wordings for number in labels(each, named[0].level, lang)]
    expected = [step.number for step in named]
    if any(step.since for step in named):
        return shown[:1] == expected[:1] and shown[-1:] == expected[-1:]
    return shown == expected


def labels(wording: QuotedWording, level: Level, lang: str) -> tuple[str, ...]:
    """Return the numbers that the lines of a wording show for units of a level."""
    return tuple(number for line in wording.lines
                 if not line.startswith(_OPENS) and (number := label_of(line, level, lang)))


def label_of(line: str, level: Level, lang: str) -> str | None:
    """Return the number that a line shows for a unit of a level."""
    if level in (Level.PARAGRAPH, Level.POINT):
        match = _LABEL.match(line.lstrip("«\""))
        return match[1].casefold() if match and (match[2] == ".") is (level is Level.PARAGRAPH) else None
    if level is Level.ANNEX:
        return read_annex(line, lang)
    heading = read_heading(line, lang)
    return heading.number if heading and heading.kind is _SHOWING.get(level) else None
