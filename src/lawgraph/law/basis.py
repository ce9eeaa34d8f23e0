"""The ground on which the bounds of a day rest, as values; the sentences stand in `voice`."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any


class Ground(StrEnum):
    """What a clause says: of the first official publication, of a day, of the sources, or of the law's life."""

    PUBLISHED = "published"
    PUBLISHED_BY = "published_by"
    PUBLICATION_UNKNOWN = "publication_unknown"
    ADOPTED = "adopted"
    STATUTORY_TERM = "statutory_term"
    TERM_BY_ANALOGY = "term_by_analogy"
    NO_TERM_READ = "no_term_read"
    STATED_DAY = "stated_day"
    RECORDED_DAY = "recorded_day"
    RECORDED_OF_CHANGE = "recorded_of_change"
    RECORDED_OF_PART = "recorded_of_part"
    EXPIRED = "expired"
    SHOWN = "shown"
    SEE = "see"
    NO_CLAUSE = "no_clause"
    NOT_BEFORE_ADOPTION = "not_before_adoption"
    NO_ACT_NAMED = "no_act_named"
    DROPPED = "dropped"
    UNREAD_NOTE = "unread_note"
    INSERTED_UNTOLD = "inserted_untold"
    CHANGED_UNTOLD = "changed_untold"
    ONLY_ACT = "only_act"
    ONLY_ACT_BETWEEN = "only_act_between"
    NO_END = "no_end"
    CHANGES_HERE = "changes_here"
    NO_FURTHER = "no_further"
    BEFORE_LAW = "before_law"
    HORIZON = "horizon"


class Count(StrEnum):
    """How a term runs: that many days or months after the day of publication, or from it; or on that very day."""

    DAYS_AFTER = "days_after"
    DAYS_FROM = "days_from"
    MONTHS_AFTER = "months_after"
    MONTHS_FROM = "months_from"
    ON_THE_DAY = "on_the_day"


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold one clause of a ground.

    `day` is the day it names, `last` the end of a term of publication. `count` tells how a term runs from publication,
    for `number` days or months. `names` is what it quotes: a reference as printed, two files. `also` tells that it
    contradicts the clause before it, and both count.
    """

    ground: Ground
    day: date | None = None
    last: date | None = None
    count: Count | None = None
    number: int = 0
    names: tuple[str, ...] = ()
    also: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """Hold the clauses of a ground in their order, none where nothing is said."""

    clauses: tuple[Clause, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses)

    def __add__(self, other: "Basis") -> "Basis":
        return Basis(self.clauses + other.clauses)

    def also(self, other: "Basis") -> "Basis":
        """Return both where they tell different days."""
        if not other:
            return self
        first, *more = other.clauses
        return Basis((*self.clauses, replace(first, also=True), *more))

    def counted(self, count: Count, number: int = 0) -> "Basis":
        """Return the ground of a day that is counted from a publication of which this is the ground."""
        first, *more = self.clauses
        return Basis((replace(first, count=count, number=number), *more))

    @property
    def data(self) -> str:
        """The clauses as JSON: lists of their fields, up to the last that is told."""
        return json.dumps([_fields(each) for each in self.clauses], ensure_ascii=False, separators=(",", ":"))


NO_BASIS = Basis()
"""The ground where nothing is said of it."""


def basis_on(ground: Ground, day: date | None = None, *names: str) -> Basis:
    """Return a ground of one clause."""
    return Basis((Clause(ground, day, names=names),))


def joined(these: Iterable[Basis]) -> Basis:
    """Return several grounds as one, each once."""
    return Basis(tuple(clause for each in dict.fromkeys(these) for clause in each.clauses))


# Thousands of versions rest on the same few grounds.
@lru_cache(maxsize=8192)
def basis_of(data: str) -> Basis:
    """Return the ground that `Basis.data` wrote."""
    return Basis(tuple(_clause(each) for each in json.loads(data)))


_OPEN: list[Any] = [None, None, None, None, 0, (), False]
"""What the fields of a clause that are not told hold."""


def _fields(clause: Clause) -> list[object]:
    told: list[object] = [clause.ground, _iso(clause.day), _iso(clause.last), clause.count, clause.number, clause.names,
                          clause.also]
    while not told[-1]:
        told.pop()
    return told


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clause(told: list[Any]) -> Clause:
    ground, day, last, count, number, names, also = told + _OPEN[len(told):]
    return Clause(Ground(ground), _day(day), _day(last), Count(count) if count else None, number, tuple(names), also)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
