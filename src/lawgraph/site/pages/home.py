"""The home page, and the page that explains: what stands beside the laws themselves.

Where few laws are held the home page shows each with its standing; where many are, it leads to lists of them, and shows
which acts changed any of them lately.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.queries.answers import acts_lately, languages, laws, laws_of_act
from lawgraph.queries.listing import Listing, Window, count_laws
from lawgraph.queries.values import ActRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, act_link, last_day_in_operation
from lawgraph.site.pages.listings import (
    ON_A_PAGE,
    ListedRow,
    Ways,
    listed_rows,
    text_lang,
    ways,
)
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.section import PageContext, Section
from lawgraph.site.pages.sentences import law_sentence
from lawgraph.site.pages.tried import Tried, tried
from lawgraph.site.pages.values import Link, LinkedAct, PageHead
from lawgraph.voice.speaking import ENGLISH, Voice

FEW = 5
"""Up to so many laws are shown each by itself."""

_LATELY = 6
_LAWS_TOLD = 3


@dataclass(frozen=True, slots=True)
class HeldLaw:
    """Hold one law as the home page offers it, with the acts that changed it last, the newest first."""

    expression: Expression
    standing: str
    last_day: date | None
    lately: tuple[tuple[LinkedAct, ActRow], ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """Hold an act that changed laws lately: the first of these laws, and how many more there are."""

    act: LinkedAct
    row: ActRow
    laws: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HomePage(Page):
    """Hold the home page: few laws each by itself, or many as lists, the first of these in full where it is short."""

    template = "home.html"

    count: int
    laws: tuple[HeldLaw, ...]
    lately: tuple[Lately, ...]
    ways: Ways | None
    rows: tuple[ListedRow, ...]

    def data(self, build: str | None) -> str:
        """Return the laws held, if they are few, and the acts that changed them lately."""
        laws = [{**_fields(each.expression), "standing": _standing(each.expression)} for each in self.laws]
        return written({"build": build, "count": self.count, "laws": laws, "lists": paths.laws(),
                        "changed_lately": [each.act.name for each in self.lately]})


@dataclass(frozen=True, slots=True)
class AboutPage(Page):
    """Hold what the page that explains tells: of few laws each, of many how many they are, and how all was tried."""

    template = "about.html"

    laws: tuple[Expression, ...]
    count: int
    tried: Tried

    def data(self, build: str | None) -> str:
        """Return what the text of each law was read from."""
        laws = [{**_fields(each), "acts_known": each.law.acts_known, "horizon": each.law.horizon,
                 "source": each.source.file if each.source else None,
                 "sha256": each.source.sha256 if each.source else None} for each in self.laws]
        return written({"build": build, "count": self.count, "laws": laws})


def home_page(conn: sqlite3.Connection, few: Sequence[Expression], today: date, voice: Voice) -> HomePage:
    """Return the home page; `few` are all laws held, or none where they are many."""
    head = PageHead(voice.say("Which wording applied on that day?"), paths.HOME)
    count = count_laws(conn, Listing())
    if few or not count:
        held = (HeldLaw(each, law_sentence(each, today), last_day_in_operation(each), _lately(each)) for each in few)
        return HomePage(head, count, tuple(held), (), None, ())
    rows = listed_rows(conn, Listing(), voice, Window(ON_A_PAGE)) if count <= ON_A_PAGE else ()
    return HomePage(head, count, (), tuple(_changed_lately(conn, today, voice)), ways(conn, voice), rows)


def about_page(conn: sqlite3.Connection, few: Sequence[Expression], voice: Voice) -> AboutPage:
    """Return the page that explains how answers come about; `few` are all laws held, or none where they are many."""
    head = PageHead(voice.say("How to read these pages"), paths.ABOUT, (Link(voice.say("About"), paths.ABOUT),))
    return AboutPage(head, tuple(few), count_laws(conn, Listing()), tried(voice))


def _lately(expression: Expression) -> tuple[tuple[LinkedAct, ActRow], ...]:
    links = expression.links
    return tuple((links[each.act.name], each) for each in reversed(expression.acts[-_LATELY:]))


def _changed_lately(conn: sqlite3.Connection, today: date, voice: Voice) -> Iterator[Lately]:
    for row in acts_lately(conn, today, _LATELY):
        touched = laws_of_act(conn, row.act.name, text_lang(voice))
        shown = tuple(Link(each.title, paths.law(each.id, each.lang)) for each in touched[:_LAWS_TOLD])
        yield Lately(act_link(row, text_lang(voice)), row, shown, len(touched) - len(shown))


def _fields(law: Expression) -> dict[str, object]:
    return {"id": law.law.id, "number": law.law.number, "adopted": law.law.adopted, "lang": law.lang,
            "title": law.title, "path": paths.law(law.law.id, law.lang)}


def _standing(law: Expression) -> str:
    """Return what may be said of a law today, in the language of data."""
    return law_sentence(replace(law, voice=ENGLISH.of(law.law.kind).at(law.today)), law.today)


def _few(context: PageContext) -> tuple[Expression, ...]:
    """Return every law held, each in the language of the page where it is held; none where they are many."""
    if count_laws(context.conn, Listing()) > FEW:
        return ()
    return tuple(context.expression(each.id, _best_read(context, each.id)) for each in laws(context.conn))


def _best_read(context: PageContext, law: str) -> str:
    """Return the language of a law's text that goes with the page, else its first one."""
    held = languages(context.conn, law)
    return next((each for each in held if each == text_lang(context.voice)), held[0])


def _home(context: PageContext, steps: tuple[str, ...]) -> HomePage | None:
    return None if steps else home_page(context.conn, _few(context), context.today, context.voice)


def _about(context: PageContext, steps: tuple[str, ...]) -> AboutPage | None:
    return None if steps else about_page(context.conn, _few(context), context.voice)


HOME = Section("", _home, lambda _: (paths.HOME,), lambda _: (paths.HOME,))
ABOUT = Section("about", _about, lambda _: (paths.ABOUT,), lambda _: (paths.ABOUT,))
