"""Take the quoted wordings that follow an instruction, and hold their numbers against those that it names.

A wording ends with a closing mark and `;` or `.` at the end of a paragraph where the marks are balanced; with one mark
left open, which two levels then share, only if what follows reads as an instruction.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lawgraph.languages.amending import Level
from lawgraph.law.eid import Kind
from lawgraph.law.model import Span
from lawgraph.parsing.headings import read_annex, read_heading
from lawgraph.replay.clauses import Edit
from lawgraph.replay.instructions import QuotedWording
from lawgraph.replay.lines import PrintedLine
from lawgraph.replay.words import closed

_OPENS = ("«", '"')
_CLOSES = re.compile(r"[»\"]\s{0,3}[;.,]{0,2}$")
_OUTER = re.compile(r"[»\"]?\s{0,3}[;.,]{0,2}$")
_LABEL = re.compile(r"(\d{1,5}(?:-\d{1,4}){0,4})\s?([.)])")
_SHOWING = {Level.SECTION: Kind.SECTION, Level.CHAPTER: Kind.CHAPTER, Level.SUBCHAPTER: Kind.SECTION,
            Level.ARTICLE: Kind.ARTICLE}
_NUMBERED = {*_SHOWING, Level.ANNEX, Level.PARAGRAPH, Level.POINT}


@dataclass(frozen=True, slots=True)
class TakenWordings:
    """Hold the wordings that stand from one line up to another, and what is odd about them."""

    wordings: tuple[QuotedWording, ...]
    end: int
    faults: tuple[str, ...] = ()


def take_wordings(lines: Sequence[PrintedLine], start: int, stop: int,
                  reads: Callable[[PrintedLine], bool]) -> TakenWordings:
    """Return the wordings that begin on a line."""
    wordings: list[QuotedWording] = []
    faults: list[str] = []
    place = start
    while place < stop and (place == start or lines[place].text.startswith(_OPENS)):
        end, fault = _end(lines, place, stop, reads)
        if not lines[place].text.startswith(_OPENS):
            faults.append("unmarked_wording")
        faults += (fault,) if fault else ()
        wordings.append(_wording(lines[place:end]))
        place = end
    return TakenWordings(tuple(wordings), place, tuple(faults) if wordings else ("missing_wording",))


def _end(lines: Sequence[PrintedLine], start: int, stop: int,
         reads: Callable[[PrintedLine], bool]) -> tuple[int, str | None]:
    """Return where a wording ends, and what is wrong there: not closed, or two ends between which nothing decides."""
    depth, straight, nested, passed = 0, 0, False, False
    unmarked = not lines[start].text.startswith(_OPENS)
    for place in range(start, stop):
        text = lines[place].text
        depth += text.count("«") - text.count("»")
        straight += text.count('"')
        closes = _CLOSES.search(text) is not None
        if closes and depth <= 0 and straight % 2 == 0 and not (straight and _closes_too(lines, place + 1, stop)):
            return place + 1, "unclear_end" if passed and text.count('"') > 1 else None
        shared = closes and depth + straight % 2 == 1 and not nested
        if (shared or unmarked) and _ended(lines, place + 1, stop, reads):
            return place + 1, "unclear_end" if passed else None
        passed = passed or shared
        nested = nested or lines[place].leads_in
    return stop, "unclosed_wording"


def _closes_too(lines: Sequence[PrintedLine], place: int, stop: int) -> bool:
    """Tell whether a line closes a quotation with a straight mark that it does not open."""
    return place < stop and lines[place].text.count('"') % 2 == 1 and _CLOSES.search(lines[place].text) is not None


def _ended(lines: Sequence[PrintedLine], place: int, stop: int, reads: Callable[[PrintedLine], bool]) -> bool:
    return place >= stop or lines[place].text.startswith(_OPENS) or reads(lines[place])


def _wording(lines: Sequence[PrintedLine]) -> QuotedWording:
    texts = [line.printed for line in lines]
    if lines[0].text.startswith(_OPENS):
        texts[0] = texts[0][1:]
    last = lines[-1]
    if match := _OUTER.search(last.text):
        texts[-1] = texts[-1][:len(texts[-1]) - (len(last.text) - match.start())]
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
    return tuple(number for line in wording.lines if (number := label_of(line, level, lang)))


def label_of(line: str, level: Level, lang: str) -> str | None:
    """Return the number that a line shows for a unit of a level."""
    if level in (Level.PARAGRAPH, Level.POINT):
        match = _LABEL.match(line.lstrip("«\""))
        return match[1] if match and (match[2] == ".") is (level is Level.PARAGRAPH) else None
    if level is Level.ANNEX:
        return read_annex(line, lang)
    heading = read_heading(line, lang)
    return heading.number if heading and heading.kind is _SHOWING[level] else None
