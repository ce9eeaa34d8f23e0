"""What later acts do to an amending act's own instructions, so that these are not taken as they were adopted.

Of a later act that is read whole and strikes instructions alone it is known which ones: no others are in doubt. One
that is struck before it begins never operates; of another it is known in which article it stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.languages.amending import Level, Sense
from lawgraph.replay.addresses import Address
from lawgraph.replay.effects import AmendedLaw, items_on, names, own_day
from lawgraph.replay.instructions import ActItem, AmendingAct, Instruction, UnreadLine
from lawgraph.replay.starts import holds_place, rules_for

_WITHIN = {Level.ARTICLE, Level.PARAGRAPH, Level.POINT}


@dataclass(frozen=True, slots=True)
class LaterAct:
    """Hold an act that may amend another one: its day of adoption, its text in one language, whether it was amended."""

    adopted: date
    text: AmendingAct
    amended: bool


def rewritten(text: AmendingAct, act: AmendedLaw, later: Iterable[LaterAct]) -> AmendingAct:
    """Return an act as read, but for what later acts took from it; days of those that may have done more are noted."""
    for each in later:
        struck = _struck(text, act, each)
        known = struck is not None and all(_stays_in(made) for made in struck)
        text = _without(text, struck, each.text) if struck is not None and known else replace(
            text, noted=tuple(sorted({*text.noted, each.adopted})))
    return text


def _struck(text: AmendingAct, act: AmendedLaw, later: LaterAct) -> tuple[Instruction, ...] | None:
    """Return the instructions that a later act strikes, `None` where it may do anything else to the act."""
    told, titles = later.text, {title for lang, title in act.titles if lang == text.lang}
    own = items_on(told, act) if titles and told.items else ()
    beside = any(names(line, act, told.lang) for line in (*told.unread, *told.beside))
    if beside or later.amended or told.noted or told.breaks_off or told.omitted:
        return None
    if len(own) != 1 or own[0].target.title is None or not own[0].whole:
        return None
    parts = [part for made in own[0].instructions for part in _parts(made)]
    found = [[made for made in _all(text) if holds_place(part, made.place)] for part in parts if part]
    return tuple(made for each in found for made in each) if len(found) == len(parts) and all(found) else None


def _parts(made: Instruction) -> Iterator[Address]:
    """Give the parts of an act that an instruction strikes, an empty address for anything else."""
    struck = made.edit.verb is Sense.STRIKE and not made.edit.search and not made.instead
    for each in made.edit.targets:
        plain = {step.level for step in each} == _WITHIN and not any(step.since for step in each)
        yield each if struck and plain else ()


def _all(text: AmendingAct) -> Iterator[Instruction]:
    return (made for item in text.items for made in item.instructions)


def _stays_in(made: Instruction) -> str | None:
    """Return the one article that an instruction names, `None` where it names none or several."""
    named = [[step.number for step in each if step.level is Level.ARTICLE and not step.since]
             for each in (*made.edit.targets, *made.instead)]
    numbers = {number for each in named for number in each}
    return numbers.pop() if len(numbers) == 1 and all(named) else None


def _without(text: AmendingAct, struck: Sequence[Instruction], later: AmendingAct) -> AmendingAct:
    return replace(text, items=tuple(_item_without(item, text, struck, later) for item in text.items))


def _item_without(item: ActItem, text: AmendingAct, struck: Sequence[Instruction], later: AmendingAct) -> ActItem:
    kept = tuple(made for made in item.instructions if made not in struck)
    days = [own_day(rules_for(later, made)) for made in _all(later)]
    open_ = [made for made in item.instructions if made in struck and not _never_began(text, made, days)]
    lines = tuple(UnreadLine(made.place, _stays_in(made) or "", made.span, made.text) for made in open_)
    return replace(item, instructions=kept, residue=(*item.residue, *(each.span for each in lines)),
                   bounded=(*item.bounded, *lines))


def _never_began(text: AmendingAct, made: Instruction, days: Sequence[date | None]) -> bool:
    own = own_day(rules_for(text, made))
    return own is not None and all(day is not None and day <= own for day in days)
