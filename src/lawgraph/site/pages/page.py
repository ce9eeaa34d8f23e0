"""What a page says of itself: its template, its forms and what they hold, the address to remember, its news.

A kind of page is one module with a subclass of `Page`, its template, and a `Section` that says where its pages stand;
`sections` lists these. Server and static site ask here alone.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lawgraph.law.eid import LAW
from lawgraph.printout import answers_json
from lawgraph.printout.sheets import DaySheet
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.linked import Thing
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.values import AbsentPlace, Days, PageHead
from lawgraph.timeline.consolidation import LookUp, OnDay
from lawgraph.voice.speaking import Voice

MEDIA = {
    Format.PAGE: "text/html", Format.JSON: "application/json", Format.TEXT: "text/plain", Format.TABLE: "text/csv",
    Format.GRAPHML: "application/graphml+xml", Format.GEXF: "application/gexf+xml",
    Format.FEED: "application/atom+xml", Format.CALENDAR: "text/calendar",
}
"""The media type of each form."""

SPEAKING = frozenset({Format.PAGE, Format.FEED, Format.CALENDAR})
"""The forms that speak to people, each in the languages of the interface; the others are the same in all of them."""

Sum = Callable[[str], str | None]
"""Tells the SHA-256 of the data of a page that is written, by its path."""

READ = (Format.PAGE, Format.JSON, Format.TEXT)
"""The forms of what is read."""

ALONE = (Format.PAGE,)
"""The form of what a static site holds for readers alone: its data are those of days and of acts."""


@dataclass(frozen=True, slots=True)
class News:
    """Lead to what tells of changes, a feed or a calendar."""

    form: Format
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """Hold what every page has; the first of its `formats` is its own, `summed` prints the SHA-256 of its JSON.

    Of one that is `alone` files hold no other form: its data are those of the days and acts that it leads to.
    """

    template: ClassVar[str]
    formats: ClassVar[tuple[Format, ...]] = (Format.PAGE, Format.JSON)
    summed: ClassVar[bool] = False
    alone: ClassVar[bool] = False

    head: PageHead

    @property
    def filed(self) -> tuple[Format, ...]:
        """The forms of which a static site holds a file; the server gives the others, too."""
        return ALONE if self.alone else self.formats

    def data(self, build: str | None) -> str:  # noqa: ARG002  (most pages tell it)
        """Return it as JSON; `build` names the build of the database that it was made from."""
        return written({"title": self.head.title, "path": self.head.path})

    def file_data(self, build: str | None, sum_of: Sum) -> str:  # noqa: ARG002  (most data are whole)
        """Return it as JSON beside other files, whose SHA-256 `sum_of` tells by the path of their page."""
        return self.data(build)

    def plain(self) -> str:
        """Return it as plain text."""
        return self.head.title

    def table(self) -> str:
        """Return it as CSV."""
        return f"{self.head.title}\n"

    def network(self, form: Format) -> str:  # noqa: ARG002  (none of its own)
        """Return it as a graph, as GraphML or as GEXF."""
        return f"{self.head.title}\n"

    def canonical(self) -> str:
        """Return the path under which it is to be remembered: one day stands for all on which it reads alike."""
        return self.head.path

    def cited(self, address: str) -> str:
        """Return the `address` to be remembered as a citation has it: with the day that it is of."""
        return address

    def news(self, voice: Voice) -> tuple[News, ...]:
        """Return the feeds and the calendar that belong to it; every page leads to the news of all laws."""
        return (News(Format.FEED, paths.feed(paths.HOME), voice.say("Changes of all laws held (Atom)")),)

    def linked(self) -> Thing | None:
        """Return what it is about as linked data; `None` for pages that are about no law and no act."""
        return None


@dataclass(frozen=True, slots=True)
class PageOfLaw(Page):
    """Hold what every page of a law has."""

    expression: Expression

    def news(self, voice: Voice) -> tuple[News, ...]:
        """Return the feeds and the calendar of the law, and the news of all laws."""
        law, say = self.expression, voice.say
        return (News(Format.FEED, paths.feed(law.path), say("Changes of this law (Atom)")),
                News(Format.CALENDAR, paths.calendar(law.law.id, law.lang),
                     say("Days of operation of this law (calendar)")),
                *Page.news(self, voice))

    def linked(self) -> Thing | None:
        """Return the page as one about the law."""
        return linked.page_about(self.expression, self.head)


@dataclass(frozen=True, slots=True)
class PageOfDay(PageOfLaw):
    """Hold what every text on a day has: where its day stands among others, what may be said of those in between.

    `absent` is what was surely not in operation, `sheet` the day as the command line prints it.
    """

    formats = READ
    summed = True

    days: Days
    unchanged: str
    absent: tuple[AbsentPlace, ...]
    sheet: DaySheet

    def data(self, build: str | None) -> str:
        """Return what `lawgraph text` gives."""
        return answers_json.text(self.sheet, build, self._line)

    def _line(self, each: OnDay, look_up: LookUp | None) -> str:
        # By the version itself, which what is kept holds on to, so that no other can take its place in memory.
        _, told = self.expression.made.once((id(each.version), each.heading, look_up), lambda: (
            each.version, answers_json.provision_line(each, look_up)))
        return told

    def news(self, voice: Voice) -> tuple[News, ...]:  # noqa: ARG002  (none in any language)
        """Return none: news belong to a law and its articles, not to a day of them."""
        return ()

    def canonical(self) -> str:
        """Return the address that every site has: that of the stretch of days, with the place on its page."""
        return self.expression.stretches.on(self.sheet.eid or LAW, self.days.day)

    def cited(self, address: str) -> str:
        """Return the `address` of the stretch with the day of it that was asked for."""
        return paths.asked_on(address, self.days.day)


def written(value: object) -> str:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
