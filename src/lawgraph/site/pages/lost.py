"""The page for addresses that lead nowhere: every day of a law, and of each of its articles, that has a page.

A host gives it for any address. A script leads on from the address that was asked for; without one the reader finds the
days here, each with the stretch of days that it stands for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.site.pages import paths
from lawgraph.site.pages.answers import last_day
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.lanes_picture import gapless
from lawgraph.site.pages.page import ALONE, Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.values import Link, PageHead
from lawgraph.voice.names import provision_name
from lawgraph.voice.speaking import Voice


@dataclass(frozen=True, slots=True)
class HeldDays:
    """Hold the first and the last day of each stretch of something that has a page, with the page of the stretch."""

    name: Link
    days: tuple[tuple[date, date | None, str], ...]


@dataclass(frozen=True, slots=True)
class LostLaw:
    """Hold the days of a law, and of what has days of its own in it."""

    law: Expression
    own: HeldDays
    units: tuple[HeldDays, ...]


@dataclass(frozen=True, slots=True)
class LostPage(Page):
    """Hold the days of few laws, or none where they are many."""

    template = "lost.html"

    laws: tuple[LostLaw, ...]

    @property
    def filed(self) -> tuple[Format, ...]:
        """The page alone."""
        return ALONE


def lost_page(laws: Sequence[Expression], voice: Voice) -> LostPage:
    """Return the page for addresses that lead nowhere."""
    title = voice.say("No such page")
    return LostPage(PageHead(title, paths.HOME, (Link(title, paths.HOME),)), tuple(map(_lost_law, laws)))


def _lost_law(law: Expression) -> LostLaw:
    units = (HeldDays(Link(provision_name(eid, law.voice), law.path_of(eid)), tuple(_days(law.path_of(eid), days)))
             for eid, days in law.stretches.units.items())
    return LostLaw(law, HeldDays(Link(law.name, law.path), tuple(_days(law.path, law.differing))), tuple(units))


def _days(base: str, days: Iterable[date]) -> Iterator[tuple[date, date | None, str]]:
    return ((first, last_day(before), paths.on(base, first)) for first, before in gapless(tuple(days)))
