"""The values of replay: an amending act as read, with its items, instructions, printings and commencement.

Laws are named without their number, so kind, day and title are the identity. A list of printings is data: it names acts
that amended the law before, with the days on which newspapers printed them, and may lag, repeat or misprint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import close_set
from lawgraph.languages.spoken import spoken
from lawgraph.law.authors import ActKind
from lawgraph.law.model import Finding, OperationRule, Span
from lawgraph.replay.addresses import Address
from lawgraph.replay.clauses import Edit
from lawgraph.replay.words import PrintedLine, quotations

_OPENS = re.compile("[«\"]")
_BRACKETS = re.compile(r"[()]")
_IDLE = re.compile(r"[\s,.:()]")
_ENTRY_MARKS = re.compile("[«»\";]")
_QUOTED = re.compile(r"«(?:[^«»]|«[^«»]{0,300}»){1,900}»?|\"[^\"]{1,900}\"")
_MARKS = "«»\" \t\n\u00a0"


class FormRow(StrEnum):
    """The forms of instructions; the verb of F8, F12 and F14 is one of the others."""

    RESTATE = "F1"
    STRIKE = "F2"
    INSERT = "F3"
    PUT_BESIDE = "F4"
    REPLACE = "F5"
    STRIKE_WORDS = "F6"
    APPEND = "F7"
    CONTENTS = "F8"
    THROUGHOUT = "F9"
    PAIRS = "F10"
    SENTENCES = "F12"
    ANNEXES = "F14"
    RENUMBER = "F18"
    REPEAL = "F19"
    UNCHANGED = "F21"


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
        if levels & {Level.ROW, Level.TABLE, Level.COLUMN} or self.edit.verb is Sense.RESTATE_BY_ANNEX:
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


_VERBS = {Sense.RESTATE: FormRow.RESTATE, Sense.RESTATE_BY_ANNEX: FormRow.ANNEXES, Sense.REPLACE: FormRow.REPLACE,
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
    """Name the law that an item amends, as the item does: kind, day of adoption, title, and its number where told."""

    kind: ActKind
    adopted: date | None
    title: str | None
    printings: tuple[PrintedIn, ...] = ()
    number: str | None = None


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """Hold a line of an item that is not read, and the number of the article in which it surely stays."""

    place: ActPlace
    article: str
    span: Span
    text: str


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
        kinds = [_pattern(pattern) for _, pattern in spoken(self.lang).amending.kinds]
        return tuple(each for each in self.unread if not each.days and any(kind.search(each.text) for kind in kinds))


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """Hold a target with what of its line names it not: `behind` begins the body, `left` is not understood."""

    target: Target
    behind: PrintedLine
    left: str
    unread: tuple[str, ...]


def read_target(line: PrintedLine) -> NamedLaw | None:
    """Return the law that a line names, `None` where it names none with its kind and day."""
    said = spoken(line.lang).amending
    text = line.text
    opened = _pattern(said.gazettes).search(text)
    closed = _bracket_end(text, opened.start()) if opened else None
    head_end = opened.start() if opened and closed else _colon(text, line.lang)
    tail = closed or head_end
    colon = text.find(":", tail) if head_end else -1
    named = [(kind, match) for kind, pattern in said.kinds if (match := _pattern(pattern).search(text, 0, head_end))]
    kind = min(named, key=lambda each: each[1].start(), default=None)
    day = next(iter(find_days(text[:head_end], line.lang)), None)
    if kind is None or day is None or day.day is None or colon < 0:
        return None
    title, taken = _title(text[:day.start if said.role_behind else head_end], 0 if said.role_behind else day.end)
    if title is None:
        title, taken = _title(text[:day.start], 0)
    numbers = find_numbers(text[:head_end])
    owned = [(day.start, day.end), *taken, kind[1].span(), *((each.start, each.end) for each in numbers)]
    left = _left(text[:head_end] + text[tail:colon], owned, line.lang)
    if title is None:
        title, left = _unquoted_title(left, kind, line.lang)
    printed = text[opened.start() + 1:tail - 1] if opened and closed else ""
    printings = tuple(_printings(printed, line.lang))
    number = numbers[0].number if len(numbers) == 1 else None
    return NamedLaw(Target(kind[0], day.day, title, printings, number), line.behind(colon + 1), left,
                 tuple(each.text for each in printings if each.articles is None and each.adopted is None))


def _colon(text: str, lang: str) -> int:
    """Return the place of the first colon outside of quotations, 0 where there is none."""
    place, quoted = -1, quotations(text, lang)
    while (place := text.find(":", place + 1)) >= 0:
        if not any(start < place < end for start, end in quoted.items()):
            return place
    return 0


def _bracket_end(text: str, start: int) -> int | None:
    depth = 0
    for match in _BRACKETS.finditer(text, start):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.end()
    return None


def _title(head: str, start: int) -> tuple[str | None, list[tuple[int, int]]]:
    """Return the title that is quoted behind a place, and where; nested quotations may have only one closing mark."""
    first = _OPENS.search(head, start)
    last = max(map(head.rfind, "»\""))
    if first is None or last <= first.start():
        return None, []
    return head[first.start() + 1:last], [(first.start(), last + 1)]


def _left(text: str, owned: list[tuple[int, int]], lang: str) -> str:
    """Return what no part of a target owns, joined."""
    letters = list(text)
    for start, end in owned:
        letters[start:end] = " " * (end - start)
    rest = _pattern(spoken(lang).amending.target_words).sub(" ", "".join(letters))
    return " ".join(_IDLE.sub(" ", rest).split())


def _unquoted_title(left: str, kind: tuple[ActKind, re.Match[str]], lang: str) -> tuple[str | None, str]:
    if _pattern(spoken(lang).amending.title_begins).match(left):
        return f"{left[0].upper()}{left[1:]}", ""
    return (kind[1][0] if kind[0] is ActKind.CODE else None), left


def _printings(text: str, lang: str) -> Iterator[PrintedIn]:
    """Give the entries of a list of printings, those that cannot be read with their text alone."""
    year: str | None = None
    issues: str | None = None
    start = 0
    for end in (*_cuts(text), len(text)):
        entry = " ".join(text[start:end].split())
        start = end + 1
        if not entry:
            continue
        match = _pattern(spoken(lang).amending.entry).fullmatch(entry.rstrip(" ."))
        if match:
            year, issues = match["year"] or year, match["issues"] or (None if match["year"] else issues)
            yield PrintedIn(entry, year, issues, match["articles"])
        else:
            yield _named_act(entry, lang)


def _cuts(text: str) -> Iterator[int]:
    """Give the places of the semicolons outside of quotations."""
    depth, straight = 0, 0
    for match in _ENTRY_MARKS.finditer(text):
        depth += {"«": 1, "»": -1}.get(match[0], 0)
        straight ^= match[0] == '"'
        if match[0] == ";" and depth <= 0 and not straight:
            yield match.start()


def _named_act(entry: str, lang: str) -> PrintedIn:
    """Read "Law of D «T», published in the newspapers «A» and «B» on D2", in either order of words."""
    days = [each.day for each in find_days(entry, lang)]
    quoted = [match[0].strip(_MARKS) for match in _QUOTED.finditer(entry)]
    said = spoken(lang).amending
    if len(days) != 2 or not quoted or not _pattern(said.named_act).match(entry):
        return PrintedIn(entry)
    (adopted, printed), title = (reversed(days), quoted[-1]) if said.role_behind else (days, quoted[0])
    organs = quoted[:-1] if said.role_behind else quoted[1:]
    return PrintedIn(entry, adopted=adopted, title=title, organs=tuple(organs), printed=printed)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(close_set(pattern))
