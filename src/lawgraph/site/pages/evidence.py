"""What the pages of a provision rest on: where it is printed, which acts bear on it, what is to be looked up."""

import sqlite3
from dataclasses import dataclass

from lawgraph.law.eid import Eid
from lawgraph.printout.references import ReferenceLine, reference_lines, where_to_look
from lawgraph.queries.answers import printings_of
from lawgraph.queries.references import ToLookUp, official_texts
from lawgraph.queries.values import Printing
from lawgraph.site.pages.changes import changes_of
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.values import ChangeRow, Link
from lawgraph.voice.names import provision_name


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
    unheld = (Unheld(tuple(Link(provision_name(each, voice), expression.path_near(each)) for each, _ in these), told)
              for these, told in where_to_look(looked_up, voice))
    return ShownEvidence(printings_of(conn, expression.law.id, eid), changes_of(expression, expression.bearing_on(eid)),
                         tuple(unheld), reference_lines(expression.law.number, looked_up.references, voice),
                         reference_lines(expression.law.number, official_texts(expression.source, looked_up), voice))
