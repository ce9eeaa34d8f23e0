"""The table of effects of a law: what each act did to which provision, from when, how sure that day is.

It stands with the data, at `/data/effects/ID`; as CSV it is what `lawgraph effects` prints.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from lawgraph.exchange.told import certainty, effects
from lawgraph.queries.answers import amendments_of, law_named, laws
from lawgraph.site.pages import paths
from lawgraph.site.pages.evidence import act_of, change_of
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.section import Moved, PageContext
from lawgraph.site.pages.values import ChangeRow, Link, PageHead
from lawgraph.timeline.consolidation import Certainty
from lawgraph.voice.basis import basis_sentence


@dataclass(frozen=True, slots=True)
class ShownChange:
    """Hold a change as a row, what is known of its first day, and whether sources only foresee it."""

    row: ChangeRow
    day_is: Certainty
    foreseen: bool


@dataclass(frozen=True, slots=True)
class EffectsPage(Page):
    """Hold every change of a law, with the CSV that says the same."""

    template = "effects.html"
    formats = (Format.PAGE, Format.JSON, Format.TABLE)

    law: Link
    changes: tuple[ShownChange, ...]
    csv: str

    def table(self) -> str:
        """Return what `lawgraph effects` prints."""
        return self.csv

    def data(self, build: str | None) -> str:
        """Return the changes, and the build."""
        return written({"build": build, "law": self.law.path, "effects": [
            {"affected": each.row.target.path, "affecting": each.row.act.name if each.row.act else None,
             "type": each.row.done, "earliest": each.row.operative.earliest, "latest": each.row.operative.latest,
             "day_is": each.day_is, "basis": basis_sentence(each.row.operative.basis)} for each in self.changes]})


def effects_path(law_id: str) -> str:
    """Return the path of the table of a law: `/data/effects/Z100000271_`."""
    return paths.data_file(f"effects/{law_id}")


def effects_of(context: PageContext, name: str) -> EffectsPage | Moved:
    """Return the table of effects of a law; raise `UnknownLaw` where it is not held."""
    law, voice = law_named(context.conn, name), context.voice
    if law.id != name:
        return Moved(effects_path(law.id))
    expression = context.expression(law.id)
    changes = tuple(ShownChange(change_of(each, act_of(expression, each), expression.path_near(each.target), voice),
                                certainty(each), each.foreseen) for each in amendments_of(context.conn, law.id))
    title = voice.say("Changes of Law %(number)s", number=law.number)
    path = effects_path(law.id)
    head = PageHead(title, path, (Link(voice.say("Data"), paths.DATA), Link(title, path)))
    return EffectsPage(head, Link(law.title(expression.lang), expression.path), changes, effects(context.conn, law.id))


def every_table(conn: sqlite3.Connection) -> Iterator[str]:
    """Give the paths of the tables of all laws."""
    return (effects_path(each.id) for each in laws(conn))
