"""What the pages of a provision rest on: where it is printed, which acts bear on it, what is to be looked up."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from lawgraph.law.model import Version
from lawgraph.queries.answers import printings_of
from lawgraph.queries.values import Printing
from lawgraph.site.pages.answers import acts_in, grade_of
from lawgraph.site.pages.changes import changes_of
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.values import ChangeRow, Grade, LinkedAct

_SETTLED = {Grade.HELD, Grade.ABSENT}


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """Hold what a page rests on: where editions print the provision, the changes that bear on it, what to look up."""

    printings: tuple[Printing, ...]
    changes: tuple[ChangeRow, ...]
    look_up: tuple[LinkedAct, ...]


def evidence_of(conn: sqlite3.Connection, expression: Expression, eid: str,
                versions: Sequence[Version]) -> ShownEvidence:
    """Return what the page of a provision rests on; what its uncertain versions name is to be looked up."""
    doubted = [each for each in versions if grade_of(each) not in _SETTLED]
    return ShownEvidence(printings_of(conn, expression.law.id, eid), changes_of(expression, expression.bearing_on(eid)),
                         tuple(expression.links[each] for each in acts_in(doubted) if each in expression.links))
