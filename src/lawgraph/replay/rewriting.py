"""What later acts do to an amending act's instructions and starts, so that these are not taken as they were adopted.

Of a later act that is read whole it is known what it strikes, words anew or starts on other days: no other instruction
is in doubt. What is struck or worded anew before it begins never operates as it was; of another it is known in which
article it stays, or the act may have been rewritten anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.scanner import opens
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Kind
from lawgraph.reading.source import Line, Said, SourceText, compose
from lawgraph.replay.addresses import Address
from lawgraph.replay.applying import apply_item
from lawgraph.replay.instructions import ActItem, ActPlace, AmendingAct, Instruction, UnreadLine
from lawgraph.replay.items import ItemBody, Walk
from lawgraph.replay.naming import AmendedLaw, items_on, names
from lawgraph.replay.rewording import places_of
from lawgraph.replay.starts import covers, holds_place, is_nowhere, lacks, rules_for, starts_of
from lawgraph.replay.state import Node
from lawgraph.replay.told import own_day
from lawgraph.replay.words import PrintedLine, lines_of

_WITHIN = {Level.ARTICLE, Level.PARAGRAPH, Level.POINT}
Closing = Mapping[str, Sequence[PrintedLine]]


@dataclass(frozen=True, slots=True)
class LaterAct:
    """Hold an act that may amend another one: its day of adoption, its text in one language, whether it was amended."""

    adopted: date
    text: AmendingAct
    amended: bool


def rewritten(text: AmendingAct, act: AmendedLaw, later: Iterable[LaterAct]) -> AmendingAct:
    """Return an act as read, but for what later acts made of it; days of those that may have done more are noted."""
    for each in later:
        made = _made(text, act, each)
        after = None if made is None else _after(text, made, each.text)
        text = after or replace(text, noted=tuple(sorted({*text.noted, each.adopted})))
    return text


def _made(text: AmendingAct, act: AmendedLaw, later: LaterAct) -> tuple[Instruction, ...] | None:
    """Return what a later act does to an act, `None` where it may do anything else to it."""
    told, titles = later.text, {title for lang, title in act.titles if lang == text.lang}
    own = items_on(told, act) if titles and told.items else ()
    beside = any(names(line, act, told.lang) for line in (*told.unread, *told.beside))
    if beside or later.amended or told.noted or told.breaks_off or told.omitted:
        return None
    if len(own) != 1 or own[0].target.title is None or not own[0].whole:
        return None
    made = tuple(map(_meant, own[0].instructions))
    return None if any(each.instead for each in made) else made


def _meant(made: Instruction) -> Instruction:
    """Return an instruction with the one of its two readings that names parts of an act."""
    readings = [each for each in (made.edit.targets, made.instead) if each and all(
        any(_plain(part, within) for within in (_WITHIN, _WITHIN - {Level.PARAGRAPH})) for part in each)]
    return replace(made, edit=replace(made.edit, targets=readings[0]), instead=()) if len(readings) == 1 else made


def _after(text: AmendingAct, made: Sequence[Instruction], later: AmendingAct) -> AmendingAct | None:
    """Return an act behind what a later one does to it, `None` where that is not sure."""
    closing = dict(text.closing)
    starting = [each for each in made if all(
        part and part[0].level is Level.ARTICLE and part[0].number in closing for part in each.edit.targets)]
    others = [each for each in made if each not in starting]
    striking = [each for each in others if each.edit.verb is Sense.STRIKE and not each.edit.search]
    wording = [each for each in others if each.edit.verb in (Sense.RESTATE, Sense.REPLACE)]
    struck = _parted(text, [target for each in striking for target in each.edit.targets])
    anew = [_anew(text, each) for each in wording]
    if len(striking) + len(wording) < len(others) or struck is None or None in anew or not all(
            map(_stays_in, struck)):
        return None
    days = [own_day(rules_for(later, each)) for each in made]
    started = _with_starts(text, starting) if starting else text
    if started is None or not all(_as_before(each, text, started, days) for each in _all(text)):
        return None
    put = {old: new for pair in anew if pair for olds, new in [pair] for old in olds[:1]}
    gone = {old for pair in anew if pair for old in pair[0]}
    if not all(_never_began(text, old, days) for old in gone) or not all(
            _never_began(started, each, days) for new in put.values() for each in new):
        return None
    worded = replace(started, items=tuple(replace(item, instructions=tuple(
        each for old in item.instructions for each in put.get(old, () if old in gone else (old,))))
        for item in started.items))
    return _without(worded, struck, days)


def _parted(text: AmendingAct, parts: Sequence[Address]) -> tuple[Instruction, ...] | None:
    """Return the instructions that parts of an act are, `None` where they are not just these."""
    within = _WITHIN if any(item.number for item in text.items) else _WITHIN - {Level.PARAGRAPH}
    if not all(_plain(part, within) for part in parts):
        return None
    held = [[made for made in _all(text) if holds_place(part, made.place)] for part in parts]
    found = tuple(dict.fromkeys(made for each in held for made in each))
    whole = all(covers([part for part in parts if holds_place(part, made.place)], made) for made in found)
    # The line of a heading goes with all that stands under it: with a whole step.
    steps = {_step(made) for made in found}
    whole = whole and (all(held) or not any(_step(made) in steps for made in _all(text) if made not in found))
    return found if bool(found) is bool(parts) and whole and all(
        each or part[-1].level is Level.INDENT for part, each in zip(parts, held, strict=True)) else None


def _step(made: Instruction) -> ActPlace:
    return replace(made.place, paragraphs=(0, 0))


def _plain(part: Address, within: AbstractSet[Level]) -> bool:
    """Tell whether an address names steps of an act, or paragraphs of one, and no other number may lie in a run."""
    levels = {step.level for step in part}
    return levels in (within, within | {Level.INDENT}) and all(
        step.level is Level.INDENT or not step.since for step in part)


def _anew(text: AmendingAct, made: Instruction) -> tuple[tuple[Instruction, ...], tuple[Instruction, ...]] | None:
    """Return the instructions that are worded anew, and as they read then; `None` where that is not plain."""
    olds = _parted(text, made.edit.targets)
    if not olds or len({each.scope for each in olds}) > 1 or len({each.place.step for each in olds}) > 1:
        return None
    lines = _exchanged(made, olds) if made.edit.search else [line for each in made.wordings for line in each.lines]
    if not lines:
        return None
    place = replace(olds[0].place, paragraphs=(olds[0].place.paragraphs[0], olds[-1].place.paragraphs[1]))
    step = made.edit.targets[0][-1].level is Level.POINT and not made.edit.search
    source = _source([*lines[:-1], f"{lines[-1].rstrip(' ;.')}."])
    target = text.items[0].target
    body = ItemBody(lines_of(source, text.lang), source, place.article, place.item, target, lambda _: False)
    before = str(int(place.step) - 1) if step and place.step.isdecimal() else "" if step else place.step
    walk = Walk(body, 0, step=before, scopes=[] if step or not olds[0].scope else [olds[0].scope])
    walk.run(len(body.lines))
    item = walk.item(body.lines[0])
    if not item.whole or not item.instructions or {each.place.step for each in item.instructions} != {place.step}:
        return None
    return olds, tuple(replace(each, place=place, span=olds[0].span, text=f"{made.text} {each.text}")
                       for each in item.instructions)


def _exchanged(made: Instruction, olds: Sequence[Instruction]) -> list[str]:
    """Return the line of one instruction in which a later act exchanges words, none where it is not plain."""
    (searched, *others), (put, *more) = made.edit.search, made.edit.put
    spans = list(places_of(searched, olds[0].text))
    several = len(olds) > 1 or others or more or made.edit.throughout or made.edit.inflected
    if several or olds[0].wordings or len(spans) != 1:
        return []
    start, end = spans[0]
    return [f"{olds[0].text[:start]}{put}{olds[0].text[end:]}"]


def _source(lines: Iterable[str]) -> SourceText:
    return compose((Line(each, place) for place, each in enumerate(lines, 1)), Said(), ())


def _with_starts(text: AmendingAct, made: Sequence[Instruction]) -> AmendingAct | None:
    """Return an act with its closing articles as a later one words them, `None` where that can't be read."""
    law = Node(Kind.LAW, parts=tuple(_article(number, lines) for number, lines in text.closing))
    whole = {each.edit.targets[0][0].number: each for each in made
             if each.edit.verb is Sense.RESTATE and len(each.edit.targets) == len(each.edit.targets[0]) == 1}
    applied = apply_item([each for each in made if each not in whole.values()], law, text.lang)
    if applied.refused:
        return None
    told = {number: tuple(_lines(each)) for (number, _), each in zip(text.closing, applied.law.parts, strict=True)}
    for number, each in whole.items():
        lines = [line for wording in each.wordings for line in wording.lines]
        opened = opens(spoken(text.lang).amending.article, lines[0])
        told[number] = (lines[0][opened.end():].strip() if opened else lines[0], *lines[1:])
    closing = {number: lines_of(_source(filter(None, lines)), text.lang) for number, lines in told.items()}
    starts, unsure, _ = starts_of(closing, text.lang)
    strange = any(is_nowhere(text.items, each.place) or any(lacks(item, each.place) for item in text.items)
                  for each in starts)
    return None if unsure or strange else replace(
        text, starts=starts, unsure_starts=unsure, closing=tuple(closing.items()))


def _article(number: str, lines: Sequence[PrintedLine]) -> Node:
    """Return a closing article as a tree of its lines."""
    counted = [(line, line.step(")")) for line in lines]
    parts = tuple(Node(Kind.POINT, match["number"], text=line.text[match.end():]) if match
                  else Node(Kind.ALINEA, text=line.text) for line, match in counted[1:])
    return Node(Kind.ARTICLE, number, text=lines[0].text if lines else None, parts=parts)


def _lines(article: Node) -> Iterator[str]:
    yield article.text or ""
    yield from (f"{each.number}) {each.text}" if each.number else each.text or "" for each in article.parts
                if not each.excluded)


def _as_before(made: Instruction, text: AmendingAct, started: AmendingAct, days: Sequence[date | None]) -> bool:
    """Tell whether an instruction starts as before, or on another day than it would have, both of which are to come."""
    if rules_for(text, made) == rules_for(started, made):
        return True
    return _never_began(text, made, days) and _never_began(started, made, days)


def _all(text: AmendingAct) -> Iterator[Instruction]:
    return (made for item in text.items for made in item.instructions)


def _stays_in(made: Instruction) -> str | None:
    """Return the one article that an instruction names, `None` where it names none or several."""
    named = [[step.number for step in each if step.level is Level.ARTICLE and not step.since]
             for each in (*made.edit.targets, *made.instead)]
    numbers = {number for each in named for number in each}
    return numbers.pop() if len(numbers) == 1 and all(named) else None


def _without(text: AmendingAct, struck: Sequence[Instruction], days: Sequence[date | None]) -> AmendingAct:
    return replace(text, items=tuple(_item_without(item, text, struck, days) for item in text.items))


def _item_without(item: ActItem, text: AmendingAct, struck: Sequence[Instruction], days: Sequence[date | None]
                  ) -> ActItem:
    kept = tuple(made for made in item.instructions if made not in struck)
    open_ = [made for made in item.instructions if made in struck and not _never_began(text, made, days)]
    lines = tuple(UnreadLine(made.place, _stays_in(made) or "", made.span, made.text, made.begins) for made in open_)
    return replace(item, instructions=kept, residue=(*item.residue, *(each.span for each in lines)),
                   bounded=(*item.bounded, *lines))


def _never_began(text: AmendingAct, made: Instruction, days: Sequence[date | None]) -> bool:
    own = own_day(rules_for(text, made))
    return own is not None and all(day is not None and day <= own for day in days)
