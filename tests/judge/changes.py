"""What an act does to the law: one change of what stands in it, drawn by chance."""

from dataclasses import replace
from random import Random

from judge.tree import Kind, Unit, live, order
from judge.words import Pen
from judge.world import Change, Do, World, fold


def drawn(rng: Random, pen: Pen, world: World, law: Unit) -> Change | None:
    standing = live(law)
    last = world.closing
    if world.own_start.told == "closing" and last in standing and last and rng.random() < 0.3:
        return Change(rng.choice((Do.EXCLUDE, Do.EXCLUDE, Do.RESTATE)), last, unit=article(rng, pen, last[4:]))
    kept = {last, _chapter_of(law, last)} if last and world.own_start.told != "closing" else {last}
    if rng.random() < 0.08:
        return _CHANGES[rng.choice(_CHOICES[Kind.LAW])](rng, pen, world, "law", law)
    eid = rng.choice([eid for eid in standing if eid != "law" and eid.split("__")[0] not in kept] or ["law"])
    unit = standing[eid][0]
    do = rng.choice(_CHOICES.get(unit.kind, (Do.REWORD,)))
    return _CHANGES[do](rng, pen, world, eid, unit) if do in _CHANGES else Change(do, eid)


def _chapter_of(law: Unit, article: str) -> str | None:
    return next((f"chp_{unit.number}" for unit in law.parts if unit.kind is Kind.CHAPTER
                 and any(f"art_{each.number}" == article for each in unit.parts)), None)


_CHOICES = {
    Kind.LAW: (Do.REPLACE, Do.HEADING),
    Kind.PREAMBLE: (Do.REWORD, Do.EXCLUDE),
    Kind.CHAPTER: (Do.RESTATE, Do.RESTATE, Do.EXCLUDE, Do.HEADING, Do.INSERT, Do.INSERT, Do.REPLACE),
    Kind.ARTICLE: (Do.RESTATE, Do.RESTATE, Do.EXCLUDE, Do.EXPIRE, Do.HEADING, Do.HEADING, Do.SUSPEND, Do.INSERT, Do.INSERT,
                   Do.INSERT, Do.REWORD),
    Kind.PARAGRAPH: (Do.RESTATE, Do.REWORD, Do.EXCLUDE, Do.EXPIRE, Do.INSERT, Do.INSERT, Do.RENUMBER),
    Kind.POINT: (Do.RESTATE, Do.REWORD, Do.REWORD, Do.EXCLUDE, Do.EXCLUDE, Do.EXPIRE, Do.RENUMBER),
    Kind.PART: (Do.REWORD, Do.EXCLUDE),
    Kind.INDENT: (Do.REWORD, Do.EXCLUDE),
    Kind.ANNEX: (Do.INSERT, Do.HEADING),
}


def _reword(rng: Random, pen: Pen, world: World, eid: str, unit: Unit) -> Change | None:
    return Change(Do.REWORD, eid, words=pen.next_to(unit.words)) if unit.words else None


def _restate(rng: Random, pen: Pen, world: World, eid: str, unit: Unit) -> Change | None:
    if unit.kind is Kind.CHAPTER:
        kept = [article(rng, pen, each.number or "") for each in unit.parts if not each.gone and rng.random() < 0.8]
        return Change(Do.RESTATE, eid, unit=replace(unit, heading=pen.title(), parts=tuple(kept), heading_note=None)) if kept else None
    if unit.kind is Kind.ARTICLE:
        new = article(rng, pen, unit.number or "")
        return Change(Do.RESTATE, eid, unit=replace(new, heading=unit.heading) if rng.random() < 0.5 else new)
    if "same words" in world.traits and rng.random() < 0.5 and not unit.parts:
        return Change(Do.RESTATE, eid, unit=unit, same=True)
    return Change(Do.RESTATE, eid, unit=one(rng, pen, unit.kind, unit.number or ""))


def _insert(rng: Random, pen: Pen, world: World, eid: str, unit: Unit) -> Change | None:
    if unit.kind is Kind.CHAPTER:
        articles = [each for each in unit.parts if each.kind is Kind.ARTICLE]
        if not articles:
            return None
        free = _branch(world, articles[-1].number or "")
        if rng.random() < 0.5:
            return Change(Do.INSERT, eid, unit=article(rng, pen, free))
        chapter = Unit(Kind.CHAPTER, _branch_of(unit.number or "", _chapters(world)), heading=pen.title(),
                       parts=(article(rng, pen, free),))
        return Change(Do.INSERT, "law", unit=chapter)
    if unit.kind is Kind.ARTICLE and rng.random() < 0.35:
        holder = next((e for e, (each, _) in live(fold(world.base, world.steps)).items()
                       if each.kind is Kind.CHAPTER and any(part.number == unit.number for part in each.parts)), "law")
        return Change(Do.INSERT, holder, unit=article(rng, pen, _branch(world, unit.number or "")))
    return _insert_inside(rng, pen, world, eid, unit)


def _insert_inside(rng: Random, pen: Pen, world: World, eid: str, unit: Unit) -> Change | None:
    kinds = {each.kind for each in unit.parts}
    if not kinds and unit.words and unit.kind in (Kind.ARTICLE, Kind.PARAGRAPH) and rng.random() < 0.5:
        return Change(Do.INSERT, eid, unit=Unit(Kind.PART, words=pen.new()), place=0)
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    if kind in (Kind.PART, Kind.INDENT):
        place = rng.randrange(len(unit.parts) + 1)
        return Change(Do.INSERT, eid, unit=Unit(kind, words=pen.new()), place=place)
    if kind not in (Kind.PARAGRAPH, Kind.POINT):
        return None
    gone = [each.number for each in unit.parts if each.gone]
    taken = {each.number for each in unit.parts}
    last = max(unit.parts, key=lambda each: order(each.number)).number or ""
    if gone and "numbers used again" in world.traits:
        return Change(Do.INSERT, eid, unit=one(rng, pen, kind, gone[0] or ""))
    number = str(order(last)[0] + 1) if rng.random() < 0.4 else _branch_of(rng.choice(unit.parts).number or "", taken)
    return Change(Do.INSERT, eid, unit=one(rng, pen, kind, number)) if number not in taken else None


def _branch_of(number: str, taken: set[str] | set[str | None]) -> str:
    base = number.partition("-")[0]
    return next(each for each in (f"{base}-{index}" for index in range(1, 99)) if each not in taken)


def _branch(world: World, number: str) -> str:
    """Give a number n-m that no article of the law ever carried."""
    used = set()
    for step in world.steps:
        if step.change.unit:
            used |= {each.number for each in (step.change.unit, *step.change.unit.parts) if each.kind is Kind.ARTICLE}
    return _branch_of(number, used)


def _chapters(world: World) -> set[str]:
    brought = [step.change.unit for step in world.steps if step.change.do is Do.INSERT]
    return {unit.number or "" for unit in brought if unit and unit.kind is Kind.CHAPTER}


def _heading(rng: Random, pen: Pen, world: World, eid: str, unit: Unit) -> Change | None:
    return Change(Do.HEADING, eid, words=pen.next_to(unit.heading)) if unit.heading else None


def _replace(rng: Random, pen: Pen, world: World, eid: str, unit: Unit) -> Change | None:
    return Change(Do.REPLACE, "law", terms=(rng.randrange(3), 3 + rng.randrange(2)))


def _renumber(rng: Random, pen: Pen, world: World, eid: str, unit: Unit) -> Change | None:
    if unit.number is None or "-" in unit.number:
        return None
    return Change(Do.RENUMBER, eid, number=str(int(unit.number) + 1)) if rng.random() < 0.5 else None


_CHANGES = {Do.REWORD: _reword, Do.RESTATE: _restate, Do.INSERT: _insert, Do.HEADING: _heading, Do.REPLACE: _replace,
            Do.RENUMBER: _renumber}



# --- new units

def article(rng: Random, pen: Pen, number: str) -> Unit:
    shape = rng.randrange(5)
    heading = pen.title()
    if shape == 0:
        return Unit(Kind.ARTICLE, number, pen.new(), heading, _unnumbered(rng, pen, Kind.PART, rng.randrange(3)))
    if shape == 1:
        return Unit(Kind.ARTICLE, number, pen.new(), heading, numbered(rng, pen, Kind.POINT))
    if shape == 2:
        return Unit(Kind.ARTICLE, number, pen.new(), heading, _unnumbered(rng, pen, Kind.INDENT, rng.randrange(2, 4)))
    return Unit(Kind.ARTICLE, number, None, heading, numbered(rng, pen, Kind.PARAGRAPH))


def _unnumbered(rng: Random, pen: Pen, kind: Kind, count: int) -> tuple[Unit, ...]:
    return tuple(Unit(kind, words=pen.new()) for _ in range(count))


def numbered(rng: Random, pen: Pen, kind: Kind) -> tuple[Unit, ...]:
    return tuple(one(rng, pen, kind, str(index + 1)) for index in range(rng.randrange(2, 4)))


def one(rng: Random, pen: Pen, kind: Kind, number: str) -> Unit:
    parts: tuple[Unit, ...] = ()
    if kind is Kind.PARAGRAPH and rng.random() < 0.4:
        parts = numbered(rng, pen, Kind.POINT) if rng.random() < 0.6 else _unnumbered(rng, pen, Kind.PART, 1)
    return Unit(kind, number, pen.new(), parts=parts)
