"""The home page, the findings, and the page that explains: what stands beside the laws themselves.

Where few laws are held the home page shows each with its standing; where many are, it leads to lists of them, and shows
which acts changed any of them lately.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.law.eid import LAW
from lawgraph.law.model import Finding, Severity
from lawgraph.queries.acting import acts_lately, laws_of_act
from lawgraph.queries.answers import languages, law_named
from lawgraph.queries.listing import Listing, Window, count_findings, count_laws, listed_findings, nearest_provision
from lawgraph.queries.values import ActRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, act_link, last_day_in_operation
from lawgraph.site.pages.listings import (
    ON_A_PAGE,
    ListedRow,
    Turning,
    Ways,
    listed_rows,
    pages_of,
    text_lang,
    turning_of,
    ways,
)
from lawgraph.site.pages.sentences import law_sentence
from lawgraph.site.pages.tried import Tried, tried
from lawgraph.site.pages.values import Link, LinkedAct, PageHead
from lawgraph.voice.names import provision_name
from lawgraph.voice.speaking import Voice

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
class HomePage:
    """Hold the home page: few laws each by itself, or many as lists, the first of these in full where it is short."""

    head: PageHead
    count: int
    laws: tuple[HeldLaw, ...]
    lately: tuple[Lately, ...]
    ways: Ways | None
    rows: tuple[ListedRow, ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Hold one finding with the pages of what it concerns."""

    finding: Finding
    provision: Link | None
    law: Link | None
    act: Link | None


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Hold one page of the findings, by how much they matter, and how many there are in all."""

    head: PageHead
    counts: tuple[tuple[Severity, int], ...]
    rows: tuple[FoundRow, ...]
    found: tuple[Finding, ...]
    turning: Turning


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Hold what the page that explains tells: of few laws each, of many how many they are, and how all was tried."""

    head: PageHead
    laws: tuple[Expression, ...]
    count: int
    tried: Tried


def home_page(conn: sqlite3.Connection, few: Sequence[Expression], today: date, voice: Voice) -> HomePage:
    """Return the home page; `few` are all laws held, or none where they are many."""
    head = PageHead(voice.say("Which wording applied on that day?"), paths.HOME)
    count = count_laws(conn, Listing())
    if few or not count:
        held = (HeldLaw(each, law_sentence(each, today), last_day_in_operation(each), _lately(each)) for each in few)
        return HomePage(head, count, tuple(held), (), None, ())
    rows = listed_rows(conn, Listing(), voice, Window(ON_A_PAGE)) if count <= ON_A_PAGE else ()
    return HomePage(head, count, (), tuple(_changed_lately(conn, today, voice)), ways(conn, voice), rows)


def findings_page(conn: sqlite3.Connection, number: int, voice: Voice) -> FindingsPage | None:
    """Return a page of the findings; `None` where there are not so many."""
    counted: Counter[Severity] = Counter()
    for severity, _, count in count_findings(conn):
        counted[severity] += count
    turning = turning_of(number, counted.total(), paths.findings)
    if turning is None:
        return None
    found = listed_findings(conn, Window(ON_A_PAGE, (number - 1) * ON_A_PAGE))
    own = Link(voice.say("Findings"), paths.findings(number))
    head = PageHead(voice.say("What does not fit in the sources"), own.path, (own,))
    return FindingsPage(head, tuple((each, counted[each]) for each in Severity if counted[each]),
                        tuple(_found(conn, each, voice) for each in found), found, turning)


def findings_pages(conn: sqlite3.Connection) -> Iterator[str]:
    """Give the paths of all pages of findings."""
    return pages_of(paths.findings, sum(count for _, _, count in count_findings(conn)))


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


def _found(conn: sqlite3.Connection, each: Finding, voice: Voice) -> FoundRow:
    act = Link(f"№ {each.act}", paths.act(each.act)) if each.act else None
    if each.law is None:
        return FoundRow(each, None, None, act)
    lang, near = languages(conn, each.law)[0], nearest_provision(conn, each.law, each.eid or LAW)
    own = Link(voice.say("Law %(number)s", number=law_named(conn, each.law).number), paths.law(each.law, lang))
    path = own.path if near == "law" else paths.provision(each.law, lang, near)
    return FoundRow(each, Link(provision_name(each.eid or LAW, voice), path), own, act)
