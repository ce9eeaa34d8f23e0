"""The values of replay: an amending act as read, with its items, instructions, printings and commencement.

Laws are named without their number, so kind, day and title are the identity.
"""

import re
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.scanner import close_set
from lawgraph.languages.spoken import spoken
from lawgraph.law.amendments import OperationRule
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Finding, Span
from lawgraph.replay.addresses import Address
from lawgraph.replay.edits import Edit
from lawgraph.replay.forms import FormRow
from lawgraph.replay.words import PrintedLine


@dataclass(frozen=True, slots=True)
class QuotedWording:
    """Hold one quoted block of a wording: its lines without the outer marks, and its place."""

    lines: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Instruction:
    """Hold one instruction on one law, as read.

    `place` tells where in the act it stands: item, step, and the physical paragraphs of the step that it takes, counted
    from the step's own line. `instead` are other targets that the words may mean. One that is `refused` is understood
    and must not be applied: the word says why. `scope` is what the headings above it name. One that `begins` on a day
    of its own has another wording until then, which is an instruction of its own; what it does for a time `ends`.
    """

    place: "ActPlace"
    edit: Edit
    span: Span
    text: str
    wordings: tuple[QuotedWording, ...] = ()
    instead: tuple[Address, ...] = ()
    refused: str | None = None
    scope: Address = ()
    begins: date | None = None
    ends: date | None = None

    @property
    def form(self) -> FormRow:
        """The form, by what it is done to and then by its verb."""
        named = (*self.edit.targets, *self.edit.new)
        if any(each[:1] and each[0].level is Level.CONTENTS for each in named):
            return FormRow.CONTENTS
        levels = {step.level for each in named for step in each}
        if levels & {Level.ROW, Level.TABLE, Level.COLUMN} or self.edit.verb in BY_ANNEX:
            return FormRow.ANNEXES
        if any(each[-1].level is Level.SENTENCE for each in named if each):
            return FormRow.SENTENCES
        return FormRow.THROUGHOUT if self.edit.throughout else self.verb

    @property
    def verb(self) -> FormRow:
        """The form by its verb alone."""
        edit = self.edit
        if edit.verb is Sense.STRIKE:
            return FormRow.STRIKE_WORDS if edit.search else FormRow.STRIKE
        if edit.verb is Sense.SUPPLEMENT:
            return FormRow.INSERT if edit.new else FormRow.PUT_BESIDE if edit.search else FormRow.APPEND
        return FormRow.PAIRS if edit.verb is Sense.REPLACE and len(edit.search) > 1 else _VERBS[edit.verb]


BY_ANNEX = {Sense.RESTATE_BY_ANNEX, Sense.BRING_BY_ANNEX}
"""What is worded in an annex of the amending act."""

_VERBS = {Sense.RESTATE: FormRow.RESTATE, **dict.fromkeys(BY_ANNEX, FormRow.ANNEXES), Sense.REPLACE: FormRow.REPLACE,
          Sense.RENUMBER: FormRow.RENUMBER, Sense.REPEAL: FormRow.REPEAL, Sense.UNCHANGED: FormRow.UNCHANGED}


@dataclass(frozen=True, slots=True)
class ActPlace:
    """Name a place in an amending act: article, item, step, and paragraphs of the step (first and last, from 1)."""

    article: str
    item: str
    step: str
    paragraphs: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PrintedIn:
    """Hold one entry of a list of printings: a bulletin's issue, or an act with the newspapers that printed it."""

    text: str
    year: str | None = None
    issues: str | None = None
    articles: str | None = None
    adopted: date | None = None
    title: str | None = None
    organs: tuple[str, ...] = ()
    printed: date | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Name the law that an item amends, as the item does: kind, day of adoption, title, and its number where told.

    What several issued together has the days and numbers of the others, `joint`, too.
    """

    kind: ActKind
    adopted: date | None
    title: str | None
    printings: tuple[PrintedIn, ...] = ()
    number: str | None = None
    joint: tuple[tuple[date, str], ...] = ()

    @property
    def issued(self) -> tuple[tuple[date | None, str | None], ...]:
        """The days of adoption that it has, each with its number."""
        return ((self.adopted, self.number), *self.joint)


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """Hold a line of an item that is not read, and the number of the article in which it surely stays.

    `begins` is the day of its own on which it starts, as for a wording behind one that is given for a time.
    """

    place: ActPlace
    article: str
    span: Span
    text: str
    begins: date | None = None


@dataclass(frozen=True, slots=True)
class ActItem:
    """Hold all that an act does to one law; `residue` are the stretches that nothing owns: they prove nothing.

    Of those that are `bounded` it is known in which article they stay.
    """

    number: str
    target: Target
    instructions: tuple[Instruction, ...]
    findings: tuple[Finding, ...]
    residue: tuple[Span, ...]
    span: Span
    bounded: tuple[UnreadLine, ...] = ()

    @property
    def told_but_for(self) -> tuple[UnreadLine, ...] | None:
        """The lines that are all that is not read of it, `None` where more is not."""
        refused = any(each.refused for each in self.instructions)
        return None if refused or {each.span for each in self.bounded} != set(self.residue) else self.bounded

    @property
    def whole(self) -> bool:
        """Tell whether every character of the item is owned, and none of its instructions refused."""
        return not self.residue and not any(each.refused for each in self.instructions)


@dataclass(frozen=True, slots=True)
class Start:
    """Hold when a part of an act starts: where it stands, its rule; `partial` tells that words narrow its extent.

    A start without a `place` is that of the whole act.
    """

    rule: OperationRule
    place: Address = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Hold a line of an act that stands in no item and does or ends something, with its days."""

    text: str
    line: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """Hold an amending act as read.

    `noted` are the days of the acts in its own footnotes: it is consolidated. `omitted` tells that parts are declared
    to be left out. `unsure_starts` tells that an exception names no place, so that every first day is only bounded.
    `unread` are lines that may begin an item on a law and are not read; `beside` those in no item that change, end or
    pause something. One that `breaks_off` comes to no closing article and no signature, and declares no omission.
    `closing` are the lines of the articles that hold no items, by number.
    """

    lang: str
    title: str | None
    items: tuple[ActItem, ...]
    starts: tuple[Start, ...]
    unsure_starts: bool
    noted: tuple[date, ...]
    omitted: bool
    findings: tuple[Finding, ...]
    beside: tuple[Beside, ...] = ()
    breaks_off: bool = False
    unread: tuple[Beside, ...] = ()
    closing: tuple[tuple[str, tuple[PrintedLine, ...]], ...] = ()

    @property
    def unread_days(self) -> tuple[date, ...]:
        """The days in lines that may name a law and are in no item that is read."""
        return tuple(day for each in (*self.unread, *self.beside) for day in each.days)

    @property
    def dateless(self) -> tuple[Beside, ...]:
        """The lines in no item that name a law by its kind, and no day."""
        kinds = [pattern for _, pattern in spoken(self.lang).amending.kinds]
        return tuple(each for each in self.unread
                     if not each.days and any(re.search(close_set(kind), each.text) for kind in kinds))
