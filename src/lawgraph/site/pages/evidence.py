"""What the pages of a provision rest on: where it is printed, what each act did to it, what is to be looked up."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from lawgraph.languages.state import FIRST
from lawgraph.law.amendments import Amendment, Source, SourceKind
from lawgraph.law.eid import LAW, Eid
from lawgraph.printout.references import ReferenceLine, lineage_line, other_side, reference_lines, where_to_look
from lawgraph.queries.answers import printings_of
from lawgraph.queries.listing import nearest_provision
from lawgraph.queries.references import Lineage, ToLookUp, official_texts
from lawgraph.queries.values import Printing
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, bare_act_link
from lawgraph.site.pages.values import ChangeRow, Link, LinkedAct, SourcePlace
from lawgraph.voice.names import HTML_LANGUAGES, done, provision_name
from lawgraph.voice.speaking import Voice


def changes_of(expression: Expression, amendments: Iterable[Amendment]) -> tuple[ChangeRow, ...]:
    """Return the changes that sources tell of; what a footnote may have dropped is left to the findings."""
    return tuple(change_of(each, act_of(expression, each), expression.path_near(each.target), expression.voice)
                 for each in amendments if not each.stands_in)


def act_of(expression: Expression, amendment: Amendment) -> LinkedAct | None:
    """Return the act behind a change, `None` where no source names it."""
    act = amendment.act
    return (expression.links.get(act.name) or bare_act_link(act)) if act else None


def change_of(amendment: Amendment, act: LinkedAct | None, path: str, voice: Voice) -> ChangeRow:
    """Return a change by an act of what stands at a path."""
    return ChangeRow(act, done(amendment.action, voice), Link(provision_name(amendment.target, voice), path),
                     amendment.operative, tuple(_place(source, act) for source in amendment.sources))


def _place(source: Source, act: LinkedAct | None) -> SourcePlace:
    """Return a place in a source; facts are told in English, files of the law are named by their language."""
    lang = FIRST if source.kind is SourceKind.FACT else PurePath(source.file).stem[:3]
    path = f"{act.path}#{paths.line_of_act(lang, source.line)}" if act and source.kind is SourceKind.ACT else None
    return SourcePlace(source.file, source.line, source.text, HTML_LANGUAGES.get(lang, HTML_LANGUAGES[FIRST]), path)


@dataclass(frozen=True, slots=True)
class ShownSuccession:
    """Hold that a law or provision took the place of another: the sentence around a link to it, and who says so."""

    before: str
    other: Link
    behind: str
    source: str | None


def successions(conn: sqlite3.Connection, these: Iterable[Lineage], law: str | None, voice: Voice
                ) -> tuple[ShownSuccession, ...]:
    """Return what a law or provision took the place of, and what took its place; of an act (no law) the former."""
    return tuple(_succession(conn, each, law, voice) for each in these)


def _succession(conn: sqlite3.Connection, each: Lineage, law: str | None, voice: Voice) -> ShownSuccession:
    side = each.later if each.earlier.law == law else each.earlier
    path = paths.act(each.act) if side is each.later else ""
    if side.law and side.lang:
        near = nearest_provision(conn, side.law, side.eid)
        path = paths.law(side.law, side.lang) if near == LAW else paths.provision(side.law, side.lang, near)
    before, _, behind = lineage_line(each, law, "\n", voice).partition("\n")
    return ShownSuccession(before, Link(other_side(each, law, voice), path), behind, each.record.source)


@dataclass(frozen=True, slots=True)
class Unheld:
    """Hold provisions whose wordings are not held, and the sentence that tells where they can be read."""

    provisions: tuple[Link, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """Hold what a page rests on: where editions print the provision, the changes that bear on it, what to look up."""

    printings: tuple[Printing, ...]
    changes: tuple[ChangeRow, ...]
    look_up: tuple[Unheld, ...]
    references: tuple[ReferenceLine, ...]
    official: tuple[ReferenceLine, ...]


def evidence_of(conn: sqlite3.Connection, expression: Expression, eid: Eid, looked_up: ToLookUp) -> ShownEvidence:
    """Return what the page of a provision rests on, and where to read what is not held."""
    voice = expression.voice
    # What speaks of no day is the same on the page of each.
    printings, changes = expression.made.once(("evidence", eid, voice.locale), lambda: (
        printings_of(conn, expression.law.id, eid), changes_of(expression, expression.bearing_on(eid))))
    unheld = (Unheld(tuple(Link(provision_name(each, voice), expression.path_near(each)) for each, _ in these), told)
              for these, told in where_to_look(looked_up, voice))
    return ShownEvidence(printings, changes, tuple(unheld),
                         reference_lines(expression.called, looked_up.references, voice),
                         reference_lines(expression.called, official_texts(expression.source, looked_up), voice))
