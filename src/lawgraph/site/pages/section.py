"""What a visitor asked for; where pages stand, what opens them, and which of them a static site holds."""

import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import ClassVar

from lawgraph.queries.answers import languages
from lawgraph.queries.values import LawRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.values import Link
from lawgraph.site.pages.wrong import Unanswerable, nothing_there, read_day
from lawgraph.voice.names import law_called
from lawgraph.voice.speaking import ENGLISH, Voice

_ILLEGIBLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Hold what a visitor asked for: the path, and what forms add to it (a day, two days, words to search for)."""

    path: str
    on: str = ""
    asked: str = ""
    first: str = ""
    last: str = ""
    words: str = ""
    law: str = ""
    lang: str = ""

    @property
    def legible(self) -> "PageRequest":
        """The same without what no text can hold: control characters, and halves of characters."""
        return PageRequest(*(_ILLEGIBLE.sub("\ufffd", getattr(self, each.name)) for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Moved:
    """Lead to the path that was meant."""

    template: ClassVar[str] = "moved.html"

    path: str


@dataclass(frozen=True, slots=True)
class PageContext:
    """Hold a request in the course of being answered, in the language of `voice`; `open` reads what all pages of a law
    share, in whatever language they speak, `opened` gives it where it was read already."""

    conn: sqlite3.Connection
    asked: PageRequest
    today: date
    voice: Voice = ENGLISH
    open: Callable[[sqlite3.Connection, str, str, date], Expression] = open_expression
    opened: Callable[[str, str, date], Expression | None] = lambda *_: None

    def expression(self, law: str, lang: str | None = None) -> Expression:
        """Return a law in a language, else in its first one."""
        told = lang or languages(self.conn, law)[0]
        return self._spoken(self.open(self.conn, law, told, self.today))

    def at_hand(self, law: str, lang: str) -> Expression | None:
        """Return a law in a language, each named as in the path of its pages, where it is open."""
        found = self.opened(law, lang, self.today)
        return self._spoken(found) if found and (found.law.id, found.lang) == (law, lang) else None

    def _spoken(self, expression: Expression) -> Expression:
        return replace(expression, voice=self.voice.of(expression.law.kind))

    def day(self, typed: str, pattern: str) -> date:
        """Return the day that somebody typed; stop with the nearest day that exists, put into `pattern`."""
        return read_day(typed, self.asked.path, pattern, self.voice.at(self.today))

    def home(self) -> Link:
        """Return the way to the home page."""
        return Link(self.voice.say("To the laws held"), paths.HOME)

    def to_law(self, law: LawRow, path: str) -> Link:
        """Return the way to a law."""
        return Link(law_called(law.kind, law.number, self.voice), path)

    def nothing(self, nearest: Link) -> Unanswerable:
        """Return the stop for a path that means nothing."""
        return nothing_there(self.asked.path, self.voice.say("Nothing stands at this address."), nearest, self.voice)


def _none(_: object) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Section:
    """Hold the pages whose paths begin with `/name`: `open` takes the further steps, and `None` means no such page.

    `every` gives the paths that a static site holds, `mapped` those that sitemaps name. `typed` are the questions that
    may follow a path: `/law/…?on=2013-07-20`.
    """

    name: str
    open: Callable[[PageContext, tuple[str, ...]], Page | Moved | None]
    every: Callable[[sqlite3.Connection], Iterable[str]] = _none
    mapped: Callable[[sqlite3.Connection], Iterable[str]] = _none
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LawSection:
    """Hold the pages of a law behind `/law/ID/LANG/name`, as `Section` does."""

    name: str
    open: Callable[[PageContext, Expression, tuple[str, ...]], Page | Moved | None]
    every: Callable[[Expression], Iterable[str]] = _none
