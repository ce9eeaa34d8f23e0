"""A history: acts with their days, what each does to the law, and the true text of every day that follows from it."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum, auto

from judge.tree import Entry, Kind, Unit, Verb, article_of, at, live, order, put, texts
from judge.words import Wording


class Do(Enum):
    """What a change does."""

    INSERT = auto()
    RESTATE = auto()
    REWORD = auto()
    EXCLUDE = auto()
    EXPIRE = auto()
    HEADING = auto()
    REPLACE = auto()
    SUSPEND = auto()
    RESUME = auto()
    RENUMBER = auto()
    RETURN = auto()


class Start(Enum):
    """A kind of commencement clause."""

    DAYS = auto()
    MONTHS = auto()
    ON_DAY = auto()
    ON_PUBLICATION = auto()
    FROM_THE_DAY = auto()
    SILENT = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """A commencement clause: a number of days or months, or a day."""

    kind: Start
    number: int = 10
    day: date | None = None

    def first_day(self, published: date) -> date:
        """Count from the first official publication, as decision 4 does."""
        if self.kind is Start.ON_DAY and self.day is not None:
            return self.day
        if self.kind is Start.ON_PUBLICATION:
            return published
        if self.kind is Start.MONTHS:
            year, month = divmod(published.month - 1 + self.number, 12)
            last = calendar.monthrange(published.year + year, month + 1)[1]
            return date(published.year + year, month + 1, min(published.day, last)) + timedelta(1)
        return published + timedelta(self.number + (self.kind is not Start.FROM_THE_DAY))


@dataclass(frozen=True, slots=True)
class Act:
    """An amending act; `issues` are the days of its first publication, `again` a later one."""

    number: str
    adopted: date
    issues: tuple[date, ...]
    again: date | None = None

    @property
    def published(self) -> date:
        """The day that counts: that of the last part of the first publication."""
        return self.issues[-1]


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to an address; `place` counts among the siblings for what has no number."""

    do: Do
    eid: str
    unit: Unit | None = None
    words: Wording | None = None
    number: str | None = None
    place: int = 0
    terms: tuple[int, int] = (0, 0)
    same: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A change by an act with its first day; `until` ends what is done for a time."""

    act: Act
    change: Change
    rule: Rule
    day: date
    serial: int
    until: date | None = None
    called_off: bool = False


@dataclass(frozen=True, slots=True)
class Repeal:
    """The end of the law, and of the articles that last longer."""

    act: Act
    day: date
    rule: Rule
    longer: tuple[tuple[str, date], ...] = ()


@dataclass(slots=True)
class World:
    """A law with its history."""

    number: str
    adopted: date
    published: date
    start: date
    own_start: "OwnStart"
    base: Unit
    steps: list[Step] = field(default_factory=list)
    repeal: Repeal | None = None
    features: set[str] = field(default_factory=set)
    traits: frozenset[str] = frozenset()
    closing: str | None = None

    @property
    def law_id(self) -> str:
        """The id on the public system."""
        year, number = self.adopted.year, int(self.number.split("-")[0])
        return f"Z{year % 100}{number:07d}_" if year < 2011 else f"Z{year % 100}{number:08d}"

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts, those whose every change was called off too, in the order of adoption."""
        found = {step.act.number: step.act for step in self.steps}
        if self.repeal:
            found[self.repeal.act.number] = self.repeal.act
        return tuple(sorted(found.values(), key=lambda act: (act.adopted, act.number)))


@dataclass(frozen=True, slots=True)
class OwnStart:
    """How the law's closing article puts it into operation; `late` begin on later days of their own, `ends` end."""

    rule: Rule
    late: tuple[tuple[str, date], ...] = ()
    told: str = "sentence"
    ends: tuple[tuple[str, date], ...] = ()
    years: int = 0


class InapplicableError(Exception):
    """What is to be changed is not there."""


def fold(base: Unit, steps: Iterable[Step], ended: date = date.max) -> Unit:
    """Bring changes about in the order of their first days, then of adoption; what is for a time ends by `ended`."""
    whole = [each for step in steps if not step.called_off for each in _with_return(step)
             if each is step or each.day <= ended]
    for step in sorted(whole, key=_order):
        base = applied(base, step)
    return base


def _order(step: Step) -> tuple[date, date, int]:
    return step.day, step.act.adopted, step.serial


def _with_return(step: Step) -> tuple[Step, ...]:
    if step.until is None or step.change.do not in (Do.SUSPEND, Do.REWORD):
        return (step,)
    back = Do.RESUME if step.change.do is Do.SUSPEND else Do.RETURN
    return step, replace(step, change=replace(step.change, do=back), day=step.until)


def applied(law: Unit, step: Step) -> Unit:
    """Bring one change about, with the notes that it leaves and those that it drops."""
    change, standing = step.change, live(law)
    if change.do is Do.REPLACE:
        return _replaced(law, step)
    if change.eid not in standing:
        if change.do in (Do.RETURN, Do.RESUME):
            return law
        raise InapplicableError(change.eid)
    unit, path = standing[change.eid]
    if change.do is Do.INSERT:
        return _inserted(law, step, path)
    entry = Entry(_VERBS.get(change.do, Verb.AMENDED), change.eid, step)
    if change.do is Do.RENUMBER:
        return noted(_renumbered(law, step, path), path, entry)
    law = put(law, path, lambda old: _changed(old, change, entry))
    if change.do in (Do.RETURN, Do.RESUME, Do.SUSPEND, Do.HEADING):
        return law
    told = (unit.kind in (Kind.ARTICLE, Kind.CHAPTER) or unit.kind is Kind.PREAMBLE) and change.do is not Do.REWORD
    return law if told else noted(law, path, replace(entry, verb=Verb.AMENDED))


def _changed(old: Unit, change: Change, entry: Entry) -> tuple[Unit, ...]:
    match change.do:
        case Do.EXCLUDE | Do.EXPIRE:
            return _gone(old, entry)
        case Do.RESTATE:
            if change.unit is None or _holds_suspended(old):
                raise InapplicableError(change.eid)
            whole = old.kind in (Kind.ARTICLE, Kind.CHAPTER)
            new = replace(change.unit, number=old.number, notes=(entry,) if whole else ())
        case Do.REWORD:
            new = replace(old, words=change.words, before=old.words if entry.step.until else None)
        case Do.RETURN:
            new = replace(old, words=old.before or old.words, before=None)
        case Do.HEADING:
            new = replace(old, heading=change.words, heading_note=entry)
        case Do.SUSPEND:
            new = replace(old, suspended=True, notes=(*old.notes, entry))
        case _:
            new = replace(old, suspended=False)
    return (new,)


def _holds_suspended(unit: Unit) -> bool:
    return unit.suspended or any(_holds_suspended(each) for each in unit.parts)


_VERBS = {Do.RESTATE: Verb.RESTATED, Do.EXCLUDE: Verb.EXCLUDED, Do.EXPIRE: Verb.EXPIRED, Do.SUSPEND: Verb.SUSPENDED,
          Do.INSERT: Verb.INSERTED}


def noted(law: Unit, path: tuple[int, ...], entry: Entry) -> Unit:
    """Leave a note under the article that a change inside it concerns."""
    return put(law, article_of(law, path) if path else path,
               lambda old: (replace(old, notes=(*old.notes, entry)),))


def _gone(old: Unit, entry: Entry) -> tuple[Unit, ...]:
    if old.kind in (Kind.PART, Kind.INDENT):
        return ()
    kept = entry.verb is Verb.EXPIRED
    return (Unit(old.kind, old.number, old.words if kept else None, old.heading, old.parts if kept else (),
                 notes=(entry,), gone=entry),)


def _inserted(law: Unit, step: Step, path: tuple[int, ...]) -> Unit:
    new = step.change.unit
    assert new is not None
    holder = at(law, path)
    if new.kind in (Kind.PART, Kind.INDENT):
        spots = [index for index, each in enumerate(holder.parts) if each.kind is new.kind]
        place = spots[step.change.place] if step.change.place < len(spots) else len(holder.parts)
        twin: list[int] = []
    else:
        twin = [index for index, each in enumerate(holder.parts) if (each.kind, each.number) == (new.kind, new.number)]
        if any(holder.parts[index].gone is None or new.kind is Kind.CHAPTER for index in twin):
            raise InapplicableError(new.number)
        lower = [index for index, each in enumerate(holder.parts)
                 if each.kind is new.kind and order(each.number) < order(new.number)]
        first = next((index for index, each in enumerate(holder.parts) if each.kind is new.kind), len(holder.parts))
        place = twin[0] if twin else (lower[-1] + 1 if lower else first)
    rest = holder.parts[place + len(twin):]
    whole = new.kind in (Kind.ARTICLE, Kind.CHAPTER)
    eid_of_new = f"{step.change.eid}>{new.kind.name}"
    entry = Entry(Verb.INSERTED, eid_of_new, step)
    new = replace(new, notes=(entry,)) if whole else new
    law = put(law, path, lambda old: (replace(old, parts=(*old.parts[:place], new, *rest)),))
    return law if whole else noted(law, path, replace(entry, verb=Verb.AMENDED))


def _renumbered(law: Unit, step: Step, path: tuple[int, ...]) -> Unit:
    holder, old = at(law, path[:-1]), at(law, path)
    if any(each.kind is old.kind and order(each.number) >= order(step.change.number) for each in holder.parts
           if each is not old):
        raise InapplicableError(step.change.number)
    kept = tuple(each for each in holder.parts if each is not old)
    moved = replace(old, number=step.change.number)
    return put(law, path[:-1], lambda each: (replace(each, parts=(*kept, moved)),))


def _replaced(law: Unit, step: Step) -> Unit:
    old, new = step.change.terms

    def anew(unit: Unit) -> Unit:
        return replace(unit, words=unit.words and unit.words.replaced(old, new),
                       heading=unit.heading and unit.heading.replaced(old, new),
                       before=unit.before and unit.before.replaced(old, new),
                       parts=tuple(each if each.gone else anew(each) for each in unit.parts))
    return replace(anew(law), notes=(*law.notes, Entry(Verb.REPLACED, "law", step)))


@dataclass(frozen=True, slots=True)
class Truth:
    """The true text by day: `days[i]` is the first day of `states[i]`; before the first day nothing is there."""

    days: tuple[date, ...]
    states: tuple[dict[str, Wording | None], ...]
    known: frozenset[str]

    def on(self, day: date) -> dict[str, Wording | None]:
        """Give what is in operation on a day, by address."""
        held: dict[str, Wording | None] = {}
        for first, state in zip(self.days, self.states, strict=True):
            if first > day:
                break
            held = state
        return held


def truth(world: World) -> Truth:
    """Derive the text of every day from the history."""
    turns = {world.start, *(day for _, day in (*world.own_start.late, *world.own_start.ends))}
    turns |= {each.day for step in world.steps if not step.called_off for each in _with_return(step)}
    if world.repeal:
        turns |= {world.repeal.day, *(day for _, day in world.repeal.longer)}
    days = tuple(sorted(day for day in turns if day >= world.start))
    states = tuple(_state(world, day) for day in days)
    every = {eid for state in states for eid in state}
    return Truth(days, states, frozenset(every))


def effects(world: World, step: Step) -> tuple[Unit, Unit]:
    """Give the law just before a step and just after it."""
    before = fold(world.base, [each for each in world.steps if _order(each) < _order(step)], step.day)
    return before, applied(before, step)


def _state(world: World, day: date) -> dict[str, Wording | None]:
    law = fold(world.base, [step for step in world.steps if step.day <= day], day)
    held = texts(law)
    out = [eid for eid, first in world.own_start.late if day < first]
    out += [eid for eid, last in world.own_start.ends if last <= day]
    if world.repeal and day >= world.repeal.day:
        stays = [eid for eid, last in world.repeal.longer if day < last]
        held = {eid: words for eid, words in held.items() if any(_within(eid, each) for each in stays)}
    return {eid: words for eid, words in held.items() if not any(_within(eid, each) for each in out)}


def _within(eid: str, whole: str) -> bool:
    return eid == whole or eid.startswith(f"{whole}__")


