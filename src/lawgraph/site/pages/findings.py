"""What does not fit in the sources: of all laws, page by page; of one law, or of one provision, on their own pages."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import LAW, Eid
from lawgraph.printout import answers_json
from lawgraph.queries.answers import languages, law_named
from lawgraph.queries.listing import Window, count_findings, findings_at, listed_findings, nearest_provision
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.listings import ON_A_PAGE, Turning, pages_of, turning_of
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.section import PageContext, Section
from lawgraph.site.pages.values import Link, PageHead
from lawgraph.voice.findings import finding_in_words, severity_in_words
from lawgraph.voice.names import act_in_words, law_called, provision_name
from lawgraph.voice.speaking import Voice, capitalized

_NUMBER = re.compile(r"[1-9]\d{0,5}")


_SHOWN = 20
"""Findings of one kind that a page of a law or a provision shows."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Hold one finding with the pages of what it concerns; `alike` counts its kind, shown or not."""

    finding: Finding
    provision: Link | None
    law: Link | None
    act: Link | None
    alike: int = 1


@dataclass(frozen=True, slots=True)
class FoundKind:
    """Hold what does not fit in one way: how much it matters, and what it is, once for all; `count` of them."""

    severity: Severity
    matters: str
    sentence: str
    rows: tuple[FoundRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FindingsPage(Page):
    """Hold one page of the findings, by how much they matter, and how many there are in all."""

    template = "findings.html"

    counts: tuple[tuple[Severity, str, int], ...]
    kinds: tuple[FoundKind, ...]
    found: tuple[Finding, ...]
    turning: Turning

    def data(self, build: str | None) -> str:  # noqa: ARG002  (a list tells no build)
        """Return what `lawgraph check` gives."""
        return answers_json.check(self.found)


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
    counts = tuple((each, _matters(each, voice), counted[each]) for each in Severity if counted[each])
    return FindingsPage(head, counts, _by_kind((_row(conn, each, voice) for each in found), voice), found, turning)


def findings_in(conn: sqlite3.Connection, expression: Expression, eid: Eid) -> tuple[FoundKind, ...]:
    """Return what does not fit in a provision with its parts, or in all of a law, and concerns its text."""
    voice = expression.voice
    rows = (FoundRow(each, _provision(each, expression), None, _act(each, voice), alike)
            for each, alike in findings_at(conn, expression.law.id, eid, _SHOWN))
    return _by_kind(rows, voice)


def _by_kind(rows: Iterable[FoundRow], voice: Voice) -> tuple[FoundKind, ...]:
    told = sorted(rows, key=lambda row: _rank(row, voice))
    return tuple(FoundKind(row.finding.severity, _matters(row.finding.severity, voice), sentence, (row, *more),
                           _counted((row, *more)))
                 for (_, sentence), (row, *more) in groupby(told, lambda row: _rank(row, voice)))


def _counted(rows: Sequence[FoundRow]) -> int:
    """Return how many there are of the kinds of some findings: several kinds may be told in one sentence."""
    of_kinds = {row.finding.kind: row.alike for row in rows}
    return max(len(rows), sum(of_kinds.values()))


def _rank(row: FoundRow, voice: Voice) -> tuple[int, str]:
    return tuple(Severity).index(row.finding.severity), finding_in_words(row.finding, voice)


def _matters(severity: Severity, voice: Voice) -> str:
    return capitalized(severity_in_words(severity, voice))


def _act(each: Finding, voice: Voice) -> Link | None:
    return Link(act_in_words(each.act, voice), paths.act(each.act)) if each.act else None


def _provision(each: Finding, expression: Expression) -> Link:
    eid = each.eid or LAW
    return Link(provision_name(eid, expression.voice), expression.path_near(eid))


def _row(conn: sqlite3.Connection, each: Finding, voice: Voice) -> FoundRow:
    if each.law is None:
        return FoundRow(each, None, None, _act(each, voice))
    law, lang = law_named(conn, each.law), languages(conn, each.law)[0]
    near = nearest_provision(conn, each.law, each.eid or LAW)
    own = Link(law_called(law.kind, law.number, voice), paths.law(each.law, lang))
    path = own.path if near == "law" else paths.provision(each.law, lang, near)
    return FoundRow(each, Link(provision_name(each.eid or LAW, voice), path), own, _act(each, voice))


def _findings_pages(conn: sqlite3.Connection) -> Iterator[str]:
    return pages_of(paths.findings, sum(count for _, _, count in count_findings(conn)))


def _findings(context: PageContext, steps: tuple[str, ...]) -> FindingsPage | None:
    match steps:
        case ():
            return findings_page(context.conn, 1, context.voice)
        case (number,) if _NUMBER.fullmatch(number):
            return findings_page(context.conn, int(number), context.voice)
    return None


FINDINGS = Section("findings", _findings, _findings_pages, lambda _: (paths.FINDINGS,))
