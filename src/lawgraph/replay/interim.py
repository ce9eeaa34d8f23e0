"""Parts of an amending act that last for a time, and those that read otherwise until a day.

"Until 1 January 2018 point 1 is suspended, and reads so: «…»" makes two instructions of one: that wording begins with
the act, the other on the day. "Points 2 and 3 are valid from 1 January 2017 to 1 January 2018" gives an end. Where the
parts are not whole instructions, nothing is taken: the line is told to be unread.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.printed import find_days
from lawgraph.languages.scanner import opens
from lawgraph.languages.spoken import spoken
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.document import Span
from lawgraph.replay.addresses import Address, Cursor, addresses_at, articles_in
from lawgraph.replay.clauses import clauses_of
from lawgraph.replay.edits import Edit
from lawgraph.replay.instructions import ActItem, ActPlace, Instruction, QuotedWording, Start
from lawgraph.replay.naming import read_target
from lawgraph.replay.starts import covers, holds_place, references
from lawgraph.replay.wordings import Balance, TakenWordings, numbers_fit, take_wordings
from lawgraph.replay.words import PrintedLine, tokens_of

_COUNTED = re.compile(r"^\d{1,4}(?:-\d{1,3}){0,2}[.)]\s{0,9}")
Lines = Mapping[str, list[PrintedLine]]


@dataclass(frozen=True, slots=True)
class ForATime:
    """Hold the items of an act with its interim wordings, the starts that have an end, and the rest of its closing."""

    items: tuple[ActItem, ...]
    starts: tuple[Start, ...]
    closing: Lines


def for_a_time(items: Sequence[ActItem], closing: Lines, lang: str) -> ForATime:
    """Take out of closing articles what they say of parts that last for a time, or read otherwise until a day."""
    told, starts, left = tuple(items), list[Start](), dict[str, list[PrintedLine]]()
    for number, lines in closing.items():
        rest = left.setdefault(number, [])
        place = 0
        while place < len(lines):
            after = _with_interim(told, lines, place, lang) or _of_another(told, number, lines, place, lang)
            span = None if after else _with_ends(told, lines[place], lang)
            if after:
                told, place = after
                continue
            if span:
                told = span[0]
                starts += span[1]
            else:
                rest.append(lines[place])
            place += 1
    return ForATime(told, tuple(starts), left)


def _with_ends(items: tuple[ActItem, ...], line: PrintedLine, lang: str
               ) -> tuple[tuple[ActItem, ...], tuple[Start, ...]] | None:
    """Return items with the ends that a line tells, and the starts of these parts; `None` where it is not plain."""
    match = opens(spoken(lang).amending.lasts, _uncounted(line))
    told = match["since"] if match else None
    since, until = _day(told, lang) if told else None, _day(match["until"], lang) if match else None
    if match is None or until is None or (told and since is None) or (since and since >= until):
        return None
    parts = _parts(items, match["parts"], lang)
    ending = tuple(replace(item, instructions=tuple(
        replace(made, ends=until) if any(holds_place(part, made.place) for part in parts) else made
        for made in item.instructions)) for item in items)
    starts = tuple(Start(OperationRule(RuleKind.ON_DAY, day=since), part) for part in parts if since)
    return (ending, starts) if parts and not any(made.ends for made in _all(items)
                                                 if any(holds_place(part, made.place) for part in parts)) else None


def _with_interim(items: tuple[ActItem, ...], lines: Sequence[PrintedLine], place: int, lang: str
                  ) -> tuple[tuple[ActItem, ...], int] | None:
    """Return items with what parts read until a day, and the line behind; `None` where that is not plain.

    One sentence tells it of one part, or begins a list of parts.
    """
    text = _uncounted(lines[place])
    if opens(spoken(lang).amending.until_these, text) is None:
        return _interim(items, lines, place, text, lang)
    after: tuple[tuple[ActItem, ...], int] | None = (items, place + 1)
    while after and after[1] < len(lines) and (counted := lines[after[1]].step(")")):
        whole = f"{text.rstrip(' :')} {lines[after[1]].text[counted.end():]}"
        after = _interim(after[0], lines, after[1], whole, lang)
    return after if after and after[1] > place + 1 else None


def _interim(items: tuple[ActItem, ...], lines: Sequence[PrintedLine], place: int, text: str, lang: str
             ) -> tuple[tuple[ActItem, ...], int] | None:
    match = _first(spoken(lang).amending.until_then, text)
    until = _day(match["until"], lang) if match else None
    if match is None or until is None:
        return None
    parts = _parts(items, match["parts"], lang)
    held = [made for made in _all(items) if any(holds_place(part, made.place) for part in parts)]
    taken = _wordings_below(lines, place, lang)
    fits = len(held) == 1 and held[0].edit.wants_wording and numbers_fit(held[0].edit, taken.wordings, lang)
    if not fits or taken.faults or held[0].refused or held[0].begins:
        return None
    if not _is_named(held[0], match["unit"], lang):
        return None
    span = Span(lines[place].start, lines[taken.end - 1].end, lines[place].number)
    both = _until_then(held[0], until, taken.wordings, span, lines[place].printed)
    return tuple(replace(item, instructions=tuple(
        each for made in item.instructions for each in (both if made == held[0] else (made,))))
        for item in items), taken.end


def _wordings_below(lines: Sequence[PrintedLine], place: int, lang: str) -> TakenWordings:
    """Return the wordings below a line; those that read as instructions themselves are at fault."""
    balance = Balance.of(lines, place + 1, len(lines))
    taken = take_wordings(lines, place + 1, len(lines), lambda _: False, balance.closes)
    spoken_of = any(clauses_of(_COUNTED.sub("", line), lang) for each in taken.wordings for line in each.lines)
    return replace(taken, faults=(*taken.faults, "instruction")) if spoken_of else taken


def _until_then(made: Instruction, until: date, wordings: tuple[QuotedWording, ...], span: Span, text: str
                ) -> tuple[Instruction, Instruction]:
    """Return the instruction that brings the wording until a day, and the one that words it anew on that day."""
    brought = tuple((*target, *new) for target, new in product(made.edit.targets, made.edit.new))
    later = replace(made.edit, verb=Sense.RESTATE, targets=brought or made.edit.targets, new=())
    return replace(made, wordings=wordings, span=span, text=text), replace(made, edit=later, begins=until)


def _of_another(items: tuple[ActItem, ...], article: str, lines: Sequence[PrintedLine], place: int, lang: str
                ) -> tuple[tuple[ActItem, ...], int] | None:
    """Return items with what a unit of any law reads for a time, and the line behind; `None` where it is not plain."""
    line = lines[place]
    match = _first(spoken(lang).amending.until_then_of, _uncounted(line))
    until = _day(match["until"], lang) if match else None
    since = _day(match["since"], lang) if match and match["since"] else None
    if match is None or until is None or (match["since"] and since is None) or (since and since >= until):
        return None
    named = read_target(replace(line, text=f"{match['law']}:", printed=f"{match['law']}:"))
    units = Cursor([each for each in tokens_of(match["parts"], lang) if each.sign is not Sense.FILLER], lang)
    targets = addresses_at(units, inline=False)
    if named is None or named.left or units.sign() is not None or not targets:
        return None
    taken = _wordings_below(lines, place, lang)
    span = Span(line.start, lines[taken.end - 1].end, line.number)
    where = ActPlace(article, "", "", (line.paragraph + 1, line.paragraph + taken.end - place))
    edit = Edit(Sense.RESTATE, targets)
    made = Instruction(where, edit, span, line.printed, taken.wordings, begins=since, ends=until)
    if taken.faults or not numbers_fit(made.edit, made.wordings, lang) or not _is_named(made, match["unit"], lang):
        return None
    own = [each for each in items if each.target.adopted == named.target.adopted]
    if not own:
        return (*items, ActItem("", named.target, (made,), (), (), span)), taken.end
    beside = _beside(own[0], made) if len(own) == 1 and own[0].target.title == named.target.title else None
    return (tuple(beside if each is own[0] else each for each in items), taken.end) if beside else None


def _beside(item: ActItem, made: Instruction) -> ActItem | None:
    """Return an item with what a unit reads for a time, `None` where it also does something else near by."""
    articles = _articles(made)
    near = [each for each in item.instructions if not _articles(each) or _articles(each) & articles]
    if not near:
        return replace(item, instructions=(*item.instructions, made))
    same = near[0].edit == made.edit and not (near[0].refused or near[0].begins or near[0].ends or made.begins)
    if len(near) > 1 or not same or made.ends is None:
        return None
    later = replace(near[0], begins=made.ends)
    return replace(item, instructions=tuple(
        each for one in item.instructions for each in ((replace(made, place=one.place, ends=None), later)
                                                       if one is near[0] else (one,))))


def _articles(made: Instruction) -> set[str]:
    """Return the articles that an instruction changes, none where it may change any."""
    changed = [(*target, *new) for target, new in product(made.edit.targets, made.edit.new or ((),))]
    named = [articles_in([each]) for each in (*changed, *made.instead)]
    return set().union(*named) if all(named) else set()


def _parts(items: Sequence[ActItem], text: str, lang: str) -> tuple[Address, ...]:
    """Return the parts of an act that references name, none where they are not whole instructions of items."""
    parts, clear = references(text, lang)
    named = tuple(part for part, _ in parts)
    of_another = any(token.word.level is Level.LAW for token in tokens_of(text, lang))
    if not clear or of_another or any(partial for _, partial in parts):
        return ()
    held = [[made for made in _all(items) if holds_place(part, made.place)] for part in named]
    whole = all(covers([part for part in named if holds_place(part, made.place)], made)
                for each in held for made in each)
    # The line of an instruction is told with its wording: it may have a paragraph of its own.
    lines = {number for each in held for made in each for number in range(*_bounds(made))}
    alone = all(each or _indents([part]) <= lines for part, each in zip(named, held, strict=True))
    return named if whole and alone and any(held) else ()


def _bounds(made: Instruction) -> tuple[int, int]:
    first, last = made.place.paragraphs
    return first, last + 1


def _indents(parts: Sequence[Address]) -> set[int]:
    return {int(step.number) for part in parts for step in part if step.level is Level.INDENT}


def _is_named(made: Instruction, unit: str, lang: str) -> bool:
    """Tell whether a unit that is told to read so is the one of an instruction; "this paragraph" is."""
    tokens = [each for each in tokens_of(unit, lang) if each.sign is not Sense.FILLER]
    named = tuple(_addresses(Cursor(tokens, lang)))
    units = [tuple(step for step in each if step.level is not Level.LAW) for each in named]
    numbered = [each for each in units if any(step.number for step in each)]
    own = [(*target, *new) for target, new in product(made.edit.targets, made.edit.new or ((),))]
    return not numbered or numbered == own


def _addresses(cursor: Cursor) -> Iterator[Address]:
    """Give the addresses that stand anywhere among tokens."""
    while cursor.sign() is not None:
        found = addresses_at(cursor, inline=False)
        yield from found
        if not found:
            cursor.take()


def _all(items: Sequence[ActItem]) -> Iterator[Instruction]:
    return (made for item in items for made in item.instructions)


def _uncounted(line: PrintedLine) -> str:
    counted = line.step(".)")
    return line.text[counted.end():] if counted else line.text


def _first(forms: Sequence[str], text: str) -> re.Match[str] | None:
    """Return how the first of some forms opens a text."""
    return next((told for form in forms if (told := opens(form, text))), None)


def _day(text: str, lang: str) -> date | None:
    found = [each.day for each in find_days(text, lang)]
    return found[0] if len(found) == 1 else None
