"""Which addresses are pages of their own on plain files, and to which place on such a page every other one leads.

A point is a place on the page of its article, a chapter one on the page of its law; a day leads to the first day of the
stretch of days on which nothing changed. An address made here is one that every site has, so it is what citations name.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.law.eid import LAW, Eid
from lawgraph.site.pages import paths


@dataclass(frozen=True, slots=True)
class Stretches:
    """Hold the first days of all stretches: of a law in a language, and of each unit of it, in the order of the law.

    A unit is what has a page for each of its days: an article, an annex, the preamble. On the days of `gone` the law
    itself was surely not in operation, which its own page says for all that is in it.
    """

    path: str
    law: tuple[date, ...]
    gone: frozenset[date]
    units: Mapping[Eid, tuple[date, ...]]

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


def _place_in_law(eid: Eid) -> str:
    """Return the place of a division: its heading stands at its beginning."""
    return "" if eid.outermost == LAW else f"#{eid.outermost}"


def _last(days: Sequence[date], day: date) -> date | None:
    place = bisect_right(days, day)
    return days[place - 1] if place else None
