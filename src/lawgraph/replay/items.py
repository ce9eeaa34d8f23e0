"""Walk over the body of an item: steps, headings that stay open, instructions and the wordings that they quote.

The text has no indentation: what an instruction acts upon is inferred from the headings that are open. A unit closes
what cannot contain it. What cannot be read is residue; an unread heading takes down all that follows in its step. A
wording ends with a closing mark and `;` or `.` at the end of a paragraph where the marks are balanced; with one mark
left open, which two levels then share, only if what follows reads as an instruction. Its numbers are held against those
that the instruction names.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.letters import count
from lawgraph.languages.spoken import is_of_another
from lawgraph.law.eid import Kind
from lawgraph.law.model import Finding, Severity, Span
from lawgraph.parsing.headings import read_annex, read_heading
from lawgraph.reading.source import SourceText
from lawgraph.replay.addresses import Address, UnitStep, written
from lawgraph.replay.clauses import AmendingClause, Edit, clauses_of, glued
from lawgraph.replay.instructions import ActItem, ActPlace, Instruction, QuotedWording, Target, UnreadLine
from lawgraph.replay.unread import article_around
from lawgraph.replay.words import PrintedLine, closed, joined, mark_named

_OPENS = ("«", '"')
_CLOSES = re.compile(r"[»\"]\s{0,3}[;.,]{0,2}$")
_OUTER = re.compile(r"[»\"]\s{0,3}[;.,]{0,2}$")
_LABEL = re.compile(r"(\d{1,5}(?:-\d{1,4}){0,4}|[^\W\d_](?=\)))\s?([.)])")
_SHOWING = {Level.SECTION: Kind.SECTION, Level.CHAPTER: Kind.CHAPTER, Level.SUBCHAPTER: Kind.SECTION,
            Level.ARTICLE: Kind.ARTICLE}
_NUMBERED = {*_SHOWING, Level.ANNEX, Level.PARAGRAPH, Level.POINT}
_ENDS = (";", ":", ".", ",")
_AT_LAW = {Level.SECTION, Level.CHAPTER, Level.SUBCHAPTER, Level.ARTICLE, Level.ANNEX, Level.PREAMBLE, Level.CONTENTS,
           Level.HEADING, Level.NOTE}
_TOLD = {
    "unread_instruction": "this is not read as an instruction",
    "unread_heading": "this heading is not read, so nothing under it in its step is",
    "under_unread_heading": "it stands under a heading that is not read",
    "unclosed_wording": "the quotation is not closed by the end of the item",
    "unclear_end": "a mark that two quotations share leaves open where the wording ends",
    "unmarked_wording": "the wording begins without a quotation mark",
    "unfinished_item": "the item breaks off here",
    "missing_step": "a step before this one is missing",
    "another_item": "this may begin an item on another law, so nothing behind it is read",
    "missing_wording": "no wording follows",
    "glued_words": "two words stand here without a blank between them",
}


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
    return heading.number if heading and heading.kind is _SHOWING[level] else None


@dataclass(frozen=True, slots=True)
class ItemBody:
    """Hold the lines in which an item's body begins; `ends` tells whether a line belongs to it no more."""

    lines: Sequence[PrintedLine]
    source: SourceText
    article: str
    number: str
    target: Target
    ends: Callable[[PrintedLine], bool]
    marks: str = ")"

    def begins_another(self, line: PrintedLine) -> bool:
        """Tell whether a line has a number as items have it; where their laws are not read, it ends this one too."""
        return bool(self.number) and line.step(".") is not None


@dataclass(slots=True)
class Walk:
    """Walk over the lines of one item's body, from `place` on."""

    body: ItemBody
    place: int
    step: str = ""
    first: int = 0
    scopes: list[Address] = field(default_factory=list)
    outer: tuple[Address, ...] = ()
    used: set[Address] = field(default_factory=set)
    poisoned: bool = False
    lost: bool = False
    instructions: list[Instruction] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    residue: list[Span] = field(default_factory=list)
    bounded: list[UnreadLine] = field(default_factory=list)
    above: tuple[Address, ...] = ()
    begins: int = 0
    stop: int = 0
    balance: Balance | None = None

    def run(self, stop: int) -> int:
        """Read up to the end of the item; no wording goes beyond `stop`. Return the line behind."""
        self.begins, self.stop = self.place, stop
        while self.place < len(self.body.lines) and not self.body.ends(self.body.lines[self.place]):
            line = self.body.lines[self.place]
            self.place += 1
            counted = line.step(self.body.marks)
            if self.body.begins_another(line):
                self._leave(line)
            if counted:
                self._count(counted["number"], line)
                if not self.step:
                    self.outer = () if self.instructions else tuple(self.scopes)
                    # Below "in the contents:" a step may be meant of the contents, or of the law itself.
                    self.lost = self.lost or any(step.level is Level.CONTENTS for each in self.outer for step in each)
                self.step, self.first, self.poisoned = counted["number"], line.paragraph, self.lost
                self.scopes, self.used = [*self.outer], set()
                line = line.behind(counted.end())
            if line.text:
                self._line(line)
        return self.place

    def _count(self, number: str, line: PrintedLine) -> None:
        last, this = count(self.step or "0"), count(number)
        if this <= last:
            self._leave(line)
        elif this[0] > last[0] + 1:
            self._find("missing_step", Severity.WARNING, line)
            self.residue.append(Span(line.start, line.start, line.number))

    def _leave(self, line: PrintedLine) -> None:
        """Read no more of the item: what follows may speak of another law."""
        if not self.lost:
            self._find("another_item", Severity.WARNING, line)
        self.lost = self.poisoned = True

    def item(self, first: PrintedLine) -> ActItem:
        """Return the item as read, from its first line on."""
        last = self.body.lines[self.place - 1]
        end = last.end
        if last.text.rstrip("»\"” ")[-1:] in ";:,":
            self._lose(last, "unfinished_item")
        return ActItem(self.body.number, self.body.target, tuple(self.instructions), tuple(self.findings),
                    tuple(self.residue), Span(first.start, end, first.number), tuple(self.bounded))

    def _line(self, line: PrintedLine) -> None:
        clauses = clauses_of(line.printed, line.lang)
        if clauses is None and not line.text.endswith(_ENDS) and self.place < len(self.body.lines):
            whole = joined(line, self.body.lines[self.place], self.body.source)
            clauses = clauses_of(whole.printed, line.lang)
            if clauses is not None:
                line, self.place = whole, self.place + 1
        if clauses is None or self.poisoned:
            self._lose(line, "under_unread_heading" if self.poisoned else "unread_instruction")
            return
        if glued(line.printed, line.lang):
            self._find("glued_words", Severity.NOTE, line)
        for clause in clauses:
            self._clause(clause, line)

    def _lose(self, line: PrintedLine, kind: str) -> None:
        """Give up a line, with the wording that it leads in; of one that is whole it is asked where it stays."""
        last, whole = line, line.text.rstrip().endswith((";", ".", ":"))
        article = article_around(line, self.above if self.poisoned else tuple(self.scopes))
        if line.leads_in:
            taken = self._wordings()
            self.place = max(self.place, taken.end)
            last, whole = self.body.lines[self.place - 1], not taken.faults
        elif line.text.rstrip().endswith(":"):
            self.poisoned, kind = True, "unread_heading"
            self.above = ((UnitStep(Level.ARTICLE, article or ""),),)
            self.lost = self.lost or not self.step
        span = Span(line.start, last.end, line.number)
        self.residue.append(span)
        if article and whole and not self.lost and kind != "unfinished_item":
            self.bounded.append(UnreadLine(self._where(line, last), article, span, line.printed))
        self._find(kind, Severity.WARNING, line)

    def _where(self, first: PrintedLine, last: PrintedLine) -> ActPlace:
        """Return the place in the act of what stands from one line to another."""
        return ActPlace(self.body.article, self.body.number, self.step,
                        (first.paragraph - self.first + 1, last.paragraph - self.first + 1))

    def _find(self, kind: str, severity: Severity, line: PrintedLine, told: str | None = None) -> None:
        self.findings.append(Finding(kind, severity, f"{told or _TOLD[kind]}: {line.printed[:160]!r}",
                                     line=line.number))

    def _clause(self, clause: AmendingClause, line: PrintedLine) -> None:
        if not clause.edits:
            self.scopes.append((*self._base(clause.targets), *clause.targets[0]))
            return
        for edit in clause.edits:
            self._edit(edit, line)

    def _edit(self, edit: Edit, line: PrintedLine) -> None:
        named = edit.targets or (edit.new if edit.verb is Sense.SUPPLEMENT else ())
        before = tuple(self.scopes)
        base = self._base(named)
        instead = self._instead(edit, named, before[len(self.scopes):])
        self.used.add(base)
        whole = replace(edit, targets=tuple((*base, *each) for each in edit.targets or ((),)))
        taken = self._wordings() if edit.wants_wording else None
        end = line
        if taken:
            self.place = taken.end
            end = self.body.lines[self.place - 1]
        span = Span(line.start, end.end, line.number)
        faults = set(taken.faults) if taken else set()
        for kind in sorted(faults):
            self._find(kind, Severity.WARNING, line)
        if faults & {"unclosed_wording", "unclear_end"}:
            self.residue.append(span)
            self.lost = self.poisoned = True
            return
        made = Instruction(self._where(line, end), whole, span, line.printed, taken.wordings if taken else (), instead,
                           scope=base)
        self._keep(replace(made, refused=_refusal(made, line.lang)), line)

    def _keep(self, made: Instruction, line: PrintedLine) -> None:
        if made.refused:
            units = ", ".join(written(each) for each in (*made.edit.targets, *made.instead))
            self._find(made.refused, Severity.WARNING, line, f"it is understood of {units} and not applied")
        self.instructions.append(made)

    def _base(self, named: Sequence[Address]) -> Address:
        """Close the headings that cannot contain what is named, and return the innermost one that is left."""
        rank = min((each[0].level.rank for each in named if each), default=None)
        while rank is not None and self.scopes and self.scopes[-1][-1].level.rank >= rank:
            self.scopes.pop()
        return self.scopes[-1] if self.scopes else ()

    def _instead(self, edit: Edit, named: Sequence[Address], closed: Sequence[Address]) -> tuple[Address, ...]:
        """Return what else may be meant: a part within the point that it closed, or a unit of the heading further out.

        A heading has no end mark: what follows the first instruction under it may belong to the one above.
        """
        level = named[0][0].level if named and named[0] else None
        points = [each for each in closed if each[-1].level is Level.POINT]
        if points and level is Level.PART:
            outer = points[-1]
        elif len(self.scopes) > 1 and self.scopes[-1] in self.used and (
                level is Level.INDENT or (level is Level.POINT and not edit.targets)):
            outer = self.scopes[-2]
        else:
            return ()
        return tuple((*outer, *each) for each in edit.targets) if edit.targets else (outer,)

    def _wordings(self) -> TakenWordings:
        taken = take_wordings(self.body.lines, self.place, self.stop, self._reads, self._closes)
        lines = self.body.lines[self.place:taken.end]
        # One mark lacks, and an instruction stands within: it ends before that, or two levels share the mark.
        swallows = sum(each.text.count("«") - each.text.count("»") for each in lines) > 0 and any(
            map(self._instructs, lines[1:]))
        return replace(taken, faults=(*taken.faults, "unclear_end")) if swallows else taken

    def _closes(self, start: int, place: int) -> bool:
        """Tell whether a wording that begins on a line is closed on another line or behind it."""
        self.balance = self.balance or Balance.of(self.body.lines, self.begins, self.stop)
        return self.balance.closes(start, place)

    def _reads(self, line: PrintedLine) -> bool:
        """Tell whether a line reads as the next instruction."""
        return self.body.ends(line) or self._instructs(line)

    def _instructs(self, line: PrintedLine) -> bool:
        counted = line.step(self.body.marks)
        return clauses_of((line.behind(counted.end()) if counted else line).printed, line.lang) is not None


def _refusal(made: Instruction, lang: str) -> str | None:
    """Return why an instruction must not be applied, though it is read."""
    edit = made.edit
    if edit.wants_wording and not made.wordings:
        return "missing_wording"
    if edit.wants_wording and not numbers_fit(edit, made.wordings, lang):
        return "numbers_differ"
    if any(is_of_another(line, lang) for each in made.wordings for line in each.lines):
        return "foreign_wording"
    at_law = () in edit.targets and not edit.throughout
    if at_law and not (edit.new and all(each and each[0].level in _AT_LAW for each in edit.new)):
        return "no_unit"
    return _unclear(edit, lang)


def _unclear(edit: Edit, lang: str) -> str | None:
    """Return why it is not clear which words take the place of which."""
    if any(mark_named(each, lang) for each in (*edit.search, *edit.put)):
        return "unclear_words"
    several = len(edit.search) > 1 or len(edit.put) > 1
    unequal = edit.search and edit.put and several and len(edit.search) != len(edit.put)
    return "unequal_words" if unequal and (edit.respectively or len(edit.put) > 1 or edit.anchor) else None
