"""The text of a law as a tree of units with addresses, and the notes that its public text carries."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from judge.words import Wording

if TYPE_CHECKING:
    from judge.world import Step

Path = tuple[int, ...]


class Kind(Enum):
    """A kind of unit."""

    LAW = auto()
    PREAMBLE = auto()
    CHAPTER = auto()
    ARTICLE = auto()
    PARAGRAPH = auto()
    POINT = auto()
    PART = auto()
    INDENT = auto()
    ANNEX = auto()


NAMED = {Kind.CHAPTER: "chp_", Kind.ARTICLE: "art_", Kind.PARAGRAPH: "para_", Kind.POINT: "point_"}


class Verb(Enum):
    """What a note says that an act did."""

    INSERTED = auto()
    RESTATED = auto()
    AMENDED = auto()
    EXCLUDED = auto()
    EXPIRED = auto()
    SUSPENDED = auto()
    REPLACED = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One act in a note: what it did to which address."""

    verb: Verb
    eid: str
    step: "Step"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with what it contains; `gone` is what stands in its place in print."""

    kind: Kind
    number: str | None = None
    words: Wording | None = None
    heading: Wording | None = None
    parts: tuple["Unit", ...] = ()
    notes: tuple[Entry, ...] = ()
    heading_note: Entry | None = None
    gone: Entry | None = None
    suspended: bool = False
    before: Wording | None = None


def order(number: str | None) -> tuple[int, ...]:
    """Give the place of a number among its likes: 4, 4-1, 5."""
    return tuple(int(step) for step in (number or "0").split("-"))


def addresses(unit: Unit, prefix: str = "", path: Path = ()) -> Iterator[tuple[str, Unit, Path]]:
    """Walk the tree: address, unit and path of each, excluded ones too."""
    al, indent, above = 1, 0, prefix
    for index, part in enumerate(unit.parts):
        if part.kind is Kind.PART:
            al += 1
            eid = f"{prefix}__al_{al}"
            above = eid
        elif part.kind is Kind.INDENT:
            indent += 1
            eid = f"{prefix}__indent_{indent}"
        elif part.kind is Kind.PREAMBLE:
            eid = "preamble"
        elif part.kind is Kind.ANNEX:
            eid = "annex_1"
        else:
            within = f"{above}__" if part.kind in (Kind.PARAGRAPH, Kind.POINT) else ""
            eid = f"{within}{NAMED[part.kind]}{part.number}"
        yield eid, part, (*path, index)
        yield from addresses(part, "" if part.kind is Kind.CHAPTER else eid, (*path, index))


def live(unit: Unit) -> dict[str, tuple[Unit, Path]]:
    """Give what stands in the law, without what is excluded and what is in it."""
    found: dict[str, tuple[Unit, Path]] = {"law": (unit, ())}
    gone: list[Path] = []
    for eid, part, path in addresses(unit):
        if part.gone is not None:
            gone.append(path)
        elif not any(path[:len(each)] == each for each in gone):
            found[eid] = (part, path)
    return found


def put(unit: Unit, path: Path, change: Callable[[Unit], tuple[Unit, ...]]) -> Unit:
    """Change the unit at a path into none, one or several."""
    if not path:
        (changed,) = change(unit)
        return changed
    index, rest = path[0], path[1:]
    child = unit.parts[index]
    new = change(child) if not rest else (put(child, rest, change),)
    return replace(unit, parts=(*unit.parts[:index], *new, *unit.parts[index + 1:]))


def article_of(unit: Unit, path: Path) -> Path:
    """Give the path of the article, annex or chapter under whose notes a change of this unit is told."""
    for length in range(1, len(path) + 1):
        if at(unit, path[:length]).kind in (Kind.ARTICLE, Kind.ANNEX, Kind.PREAMBLE):
            return path[:length]
    return path


def at(unit: Unit, path: Path) -> Unit:
    """Give the unit at a path."""
    for index in path:
        unit = unit.parts[index]
    return unit


def texts(law: Unit) -> dict[str, Wording | None]:
    """Give the own words of all that is in operation, headings as units of their own; None for no words."""
    held: dict[str, Wording | None] = {"law__heading": law.heading}
    hidden: list[Path] = []
    for eid, unit, path in addresses(law):
        if unit.gone is not None or unit.suspended:
            hidden.append(path)
        if any(path[:len(each)] == each for each in hidden):
            continue
        held[eid] = unit.words
        if unit.heading is not None:
            held[f"{eid}__heading"] = unit.heading
    return held
