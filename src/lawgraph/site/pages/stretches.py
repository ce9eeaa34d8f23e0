"""Which addresses are pages of their own on plain files, and to which place on such a page every other one leads.

A point is a place on the page of its article, a chapter one on the page of its law; a day leads to the first day of the
stretch of days on which nothing changed. An address made here is one that every site has, so it is what citations name.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from lawgraph.law.eid import LAW, Eid
from lawgraph.law.model import Amendment
from lawgraph.site.pages import paths


@dataclass(frozen=True, slots=True)
class Stretches:
    """Hold the first days of all stretches: of a law in a language, and of each unit of it, in the order of the law.

    `between` has for both days of two neighbours these two, where the acts behind them are known to have begun between
    the two and no more. A unit is what has a page for each of its days: an article, an annex, the preamble. On the days
    of `gone` the law itself was surely not in operation, which its own page says for all that is in it.
    """

    path: str
    law: tuple[date, ...]
    gone: frozenset[date]
    units: Mapping[Eid, tuple[date, ...]]
    between: Mapping[date, tuple[date, date]] = field(default_factory=dict)

    def step(self, day: date) -> tuple[date, date] | None:
        """Return the two days that are compared for a day of change; `None` for the first one of all."""
        first, last = self.between.get(day, (day, day))
        earlier = self.law.index(first) - 1
        return (self.law[earlier], last) if earlier >= 0 else None

    @property
    def compared(self) -> tuple[tuple[date, date], ...]:
        """The days that are compared on pages of their own: those around each change, the first and the last."""
        pairs = [*filter(None, map(self.step, self.law)), (self.law[0], self.law[-1])]
        return tuple(pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1])

    def life(self, eid: Eid) -> str:
        """Return the address of a provision's life."""
        whole = eid.outermost
        if whole == LAW:
            return self.path
        return f"{self.path}/{whole}" if eid == whole else f"{self.path}/{whole}#{eid}"

    def on(self, eid: Eid, day: date) -> str:
        """Return the address of a provision on a day; before the first day of all it is that of its life."""
        first, unit = _last(self.law, day), self.units.get(eid.outermost)
        if first is None:
            return self.life(eid)
        if unit is None or first in self.gone:
            place = _place_in_law(eid) if first not in self.gone and unit is None else ""
            return f"{paths.on(self.path, first)}{place}"
        own = _last(unit, day)
        if own is None:
            return self.life(eid)
        page = paths.on(f"{self.path}/{eid.outermost}", own)
        return page if eid == eid.outermost else f"{page}#{eid}"


def acts_between(days: Sequence[date], amendments: Iterable[Amendment]) -> Mapping[date, tuple[date, date]]:
    """Return for both days of two neighbours these two, where the changes on both are the same and lie in between."""
    found: dict[date, list[Amendment]] = defaultdict(list)
    for each in amendments:
        for day in dict.fromkeys((each.operative.earliest, each.operative.latest, each.until)):
            if day and each.act:
                found[day].append(each)
    return {day: pair for pair in pairwise(days) if found.get(pair[0]) == found.get(pair[1], [])
            and all((each.operative.earliest, each.operative.latest) == pair for each in found[pair[1]])
            for day in pair}


def _place_in_law(eid: Eid) -> str:
    """Return the place of a division: its heading stands at its beginning."""
    return "" if eid.outermost == LAW else f"#{eid.outermost}"


def _last(days: Sequence[date], day: date) -> date | None:
    place = bisect_right(days, day)
    return days[place - 1] if place else None
