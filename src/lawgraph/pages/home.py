"""The home page, the findings, and the page that explains: what stands beside the laws themselves."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.model import Finding, Severity
from lawgraph.names import provision_name
from lawgraph.pages import paths
from lawgraph.pages.sentences import law_sentence
from lawgraph.pages.values import ActLink, Head, Link
from lawgraph.pages.volume import Volume, last_day_in_operation
from lawgraph.queries import ActRow, findings

_LATELY = 6


@dataclass(frozen=True, slots=True)
class HeldLaw:
    """Hold one law as the home page offers it, with the acts that changed it last, the newest first."""

    volume: Volume
    standing: str
    last_day: date | None
    lately: tuple[tuple[ActLink, ActRow], ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """Hold the home page."""

    head: Head
    laws: tuple[HeldLaw, ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Hold one finding with the pages of what it concerns."""

    finding: Finding
    provision: Link | None
    act: Link | None


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Hold all findings, by how much they matter."""

    head: Head
    counts: tuple[tuple[Severity, int], ...]
    rows: tuple[FoundRow, ...]
    found: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Hold what the page that explains tells of the laws held."""

    head: Head
    laws: tuple[Volume, ...]


def home_page(volumes: Sequence[Volume]) -> HomePage:
    """Return the home page."""
    held = [HeldLaw(each, law_sentence(each, each.today), last_day_in_operation(each), _lately(each))
            for each in volumes]
    return HomePage(Head("Which wording applied on that day?", paths.HOME), tuple(held))


def findings_page(conn: sqlite3.Connection, volumes: Sequence[Volume]) -> FindingsPage:
    """Return the page of all findings."""
    found = findings(conn)
    first = {each.law.id: each for each in volumes}
    rows = tuple(_found(each, first) for severity in Severity for each in found if each.severity is severity)
    counted = Counter(each.severity for each in found)
    head = Head("What does not fit in the sources", paths.FINDINGS, (Link("Findings", paths.FINDINGS),))
    return FindingsPage(head, tuple((each, counted[each]) for each in Severity if counted[each]), rows, found)


def about_page(volumes: Sequence[Volume]) -> AboutPage:
    """Return the page that explains how answers come about."""
    head = Head("How to read these pages", paths.ABOUT, (Link("About", paths.ABOUT),))
    return AboutPage(head, tuple(volumes))


def _lately(volume: Volume) -> tuple[tuple[ActLink, ActRow], ...]:
    links = volume.links
    return tuple((links[each.act.name], each) for each in reversed(volume.acts[-_LATELY:]))


def _found(each: Finding, first: Mapping[str, Volume]) -> FoundRow:
    provision = None
    if each.law is not None and each.law in first:
        eid = each.eid or "law"
        provision = Link(provision_name(eid), first[each.law].path_near(eid))
    return FoundRow(each, provision, Link(f"№ {each.act}", paths.act(each.act)) if each.act else None)
