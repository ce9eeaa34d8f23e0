"""Walk over the body of an item: steps, headings that stay open, instructions and the wordings that they quote.

The text has no indentation: what an instruction acts upon is inferred from the headings that are open. A unit closes
what cannot contain it. What cannot be read is residue; an unread heading takes down all that follows in its step.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.letters import count
from lawgraph.languages.scanner import found
from lawgraph.languages.spoken import is_of_another, spoken
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Finding, Severity, Span
from lawgraph.reading.source import SourceText
from lawgraph.replay.addresses import Address, UnitStep, article_around, written
from lawgraph.replay.approved import NamedText, entitled, is_approved, text_in
from lawgraph.replay.clauses import AmendingClause, clauses_of, glued
from lawgraph.replay.edits import Edit
from lawgraph.replay.instructions import ActItem, ActPlace, Instruction, Target, UnreadLine
from lawgraph.replay.wordings import Balance, TakenWordings, labels, numbers_fit, take_wordings
from lawgraph.replay.words import PrintedLine, joined, mark_named

_ENDS = (";", ":", ".", ",")
_AT_LAW = {Level.SECTION, Level.CHAPTER, Level.SUBCHAPTER, Level.ARTICLE, Level.ANNEX, Level.PREAMBLE, Level.CONTENTS,
           Level.HEADING, Level.NOTE}
_OF_POINTS = {ActKind.ORDER, ActKind.RESOLUTION, ActKind.DECREE, ActKind.DECISION}
_TOLD = {
    "unread_instruction": "this is not read as an instruction",
    "unread_heading": "this heading is not read, so nothing under it in its step is",
    "approved_text": "what the act approved, as rules, is changed under this heading, which is not read",
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
class ItemBody:
    """Hold the lines in which an item's body begins; `ends` tells whether a line belongs to it no more.

    `scope` is the part of the law that the item is on, empty for all of it; `entry` its number in a list, which has no
    numbers within.
    """

    lines: Sequence[PrintedLine]
    source: SourceText
    article: str
    number: str
    target: Target
    ends: Callable[[PrintedLine], bool]
    marks: str = ")"
    scope: Address = ()
    entry: str = ""

    @property
    def within(self) -> tuple[Address, ...]:
        """The heading that its own line is."""
        return (self.scope,) if self.scope else ()

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
    texts: list[Address] = field(default_factory=list)
    used: set[Address] = field(default_factory=set)
    poisoned: bool = False
    lost: bool = False
    astray: bool = False
    instructions: list[Instruction] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    residue: list[Span] = field(default_factory=list)
    bounded: list[UnreadLine] = field(default_factory=list)
    aside: bool = False
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
            if self.body.begins_another(line) or (self.body.entry and line.step(")")):
                self._leave(line)
            if counted:
                self._count(counted["number"], line)
                if self.astray:  # whether the step is of the act or of what it approved is not told
                    self._leave(line)
                if not self.step:
                    self.outer = self.body.within if self.instructions else tuple(self.scopes)
                    # Below "in the contents:" a step may be meant of the contents, or of the law itself.
                    self.lost = self.lost or any(step.level is Level.CONTENTS for each in self.outer for step in each)
                self.step, self.first, self.poisoned = counted["number"], line.paragraph, self.lost
                self.scopes, self.used, self.aside = [*self.outer], set(), False
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
        following = self.body.lines[self.place] if self.body.entry and self.place < len(self.body.lines) else None
        goes_on = ":," if following and following.step(")") else ";:,"
        if last.text.rstrip("»\"” ")[-1:] in goes_on:
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
        if not self.lost and (named := text_in(line, self._texts(), self._here())):
            self._approved(named, line)
            return
        if self.aside and (clauses is None or not self._stay(clauses)):
            self.poisoned = True  # of the act, or of the text that a line before named
        if clauses is None or self.poisoned:
            self._lose(line, "under_unread_heading" if self.poisoned else "unread_instruction")
            return
        if glued(line.printed, line.lang):
            self._find("glued_words", Severity.NOTE, line)
        for clause in clauses:
            self._clause(clause, line)

    def _texts(self) -> tuple[Address, ...]:
        """Return what the act approved and the item named, and that of which the title of the act tells."""
        return tuple(dict.fromkeys((*self.texts, *entitled(self.body.target.title, self.body.lines[0].lang))))

    def _here(self) -> Address | None:
        """Return the approved text of the open heading; where another one was named since, none is open."""
        return next((each[:1] for each in reversed(self.scopes) if is_approved(each)), None)

    def _approved(self, named: NamedText, line: PrintedLine) -> None:
        """Read a line that names what the act approved; what follows without a name may be of either text."""
        within = self._here() == named.text
        self.texts.append(named.text)
        if named.is_heading:
            self._open_approved(named.text, line)
            return
        clauses = clauses_of(named.rest, line.lang)
        read = clauses is not None and len(clauses) == 1 and not self.poisoned
        if not within:
            self.scopes, self.aside = [], True
        if clauses is None or not read:
            self._lose(line, "under_unread_heading" if self.poisoned else "unread_instruction")
            return
        before, self.scopes = self.scopes, [named.text]
        self._clause(clauses[0], line)
        if clauses[0].edits:
            self.scopes = before
        elif not within:
            self.scopes = self.scopes[1:]

    def _stay(self, clauses: Sequence[AmendingClause]) -> bool:
        """Tell whether clauses lie in a heading that is open: behind it nobody knows of which text they are."""
        first = clauses[0]
        named = first.edits[0].targets or first.edits[0].new if first.edits else first.targets
        return bool(self._around(named)) or any(each and each[0].of_act for each in named)

    def _open_approved(self, approved: Address, line: PrintedLine) -> None:
        """Open what the act approved: all that follows is of it, up to the next step or the next such text."""
        opens_step = bool(self.step) and line.paragraph == self.first
        if self.outer and opens_step:
            self._leave(line)
            return
        self.scopes, self.used, self.poisoned, self.aside = [approved], set(), False, False
        self.astray = not opens_step and bool(self.step or self.instructions)
        self.outer = (approved,) if self.outer else ()

    def _lose(self, line: PrintedLine, kind: str) -> None:
        """Give up a line, with the wording that it leads in; of one that is whole it is asked where it stays."""
        last, whole = line, line.text.rstrip().endswith((";", ".", ":"))
        article = article_around(line, self.above if self.poisoned else tuple(self.scopes))
        if line.leads_in:
            taken = self._wordings()
            self.place = max(self.place, taken.end)
            last, whole = self.body.lines[self.place - 1], not taken.faults
        elif line.text.rstrip().endswith(":"):
            self.poisoned = True
            kind = "approved_text" if found(spoken(line.lang).amending.approved, line.text) else "unread_heading"
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
            base = self._base(clause.targets)
            self.scopes.append((*base, *clause.targets[0]))
            return
        for edit in clause.edits:
            self._edit(edit, line)

    def _edit(self, edit: Edit, line: PrintedLine) -> None:
        named = edit.targets or (edit.new if edit.verb in (Sense.SUPPLEMENT, Sense.BRING_BY_ANNEX) else ())
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
        self._keep(replace(made, refused=_refusal(made, line.lang, self._at_law())), line)

    def _at_law(self) -> set[Level]:
        """Return what can be brought into the act itself: an order consists of points."""
        return _AT_LAW | {Level.PARAGRAPH} if self.body.target.kind in _OF_POINTS else _AT_LAW

    def _keep(self, made: Instruction, line: PrintedLine) -> None:
        if made.refused:
            units = ", ".join(written(each) for each in (*made.edit.targets, *made.instead))
            self._find(made.refused, Severity.WARNING, line, f"it is understood of {units} and not applied")
        self.instructions.append(made)

    def _base(self, named: Sequence[Address]) -> Address:
        """Close the headings that cannot contain what is named, and return the innermost one that is left."""
        self.scopes = self._around(named)
        return self.scopes[-1] if self.scopes else ()

    def _around(self, named: Sequence[Address]) -> list[Address]:
        """Return the headings that can contain what is named; an annex that is said to be of the act lies in none."""
        if any(each and each[0].of_act for each in named):
            return []
        rank = min((each[0].level.rank for each in named if each), default=None)
        scopes = [*self.scopes]
        while rank is not None and scopes and scopes[-1][-1].level.rank >= rank:
            if scopes[-1][-1].titled or tuple(scopes) == self.body.within:
                break
            scopes.pop()
        return scopes

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


def _refusal(made: Instruction, lang: str, outermost: set[Level]) -> str | None:
    """Return why an instruction must not be applied, though it is read."""
    edit = made.edit
    if edit.wants_wording and not made.wordings:
        return "missing_wording"
    if edit.wants_wording and not numbers_fit(edit, made.wordings, lang):
        return "numbers_differ"
    if not all(_has_place(each, made, lang) for each in edit.new if each):
        return "unclear_place"
    if any(is_of_another(line, lang) for each in made.wordings for line in each.lines):
        return "foreign_wording"
    at_law = () in edit.targets and not edit.throughout
    if at_law and not (edit.new and all(each and each[0].level in outermost for each in edit.new)):
        return "no_unit"
    return _unclear(edit, lang)


def _has_place(new: Address, made: Instruction, lang: str) -> bool:
    """Tell whether a new point has a number; without one it may stand at the end, or where the alphabet has it."""
    step = new[-1]
    return step.level is not Level.POINT or bool(step.number) or any(
        labels(each, step.level, lang) for each in made.wordings)


def _unclear(edit: Edit, lang: str) -> str | None:
    """Return why it is not clear which words take the place of which."""
    if any(mark_named(each, lang) for each in (*edit.search, *edit.put)):
        return "unclear_words"
    several = len(edit.search) > 1 or len(edit.put) > 1
    unequal = edit.search and edit.put and several and len(edit.search) != len(edit.put)
    return "unequal_words" if unequal and (edit.respectively or len(edit.put) > 1 or edit.anchor) else None
